"""The model's data: weights of clues and shallow trees, loaded once.

A tree is ``(feature, threshold, low, high)`` where ``low`` serves values up to the threshold; a leaf is an ``int``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FIRST = 40
CLEAR = 3500
"""After the first trees, odds beyond this are not going to turn: the rest need not be asked."""


@dataclass(frozen=True)
class Model:
    """Weights of clues, trees over a block's numbers, and the odds above which a block stays."""

    weights: dict[str, int]
    base: int
    trees: tuple[Any, ...]
    threshold: int

    def odds(self, row: Sequence[int]) -> int:
        """The log odds, times 1000, that a block with these numbers belongs to the article."""
        first = self.base + total(self.trees[:FIRST], row)
        return first if abs(first) > CLEAR else first + total(self.trees[FIRST:], row)


def total(trees: Sequence[Any], row: Sequence[int]) -> int:
    """The sum of the leaves that ``row`` reaches.

    >>> total([(0, 5, -10, (1, 0, 20, 30))], [6, 1])
    30
    """
    result = 0
    for node in trees:
        while node.__class__ is tuple:
            feature, threshold, low, high = node
            node = low if row[feature] <= threshold else high
        result += node
    return result


def build(raw: dict[str, Any]) -> Model:
    """A model from its JSON form."""
    return Model(raw["weights"], raw["base"], tuple(map(_freeze, raw["trees"])), raw["threshold"])


def _freeze(node: Any) -> Any:
    if isinstance(node, int):
        return node
    feature, threshold, low, high = node
    return feature, threshold, _freeze(low), _freeze(high)


@cache
def load() -> Model:
    """The model that comes with the package."""
    data = (files("cleaner") / "data/models/blocks.json.gz").read_bytes()
    return build(json.loads(gzip.decompress(data)))
