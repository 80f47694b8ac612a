"""What the block model knows about places in the tree of a page.

A page has hundreds of blocks in a few dozen places (:mod:`cleaner.core.tree`), and a place says the same about each of
its blocks. So this is computed once for each place, from the place around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.core.tree import Place
from cleaner.models.block.clues import Weights
from cleaner.models.block.elements import element_kinds, holds_body, mask_of

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


class About(NamedTuple):
    """What a place tells about its blocks.

    ``own``, ``near`` and ``outer`` are the kinds of content that the innermost element, the next three and the outer
    ones stand for, as bits; ``all`` are those of all elements. ``claimed`` is the number of levels up to an element
    that says it holds the body, ``FAR`` if there is none; ``hidden`` tells whether one of the elements is not shown at
    first. ``kinds`` has a number for each kind of content: 3 if it is among the own ones, 2 the near, 1 the outer.
    ``trust`` tells how far prose there is trusted to belong to the article.
    """

    own: int
    near: int
    outer: int
    all: int
    claimed: int
    hidden: bool
    kinds: tuple[int, ...]
    trust: float


def about(place: Place) -> About:
    """What a place tells, computed once, from the place around it.

    >>> from cleaner.readers.tree import read_page
    >>> place = read_page("<div class=entry-content><ul><li>Rain").blocks[0].node.place
    >>> about(place).claimed, about(place.around.around).claimed, about(place).hidden
    (2, 0, False)
    >>> page = read_page("<div class=story-body><p>Rain</div><div id=comments><p>Hail")
    >>> story, comment = [about(block.node.place).trust for block in page.blocks]
    >>> story > comment
    True
    """
    if place.about is None:
        unknown = [place]
        while unknown[-1].level and unknown[-1].around.about is None:
            unknown.append(unknown[-1].around)
        for each in reversed(unknown):
            each.about = _seen_from(each, each.around.about) if each.level else _of_root()
    found: About = place.about
    return found


@cache
def _of_root() -> About:
    return About(0, 0, 0, 0, FAR, False, *_told(0, 0, 0, False))


def _seen_from(place: Place, around: About) -> About:
    one, two = place.around.kind, place.around.around.kind
    far = place.around.around.around
    own = mask_of(place.kind)
    near = mask_of(one) | mask_of(two) | mask_of(far.kind)
    outer: int = far.around.about.all
    claimed = 0 if holds_body(place.kind) else min(FAR, around.claimed + 1)
    hidden = around.hidden or place.kind.hidden
    return About(own, near, outer, own | around.all, claimed, hidden, *_told(own, near, outer, claimed < FAR))


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


def scores(labels: Sequence[str], places: Sequence[Place], weights: Weights) -> list[int]:
    """The scores of the elements around each block, computed once for each place."""
    outer: dict[Place, tuple[frozenset[str], int]] = {}
    inner = {place: _score(place, weights, outer) for place in dict.fromkeys(places)}
    label = weights.label
    return [label.get(name, 0) + inner[place] for name, place in zip(labels, places, strict=True)]


def _score(place: Place, weights: Weights, outer: dict[Place, tuple[frozenset[str], int]]) -> int:
    if not place.level:
        return 0
    one, two = place.around, place.around.around
    near = weights.near(place.kind.words, [each.kind.words for each in (one, two) if each.level])
    return near + _outer(two.around, weights.far, outer)[1]


def _outer(
    place: Place, far: Mapping[str, int], known: dict[Place, tuple[frozenset[str], int]]
) -> tuple[frozenset[str], int]:
    """The words of an element and of those around it, and their score."""
    if place not in known:
        words, score = _outer(place.around, far, known) if place.level else (frozenset[str](), 0)
        fresh = [word for word in place.kind.words if word not in words] if place.level else []
        known[place] = words.union(fresh), score + sum([far.get(word, 0) for word in fresh])
    return known[place]
