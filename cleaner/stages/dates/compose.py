"""Joining expressions: with the words before them, and dates with times.

The rows of the grammar find cores. Here a core gets its article ("the third quarter"), an edge ("early 1990", "the end
of May", which become ``mod``) or a hedge ("nearly two years"), and a time gets the date beside it ("9 a.m. Tuesday").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found, Row

_EDGES = {
    "early": "START", "beginning": "START", "start": "START", "earlier": "START", "first half": "START",
    "opening": "START", "first part": "START", "turn": "START", "late": "END", "end": "END", "later": "END",
    "close": "END", "rest": "END",
    "remainder": "END", "second half": "END", "latter half": "END", "latter part": "END", "last half": "END",
    "mid": "MID", "middle": "MID",
}  # fmt: skip
_EDGE = re.compile(
    r"(?<!\w)(?P<span>(?:the\s+)?(?:very\s+)?(?:(?P<edge>early|late|mid|earlier|later)(?:\s+(?:in|on))?|"
    r"(?P<noun>" + "|".join(_EDGES) + r")\s+of)(?:\s+(?:the|this))?[\s-]+)$",
    re.I,
)
_HEDGES = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX",
    "almost": "LESS_THAN", "nearly": "LESS_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN",
    "under": "LESS_THAN", "more than": "MORE_THAN", "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "circa": "APPROX", "another": "",
}  # fmt: skip
_HEDGE = re.compile(
    r"(?<!\w)(?P<span>(?P<hedge>" + "|".join(sorted(_HEDGES, key=lambda h: -len(h))) + r")(?:\s+the)?\s+)$", re.I
)
_CIRCA = re.compile(
    r"(?<!\w)(?:about|around|circa|ca\.|c\.|approximately|roughly|(?:just|shortly) (?:(?P<after>after)|before))\s+$",
    re.I,
)
_THE = re.compile(r"(?<!\w)(?:the)\s+$", re.I)
_LAST_WORD = re.compile(r"[\w.]+(?=[\s-]+\Z)")
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in (*_EDGES, *_HEDGES)) | frozenset(
    ["in", "on", "of", "the", "this", "ca.", "c.", "before", "after"]
)
"""The words that may come right before a core if one of these patterns matches."""


def lead(text: str, row: Row, found: Found, floor: int = 0) -> Found:
    """Extend a core by the words before it, as far as its row allows and no further than ``floor``."""
    window = text[max(floor, found.start - 36) : found.start]
    if not row.lead or not window or window[-1] not in " \n-\xa0":
        return found
    last = _LAST_WORD.search(window)
    if not last or last[0].lower() not in _LAST_WORDS:
        return found
    if "edge" in row.lead and (m := _EDGE.search(window)) and not re.search(r"\bas\s+$", window[: m.start()], re.I):
        return _with_edge(row, found, m)
    if "about" in row.lead and (m := _HEDGE.search(window)):
        key = re.sub(r"\s+", " ", m["hedge"].lower())
        return found._replace(start=found.start - len(m["span"]), mod=_HEDGES[key] or found.mod)
    if "circa" in row.lead and (m := _CIRCA.search(window)):
        mod = "AFTER" if m["after"] else "BEFORE" if "before" in m[0].lower() else "APPROX"
        return found._replace(start=found.start - len(m[0]), mod=mod)
    attributive = row.attributive and row.attributive.search(text, found.start, found.end)
    if "the" in row.lead and not attributive and (m := _THE.search(window)):
        return found._replace(start=found.start - len(m[0]))
    return found


def _with_edge(row: Row, found: Found, m: re.Match[str]) -> Found:
    key = re.sub(r"\s+", " ", (m["edge"] or m["noun"]).lower())
    if key in ("earlier", "later") and key not in row.lead:
        return found
    return found._replace(start=found.start - len(m["span"]), mod=_EDGES[key])


_DATE_TIME = re.compile(r"(?:,? (?:at |in the |around |about |from |um |gegen |à |vers |a las )?|, |['’]s )", re.I)
_TIME_DATE = re.compile(r",? ?(?:on |of |on the |in the )?", re.I)
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)|XXXX-WXX-\d")


def join(text: str, items: Iterable[tuple[Row, Found]], *, keep: bool = False) -> Iterator[tuple[str, Found]]:
    """Join times with the dates beside them. Weak times without a date are dropped, unless ``keep``.

    >>> from cleaner.stages.dates.scope import Scope
    >>> from cleaner.stages.dates.tables import table
    >>> from datetime import date
    >>> text, english = "They met at 9 a.m. Tuesday.", table("en")
    >>> [f.timex for _, f in join(text, english.grammar.read(Scope(text, date(1998, 2, 6), english.cues)))]
    ['1998-02-03T09:00']
    """
    held: tuple[str, Found] | None = None
    for row, core in items:
        found = lead(text, row, core, held[1].end if held else 0)
        if held:
            both = _both(text, held[1], found)
            if both:
                held = (f"{held[0]} + {row.name}", both)
                continue
            if not _is_weak(text, held[1], keep):
                yield held
        held = row.name, found
    if held and not _is_weak(text, held[1], keep):
        yield held


def _is_weak(text: str, found: Found, keep: bool) -> bool:
    return not keep and found.weak and not text[found.start : found.end].lower().startswith("the ")


def _both(text: str, a: Found, b: Found) -> Found | None:
    """One mention from two adjacent expressions, if together they give one time."""
    gap = text[a.end : b.start]
    if len(gap) > 10 or "\n\n" in gap:
        return None
    gap = re.sub(r"\s+", " ", gap)
    if a.type == b.type == "TIME":
        return _clock_and_part(a, b, gap)
    return _day_and_time(a, b, gap) if {a.type, b.type} == {"DATE", "TIME"} else None


def _day_and_time(a: Found, b: Found, gap: str) -> Found | None:
    """A date and the time beside it: "9 a.m. Tuesday". A time takes only one date."""
    day, time = (a, b) if a.type == "DATE" else (b, a)
    if time.dated or not _DAY.fullmatch(day.timex) or "T" not in time.timex:
        return None
    if not (_DATE_TIME if day is a else _TIME_DATE).fullmatch(gap):
        return None
    value = f"{day.timex}T{time.timex.split('T', 1)[1]}"
    return Found("TIME", value, time.mod or day.mod, a.start, b.end, anchor=day.anchor, dated=True)


def _clock_and_part(a: Found, b: Found, gap: str) -> Found | None:
    """A clock time and its part of the day: "9:30 tonight" is half past nine in the evening."""
    clock, part = (a, b) if a.timex[-3:-2] == ":" else (b, a)
    if clock.timex[-3:-2] != ":" or part.timex[-3:] not in _PARTS:
        return None
    beside = gap == " " if clock.dated else (_TIME_DATE if clock is a else _DATE_TIME).fullmatch(gap)
    if not beside:
        return None
    day = (clock if clock.dated else part).timex.partition("T")[0]
    hour = int(clock.timex[-5:-3])
    hour += 12 * (_PARTS[part.timex[-3:]] <= hour < 12)
    anchor = (clock if clock.dated else part).anchor
    return Found("TIME", f"{day}T{hour:02d}{clock.timex[-3:]}", None, a.start, b.end, anchor=anchor, dated=True)


_PARTS = {"TMO": 12, "TAF": 1, "TEV": 1, "TNI": 5}
"""The hour from which a bare "9:30" in that part of the day is after noon."""
