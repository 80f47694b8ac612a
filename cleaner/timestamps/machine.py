"""Moments in metadata written by programs: ISO 8601, seconds since 1970, digits without separators."""

from __future__ import annotations

from datetime import UTC, date, datetime

from cleaner.core import lazy_re as re

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?)?", re.A)
_EPOCH = re.compile(r"(\d{10})(?:\.\d{1,9})?|(\d{13})|/Date\((\d{12,13})(?:[+-]\d{4})?\)/", re.A)
_COMPACT = re.compile(r"(\d{8})T?(\d{4}|\d{6})(Z|[+-]\d{2}:?\d{2})?")


def parse_machine(text: str) -> date | datetime | None:
    """A moment in ISO 8601, plain or compact, or in seconds or milliseconds since 1970; None for anything else.

    >>> str(parse_machine("1694187660")), str(parse_machine("20230908T154100Z"))
    ('2023-09-08 15:41:00+00:00', '2023-09-08 15:41:00+00:00')
    """
    if len(text) > 60 or not any(c.isdigit() for c in text):
        return None
    text = text.strip(" \t\r\n\"'")
    if _ISO.fullmatch(text):
        return _iso(text)
    if match := _EPOCH.fullmatch(text):
        seconds, millis, net = match.groups()
        moment = datetime.fromtimestamp(int(seconds or 0) or int(millis or net) // 1000, UTC)
        return moment if 1980 <= moment.year <= 2100 else None
    if match := _COMPACT.fullmatch(text):
        return _compact(*match.groups())
    return None


def _iso(text: str) -> date | datetime | None:
    try:
        if len(text) == 10:
            day = date.fromisoformat(text)
            return day if 1900 <= day.year <= 2100 else None
        return _plausible(datetime.fromisoformat(text.upper()))
    except ValueError:
        return None


def _compact(day: str, time: str, zone: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(f"{day}T{time}{zone or ''}")
    except ValueError:
        return None
    return _plausible(moment)


def _plausible(moment: datetime) -> datetime | None:
    return moment if 1900 <= moment.year <= 2100 else None
