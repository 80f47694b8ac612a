"""Captions and referrals that only their form gives away, in any language, and the paragraphs that look like them."""

import pytest

from cleaner import clean, trace

STORY = [
    "The ferry was late on the first day of the strike, and nobody on the pier could say when it would come back.",
    "The company said on Monday that it would ask the council for money, and that no fare would rise before spring.",
    "The strike ends on Sunday, the union said, but the old boat will be in the yard for another three weeks at least.",
]


def amid(line: str) -> str:
    """A line between the paragraphs of a story."""
    return "\n\n".join([*STORY[:2], line, STORY[2]])


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Jens Ott ist der schnellste Läufer der Stadt. © HA", "Jens Ott ist der schnellste Läufer der Stadt."),
        (
            "Boote auf der Strecke zwischen Husum und der Mole. © Wattbild",
            "Boote auf der Strecke zwischen Husum und der Mole.",
        ),
        (
            "Un agente en el puerto de Gijón, el 11 de octubre. Ana Ruiz (EFE)",
            "Un agente en el puerto de Gijón, el 11 de octubre.",
        ),
    ],
)
def test_a_sign_or_a_name_with_its_agency_after_a_text_makes_it_a_caption(line, text):
    article = clean(amid(line))
    assert line not in article.text
    assert [caption.text for caption in article.captions] == [text]


@pytest.mark.parametrize(
    "line",
    [
        "The harbour was closed on Monday, and the boats waited outside for the tide. Ana Ruiz (Reuters)",
        "Whoever paints a © on the pier must pay for it.",
        "The union has its own mark, a © and a Heron",
    ],
)
def test_a_paragraph_with_a_sign_or_a_name_is_no_caption(line):
    assert line.removesuffix(" Ana Ruiz (Reuters)") in clean(amid(line)).text


@pytest.mark.parametrize(
    "line", ["Pictured at the back are the skippers Ann Lee and Jo Roe.", "Pictured far left is Ann Lee."]
)
def test_pictured_and_a_place_in_the_picture_opens_a_caption(line):
    assert line not in clean(amid(line)).text


def test_pictured_in_a_sentence_of_the_story_stays():
    line = "Pictured as a hero by some, Lee was fined by the court."
    assert line in clean(amid(line)).text


@pytest.mark.parametrize(
    "line",
    [
        "The Institute of Tides has more on the harbours of the north.",
        "Learn more about ferries from the Museum of Boats.",
        "For more on the strike, visit the union.",
    ],
)
def test_the_one_line_below_a_last_label_goes_with_it(line):
    text = trace("\n\n".join([*STORY, "More information", line]), stages=("boilerplate",)).text
    assert text.endswith("three weeks at least.")


@pytest.mark.parametrize(
    "line", ["The pier opens again on Monday, weather permitting.", "Nobody has asked the skippers for more than that."]
)
def test_a_last_paragraph_below_a_label_stays(line):
    assert line in clean("\n\n".join([*STORY, "More information", line])).text


@pytest.mark.parametrize("above", [[], ["Advertisement"]])
def test_a_referral_without_a_label_stays(above):
    line = "The Institute of Tides has more on the harbours of the north."
    assert line in clean("\n\n".join([*STORY, *above, line])).text
