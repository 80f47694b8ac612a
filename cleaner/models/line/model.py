"""The model's data, loaded once, and the model in use."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from cleaner.models.trees import Tree, freeze, summed


@dataclass(frozen=True)
class Forests:
    """Trees whose leaves add up to log odds, times 1000: those asked at first sight, those that know the company.

    ``bar`` is what a line of one word must clear to be cut.
    """

    first: tuple[Tree, ...]
    second: tuple[Tree, ...]
    bar: int

    @cached_property
    def at_first_sight(self) -> Callable[[Sequence[int]], int]:
        """The odds of a line by its shape, its words and its place."""
        return summed(self.first)

    @cached_property
    def in_company(self) -> Callable[[Sequence[int]], int]:
        """The odds of a line once it is known what the lines around it were taken for."""
        return summed(self.second)


@dataclass(frozen=True)
class LineModel:
    """Weights of n-grams, and forests each for an article's text and for a whole page.

    ``per_log_word`` is by how much an article's bar rises with the logarithm of a line's number of words.
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
    """The model in use: the one that :func:`using` has named, else the package's."""
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
    """The model of the package's data."""
    data = (files("cleaner") / "data/models/lines.json.gz").read_bytes()
    return build(json.loads(gzip.decompress(data)))
