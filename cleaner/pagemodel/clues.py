"""The words that a block bears witness with: those of its own text and those of the elements around it.

Class names and ids are written by people for people: ``related-links``, ``nl-signup``, ``article__body``,
``imageCredit``. Cut into words, they say on a site never seen before what they say on others. The same holds for the
first words of a text ("Read more", "Lire aussi", "Photo:").
"""

from __future__ import annotations

import re
from functools import lru_cache

_PART = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|[A-Z]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
NEAR = 3
"""This many innermost elements count as near; the others as far."""
HEAD, TAIL = 90, 50


@lru_cache(maxsize=8192)
def element_words(element: str) -> tuple[str, ...]:
    """The words of one element, each once.

    >>> element_words("div.relatedLinks.mt-4#story-12[hidden]")
    ('div', 'related', 'links', 'mt', 'story', 'hidden')
    """
    return tuple(dict.fromkeys(part.lower() for part in _PART.findall(element)[:24] if len(part) > 1))


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
    part = text if len(text) <= HEAD + TAIL else text[:HEAD] + " " + text[-TAIL:]
    words = ["0" if token.isdigit() else token for token in _TOKEN.findall(part.lower())]
    found = list(dict.fromkeys(words))
    if words:
        found += ("s." + words[0], "s." + " ".join(words[:2]), "e." + words[-1])
    return found
