"""The items of this stage: the lines of a dump, or the blocks of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleaner.core import lazy_re as re
from cleaner.core.document import Document, Mark
from cleaner.core.tree import NOWHERE, Node
from cleaner.rules import LONGEST, fold
from cleaner.text.sentences import STOPS, ends_sentence
from cleaner.text.words import bare

_FOLDED = LONGEST + 40
_PROSE = 20
"""An item of at least so many words that ends like a sentence is taken for a paragraph."""

_STOPS = (*STOPS, ":", ";")
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
"""Labels of headings."""

_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


@dataclass(slots=True)
class Item:
    """A line or block that is not blank, with ``text`` at ``[start, end)``, without surrounding space.

    For a block of a page, ``node`` is its node in the tree, ``label`` its block-level element, ``links`` its share of
    link text, ``note`` a note of the reader, and ``odds`` the block model's log odds, times 1000, that it belongs to
    the article. ``folded`` is the text as rules see it, empty if it is too long for them. ``words`` is the number of
    words. ``prose``: it looks like a paragraph, with many words and the end of a sentence.

    >>> Item(0, 9, "word " * 30 + "end.").prose, Item(0, 9, "Read more.").prose
    (True, False)
    """

    start: int
    end: int
    text: str
    node: Node = NOWHERE
    label: str = ""
    links: float = 0.0
    note: str = ""
    odds: int = 0
    words: int = field(init=False)
    prose: bool = field(init=False)
    _folded: str | None = field(init=False, default=None)
    _bare: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.words = self.text.count(" ") + 1
        self.prose = self.words >= _PROSE and ends_sentence(self.text, _STOPS)

    @property
    def folded(self) -> str:
        """The text as rules see it, computed on demand."""
        if self._folded is None:
            self._folded = fold(self.text) if len(self.text) <= _FOLDED else ""
        return self._folded

    @property
    def bare(self) -> str:
        """Its letters and digits in lower case, to find repetitions."""
        if self._bare is None:
            self._bare = bare(self.text).lower()
        return self._bare

    @property
    def on_page(self) -> bool:
        """Is it a block of a page?"""
        return self.node is not NOWHERE


def items_of(document: Document) -> list[Item]:
    """The blocks of a page, or else the lines of a document, without blank ones.

    >>> [(item.start, item.text) for item in items_of(Document(" Rain \\n\\n\\nIt rained."))]
    [(1, 'Rain'), (9, 'It rained.')]
    """
    text = document.text
    if document.source.media_type == "text/html":
        blocks = [mark for mark in document.marks if mark.node is not NOWHERE]
        return [item for mark in blocks if (item := _block(text, mark))]
    return [Item(m.start(), m.end(), m.group()) for m in _LINE.finditer(text)]


def _block(text: str, mark: Mark) -> Item | None:
    """A block of a page, without surrounding space; None if a repair has left it blank."""
    said = text[mark.start : mark.end]
    start = mark.start + len(said) - len(said.lstrip())
    said = said.strip()
    return Item(start, start + len(said), said, mark.node, mark.label, mark.links, mark.note) if said else None
