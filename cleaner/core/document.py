"""Text that remembers where it came from.

A :class:`Document` is a raw text and the *layers* of edits that lead from it to the clean text. An *edit* replaces
one span by a string (a deletion replaces by nothing, an insertion replaces nothing). The edits of one stage form a
layer: sorted, disjoint, in the coordinates of the text which that stage read. All offsets are code points and
half-open.

A stage never changes text. It *proposes* findings, which the document takes in::

    Edit   replace this span by that text, because of this rule
    Mark   this span is such a thing (a block of the page, a caption, a quotation)
    Fact   something known of the article: a claim about its headline, a date mentioned, a person

    >>> from cleaner.core.layers import rebuild
    >>> doc = Document("Kardahsian wrote.  READ MORE")
    >>> doc = doc.apply("typos", [Edit(0, 10, "Kardashian", "typo.name")])
    >>> doc = doc.apply("boilerplate", [Edit(17, 28, "", "related.read-more")])
    >>> doc.text
    'Kardashian wrote.'
    >>> [(c.start, c.end, c.old, c.new, c.rule) for c in doc.changes]
    [(0, 10, 'Kardahsian', 'Kardashian', 'typo.name'), (17, 28, '  READ MORE', '', 'related.read-more')]
    >>> doc.origin(0, 10)
    (0, 10)
    >>> doc.undo().undo().text == doc.raw == rebuild(doc.text, doc.changes)
    True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple, TypeVar

from cleaner.core.article import Article
from cleaner.core.assemble import assemble
from cleaner.core.facts import Claim, Fact
from cleaner.core.layers import Edit, Layer, compose, settle
from cleaner.core.parts import Caption, Change, DateMention, Entity, Link, Maker, Person, Source
from cleaner.core.site_profile import SiteProfile
from cleaner.core.tree import NOWHERE, Node
from cleaner.core.version import VERSION, fingerprint

__all__ = ["BLOCK_KINDS", "Context", "Document", "Edit", "Finding", "Mark"]

T = TypeVar("T")


class Mark(NamedTuple):
    """A label for ``text[start:end]``.

    Readers mark every block of a page with the name of its element (``"p"``, ``"h2"``, ``"li"``, ``"figcaption"`` …);
    stages mark what later stages should know.

    ``node`` is the innermost element that holds the whole span; ``links`` is the share of its characters inside links,
    from 0 to 1; ``note`` adds detail.
    """

    start: int
    end: int
    label: str
    node: Node = NOWHERE
    links: float = 0.0
    note: str = ""


Finding = Edit | Mark | Fact


@dataclass(frozen=True)
class Context:
    """What the caller knows about the document.

    ``published`` anchors relative dates; ``fetched`` anchors "4 hours ago"; ``site`` is the profile of the publisher
    (:func:`cleaner.learn`); ``fingerprint`` identifies the pipeline, and is empty for the default one.
    """

    url: str | None = None
    published: date | datetime | None = None
    fetched: datetime | None = None
    site: SiteProfile | None = None
    fingerprint: str = ""


@dataclass(frozen=True)
class Document:
    """A raw text, what was found in it, and the layers of edits that lead to :attr:`text`."""

    raw: str
    context: Context = field(default_factory=Context)
    source: Source = field(default_factory=Source)
    layers: tuple[Layer, ...] = ()
    found: tuple[tuple[int, Mark | Fact], ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The text after the last layer."""
        return self.layers[-1].text if self.layers else self.raw

    def apply(self, stage: str, findings: Iterable[Finding]) -> Document:
        """Take in what a stage proposes; its edits become a new layer."""
        edits: list[Edit] = []
        found: list[tuple[int, Mark | Fact]] = []
        depth = len(self.layers)
        for finding in findings:
            if isinstance(finding, Edit):
                edits.append(finding)
            else:
                found.append((depth, finding))
        source = self.text
        settled = settle(source, edits)
        if settled and any(isinstance(fact, _PLACED) for fact in self._facts):
            raise ValueError(f"stage {stage} edits a text in which mentions were found; run it before dates and names")
        layers = (*self.layers, Layer(stage, source, settled)) if settled else self.layers
        grown = replace(self, layers=layers, found=(*self.found, *found))
        grown.__dict__["_facts"] = [*self._facts, *(fact for _, fact in found if not isinstance(fact, Mark))]
        if not settled and "changes" in self.__dict__:
            grown.__dict__["changes"] = self.changes
        return grown

    def undo(self) -> Document:
        """The document before its last layer, without later findings."""
        depth = len(self.layers) - 1
        return replace(self, layers=self.layers[:-1], found=tuple(f for f in self.found if f[0] < depth))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of :attr:`text` to the raw text, through all layers."""
        for layer in reversed(self.layers):
            start, end = layer.origin(start, end)
        return start, end

    def image(self, start: int, end: int, depth: int = 0) -> tuple[int, int]:
        """Map a span of the text at ``depth`` (0: the raw text) to :attr:`text`; empty if it was cut."""
        for layer in self.layers[depth:]:
            start, end = layer.image(start, end)
        return start, end

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All layers as one list of disjoint changes in raw offsets: ``raw[c.start:c.end] == c.old``.

        If several layers edit the same place, one change records the outcome: it has the rule of the last edit, and its
        evidence names the others ("also mojibake.ftfy"). If the place was cut in the end, only the cut is recorded.
        """
        return compose(self.raw, self.layers)

    def facts(self, kind: type[T]) -> list[T]:
        """All facts of a kind, in the order in which they were found."""
        return [fact for fact in self._facts if isinstance(fact, kind)]

    @cached_property
    def _facts(self) -> list[Fact]:
        """The findings without marks, of which a page has hundreds."""
        return [fact for _, fact in self.found if not isinstance(fact, Mark)]

    @property
    def marks(self) -> list[Mark]:
        """The marks, with offsets into :attr:`text`; marks of cut spans are dropped."""
        return self._placed(None)

    def marked(self, labels: frozenset[str]) -> list[Mark]:
        """The :attr:`marks` with one of these labels."""
        return self._placed(labels)

    def _placed(self, labels: frozenset[str] | None) -> list[Mark]:
        """The marks, or those with one of ``labels``: computing their offsets takes time."""
        placed = []
        for depth, mark in self.found:
            if isinstance(mark, Mark) and (labels is None or mark.label in labels):
                start, end = self.image(mark.start, mark.end, depth)
                if start < end:
                    placed.append(mark if depth == len(self.layers) else Mark(start, end, *mark[2:]))
        return placed

    def claims(self, *fields: str) -> list[Claim]:
        """The claims about these fields of the article, most trusted source first.

        >>> from cleaner.core.facts import claim
        >>> rivals = [claim("headline", "A – B", "first line"), claim("headline", "A", "h1")]
        >>> doc = Document("").apply("reader", rivals)
        >>> [c.text for c in doc.claims("headline")]
        ['A', 'A – B']
        """
        return sorted((c for c in self.facts(Claim) if c.field in fields), key=lambda c: c.rank)

    @property
    def dates(self) -> list[DateMention]:
        """The dates mentioned in :attr:`text`."""
        return self.facts(DateMention)

    @property
    def people(self) -> list[Person]:
        """The people mentioned in :attr:`text`."""
        return self.facts(Person)

    @property
    def captions(self) -> list[Caption]:
        """Photo captions with their credits."""
        return self.facts(Caption)

    @cached_property
    def article(self) -> Article:
        """The validated article; raises :class:`cleaner.InvalidArticle`, with every reason, if there is none."""
        blocks = [(m.start, m.end, m.label) for m in self.marked(BLOCK_KINDS)]
        maker = Maker(version=VERSION, fingerprint=self.context.fingerprint or fingerprint())
        facts = [*self._facts, *self._links()]
        return assemble(self.raw, self.text, self.changes, facts, blocks, self.source, maker, self.context.url)

    def _links(self) -> Iterator[Link]:
        """The links left in :attr:`text`, without surrounding spaces."""
        for mark in self.marked(_LINKS):
            words = self.text[mark.start : mark.end]
            start = mark.start + len(words) - len(words.lstrip())
            if words := words.strip():
                yield Link(start=start, end=start + len(words), text=words, url=mark.note)


_LINKS = frozenset({"link"})

_PLACED = (DateMention, Person, Entity)
"""The kinds of facts that hold offsets into the text."""

BLOCK_KINDS = frozenset({"heading", "list_item", "quote"})
"""Marks with these labels give blocks of the article their ``kind``; every other block is a paragraph."""
