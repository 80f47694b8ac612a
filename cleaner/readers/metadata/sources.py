"""Which source of a page is trusted how far for which field: one table of data."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from cleaner.core.facts import Field


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


@lru_cache(maxsize=2048)
def fields_of(source: str) -> tuple[tuple[Field, int], ...]:
    """The fields that a source speaks of, with their ranks; a meta tag that is not in the table by what it is called.

    Every content system names its tags anew ("vr:published-time", "content_publishedDate"), and the names say what
    they hold. Such a tag is trusted less than those of the table.

    >>> fields_of("meta vr:published-time"), fields_of("meta article:expiration_time")
    ((('published', 5),), ())
    """
    if source in table():
        return tuple(table()[source])
    if not source.startswith("meta ") or _OTHER.search(source):
        return ()
    return next((((field, rank),) for field, rank, sign in _NAMED if sign.search(source)), ())


_OTHER = re.compile(r"expir|premium|institution|orcid|mail|url|image|thumb|count|valid|render|now\b|id$|^meta i18n")
_NAMED: tuple[tuple[Field, int, re.Pattern[str]], ...] = (
    (
        "modified",
        2,
        re.compile(r"(?:modif|updat|revis|lastmod)[a-z]*[-_.: ]?(?:date|time|at$)|date[-_.: ]?(?:modif|upd)"),
    ),
    (
        "published",
        5,
        re.compile(
            r"(?:publish(?:ed)?|publication|posted|created?|creation|issued|pub|post)[-_.: ]?(?:date|time|at$|on$)"
            r"|first[-_]?publish(?:ed)?|[ .:_-]published$"
        ),
    ),
    ("author", 6, re.compile(r"[ .:_-]authors?(?:[-_.]?name)?\d?$|[ .:_-](?:writer|byline)$")),
)
