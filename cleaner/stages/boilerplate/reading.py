"""The state that the passes share: what they know about a document, and what they have decided so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import filterfalse
from typing import NamedTuple

from cleaner.core.document import Document, Edit
from cleaner.core.facts import Fact
from cleaner.core.parts import ArticleField
from cleaner.core.tree import NOWHERE, Place
from cleaner.stages.boilerplate.items import Item
from cleaner.text.sentences import ends_sentence

_QUESTIONS, _QUESTION = 3, 20
CERTAIN = 5000
"""Blocks of higher odds are surely article, and are not searched for wordings."""


class Cut(NamedTuple):
    """Why an item is cut: the id of the rule, what was measured, and the field to which the text moves."""

    rule: str
    evidence: str = ""
    moved_to: ArticleField | None = None

    @property
    def kind(self) -> str:
        """The id of the rule up to its first dot.

        >>> Cut("related.listed").kind
        'related'
        """
        return self.rule.partition(".")[0]

    @property
    def taken_for(self) -> str:
        """What the item is taken for, no matter by which rule.

        >>> Cut("timestamp.line").taken_for, Cut("model.timestamp").taken_for, Cut("site.slogan").taken_for
        ('timestamp', 'timestamp', 'slogan')
        """
        kind, _, name = self.rule.partition(".")
        return name if kind in ("model", "site") else kind


_FIELDS: dict[str, ArticleField] = {"byline": "authors", "timestamp": "date_published"}


@dataclass
class Reading:
    """The items of a document, their cuts, edits inside items that stay, claims and captions.

    On a page, ``outside`` are the blocks that the model puts outside the article, ``home`` is the element that holds
    most of the article, and ``joined`` are blocks that are cut in one edit with the block before.
    """

    document: Document
    items: Sequence[Item]
    cuts: dict[int, Cut] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    outside: frozenset[int] = frozenset()
    home: Place = NOWHERE.place
    joined: set[int] = field(default_factory=set)
    _left: list[int] | None = None

    @property
    def on_page(self) -> bool:
        """Are the items blocks of a page?"""
        return bool(self.items) and self.items[0].on_page

    @cached_property
    def titles(self) -> list[str]:
        """The headlines that the best sources of the document name."""
        return [claim.text for claim in self.document.claims("headline")[:3]]

    @cached_property
    def questions(self) -> frozenset[int]:
        """The questions above the answers of an explainer or an interview: three at least, each above a sentence."""
        asked = [i for i in range(len(self.items) - 1) if self.items[i].text.endswith("?")]
        short = [i for i in asked if self.items[i].words <= _QUESTION and ends_sentence(self.items[i + 1].text)]
        found = frozenset(short).difference([i - 1 for i in asked])
        return found if len(found) >= _QUESTIONS else frozenset()

    def cut(self, i: int, rule: str, evidence: str = "", moved_to: ArticleField | None = None) -> None:
        """Take item ``i`` out of the text."""
        self.cut_all((i,), rule, moved_to, evidence)

    def cut_all(
        self, items: Iterable[int], rule: str, moved_to: ArticleField | None = None, evidence: str = ""
    ) -> None:
        """Take several items out of the text by one rule; bylines and timestamps have a field whoever finds them."""
        moved_to = moved_to or _FIELDS.get(Cut(rule).taken_for)
        self.take(dict.fromkeys(items, Cut(rule, evidence, moved_to)))

    def take(self, cuts: Mapping[int, Cut]) -> None:
        """Take items out of the text, each for its own reason."""
        self.cuts.update(cuts)
        self._left = None

    def spare(self, items: Iterable[int]) -> None:
        """Leave items in the text that were cut."""
        for i in items:
            del self.cuts[i]
        self._left = None

    def is_cut(self, i: int, *kinds: str) -> bool:
        """Was item ``i`` cut as one of these kinds?"""
        return i in self.cuts and self.cuts[i].kind in kinds

    def cut_as(self, *kinds: str) -> list[int]:
        """The items that were cut as one of these kinds."""
        rules = tuple([f"{kind}." for kind in kinds])
        return [i for i, cut in self.cuts.items() if cut.rule.startswith(rules)]

    def left(self) -> list[int]:
        """The items that are not cut. The list is kept, since most passes ask and few of them cut anything."""
        if self._left is None:
            self._left = list(filterfalse(self.cuts.__contains__, range(len(self.items))))
        return self._left

    def remaining(self) -> list[str]:
        """The text of each item, without what edits inside it remove."""
        texts = [item.text for item in self.items]
        starts = [item.start for item in self.items]
        for edit in sorted(self.edits, reverse=True):
            i = max(0, bisect_right(starts, edit.start) - 1)
            start, end = edit.start - starts[i], edit.end - starts[i]
            texts[i] = (texts[i][: max(0, start)] + edit.new + texts[i][end:]).strip() or texts[i]
        return texts

    def near(self, i: int, step: int) -> int | None:
        """The next item before (``-1``) or after (``1``) item ``i`` that is not cut."""
        i += step
        while 0 <= i < len(self.items):
            if i not in self.cuts:
                return i
            i += step
        return None

    @cached_property
    def body(self) -> tuple[int, int]:
        """The first and the last item that look like paragraphs; past the end if none does.

        Items before the first are the head, with title, byline and timestamp; items after the last are the tail.
        """
        prose = [i for i, item in enumerate(self.items) if i not in self.cuts and item.prose]
        return (prose[0], prose[-1]) if prose else (len(self.items), -1)


def headline_like(item: Item) -> bool:
    """Could an item be a headline: short, and without a full stop at its end?

    >>> headline_like(Item(0, 9, "Rain again in Leeds")), headline_like(Item(0, 9, "It rained."))
    (True, False)
    """
    return (
        item.words <= 24
        and len(item.text) <= 160
        and not item.text.rstrip("\"”’»' ").endswith((".", ":", ";", ",", "…", "。"))
    )
