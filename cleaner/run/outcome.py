"""What a worker gets, what it returns, and the names under which results are kept."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cleaner.core.record import Record, Status
from cleaner.core.version import fingerprint
from cleaner.pipeline import Pipeline, default
from cleaner.run import profiles
from cleaner.run.ledger import row_id
from cleaner.run.names import result_name, written


class Recipe(NamedTuple):
    """How a job cleans: rules of your own, the stages to run (all by default), and whether the JSON has ``changes``."""

    rules: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    changes: bool = True

    @property
    def fingerprint(self) -> str:
        """A hash of all that steers the results."""
        return pipeline(self).fingerprint if self.rules or self.stages else fingerprint()


class Entry(NamedTuple):
    """A document, as the ledger and sinks know it."""

    id: bytes
    name: str
    path: str
    origin: str


class Todo(NamedTuple):
    """A record to clean, with all that its worker has to know."""

    record: Record
    entry: Entry
    recipe: Recipe
    site: Path | None


class Outcome(NamedTuple):
    """The result for one record: ``data`` is the article as compact JSON, ``rules`` counts its changes by rule."""

    status: Status
    reasons: tuple[str, ...] = ()
    data: bytes = b""
    rules: Counter[str] = Counter()  # noqa: RUF012 - never changed
    is_internal: bool = False


def entry(record: Record, occurrence: int) -> Entry:
    """The names of a record, the ``occurrence``-th with its id."""
    name = f"{written(record.shard)}/{printable(record.id)}" if record.shard else written(record.id)
    name += f"+{occurrence}" if occurrence else ""
    return Entry(row_id(name), name, result_name(record.shard, record.id, occurrence), record.origin)


@cache
def pipeline(recipe: Recipe) -> Pipeline:
    """The pipeline of a recipe, built once in each process."""
    return Pipeline(rules=recipe.rules, stages=recipe.stages or None) if recipe.rules or recipe.stages else default


def clean_record(todo: Todo) -> Outcome:
    """Clean one record. Raises only what says nothing about the document: lack of memory, disk faults, bugs."""
    record = todo.record
    site = profiles.load(todo.site)[0] if todo.site else None
    result = pipeline(todo.recipe).result(record, site=site)
    if result.article is None:
        return Outcome(result.status, result.reasons)
    source = result.article.source.model_copy(update={"path": todo.entry.name})
    given = {"source": source} | ({"id": printable(record.id)} if record.shard else {})
    article = result.article.model_copy(update=given)
    data = article.model_dump_json(exclude=set() if todo.recipe.changes else {"changes"})
    return Outcome("clean", (), data.encode(), Counter(change.rule for change in article.changes))


def printable(text: str) -> str:
    """Text with lone surrogates spelt out, which any file can hold."""
    return text.encode("utf-8", "backslashreplace").decode()
