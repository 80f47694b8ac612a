"""Which source of a page is trusted how far for which field: one table of data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from cleaner.facts import Field


@cache
def table() -> dict[str, list[tuple[Field, int]]]:
    """Sources to the fields that they speak of, with their ranks (0 is trusted most).

    >>> table()["meta article:published_time"]
    [('published', 1)]
    """
    data = tomllib.loads(files("cleaner").joinpath("data/sources.toml").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[Field, int]]] = {}
    for field, text in data["sources"].items():
        for rank, line in enumerate(text.strip().splitlines()):
            for source in line.split("|"):
                found.setdefault(source.strip(), []).append((field, rank))
    return found
