"""Days by their position in a month or a week: the 5th, the first Monday of March, Friday of next week.

Examples assume Friday, 6 February 1998.
"""

from __future__ import annotations

from datetime import date

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.reckoning import day, full, nth_weekday, plus_days, plus_months, week
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import (
    month,
    number,
    ordinal,
    weekday,
)

_PLACE = re.compile(r"\s+(?:[A-Z]|place\b|floor\b|[a-z]+ (?:goal|time)\b)")
_STEPS = {"last": -1, "previous": -1, "the previous": -1, "next": 1, "following": 1, "the following": 1}


def nth(m: re.Match[str], scope: Scope) -> Found | None:
    """On the 5th: of the month that was named last."""
    which = (m["which"] or "").lower()
    base = scope.today if which in ("last", "next", "this") else scope.last
    if base is None or not (which or re.search(r"\bon the[ \n]$", scope.before(m.start(), 8))):
        return None
    year, mo = plus_months(base, _STEPS.get(which, 0))
    value = full(year, mo, ordinal(m["nth"]))
    return Found("DATE", value) if value else None


def weekday_of_month(m: re.Match[str], scope: Scope) -> Found | None:
    """The first Monday of March: a day if the month is known, a set if it is every month."""
    n = -1 if m["last"] else ordinal(m["ordinal"])
    which = (m["which"] or "").lower()
    if which in ("each", "every"):
        return Found("SET", f"XXXX-XX-WXX-{weekday(m['weekday']) + 1}")
    if m["month"]:
        mo = month(m["month"])
        year = int(m["year"]) if m["year"] else scope.year_of(mo, None, m.start("month"), m.end())
    else:
        year, mo = plus_months(scope.today, _STEPS.get(which, 0)) if scope.today else (None, 0)
    if year is None:
        return Found("DATE", f"XXXX-{mo:02d}" if mo else "XXXX-XX")
    d = nth_weekday(year, mo, weekday(m["weekday"]), n)
    return Found("DATE", day(d)) if d else None


def week_then_day(m: re.Match[str], scope: Scope) -> Found | None:
    """Next week on Tuesday."""
    return _day_of_week(weekday(m["weekday"]), _STEPS.get(m["which"].lower(), 0), scope)


def day_then_week(m: re.Match[str], scope: Scope) -> Found | None:
    """Tuesday of last week."""
    if not m["weekday"].lower().endswith("day"):
        return None
    return _day_of_week(weekday(m["weekday"]), _STEPS.get(m["which"].lower(), 0), scope)


def _day_of_week(number: int, weeks: int, scope: Scope) -> Found:
    if scope.today is None:
        return Found("DATE", f"XXXX-WXX-{number + 1}")
    return Found("DATE", day(plus_days(scope.today, number - scope.today.weekday() + 7 * weeks)))


def weekdays_on(m: re.Match[str], scope: Scope) -> Found | None:
    """Two Sundays from now."""
    if scope.now is None or not (0 < (n := int(number(m["number"]))) < 500):
        return None
    which = "last" if m["way"].lower() == "ago" else "next"
    first = scope.weekday(weekday(m["weekday"]), m.start(), m.end(), which)
    return Found("DATE", day(plus_days(first, 7 * (n - 1) * (-1 if which == "last" else 1))))


def week_of(m: re.Match[str], scope: Scope) -> Found | None:
    """The week of March 9."""
    mo, text = month(m["month"] or m["name"]), m["day"] or m["first"]
    d = int(re.match(r"\d+", text)[0])  # type: ignore[index]
    year = int(m["year"]) if m["year"] else scope.year_of(mo, d, m.start(), m.end())
    value = full(year, mo, d)
    known = date.fromisoformat(value) if value and year else None
    return Found("DATE", week(known) + ("-WE" if m["end"] else "")) if value else None


def weekday_and_day(m: re.Match[str], scope: Scope) -> Found | None:
    """Friday the 13th: the nearest month in which both agree, in the direction of the tense."""
    now, n, d = scope.today, weekday(m["weekday"]), ordinal(m["nth"])
    if now is None or _PLACE.match(scope.text, m.end()):
        return None
    side = 1 if scope.future(m.start(), m.end()) else -1
    values = (full(*plus_months(now, step), d) for step in range(-7, 8))
    days = [day for value in values if value and (day := date.fromisoformat(value)).weekday() == n]
    best = min(days, key=lambda day: abs((day - now).days) + 60 * ((day - now).days * side < 0), default=None)
    return Found("DATE", best.isoformat()) if best else None
