"""What the elements around a block tell of it: what they are, and what their names say they hold."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from cleaner.pagemodel.clues import element_words

_words = str.split

FAR = 60


@cache
def element_kinds() -> tuple[dict[str, int], tuple[str, ...]]:
    """The words of elements, each with the kinds that it tells of as bits; the names of the kinds."""
    table = tomllib.loads((files("cleaner") / "data/pagemodel/elements.toml").read_text(encoding="utf-8"))
    words: dict[str, int] = {}
    for bit, line in enumerate(table.values()):
        for word in line.split():
            words[word] = words.get(word, 0) | 1 << bit
    return words, tuple(table)


@lru_cache(maxsize=8192)
def element_mask(element: str) -> int:
    """The kinds that an element tells of, as bits."""
    words = element_kinds()[0]
    mask = 0
    for word in element_words(element):
        mask |= words.get(word, 0)
    return mask


@lru_cache(maxsize=4096)
def path_kinds(path: tuple[str, ...]) -> tuple[int, ...]:
    """For each kind: 3 if the innermost element tells of it, 2 if one of the next three, 1 if an outer one."""
    own = element_mask(path[-1]) if path else 0
    near = far = 0
    for element in path[-4:-1]:
        near |= element_mask(element)
    for element in path[:-4]:
        far |= element_mask(element)
    return tuple([3 if own & bit else 2 if near & bit else 1 if far & bit else 0 for bit in _bits()])


@cache
def _bits() -> tuple[int, ...]:
    return tuple(1 << k for k in range(len(element_kinds()[1])))


@lru_cache(maxsize=4096)
def claimed(path: tuple[str, ...]) -> int:
    """How many levels above a block the element stands that says to hold the body; ``FAR`` where none does.

    >>> claimed(("html", "body", "div.entry-content", "ul", "li")), claimed(("html", "body", "p"))
    (2, 60)
    """
    for level, element in enumerate(reversed(path)):
        if holds_body(element):
            return level
    return FAR


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


_STORY = frozenset(_words("article story post entry news main page text single blog"))
_TEXT = frozenset(_words("body content text copy inner richtext"))


@lru_cache(maxsize=8192)
def holds_body(element: str) -> bool:
    """Does an element say by its name that it holds the body of an article?

    >>> holds_body("div.entry-content"), holds_body("div%articleBody"), holds_body("div.post")
    (True, True, False)
    """
    if "%articleBody" in element:
        return True
    words = frozenset(element_words(element))
    return not words.isdisjoint(_TEXT) and not (words - _TEXT).isdisjoint(_STORY) and element[:1] in "dsam"


@lru_cache(maxsize=4096)
def trust(path: tuple[str, ...]) -> float:
    """How far prose in this place of the tree is trusted to be the article's.

    >>> trust(("html", "body", "div.story-body", "p")) > trust(("html", "body", "div#comments", "p"))
    True
    """
    found = 2.5 if any(holds_body(element) for element in path) else 1.0
    for name, level in zip(element_kinds()[1], path_kinds(path), strict=True):
        if level and name in _TRUST:
            found *= _TRUST[name][level - 1]
    return found


@lru_cache(maxsize=4096)
def hidden(path: tuple[str, ...]) -> bool:
    """Is one of the elements not shown at first?"""
    return any(element.endswith("[hidden]") for element in path)


_NAME = re.compile(r"[^.#@%~\[]*")


def element_name(element: str) -> str:
    """The tag of an element of a path.

    >>> element_name("div.story#main")
    'div'
    """
    found = _NAME.match(element)
    return found.group() if found else element
