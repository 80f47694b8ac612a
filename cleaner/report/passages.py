"""The raw text as a sequence of passages, each with its fate.

A report shows raw text, but the fields of an article point into its clean text. The edit log connects the two: between
two changes both texts agree, so the position of a kept passage is known in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from cleaner.core.parts import Change

SURE = 0.9
MOST_WORDS, MOST_SHARE = 30, 0.1
"""An article is doubtful from so many doubtful words, or such a share of all words: more than a label or two."""

_LEAST_WORDS = 8
_PROBABILITY = re.compile(r"(?:0|1)\.\d+")

Fate = Literal["kept", "moved", "repaired", "cut"]
FATES: tuple[Fate, ...] = ("kept", "repaired", "moved", "cut")


class Passage(NamedTuple):
    """A piece of raw text with one fate.

    ``old`` is the raw text and ``new`` its replacement; they are equal if the passage was kept. ``at`` is the position
    of a kept passage in the clean text. ``change`` is the index of the change in the log, if there is one.
    """

    fate: Fate
    old: str
    new: str
    at: int
    change: int | None = None


def fate(change: Change) -> Fate:
    """What a change did to its text. If it only affects blank space, the text counts as kept.

    >>> fate(Change(start=0, end=3, old="teh", new="the", stage="typos", rule="typo.list"))
    'repaired'
    >>> fate(Change(start=0, end=2, old="Ad", new="", stage="boilerplate", rule="ad.label"))
    'cut'
    >>> fate(Change(start=0, end=2, old="\\n\\n", new="", stage="boilerplate", rule="layout.blank"))
    'kept'
    """
    if change.moved_to:
        return "moved"
    if change.new.strip():
        return "repaired"
    return "cut" if change.old.strip() else "kept"


def passages(raw: str, changes: Sequence[Change]) -> Iterator[Passage]:
    """Split a raw text into passages: joined, their ``old`` is the raw text and their ``new`` the clean text.

    >>> log = [Change(start=0, end=3, old="Teh", new="The", stage="typos", rule="typo.list")]
    >>> [(p.fate, p.old, p.new) for p in passages("Teh rain", log)]
    [('repaired', 'Teh', 'The'), ('kept', ' rain', ' rain')]
    """
    at = clean = 0
    for number, change in enumerate(changes):
        if at < change.start:
            yield Passage("kept", raw[at : change.start], raw[at : change.start], clean)
            clean += change.start - at
        yield Passage(fate(change), change.old, change.new, clean, number)
        clean += len(change.new)
        at = change.end
    if at < len(raw):
        yield Passage("kept", raw[at:], raw[at:], clean)


def by_line(parts: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Split passages at the line breaks of the raw text. A replacement goes with the first line of its passage.

    >>> [[p.old for p in line] for line in by_line(passages("One\\nTwo", []))]
    [['One'], ['Two']]
    """
    line: list[Passage] = []
    for part in parts:
        first, *rest = part.old.split("\n")
        kept = part.change is None
        line.append(part._replace(old=first, new=first if kept else part.new))
        at = part.at + len(first) + 1
        for text in rest:
            yield line
            line = [part._replace(old=text, new=text if kept else "", at=at if kept else part.at + len(part.new))]
            at += len(text) + 1
    yield line


def line_fate(line: Iterable[Passage]) -> Fate | Literal["mixed", "blank"]:
    """The fate of a line as a whole: ``"mixed"`` if its parts have different fates.

    >>> line_fate([Passage("cut", "Advertisement", "", 0, 0), Passage("kept", " ", " ", 0)])
    'cut'
    """
    fates = {part.fate for part in line if part.old.strip() or part.new.strip()}
    if not fates:
        return "blank"
    return fates.pop() if len(fates) == 1 else "mixed"


def word_counts(parts: Iterable[Passage]) -> dict[Fate, int]:
    """The number of words of the raw text with each fate.

    >>> word_counts([Passage("kept", "It rained.", "It rained.", 0), Passage("cut", "Ad", "", 10, 0)])
    {'kept': 2, 'repaired': 0, 'moved': 0, 'cut': 1}
    """
    counts: dict[Fate, int] = dict.fromkeys(FATES, 0)
    for part in parts:
        counts[part.fate] += len(part.old.split())
    return counts


def doubtful_words(changes: Iterable[Change]) -> int:
    """The number of words that a model dropped without being sure: people should look at these first.

    The evidence of a model begins with its probability ("0.62: short, behind the last paragraph").

    >>> cut = {"start": 0, "end": 9, "old": "Read more", "new": "", "stage": "boilerplate", "rule": "model.related"}
    >>> doubtful_words([Change(**cut, evidence="0.62: short"), Change(**cut, evidence="0.98: all links")])
    2
    """
    return sum(len(c.old.split()) for c in changes if fate(c) == "cut" and _doubtful(c))


def is_doubtful(words: int, of: int) -> bool:
    """Are there enough doubtful ``words``, among ``of`` words of raw text, to be worth a look?"""
    return words >= MOST_WORDS or (words >= _LEAST_WORDS and words >= MOST_SHARE * of)


def _doubtful(change: Change) -> bool:
    said = _PROBABILITY.match(change.evidence) if change.rule.startswith("model.") else None
    return said is not None and float(said[0]) < SURE
