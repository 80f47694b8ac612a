"""Every row of the date grammars proves itself: its examples, its look-alikes, and that its words reach it."""

from datetime import date

import pytest

from cleaner.language import shipped
from cleaner.stages.dates import mentions
from cleaner.stages.dates.tables import table

FRIDAY = date(1998, 2, 6)
PADDING = " " * 300  # so that it is not taken for a short message
LANGUAGES = [language.code for language in shipped() if language.dates]
ROWS = [(name, row) for name in LANGUAGES for row in table(name).grammar.rows]
FINDS = [(name, row.name, text, values) for name, row in ROWS for text, values in row.finds.items()]
LEAVES = [(name, row.name, text) for name, row in ROWS for text in row.leaves]


def rules(found):
    return [name for m in found for name in m.rule.split(":")[0].split(" + ")]


@pytest.mark.parametrize(("language", "name", "text", "values"), FINDS)
def test_a_row_finds_its_examples(language, name, text, values):
    found = list(mentions(text if name.endswith(".message") else text + PADDING, FRIDAY, language))
    assert [m.timex for m in found] == values.split()
    assert name in rules(found)


@pytest.mark.parametrize(("language", "name", "text"), LEAVES)
def test_a_row_leaves_its_look_alikes(language, name, text):
    assert name not in rules(mentions(text + PADDING, FRIDAY, language))


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=lambda row: row.name)
def test_a_row_has_both(row):
    assert row.finds and row.leaves and row.starts and row.resolve.__doc__
