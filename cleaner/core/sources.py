"""Where a statement about an article comes from, and how far that place is trusted: rows of ``data/sources.toml``.

A page dates itself in its JSON-LD, in meta tags, under its headline, in its footer; a dump has lines alone. Which of
them is right is no matter of taste: each place has a rank that was measured, and flags for what the code must know
of it. A place that no row names says nothing.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, get_args

Field = Literal[
    "headline",
    "description",
    "publisher",
    "publisher_url",
    "slogan",
    "language",
    "url",
    "byline",
    "author",
    "published",
    "modified",
    "section",
    "keyword",
    "free",
]


class Kind(StrEnum):
    """Who speaks: what one kind says twice is said by one witness."""

    JSON_LD = "json-ld"
    META = "meta"
    ELEMENT = "element"
    """An element whose name, class or property says what it holds."""
    TEXT = "text"
    """Words of the text, and their place alone."""
    ADDRESS = "address"
    TABLE = "table"
    """A list of the library's own."""
    CALLER = "caller"


@dataclass(frozen=True, slots=True)
class Witness:
    """A place that speaks of one field of the article.

    ``rank`` orders the witnesses of a field, the most trusted first. ``machine``: programs wrote it, so it stands
    where a line that readers see leaves something open. ``weak``: its contradiction is no news. ``stray``: it may
    belong to something else on the page. ``organization``: what it names is none of the persons.
    """

    name: str
    field: Field
    rank: int
    kind: Kind = Kind.TEXT
    machine: bool = False
    weak: bool = False
    stray: bool = False
    organization: bool = False


@cache
def _rows() -> tuple[dict[str, dict[Field, Witness]], tuple[tuple[re.Pattern[str], dict[str, Any]], ...]]:
    """Witnesses by name and field, and the patterns of names that no row spells out."""
    named: dict[str, dict[Field, Witness]] = {}
    patterns = []
    data = tomllib.loads(files("cleaner").joinpath("data/sources.toml").read_text(encoding="utf-8"))
    for field in get_args(Field):
        for row in data.get(field, ()):
            traits = {"field": field, **{k: v for k, v in row.items() if k not in ("names", "pattern")}}
            traits["kind"] = Kind(row["kind"])
            for name in row.get("names", ()):
                named.setdefault(name, {})[field] = Witness(name, **traits)
            if "pattern" in row:
                patterns.append((re.compile(row["pattern"]), traits))
    return named, tuple(patterns)


@lru_cache(maxsize=4096)
def witnesses(name: str) -> tuple[Witness, ...]:
    """Every field that a place speaks of; a meta tag that no row names goes by what it is called.

    Every content system names its tags anew ("vr:published-time", "content_publishedDate"), and the names say what
    they hold. Such a tag is trusted less than those of the table.

    >>> [(w.field, w.rank) for w in witnesses("meta vr:published-time")]
    [('published', 50)]
    >>> witnesses("meta article:expiration_time")
    ()
    """
    named, patterns = _rows()
    if name in named:
        return tuple(named[name].values())
    if not name.startswith("meta ") or _OTHER.search(name):
        return ()
    return next(((Witness(name, **traits),) for pattern, traits in patterns if pattern.search(name)), ())


def witness(field: Field, name: str) -> Witness:
    """The row of one place and one field; ``KeyError`` where there is none.

    >>> witness("published", "json-ld datepublished").machine
    True
    """
    return _rows()[0][name][field]


_OTHER = re.compile(r"expir|premium|institution|orcid|mail|url|image|thumb|count|valid|render|now\b|id$|^meta i18n")
