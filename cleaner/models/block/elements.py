"""What an element tells of the blocks inside it: what it is, and what its names say it holds."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from cleaner.models.block.clues import element_words

_words = str.split


@cache
def element_kinds() -> tuple[dict[str, int], tuple[str, ...]]:
    """The words of elements, each with the kinds that it tells of as bits; the names of the kinds."""
    table = tomllib.loads((files("cleaner") / "data/pagemodel/elements.toml").read_text(encoding="utf-8"))
    words: dict[str, int] = {}
    for bit, line in enumerate(table.values()):
        for word in line.split():
            words[word] = words.get(word, 0) | 1 << bit
    return words, tuple(table)


@lru_cache(maxsize=1 << 15)
def element_mask(element: str) -> int:
    """The kinds that an element tells of, as bits."""
    words = element_kinds()[0]
    mask = 0
    for word in element_words(element):
        mask |= words.get(word, 0)
    return mask


def path_masks(path: tuple[str, ...]) -> tuple[int, int, int]:
    """The kinds that the innermost element tells of, those of the next three, those of the outer ones."""
    masks = [element_mask(element) for element in path[::-1]]
    near = outer = 0
    for mask in masks[1:4]:
        near |= mask
    for mask in masks[4:]:
        outer |= mask
    return (masks[0] if masks else 0), near, outer


_STORY = frozenset(_words("article story post entry news main page text single blog"))
_TEXT = frozenset(_words("body content text copy inner richtext"))


_STORY_ALONE = _STORY - _TEXT


@lru_cache(maxsize=1 << 15)
def holds_body(element: str) -> bool:
    """Does an element say by its name that it holds the body of an article?

    >>> holds_body("div.entry-content"), holds_body("div%articleBody"), holds_body("div.post")
    (True, True, False)
    """
    if "%articleBody" in element:
        return True
    if element[:1] not in "dsam":
        return False
    words = element_words(element)
    return not (_TEXT.isdisjoint(words) or _STORY_ALONE.isdisjoint(words))


_NAME = re.compile(r"[^.#@%~\[]*")


def element_name(element: str) -> str:
    """The tag of an element of a path.

    >>> element_name("div.story#main")
    'div'
    """
    found = _NAME.match(element)
    return found.group() if found else element
