"""Days by their place in a month or a week: the 5th, the first Monday of March, Friday of next week.

Examples are read as of Friday, 6 February 1998.
"""

from __future__ import annotations

import re

from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.reckoning import full
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import ordinal

positions = Family("positions")
_DAY_NUMBERS = ("#1", "#2")


@positions.row(
    _DAY_NUMBERS,
    r"(?P<nth>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?: of (?P<that>that|this|the) month\b|(?= ?[.,;)]| "
    r"(?:the|a|an|he|she|they|it|and)\b))",
    finds={"March 3, 1997. On the 5th, they": "1997-03-03 1997-03-05"},
    leaves=["the 5th floor", "finished 5th, he", "the 5th. Army"],
    lead="the",
)
def nth(m: re.Match[str], scope: Scope) -> Found | None:
    """On the 5th: of the month that was named last."""
    if not re.search(r"\bon the[ \n]$", scope.before(m.start(), 8)) or (scope.last is None):
        return None
    day = full(scope.last.year, scope.last.month, ordinal(m["nth"]))
    return Found("DATE", day) if day else None
