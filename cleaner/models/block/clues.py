"""The words that a block bears witness with: those of its own text and those of the elements around it.

Class names and ids are written by people for people: ``related-links``, ``nl-signup``, ``article__body``,
``imageCredit``. Cut into words, they say on a site never seen before what they say on others. The same holds for the
first words of a text ("Read more", "Lire aussi", "Photo:").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import ascii_lowercase

_PART = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|[A-Z]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
NEAR = 3
"""This many innermost elements count as near; the others as far."""
HEAD, TAIL = 90, 50
MOST = 24
"""So many words of an element are looked at."""


_LOWER = {**dict.fromkeys(range(128), " "), **{ord(letter): letter for letter in ascii_lowercase}}


@lru_cache(maxsize=1 << 15)
def element_words(element: str) -> tuple[str, ...]:
    """The words of one element, each once.

    >>> element_words("div.relatedLinks.mt-4#story-12[hidden]")
    ('div', 'related', 'links', 'mt', 'story', 'hidden')
    """
    if element.isascii() and element.islower():
        parts = element.translate(_LOWER).split()
    else:
        parts = [part.lower() for part in _PART.findall(element)[:MOST]]
    return tuple(dict.fromkeys([part for part in parts if len(part) > 1][:MOST]))


def path_clues(label: str, path: tuple[str, ...]) -> list[str]:
    """What the elements around a block say: its label, its own words, those near and far.

    >>> path_clues("p", ("html", "body", "div.story", "div.related", "p.lead"))
    ['<p', 'o.lead', 'n.div', 'n.story', 'n.related', 'f.html', 'f.body']
    """
    return near_clues(label, path[-NEAR:]) + far_clues(path[:-NEAR])


def near_clues(label: str, path: tuple[str, ...]) -> list[str]:
    """What a block's label and the innermost elements say."""
    found = ["<" + label]
    found += ["o." + word for word in (element_words(path[-1]) if path else ())]
    found += dict.fromkeys(["n." + word for element in path[:-1] for word in element_words(element)])
    return found


def far_clues(path: tuple[str, ...]) -> list[str]:
    """What the outer elements say; blocks share them, so it need not be asked for each."""
    return list(dict.fromkeys(["f." + word for element in path for word in element_words(element)]))


def text_clues(text: str) -> list[str]:
    """What a text says at both ends, in lower case, numbers alike.

    >>> text_clues("Read more: 12 things")
    ['read', 'more', ':', '0', 'things', 's.read', 's.read more', 'e.things']
    """
    words = _ends(text)
    found = list(dict.fromkeys(words))
    if words:
        found += ("s." + words[0], "s." + " ".join(words[:2]), "e." + words[-1])
    return found


def _ends(text: str) -> list[str]:
    part = text if len(text) <= HEAD + TAIL else text[:HEAD] + " " + text[-TAIL:]
    return ["0" if token.isdigit() else token for token in _TOKEN.findall(part.lower())]


class Weights(dict[str, int]):
    """What each clue speaks for. Those of elements are also kept by kind, so that no clue has to be spelt out.

    >>> weights = Weights({"<p": 5, "o.lead": 3, "n.story": 20, "f.body": 1, "rain": 7, "s.it rained": 4})
    >>> weights.near("p", "p.lead", ("div.story", "div")) + weights.far(["html", "body"])
    29
    >>> weights.said("It rained"), weights.said("Rain again, rain")
    (4, 7)
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        super().__init__(weights)
        self._own, self._near, self._far = (self._of_kind(sign) for sign in ("o.", "n.", "f."))

    def said(self, text: str) -> int:
        """What a text speaks for, as in :func:`text_clues`."""
        words = _ends(text)
        if not words:
            return 0
        get = self.get
        found = get("s." + words[0], 0) + get("s." + " ".join(words[:2]), 0) + get("e." + words[-1], 0)
        return found + sum([get(word, 0) for word in set(words)])

    def near(self, label: str, own: str, around: Iterable[str]) -> int:
        """What a block's label and the innermost elements speak for, as in :func:`near_clues`."""
        found = self.get("<" + label, 0)
        get = self._own.get
        for word in element_words(own):
            found += get(word, 0)
        get = self._near.get
        for word in set().union(*map(element_words, around)):
            found += get(word, 0)
        return found

    def far(self, words: Iterable[str]) -> int:
        """What the words of the outer elements, each once, speak for, as in :func:`far_clues`."""
        get = self._far.get
        return sum([get(word, 0) for word in words])

    def _of_kind(self, sign: str) -> dict[str, int]:
        return {clue.removeprefix(sign): weight for clue, weight in self.items() if clue.startswith(sign)}
