"""The data of the line model, loaded once, and the model in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from cleaner.core import tables
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


_IN_USE: ContextVar[LineModel | None] = ContextVar("line model in use", default=None)


def line_model() -> LineModel:
    """The model in use: the one given to :func:`using`, else the package's."""
    return _IN_USE.get() or package_model()


@contextmanager
def using(model: LineModel | None) -> Iterator[None]:
    """Have :func:`line_model` return ``model`` within this block and this thread; ``None`` leaves it as it is."""
    token = _IN_USE.set(model or _IN_USE.get())
    try:
        yield
    finally:
        _IN_USE.reset(token)


@cache
def package_model() -> LineModel:
    """The model of the package."""
    return build(tables.single("models/lines.json.gz"))
