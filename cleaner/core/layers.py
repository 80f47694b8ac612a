"""Edits, layers of edits, and how several layers become one.

An *edit* replaces one span by a string (a deletion replaces by nothing, an insertion replaces nothing). The edits of
one stage form a *layer*: sorted, disjoint, in the coordinates of the text which that stage read. All offsets are code
points and half-open. Positions map back through a layer by bisection, on demand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from cleaner.core.parts import ArticleField, Change


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new`` because of ``rule``.

    ``rule`` is an id of the form ``kind.name``. ``evidence`` tells people what was measured ("9× Kardashian in this
    article"). ``moved_to`` names the field of the article to which the text moves.
    """

    start: int
    end: int
    new: str
    rule: str
    evidence: str = ""
    moved_to: ArticleField | None = None


@dataclass(frozen=True)
class Layer:
    """The edits of one stage to ``source``, the text that it read.

    >>> layer = Layer("typos", "teh  cat", (Edit(0, 3, "the", "typo.list"), Edit(4, 5, "", "space.double")))
    >>> layer.text, layer.origin(4, 7), layer.image(5, 8)
    ('the cat', (5, 8), (4, 7))
    """

    stage: str
    source: str
    edits: tuple[Edit, ...]

    @cached_property
    def text(self) -> str:
        """The text after the edits: kept slices and replacements, joined once."""
        parts: list[str] = []
        at = 0
        for start, end, new, *_ in self.edits:
            parts += self.source[at:start], new
            at = end
        parts.append(self.source[at:])
        return "".join(parts)

    @cached_property
    def _images(self) -> list[int]:
        """Where each replacement starts in the output; sorted."""
        starts, shift = [], 0
        for start, end, new, *_ in self.edits:
            starts.append(start + shift)
            shift += len(new) - (end - start)
        return starts

    @cached_property
    def _starts(self) -> list[int]:
        return [edit.start for edit in self.edits]

    @cached_property
    def _ends(self) -> list[int]:
        return [edit.end for edit in self.edits]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span of the source that accounts for ``text[start:end]``."""
        first = self._back(start, after=True)
        return first, max(first, self._back(end, after=False))

    def _back(self, at: int, *, after: bool) -> int:
        """Map an output offset back; at a deletion it lies ``after`` or before what was cut."""
        i = (bisect_right if after else bisect_left)(self._images, at) - 1
        if i < 0:
            return at
        start, end, new, *_ = self.edits[i]
        past = at - self._images[i] - len(new)  # offsets past the replacement; negative inside it
        if past > 0 or (past == 0 and (after or new)):
            return end + past
        return start if after else end

    def image(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span of the output that holds all that became of ``source[start:end]``.

        It is empty where that span was cut whole.
        """
        first = bisect_right(self._ends, start)
        last = max(first, bisect_left(self._starts, end))
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        return start + self._shift(first), end + self._shift(last)

    def _shift(self, n: int) -> int:
        """By how much the first ``n`` edits shift the text that follows."""
        if not n:
            return 0
        edit = self.edits[n - 1]
        return self._images[n - 1] + len(edit.new) - edit.end


