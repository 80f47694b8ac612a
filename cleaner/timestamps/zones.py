"""From zone letters to offsets: some are fixed, some follow daylight saving, some depend on the country."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from cleaner.core import lazy_re as re
from cleaner.timestamps.lexicon import fold, words

_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")


def place(moment: datetime, zone: str, country: str | None) -> datetime | None:
    """``moment`` with the offset of ``zone`` at that time; None if the letters are ambiguous.

    "ET" is the time of New York on that day; "BST" and "IST" depend on the country of the publisher.

    >>> str(place(datetime(2023, 9, 8, 15, 41), "ET", None)), str(place(datetime(2023, 1, 8, 15, 41), "ET", None))
    ('2023-09-08 15:41:00-04:00', '2023-01-08 15:41:00-05:00')
    >>> str(place(datetime(2023, 9, 8, 15, 41), "BST", "GB")), place(datetime(2023, 9, 8, 15, 41), "BST", None)
    ('2023-09-08 15:41:00+01:00', None)
    >>> place(datetime(2023, 1, 10, 9, 15), "BST", "GB") is None  # no summer time in January
    True
    """
    zone = zone.strip(" ()").replace("−", "-").replace(")", "")
    if match := _OFFSET.search(zone):
        return _at(moment, _minutes(*match.groups()))
    name, table = fold(zone), words()
    if name in table.rules:
        return _fixed(moment.replace(tzinfo=ZoneInfo(table.rules[name])))
    by_country = table.by_country.get(name)
    offset = by_country.get(country or "", by_country.get("*")) if by_country else table.fixed.get(name)
    if isinstance(offset, str):
        placed = moment.replace(tzinfo=ZoneInfo(offset))
        return _fixed(placed) if placed.tzname() == name.upper() else None
    return None if offset is None else _at(moment, offset)


def _minutes(sign: str, hours: str, minutes: str | None) -> int:
    return (-1 if sign == "-" else 1) * (int(hours) * 60 + int(minutes or 0))


def _at(moment: datetime, minutes: int) -> datetime | None:
    return moment.replace(tzinfo=timezone(timedelta(minutes=minutes))) if abs(minutes) <= 14 * 60 else None


def _fixed(moment: datetime) -> datetime:
    """The same moment with a plain offset, so that it can be written and compared without the name of the zone."""
    offset = moment.utcoffset() or timedelta()
    return moment.replace(tzinfo=timezone(offset))
