"""Expressions relative to another day: yesterday, last week, two months ago, the following year.

Those relative to the day of speaking ("ago", "last") use the day of publication; those relative to the story ("later",
"the next day") use the date named last. Examples assume Friday, 6 February 1998.
"""

from __future__ import annotations

from datetime import date

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.reckoning import day, duration, plus_days, shift
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import CLOCK_UNITS, DEICTIC, number, unit, weekday

_STEPS = {"last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}
_STEPS |= {"upcoming": 1, "this": 0, "current": 0, "same": 0, "that": 0, "latest": 0, "very same": 0, "ensuing": 1}
_FROM_STORY = ("same", "that", "very same", "following", "previous", "preceding", "ensuing", "prior")


def demonstrative(m: re.Match[str], scope: Scope) -> Found | None:
    """Last week, this year, the following month; "the past year" is a duration that ends now."""
    which, name = m["which"].lower(), unit(m["unit"])
    the = re.search(r"\bthe[ \n]+$", scope.before(m.start(), 6)) is not None
    which = {"this past": "last", "this coming": "next", "that same": "same"}.get(which, which)
    if which in ("past", "last") and name not in ("weekend", "day") and (which == "past" or the):
        return Found("DURATION", duration(1, name))
    if which == "current" and name == "day":
        return None
    if m["unit"][0].isupper() and m["which"][0].isupper() and not m["unit"].isupper():
        return None
    step = _STEPS[which]
    if name == "day":
        return _day_of_story(which, step, the, scope, m.start())
    if which in _FROM_STORY and (the or which in _SAME):
        return Found("DATE", _of_story(which, step, name, scope, m.start()))
    base = scope.today
    if name == "weekend" and which == "this" and base:
        step = -(base.weekday() < 2 and scope.tense(m.start(), m.end()).time == "past")
    if which == "last" and name == "weekend" and base and base.weekday() >= 5:
        step = -1
    return Found("DATE", shift(base, step, name))


def _of_story(which: str, step: int, name: str, scope: Scope, start: int) -> str:
    """That year, the same quarter, the following month: counted from the date that the story has named last."""
    if which in _SAME and name == "quarter" and scope.quarter:
        return scope.quarter
    if which in _SAME and name == "year":
        return shift(scope.that_year(start), 0, name)
    return shift(scope.last if _is_fine(scope, name) or not scope.focus else None, step, name)


_SAME = ("that", "same", "very same")


def _day_of_story(which: str, step: int, the: bool, scope: Scope, start: int) -> Found | None:
    if which in ("this", "last", "past", "coming", "upcoming"):
        return Found("DATE", day(scope.day_of_time(start))) if which == "this" else None
    if not the and which in ("next", "following", "previous"):
        return None
    return Found("DATE", day(plus_days(scope.that_day(start), step)))


_FROM_NAMED = ("later", "after", "earlier", "before", "previously")
_COUNT = r"(?:{fuzzy}|{number})(?: or (?:so|more|two))?"


def ago(m: re.Match[str], scope: Scope) -> Found | None:
    """Two months ago, three days later."""
    name, way = unit(m["unit"]), m["way"].lower()
    sign = 1 if way.startswith(("later", "from", "hence", "after")) else -1
    n = _count(m["fuzzy"], m["number"])
    if n is None:
        return Found("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if name in CLOCK_UNITS:
        return _hours(n, name, way, scope)
    counted = m["weekday"] or m["base"]
    if way in _FROM_NAMED and not counted and scope.near_story(m.start()) and not _is_fine(scope, name):
        return Found("DATE", _back(None, sign, n, name))
    base = _base(m, scope, way, sign, name)
    if base is None and way in _FROM_NAMED and scope.published:
        return Found("DURATION", duration(n, name), start=m.start(), end=m.start("way") - 1)
    if counted and name == "week":
        n, name = 7 * n, "day"
    if m["fuzzy"] in ("a", "an") and name == "year" and scope.quarter and not scope.narrative and sign < 0:
        return Found("DATE", scope.year_before())
    value = _back(base, sign, n, name)
    if sign > 0 and scope.is_too_late(value, m.start(), m.end()):
        return Found("DURATION", duration(n, name), start=m.start(), end=m.start("way") - 1)
    return Found("DATE", value)


def _base(m: re.Match[str], scope: Scope, way: str, sign: int, name: str) -> date | None:
    """The day to count from: a named one, the day of the story for "later", else the day of speaking."""
    if m["weekday"]:
        return scope.weekday(weekday(m["weekday"]), m.start("weekday"), m.end("weekday"), "next")
    if m["base"]:
        return plus_days(scope.now, DEICTIC[m["base"].lower()])
    if way in _FROM_NAMED and (story := scope.near_story(m.start())):
        return story
    compared = sign < 0 and name in ("year", "month", "decade")
    return scope.now if compared or way not in _FROM_NAMED else None


def _is_fine(scope: Scope, name: str) -> bool:
    """Is the date named last precise enough to count such units from it? Two days after "early 2012" is not a day."""
    return scope.focus_days <= _FINE.get(name, scope.focus_days)


_FINE = {"day": 0, "night": 0, "week": 6, "fortnight": 6, "weekend": 6, "month": 30, "quarter": 92}


def _back(base: date | None, sign: int, n: float, name: str) -> str:
    """The value some units back. Small numbers of weeks count in days, and halves in the next smaller unit."""
    if n != int(n):
        n, name = {"year": (12 * n, "month"), "week": (7 * n, "day"), "decade": (10 * n, "year")}.get(name, (n, name))
    if name == "decade":
        n, name = 10 * n, "year"
    return shift(base, sign * int(n), name)


def _hours(n: float, name: str, way: str, scope: Scope) -> Found | None:
    if way == "ago":
        return Found("TIME", day(plus_days(scope.now, -int(n // 24))) if name in ("hour", "hr") else "PAST_REF")
    return Found("DURATION", duration(n, name))


def _count(fuzzy: str | None, figures: str | None) -> float | None:
    """A count: a number, 2 for a couple, 0.5 for half, ``None`` for several."""
    if figures:
        return number(figures)
    low = (fuzzy or "").lower()
    if low in ("a", "an"):
        return 1
    if "couple" in low:
        return 2
    return 0.5 if "half" in low else None


def year_ago(m: re.Match[str], scope: Scope) -> Found | None:
    """The year-earlier quarter: how earnings reports compare."""
    if scope.before(m.start(), 1) == "-":
        return None
    if m["unit"].lower() == "year":
        return Found("DATE", scope.year_before())
    return Found("DATE", shift(scope.now, -1, unit(m["unit"])))


def day_before(m: re.Match[str], scope: Scope) -> Found | None:
    """The day before, with nothing after it: the eve of the date named last."""
    if not re.search(r"\bthe[ \n]+$", scope.before(m.start(), 6)):
        return None
    step = -1 if m["way"].lower() in ("before", "earlier") else 1
    name = unit(m["unit"])
    if name in ("day", "night"):
        return Found("DATE", day(plus_days(scope.story_day, step)))
    return Found("DATE", shift(scope.last, step, name))


def the_weekend(m: re.Match[str], scope: Scope) -> Found | None:
    """The weekend: the last one, unless it has begun or the text is about the future."""
    the = re.search(r"\bthe[ \n]+$", scope.before(m.start(), 6))
    return Found("DATE", scope.weekend(m.start(), m.end())) if the else None


def in_time(m: re.Match[str], scope: Scope) -> Found | None:
    """In two weeks' time."""
    n = _count(m["fuzzy"], m["number"]) or 1
    name = unit(m["unit"].rstrip("'’"))
    if name in CLOCK_UNITS:
        return None
    return Found("DATE", shift(scope.now, int(n), name), start=m.start() + 3, end=m.end())


def the_unit(m: re.Match[str], scope: Scope) -> Found | None:
    """The week, the year: the one that the text is about; "for the year" is a duration."""
    before = scope.before(m.start(), 24)
    if not re.search(r"\bthe[ \n]+$", before) or m["unit"][0].isupper():
        return None
    name = m["unit"].lower()
    if name == "day" and not (scope.narrative or scope.message):
        return None
    if m["kind"] and m["kind"].lower() == "fiscal ":
        return Found("DURATION", duration(1, name))
    if name == "year" and not m["kind"] and (named := scope.near_year(m.start())):
        return Found("DATE", f"{named:04d}")
    if name == "day":
        return Found("DATE", day(scope.story_day if scope.narrative else scope.now))
    return Found("DATE", shift(scope.today, 0, name))
