"""The tense around a bare "Friday" or "in May".

The nearest cue before the expression in its sentence decides ("will leave on Friday", "left on Friday"); without one,
the nearest after it; cues before a colon count least. "Said" is past, although what was said may not be. Cues are
searched within 140 characters, so that a text without full stops costs no more.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from cleaner.core import lazy_re as re

_BEFORE, _AFTER = 140, 140
_STOP = re.compile(r"(?<=[^\W\d_]{4})[.!?]['\"”’]*\s|\n\n")
"""The end of a sentence, but not "vs." or "Mr."."""
_NEXT_TO = re.compile(r"(?:\s(?:on|in|early in|late in|early|late|the))?\s\Z")

Time = Literal["past", "present", "future"]


class Tense(NamedTuple):
    """Where the talk is; whether the verb that says so stands right beside the expression: "died in May"; and whether
    it is to come only as seen from what is past: "voted to leave in May"."""

    time: Time | None
    beside: bool = False
    mixed: bool = False


def tense(text: str, start: int, end: int, cues: re.Pattern[str]) -> Tense:
    """The tense of the words around ``text[start:end]``.

    >>> cues = re.compile(r"\\b(?:(?P<future>will)|(?P<past>met|said))\\b")
    >>> tense("The council will meet on Friday, the mayor said.", 25, 31, cues)
    Tense(time='future', beside=False, mixed=False)
    >>> tense("The council met on Friday.", 19, 25, cues).beside, tense("United on Friday", 10, 16, cues).time
    (True, None)
    """
    low = max(0, start - _BEFORE)
    low = max(low, text.rfind("\n\n", low, start) + 1, _sentence(text, low, start))
    found = list(cues.finditer(text, low, start))
    if found and found[-1].start() > text.rfind(": ", low, start):
        times = [_time(m) for m in found]
        if times[-1] == "present" and "future" in times:  # "plans to speak"
            return Tense("future")
        if times[-2:] == ["past", "future"] and found[-1].start() - found[-2].end() == 1:
            return Tense("future", mixed=True)
        return Tense(times[-1], times[-1] == "past" and _NEXT_TO.match(text, found[-1].end(), start) is not None)
    stop = _STOP.search(text, end, end + _AFTER)
    after = cues.search(text, end, stop.start() if stop else min(len(text), end + _AFTER))
    nearest = after or (found[-1] if found else None)
    return Tense(_time(nearest) if nearest else None)


def _time(cue: re.Match[str]) -> Time:
    return cue.lastgroup  # type: ignore[return-value]


def _sentence(text: str, low: int, start: int) -> int:
    """The start of the sentence around ``start``; abbreviations ("a.m.", "U.S.") do not end a sentence."""
    at = start
    while (at := max(text.rfind(". ", low, at), text.rfind(".\n", low, at))) >= 0:
        if text[at - 2 : at - 1] not in (".", " "):
            return at + 1
    return low


_AHEAD = re.compile(
    r"\b(?:by|until|till|through|starting|beginning|effective|ahead of|in time for)\s"
    r"(?:the )?(?:end of |start of |beginning of |middle of |early |mid-|late )*\Z"
)
_FOR = re.compile(r"\b(?:for|toward|before)\s(?:the |its |their )?\Z")
_VOTE = re.compile(
    r" (?:general |presidential |midterm |runoff )?(?:elections?|vote|primary|primaries|referendum|ballot)\b"
)


def leads_ahead(text: str, start: int, end: int) -> bool:
    """Do the words around a date say that it is in the future: *by the end of March*, *for the Nov. 3 election*?"""
    if _AHEAD.search(text, max(0, start - 24), start):
        return True
    return _VOTE.match(text, end) is not None and _FOR.search(text, max(0, start - 16), start) is not None
