"""A line by itself: its shape, and its cue words.

The form of boilerplate differs from that of prose before any wording is known: it is short, it has few of the small
words of sentences ("of", "the"), it is in title case, it ends on a letter. All numbers are integers, so that the model
gives the same verdict on every machine.

Most lines of an article are plain paragraphs. They are recognised at once (:func:`plain`) and not measured, which makes
the model affordable. Of other long lines only both ends are read: that is where a newsletter pitch says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from cleaner.core import lazy_re as re, tables

HEAD, TAIL = 90, 50
LONG, SPOKEN = 150, 70
"""A line of at least so many characters may be plain; a shorter one suffices if it reports speech."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
_GLUED = re.compile(r"[a-zà-ÿ0-9][.!?:)”\"]?[A-ZÀ-Þ][a-zà-ÿ ]")
_DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? (?:19|20)\d\d\b"
    r"|\b\d{1,2}\.? ?[A-Zäéû][a-zéäûç]{2,9} 20\d\d\b"
)
_ENDS = {
    ".": 8,
    "!": 8,
    "?": 8,
    "。": 8,
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
}
_QUOTES = "\"”'’“«»"
_STARTS = {'"': 3, "“": 3, "‘": 3, "'": 3, "«": 3, "„": 3, "(": 4, "[": 4}
_STOPPED = (".", "!", "?", '."', ".”", "?”", '?"', "!”", ",”", "”", '"', "。")

_SHAPE = """
words chars length stops caps upper digits signs ending start sentences commas bars glued quotes brackets address
allcaps cueshare money dated
"""
SHAPE = tuple(_SHAPE.split())


class Shape(NamedTuple):
    """The tokens at both ends of a line, and its features in the order of :func:`names`."""

    tokens: list[str]
    values: list[int]


class Cues(NamedTuple):
    """Cue words: word → bits, the classes in the order of the bits, and all hints."""

    words: dict[str, int]
    classes: tuple[str, ...]
    bits: tuple[int, ...]
    hints: frozenset[str]
    footer: tuple[str, ...]
    menu: frozenset[str]


@cache
def cues() -> Cues:
    """The table of cue words; bit 0 is the stop words.

    ``hints`` make a long line suspect, ``footer`` marks the footer of a page, ``menu`` are the lines of menus.
    """
    table = tables.single("linemodel/cues.toml")
    hints = frozenset(table.pop("hints").split())
    footer = tuple(table.pop("footer"))
    menu = frozenset(map(str.strip, table.pop("menu").split("/")))
    words: dict[str, int] = {}
    for n, line in enumerate(table.values()):
        for word in line.split():
            words[word] = words.get(word, 0) | 1 << n
    return Cues(words, tuple(table)[1:], tuple(1 << n for n in range(1, len(table))), hints, footer, menu)


def names() -> list[str]:
    """The names of the features of a shape, in order."""
    return [*SHAPE, *(f"cue.{name}" for name in cues().classes)]


def plain(line: str) -> bool:
    """Is this a plain paragraph: long, with the end of a sentence, without suspect words at its ends?

    >>> plain("The council met on Tuesday to hear from residents whose homes were flooded twice last winter, and it "
    ...       "heard from more than it had expected, the mayor said.")
    True
    """
    size = len(line)
    if size < SPOKEN or not line.endswith(_STOPPED) or line[0].islower():
        return False
    if size < LONG and not ("“" in line or '"' in line or " said" in line or " says" in line):
        return False
    ends = (line[:80] + " " + line[-70:]).lower().split()
    return cues().hints.isdisjoint(ends)


def tokens_of(line: str) -> list[str]:
    """The tokens at both ends of a line; all numbers are the same.

    >>> tokens_of("It rained 25 days, they say.")
    ['it', 'rained', '0', 'days', ',', 'they', 'say', '.']
    """
    return ["0" if t.isdigit() else t for t in _TOKEN.findall(_ends(line).lower())]


def _ends(line: str) -> str:
    return line if len(line) <= HEAD + TAIL else line[:HEAD] + " " + line[-TAIL:]


