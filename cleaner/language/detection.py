"""Detecting the language of a text by its small words.

The same few dozen words ("the", "und", "dans") make up a tenth to a half of any text in a language. So the language
whose small words cover most of the text is its language, and no model is needed. Languages with letters of their own
(Greek, Thai, Korean) are known by these.

Unknown is an answer, too. There is no guess for a text with too few small words: a table of results, a list of names, a
language without a table that shares some small words with a neighbour. Nor is there one for a text between two
languages: Danish and Norwegian share nearly all small words, so only the words that they do *not* share decide.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from cleaner.core import lazy_re as re
from cleaner.language.shipped import Languages, active
from cleaner.text.words import is_latin, split

_WORD = re.compile(r"(?:[^\W\d_]+|[\u0900-\u0dff]+)+")
"""Letters, and the vowel signs of Indian scripts, which ``\\w`` does not match."""
_SAMPLE = 4000
"""The number of characters to look at."""
_PROSE = 100
"""A line of at least so many characters is a paragraph."""
_FEWEST = 4
_SHARE = 0.1
"""The least share of small words in a text."""
_LETTERS = 0.2
"""The least share of a language's own letters; Chinese characters also occur in Japanese."""
_FEWEST_LETTERS = 20
_LEAD = 3.0
"""The small words that a language does not share with a rival must be so many times as frequent as the rival's."""
_RIVAL = 0.5


def guess(text: str) -> str | None:
    """The language of ``text`` as an ISO 639-1 code; ``None`` if its words do not tell.

    >>> guess("The mayor said on Friday that it was the first of many.")
    'en'
    >>> guess("Der Minister sagte am Freitag, dass die Lage nicht einfach ist.")
    'de'
    >>> guess("Tel Aviv 3, Haifa 2") is None
    True
    """
    sample = _sample(text).lower()
    languages = active()
    if is_latin(sample):
        words = list(filter(None, split(sample)))
    else:
        words = _WORD.findall(sample)
        if by_letters := _by_letters(languages, sample, sum(map(len, words))):
            return by_letters
    index = _index(languages)
    counts = Counter(filter(index.__contains__, words))
    covered: dict[str, int] = {}
    for word, n in counts.items():
        for code in index[word]:
            covered[code] = covered.get(code, 0) + n
    if not covered:
        return None
    best = max(covered, key=lambda code: (covered[code], code))
    least = max(_FEWEST, _SHARE * len(words))
    return best if covered[best] >= least and _leads(languages, counts, covered, best) else None


def _sample(text: str) -> str:
    """The beginning of a text; of a long one, of its paragraphs, because pages begin with menus."""
    if len(text) <= _SAMPLE:
        return text
    prose = "\n".join(line for line in text[: 10 * _SAMPLE].split("\n") if len(line) >= _PROSE)
    return (prose if len(prose) >= _SAMPLE // 4 else text)[:_SAMPLE]


def detect(text: str, told: str | None) -> str | None:
    """The language of a text whose page claims that it is ``told``, a code with or without a region.

    Pages are made from templates, and the language of a template is often not that of the article. So the claim is used
    if the text agrees or does not tell, but not if the text is clearly in another language.

    >>> detect("The mayor said on Friday that it was the first of many.", "en-GB")
    'en-GB'
    >>> detect("Der Minister sagte am Freitag, dass die Lage nicht einfach ist.", "en-US")
    'de'
    >>> detect("Haifa 2", "he")
    'he'
    """
    found = guess(text)
    if not told or not found:
        return told or found
    base = re.split("[-_]", told.strip().lower())[0]
    return told if _SAME.get(base, base) == found else found


_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "bs": "hr", "sh": "sr"}
"""Codes of the same language, or of languages that no table distinguishes."""


def _leads(languages: Languages, counts: Counter[str], covered: dict[str, int], best: str) -> bool:
    """Is a language ahead of each rival by the small words that they do not share? ``counts`` are of small words."""
    rivals = [code for code, n in covered.items() if code != best and n >= _RIVAL * covered[best]]
    return all(_ahead(counts, languages[best].small, languages[code].small) for code in rivals)


def _ahead(counts: Counter[str], small: frozenset[str], rival: frozenset[str]) -> bool:
    ours = sum([n for word, n in counts.items() if word in small and word not in rival])
    theirs = sum([n for word, n in counts.items() if word in rival and word not in small])
    return ours >= max(1, _LEAD * theirs)


@cache
def _index(languages: Languages) -> dict[str, list[str]]:
    """The codes of the languages that have a small word."""
    index: dict[str, list[str]] = {}
    for language in languages:
        for word in language.small:
            index.setdefault(word, []).append(language.code)
    return index


def _by_letters(languages: Languages, sample: str, letters: int) -> str | None:
    """The language whose own letters make up much of a text."""
    if letters < _FEWEST_LETTERS:
        return None
    if len(_any_own(languages).findall(sample)) <= _LETTERS * letters:
        return None
    return next((code for code, own in _alphabets(languages) if len(own.findall(sample)) > _LETTERS * letters), None)


@cache
def _any_own(languages: Languages) -> re.Pattern[str]:
    """A letter of any alphabet that tells its language."""
    own = "".join(language.letters for language in languages)
    return re.compile(f"[{own}]" if own else r"(?!)")


@cache
def _alphabets(languages: Languages) -> list[tuple[str, re.Pattern[str]]]:
    """For each language whose letters tell, one of them."""
    return [(spoken.code, re.compile(f"[{spoken.letters}]")) for spoken in languages if spoken.letters]
