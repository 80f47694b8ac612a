"""The English lexicon: which words exist, and how often they are used.

A spelling list answers only half of the question that a cleaner asks. The larger the list, the more misprints it
hides: big word lists hold *adn*, *thos* and *wass*; small ones lack *podcast* and half of all surnames. So this lexicon
knows frequencies, and it was compiled with a rule: a rare word whose neighbour at one keystroke is very much more
frequent is left out, because where it is met in a newspaper it is a misprint.

Three layers, each loaded when first needed:

* *common*: some 80,000 words with their frequency; nine words in ten of any article settle here;
* *rare*: the long tail of the dictionaries, and names;
* *seen*: what no dictionary holds but people write: brands, surnames, coinages, loan words.

Sources, licences and figures stand beside the data, in ``data/english/README.md``.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from importlib.resources import files

_GENITIVE = re.compile(r"['’]s?$")
_LONGEST = 24


def known(word: str) -> bool:
    """Is ``word`` a word, name or brand that English texts use, in any case, with or without a genitive ending?

    Unknown does not mean wrong: names of people and places are without end.

    >>> [known(w) for w in ("government", "Kardashian", "podcast’s", "colour", "color")]
    [True, True, True, True, True]
    >>> [known(w) for w in ("govern-ment", "Kardahsian", "teh", "adn", "")]
    [False, False, False, False, False]
    """
    if len(word) > _LONGEST + 2:
        return False
    low = _GENITIVE.sub("", word.lower())
    return low in common() or listed(low) or seen(low)


def frequency(word: str) -> float:
    """The share of running English words that is ``word``, in any case; 0.0 when it is rare or unknown.

    Coarse on purpose (steps of a quarter): made from web pages and conversation, good for comparing, not for counting.

    >>> frequency("the") > 100 * frequency("minister") > 100 * frequency("archipelago") > 0
    True
    >>> frequency("Kardahsian")
    0.0
    """
    level = common().get(word.lower())
    return 0.0 if level is None else 10 ** (-level / 10)


def listed(low: str) -> bool:
    """Do dictionaries hold this lower-case word among their rarer ones, or as a name?

    >>> listed("quokka"), listed("reykjavik"), listed("the")
    (True, True, False)
    """
    return _on_shelf("rare.z", low)


def seen(low: str) -> bool:
    """Do people write this lower-case word often enough though no dictionary holds it?

    >>> seen("minecraft"), seen("recieve")
    (True, False)
    """
    return _on_shelf("seen.z", low)


@cache
def common() -> dict[str, int]:
    """The common words with their level: ten times the negative decimal logarithm of their frequency.

    >>> common()["the"], common()["archipelago"]
    (14, 61)
    """
    levels: dict[str, int] = {}
    for line in _read("common.z").split("\n"):
        level, *words = line.split(" ")
        levels.update(dict.fromkeys(words, int(level)))
    return levels


@cache
def _shelves(name: str) -> dict[str, str]:
    """Words by their first three letters; each shelf holds the rests, parted and framed by spaces."""
    return {line[: (cut := line.index(" "))]: line[cut:] for line in _read(name).split("\n")}


def _on_shelf(name: str, low: str) -> bool:
    shelf = _shelves(name).get(low[:3])
    return shelf is not None and f" {low[3:]} " in shelf


def _read(name: str) -> str:
    path = files("cleaner") / "data" / "english" / name
    return zlib.decompress(path.read_bytes()).decode()
