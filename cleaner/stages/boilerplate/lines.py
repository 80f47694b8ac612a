"""The lines of a text, with what the reader knows of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from cleaner.document import Document, Mark
from cleaner.rules import fold

_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


@dataclass(frozen=True)
class Line:
    """One line that is not blank: ``text`` stands at ``[start, end)``, without the space around it.

    ``mark`` is the reader's mark where the text comes from a page: tag, place in the tree, link density.
    """

    start: int
    end: int
    text: str
    mark: Mark | None = None

    @cached_property
    def folded(self) -> str:
        """The line as rules see it."""
        return fold(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


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
