"""Calendar dates by name and number: days, months, years, and the ranges that are written as one.

The examples are read as of Friday, 6 February 1998. A range is two mentions, each with its own value, as TIMEX3 has it.
"""

from __future__ import annotations

import re

from cleaner.stages.dates.grammar import Family, Found, date_range
from cleaner.stages.dates.reckoning import full, month_value
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import MONTHS, ORDINALS, WEEKDAYS, month, ordinal

explicit = Family("explicit")
_DAY_NUMBERS = ("#1", "#2")
_WORDLIKE = frozenset({"may", "march", "mar", "sun", "dec", "jan", "sat", "wed", "august", "april", "june"})
_PREPOSITION = re.compile(
    r"\b(?:in|of|since|by|until|till|through|throughout|during|from|late|early|mid|last|next|this|for|and"
    r"|to|or|between|"
    r"before|after|around|about|every|each|end|beginning|on|is|was|,)[ \n-]+$"
)
_COUNTED = re.compile(
    r"\s+(?:feet|miles|people|tons|tonnes|points|workers|employees|barrels|dead|km|kilometers|shares|troops|soldiers|"
    r"jobs|percent|per cent|million|billion|men|women|homes|pounds|yards|dollars|euros|votes|cases|copies"
    r"|units|words|"
    r"calories|square|megawatts|meters|metres|cars|others|hours|days|weeks|months|years|minutes|seconds"
    r"|more|deaths)\b"
)


def _year(text: str | None) -> int | None:
    """A year of four figures, or of two: '41 to '99 belong to the last century."""
    if not text:
        return None
    year = int(text)
    return year if year > 99 else year + (1900 if year > 40 else 2000)


@explicit.row(
    ["#4"],
    r"{year}-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\d-])(?:[T ](?P<time>[0-2]\d:[0-5]\d"
    r"(?::[0-5]\d)?)(?P<utc>Z|\b))?",
    finds={"1998-02-06": "1998-02-06", "1998-02-06 17:20": "1998-02-06T17:20"},
    leaves=["call 1998-02-061"],
)
def iso(m: re.Match[str], scope: Scope) -> Found | None:
    """A date, perhaps with a time, as ISO 8601 has it."""
    day = full(int(m["year"]), int(m["month"]), int(m["day"]))
    if not day:
        return None
    return Found("TIME", f"{day}T{m['time']}{m['utc']}") if m["time"] else Found("DATE", day)


@explicit.row(
    ["#4"],
    r"{year}(?P<sep>[/.])(?P<mo>1[0-2]|0?[1-9])(?P=sep)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/]|\.\d)",
    finds={"2015/08/12": "2015-08-12", "on 2015.5.13": "2015-05-13"},
    leaves=["version 2015.5.13.1", "2015/8"],
)
def year_first(m: re.Match[str], scope: Scope) -> Found | None:
    """2015/08/12: where the year leads, the month follows."""
    day = full(int(m["year"]), int(m["mo"]), int(m["day"]))
    return Found("DATE", day) if day else None


@explicit.row(
    ["on"],
    r"on (?!24/7)(?P<a>\d\d?)/(?P<b>\d\d?)(?![\d/]|\.\d)",
    finds={"on 4/22": "1998-04-22", "on 22/11": "1997-11-22", "on 2/6": "1998-02-06"},
    leaves=["on 1/3 of them", "on 5/8 odds", "on 24/7"],
)
def no_year(m: re.Match[str], scope: Scope) -> Found | None:
    """On 4/22: a day and a month where the figures allow one reading."""
    if re.match(r"\s+(?:of|odds|\w+s\b)", scope.after(m.end())):
        return None
    a, b = int(m["a"]), int(m["b"])
    readings = {}
    for order, mo, d in (("mdy", a, b), ("dmy", b, a)):
        year = scope.year_of(mo, d, m.start(), m.end()) if 0 < mo < 13 else None
        readings[order] = full(year, mo, d)
    day = _settled(readings, scope, "/") if any(readings.values()) else None
    return Found("DATE", day, start=m.start() + 3, end=m.end()) if day else None


