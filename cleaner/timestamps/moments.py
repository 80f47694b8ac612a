"""From the items of a line to moments, no more precise than the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cleaner.core import lazy_re as re
from cleaner.timestamps.grammar import Item
from cleaner.timestamps.lexicon import words
from cleaner.timestamps.order import Order
from cleaner.timestamps.tokens import Token
from cleaner.timestamps.zones import place

FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with its zone as written."""

    hour: int
    minute: int = 0
    second: int = 0
    fraction: int = 0
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a line with its tokens, to look up the meaning of a match."""

    text: str
    tokens: Sequence[Token]

    def number(self, match: re.Match[str], group: str) -> int | None:
        """The number that ``group`` matched, if it did."""
        digits = "".join(c for c in self.words(match, group) if c.isdigit())
        return int(digits) if digits else None

    def words(self, match: re.Match[str], group: str) -> str:
        """The text that ``group`` matched; empty if it did not."""
        if group not in match.re.groupindex or match.start(group) < 0:
            return ""
        start, end = match.span(group)
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if start < end else ""


def days(item: Item, line: Line, order: Order | None, weekday: int | None) -> tuple[date, ...]:
    """The days that a date item may mean: one; two if the order is open; none if it is not a date."""
    match = item.match
    if text := line.words(match, "n"):
        return _compact(text)
    year = _year(line, match)
    if year is None:
        return ()
    if "a" in match.re.groupindex:
        return _numeric(year, line, match, order, weekday)
    day = _day(year, _month(line, match), line.number(match, "d"))
    return (day,) if day else ()


def _numeric(year: int, line: Line, match: re.Match[str], order: Order | None, weekday: int | None) -> tuple[date, ...]:
    """The readings with day and month first; impossible months, dots, the weekday or a known order decide."""
    a, b = line.number(match, "a"), line.number(match, "b")
    readings = {"dmy": _day(year, b, a), "mdy": _day(year, a, b)}
    if line.words(match, "s") == "." and readings["dmy"]:
        return (readings["dmy"],)
    found = tuple(dict.fromkeys(day for day in readings.values() if day))
    if len(found) == 2 and weekday is not None:
        found = tuple(day for day in found if day.weekday() == weekday) or found
    if len(found) == 2 and order and (day := readings[order]):
        return (day,)
    return found


def _compact(text: str) -> tuple[date, ...]:
    day = _day(int(text[:4]), int(text[4:6]), int(text[6:8])) if len(text) == 8 else None
    return (day,) if day else ()


def _year(line: Line, match: re.Match[str]) -> int | None:
    written = line.words(match, "y").lstrip("'’")
    if not written or len(written) == 1:
        return None
    year = int(written)
    return year if len(written) == 4 else year + (2000 if year < 70 else 1900)


def _month(line: Line, match: re.Match[str]) -> int | None:
    word = line.tokens[match.start("m")].word
    return int(word) if word.isdigit() else words().months.get(word)


def _day(year: int, month: int | None, day: int | None) -> date | None:
    if not (month and day and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clock(item: Item, line: Line) -> Clock | None:
    """The time of day of an item; None if it is not one, like 25:70.

    >>> from cleaner.timestamps.grammar import items
    >>> from cleaner.timestamps.tokens import tokenize
    >>> kinds, tokens = tokenize("3:41 p.m. ET")
    >>> clock(next(items(kinds)), Line("3:41 p.m. ET", tokens))
    Clock(hour=15, minute=41, second=0, fraction=0, zone='ET')
    """
    match = item.match
    hour = line.number(match, "H")
    if hour is None and (figures := line.words(match, "HI")):  # 1453 GMT
        return _valid(int(figures[:2]), int(figures[2:]), zone=line.words(match, "z"))
    minute = line.number(match, "I") or line.number(match, "i") or 0
    second = line.number(match, "S") or 0
    if hour is None or second > 60:
        return None
    half = match["half"] if "half" in match.re.groupindex else None
    fraction = int((line.words(match, "F") + "000000")[:6]) if line.words(match, "F") else 0
    return _valid(_twelve(hour, half), minute, min(second, 59), fraction, line.words(match, "z").strip())


def _valid(hour: int, minute: int, second: int = 0, fraction: int = 0, zone: str = "") -> Clock | None:
    return Clock(hour, minute, second, fraction, zone or None) if hour < 24 and minute < 60 else None


def _twelve(hour: int, half: str | None) -> int:
    if half and 1 <= hour <= 12:
        return hour % 12 + (12 if half in "pC" else 0)
    return hour


def at(day: date, time: Clock | None, country: str | None) -> tuple[date | datetime, bool]:
    """Day and time together, and whether there is a zone with an unknown offset."""
    if time is None:
        return day, False
    moment = datetime(day.year, day.month, day.day, time.hour, time.minute, time.second, time.fraction)
    if not time.zone:
        return moment, False
    placed = place(moment, time.zone, country)
    return (placed, False) if placed else (moment, True)


def back(item: Item, line: Line, fetched: datetime) -> date | datetime | None:
    """The meaning of "4 hours ago" or "yesterday" on a page fetched at ``fetched``.

    Minutes and hours give a time to the minute, days and weeks a date; "3 months ago" does not give a date.
    """
    match = item.match
    if "day" in match.re.groupindex:
        return fetched.date() - timedelta(days=1 if match["day"] == "y" else 0)
    n = line.number(match, "n") or 1
    unit = words().units.get(line.tokens[match.start("u")].word)
    if unit in _SECONDS and n < 1000:
        return (fetched - timedelta(seconds=n * _SECONDS[unit])).replace(second=0, microsecond=0)
    if unit in ("day", "week") and n < 100:
        return fetched.date() - timedelta(days=n * (7 if unit == "week" else 1))
    return None


_SECONDS = {"second": 1, "minute": 60, "hour": 3600}


def partial(item: Item, line: Line) -> str | None:
    """The EDTF form of a date without a year: ``XXXX-09-08``."""
    match = item.match
    if "m" not in match.re.groupindex or line.words(match, "y"):
        return None
    month, day = _month(line, match), line.number(match, "d")
    return f"XXXX-{month:02}-{day:02}" if month and day and _day(2000, month, day) else None
