"""What structure makes of a page, gathered while it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cleaner.core.document import Document, Edit
from cleaner.core.facts import Fact
from cleaner.stages.boilerplate.lines import Line


@dataclass
class Reading:
    """Lines to cut with their rules, edits inside lines that stay, claims and captions."""

    document: Document
    lines: Sequence[Line]
    cuts: dict[int, str]
    edits: list[Edit] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def left(self) -> list[int]:
        """The lines that still stand."""
        return [i for i in range(len(self.lines)) if i not in self.cuts]

    def near(self, i: int, step: int) -> int | None:
        """The next line that still stands before (``-1``) or behind (``1``) line ``i``."""
        i += step
        while 0 <= i < len(self.lines):
            if i not in self.cuts:
                return i
            i += step
        return None

    @cached_property
    def body(self) -> tuple[int, int]:
        """The first and the last line that look like a paragraph of the body; past the end where none does.

        What stands before the first is the head, where title, byline and timestamp live; what stands behind the last
        is the tail.
        """
        prose = [i for i, line in enumerate(self.lines) if i not in self.cuts and line.prose]
        return (prose[0], prose[-1]) if prose else (len(self.lines), -1)


def headline_like(line: Line) -> bool:
    """Could a line be a headline? Short, and no sentence's full stop at its end.

    >>> headline_like(Line(0, 9, "Rain again in Leeds")), headline_like(Line(0, 9, "It rained."))
    (True, False)
    """
    return (
        line.words <= 24
        and len(line.text) <= 160
        and not line.text.rstrip("\"”’»' ").endswith((".", ":", ";", ",", "…", "。"))
    )


Known = Mapping[int, str]
