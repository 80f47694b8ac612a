"""What belongs to a story because of where it stands: sub-headings, lists and tables among its paragraphs.

The model sees blocks one by one; a row of figures or a name in a list has nothing of its own that speaks for it. But
where a list hangs in the very element that holds the story's paragraphs, among them, in elements of no special name and
without links, it was written with the story. A clear verdict of the model still stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from cleaner.document import Mark
from cleaner.pagemodel.clues import element_words
from cleaner.pagemodel.elements import element_kinds, element_name

PLAIN = frozenset(
    str.split(
        "p ul ol li dl dt dd h2 h3 h4 h5 h6 table thead tbody tr td blockquote strong b em i span u div section font a"
    )
)
FURNITURE = frozenset(
    str.split(
        "related newsletter share caption video author comments navigation footer advert aside paywall consent tags"
    )
    + str.split("embed hidden date headline")
)
LIMITS = {"tr": -4000, "td": -4000, "li": -2500, "dd": -2500, "dt": -2500}
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
HEADING_LIMIT, LIMIT = -2500, -1500
BEHIND = 60
"""How many blocks behind the last paragraph a list or table may still belong to the story."""


def spared(texts: Sequence[str], marks: Sequence[Mark], odds: Sequence[int], kept: Sequence[int]) -> Iterator[int]:
    """The blocks among ``marks`` that stay beside those ``kept``, by their place in the story's container."""
    if not kept:
        return
    mass: Counter[tuple[str, ...]] = Counter()
    for i in kept:
        mass[marks[i].path[:-1]] += len(texts[i])
    home = mass.most_common(1)[0][0]
    stays = frozenset(kept)
    for i in range(kept[0], min(len(marks), kept[-1] + BEHIND)):
        mark = marks[i]
        inner = mark.path[len(home) :]
        if i in stays or mark.links > 0.5 or mark.path[: len(home)] != home or not all(map(_plain, inner)):
            continue
        tags = {element_name(element) for element in inner}
        listed = tags & LIMITS.keys()
        if (listed or i < kept[-1]) and odds[i] > _limit(tags, listed):
            yield i


def _limit(tags: set[str], listed: set[str]) -> int:
    if listed:
        return min(LIMITS[tag] for tag in listed)
    return HEADING_LIMIT if tags & HEADINGS else LIMIT


@cache
def _furniture() -> int:
    names = element_kinds()[1]
    return sum(1 << bit for bit, name in enumerate(names) if name in FURNITURE)


def _plain(element: str) -> bool:
    """Is this an element of ordinary text, without a name that speaks of furniture?"""
    name = element_name(element)
    if name not in PLAIN or element.endswith("[hidden]"):
        return False
    words = element_kinds()[0]
    return not any(words.get(word, 0) & _furniture() for word in element_words(element) if word != name)
