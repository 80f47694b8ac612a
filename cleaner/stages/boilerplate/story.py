"""What belongs to a story because of where it stands: sub-headings, lists and tables among its paragraphs.

The model sees blocks one by one; a row of figures or a name in a list has nothing of its own that speaks for it. But
where a list hangs in the very element that holds the story's paragraphs, among them, in elements of no special name and
without links, it was written with the story. A clear verdict of the model still stands. Behind the last paragraph that
holds only for what follows without a break: a list beneath a heading that goes is a list of other stories.

A post that is quoted among the paragraphs stays whole, its author's name included: half a quotation is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from cleaner.core.document import Mark
from cleaner.models.block.clues import element_words
from cleaner.models.block.elements import element_kinds, element_name

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
INNER = frozenset(str.split("blockquote ul ol li dl p em i strong b span a"))
"""Elements that stand inside a story: none of them is its container."""
POSTS = ("blockquote.twitter-tweet", "blockquote.bluesky-embed")
"""Elements that hold the words of a post, as the networks' own code for embedding names them."""


def spared(texts: Sequence[str], marks: Sequence[Mark], odds: Sequence[int], kept: Sequence[int]) -> Iterator[int]:
    """The blocks among ``marks`` that stay beside those ``kept``, by their place in the story's container."""
    if not kept:
        return
    home = _home(texts, marks, kept)
    usual = _usual(texts, marks, kept, len(home))
    stays, last = frozenset(kept), kept[-1]
    unbroken = True
    for i in range(kept[0], min(len(marks), last + BEHIND)):
        if marks[i].path[: len(home)] != home:
            continue
        if i not in stays and (unbroken or i < last) and _belongs(marks[i], len(home), odds[i], i < last, usual):
            unbroken = True
            yield i
        else:
            unbroken = i in stays


def _home(texts: Sequence[str], marks: Sequence[Mark], kept: Sequence[int]) -> tuple[str, ...]:
    """The path of the element that directly holds most of the story, seen past quotes and lists."""
    mass: Counter[tuple[str, ...]] = Counter()
    for i in kept:
        path = marks[i].path[:-1]
        while path and element_name(path[-1]) in INNER:
            path = path[:-1]
        mass[path] += len(texts[i])
    return mass.most_common(1)[0][0]


def _usual(texts: Sequence[str], marks: Sequence[Mark], kept: Sequence[int], level: int) -> frozenset[str]:
    """The words of class names that half of the story bears: ``paywall`` on each paragraph says nothing of any."""
    mass: Counter[str] = Counter()
    for i in kept:
        for word in {word for element in marks[i].path[level:] for word in element_words(element)}:
            mass[word] += len(texts[i])
    half = sum([len(texts[i]) for i in kept]) // 2
    return frozenset([word for word, size in mass.items() if size > half])


def _belongs(mark: Mark, level: int, odds: int, among: bool, usual: frozenset[str]) -> bool:
    """Is a block that hangs in the story's container part of it? ``among`` if it stands between its paragraphs."""
    inner = mark.path[level:]
    if among and any(element.startswith(POSTS) for element in inner):
        return True
    if mark.links > 0.5 or not all(_plain(element, usual) for element in inner):
        return False
    tags = {element_name(element) for element in inner}
    listed = tags & LIMITS.keys()
    return bool(listed or among) and odds > _limit(tags, listed)


def _limit(tags: set[str], listed: set[str]) -> int:
    if listed:
        return min(LIMITS[tag] for tag in listed)
    return HEADING_LIMIT if tags & HEADINGS else LIMIT


@cache
def _furniture() -> int:
    names = element_kinds()[1]
    return sum(1 << bit for bit, name in enumerate(names) if name in FURNITURE)


@cache
def _headline() -> int:
    return 1 << element_kinds()[1].index("headline")


def _plain(element: str, usual: frozenset[str]) -> bool:
    """Is this an element of ordinary text, without a name that speaks of furniture unless it is ``usual``?"""
    name = element_name(element)
    if name not in PLAIN or element.endswith("[hidden]"):
        return False
    words = element_kinds()[0]
    odd = [word for word in element_words(element) if word != name and word not in usual]
    mask = _furniture() & ~_headline() if name in HEADINGS or "@heading" in element else _furniture()
    return not any(words.get(word, 0) & mask for word in odd)
