"""The lines of a text, with what the reader knows of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cleaner.core.document import Document, Mark
from cleaner.rules import LONGEST, fold

_FOLDED = LONGEST + 40
_PROSE = 20
"""From so many words on, a line that ends like a sentence is taken for a paragraph of the body."""

_CLOSERS = "\"”’»)' "
_STOPS = (".", "!", "?", "…", ":", ";", "。")
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


@dataclass(slots=True)
class Line:
    """One line that is not blank: ``text`` stands at ``[start, end)``, without the space around it.

    ``mark`` is the reader's mark where the text comes from a page: tag, place in the tree, link density. ``folded`` is
    the line as rules see it, empty where it is too long for them; ``words`` is how many words it has; ``prose`` says
    whether it looks like a paragraph: many words, and the end of a sentence.

    >>> Line(0, 9, "word " * 30 + "end.").prose, Line(0, 9, "Read more.").prose
    (True, False)
    """

    start: int
    end: int
    text: str
    mark: Mark | None = None
    folded: str = field(init=False)
    words: int = field(init=False)
    prose: bool = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.text.count(" ") + 1
        self.prose = self.words >= _PROSE and self.text.rstrip(_CLOSERS).endswith(_STOPS)
        self.folded = fold(self.text) if len(self.text) <= _FOLDED else ""


def split(document: Document) -> list[Line]:
    """The lines of a document that hold something, in order; for a page, one block is one line.

    >>> [(line.start, line.text) for line in split(Document(" Rain \\n\\n\\nIt rained."))]
    [(1, 'Rain'), (9, 'It rained.')]
    """
    found = [(m.start(), m.end(), m.group()) for m in _LINE.finditer(document.text)]
    marks = _by_start(document.marks)
    return [Line(start, end, text, marks.get(start)) for start, end, text in found]


def _by_start(marks: list[Mark]) -> dict[int, Mark]:
    """The longest mark at each place: a block, not what stands inside it."""
    widest: dict[int, Mark] = {}
    for mark in marks:
        if mark.start not in widest or mark.end > widest[mark.start].end:
            widest[mark.start] = mark
    return widest
