"""What an element tells about the blocks inside it, by its tag and its names."""

from __future__ import annotations

from functools import cache, lru_cache

from cleaner.core import tables
from cleaner.core.tree import Kind


@cache
def element_kinds() -> tuple[dict[str, int], tuple[str, ...]]:
    """The words of elements, each with the kinds of content that it stands for, as bits; and the names of the kinds."""
    table = tables.single("pagemodel/elements.toml")
    words: dict[str, int] = {}
    for bit, line in enumerate(table.values()):
        for word in line.split():
            words[word] = words.get(word, 0) | 1 << bit
    return words, tuple(table)


def mask_of(kind: Kind) -> int:
    """The kinds of content that the words of an element stand for, as bits."""
    if kind.mask is None:
        words, kind.mask = element_kinds()[0], 0
        for word in kind.words:
            kind.mask |= words.get(word, 0)
    return kind.mask


_STORY = frozenset(str.split("article story post entry news main page text single blog"))
_TEXT = frozenset(str.split("body content text copy inner richtext"))


_STORY_ALONE = _STORY - _TEXT


@lru_cache(maxsize=1 << 15)
def holds_body(kind: Kind) -> bool:
    """Does the name of an element say that it holds the body of an article?

    >>> [holds_body(Kind("div", {"class": name})) for name in ("entry-content", "post")]
    [True, False]
    >>> holds_body(Kind("div", {"itemprop": "articleBody"}))
    True
    """
    if kind.claims_body:
        return True
    if kind.tag[:1] not in _HOLDERS:
        return False
    return not (_TEXT.isdisjoint(kind.words) or _STORY_ALONE.isdisjoint(kind.words))


_HOLDERS = frozenset("dsam")
"""The first letters of the tags that hold articles: div, section, article, main."""
