"""Paragraphs that were wrapped at a fixed width are joined; lines that are paragraphs of their own stay."""

from test_encoding import encoded


def test_hard_wrapped_paragraphs_are_joined():
    paragraph = (
        "The council voted on Tuesday night to keep the library open for\n"
        "another year, after more than two hundred people had written to\n"
        "its members and the local paper had printed their letters on its\n"
        "front page. The vote was closer than many in the hall expected,\n"
        "and the mayor, who had wanted to close it, left before the count.\n"
    )
    text = paragraph + "\n" + paragraph
    joined = encoded(text)
    assert joined.count("\n") == 3
    assert joined.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")


WRAPPED = """\
Zwei Stunden lang stritt der Rat am Dienstagabend über die Bücherei, dann war klar, dass sie noch ein Jahr bleiben und \
der Bürgermeister verlieren wird.
Die Entscheidung fiel knapp aus. Mehr als zweihundert Leute hatten den
Mitgliedern des Rates geschrieben, und das Blatt der Stadt hatte alle
ihre Briefe auf der ersten Seite gedruckt. Der Bürgermeister, der das
alte Haus schließen wollte, ging vor der Auszählung.
Am Mittwoch teilte er mit,
dass er das Ergebnis hinnehmen werde, auch wenn es ihm nicht leicht
falle, denn die Stadt habe kein Geld für ein Haus, das nur an zwei
Tagen in der Woche offen sei."""


def test_wrapped_paragraphs_are_joined_below_a_long_title_and_after_a_short_line():
    lines = [line.split("\n") for line in encoded(WRAPPED).split("\n")]
    assert [line[0][:11] for line in lines] == ["Zwei Stunde", "Die Entsche", "Am Mittwoch"]
    assert "mit, dass er" in encoded(WRAPPED)


def test_paragraphs_and_lists_in_lines_of_their_own_are_not_joined():
    paragraph = (
        "The council voted to keep the library open for a year, after two hundred people had written to it. " * 2
    )
    listed = [
        f"a folded map of the quay with the {n} walls of the old town" for n in ("one", "two", "three", "four", "nine")
    ]
    text = "\n".join([paragraph.strip(), *listed, "The sale is on Friday.", paragraph.strip()])
    assert encoded(text) == text
