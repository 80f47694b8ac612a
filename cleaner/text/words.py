"""The words of a text, cut once, in parallel lists: what every stage that looks at words shares.

Nearly all stages ask the same about the words of a text: where they are, how they are written, how often, and whether
the lexicon knows them. Word by word this is slow; for all words at once it is a few passes in C over plain lists and
sets. So there is no object a word: the ``i``-th entries of :attr:`~WordTable.words`, :attr:`~WordTable.lows` and
:attr:`~WordTable.starts` belong to the same word, and whatever costs more is computed on first use and kept.

A word is a run of letters. An apostrophe, a hyphen, a digit or an underscore ends it: *don't* and *B2B* are two words
each. Numbers are tokens, but not words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from functools import cached_property, lru_cache
from itertools import accumulate

from cleaner.core import lazy_re as re
from cleaner.text import lexicon

LATIN = "A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ɏ"
"""What ``[^\\W\\d_]`` means among the Latin characters, spelt out: a pattern finds these twice as fast."""

_ELSEWHERE = re.compile("[^\0-\u024f\u2000-\u206f€™]")
"""Characters of other scripts; general punctuation, "€" and "™" are at home in any. A class of what is excluded
compiles thirty times faster than the ranges of all the rest."""

_SPLIT, _LATIN_SPLIT = (re.compile(f"({letter}+|[0-9]+)") for letter in (r"[^\W\d_]", f"[{LATIN}]"))
_SIGNS = re.compile(r"[\W_]+")
_ASCII_SIGNS = dict.fromkeys(i for i in range(128) if not chr(i).isalnum())
_FIRST_LETTER = ":"
"""It sorts after all digits and before all letters."""


class WordTable:
    """The words of ``text`` as written (``words``) and in lower case (``lows``).

    ``pieces`` is the whole text: what stands between tokens, a token, what stands between … and so on, so that
    ``"".join(pieces) == text``. ``tokens`` are its words and figures. Offsets are code points.

    >>> words = WordTable("Teh US beat teh UK 3–1.")
    >>> words.tokens[-3:], words.words[:4], words.lows[:2], words.starts
    (['UK', '3', '1'], ['Teh', 'US', 'beat', 'teh'], ['teh', 'us'], [0, 4, 7, 12, 16])
    >>> words.counts["teh"], words.low_counts["teh"], sorted(words.outside)
    (1, 2, ['teh', 'uk'])
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = (_LATIN_SPLIT if is_latin(text) else _SPLIT).split(text)
        self.tokens = self.pieces[1::2]
        self.words = [token for token in self.tokens if token > _FIRST_LETTER]
        self.lows = list(map(str.lower, self.words))

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token starts."""
        return list(accumulate(map(len, self.pieces)))[:-1:2]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts."""
        places = zip(self.token_starts, self.tokens, strict=True)
        return [start for start, token in places if token > _FIRST_LETTER]

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
        return set(self.lows).difference(lexicon.common())

    @cached_property
    def rare(self) -> Set[str]:
        """The lower-case words that are not among the most frequent ones of English."""
        return set(self.lows).difference(lexicon.frequent())

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
