"""Moments as machines write them into metadata: seconds since 1970, digits without separators."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_EPOCH = re.compile(r"(\d{10})(?:\.\d{1,9})?|(\d{13})|/Date\((\d{12,13})(?:[+-]\d{4})?\)/")
_COMPACT = re.compile(r"(\d{8})T?(\d{4}|\d{6})(Z|[+-]\d{2}:?\d{2})?")


def parse_machine(text: str) -> datetime | None:
    """Epoch seconds or milliseconds, or a compact ISO 8601 moment; None for everything else.

    >>> str(parse_machine("1694187660")), str(parse_machine("20230908T154100Z"))
    ('2023-09-08 15:41:00+00:00', '2023-09-08 15:41:00+00:00')
    """
    if len(text) > 60 or not any(c.isdigit() for c in text):
        return None
    text = text.strip(" \t\r\n\"'")
    if match := _EPOCH.fullmatch(text):
        seconds, millis, net = match.groups()
        return _plausible(datetime.fromtimestamp(int(seconds or 0) or int(millis or net) // 1000, UTC))
    if match := _COMPACT.fullmatch(text):
        return _compact(*match.groups())
    return None


def _compact(day: str, time: str, zone: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(f"{day}T{time}{zone or ''}")
    except ValueError:
        return None
    return _plausible(moment)


def _plausible(moment: datetime) -> datetime | None:
    return moment + timedelta(0) if 1980 <= moment.year <= 2100 else None
