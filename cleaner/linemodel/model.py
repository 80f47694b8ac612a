"""The models' data, loaded once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from cleaner.linemodel.trees import Tree, freeze, total

EARLY = 16
"""So many trees are asked first."""


@dataclass(frozen=True)
class Model:
    """Weights of n-grams, trees over whole numbers, and where to cut: one situation, one threshold."""

    weights: Mapping[str, int]
    bias: int
    trees: tuple[Tree, ...]
    base: int
    threshold: int
    per_log_word: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Forest:
    """Trees whose leaves add up to log odds, times 1000, and the bar that a line of one word must clear.

    Most lines are far from the bar after the first few trees: where these leave less than ``gate``, the others are not
    asked.
    """

    base: int
    trees: tuple[Tree, ...]
    bar: int
    gate: int

    def odds(self, values: Sequence[int]) -> int:
        """The log odds, times 1000, that a line with these features is furniture."""
        early = self.base + total(self.trees[:EARLY], values)
        return early if early < self.gate else early + total(self.trees[EARLY:], values)


@dataclass(frozen=True)
class LineModel:
    """Weights of n-grams, and one forest each for an article's text and for a whole page.

    ``foreign`` is the bar for articles in other languages than English; ``per_log_word`` is by how much the bar rises
    with the logarithm of a line's number of words.
    """

    weights: Mapping[str, int]
    bias: int
    article: Forest
    page: Forest
    foreign: int
    per_log_word: int
    names: tuple[str, ...]


def _read(name: str) -> Any:
    return json.loads(gzip.decompress((files("cleaner") / f"data/models/{name}.json.gz").read_bytes()))


@cache
def load(name: str) -> Model:
    """The model ``name`` from the package's data."""
    return build(_read(name))


def build(raw: Mapping[str, Any]) -> Model:
    """A model from its JSON form."""
    return Model(
        raw["weights"],
        raw["bias"],
        tuple(freeze(t) for t in raw["trees"]),
        raw["base"],
        raw["threshold"],
        raw["per_log_word"],
        tuple(raw["names"]),
    )


@cache
def load_lines() -> LineModel:
    """The model of the line from the package's data."""
    raw = _read("lines")
    return LineModel(
        raw["weights"],
        raw["bias"],
        _forest(raw["article"]),
        _forest(raw["page"]),
        raw["foreign"],
        raw["per_log_word"],
        tuple(raw["names"]),
    )


def _forest(raw: Mapping[str, Any]) -> Forest:
    return Forest(raw["base"], tuple(freeze(tree) for tree in raw["trees"]), raw["bar"], raw["gate"])