def shape(line: str) -> Shape:
    """Measure one line.

    >>> lamp = shape("Sign up for our newsletter")
    >>> lamp.tokens, dict(zip(names(), lamp.values))["cue.newsletter"]
    (['sign', 'up', 'for', 'our', 'newsletter'], 2)
    """
    return measured(line, tokens_of(line))


def measured(line: str, tokens: list[str]) -> Shape:
    """The shape of a line with these tokens."""
    table = cues().words
    masks = [table[t] for t in tokens if t in table]
    values = _letters(line, tokens, masks)
    return Shape(tokens, values + _cued(masks, table.get(tokens[0], 0) if tokens else 0))


def outlined(line: str, tokens: list[str]) -> Shape:
    """The shape of a settled line: only what its neighbours need, its words, stops, capitals and ending."""
    part, table = _ends(line), cues().words
    words = part.split()
    total = len(words) if part is line else line.count(" ") + 1
    stops = sum([table[t] & 1 for t in tokens if t in table])
    capitals = sum([w[0].isupper() for w in words])
    values = [min(max(total, 1), 200), 0, 0, 100 * stops // (len(tokens) or 1), 100 * capitals // (len(words) or 1)]
    return Shape([], [*values, 0, 0, 0, _ending(part), *_rest()])


def _letters(line: str, tokens: Sequence[str], masks: Sequence[int]) -> list[int]:
    """The features of letter case, punctuation and length, in the order of ``SHAPE``."""
    part, size = _ends(line), len(line)
    words = part.split()
    total = max(len(words) if part is line else line.count(" ") + 1, 1)
    stops = sum([mask & 1 for mask in masks])
    count, n, sign = len(words) or 1, len(tokens) or 1, part.count
    return [
        min(total, 200),
        min(size, 1000),
        10 * size // total,
        100 * stops // n,
        100 * sum([w[0].isupper() for w in words]) // count,
        100 * sum(map(str.isupper, words)) // count,
        100 * tokens.count("0") // n,
        100 * (n - sum(map(str.isalnum, tokens))) // n,
        _ending(part),
        _start(part[:1]),
        min(sign(". ") + sign("? ") + sign("! "), 9),
        min(sign(","), 9),
        sign("|") + sign("•") + sign("·") + sign(" / ") + sign("→"),
        int(_GLUED.search(part) is not None),
        min(sign("“") + sign('"') + sign("«"), 4),
        sign("(") + sign("["),
        ("@" in part) + 2 * ("://" in part or "www." in part or ".com" in part) + 4 * ("#" in part),
        int(part.isupper()),
        100 * (len(masks) - stops) // n,
        int("$" in part or "£" in part or "€" in part),
        int("0" in part and _DATED.search(part) is not None),
    ]


def _ending(part: str) -> int:
    last = part[-1:]
    if last in _QUOTES:
        return 7 if part[-2:-1] in ".!?…," else 6
    if last == ")" and part[-2:-1] in ".!?":
        return 7
    return 5 if part.endswith("...") else _ENDS.get(last, 0)


def _start(first: str) -> int:
    if first in _STARTS:
        return _STARTS[first]
    return 0 if first.isupper() else 1 if first.islower() else 2 if first.isdigit() else 6 if first.isalpha() else 5


def _cued(masks: Sequence[int], first: int) -> list[int]:
    """For each class of cue words: 2 if the line starts with one, 1 if it holds one."""
    bits, every = cues().bits, reduce(or_, masks, 0)
    if every < 2:
        return [0] * len(bits)
    return [(2 if first & bit else 1) if every & bit else 0 for bit in bits]


def standing(size: int) -> Shape:
    """The shape of a plain paragraph of ``size`` characters."""
    return Shape([], [min(size // 6, 200), min(size, 1000), 60, 40, 12, 0, 0, 8, 8, *_rest()])


@cache
def _rest() -> tuple[int, ...]:
    return (0,) * (len(names()) - 9)
