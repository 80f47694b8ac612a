"""Calendar dates by name and number: days, months, years, and ranges written as one.

Examples assume Friday, 6 February 1998. A range is two mentions, each with its own value, as in TIMEX3.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found, ordered
from cleaner.stages.dates.lexicon import figure
from cleaner.stages.dates.reckoning import full
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import COUNTED, month, ordinal, weekday

_DAY_NUMBERS = ("#1", "#2")


def _year(text: str | None) -> int | None:
    """A year of four figures, or of two: '41 to '99 belong to the last century."""
    if not text:
        return None
    year = int(text)
    return year if year > 99 else year + (1900 if year > 40 else 2000)


def iso(m: re.Match[str], scope: Scope) -> Found | None:
    """A date, perhaps with a time, in ISO 8601."""
    day = full(int(m["year"]), int(m["month"]), int(m["day"]))
    if not day:
        return None
    return Found("TIME", f"{day}T{m['time']}{m['utc']}") if m["time"] else Found("DATE", day)


def year_first(m: re.Match[str], scope: Scope) -> Found | None:
    """2015/08/12: after the year comes the month."""
    day = full(int(m["year"]), int(m["mo"]), int(m["day"]))
    return Found("DATE", day) if day else None


def no_year(m: re.Match[str], scope: Scope) -> Found | None:
    """On 4/22: a day and a month, if the numbers allow only one reading."""
    if re.match(r"\s+(?:of|odds|\w+s\b)", scope.after(m.end())):
        return None
    a, b = int(m["a"]), int(m["b"])
    readings = {}
    for order, mo, d in (("mdy", a, b), ("dmy", b, a)):
        year = scope.year_of(mo, d, m.start(), m.end()) if 0 < mo < 13 else None
        readings[order] = full(year, mo, d)
    day = _settled(readings, scope, "/") if any(readings.values()) else None
    return Found("DATE", day, start=m.start() + 3, end=m.end()) if day else None


def slashed(m: re.Match[str], scope: Scope) -> Found | None:
    """12/13/04: evidence decides the order of day and month, or the day stays open.

    A number above 12 decides, here or elsewhere in the text, and so does a reading that is the day of publication.
    """
    if m["sep"] != "/" and _NUMBERED.search(scope.before(m.start(), 10)):
        return None
    a, b, year = int(m["a"]), int(m["b"]), _year(m["year"])
    readings = {"mdy": full(year, a, b), "dmy": full(year, b, a)}
    if not any(readings.values()):
        return None
    day = _settled(readings, scope, m["sep"])
    if day is None:
        return Found("DATE", f"{year}-XX-XX")
    if m["time"]:
        return Found("TIME", f"{day}T{m['time'].zfill(5)}")
    return Found("DATE", day)


_NUMBERED = re.compile(
    r"(?:\b(?:sections?|sec|article|rule|nos?|title|chapter|code|statute|bill|docket|case|part)\.?|§) ?$"
)


def _settled(readings: dict[str, str | None], scope: Scope, sep: str) -> str | None:
    options = sorted({r for r in readings.values() if r})
    if len(options) == 1:
        return options[0]
    if scope.published and scope.published.isoformat() in options:
        return scope.published.isoformat()
    order = "dmy" if sep == "." else scope.order
    return readings[order] if order else None


_ON = re.compile(r"\b(?:on|by|until|till|from|since|before|after|between|for)[ \n](?:the )?\Z")
_GOES_ON = re.compile(r"\s*(?:$|[,.;:)\n–-]|(?:at|in|on|and|to|the|when|after|until|he|she|it|they|as|with)\b)")
_WEEKDAY = r"(?:{weekday},? (?:the )?)?"


def month_day(m: re.Match[str], scope: Scope) -> Found | None:
    """Month, then day: the order of the American press."""
    if m["comma"] and not m["weekday"]:  # "In March, 13 people"
        return None
    if m["month"] in ("may", "march", "mar") and not m["weekday"] and not m["year"]:
        return None
    mo = month(m["month"])
    d = ordinal(m["nth"]) if m["nth"] else figure(m["day"])
    named = m["year"] or m["later"] or _year_of_event(mo, d, m, scope)
    year = int(named) if named else scope.year_of(mo, d, m.start("month"), m.end(), _weekday(m))
    day = full(year, mo, d) or (None if named else full(None, mo, d))  # a leap day of a year unknown
    return Found("DATE", day) if day else None


def day_month(m: re.Match[str], scope: Scope) -> Found | None:
    """Day, then month: the order of the British press."""
    name = m["month"]
    if name.lower() in ("may", "march", "mar", "dec") and not (m["year"] or m["weekday"]) and not _stands(m, scope):
        return None
    d = ordinal(m["nth"]) if m["nth"] else figure(m["day"])
    mo = month(name)
    year = _year(m["year"] or m["short"]) or scope.year_of(mo, d, m.start("month"), m.end(), _weekday(m))
    day = full(year, mo, d)
    if not day:
        return None
    end = max(m.end("year"), m.end("short"), m.end("month"))
    return Found("DATE", day, start=m.start(), end=end)


def _year_of_event(mo: int, d: int, m: re.Match[str], scope: Scope) -> int | None:
    """The year of a day that names an event: "the Sept. 11 attacks", "since Sept. 11"."""
    year, now = _EVENTS.get((mo, d)), scope.published
    if year is None or now is None or now.year <= year:
        return None
    far = abs((now.month - mo) * 30 + now.day - d) > _RECENT
    named = _OF_EVENT.match(scope.text, m.end()) or (far and _SINCE.search(scope.before(m.start(), 8)))
    return year if named else None


_EVENTS = {(9, 11): 2001, (1, 6): 2021}
_OF_EVENT = re.compile(r" (?:terror\w*|attacks?|hijack\w*|insurrection|riots?|rioters?|committee|commission|victims)\b")
_SINCE = re.compile(r"\b(?:since|after|post|before)[ \n-]$")
_RECENT = 75  # days


def _weekday(m: re.Match[str]) -> int | None:
    return weekday(m["weekday"]) if m["weekday"] else None


def _stands(m: re.Match[str], scope: Scope) -> bool:
    """Is "11 March" a date, unlike "the 11 may" or "2 March hares"? The words around it tell."""
    if not m["month"][0].isupper():
        return False
    before, after = scope.before(m.start(), 12), scope.after(m.end())
    return " of" in m[0] or bool(_ON.search(before) or _GOES_ON.match(after))


def days_of_month(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two days of one month: "April 6-7, 1915"."""
    if COUNTED.match(scope.after(m.end("to"))) or re.match(r" ?%", scope.after(m.end("to"))):
        return None
    mo = month(m["month"])
    a, b = (figure(m[g]) for g in ("day", "to"))
    year = int(m["year"]) if m["year"] else scope.year_of(mo, a, m.start(), m.end())
    return ordered(full(year, mo, a), m.start(), m.end("day"), full(year, mo, b), m.start("to"), m.end())


def days_then_month(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two days before one month: "6–7 February 1920"."""
    mo = month(m["month"])
    a, b = (figure(m[g]) for g in ("day", "to"))
    year = int(m["year"]) if m["year"] else scope.year_of(mo, b, m.start(), m.end())
    end = m.end("year") if m["year"] else m.end("month")
    return ordered(full(year, mo, a), m.start(), m.end("day"), full(year, mo, b), m.start("to"), end)


def days_of_months(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two days of two months, the year named once: "26 June – 4 August 1952"."""
    a, b = month(m["month"] or m["m"]), month(m["mt"] or m["ml"])
    days = [figure(text) for text in (m["day"] or m["d"], m["dt"] or m["dl"])]
    year = int(m["year"])
    first, last = full(year - (a > b), a, days[0]), full(year, b, days[1])
    middle = max(m.end("day"), m.end("m"))
    behind = min(x for x in (m.start("mt"), m.start("dl")) if x >= 0)
    return ordered(first, m.start(), middle, last, behind, m.end())
