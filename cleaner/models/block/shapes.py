"""A page's blocks by themselves: their form, and what the elements around them speak for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from cleaner.core.tree import Node
from cleaner.models.block.clues import Weights
from cleaner.models.block.places import Spots

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


class Block(Protocol):
    """A block of a page: its text, its block-level element, its node, its share of links, what the reader notes."""

    text: str
    label: str
    node: Node
    links: float
    note: str


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

    blocks: Sequence[Block]
    spots: Spots
    paths: list[int]
    says: list[int]
    shapes: list[Shape]
    weights: Weights
    title: frozenset[str] = frozenset()
    description: frozenset[str] = frozenset()


def terms(text: str) -> frozenset[str]:
    """The words of four letters or more."""
    return frozenset(_TERM.findall(text[:600].lower()))


def shape(block: Block) -> Shape:
    """Measure a block by itself.

    >>> from cleaner.stages.boilerplate.items import Item
    >>> shape(Item(0, 29, "It rained in Leeds on Friday.", label="p"))
    Shape(words=6, size=29, ending=3, start=0, links=0, label=0, prose=False)
    """
    text = block.text
    words = text.count(" ") + 1
    if not text.isascii():
        words += len(_SPACELESS.findall(text[:400])) // 2
    ending = _ending(text)
    prose = block.links < 0.5 and ((words >= 12 and ending > 0) or words >= 25)
    links = int(100 * block.links)
    label = LABELS.get(block.label, 11)
    return Shape(min(words, 200), min(len(text), 1500), ending, _start(text[:1]), links, label, prose)


def _ending(text: str) -> int:
    """How a text ends: 3 a full stop, 2 one inside a quotation, 1 a quotation mark, -1 a colon, 0 anything else."""
    last = text[-1:]
    if last in CLOSING:
        return 2 if text[-2:-1] in SENTENCE_ENDS or text[-2:-1] == "," else 1
    return 3 if last in SENTENCE_ENDS else -1 if last == ":" else 0


def _start(first: str) -> int:
    """How a text begins: 0 a capital, 1 a small letter, 2 a digit, 3 a quotation mark, 4 anything else."""
    if first.isupper():
        return 0
    if first.islower():
        return 1
    return 2 if first.isdigit() else 3 if first in OPENING else 4


def read_page(blocks: Sequence[Block], weights: Mapping[str, int], title: str, description: str) -> Page:
    """Score the elements around every block by ``weights`` and measure it by itself."""
    shapes = [shape(block) for block in blocks]
    weights = weights if isinstance(weights, Weights) else Weights(weights)
    spots = Spots([block.node.place for block in blocks])
    paths = spots.scores([block.label for block in blocks], weights)
    return Page(blocks, spots, paths, [0] * len(blocks), shapes, weights, terms(title), terms(description))
