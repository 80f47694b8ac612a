"""What the block model knows about places in the tree of a page.

A page has hundreds of blocks in a few dozen places (:mod:`cleaner.core.tree`), and a place says the same about each of
its blocks. So this is computed once for each place, from the place around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from cleaner.core.tree import Place
from cleaner.models.block.clues import Weights
from cleaner.models.block.elements import element_kinds, holds_body, masks_around

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
"""How far prose is trusted to belong to the article if an outer, a near or the innermost element stands for a kind."""


class Spot:
    """A place as the block model sees it, with the spot ``around`` it.

    ``claimed`` is the number of levels up to an element that says it holds the body, ``FAR`` if there is none;
    ``hidden`` tells whether one of the elements is not shown at first.

    >>> from cleaner.readers.tree import read_page
    >>> block = read_page("<div class=entry-content><ul><li>Rain").blocks[0]
    >>> spot = Spots([block.node.place]).at[0]
    >>> spot.claimed, spot.around.around.claimed, spot.level, spot.hidden
    (2, 0, 5, False)
    """

    __slots__ = ("_known", "_words", "around", "claimed", "hidden", "kind", "level", "place")

    def __init__(self, place: Place, around: Spot | None) -> None:
        self.place = place
        self.kind = place.kind
        self.around = around or self
        self.level = place.level
        self.claimed, self.hidden = FAR, False
        if around is not None:
            self.claimed = 0 if holds_body(place.kind) else min(FAR, around.claimed + 1)
            self.hidden = around.hidden or place.kind.hidden
        self._known: tuple[tuple[int, ...], float] | None = None
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words of all elements."""
        if self._words is None:
            self._words = self.around.words.union(self.kind.words) if self.level else frozenset()
        return self._words

    @property
    def kinds(self) -> tuple[int, ...]:
        """For each kind: 3 if the innermost element stands for it, 2 if one of the next three, 1 if an outer one."""
        return self._told()[0]

    @property
    def trust(self) -> float:
        """How far prose in this place is trusted to belong to the article.

        >>> from cleaner.readers.tree import read_page
        >>> page = read_page("<div class=story-body><p>Rain</div><div id=comments><p>Hail")
        >>> story, comment = Spots([block.node.place for block in page.blocks]).at
        >>> story.trust > comment.trust
        True
        """
        return self._told()[1]

    def _told(self) -> tuple[tuple[int, ...], float]:
        if self._known is None:
            self._known = _told(*masks_around(self.place)[:3], self.claimed < FAR)
        return self._known

    def common(self, other: Spot) -> int:
        """The number of elements around both places."""
        one = self
        while one is not other:
            if one.level > other.level:
                one = one.around
            elif other.level > one.level:
                other = other.around
            else:
                one, other = one.around, other.around
        return one.level


@lru_cache(maxsize=1 << 12)
def _told(own: int, near: int, outer: int, is_claimed: bool) -> tuple[tuple[int, ...], float]:
    """The kinds and the trust of a place, from the kinds of its elements; cached, since most pages ask the same."""
    names = element_kinds()[1]
    bits = [1 << k for k in range(len(names))]
    kinds = tuple([3 if own & bit else 2 if near & bit else 1 if outer & bit else 0 for bit in bits])
    trust = 2.5 if is_claimed else 1.0
    for name, level in zip(names, kinds, strict=True):
        if level and name in _TRUST:
            trust *= _TRUST[name][level - 1]
    return kinds, trust


class Spots:
    """The spots of a page: ``at`` holds the spot of each block, ``all`` every spot once.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<p>Rain</p><div><p>Hail</p></div><p>Snow</p>")
    >>> spots = Spots([block.node.place for block in page.blocks])
    >>> spots.at[0] is spots.at[2], spots.at[0].common(spots.at[1])
    (True, 2)
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.known: dict[Place, Spot] = {}
        self.at = [self.known.get(place) or self._spot(place) for place in places]
        self.all = list(dict.fromkeys(self.at))
        self.root = next(iter(self.known.values()))

    def _spot(self, place: Place) -> Spot:
        wanted = []
        while place not in self.known and place.level:
            wanted.append(place)
            place = place.around
        spot = self.known.get(place) or self.known.setdefault(place, Spot(place, None))
        for inner in reversed(wanted):
            spot = self.known[inner] = Spot(inner, spot)
        return spot

    def within(self, outer: Spot) -> set[Spot]:
        """The spots inside an element, including itself."""
        return {spot for spot in self.all if spot.level >= outer.level and spot.common(outer) == outer.level}

    def scores(self, labels: Sequence[str], weights: Weights) -> list[int]:
        """The scores of the elements around each block, computed once for each place."""
        known: dict[tuple[str, Spot], int] = {}
        outer: dict[Spot, int] = {}
        scores = []
        for key in zip(labels, self.at, strict=True):
            score = known.get(key)
            if score is None:
                score = known[key] = self._score(*key, weights, outer)
            scores.append(score)
        return scores

    @staticmethod
    def _score(label: str, spot: Spot, weights: Weights, outer: dict[Spot, int]) -> int:
        if not spot.level:
            return weights.near(label, (), ())
        one, two = spot.around, spot.around.around
        far = two.around
        if far not in outer:
            outer[far] = weights.far(far.words)
        return outer[far] + weights.near(label, spot.kind.words, [each.kind.words for each in (one, two) if each.level])
