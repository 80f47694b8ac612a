"""The words of an address, which come from a title of the article, if not always the latest.

"/news/rain-floods-leeds-12345.html" is evidence for a headline, in the letters that addresses allow.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from cleaner.core import lazy_re as re

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"[a-z0-9]+")
_EXTENSION = re.compile(r"\.\w{2,5}$")
_FEWEST = 4
_LONGEST = 300


def flat(text: str) -> list[str]:
    """The words of a text, as addresses spell them.

    >>> flat("Grünen-Spitze: “São Paulo”")
    ['gruenen', 'spitze', 'sao', 'paulo']
    """
    spelled = unicodedata.normalize("NFC", text.casefold()).translate(_SPELLED)
    return _WORD.findall(unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode())


@lru_cache(maxsize=256)
def slug(url: str) -> tuple[str, ...]:
    """The words of the longest part of an address; none if they are too few for a title.

    >>> slug("https://example.org/news/rain-floods-leeds-again-12345.html")
    ('rain', 'floods', 'leeds', 'again')
    >>> slug("https://example.org/2024/05/article242242744")
    ()
    """
    try:
        steps = urlsplit(url[:2000]).path.split("/")
    except ValueError:
        return ()
    words = [flat(_EXTENSION.sub("", unquote(step)[:_LONGEST])) for step in steps]
    longest = max(([w for w in step if not w.isdigit() or len(w) < 5] for step in words), key=len, default=[])
    return tuple(longest) if len(longest) >= _FEWEST else ()


def agreement(text: str, words: tuple[str, ...]) -> float:
    """How much a title and the words of an address agree, from 0 to 1; small words do not count.

    >>> agreement("Rain floods Leeds", ("rain", "floods", "leeds", "again"))
    0.8571428571428571
    """
    ours, theirs = ({w for w in each if len(w) > 1} for each in (flat(text), words))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0
