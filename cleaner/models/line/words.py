"""The score of the words of a line: weights of words and word pairs, learned from many publishers.

Only n-grams that several publishers use have a weight, so that a name in one week's news cannot count as boilerplate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

LIMIT = 40


def ngrams(tokens: Sequence[str]) -> list[str]:
    """The n-grams of a line: words, pairs, its start and end, and a short line as a whole.

    >>> ngrams(["read", "more"])
    ['read', 'more', 'read more', '^read', 'more$', '=read more']
    """
    if not tokens:
        return []
    if len(tokens) > LIMIT:
        tokens = tokens[:LIMIT]
    grams = [*tokens, *map(" ".join, pairwise(tokens)), "^" + tokens[0], tokens[-1] + "$"]
    if len(tokens) <= 4:
        grams.append("=" + " ".join(tokens))
    return grams


def score(tokens: Sequence[str], weights: Mapping[str, int], bias: int) -> int:
    """The log odds, times 100, that the words are boilerplate, damped by the number of n-grams."""
    grams = ngrams(tokens)
    total = sum([weights[g] for g in grams if g in weights])
    return max(-1500, min(1500, bias + total * 100 // SCALE[len(grams)]))


SCALE = [200] * 4 + [int(100 * n**0.5 + 0.5) for n in range(4, 2 * LIMIT + 3)]
"""100 times the square root of the number of n-grams, at least 200."""
