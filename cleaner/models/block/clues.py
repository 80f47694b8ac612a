"""Clues: words in the text of a block, and in the names of the elements around it.

People write class names and ids for people: ``related-links``, ``nl-signup``, ``article__body``, ``imageCredit``. Split
into words, they mean the same on every site, even on one that the model has never seen. So do the first words of a text
("Read more", "Lire aussi", "Photo:").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat

from cleaner.core import lazy_re as re
from cleaner.core.tree import Place

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
NEAR = 3
"""So many innermost elements count as near, the others as far."""
HEAD, TAIL = 90, 50


def place_clues(label: str, place: Place) -> list[str]:
    """The clues of the elements around a block: its label, its own words, those of near and far elements.

    >>> from cleaner.readers.tree import read_page
    >>> block = read_page("<div class=story><div class=related><p class=lead>It rained.").blocks[0]
    >>> place_clues(block.label, block.node.place)
    ['<p', 'o.lead', 'n.div', 'n.story', 'n.related', 'f.body', 'f.html']
    """
    kinds = [outer.kind for outer in place.outward()]
    found = ["<" + label, *["o." + word for kind in kinds[:1] for word in kind.words]]
    found += dict.fromkeys(["n." + word for kind in kinds[1:NEAR][::-1] for word in kind.words])
    return found + list(dict.fromkeys(["f." + word for kind in kinds[NEAR:] for word in kind.words]))


def text_clues(text: str) -> list[str]:
    """The clues of a text: its first and last words, in lower case; all numbers are the same.

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


class Weights:
    """The weight of each clue, in a table for each kind of clue, so that no key has to be composed.

    >>> weights = Weights({"<p": 5, "o.lead": 3, "n.story": 20, "f.body": 1, "rain": 7, "s.it rained": 4})
    >>> weights.label["p"], weights.near(["lead"], [["div", "story"], ["div"]]), weights.far["body"]
    (5, 23, 1)
    >>> weights.said("It rained"), weights.said("Rain again, rain")
    (4, 7)
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        tables: dict[str, dict[str, int]] = {sign: {} for sign in ("o.", "n.", "f.", "s.", "e.")}
        self._word: dict[str, int] = {}
        for clue, weight in weights.items():
            tables.get(clue[:2], self._word)[clue[2:] if clue[:2] in tables else clue] = weight
        self.label = {clue[1:]: weight for clue, weight in self._word.items() if clue[0] == "<"}
        self._own, self._near, self.far, self._first, self._last = tables.values()

    def said(self, text: str) -> int:
        """The score of a text, from :func:`text_clues`."""
        words = _ends(text)
        if not words:
            return 0
        first = self._first.get
        found = first(words[0], 0) + first(" ".join(words[:2]), 0) + self._last.get(words[-1], 0)
        return found + sum(map(self._word.get, set(words), repeat(0)))

    def near(self, own: Iterable[str], around: Iterable[Iterable[str]]) -> int:
        """The score of the near elements, from :func:`place_clues`."""
        found = sum(map(self._own.get, own, repeat(0)))
        return found + sum(map(self._near.get, set().union(*around), repeat(0)))
