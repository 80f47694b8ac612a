"""Lines that are nothing but a timestamp."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.timestamps.grammar import READING, items
from cleaner.timestamps.tokens import Token, tokenize

_LONGEST = 160
_LEFT = re.compile(r"[ ,.;:|/·•()\[\]@fwzhTuaopPMO1q&*-]*")
_HINT = re.compile(r"\d|\b(?:ago|today|yesterday|heute|gestern|hier|ayer|ieri|vor|hace)\b", re.I)
_PLACE = re.compile(r"x(?: [xfw]){0,3} *[-–—|·,] *(?=[d4])")
_DESK = re.compile(r"[/|·•] *(?P<name>(?:x[ &]*){1,3})$")
_DESKS = frozenset(
    ["news", "press", "times", "tv", "radio", "sport", "sports", "media", "post", "journal", "online", "today"]
)


def is_timestamp(line: str) -> bool:
    """Is a line a timestamp with its labels and nothing else, so that it can leave the body?

    A reading time counts, and so does a desk after a slash, or a place in front of a date with a time and its zone. A
    weekday alone, a year alone, a decimal number or a date in a sentence does not.

    >>> is_timestamp("Updated 3:41 p.m. ET, Fri September 8, 2023"), is_timestamp("5 min read")
    (True, True)
    >>> is_timestamp("Santander - 03 MAR 2024 - 18:42 CET"), is_timestamp("Leeds - 3 March 2024, 19:30")
    (True, False)
    >>> is_timestamp("On September 8, 2023 the bridge fell"), is_timestamp("Friday"), is_timestamp("3.14")
    (False, False, False)
    """
    if len(line) > _LONGEST or not _HINT.search(line):
        return False
    kinds, tokens = tokenize(line.strip())
    desk = _DESK.search(kinds)
    if desk and tokens[len(kinds) - 1].word in _DESKS:
        kinds = kinds[: desk.start()]
    place = _PLACE.match(kinds)
    if place and "z" in kinds:
        kinds = " " * place.end() + kinds[place.end() :]
    left, found = _without_items(READING.sub(_blank, kinds), tokens)
    return (found or READING.search(kinds) is not None) and _LEFT.fullmatch(left) is not None


def without_reading_time(text: str) -> str:
    """A text without "5 min read".

    >>> without_reading_time("By Ann Lee 5 min read")
    'By Ann Lee'
    """
    kinds, tokens = tokenize(text)
    match = READING.search(kinds)
    if not match:
        return text
    start, end = tokens[match.start()].start, tokens[match.end() - 1].end
    return f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _without_items(kinds: str, tokens: list[Token]) -> tuple[str, bool]:
    """The kinds without dates, times and relative expressions, and whether one of these makes a timestamp."""
    found = False
    left = list(kinds)
    for item in items(kinds):
        if item.sort == "label" or (item.sort == "relative.day" and tokens[item.start].word == "hier"):
            continue
        left[item.start : item.end] = " " * (item.end - item.start)
        weak = item.sort in ("time.dotted", "time.hours", "time.cjk", "date.compact")
        found = found or not weak or any(kind in item.match.group() for kind in "zap")
    return "".join(left), found
