"""The English lexicon: which words exist, and how often they are used.

A spelling list answers only half of the question that a cleaner asks. The larger the list, the more misprints it
hides: big word lists hold *adn*, *thos* and *wass*; small ones lack *podcast* and half of all surnames. So this lexicon
knows frequencies, and it was compiled with a rule: a rare word whose neighbour at one keystroke is very much more
frequent is left out, because where it is met in a newspaper it is a misprint.

Four layers, each loaded when first needed:

* *common*: some 80,000 words with their frequency; nine words in ten of any article settle here;
* *rare*: the long tail of the dictionaries, and names;
* *seen*: what no dictionary holds but people write: brands, coinages, loan words;
* *named*: surnames, given names and places, known only where they are capitalised.

Sources, licences and figures stand beside the data, in ``data/english/README.md``.
"""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, repeat

_GENITIVE = re.compile(r"['’]s?$")
_LONGEST = 24
RARE = 44
"""The level, as in :func:`common`, from which on a word is no longer frequent."""


def known(word: str) -> bool:
    """Is ``word`` a word, name or brand that English texts use, in any case, with or without a genitive ending?

    Unknown does not mean wrong: names of people and places are without end.

    >>> [known(w) for w in ("government", "Kardashian", "podcast’s", "colour", "color")]
    [True, True, True, True, True]
    >>> [known(w) for w in ("govern-ment", "Kardahsian", "teh", "adn", "")]
    [False, False, False, False, False]
    """
    return len(word) <= _LONGEST + 2 and _known(word)


@lru_cache(50_000)
def _known(word: str) -> bool:
    low = _GENITIVE.sub("", word.lower())
    return low in common() or listed(low) or seen(low) or (word[:1].isupper() and named(low))


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


def misprint(low: str) -> tuple[str, ...]:
    """What a lower-case misprint that is known as such stands for; several words where it may be any of them.

    >>> misprint("recieve"), misprint("alot"), misprint("receive")
    (('receive',), ('a lot',), ())
    """
    rights = _value("misprints.z", low)
    return tuple(rights.replace("_", " ").split("/")) if rights else ()


def pair(first: str, second: str) -> int | None:
    """The level of two lower-case words in a row, as in :func:`common`; ``None`` for pairs that are not frequent.

    >>> pair("of", "the"), pair("the", "of")
    (22, 56)
    """
    shelf = _shelves("pairs.z").get(first)
    if shelf is None or (at := shelf.find(f" {second}=")) < 0:
        return None
    at += len(second) + 2
    return int(shelf[at : shelf.index(" ", at)])


def named(low: str) -> bool:
    """Is this lower-case word a name of people or places that would, in lower case, be a misprint?

    >>> named("woking"), named("persson"), named("recieve")
    (True, True, False)
    """
    return _on_shelf("proper.z", low)


@cache
def surnames() -> frozenset[str]:
    """The surnames, in lower case, that the list of misprints has, too: *Cleary* is no slip for *Clearly*.

    >>> "cleary" in surnames(), "teh" in surnames()
    (True, False)
    """
    return frozenset(_read("surnames.z").split("\n"))


@cache
def common() -> dict[str, int]:
    """The common words with their level: ten times the negative decimal logarithm of their frequency.

    >>> common()["the"], common()["archipelago"]
    (14, 61)
    """
    return _levels("common.z")


@cache
def frequent() -> frozenset[str]:
    """The common words that most of any text is made of: some 1,900, each at least one in 25,000 running words.

    >>> "president" in frequent(), "archipelago" in frequent()
    (True, False)
    """
    return frozenset(word for word, level in common().items() if level < RARE)


@cache
def names() -> dict[str, int]:
    """Frequent names in lower case, with their level as in :func:`common`.

    >>> "beijing" in names(), "beijing" in common()
    (True, False)
    """
    return _levels("names.z")


def _levels(name: str) -> dict[str, int]:
    runs, words = _read(name).split("\n")
    levels = (repeat(int(level), int(n)) for level, _, n in (run.partition(":") for run in runs.split(" ")))
    return dict(zip(words.split(" "), chain.from_iterable(levels), strict=True))


@cache
def _shelves(name: str) -> dict[str, str]:
    """Words by their first three letters; each shelf holds the rests, parted and framed by spaces."""
    return {line[: (cut := line.index(" "))]: line[cut:] for line in _read(name).split("\n")}


def _on_shelf(name: str, low: str) -> bool:
    shelf = _shelves(name).get(low[:3])
    return shelf is not None and f" {low[3:]} " in shelf


def _value(name: str, low: str) -> str:
    """What stands behind ``word=`` on the shelf of a word; nothing when it is not there."""
    shelf = _shelves(name).get(low[:3], "")
    at = shelf.find(f" {low[3:]}=")
    return shelf[at + len(low[3:]) + 2 :].split(" ", 1)[0] if at >= 0 else ""


def _read(name: str) -> str:
    path = files("cleaner") / "data" / "english" / name
    return zlib.decompress(path.read_bytes()).decode()
