"""What the stage looks at one by one: the lines of a dump."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cleaner.core.document import Document
from cleaner.rules import LONGEST, fold

_FOLDED = LONGEST + 40
_PROSE = 20
"""From so many words on, a line that ends like a sentence is taken for a paragraph of the body."""

_CLOSERS = "\"”’»)' "
_STOPS = (".", "!", "?", "…", ":", ";", "。")
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


@dataclass(slots=True)
class Item:
    """One line that is not blank: ``text`` stands at ``[start, end)``, without the space around it.

    ``folded`` is the text as rules see it, empty where it is too long for them; ``words`` is how many words it has;
    ``prose`` says whether it looks like a paragraph: many words, and the end of a sentence.

    >>> Item(0, 9, "word " * 30 + "end.").prose, Item(0, 9, "Read more.").prose
    (True, False)
    """

    start: int
    end: int
    text: str
    folded: str = field(init=False)
    words: int = field(init=False)
    prose: bool = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.text.count(" ") + 1
        self.prose = self.words >= _PROSE and self.text.rstrip(_CLOSERS).endswith(_STOPS)
        self.folded = fold(self.text) if len(self.text) <= _FOLDED else ""


def items_of(document: Document) -> list[Item]:
    """The lines of a document that hold something, in order.

    >>> [(item.start, item.text) for item in items_of(Document(" Rain \\n\\n\\nIt rained."))]
    [(1, 'Rain'), (9, 'It rained.')]
    """
    return [Item(m.start(), m.end(), m.group()) for m in _LINE.finditer(document.text)]
