"""Times of day: by clock, by name, by part of the day. Examples assume Friday, 6 February 1998.

A time is on the day of speaking unless there is a date beside it: "9 a.m. Tuesday" and "Friday night" are joined later.
A part of the day ("morning") is kept only if it is joined, or marked by "this" or "the".
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.reckoning import day, plus_days
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import PARTS, number

_PLAY = re.compile(r"\b(?:scored?|goals?|power play|period|shorthanded)\b")
_NAMED = re.compile(r"\b[A-Z]\w*[ \n]\Z")
_AT = re.compile(r"\b(?:at|by|until|before|after|from|around|about)[ \n]+$")
_ZONE = r"(?: ?{zone}| \({zone:bracketed}\))?"


def meridiem(m: re.Match[str], scope: Scope) -> Found | None:
    """Hours with a.m. or p.m."""
    afternoon = m["half"][0] in "pP"
    hour = int(m["hour"]) % 12 + 12 * afternoon
    utc = "Z" if (m["zone"] or m["bracketed"] or "").lower() in ("gmt", "utc") else ""
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour:02d}:{m['minute'] or '00'}{utc}")


def military(m: re.Match[str], scope: Scope) -> Found:
    """0900 GMT."""
    utc = "Z" if m["mark"].lower() in ("gmt", "utc") else ""
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{m['hour']}:{m['minute']}{utc}")


def hours(m: re.Match[str], scope: Scope) -> Found | None:
    """Times in the 24-hour clock, with a zone or "at", since scores and verses look the same."""
    if m["mark"] is None and not _AT.search(scope.before(m.start(), 9)):
        return None
    if m["mark"] is None and _PLAY.search(scope.before(m.start(), 60)):
        return None
    utc = "Z" if m["mark"] and m["mark"].lower() in ("gmt", "utc") else ""
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{int(m['hour']):02d}:{m['minute']}{utc}")


def oclock(m: re.Match[str], scope: Scope) -> Found | None:
    """Nine o'clock, perhaps with the part of the day."""
    hour = int(number(m["number"]))
    late = (m["part"] or "morning").lower() != "morning" or m["night"]
    if hour > 24:
        return None
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour + 12 if late and hour < 12 else hour % 24:02d}:00")


def hour_of_part(m: re.Match[str], scope: Scope) -> Found | None:
    """4 in the morning."""
    late = m["night"] or m["part"].lower() != "morning"
    if scope.text[m.end() : m.end() + 1] == "-":
        return None
    hour = int(m["hour"]) % 12 + 12 * bool(late)
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour:02d}:{m['minute'] or '00'}")


def spoken(m: re.Match[str], scope: Scope) -> Found | None:
    """Half past nine, a quarter to five."""
    hour = int(number(m["hour"]))
    if not 0 < hour < 13:
        return None
    minute = 30 if m["half"] else 15 if m["quarter"] else int(number(m["few"]))
    if (m["side"] or "").lower() == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour:02d}:{minute:02d}")


def named(m: re.Match[str], scope: Scope) -> Found | None:
    """Noon and midnight."""
    if m["word"][0].isupper() or scope.after(m.end(), 1) == "-":
        return None
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{'00:00' if m['word'] == 'midnight' else '12:00'}")


def part(m: re.Match[str], scope: Scope) -> Found | None:
    """A part of the day; a bare one is weak."""
    which = (m["which"] or "").lower()
    word = m["part"]
    if word[0].isupper() and re.match(r" [A-Z]", scope.text[m.end() : m.end() + 2]):
        return None
    if word.istitle() and m[0].istitle() and _NAMED.search(scope.text, max(0, m.start() - 20), m.start()):
        return None  # the programme "CBS This Morning"
    if word.istitle() and not which and scope.before(m.start(), 4) == "the ":
        return None  # the title of something
    if word.lower().endswith("s") and not which:
        return None
    base = scope.now
    if which == "next" and scope.before(m.start(), 4) == "the ":
        which = "following"
    if which in ("that", "same", "the same", "that same", "following", "previous"):
        base = scope.that_day(m.start())
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    return Found("TIME", f"{day(plus_days(base, step))}T{PARTS[word.lower()]}", weak=not which and not m["stage"])
