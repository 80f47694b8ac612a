"""Calendar arithmetic from a day that may be unknown.

Every function returns a TIMEX3 value. Without a day to count from, the value has the same form with open digits: a week
is ``XXXX-WXX``, a month ``XXXX-XX``. Nothing is invented.
"""

from __future__ import annotations

from datetime import date, timedelta

from cleaner.stages.dates.words import CLOCK_UNITS, UNITS

OPEN = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}

_SPLIT = {"year": ("{}Y", "6M"), "hour": ("T{}H", "30M"), "minute": ("T{}M", "30S")}
"""How one and a half of a unit is written: in the unit and the next smaller one."""
HALVES = {"hour": "PT30M", "year": "P6M", "decade": "P5Y", "century": "P50Y", "day": "PT12H", "minute": "PT30S"}


def day(d: date | None) -> str:
    """The value of a day.

    >>> day(date(1998, 2, 6)), day(None)
    ('1998-02-06', 'XXXX-XX-XX')
    """
    return d.isoformat() if d else OPEN["day"]


def week(d: date | None) -> str:
    """The value of the ISO week that holds a day.

    >>> week(date(1998, 2, 6)), week(None)
    ('1998-W06', 'XXXX-WXX')
    """
    if d is None:
        return OPEN["week"]
    year, number, _ = d.isocalendar()
    return f"{year:04d}-W{number:02d}"


def plus_days(d: date | None, n: int) -> date | None:
    """The day ``n`` days later; ``None`` if there is no such day."""
    try:
        return d + timedelta(n) if d else None
    except OverflowError:
        return None


def plus_months(d: date, n: int) -> tuple[int, int]:
    """Year and month ``n`` months later.

    >>> plus_months(date(1998, 2, 6), -3)
    (1997, 11)
    """
    months = d.year * 12 + d.month - 1 + n
    return months // 12, months % 12 + 1


def shift(d: date | None, n: int, unit: str) -> str:
    """The day, week, month, quarter, year … ``n`` units after the one with ``d``.

    >>> d = date(1998, 2, 6)
    >>> [shift(d, -1, u) for u in ("day", "week", "month", "quarter", "year", "decade", "century")]
    ['1998-02-05', '1998-W05', '1998-01', '1997-Q4', '1997', '198', '18']
    >>> shift(d, 0, "weekend"), shift(None, -1, "month"), shift(d, -3000, "year")
    ('1998-W06-WE', 'XXXX-XX', 'XXXX')
    """
    if unit == "millennium":
        n, unit = 1000 * n, "year"
    if unit in ("week", "weekend", "fortnight"):
        moved = plus_days(d, (14 if unit == "fortnight" else 7) * n) if abs(n) < 10**6 else None
        return week(moved) + ("-WE" if unit == "weekend" else "")
    if unit in ("day", "night"):
        return day(plus_days(d, n) if abs(n) < 10**6 else None)
    return (_coarse(d, n, unit) if d else None) or OPEN[unit]


def _coarse(d: date, n: int, unit: str) -> str | None:
    """Months and longer; ``None`` outside the years 1 to 9999."""
    if unit == "month":
        year, month = plus_months(d, n)
        return f"{year:04d}-{month:02d}" if 0 < year < 10000 else None
    if unit == "quarter":
        quarters = d.year * 4 + (d.month - 1) // 3 + n
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}" if 0 < quarters // 4 < 10000 else None
    width = {"year": 4, "decade": 3, "century": 2}[unit]
    value = d.year // 10 ** (4 - width) + n
    return f"{value:0{width}d}" if 0 < value < 10**width else None


def duration(n: float | str, unit: str) -> str:
    """The TIMEX3 duration of ``n`` units; ``n`` is "X" if it is unknown.

    >>> duration(3, "day"), duration(2, "hour"), duration("X", "year"), duration(1.5, "year"), duration(2, "decade")
    ('P3D', 'PT2H', 'PXY', 'P1Y6M', 'P20Y')
    """
    if unit == "fortnight":
        n, unit = (n if isinstance(n, str) else 2 * n), "week"
    if n == 0.5 and unit in HALVES:
        return HALVES[unit]
    if unit in ("decade", "century") and n != "X":
        n, unit = (10 if unit == "decade" else 100) * float(n), "year"
    if not isinstance(n, str) and n % 1 == 0.5 and unit in _SPLIT:
        whole, half = _SPLIT[unit]
        return f"P{whole.format(int(n))}{half}"
    n = int(n) if not isinstance(n, str) and n == int(n) else n
    letter = "D" if unit == "night" else UNITS[unit]
    return f"P{'T' if unit in CLOCK_UNITS else ''}{n}{letter}"


def valid(year: int | None, month: int, day: int) -> bool:
    """Is there such a day? An unknown year may be a leap year.

    >>> valid(1998, 2, 29), valid(None, 2, 29), valid(2000, 13, 1)
    (False, True, False)
    """
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def full(year: int | None, m: int, d: int) -> str | None:
    """The value of a day, perhaps with an unknown year; ``None`` if there is no such day."""
    if not valid(year, m, d):
        return None
    return f"{year:04d}-{m:02d}-{d:02d}" if year else f"XXXX-{m:02d}-{d:02d}"


def month_value(year: int | None, m: int) -> str:
    """The value of a month, perhaps with an unknown year."""
    return f"{year:04d}-{m:02d}" if year else f"XXXX-{m:02d}"


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The n-th such weekday of a month, or the last for -1; ``None`` if there is none.

    >>> nth_weekday(1998, 11, 3, 4), nth_weekday(1998, 5, 0, -1), nth_weekday(1998, 2, 0, 5)
    (datetime.date(1998, 11, 26), datetime.date(1998, 5, 25), None)
    """
    if n > 0:
        first = date(year, month, 1)
        d = first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))
        return d if d.month == month else None
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.

    >>> easter(1998).isoformat(), easter(2024).isoformat()
    ('1998-04-12', '2024-03-31')
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def day_of_holiday(named: str, year: int) -> date:
    """The day of "12-25", of "easter -2", which counts from Easter, or of "nth 11 3 4 1", the day after (1) the fourth
    Thursday (3) of November.

    >>> [day_of_holiday(named, 1998).isoformat() for named in ("12-25", "easter -2", "nth 11 3 4 1")]
    ['1998-12-25', '1998-04-10', '1998-11-27']
    """
    kind, *numbers = named.split()
    if kind == "easter":
        return easter(year) + timedelta(int(numbers[0]))
    if kind == "nth":
        month, weekday, n, *after = map(int, numbers)
        return (nth_weekday(year, month, weekday, n) or date.max) + timedelta(*after)
    return date.fromisoformat(f"{year:04d}-{named}")
