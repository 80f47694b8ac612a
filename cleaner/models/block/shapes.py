"""The blocks of a page by themselves: their form, and the scores of their clues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from cleaner.core import lazy_re as re
from cleaner.core.tree import Node, Place
from cleaner.models.block.clues import Weights
from cleaner.models.block.places import scores

SENTENCE_ENDS = frozenset(".!?…。！？।؟")
CLOSING = frozenset('"”»’)」')
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
    for name in str.split(names)
}
_TERM = re.compile(r"[^\W\d_]{4,}")
_SPACELESS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


class Block(Protocol):
    """A block of a page: its text, its block-level element, its node, its share of links, and the reader's note."""

    text: str
    label: str
    node: Node
    links: float
    note: str


@dataclass(slots=True)
class Page:
    """The blocks of a page and what their features are made of, in parallel lists.

    A block has a number of ``words``, a ``size``, an ``ending``, its ``links`` in percent and a ``label``, and may be
    ``prose``. ``paths`` and ``says`` are the scores of the elements around it and of its text.
    """

    blocks: Sequence[Block]
    places: Sequence[Place]
    weights: Weights
    paths: list[int]
    says: list[int]
    title: frozenset[str] = frozenset()
    description: frozenset[str] = frozenset()
    words: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    endings: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    prose: list[bool] = field(default_factory=list)

    def measure(self) -> None:
        """Measure each block by itself.

        >>> from cleaner.stages.boilerplate.items import Item
        >>> page = read_page([Item(0, 29, "It rained in Leeds on Friday.", label="p")], {}, "", "")
        >>> page.words, page.sizes, page.endings, page.labels, page.prose
        ([6], [29], [3], [0], [False])
        """
        texts = [block.text for block in self.blocks]
        words = [_words_in(text) for text in texts]
        self.words = [n if n < 200 else 200 for n in words]
        self.sizes = [n if n < 1500 else 1500 for n in map(len, texts)]
        self.endings = [_ending(text) for text in texts]
        self.links = [int(100 * block.links) for block in self.blocks]
        self.labels = [LABELS.get(block.label, 11) for block in self.blocks]
        self.prose = [
            block.links < 0.5 and ((n >= 12 and ending > 0) or n >= 25)
            for block, n, ending in zip(self.blocks, words, self.endings, strict=True)
        ]


def _words_in(text: str) -> int:
    """How many words a text has; two characters make one in scripts that do not part them."""
    words = text.count(" ") + 1
    return words if text.isascii() else words + len(_SPACELESS.findall(text[:400])) // 2


def terms(text: str) -> frozenset[str]:
    """The words of at least four letters."""
    return frozenset(_TERM.findall(text[:600].lower()))


def _ending(text: str) -> int:
    """The ending of a text: 3 a full stop, 2 one inside a quotation, 1 a quotation mark, -1 a colon, 0 anything
    else."""
    last = text[-1:]
    if last in CLOSING:
        return 2 if text[-2:-1] in SENTENCE_ENDS or text[-2:-1] == "," else 1
    return 3 if last in SENTENCE_ENDS else -1 if last == ":" else 0


def read_page(blocks: Sequence[Block], weights: Weights | Mapping[str, int], title: str, description: str) -> Page:
    """Measure every block by itself, and score the elements around it."""
    places = [block.node.place for block in blocks]
    weighed = weights if isinstance(weights, Weights) else Weights(weights)
    paths = scores([block.label for block in blocks], places, weighed)
    page = Page(blocks, places, weighed, paths, [0] * len(blocks), terms(title), terms(description))
    page.measure()
    return page
