"""The English lexicon: which words exist, and how frequent they are.

A list of words is not enough to find misprints. Large lists contain *adn*, *thos* and *wass*; small ones lack *podcast*
and half of all surnames. So this lexicon knows frequencies, and leaves out rare words that are one keystroke away from
a much more frequent word: in a newspaper, these are misprints.

Four layers, each loaded when first needed:

* *common*: some 80,000 words with their frequency, which cover nine words in ten of any article;
* *rare*: the long tail of the dictionaries, and names;
* *seen*: words that people write but no dictionary has: brands, coinages, loan words;
* *named*: surnames, given names and places, known only if they are capitalised.

Sources, licences and figures are in ``data/english/README.md``.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from itertools import chain, repeat

from cleaner.core import lazy_re as re, tables

_GENITIVE = re.compile(r"['’]s?$")
_LONGEST = 24
RARE = 44
"""Words of this level (see :func:`common`) or higher are not frequent."""


def known(word: str) -> bool:
    """Is ``word`` a word, name or brand of English texts, in any case, with or without a genitive ending?

    Unknown does not mean wrong: no list has all names of people and places.

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
    """The relative frequency of ``word`` in English texts, in any case; 0.0 if it is rare or unknown.

    It is coarse (in steps of a quarter) and comes from web pages and conversation: compare with it, do not count with
    it.

    >>> frequency("the") > 100 * frequency("minister") > 100 * frequency("archipelago") > 0
    True
    >>> frequency("Kardahsian")
    0.0
    """
    level = common().get(word.lower())
    return 0.0 if level is None else 10 ** (-level / 10)


def listed(low: str) -> bool:
    """Is this lower-case word among the rarer words or the names of dictionaries?

    >>> listed("quokka"), listed("reykjavik"), listed("the")
    (True, True, False)
    """
    return _on_shelf("rare", low)


def seen(low: str) -> bool:
    """Do people write this lower-case word although no dictionary has it?

    >>> seen("minecraft"), seen("recieve")
    (True, False)
    """
    return _on_shelf("seen", low)


def misprint(low: str) -> tuple[str, ...]:
    """The words that a known lower-case misprint may stand for.

    >>> misprint("recieve"), misprint("alot"), misprint("receive")
    (('receive',), ('a lot',), ())
    """
    rights = _value("misprints", low)
    return tuple(rights.replace("_", " ").split("/")) if rights else ()


def pair(first: str, second: str) -> int | None:
    """The level (see :func:`common`) of two successive lower-case words; ``None`` if the pair is not frequent.

    >>> pair("of", "the"), pair("the", "of")
    (22, 56)
    """
    shelf = _shelves("pairs").get(first)
    if shelf is None or (at := shelf.find(f" {second}=")) < 0:
        return None
    at += len(second) + 2
    return int(shelf[at : shelf.index(" ", at)])


def named(low: str) -> bool:
    """Is this lower-case word a name of people or places, and in lower case a misprint?

    >>> named("woking"), named("persson"), named("recieve")
    (True, True, False)
    """
    return _on_shelf("proper", low)


@cache
def surnames() -> frozenset[str]:
    """Surnames, in lower case, that are also in the list of misprints: *Cleary* is not a slip for *Clearly*.

    >>> "cleary" in surnames(), "teh" in surnames()
    (True, False)
    """
    return frozenset(_read([source("surnames")]).split("\n"))


@cache
def common() -> dict[str, int]:
    """The common words with their level: ten times the negative decimal logarithm of their frequency.

    >>> common()["the"], common()["archipelago"]
    (14, 61)
    """
    return _levels("common")


@cache
def frequent() -> frozenset[str]:
    """The 1,900 most frequent words, which make up most of any text: each at least one word in 25,000.

    >>> "president" in frequent(), "archipelago" in frequent()
    (True, False)
    """
    return frozenset(word for word, level in common().items() if level < RARE)


@cache
def names() -> dict[str, int]:
    """Frequent names in lower case, with their level (see :func:`common`).

    >>> "beijing" in names(), "beijing" in common()
    (True, False)
    """
    return _levels("names")


def source(name: str) -> Traversable:
    """The packed list of a layer."""
    return tables.DATA / "english" / f"{name}.z"


def _levels(name: str) -> dict[str, int]:
    found: dict[str, int] = tables.load(f"english-{name}", [source(name)], build_levels)
    return found


def build_levels(packed: Sequence[Traversable]) -> dict[str, int]:
    """Words with their levels, as the compiled table holds them."""
    runs, words = _read(packed).split("\n")
    levels = (repeat(int(level), int(n)) for level, _, n in (run.partition(":") for run in runs.split(" ")))
    return dict(zip(words.split(" "), chain.from_iterable(levels), strict=True))


@cache
def _shelves(name: str) -> dict[str, str]:
    found: dict[str, str] = tables.load(f"english-{name}", [source(name)], build_shelves)
    return found


def build_shelves(packed: Sequence[Traversable]) -> dict[str, str]:
    """Words by their first three letters; each shelf is a string of their remaining letters, separated by spaces."""
    return {line[: (cut := line.index(" "))]: line[cut:] for line in _read(packed).split("\n")}


def _on_shelf(name: str, low: str) -> bool:
    shelf = _shelves(name).get(low[:3])
    return shelf is not None and f" {low[3:]} " in shelf


def _value(name: str, low: str) -> str:
    """The value behind ``word=`` on the shelf of a word; empty if it is not there."""
    shelf = _shelves(name).get(low[:3], "")
    at = shelf.find(f" {low[3:]}=")
    return shelf[at + len(low[3:]) + 2 :].split(" ", 1)[0] if at >= 0 else ""


def _read(packed: Sequence[Traversable]) -> str:
    return zlib.decompress(packed[0].read_bytes()).decode()
