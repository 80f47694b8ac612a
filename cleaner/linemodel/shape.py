"""One line by itself: its shape and the words that say what it is about.

A line of furniture betrays itself by form before it does by wording: it is short, it has few of the small words that
carry a sentence ("of", "the"), it is in title case, it ends on a letter. Only whole numbers come out, so that a model
gives the same verdict on every machine.

Long lines are read at both ends only: a newsletter pitch says so at its start or its end, and the cost of a line stays
bounded however long it is.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

HEAD, TAIL = 110, 60
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_DIGITS = re.compile(r"\d+")
_GLUED = re.compile(r"[^\W\d_A-Z][.!?:)”\"]?[A-Z][a-z ]")
_ENDS = {
    ".": 8,
    "!": 8,
    "?": 8,
    "…": 5,
    ":": 4,
    ")": 3,
    "]": 3,
    ",": 2,
    ";": 2,
    "-": 1,
    "–": 1,
    "—": 1,
    "|": 1,
    ">": 1,
    "»": 7,
}
_QUOTES = "\"”'’“«"
_STARTS = {'"': 3, "“": 3, "‘": 3, "'": 3, "«": 3, "„": 3, "(": 4, "[": 4}

SHAPE = (
    "words chars length stops caps upper digits signs ending start sentences commas bars glued quotes brackets address "
    "allcaps cueshare money"
).split()


class Shape(NamedTuple):
    """A line's tokens (head and tail), its numbers in the order of ``SHAPE`` plus cues, and its cue bits."""

    tokens: list[str]
    values: list[int]
    cues: int


@cache
def cues() -> tuple[dict[str, int], list[str]]:
    """Words to bits, and the classes' names in the order of the bits; bit 0 is the stop words."""
    table = tomllib.loads((files("cleaner") / "data/linemodel/cues.toml").read_text(encoding="utf-8"))
    words: dict[str, int] = {}
    for bit, line in enumerate(table.values()):
        for word in line.split():
            words[word] = words.get(word, 0) | 1 << bit
    return words, list(table)


def cue_names() -> list[str]:
    """The classes of cue words without the stop words."""
    return cues()[1][1:]


def shape(line: str) -> Shape:
    """Measure one line.

    >>> lamp = shape("Sign up for our newsletter")
    >>> lamp.tokens, lamp.values[0], bool(lamp.cues)
    (['sign', 'up', 'for', 'our', 'newsletter'], 5, True)
    """
    size = len(line)
    part = line if size <= HEAD + TAIL else line[:HEAD] + " " + line[-TAIL:]
    lower = part.lower()
    if not lower.isascii() or _DIGITS.search(lower):
        lower = _DIGITS.sub("0", lower)
    tokens = TOKEN.findall(lower)
    words = part.split()
    table = cues()[0]
    masks = [table[t] for t in tokens if t in table]
    every = 0
    stops = 0
    for mask in masks:
        every |= mask
        stops += mask & 1
    first = table.get(tokens[0], 0) if tokens else 0
    count = len(words) or 1
    firsts = [w[0] for w in words]
    caps = sum(map(str.isupper, firsts))
    upper = sum(map(str.isupper, words))
    alnum = sum(map(str.isalnum, tokens))
    n = len(tokens) or 1
    last = line[-1:]
    ending = _ENDS.get(last, 0)
    if last in _QUOTES and last:
        ending = 7 if line[-2:-1] in ".!?…," else 6
    elif ending == 3 and line[-2:-1] in ".!?":
        ending = 7
    elif line.endswith("..."):
        ending = 5
    head = line[:1]
    start = _STARTS.get(head) or (
        0 if head.isupper() else 1 if head.islower() else 2 if head.isdigit() else 6 if head.isalpha() else 5
    )
    total = count if part is line else line.count(" ") + 1
    values = [
        min(total, 200),
        min(size, 1000),
        10 * size // total,
        100 * stops // n,
        100 * caps // count,
        100 * upper // count,
        100 * tokens.count("0") // n,
        100 * (n - alnum) // n,
        ending,
        start,
        min(part.count(". ") + part.count("? ") + part.count("! "), 9),
        min(part.count(","), 9),
        part.count("|") + part.count("•") + part.count("·") + part.count(" / ") + part.count("→"),
        1 if _GLUED.search(part) else 0,
        min(part.count("“") + part.count('"') + part.count("«"), 4),
        part.count("(") + part.count("["),
        ("@" in part) + 2 * ("://" in part or "www." in part or ".com" in part) + 4 * ("#" in part),
        1 if part.isupper() else 0,
        100 * (len(masks) - stops) // n,
        1 if "$" in part or "£" in part or "€" in part else 0,
    ]
    bit = 2
    for _ in range(len(cues()[1]) - 1):
        values.append(2 if first & bit else 1 if every & bit else 0)
        bit <<= 1
    return Shape(tokens, values, every)


def names() -> list[str]:
    """What the values of a shape are, in order."""
    return [*SHAPE, *(f"cue.{name}" for name in cue_names())]
