"""Articles as Arrow tables: one schema for Parquet and all engines, and the function that engines run.

The schema carries a version in its metadata and does not depend on the content of a batch, so that files of different
runs can be read as one table. ``article`` holds the whole article as JSON; the other columns are for filters and joins.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cleaner.core.record import Record, identity
from cleaner.run.outcome import Outcome, Recipe, Todo, clean_record, entry
from cleaner.run.sources.missing import needed
from cleaner.run.worker import Fault, attempt

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema, Table

VERSION = "2.0"
"""The version of the schema; it changes with the schema of the article."""

_TEXT, _TEXTS = "string", "list<string>"
ARTICLE: Mapping[str, str] = {
    "id": _TEXT,
    "path": _TEXT,
    "url": _TEXT,
    "headline": _TEXT,
    "description": _TEXT,
    "text": _TEXT,
    "language": _TEXT,
    "date_published": _TEXT,
    "authors": _TEXTS,
    "publisher": _TEXT,
    "word_count": "int32",
    "is_truncated": "bool",
    "warnings": _TEXTS,
    "sha256": _TEXT,
    "meta": _TEXT,
    "article": _TEXT,
    "cleaner": _TEXT,
}
RESULT: Mapping[str, str] = {"record_id": _TEXT, "origin": _TEXT, "status": _TEXT, "reasons": _TEXTS, **ARTICLE}
RECORD: Mapping[str, str] = {
    "id": _TEXT,
    "bytes": "binary",
    "text": _TEXT,
    "url": _TEXT,
    "published": _TEXT,
    "fetched": _TEXT,
    "media_type": _TEXT,
    "meta": _TEXT,
    "origin": _TEXT,
    "shard": _TEXT,
}


def pyarrow() -> Any:
    """The package ``pyarrow``, or an error that says how to install it."""
    with needed("parquet", "an Arrow table"):
        return import_module("pyarrow")


@cache
def schema(kind: str) -> Schema:
    """The schema of ``"article"``, ``"result"`` or ``"record"``."""
    pa = pyarrow()
    types = {_TEXT: pa.string(), _TEXTS: pa.list_(pa.string()), "int32": pa.int32(), "bool": pa.bool_()}
    types["binary"] = pa.binary()
    columns = {"article": ARTICLE, "result": RESULT, "record": RECORD}[kind]
    made: Schema = pa.schema([(name, types[of]) for name, of in columns.items()])
    return made.with_metadata({"cleaner.schema": VERSION})


def clean_batch(batch: RecordBatch, recipe: Recipe | None = None, max_seconds: float | None = None) -> RecordBatch:
    """Clean a batch of records: one row for each, in the same order, whatever happens to some.

    The batch has some of the columns of :data:`RECORD`: ``bytes`` if you have them, else ``text``. (These are two
    columns since text that is not valid Unicode cannot be stored as bytes.) Any other column becomes ``meta``. Ray's
    ``map_batches`` and Spark's ``mapInArrow`` run this function.
    """
    results = [_result(_record(row), recipe or Recipe(), max_seconds) for row in batch.to_pylist()]
    return rows_to_batch(results, "result")


def rows_to_batch(rows: Sequence[Mapping[str, Any]], kind: str) -> RecordBatch:
    """Rows as a batch of the schema of this kind."""
    pa, of = pyarrow(), schema(kind)
    columns = [pa.array([row.get(field.name) for row in rows], field.type) for field in of]
    made: RecordBatch = pa.RecordBatch.from_arrays(columns, schema=of)
    return made


def article_row(data: bytes) -> dict[str, Any]:
    """The row of an article, from its JSON."""
    article = json.loads(data)
    source, maker, publisher = article["source"], article["cleaner"], article["publisher"] or {}
    same = {name: article[name] for name in ARTICLE if name in article and name not in ("article", "cleaner", "meta")}
    return same | {
        "path": source["path"],
        "sha256": source["sha256"],
        "authors": [author["name"] for author in article["authors"]],
        "publisher": publisher.get("name"),
        "meta": json.dumps(article["meta"], ensure_ascii=False),
        "article": data.decode("utf-8", "surrogatepass"),
        "cleaner": f"{maker['version']} {maker['fingerprint']}",
    }


def table(lines: Sequence[bytes]) -> Table:
    """A table of articles, from their JSON."""
    made: Table = pyarrow().Table.from_batches([rows_to_batch([article_row(line) for line in lines], "article")])
    return made


def _record(row: dict[str, Any]) -> Record:
    own = {name: row.pop(name, None) for name in RECORD}
    content = own["bytes"] if own["bytes"] is not None else own["text"]
    meta = {name: value for name, value in row.items() if value is not None}
    if own["meta"]:
        meta = json.loads(own["meta"]) | meta
    return Record(
        identity(own["id"], own["url"], content or b""),
        content or b"",
        url=own["url"],
        published=own["published"],
        fetched=own["fetched"],
        media_type=own["media_type"],
        meta=meta,
        origin=own["origin"] or "",
        shard=own["shard"] or "",
        error="no content: a column `bytes` or `text` is needed" if content is None else None,
    )


def _result(record: Record, recipe: Recipe, max_seconds: float | None) -> dict[str, Any]:
    outcome = attempt(clean_record, Todo(record, entry(record, 0), recipe, None), max_seconds)
    if isinstance(outcome, Fault):
        outcome = Outcome("failed", (outcome.reason,))
    row = article_row(outcome.data) if outcome.status == "clean" else {}
    told = {"origin": record.origin, "status": outcome.status, "reasons": list(outcome.reasons)}
    return {**row, "record_id": record.id, **told}
