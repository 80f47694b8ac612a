"""How sure the models were of what they cut.

A model's evidence begins with its probability ("0.62: short, behind the last paragraph"). Text that a model dropped
while it was not sure is what a person should look at first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.core.parts import Change
from cleaner.report.passages import fate

SURE = 0.9
MOST_WORDS, MOST_SHARE = 30, 0.1
"""So many doubtful words, or such a share of all, make an article doubtful; a label or two do not."""

_LEAST_WORDS = 8
_PROBABILITY = re.compile(r"(?:0|1)\.\d+")


def doubtful_words(changes: Iterable[Change]) -> int:
    """How many words a model dropped without being sure.

    >>> cut = {"start": 0, "end": 9, "old": "Read more", "new": "", "stage": "boilerplate", "rule": "model.related"}
    >>> doubtful_words([Change(**cut, evidence="0.62: short"), Change(**cut, evidence="0.98: all links")])
    2
    """
    return sum(len(c.old.split()) for c in changes if fate(c) == "cut" and _doubtful(c))


def is_doubtful(words: int, of: int) -> bool:
    """Are so many doubtful ``words``, of all words of the raw text, worth a look?"""
    return words >= MOST_WORDS or (words >= _LEAST_WORDS and words >= MOST_SHARE * of)


def _doubtful(change: Change) -> bool:
    said = _PROBABILITY.match(change.evidence) if change.rule.startswith("model.") else None
    return said is not None and float(said[0]) < SURE
