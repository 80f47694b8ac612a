"""The places of a page's tree where blocks stand: each element with those around it, once.

A page has hundreds of blocks in some dozens of places, and all that a place says is the same for each of its blocks. So
the paths that the blocks' marks carry are put together to a small tree again, and what an element adds to the one
around it is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from cleaner.models.block.clues import NEAR, Weights, element_words
from cleaner.models.block.elements import element_kinds, element_mask, holds_body

FAR = 60

_TRUST = {
    "body": (1.1, 1.3, 2.0),
    "comments": (0.3, 0.1, 0.1),
    "related": (0.8, 0.4, 0.4),
    "aside": (0.7, 0.5, 0.5),
    "footer": (0.5, 0.3, 0.3),
    "navigation": (0.7, 0.4, 0.4),
    "caption": (1.0, 0.6, 0.5),
    "newsletter": (0.8, 0.3, 0.3),
    "author": (1.0, 0.5, 0.5),
    "consent": (0.5, 0.3, 0.3),
    "hidden": (0.7, 0.5, 0.5),
}
"""How far prose is trusted to be the article's when an outer, a near or the innermost element tells of a kind."""


class Place:
    """An element of a page with those ``around`` it; ``path`` names them from the outside in.

    ``claimed`` is how many levels above the innermost element the one stands that says to hold the body, ``FAR`` where
    none does; ``hidden`` whether one of them is not shown at first.

    >>> place = Places([("html", "body", "div.entry-content", "ul", "li")]).at[0]
    >>> place.claimed, place.around.around.claimed, place.level, place.hidden
    (2, 0, 5, False)
    """

    __slots__ = ("_kinds", "_masks", "_trust", "_words", "around", "claimed", "inner", "level", "path")

    def __init__(self, path: tuple[str, ...], around: Place | None) -> None:
        self.path = path
        self.around = around or self
        self.inner: dict[str, Place] = {}
        self.level = len(path)
        self.claimed = FAR
        if around is not None:
            self.claimed = 0 if holds_body(path[-1]) else min(FAR, around.claimed + 1)
        self._masks: tuple[int, int] | None = None
        self._kinds: tuple[int, ...] | None = None
        self._words: frozenset[str] | None = None
        self._trust = 0.0

    @property
    def hidden(self) -> bool:
        """Is one of the elements not shown at first?"""
        return any(element.endswith("[hidden]") for element in self.path)

    @property
    def masks(self) -> tuple[int, int]:
        """The kinds that the innermost element tells of, and those that any of them tells of, as bits."""
        if self._masks is None:
            own = element_mask(self.path[-1]) if self.level else 0
            self._masks = own, own | (self.around.masks[1] if self.level else 0)
        return self._masks

    @property
    def words(self) -> frozenset[str]:
        """The words of all elements."""
        if self._words is None:
            self._words = self.around.words.union(element_words(self.path[-1])) if self.level else frozenset()
        return self._words

    @property
    def kinds(self) -> tuple[int, ...]:
        """For each kind: 3 if the innermost element tells of it, 2 if one of the next three, 1 if an outer one."""
        if self._kinds is None:
            one = self.around
            two = one.around
            three = two.around
            near = one.masks[0] | two.masks[0] | three.masks[0]
            self._kinds = _graded(self.masks[0], near, three.around.masks[1])
        return self._kinds

    @property
    def trust(self) -> float:
        """How far prose in this place of the tree is trusted to be the article's.

        >>> story, comment = Places([("html", "div.story-body", "p"), ("html", "div#comments", "p")]).at
        >>> story.trust > comment.trust
        True
        """
        if not self._trust:
            self._trust = 2.5 if self.claimed < FAR else 1.0
            for name, level in zip(element_kinds()[1], self.kinds, strict=True):
                if level and name in _TRUST:
                    self._trust *= _TRUST[name][level - 1]
        return self._trust

    def common(self, other: Place) -> int:
        """How many outer elements two places have in common."""
        one = self
        while one is not other:
            if one.level > other.level:
                one = one.around
            elif other.level > one.level:
                other = other.around
            else:
                one, other = one.around, other.around
        return one.level


def _graded(own: int, near: int, outer: int) -> tuple[int, ...]:
    return tuple([3 if own & bit else 2 if near & bit else 1 if outer & bit else 0 for bit in _bits()])


@cache
def _bits() -> tuple[int, ...]:
    return tuple(1 << k for k in range(len(element_kinds()[1])))


class Places:
    """The places of a page's blocks: ``at`` holds the place of each block, ``all`` each place once.

    >>> places = Places([("body", "p"), ("body", "div", "p"), ("body", "p")])
    >>> places.at[0] is places.at[2], places.at[0].common(places.at[1])
    (True, 1)
    >>> [place.path for place in places.within(places.at[1].around)]
    [('body', 'div', 'p')]
    """

    def __init__(self, paths: Iterable[tuple[str, ...]]) -> None:
        self.root = Place((), None)
        known: dict[tuple[str, ...], Place] = {}
        self.at: list[Place] = []
        for path in paths:
            place = known.get(path)
            if place is None:
                place = known[path] = self._place(path)
            self.at.append(place)
        self.all = list(known.values())

    def _place(self, path: tuple[str, ...]) -> Place:
        place = self.root
        for element in path:
            inner = place.inner.get(element)
            if inner is None:
                inner = place.inner[element] = Place((*place.path, element), place)
            place = inner
        return place

    def within(self, outer: Place) -> set[Place]:
        """The places of blocks that lie inside an element, its own included."""
        level, path = outer.level, outer.path
        return {place for place in self.all if place.path[:level] == path}

    def scores(self, labels: Sequence[str], weights: Weights) -> list[int]:
        """What the elements around each block speak for; blocks in the same place are scored once."""
        known: dict[tuple[str, Place], int] = {}
        outer: dict[Place, int] = {}
        scores = []
        for key in zip(labels, self.at, strict=True):
            score = known.get(key)
            if score is None:
                score = known[key] = self._score(*key, weights, outer)
            scores.append(score)
        return scores

    @staticmethod
    def _score(label: str, place: Place, weights: Weights, outer: dict[Place, int]) -> int:
        if not place.level:
            return weights.near(label, "", ())
        far = place.around.around.around
        if far not in outer:
            outer[far] = weights.far(far.words)
        return outer[far] + weights.near(label, place.path[-1], place.path[-NEAR:-1])
