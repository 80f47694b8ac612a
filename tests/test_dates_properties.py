"""What holds for every text: order, span and text, bounds, EDTF, linear cost, what an anchor may change."""

import re
from datetime import date, datetime, timedelta

import pytest
from edtf import parse_edtf
from growth import assert_linear
from hypothesis import given, settings, strategies as st

from cleaner.core.document import Context, Document
from cleaner.core.parts import DateMention
from cleaner.stages.dates import mentions, propose
from cleaner.stages.dates.tables import table

PIECES = [text for row in table("en").grammar.rows for text in (*row.finds, *row.leaves)]
PIECES += [
    "said",
    "will",
    ",",
    ".",
    "\n\n",
    "–",
    "in",
    "by",
    "from",
    "to",
    "the",
    "early",
    "about",
    "31",
    "2023",
    "May",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


@settings(max_examples=200, deadline=None)
@given(TEXT, st.none() | DAYS)
def test_mentions_are_ordered_and_valid(text, published):
    at = 0
    for m in mentions(text, published):
        DateMention.model_validate(m.model_dump())
        assert at <= m.start < m.end and text[m.start : m.end] == m.text == m.text.strip()
        at = m.end
        assert (m.lower is None) == (m.upper is None)
        assert m.lower is None or (m.upper is not None and m.lower <= m.upper)
        if m.type in ("DURATION", "SET"):
            assert m.edtf is None and m.lower is None
        if m.edtf:
            parse_edtf(m.edtf)


@settings(max_examples=100, deadline=None)
@given(TEXT, DAYS)
def test_the_same_text_gives_the_same_values(text, published):
    assert list(mentions(text, published)) == list(mentions(text, published))


NOISE = st.text(st.sampled_from("0123456789 .,:/-–'’\n½²٣三İßéamprildyeMTuestf"), max_size=60)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | NOISE, max_size=8).map(" ".join), st.sampled_from(["en", "de", "fr", "es", "it"])
)
def test_no_text_is_too_odd(text, language):
    for published in (None, date(1, 1, 1), date(9999, 12, 31)):
        for m in mentions(text, published, language):
            assert m.timex.isascii() and text[m.start : m.end] == m.text
            assert m.edtf is None or parse_edtf(m.edtf)


OPEN = [
    text for text in PIECES if not re.search(r"\d{4}", text) and not any(m.lower for m in mentions(text, None, "en"))
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(OPEN), max_size=14).map(" ".join))
def test_without_an_anchor_or_a_year_no_date_is_invented(text):
    assert [m for m in mentions(text, None, "en") if m.lower] == []


RELATIVE = "He said on Friday that yesterday, last week and two days ago were wet. It will rain on Monday and tomorrow."
FIXED = "On May 3, 1996 he left. In 1996, in the summer of 1997 and on 12 June 1998 he came back. Every Friday he sang."


@pytest.mark.parametrize("published", [date(2023, 9, 8), date(2024, 2, 29), date(2000, 1, 1)])
def test_a_week_later_moves_what_is_relative_and_nothing_else(published):
    later = published + timedelta(7)
    for a, b in zip(mentions(RELATIVE, published), mentions(RELATIVE, later), strict=True):
        assert a.lower and b.lower and b.lower - a.lower == timedelta(7), a.text
    assert list(mentions(FIXED, published)) == list(mentions(FIXED, later))


HOSTILE = {
    "digits": "1" * 100_000,
    "years": "2023 " * 20_000,
    "slashes": "1/2/" * 25_000,
    "one token": "a" * 100_000,
    "months": "May " * 25_000,
    "numbers": "twenty " * 14_000,
    "articles": "a " * 50_000,
    "the end of": "the end of " * 9_000,
    "blanks": "May" + " " * 100_000 + "3",
    "line breaks": "Friday" + "\n" * 100_000,
    "ordinals": "first second " * 8_000,
    "commas": "1," * 50_000,
    "dashes": "1-" * 50_000,
    "weekdays": "Friday " * 14_000,
    "clock": "10:35 a.m. " * 9_000,
    "stops": ". " * 50_000 + "Friday",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_costs_no_more_than_its_length(text):
    assert_linear(lambda part: list(mentions(part, date(2023, 9, 8))), text)


def test_a_datetime_anchors_like_its_day():
    doc = Document("It rained on Friday.", Context(published=datetime(2023, 9, 9, 12, 30)))
    assert [m.timex for m in propose(doc) if isinstance(m, DateMention)] == ["2023-09-08"]