@explicit.row(
    _DAY_NUMBERS,
    r"(?<![\d/.-])(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
    r"(?: (?P<time>[0-2]?\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?)?",
    finds={"13/12/2004": "2004-12-13", "12/13/04": "2004-12-13", "02/06/98 17:20": "1998-02-06T17:20"},
    leaves=["version 1.2.13.4", "24/7/365", "odds of 33/1/2"],
)
def slashed(m: re.Match[str], scope: Scope) -> Found | None:
    """12/13/04: the order of day and month is settled by evidence, or the day stays open.

    A figure above 12 tells, here or elsewhere in the text; so does a reading that is the day of publication.
    """
    a, b, year = int(m["a"]), int(m["b"]), _year(m["year"])
    readings = {"mdy": full(year, a, b), "dmy": full(year, b, a)}
    if not any(readings.values()):
        return None
    day = _settled(readings, scope, m["sep"])
    if day is None:
        return Found("DATE", f"{year}-XX-XX", note="day or month first")
    if m["time"]:
        return Found("TIME", f"{day}T{m['time'].zfill(5)}")
    return Found("DATE", day)


def _settled(readings: dict[str, str | None], scope: Scope, sep: str) -> str | None:
    options = sorted({r for r in readings.values() if r})
    if len(options) == 1:
        return options[0]
    if scope.published and scope.published.isoformat() in options:
        return scope.published.isoformat()
    day_first = True if sep == "." else scope.day_first
    if day_first is None:
        return None
    return readings["dmy" if day_first else "mdy"]


_WEEKDAY = r"(?:{weekday},? (?:the )?)?"


@explicit.row(
    [*MONTHS, *WEEKDAYS],
    _WEEKDAY + r"{month}(?:\.? | ?-)(?:the )?(?:{day}|{nth}\b)"
    r"(?!:\d| ?(?:%|percent|per cent|million|billion|points?|seats)\b)(?:(?: ?, ?| )'?{year}(?!,\d| "
    r"(?:feet|miles))|,? (?:of|in) {year}\b)?",
    finds={
        "Sept. 8, 2023": "2023-09-08",
        "Friday, September 8, 2023": "2023-09-08",
        "Feb. 3": "1998-02-03",
        "March eighth": "1998-03-08",
    },
    leaves=["May 30 percent of them", "Sun 2 goals"],
    lead="edge",
)
def month_day(m: re.Match[str], scope: Scope) -> Found | None:
    """Month, then day: the order of the American press."""
    if m["month"] in ("may", "march", "mar") and not m["weekday"] and not m["year"]:
        return None
    mo = month(m["month"])
    d = ordinal(m["nth"]) if m["nth"] else int(re.match(r"\d+", m["day"])[0])  # type: ignore[index]
    year = int(m["year"]) if m["year"] else scope.year_of(mo, d, m.start("month"), m.end())
    day = full(year, mo, d)
    return Found("DATE", day) if day else None


@explicit.row(
    [*_DAY_NUMBERS, *WEEKDAYS, *ORDINALS],
    _WEEKDAY + r"(?:{day}|{nth})(?:[ -](?:day )?of[ -]|\.? ?[/-]?){month}\b\.?(?:(?: ?, ?|[ /-]| in | of )?{year}\b"
    r"|[/-](?P<short>\d\d)\b)?",
    finds={
        "8 September 2023": "2023-09-08",
        "Friday, 8 Sept. 2023": "2023-09-08",
        "the 3rd of February": "1998-02-03",
        "the fourth of March 1999": "1999-03-04",
    },
    leaves=["the first may be", "Of the 15 may leave", "2 March hares"],
    lead="the edge",
    needs=MONTHS,
)
def day_month(m: re.Match[str], scope: Scope) -> Found | None:
    """Day, then month: the order of the British press."""
    name = m["month"]
    if name.lower() in ("may", "march", "mar", "sun", "dec") and not (m["year"] or m["weekday"]):
        follows = re.match(
            r"\s*(?:$|[,.;:)\n–-]|(?:at|in|on|and|to|the|when|after|until|he|she|it|they|as|with)\b)",
            scope.after(m.end()),
        )
        if not name[0].isupper() or not (follows or " of" in m[0]):
            return None
    d = ordinal(m["nth"]) if m["nth"] else int(re.match(r"\d+", m["day"])[0])  # type: ignore[index]
    mo = month(name)
    year = _year(m["year"] or m["short"]) or scope.year_of(mo, d, m.start("month"), m.end())
    day = full(year, mo, d)
    if not day:
        return None
    end = max(m.end("year"), m.end("short"), m.end("month"))
    return Found("DATE", day, start=m.start(), end=end)


