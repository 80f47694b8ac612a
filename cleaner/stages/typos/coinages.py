"""Coinages: words that no list has, and that are right as they are.

Journalists make words: *defunders*, *moviegate*, *needle-phobes*. Such words are made of known parts, or stand in
compounds, or in quotation marks of their own. A repair needs more than a word that looks like them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cleaner.core import lazy_re as re
from cleaner.stages.typos.evidence import Evidence
from cleaner.text import lexicon

_PREFIX = re.compile(
    r"(?:anti|auto|bio|co|counter|cyber|de|dis|eco|electro|ex|hyper|in|inter|macro|mega|micro|mid|mini|mis|mono|multi|nano|neo"
    r"|neuro|non|out|over|para|photo|poly|post|pre|pro|pseudo|psycho|re|retro|self|semi|socio|sub|super|techno|tele|trans"
    r"|ultra|un|under|up)([a-z]{4,})"
)
_SUFFIXES = """
s ness less ful ly like wise gate ville land fest dom hood ship core verse tech long free style
ee ees er ers ery eries ing ings ish ism ist ists able ity ise ised ises ising isation ize ized izes izing ization y
esque ette
"""
_SUFFIX = tuple(_SUFFIXES.split())
_VOWELS = tuple("aeiouy")
_STEMS = 60
"""The highest level of short words from which new ones are made."""

_LONG_STEM, _LONG_WORD = 4, 5
"""Of longer stems before a suffix, and of longer words behind a prefix, any known one will do."""

_OPEN, _CLOSE = frozenset('"“‘«„'), re.compile('[.,;:!?]?["”’»“]')
_HYPHENS = frozenset("-–‐‑")
_SHORT_WORD = 5


def is_coined(evidence: Evidence, start: int, end: int) -> bool:
    """Is the word at a span transparent, or quoted by itself as a word that somebody used: *“mandering”*?"""
    return is_alone(evidence.text, start, end) or coined(evidence.text[start:end].lower())


def is_alone(text: str, start: int, end: int) -> bool:
    """Does the word at a span stand in quotation marks of its own?"""
    return text[start - 1 : start] in _OPEN and _CLOSE.match(text, end) is not None


@lru_cache(20_000)
def coined(low: str) -> bool:
    """Is this unknown word transparent: a known word with a prefix or suffix, or two known words?

    >>> [coined(word) for word in ("misscheduled", "moviegate", "gropings", "snubbery", "governmnet")]
    [True, True, True, True, False]
    """
    common = lexicon.common()
    m = _PREFIX.fullmatch(low)
    if derived(low) or (m and (common.get(m[1], 99) < _STEMS or (len(m[1]) > _LONG_WORD and lexicon.known(m[1])))):
        return True
    return any(max(common.get(low[:i], 99), common.get(low[i:], 99)) < 57 for i in range(4, len(low) - 3))


def derived(low: str) -> bool:
    """Is this unknown word a known word with a suffix?"""
    for suffix in _SUFFIX:
        is_long = len(low) - len(suffix) > (2 if suffix == "ness" else 3)
        if is_long and low.endswith(suffix) and any(map(_is_stem, _stems(low, suffix))):
            return True
    return False


def _is_stem(stem: str) -> bool:
    return lexicon.common().get(stem, 99) < _STEMS or (len(stem) > _LONG_STEM and lexicon.known(stem))


def _stems(low: str, suffix: str) -> Iterator[str]:
    """What a suffix may have been put behind: *grop-ings* to *grope*, *snubb-ery* to *snub*."""
    stem = low.removesuffix(suffix)
    yield stem
    if suffix[0] in _VOWELS:
        yield stem + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]


def inflects(low: str, right: str) -> bool:
    """Do the two have other endings, so that the misprint may be of another form: *trigged*, *kidz*?"""
    return (len(low) > _SHORT_WORD and low.endswith("ed") and not right.endswith("ed")) or low.endswith("z")


def in_compound(evidence: Evidence, start: int, end: int) -> bool:
    """Is the word joined to another by a hyphen, where words are coined freely: *needle-phobes*, *mom-preneurs*?"""
    return not _HYPHENS.isdisjoint((evidence.text[start - 1 : start], evidence.text[end : end + 1]))
