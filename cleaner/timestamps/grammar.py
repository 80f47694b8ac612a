"""The forms of dates and times, one in each row, over the letters of :mod:`cleaner.timestamps.tokens`.

The letters: ``d`` one or two digits, ``4`` four digits, ``m`` a month, ``w`` a weekday, ``o`` an ordinal ending, ``f``
a small word, ``z`` a zone, ``a``/``p`` am and pm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.core import lazy_re as re

_M = "[mqA]"  # q: "mar", March or a Spanish Tuesday; A: "ago", August or English ago
_YEAR = "(?:4|['’]d)"

DATES = {  # the first row that matches wins; groups: y, m, d, or a, b if the order is open
    "unix": f"(?P<m>{_M}) +(?P<d>d) (?P<H>d):(?P<I>d):(?P<S>d) (?P<z>z(?:[+-](?:d:d|4))?|[+-]4)? ?(?P<y>4)",
    "iso": "(?P<y>4)-(?P<m>d)-(?P<d>d)(?![d-])",
    "year_first": "(?P<y>4)(?:(?P<s>[./]) ?(?P<m>d)(?P=s) ?(?P<d>d))(?!:d)",
    "cjk": "(?P<y>4) ?Y ?(?P<m>d) ?N ?(?P<d>d) ?D",
    "compact": "(?<![dn34.,/-])(?P<n>n)(?![dn34.,/-]|:d)",
    "numeric": "(?<![dn34.,/:-])(?P<a>d)(?P<s>[./-]) ?(?P<b>d)(?P=s) ?(?P<y>[4d])(?![dn3:]|[./-]d)",
    "day_month": (
        f"(?<![dn34])(?P<d>d)(?:\\.? ?o)?[.°]?(?: ?[-/]| ?f(?: ?f)?)? ?(?P<m>{_M})"
        f"(?:(?:[.,]? ?| ?[-/]? ?)(?:f ?)*(?P<y>{_YEAR}|(?<=-)d|d(?! ?[:.hapzuHm]))(?!:))?"
    ),
    "month_day": f"(?P<m>{_M})[. -]*(?P<d>d)(?!:)(?: ?o)?(?:[.,]* ?f? ?(?P<y>{_YEAR})(?!:))?",
    "year_month_name": f"(?P<y>4)[. -]*(?P<m>{_M})[. -]*(?P<d>d)",
    "cjk_short": "(?P<m>d) ?N ?(?P<d>d) ?D",
}
_OFFSET = "(?P<z> ?[(]?z[)]?(?:[+-](?:d:d|4|d))?[)]?| ?[+-](?:d:d|4|d)(?![./-]))"
TIMES = {
    "prefix": "(?P<half>[BC]) ?(?P<H>d)(?::(?P<I>d)(?::(?P<S>d))?| ?H ?(?:(?P<i>d) ?I ?(?:d ?S)?)?)?",
    "cjk": "(?P<H>d) ?H ?(?:(?P<I>d) ?I ?(?:(?P<S>d) ?S)?)?",
    "clock": f"(?P<H>d):(?P<I>d)(?::(?P<S>d)(?:[.,](?P<F>[dn34]))?)?(?: ?(?P<half>[ap])(?![d]))?{_OFFSET}?",
    "dotted": f"(?<![.,])(?P<H>d)\\.(?P<I>d)(?![.,]d|[%3n4])(?: ?(?P<half>[ap]))?{_OFFSET}?",
    "hours": f"(?P<H>d) ?h ?(?P<I>d)?(?: ?u(?=[ ,.]|$))?{_OFFSET}?",
    "military": "(?P<HI>4) ?(?P<z>z)(?![+-])",
    "half": f"(?<![.:])(?P<H>d) ?(?P<half>[ap]){_OFFSET}?",
}
RELATIVE = {
    "ago": "(?P<n>[d31]) ?(?P<u>[uhDIS]|H(?= ?[gx]))[. ]*(?:(?:f ?)*[gA])",
    "before": "G ?(?P<n>[d31]) ?(?P<u>[uh])",
    "day": "(?P<day>[ty])",
}
READING = re.compile("(?:R(?: f)?[ :]*d ?u|[d1][ -]?u(?: f)?[. ]*R)[.]?")


class Item(NamedTuple):
    """A date, a time, a relative expression or a label, between two tokens."""

    sort: str
    start: int
    end: int
    match: re.Match[str]


def _compiled(sort: str, rows: dict[str, str]) -> list[tuple[str, re.Pattern[str]]]:
    return [(f"{sort}.{name}", re.compile(row)) for name, row in rows.items()]


_ROWS = [*_compiled("date", DATES), *_compiled("relative", RELATIVE), *_compiled("time", TIMES)]
_ROWS.append(("label", re.compile("[PMO]")))


def items(kinds: str) -> Iterator[Item]:
    """All items from left to right; at each position, the first row that matches.

    >>> [item.sort for item in items("M d:d p z, w m d, 4")]
    ['label', 'time.clock', 'date.month_day']
    """
    at = 0
    while at < len(kinds):
        if kinds[at] in _STARTS and (item := _item(kinds, at)):
            yield item
            at = item.end
        else:
            at += 1


_STARTS = frozenset("d34nmqABCGPMOty1")


def _item(kinds: str, at: int) -> Item | None:
    for sort, row in _ROWS:
        if (match := row.match(kinds, at)) and match.end() > at:
            return Item(sort, at, match.end(), match)
    return None
