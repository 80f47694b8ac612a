"""The model's data, loaded once."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from cleaner.linemodel.trees import Tree, freeze


@dataclass(frozen=True)
class Model:
    """Weights of n-grams, trees over shape and context, and where to cut."""

    weights: dict[str, int]
    bias: int
    trees: tuple[Tree, ...]
    base: int
    threshold: int
    per_log_word: int
    names: tuple[str, ...]


@cache
def load(name: str = "lines") -> Model:
    """The model ``name`` from the package's data."""
    data = (files("cleaner") / f"data/models/{name}.json.gz").read_bytes()
    return build(json.loads(gzip.decompress(data)))


def build(raw: dict[str, Any]) -> Model:
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
