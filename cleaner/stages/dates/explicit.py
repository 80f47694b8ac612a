"""Calendar dates by name and number: days, months, years, and the ranges that are written as one.

The examples are read as of Friday, 6 February 1998. A range is two mentions, each with its own value, as TIMEX3 has it.
"""

from __future__ import annotations

import re

from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.reckoning import valid
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import MONTHS, ORDINALS, WEEKDAYS, month, number, ordinal

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


_CAR = re.compile(
    r" (?:model|(?:Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ferrari|Fiat|Ford|GMC"
    r"|Honda|Hyundai|Jaguar|"
    r"Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes|Mercury|Nissan|Oldsmobile|Plymouth|Pontiac|Porsche|Renault|Subaru|Tesla|"
    r"Toyota|Volkswagen|Volvo)\b)"
)


def _full(year: int | None, m: int, d: int) -> str | None:
    """The value of a day, its year perhaps unknown; ``None`` where there is no such day."""
    if not valid(year, m, d):
        return None
    return f"{year:04d}-{m:02d}-{d:02d}" if year else f"XXXX-{m:02d}-{d:02d}"


def _month(year: int | None, m: int) -> str:
    return f"{year:04d}-{m:02d}" if year else f"XXXX-{m:02d}"


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
    day = _full(int(m["year"]), int(m["month"]), int(m["day"]))
    if not day:
        return None
    return Found("TIME", f"{day}T{m['time']}{m['utc']}") if m["time"] else Found("DATE", day)


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
    readings = {"mdy": _full(year, a, b), "dmy": _full(year, b, a)}
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
    _WEEKDAY + r"{month}(?:\.? | ?-)(?:the )?(?:{day}|(?P<nth>" + "|".join(ORDINALS) + r")\b)"
    r"(?!:\d| ?(?:%|percent|per cent|million|billion|points?|seats)\b)(?:(?: ?, ?| )'?{year}(?!,\d| "
    r"(?:feet|miles)))?",
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
    day = _full(year, mo, d)
    return Found("DATE", day) if day else None


