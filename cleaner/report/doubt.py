"""How sure the models were of what they cut.

The evidence of a model begins with its probability ("0.62: short, behind the last paragraph"). People should first look
at text that a model dropped without being sure.
"""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.core import lazy_re as re
from cleaner.core.parts import Change
from cleaner.report.passages import fate

SURE = 0.9
MOST_WORDS, MOST_SHARE = 30, 0.1
"""An article is doubtful from so many doubtful words, or such a share of all words: more than a label or two."""

_LEAST_WORDS = 8
_PROBABILITY = re.compile(r"(?:0|1)\.\d+")


def doubtful_words(changes: Iterable[Change]) -> int:
    """The number of words that a model dropped without being sure.

    >>> cut = {"start": 0, "end": 9, "old": "Read more", "new": "", "stage": "boilerplate", "rule": "model.related"}
    >>> doubtful_words([Change(**cut, evidence="0.62: short"), Change(**cut, evidence="0.98: all links")])
    2
    """
    return sum(len(c.old.split()) for c in changes if fate(c) == "cut" and _doubtful(c))


def is_doubtful(words: int, of: int) -> bool:
    """Are there enough doubtful ``words``, among ``of`` words of raw text, to be worth a look?"""
    return words >= MOST_WORDS or (words >= _LEAST_WORDS and words >= MOST_SHARE * of)


def _doubtful(change: Change) -> bool:
    said = _PROBABILITY.match(change.evidence) if change.rule.startswith("model.") else None
    return said is not None and float(said[0]) < SURE
