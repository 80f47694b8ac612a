"""Holidays with a fixed or computable date. Examples assume Friday, 6 February 1998."""

from __future__ import annotations

from datetime import date, timedelta

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.reckoning import day, easter, nth_weekday, plus_days
from cleaner.stages.dates.scope import Scope

holidays = Family("holidays")

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "xmas": (12, 25),
    "boxing day": (12, 26), "halloween": (10, 31), "valentine's day": (2, 14), "independence day": (7, 4),
    "fourth of july": (7, 4), "new year's day": (1, 1), "new year's eve": (12, 31), "new year": (1, 1),
    "veterans day": (11, 11), "armistice day": (11, 11), "st. patrick's day": (3, 17), "juneteenth": (6, 19),
    "april fools' day": (4, 1), "bastille day": (7, 14), "may day": (5, 1), "groundhog day": (2, 2),
}  # fmt: skip
_MOVING = ("thanksgiving", "thanksgiving day", "easter", "easter sunday", "good friday", "easter monday",
           "ash wednesday", "labor day", "memorial day", "mother's day", "father's day", "martin luther king day",
           "presidents day", "palm sunday", "columbus day", "black friday", "cyber monday")  # fmt: skip
_NAMES = sorted([*FIXED, *_MOVING], key=lambda name: (-len(name), name))
_DISTINCT = {word for name in _NAMES for word in re.findall("[a-z]{3,}", name)} - {
    "new",
    "good",
    "may",
    "father",
    "mother",
}
_PATTERN = "|".join(name.replace("'", "['’]?").replace(".", r"\.?") for name in _NAMES)


_NTH = {
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "mother's day": (5, 6, 2), "father's day": (6, 6, 3), "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3), "columbus day": (10, 0, 2),
}  # fmt: skip
_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "good friday": -2,
    "easter monday": 1,
    "ash wednesday": -46,
    "palm sunday": -7,
}


def of_year(name: str, year: int) -> date | None:
    """The day of a holiday in a year."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in _NTH:
        return nth_weekday(year, *_NTH[name])
    if name in _EASTER:
        return easter(year) + timedelta(_EASTER[name])
    if name in ("black friday", "cyber monday"):
        return plus_days(nth_weekday(year, 11, 3, 4), 1 if name == "black friday" else 4)
    return None


@holidays.row(
    {name.split()[0].split("'")[0].rstrip(".") for name in _NAMES} | {"last", "this", "next"},
    r"(?:(?P<which>last|this|next) )?(?P<name>"
    + _PATTERN
    + r")(?!['’]?s? (?:tree|card|carol|song|party|pudding|bunny|egg|gift|present|special|album|island"
    r"|shopping|list|markets?|lights|decorations?|movies?|film|sweater|spirit|story))(?:(?:,| of| in)? {year}\b)?",
    finds={
        "Christmas": "1997-12-25",
        "Thanksgiving Day": "1997-11-27",
        "last Easter": "1997-03-30",
        "Halloween 1996": "1996-10-31",
        "on Christmas Eve in 1995": "1995-12-24",
        "Memorial Day of 1986": "1986-05-26",
    },
    leaves=["Christmas trees", "Easter Island", "a happy new year", "Christmas cards"],
    needs=_DISTINCT,
)
def holiday(m: re.Match[str], scope: Scope) -> Found | None:
    """A holiday, the nearest one that the tense allows."""
    name = re.sub(r"\s+", " ", m["name"].lower().replace("’", "'"))
    if not m["name"][0].isupper() and not name.startswith(("xmas", "christmas", "easter", "halloween", "thanksgiving")):
        return None
    name = next((n for n in _NAMES if n.replace("'", "") == name.replace("'", "") or n.replace(".", "") == name), name)
    if name == "new year" and not re.match(r"['’]s\b", scope.after(m.end(), 3)) and not m["year"]:
        return None
    d = of_year(name, int(m["year"])) if m["year"] else _near(name, (m["which"] or "").lower(), scope, m)
    if d:
        return Found("DATE", day(d))
    if name in FIXED:
        mo, dd = FIXED[name]
        return Found("DATE", f"XXXX-{mo:02d}-{dd:02d}")
    return None


def _near(name: str, which: str, scope: Scope, m: re.Match[str]) -> date | None:
    now = scope.today
    if now is None:
        return None
    this = of_year(name, now.year)
    if this is None:
        return None
    if which == "last":
        return this if this < now else of_year(name, now.year - 1)
    if which == "next":
        return this if this > now else of_year(name, now.year + 1)
    year = scope.year_of(this.month, this.day, m.start(), m.end())
    return of_year(name, year) if year else None
