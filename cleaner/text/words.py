"""The words of a text, cut once, in parallel lists: what every stage that looks at words shares.

Nearly all stages ask the same about the words of a text: where they are, how they are written, how often, and whether
the lexicon knows them. Word by word this is slow; for all words at once it is a few passes in C over plain lists and
sets. So there is no object a word: the ``i``-th entries of :attr:`~WordTable.words`, :attr:`~WordTable.lows` and
:attr:`~WordTable.starts` belong to the same word, and whatever costs more is computed on first use and kept.

A word is a run of letters. An apostrophe, a hyphen, a digit or an underscore ends it: *don't* and *B2B* are two words
each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from functools import cached_property, lru_cache
from itertools import accumulate, compress, count
from operator import add, sub

from cleaner.core import lazy_re as re
from cleaner.text import lexicon

LATIN = "A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ɏ"
"""What ``[^\\W\\d_]`` means among the Latin characters, spelt out: a pattern finds these twice as fast."""

_ELSEWHERE = re.compile("[^\0-\u024f\u2000-\u206f€™]")
"""Characters of other scripts; general punctuation, "€" and "™" are at home in any. A class of what is excluded
compiles thirty times faster than the ranges of all the rest."""

_APART, _LATIN_APART = re.compile(r"[\W\d_]"), re.compile(f"[^{LATIN}]")
_BLANKS = "".join(c if c.isalpha() else " " for c in map(chr, range(128)))
_PUNCTUATION = "“”‘’–—…•\u00a0\u200b€£"
"""The signs that most often keep an English text from being ASCII."""

_SIGNS = re.compile(r"[\W_]+")
_ASCII_SIGNS = dict.fromkeys(i for i in range(128) if not chr(i).isalnum())


class WordTable:
    """The words of ``text`` as written (``words``) and in lower case (``lows``). Offsets are code points.

    >>> words = WordTable("Teh US beat teh UK 3–1.")
    >>> words.words, words.lows[:2], words.starts
    (['Teh', 'US', 'beat', 'teh', 'UK'], ['teh', 'us'], [0, 4, 7, 12, 16])
    >>> words.counts["teh"], words.low_counts["teh"], sorted(words.outside)
    (1, 2, ['teh', 'uk'])
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts = split(text)
        self.words = list(filter(None, self._parts))
        self.lows = list(map(str.lower, self.words))

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts."""
        ends = map(add, accumulate(map(len, self._parts)), count())
        return list(map(sub, compress(ends, self._parts), map(len, self.words)))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs, as written."""
        return Counter(self.words)

    @cached_property
    def low_counts(self) -> Counter[str]:
        """How often each word occurs, in any case."""
        return Counter(self.lows)

    @cached_property
    def outside(self) -> Set[str]:
        """The lower-case words that are not among the common ones of English."""
        return set(self.low_counts).difference(lexicon.common())

    @cached_property
    def rare(self) -> Set[str]:
        """The lower-case words that are not among the most frequent ones of English."""
        return set(self.low_counts).difference(lexicon.frequent())

    def spans(self, wanted: Set[str]) -> list[tuple[int, int]]:
        """The spans of these words, as written, in order.

        >>> WordTable("Teh cat saw teh other.").spans({"teh", "other"})
        [(12, 15), (16, 21)]
        """
        if not wanted:
            return []
        found = [i for i, word in enumerate(self.words) if word in wanted]
        return [(start := self.starts[i], start + len(self.words[i])) for i in found]

    def spaced(self, i: int) -> bool:
        """Is there exactly one space, and nothing else, between a word and the next?

        >>> words = WordTable("It is well-known")
        >>> [words.spaced(i) for i in range(3)]
        [True, True, False]
        """
        start, next_start = self.starts[i], self.starts[i + 1]
        return next_start == start + len(self.words[i]) + 1 and self.text[next_start - 1] == " "


def split(text: str) -> list[str]:
    """The words of a text, and an empty string for each sign or figure that follows another.

    >>> split("B2B, she said")
    ['B', 'B', '', 'she', 'said']

    No pattern is as fast as blanking all that is not a letter, which works in ASCII only. So other punctuation goes
    first.
    """
    plain = text
    for sign in _PUNCTUATION if not text.isascii() else "":
        plain = plain.replace(sign, " ")
    if plain.isascii():
        return plain.translate(_BLANKS).split(" ")
    return (_LATIN_APART if is_latin(text) else _APART).split(text)


def is_latin(text: str) -> bool:
    """Are all letters of a text Latin ones?

    >>> is_latin("Ann’s café — €5"), is_latin("Привет"), is_latin("ℵ")
    (True, False, False)
    """
    return text.isascii() or _ELSEWHERE.search(text) is None


@lru_cache(maxsize=2)
def table(text: str) -> WordTable:
    """The words of ``text``, cached since the next stage asks for the same text."""
    return WordTable(text)


def bare(text: str) -> str:
    """The letters and digits of a text, by which repetitions are told.

    >>> bare("“It rained,” she said.")
    'Itrainedshesaid'
    """
    return text.translate(_ASCII_SIGNS) if text.isascii() else _SIGNS.sub("", text)