_DASH = r"(?: ?[-–—/] ?| to | and | until | or | through )"


@explicit.row(
    MONTHS,
    r"{month} {day}" + _DASH + r"{day:to}(?![\d:]| (?:{month:next})\b|th\b)(?:(?: ?, ?| ){year}\b)?",
    finds={"May 2-3, 1997": "1997-05-02 1997-05-03", "Feb. 3 to 5": "1998-02-03 1998-02-05"},
    leaves=["April 6 or 12 percent"],
)
def days_of_month(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two days of one month: "April 6-7, 1915"."""
    if _COUNTED.match(scope.after(m.end("to"))) or re.match(r" ?%", scope.after(m.end("to"))):
        return None
    mo = month(m["month"])
    a, b = (int(re.match(r"\d+", m[g])[0]) for g in ("day", "to"))  # type: ignore[index]
    year = int(m["year"]) if m["year"] else scope.year_of(mo, a, m.start(), m.end())
    first, last = full(year, mo, a), full(year, mo, b)
    if not first or not last or a >= b:
        return None
    return date_range(first, m.start(), m.end("day"), last, m.start("to"), m.end())


@explicit.row(
    _DAY_NUMBERS,
    r"{day}" + _DASH + r"{day:to}(?: of)? {month}\b\.?(?:,? {year}\b)?",
    finds={"10-12 October 1997": "1997-10-10 1997-10-12", "3 and 5 February": "1998-02-03 1998-02-05"},
    leaves=["a 3-2 March win"],
    lead="the",
    needs=MONTHS,
)
def days_then_month(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two days before one month: "6–7 February 1920"."""
    mo = month(m["month"])
    a, b = (int(re.match(r"\d+", m[g])[0]) for g in ("day", "to"))  # type: ignore[index]
    year = int(m["year"]) if m["year"] else scope.year_of(mo, b, m.start(), m.end())
    first, last = full(year, mo, a), full(year, mo, b)
    if not first or not last or a >= b:
        return None
    return date_range(
        first, m.start(), m.end("day"), last, m.start("to"), m.end("year") if m["year"] else m.end("month")
    )


@explicit.row(
    [*MONTHS, *_DAY_NUMBERS],
    r"(?:{month} {day}|{day:d} {month:m})" + _DASH + r"(?:{month:mt} {day:dt}|{day:dl} {month:ml})(?: ?,)? {year}\b",
    finds={
        "Nov. 18 to Dec. 19, 1995": "1995-11-18 1995-12-19",
        "26 June - 4 August 1952": "1952-06-26 1952-08-04",
        "from 20 December to 3 January 1990": "1989-12-20 1990-01-03",
    },
    leaves=["June 3 to 4 hours"],
    needs=MONTHS,
)
def days_of_months(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two days of two months, the year named once: "26 June – 4 August 1952"."""
    a, b = month(m["month"] or m["m"]), month(m["mt"] or m["ml"])
    days = [int(re.match(r"\d+", text)[0]) for text in (m["day"] or m["d"], m["dt"] or m["dl"])]  # type: ignore[index]
    year = int(m["year"])
    first, last = full(year - (a > b), a, days[0]), full(year, b, days[1])
    if not first or not last or first >= last:
        return None
    middle = max(m.end("day"), m.end("m"))
    behind = min(x for x in (m.start("mt"), m.start("dl")) if x >= 0)
    return date_range(first, m.start(), middle, last, behind, m.end())


@explicit.row(
    MONTHS,
    r"{month}" + _DASH + r"{month:to}(?: of|,)? {year}\b",
    finds={"August-September 1996": "1996-08 1996-09", "June and July, 1996": "1996-06 1996-07"},
    leaves=["April to May was"],
    lead="edge",
)
def months_of_year(m: re.Match[str], scope: Scope) -> list[Found]:
    """Two months of one year: "July–November 1954"."""
    year, a, b = int(m["year"]), month(m["month"]), month(m["to"])
    first = month_value(year - (a > b), a)
    return date_range(first, m.start(), m.end("month"), month_value(year, b), m.start("to"), m.end())


@explicit.row(
    MONTHS,
    r"{month}(?: ?, ?| (?:of )?|-)(?:{year}\b(?!,\d|-year)|(?P<which>last|this|next|the same|the previous"
    r"|the following|that) year\b)",
    finds={
        "March 1997": "1997-03",
        "December of last year": "1997-12",
        "April next year": "1999-04",
        "May, 1972": "1972-05",
    },
    leaves=["May 1,200 people come"],
    lead="edge",
)
def month_year(m: re.Match[str], scope: Scope) -> Found | None:
    """A month with its year, named or counted: "December of last year"."""
    mo = month(m["month"])
    if m["year"]:
        return Found("DATE", month_value(int(m["year"]), mo))
    which = m["which"].lower()
    base = scope.today if which in ("last", "this", "next") else scope.last
    step = {"last": -1, "next": 1, "the previous": -1, "the following": 1}.get(which, 0)
    return Found("DATE", month_value(base.year + step if base else None, mo))


@explicit.row(
    ["last", "this", "next", "past", "coming", *MONTHS],
    r"(?:(?P<which>last|this|next|past|coming) )?{month}\b(?!\.? \d|-\d)",
    finds={"last December": "1997-12", "in August": "1997-08", "next March": "1998-03"},
    leaves=["Theresa May said", "they may go", "to march on", "April Jones was", "I saw Jan there"],
    lead="edge",
    needs=MONTHS,
)
def month_alone(m: re.Match[str], scope: Scope) -> Found | None:
    """A month without its year: last August, this June, or the nearest one that the tense allows."""
    name, which = m["month"].lower(), (m["which"] or "").lower()
    if not m["month"][0].isupper() and (not which or name in ("may", "march", "mar", "sec", "dec", "jun", "sep")):
        return None
    if not which and not _is_month(name, m, scope):
        return None
    mo = month(name)
    return Found("DATE", month_value(_which_year(mo, which, m, scope), mo))


def _is_month(name: str, m: re.Match[str], scope: Scope) -> bool:
    """Is this word a month here, and not a name or a verb?"""
    before = scope.before(m.start())
    preposed = _PREPOSITION.search(before) is not None
    if name == "march" and re.search(r"\b(?:to|for|the|a)[ \n]+$", before):
        return False
    if name in ("may", "mar") and (not preposed or re.search(r"(?:\b(?:and|to|or|about|on|is|was)|,)[ \n]+$", before)):
        return bool(re.search(r"[a-z]{3,9} (?:and|to|or)[ \n]$", before)) and any(
            w in before.split()[-2:-1] for w in MONTHS
        )
    if len(name) <= 4 and name not in ("june", "july"):
        return name.endswith(".") or bool(preposed and not re.match(r" [A-Z]|[’']s", scope.text[m.end() : m.end() + 2]))
    if name == "march" and not preposed and re.match(r"\s+(?:on|of|for|against|toward|by)\b", scope.after(m.end())):
        return False
    named = re.match(r"[ \n]+[A-Z][a-z]+", scope.text[m.end() : m.end() + 8])
    return not (
        named
        and name in ("april", "june", "august", "march")
        and not re.search(r"\b(?:in|of|since|by|until|from|during)[ \n]+$", before)
    )


def _which_year(mo: int, which: str, m: re.Match[str], scope: Scope) -> int | None:
    now = scope.today
    if not which:
        return scope.year_of(mo, None, m.start("month"), m.end())
    if now is None:
        return None
    if which in ("last", "past"):
        return now.year - (mo >= now.month - 1)
    return now.year + (mo <= now.month) if which in ("next", "coming") else now.year
