"""Every row of the date grammars proves itself: its examples, its look-alikes, and that its words reach it."""

from datetime import date

import pytest

from cleaner.stages.dates import mentions
from cleaner.stages.dates.english import ENGLISH

FRIDAY = date(1998, 2, 6)
PADDING = " " * 300  # so that it is not taken for a short message
FINDS = [(row.name, text, values) for row in ENGLISH.rows for text, values in row.finds.items()]
LEAVES = [(row.name, text) for row in ENGLISH.rows for text in row.leaves]


def rules(found):
    return [name for m in found for name in m.rule.split(":")[0].split(" + ")]


@pytest.mark.parametrize(("name", "text", "values"), FINDS)
def test_a_row_finds_its_examples(name, text, values):
    found = list(mentions(text + PADDING, FRIDAY))
    assert [m.timex for m in found] == values.split()
    assert name in rules(found)


@pytest.mark.parametrize(("name", "text"), LEAVES)
def test_a_row_leaves_its_look_alikes(name, text):
    assert name not in rules(mentions(text + PADDING, FRIDAY))


@pytest.mark.parametrize("row", ENGLISH.rows, ids=lambda row: row.name)
def test_a_row_has_both(row):
    assert row.finds and row.leaves and row.starts and row.resolve.__doc__
