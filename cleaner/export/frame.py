"""Articles as the rows of a table, for pandas, polars, spreadsheets and data sets.

A row for each article, with the names of the schema. Fields with parts become lists of names. What has offsets
(mentions, blocks, the edit log) is only in the JSON, which ``id`` and ``path`` identify.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Literal

from cleaner.core.article import Article
from cleaner.core.parts import day_of

COLUMNS: dict[str, Callable[[Article], Any]] = {
    "id": lambda a: a.id,
    "path": lambda a: a.source.path,
    "url": lambda a: a.url,
    "publisher": lambda a: a.publisher and a.publisher.name,
    "language": lambda a: a.language,
    "headline": lambda a: a.headline,
    "headline_source": lambda a: a.headline_source,
    "description": lambda a: a.description,
    "section": lambda a: a.section,
    "keywords": lambda a: list(a.keywords),
    "authors": lambda a: [author.name for author in a.authors],
    "dateline": lambda a: a.dateline and a.dateline.raw,
    "date_published": lambda a: a.date_published and a.date_published.isoformat(),
    "day_published": lambda a: a.date_published and day_of(a.date_published),
    "date_modified": lambda a: a.date_modified and a.date_modified.isoformat(),
    "is_truncated": lambda a: a.is_truncated,
    "is_accessible_for_free": lambda a: a.is_accessible_for_free,
    "word_count": lambda a: a.word_count,
    "people": lambda a: [person.name for person in a.people],
    "organizations": lambda a: [entity.name for entity in a.organizations],
    "places": lambda a: [entity.name for entity in a.places],
    "dates": lambda a: [mention.timex for mention in a.dates],
    "captions": lambda a: [caption.text or (caption.credit.raw if caption.credit else "") for caption in a.captions],
    "warnings": lambda a: list(a.warnings),
    "text": lambda a: a.text,
}
"""The columns, in order: names, and functions that take the value from an article."""

LISTS = ("keywords", "authors", "people", "organizations", "places", "dates", "captions", "warnings")
"""Columns of lists of strings."""


def row(article: Article) -> dict[str, Any]:
    """One article as a row.

    ``date_published`` is ISO 8601, as precise as the source; ``day_published`` is only its day, for sorting.
    """
    return {name: value(article) for name, value in COLUMNS.items()}


def to_frame(articles: Iterable[Article], library: Literal["pandas", "polars"] = "pandas") -> Any:
    """Articles as a data frame of ``pandas`` or ``polars``, which must be installed.

    Raises ``ModuleNotFoundError`` without the library. The type of a column does not depend on the articles: an empty
    column is still a column of strings, or of lists of strings.
    """
    rows = [row(article) for article in articles]
    columns = {name: [one[name] for one in rows] for name in COLUMNS}
    module = import_module(library)
    return module.DataFrame(columns, schema=_polars_schema(module)) if library == "polars" else _pandas(module, columns)


def _pandas(pandas: Any, columns: dict[str, list[Any]]) -> Any:
    frame = pandas.DataFrame(columns)
    frame["day_published"] = pandas.to_datetime(frame["day_published"])
    special = {"day_published", "is_truncated", "is_accessible_for_free", "word_count", *LISTS}
    types = {name: "string" for name in COLUMNS if name not in special}
    return frame.astype(types | {"is_truncated": "bool", "is_accessible_for_free": "boolean", "word_count": "int64"})


def _polars_schema(polars: Any) -> dict[str, Any]:
    special = {"day_published": polars.Date, "is_truncated": polars.Boolean, "is_accessible_for_free": polars.Boolean}
    special |= {"word_count": polars.Int64, **{name: polars.List(polars.String) for name in LISTS}}
    return {name: special.get(name, polars.String) for name in COLUMNS}
