"""The model's data: weights of clues and shallow trees, loaded once.

A tree is ``(feature, threshold, low, high)`` where ``low`` serves values up to the threshold; a leaf is an ``int``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from cleaner.core import tables
from cleaner.models.block.clues import Weights
from cleaner.models.trees import freeze, summed

FIRST = 40
CLEAR = 1400
"""Odds beyond this after the first trees will not change sign: the other trees, which would about double them, are
skipped."""


@dataclass(frozen=True)
class Model:
    """Weights of clues, trees over the features of a block, and the odds above which a block stays."""

    weights: Weights
    base: int
    trees: tuple[Any, ...]
    threshold: int

    def odds(self, row: Sequence[int]) -> int:
        """The log odds, times 1000, that a block with these features belongs to the article."""
        first = self.base + self._first(row)
        return 2 * first if abs(first) > CLEAR else first + self._rest(row)

    @cached_property
    def _first(self) -> Callable[[Sequence[int]], int]:
        return summed(self.trees[:FIRST])

    @cached_property
    def _rest(self) -> Callable[[Sequence[int]], int]:
        return summed(self.trees[FIRST:])


def build(raw: dict[str, Any]) -> Model:
    """A model from its JSON form."""
    return Model(Weights(raw["weights"]), raw["base"], tuple(map(freeze, raw["trees"])), raw["threshold"])


@cache
def load() -> Model:
    """The model of the package."""
    return build(tables.single("models/blocks.json.gz"))