@explicit.row(
    [*_DAY_NUMBERS, *WEEKDAYS, *ORDINALS],
    _WEEKDAY
    + r"(?:{day}|(?P<nth>"
    + "|".join(ORDINALS)
    + r"))(?:[ -](?:day )?of[ -]| ?-?){month}\b\.?(?: ?, ?|[ -])?(?:{year}\b)?",
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
    year = int(m["year"]) if m["year"] else scope.year_of(mo, d, m.start("month"), m.end())
    day = _full(year, mo, d)
    if not day:
        return None
    return Found("DATE", day, start=m.start(), end=m.end("year") if m["year"] else m.end("month"))


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
    first, last = _full(year, mo, a), _full(year, mo, b)
    if not first or not last or a >= b:
        return None
    return _range(first, m.start(), m.end("day"), last, m.start("to"), m.end())


def _range(first: str, a: int, b: int, last: str, c: int, d: int) -> list[Found]:
    """Two mentions, each of which says of what range it is an end."""
    note = f"{first}/{last}"
    return [Found("DATE", first, None, a, b, note), Found("DATE", last, None, c, d, note)]


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
    first, last = _full(year, mo, a), _full(year, mo, b)
    if not first or not last or a >= b:
        return None
    return _range(first, m.start(), m.end("day"), last, m.start("to"), m.end("year") if m["year"] else m.end("month"))


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
    first = _month(year - (a > b), a)
    return _range(first, m.start(), m.end("month"), _month(year, b), m.start("to"), m.end())


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
        return Found("DATE", _month(int(m["year"]), mo))
    which = m["which"].lower()
    base = scope.today if which in ("last", "this", "next") else scope.last
    step = {"last": -1, "next": 1, "the previous": -1, "the following": 1}.get(which, 0)
    return Found("DATE", _month(base.year + step if base else None, mo))


@explicit.row(
    ["last", "this", "next", "past", "coming", *MONTHS],
    r"(?:(?P<which>last|this|next|past|coming) )?{month}\b(?!\.? \d|-\d)",
    finds={"last December": "1997-12", "in August": "1997-08", "next March": "1998-03"},
    leaves=["Theresa May said", "they may go", "to march on", "April Jones was", "I saw Jan there"],
    lead="edge",
)
def month_alone(m: re.Match[str], scope: Scope) -> Found | None:
    """A month without its year: last August, this June, or the nearest one that the tense allows."""
    name, which = m["month"].lower(), (m["which"] or "").lower()
    if not m["month"][0].isupper() and (not which or name in ("may", "march", "mar", "sec", "dec", "jun", "sep")):
        return None
    if not which and not _is_month(name, m, scope):
        return None
    mo = month(name)
    return Found("DATE", _month(_which_year(mo, which, m, scope), mo))


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


@explicit.row(
    ["#4", "year", "fiscal", "fy", "calendar"],
    r"(?:(?P<fiscal>fiscal|fy|calendar)(?: year)? ?|year )?{year}\b(?![-–](?:year|\d{3,}|[a-z])|[%$]|[.,:/]\d)",
    finds={"in 1996": "1996", "fiscal 1999": "1999", "the year 2000": "2000", "FY 1997": "1997"},
    leaves=["$1996", "1996 people", "No. 1984-2231", "1,996", "a 1500 calorie diet", "1997-built"],
    lead="edge",
)
def year_alone(m: re.Match[str], scope: Scope) -> Found | None:
    """A year: four figures that count nothing."""
    year, start = int(m["year"]), m.start("year")
    before = scope.before(start, 20)
    named = len(m[0]) > 4
    if re.search(
        r"[$£€#./:]$|\d[,-]$|\b(?:no|flight|route|room|page|section|model|channel)\.? ?$|(?:^|\W)[a-z]{1,2}-$", before
    ):
        return None
    if not named and _COUNTED.match(scope.after(m.end())):
        return None
    if _CAR.match(scope.text, m.end()):
        return None
    if scope.published and year > scope.published.year + 80:
        return None
    if (
        year < 1850
        and not named
        and not scope.narrative
        and not re.search(
            r"\b(?:in|of|since|by|from|to|until|early|late|mid|the|and|after|before|during|circa|around|about"
            r"|between|[-–,(])[ \n(-]*$",
            before,
        )
    ):
        return None
    start = m.start() if (m["fiscal"] or "").lower() != "calendar" else m.start("year")
    if m[0].lower().startswith("year"):
        start = m.start("year") if not before[:-5].rstrip().endswith("the") else m.start() - 4
    return Found("DATE", m["year"], start=start, end=m.end())


@explicit.row(
    ["#4"],
    r"{year}[ ]?[-–—/][ ]?(?:(?P<short>\d\d)|{year:long})(?![\d-]|[.,]\d)",
    finds={"1996-97": "1996 1997", "1996–1997": "1996 1997"},
    leaves=["1996-34"],
)
def years(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two years joined by a dash or a slash: "2009–10"."""
    if re.search(r"[$£€#./:]$|\d[,-]$", scope.before(m.start(), 3)):
        return None
    group = "short" if m["short"] else "long"
    last = m["long"] or m["year"][:2] + m["short"]
    if not int(m["year"]) < int(last) < int(m["year"]) + 500:
        return None
    return _range(m["year"], m.start(), m.end("year"), last, m.start(group), m.end())


@explicit.row(
    _DAY_NUMBERS,
    r"(?P<nth>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?: of (?P<that>that|this|the) month\b|(?= ?[.,;)]| "
    r"(?:the|a|an|he|she|they|it|and)\b))",
    finds={"March 3, 1997. On the 5th, they": "1997-03-03 1997-03-05"},
    leaves=["the 5th floor", "finished 5th, he", "the 5th. Army"],
    lead="the",
)
def nth(m: re.Match[str], scope: Scope) -> Found | None:
    """On the 5th: of the month that was named last."""
    if not re.search(r"\bon the[ \n]$", scope.before(m.start(), 8)) or (scope.last is None):
        return None
    day = _full(scope.last.year, scope.last.month, ordinal(m["nth"]))
    return Found("DATE", day) if day else None


_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"


@explicit.row(
    ["nineteen", "eighteen", "two", "twenty", *MONTHS],
    r"(?:{month} )?(?:(?P<century>eighteen|nineteen|twenty)[ -](?:hundred and )?(?P<rest>(?:{tens})(?:[ -]{ones})?|"
    + _TEENS
    + r"|oh[ -]{ones:oh})"
    r"|(?P<thousand>two thousand(?: and)?)(?: (?P<few>(?:{tens})(?:[ -]{ones:one})?|"
    + _TEENS
    + r"|(?:{ones:unit})))?)\b(?! (?:percent|people|years|dollars|points|shares|hundred|million|billion|thousand))",
    finds={
        "January nineteen ninety-seven": "1997-01",
        "nineteen ninety-one": "1991",
        "the year two thousand": "2000",
        "nineteen oh five": "1905",
    },
    leaves=["two thousand people", "twenty one", "Nineteen percent", "two thousand shares"],
)
def spelled(m: re.Match[str], scope: Scope) -> Found | None:
    """Years in words, as broadcast transcripts have them: "nineteen ninety-seven"."""
    if m["thousand"]:
        if not m["month"] and not re.search(r"\b(?:year|in|since|by|until|of)[ \n]+$", scope.before(m.start())):
            return None
        year = 2000 + int(number(m["few"]) if m["few"] else 0)
    else:
        rest = (m["rest"] or "").lower()
        if m["century"].lower() == "twenty" and rest not in _TEENS.split("|") and not m["month"]:
            return None
        year = 100 * int(number(m["century"])) + int(number(rest.replace("oh", "")))
    start = m.start() - 9 if scope.before(m.start(), 9) == "the year " else m.start()
    return Found("DATE", _month(year, month(m["month"])) if m["month"] else str(year), start=start, end=m.end())


@explicit.row(
    ["#1", "#2", "#3", "#4"],
    r"\d{1,4}(?: ?[-–] ?(?P<to>\d{1,4}))? ?(?P<era>b\.?c\.?e?\.?|a\.?d\.?)(?![a-z])",
    finds={"in 146 BC": "BC0146", "240-238 B.C.": "BC0240 BC0238", "1066 AD": "1066"},
    leaves=["5 bc's", "3 ads"],
)
def era(m: re.Match[str], scope: Scope) -> list[Found] | Found | None:
    """Years before and after Christ."""
    if not m["era"].isupper() and "." not in m["era"]:
        return None
    first = int(re.match(r"\d+", m[0])[0])  # type: ignore[index]
    prefix = "BC" if m["era"][0] in "bB" else ""
    if not m["to"]:
        return Found("DATE", f"{prefix}{first:04d}")
    end = m.start() + len(str(first))
    return _range(f"{prefix}{first:04d}", m.start(), end, f"{prefix}{int(m['to']):04d}", m.start("to"), m.end())