def settle(source: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Sort edits and make them disjoint: of overlapping ones the leftmost wins, then the longest.

    Edits that change nothing or lie outside ``source`` are dropped. Overlaps are settled nowhere else.

    >>> settle("a b c", [Edit(1, 2, "", "x"), Edit(0, 3, "-", "y"), Edit(0, 1, "-", "z"), Edit(4, 5, "c", "same")])
    (Edit(start=0, end=3, new='-', rule='y', evidence='', moved_to=None),)
    """
    at = 0
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        start, end, new, *_ = edit
        if at <= start <= end <= len(source) and source[start:end] != new:
            if kept and start == end == kept[-1].end and kept[-1].start == start:
                continue  # a second insertion at the same place
            kept.append(edit)
            at = end
    return tuple(kept)


S = TypeVar("S", bound=tuple[Any, ...])


def disjoint(spans: Iterable[S]) -> list[S]:
    """Tuples that begin with a start and an end, sorted; of overlapping ones the leftmost stays, then the longest.

    >>> disjoint([(3, 9, "b"), (0, 4, "a"), (9, 12, "c")])
    [(0, 4, 'a'), (9, 12, 'c')]
    """
    at, kept = 0, []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if span[0] >= at:
            kept.append(span)
            at = span[1]
    return kept


def compose(raw: str, layers: Iterable[Layer]) -> tuple[Change, ...]:
    """Combine layers of edits into one list of disjoint changes in raw offsets."""
    return tuple(Change(old=raw[p.start : p.end], **p._asdict()) for p in _folded(raw, layers))


def merge(raw: str, layers: Iterable[Layer]) -> list[Edit]:
    """Combine layers of edits into the edits of one layer.

    >>> first = Layer("s", "teh  cat", (Edit(0, 3, "the", "typo.list"),))
    >>> for edit in merge("teh  cat", [first, Layer("s", "the  cat", (Edit(4, 5, "", "space.double"),))]):
    ...     print(edit.start, edit.end, repr(edit.new), edit.rule)
    0 3 'the' typo.list
    4 5 '' space.double
    """
    return [Edit(*p[:-1]) for p in _folded(raw, layers)]


def _folded(raw: str, layers: Iterable[Layer]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for layer in layers:
        pieces = _fold(pieces, layer)
    return [p for p in pieces if raw[p.start : p.end] != p.new]


class _Piece(NamedTuple):
    """A replacement in raw offsets, which one or more edits made: the fields of the last one, and its stage."""

    start: int
    end: int
    new: str
    rule: str
    evidence: str
    moved_to: ArticleField | None
    stage: str


def _piece(edit: Edit, stage: str, shift: int) -> _Piece:
    return _Piece(edit.start - shift, edit.end - shift, edit.new, edit.rule, edit.evidence, edit.moved_to, stage)


def _fold(below: list[_Piece], layer: Layer) -> list[_Piece]:
    """Put a layer on top of ``below``; pieces and edits that overlap in the source of the layer become one."""
    if not below:
        return [_piece(edit, layer.stage, 0) for edit in layer.edits]
    folded: list[_Piece] = []
    group: list[tuple[int, int, _Piece | Edit]] = []
    end = shift = 0  # the group's end in the layer's source; source offset - raw offset before the group
    for item in _in_order(below, layer.edits):
        if group and item[0] >= end:
            folded.append(_merge(group, layer, shift))
            shift += _growth(group)
            group.clear()
        end = max(end, item[1]) if group else item[1]
        group.append(item)
    if group:
        folded.append(_merge(group, layer, shift))
    return folded


def _in_order(below: list[_Piece], above: tuple[Edit, ...]) -> list[tuple[int, int, _Piece | Edit]]:
    """Both kinds of replacement, sorted by their span in the text between them."""
    spans: list[tuple[int, int, _Piece | Edit]] = [(e.start, e.end, e) for e in above]
    shift = 0
    for piece in below:
        spans.append((piece.start + shift, piece.start + shift + len(piece.new), piece))
        shift += len(piece.new) - (piece.end - piece.start)
    return sorted(spans, key=lambda item: item[:2])


def _growth(group: list[tuple[int, int, _Piece | Edit]]) -> int:
    """By how many code points the lower pieces of a group made the raw text longer."""
    return sum(len(p.new) - (p.end - p.start) for _, _, p in group if isinstance(p, _Piece))


def _merge(group: list[tuple[int, int, _Piece | Edit]], layer: Layer, shift: int) -> _Piece:
    """One replacement with the same effect as a group of overlapping ones."""
    start, end = group[0][0], max(item[1] for item in group)
    if len(group) == 1:
        only = group[0][2]
        if isinstance(only, _Piece):
            return only
        return _piece(only, layer.stage, shift)
    edits = tuple(p for _, _, p in group if isinstance(p, Edit))
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += layer.source[at : edit.start], edit.new
        at = edit.end
    parts.append(layer.source[at:end])
    last = _piece(edits[-1], layer.stage, 0)
    cut = len(edits) == 1 and not last.new and (last.start, last.end) == (start, end)
    below = [] if cut else [p.rule for _, _, p in group if isinstance(p, _Piece)]
    also = dict.fromkeys([*below, *(_piece(e, layer.stage, 0).rule for e in edits)])
    evidence = "; ".join(filter(None, [last.evidence, *(f"also {rule}" for rule in also if rule != last.rule)]))
    end -= shift + _growth(group)
    return _Piece(start - shift, end, "".join(parts), last.rule, evidence, last.moved_to, layer.stage)


def rebuild(text: str, changes: Iterable[Change]) -> str:
    """The raw text, rebuilt from the clean text and its changes alone.

    >>> rebuild("the cat", [Change(start=0, end=3, old="teh", new="the", stage="typos", rule="typo.list")])
    'teh cat'
    """
    parts: list[str] = []
    at = shift = 0
    for c in changes:
        parts += text[at : c.start + shift], c.old
        at = c.start + shift + len(c.new)
        shift += len(c.new) - (c.end - c.start)
    parts.append(text[at:])
    return "".join(parts)
