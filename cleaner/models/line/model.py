"""The data of the line model, loaded once, and the model in use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from cleaner.core import tables
from cleaner.core.in_use import in_use
from cleaner.models.trees import Tree, freeze, summed


@dataclass(frozen=True)
class Forests:
    """Trees whose leaves sum to log odds, times 1000: some for the first look, some for the second.

    ``bar`` is the odds beyond which a line of one word is cut.
    """

    first: tuple[Tree, ...]
    second: tuple[Tree, ...]
    bar: int

    @cached_property
    def at_first_look(self) -> Callable[[Sequence[int]], int]:
        """The odds of a line by its shape, its words and its position."""
        return summed(self.first)

    @cached_property
    def at_second_look(self) -> Callable[[Sequence[int]], int]:
        """The odds of a line, given the first verdicts on the lines around it."""
        return summed(self.second)


@dataclass(frozen=True)
class LineModel:
    """Weights of n-grams, and two forests: one for the text of an article, one for a whole page.

    ``per_log_word`` is how much the bar of an article rises with the logarithm of the number of words.
    """

    weights: Mapping[str, int]
    bias: int
    article: Forests
    page: Forests
    per_log_word: int
    names: tuple[str, ...]


def build(raw: Mapping[str, Any]) -> LineModel:
    """A model from its JSON form."""
    first, second = ([tuple(map(freeze, trees)) for trees in raw[name]] for name in ("first", "second"))
    article, page = raw["bars"]
    return LineModel(
        raw["weights"],
        raw["bias"],
        Forests(first[0], second[0], article),
        Forests(first[1], second[1], page),
        raw["per_log_word"],
        tuple(raw["names"]),
    )


@cache
def package_model() -> LineModel:
    """The model of the package."""
    return build(tables.single("models/lines.json.gz"))


line_model, using = in_use("line model", package_model)
"""The model in use: the package's, or the one given to :func:`using`."""
