"""The sources of claims about an article, and how far each is trusted: the rows of ``data/sources.toml``.

A page states its date in JSON-LD, in meta tags, under its headline, in its footer; a dump has only lines. Which of them
is right was measured: each source has a rank for each field, and flags for what the code must know. A source without a
row is ignored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Literal, get_args

from cleaner.core import lazy_re as re, tables

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
    """The kind of a source. Two sources of one kind are not independent."""

    JSON_LD = "json-ld"
    META = "meta"
    ELEMENT = "element"
    """An element whose name, class or property says what it contains."""
    TEXT = "text"
    """A line of the text, known by its words and position only."""
    ADDRESS = "address"
    TABLE = "table"
    """A list in this package."""
    CALLER = "caller"


@dataclass(frozen=True, slots=True)
class Witness:
    """A source for one field of the article.

    ``rank`` orders the sources of a field, the most trusted first. ``machine``: written by a program, so it can
    complete a line that readers see. ``weak``: it is often wrong, so a contradiction needs no warning. ``stray``: it
    may belong to something else on the page. ``organization``: it names an organization, not a person.
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
    """Sources by name and field, and patterns for names without a row."""
    named: dict[str, dict[Field, Witness]] = {}
    patterns = []
    data = tables.single("sources.toml")
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
    """The rows of a source, one for each field; a meta tag without a row is matched by its name.

    Every content system invents names for its tags ("vr:published-time", "content_publishedDate"), but the names say
    what they hold. Such a tag is trusted less than one with a row.

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
    """The row of a source for one field; raises ``KeyError`` if there is none.

    >>> witness("published", "json-ld datepublished").machine
    True
    """
    return _rows()[0][name][field]


_OTHER = re.compile(r"expir|premium|institution|orcid|mail|url|image|thumb|count|valid|render|now\b|id$|^meta i18n")
