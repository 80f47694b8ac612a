"""A page's blocks by themselves: their form, and what the elements around them speak for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cleaner.core.document import Mark
from cleaner.models.block.clues import Weights
from cleaner.models.block.places import Places

_words = str.split

SENTENCE_ENDS = frozenset(".!?…。！？।؟")
CLOSING = frozenset('"”»’)」')
OPENING = frozenset("\"“‘'«„「")
LABELS = {
    name: number
    for number, names in enumerate(
        (
            "p",
            "h1",
            "h2 h3 h4 h5 h6",
            "li dd dt",
            "div section article main center body",
            "figcaption caption figure",
            "td th",
            "tr",
            "blockquote",
            "button label legend summary",
            "footer nav header aside",
        )
    )
    for name in _words(names)
}
_TERM = re.compile(r"[^\W\d_]{4,}")
_SPACELESS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


class Shape(NamedTuple):
    """What a block is by itself; ``links`` in percent."""

    words: int
    size: int
    ending: int
    start: int
    links: int
    label: int
    prose: bool


@dataclass(slots=True)
class Page:
    """The blocks of a page with what the numbers are made of.

    ``paths`` and ``says`` are the scores of the elements around each block and of its text.
    """

    texts: Sequence[str]
    marks: Sequence[Mark]
    places: Places
    paths: list[int]
    says: list[int]
    shapes: list[Shape]
    weights: Weights
    title: frozenset[str] = frozenset()
    description: frozenset[str] = frozenset()


def terms(text: str) -> frozenset[str]:
    """The words of four letters or more."""
    return frozenset(_TERM.findall(text[:600].lower()))


def shape(text: str, mark: Mark) -> Shape:
    """Measure a block by itself.

    >>> shape("It rained in Leeds on Friday.", Mark(0, 29, "p"))
    Shape(words=6, size=29, ending=3, start=0, links=0, label=0, prose=False)
    """
    size = len(text)
    words = text.count(" ") + 1
    if not text.isascii():
        words += len(_SPACELESS.findall(text[:400])) // 2
    last, first = text[-1:], text[:1]
    if last in CLOSING:
        ending = 2 if text[-2:-1] in SENTENCE_ENDS or text[-2:-1] == "," else 1
    else:
        ending = 3 if last in SENTENCE_ENDS else -1 if last == ":" else 0
    start = 0 if first.isupper() else 1 if first.islower() else 2 if first.isdigit() else 3 if first in OPENING else 4
    prose = mark.links < 0.5 and ((words >= 12 and ending > 0) or words >= 25)
    links = int(100 * mark.links)
    return Shape(min(words, 200), min(size, 1500), ending, start, links, LABELS.get(mark.label, 11), prose)


def read_page(
    texts: Sequence[str], marks: Sequence[Mark], weights: Mapping[str, int], title: str, description: str
) -> Page:
    """Score the elements around every block by ``weights`` and measure it by itself."""
    shapes = [shape(text, mark) for text, mark in zip(texts, marks, strict=True)]
    weights = weights if isinstance(weights, Weights) else Weights(weights)
    places = Places([mark.path for mark in marks])
    paths = places.scores([mark.label for mark in marks], weights)
    return Page(texts, marks, places, paths, [0] * len(texts), shapes, weights, terms(title), terms(description))
