"""What the compiled tables of publishers and of bylines are made from. Needs the standard library alone."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Any

from cleaner.core import tables

PUBLISHERS = (tables.DATA / "publishers.toml",)
BYLINES = (tables.DATA / "bylines.toml", tables.DATA / "publishers.toml")


def build_bylines(shelf: Sequence[Traversable]) -> dict[str, Any]:
    """The groups of words as the compiled table holds them; publishers count as agencies, too ("CNN Politics")."""
    words, publishers = map(tables.read, shelf)
    outlets = words["agencies"]
    known = {name.casefold() for group in outlets.values() for name in group}
    names = [name for row in publishers["rows"] for name in (row["name"], *row.get("aliases", ())) if "(" not in name]
    outlets["publishers"] = [name for name in dict.fromkeys(names) if name.casefold() not in known]
    outlets["weak"] += [name for name in outlets["publishers"] if name.istitle() and name.isalpha()]
    return words
