"""The grammar of English: its families, in the order of preference among matches of equal length."""

from __future__ import annotations

from cleaner.stages.dates.clock import clock
from cleaner.stages.dates.deictic import deictic
from cleaner.stages.dates.durations import durations
from cleaner.stages.dates.explicit import explicit
from cleaner.stages.dates.grammar import Grammar
from cleaner.stages.dates.holidays import holidays
from cleaner.stages.dates.months import months
from cleaner.stages.dates.periods import periods
from cleaner.stages.dates.positions import positions
from cleaner.stages.dates.relative import relative
from cleaner.stages.dates.sets import sets
from cleaner.stages.dates.vague import vague
from cleaner.stages.dates.years import years

FAMILIES = (clock, explicit, months, years, positions, holidays, periods, sets, deictic, relative, durations, vague)
ENGLISH = Grammar(FAMILIES)

FIGURES = Grammar(family.only("iso", "slashed", "year_alone", "joined") for family in (explicit, years))
"""The rows that need no words, for languages without a table."""
