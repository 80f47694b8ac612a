"""Times of day: by clock, by name, by part of the day. Examples assume Friday, 6 February 1998.

A time is on the day of speaking unless there is a date beside it: "9 a.m. Tuesday" and "Friday night" are joined later.
A part of the day ("morning") is kept only if it is joined, or marked by "this" or "the".
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.reckoning import day, plus_days
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import NUMBERS, PARTS, listed, number

clock = Family("clock")
_PLAY = re.compile(r"\b(?:scored?|goals?|power play|period|shorthanded)\b")
_NAMED = re.compile(r"\b[A-Z]\w*[ \n]\Z")
_AT = re.compile(r"\b(?:at|by|until|before|after|from|around|about)[ \n]+$")
_ZONE = r"(?: ?{zone}| \({zone:bracketed}\))?"


@clock.row(
    ["#1", "#2", "#3", "#4"],
    r"(?P<hour>1[0-2]|0?[1-9])(?:[:.]?(?P<minute>[0-5]\d)(?::[0-5]\d)?)? ?(?P<half>{meridiem})"
    + _ZONE
    + r"(?: \([0-2]\d:?\d\d (?:gmt|utc)\))?",
    finds={
        "5 p.m.": "1998-02-06T17:00",
        "10:35 a.m. EST": "1998-02-06T10:35",
        "430pm": "1998-02-06T16:30",
        "12 am": "1998-02-06T00:00",
    },
    leaves=["5 amps", "route 10 pmi"],
    needs=["am", "pm", "m"],
    lead="circa",
)
def meridiem(m: re.Match[str], scope: Scope) -> Found | None:
    """Hours with a.m. or p.m."""
    afternoon = m["half"][0] in "pP"
    hour = int(m["hour"]) % 12 + 12 * afternoon
    utc = "Z" if (m["zone"] or m["bracketed"] or "").lower() in ("gmt", "utc") else ""
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour:02d}:{m['minute'] or '00'}{utc}")


@clock.row(
    ["#4"],
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?P<mark>{zone}|hours|hrs)(?![:\d])",
    finds={"0900 GMT": "1998-02-06T09:00Z", "1730hrs": "1998-02-06T17:30"},
    leaves=["in 1945", "1945 hearts"],
    needs=listed("gmt utc est edt et pst pdt pt cst cdt mst mdt mt cest cet bst ist jst msk eastern local hours hrs"),
)
def military(m: re.Match[str], scope: Scope) -> Found:
    """0900 GMT."""
    utc = "Z" if m["mark"].lower() in ("gmt", "utc") else ""
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{m['hour']}:{m['minute']}{utc}")


@clock.row(
    ["#1", "#2"],
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?: ?(?P<mark>{zone}|hours|hrs"
    r"|o['’]clock|uhr))?(?![:\d])",
    finds={"at 17:20": "1998-02-06T17:20", "03:00hrs": "1998-02-06T03:00"},
    leaves=["a 10:30 ratio", "he scored at 7:14", "Psalm 23:4", "won 21:15"],
    sign=":",
)
def hours(m: re.Match[str], scope: Scope) -> Found | None:
    """Times in the 24-hour clock, with a zone or "at", since scores and verses look the same."""
    if m["mark"] is None and not _AT.search(scope.before(m.start(), 9)):
        return None
    if m["mark"] is None and _PLAY.search(scope.before(m.start(), 60)):
        return None
    utc = "Z" if m["mark"] and m["mark"].lower() in ("gmt", "utc") else ""
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{int(m['hour']):02d}:{m['minute']}{utc}")


@clock.row(
    ["#1", "#2", *NUMBERS],
    r"{number} o['’]clock\b(?: in the (?P<part>morning|afternoon|evening)| at (?P<night>night))?",
    finds={"five o'clock": "1998-02-06T05:00", "8 o'clock in the evening": "1998-02-06T20:00"},
    leaves=["nine clocks"],
    needs=["clock"],
)
def oclock(m: re.Match[str], scope: Scope) -> Found | None:
    """Nine o'clock, perhaps with the part of the day."""
    hour = int(number(m["number"]))
    late = (m["part"] or "morning").lower() != "morning" or m["night"]
    if hour > 24:
        return None
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour + 12 if late and hour < 12 else hour % 24:02d}:00")


@clock.row(
    ["#1", "#2"],
    r"(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))? "
    r"(?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b",
    finds={"4 in the morning": "1998-02-06T04:00", "at 7:30 in the evening": "1998-02-06T19:30"},
    leaves=["4 in the morning-room"],
    needs=PARTS,
)
def hour_of_part(m: re.Match[str], scope: Scope) -> Found | None:
    """4 in the morning."""
    late = m["night"] or m["part"].lower() != "morning"
    if scope.text[m.end() : m.end() + 1] == "-":
        return None
    hour = int(m["hour"]) % 12 + 12 * bool(late)
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour:02d}:{m['minute'] or '00'}")


@clock.row(
    listed("half quarter five ten twenty"),
    r"(?:(?P<half>half past)|(?P<quarter>quarter) (?P<side>past|to|after)|(?P<few>five|ten|twenty)(?: minutes)? past) "
    r"{number:hour}\b(?! (?:percent|per cent|of|years?|days?|weeks?|months?|hours?|minutes?))",
    finds={"at half past nine": "1998-02-06T09:30", "a quarter to five": "1998-02-06T04:45"},
    leaves=["first past the post", "a quarter to 20 percent"],
    needs=["past", "to", "after"],
)
def spoken(m: re.Match[str], scope: Scope) -> Found | None:
    """Half past nine, a quarter to five."""
    hour = int(number(m["hour"]))
    if not 0 < hour < 13:
        return None
    minute = 30 if m["half"] else 15 if m["quarter"] else int(number(m["few"]))
    if (m["side"] or "").lower() == "to":
        hour, minute = (hour - 1) or 12, 60 - minute
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour:02d}:{minute:02d}")


@clock.row(
    ["#2", "noon", "midnight", "midday"],
    r"(?:12(?::00)? )?(?P<word>noon|midnight|midday)\b",
    finds={"noon": "1998-02-06T12:00", "by midnight": "1998-02-06T00:00"},
    needs=["noon", "midnight", "midday"],
    leaves=["High Noon", "Midnight Express", "midnight-blue"],
    lead="circa",
)
def named(m: re.Match[str], scope: Scope) -> Found | None:
    """Noon and midnight."""
    if m["word"][0].isupper() or scope.after(m.end(), 1) == "-":
        return None
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{'00:00' if m['word'] == 'midnight' else '12:00'}")


@clock.row(
    [*listed("this last that next same previous following"), *PARTS],
    r"(?:(?P<which>this|last|that|next|the same|same|previous|following|that same) )?(?P<stage>early |late "
    r"|mid[ -]?)?{part}\b(?!-|['’]s? (?:end|work|sleep))",
    finds={
        "this morning": "1998-02-06TMO",
        "last night": "1998-02-05TNI",
        "Friday night": "1998-02-06TNI",
        "in the evening": "1998-02-06TEV",
    },
    leaves=["morning sickness", "a good night", "Saturday Night Live", "Dance the Night", "the night-time"],
    lead="the edge earlier later",
    needs=PARTS,
)
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
