"""TIMEX3 values in other terms: bounds as dates, and EDTF, the format of the Library of Congress.

TIMEX3 writes decades and centuries with fewer digits ("199", "19"), weeks and parts of a day with letters
("1998-W05-WE", "1998-02-06TNI"), and leaves unknown parts open ("XXXX-09-08", "XXXX-WXX-5"). EDTF has no weeks (they
become intervals), no hours without seconds (only the day is kept), and neither durations nor sets.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from cleaner.core import lazy_re as re

_SEASONS = {"SP": (3, "21"), "SU": (6, "22"), "FA": (9, "23"), "WI": (12, "24")}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE|-[1-7])?(?:T.*)?")
_PERIOD = re.compile(r"(\d{4})-(?:([QH])([1-4])|(SP|SU|FA|WI))")
_OPEN = re.compile(r"(XXXX)-(\d\d)-(\d\d)(?:T.*)?|(\d{4})-XX-XX.*")


@lru_cache(4096)
def bounds(timex: str) -> tuple[date, date] | None:
    """The first and last day of a value; ``None`` if it is open, a duration, or before the common era.

    Seasons are the meteorological ones of the northern hemisphere; winter continues into the next year.

    >>> [str(d) for d in bounds("1998-02") or ()], [str(d) for d in bounds("199") or ()]
    (['1998-02-01', '1998-02-28'], ['1990-01-01', '1999-12-31'])
    >>> [str(d) for d in bounds("1998-W05-WE") or ()], bounds("XXXX-09-08"), bounds("P3D")
    (['1998-01-31', '1998-02-01'], None, None)
    """
    try:
        return _bounds(timex)
    except (ValueError, OverflowError):
        return None


def _bounds(timex: str) -> tuple[date, date] | None:
    if m := _DAY.fullmatch(timex):
        day = date(int(m[1]), int(m[2]), int(m[3]))
        return day, day
    if m := _MONTH.fullmatch(timex):
        return _months(int(m[1]), int(m[2]), 1)
    if m := _WEEK.fullmatch(timex):
        return _week(int(m[1]), int(m[2]), m[3])
    if m := _PERIOD.fullmatch(timex):
        if m[4]:
            return _months(int(m[1]), _SEASONS[m[4]][0], 3)
        size = 3 if m[2] == "Q" else 6
        return _months(int(m[1]), (int(m[3]) - 1) * size + 1, size)
    if timex.isdigit() and 2 <= len(timex) <= 4:
        span = 10 ** (4 - len(timex))
        first = int(timex) * span
        return date(max(first, 1), 1, 1), date(first + span - 1, 12, 31)
    return None


def _months(year: int, first: int, size: int) -> tuple[date, date]:
    """``size`` months from the first one on."""
    last = first + size - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _week(year: int, week: int, part: str | None) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    if part == "-WE":
        return monday + timedelta(5), monday + timedelta(6)
    if part:
        day = monday + timedelta(int(part[1]) - 1)
        return day, day
    return monday, monday + timedelta(6)


@lru_cache(4096)
def edtf(timex: str, mod: str | None = None) -> str | None:
    """The EDTF value of a date, if there is one; "about" becomes its tilde.

    >>> edtf("199"), edtf("1998-SU"), edtf("1998-Q1"), edtf("1998-W05"), edtf("BC0146")
    ('199X', '1998-22', '1998-33', '1998-01-26/1998-02-01', '-0145')
    >>> edtf("2004-06", "APPROX"), edtf("XXXX-09-08"), edtf("XXXX-WXX-5"), edtf("P3D")
    ('2004-06~', 'XXXX-09-08', None, None)
    """
    form = _form(timex)
    return f"{form}~" if form and mod == "APPROX" and "/" not in form and "X" not in form else form


def _form(timex: str) -> str | None:
    if m := re.fullmatch(r"BC(\d{4})(-\d\d)?", timex):
        return f"-{int(m[1]) - 1:04d}{m[2] or ''}" if m[1] not in ("0000", "0001") else None
    if m := _OPEN.fullmatch(timex):
        return f"XXXX-{m[2]}-{m[3]}" if m[1] else m[4]
    if m := re.fullmatch(r"XXXX-(\d\d)", timex):
        return timex
    limits = bounds(timex)
    if limits is None:
        return None
    if timex.isdigit():
        return timex.ljust(4, "X")
    if m := _PERIOD.fullmatch(timex):
        return f"{m[1]}-{_season(m)}"
    if _WEEK.fullmatch(timex) and limits[0] != limits[1]:
        return f"{limits[0]}/{limits[1]}"
    return timex[:7] if _MONTH.fullmatch(timex) else limits[0].isoformat()


def _season(m: re.Match[str]) -> str:
    """EDTF's two digits: 21–24 for seasons, 33–36 for quarters, 40–41 for halves."""
    if m[4]:
        return _SEASONS[m[4]][1]
    return str((32 if m[2] == "Q" else 39) + int(m[3]))
