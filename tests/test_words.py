"""The word table: parallel lists that agree with each other and with the text, whatever the text holds."""

import re

from hypothesis import given, strategies as st

from cleaner.text.words import LATIN, WordTable, is_latin, table

LETTERS = re.compile(r"[^\W\d_]+")


@given(st.text() | st.text(alphabet="ab Z’'-_12½²İſ𝐁𝒜é\n"))
def test_the_lists_agree_with_the_text(text):
    words = WordTable(text)
    found = list(LETTERS.finditer(text))
    assert words.words == [m.group() for m in found]
    assert words.starts == [m.start() for m in found]
    assert words.lows == [w.lower() for w in words.words]


def test_stages_that_read_the_same_text_share_one_table():
    text = "It rained in Leeds. " * 3
    assert table(text) is table(text)


def test_levels_are_those_of_the_lexicon():
    words = WordTable("The archipelago of Kardahsia")
    assert words.outside == {"kardahsia"}
    assert words.rare == {"archipelago", "kardahsia"}


def test_latin_letters_are_those_of_any_pattern():
    letter, latin = re.compile(r"[^\W\d_]"), re.compile(f"[{LATIN}]")
    texts = [text for text in map(chr, range(0x3000)) if is_latin(text)]
    assert [text for text in texts if bool(letter.match(text)) != bool(latin.match(text))] == []
    assert is_latin("Ann’s “café” — €5™") and not is_latin("Привет") and not is_latin("\U0001d400")
