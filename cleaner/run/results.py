"""What a run left behind, read back: its articles one by one, and the documents that it rejected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from cleaner.core.article import Article
from cleaner.run.files import walk
from cleaner.run.sinks.folder import REJECTED
from cleaner.run.sinks.lines import rejections_beside
from cleaner.run.sources.missing import needed
from cleaner.run.sources.packed import Cut, unpacked

_LINES = (".jsonl", ".ndjson")
_PACKED = (".gz", ".zst")


class NoResults(ValueError):
    """What was named as the results of a run cannot be read as such; the message says why."""


class Rejection(NamedTuple):
    """A document of which no article could be made."""

    path: str
    reasons: tuple[str, ...]


def read_articles(results: Path) -> Iterator[tuple[str, Article]]:
    """Read the articles of a run, each with the name of the document that it was made of.

    ``results`` is whatever ``cleaner run`` wrote: a folder of JSON files, a file of JSON lines (``.jsonl``, also
    packed), a ``.parquet`` folder or file; or one JSON file of an article. Articles come in the order of their paths,
    lines or rows.

    Raises :class:`NoResults` at the first article that does not hold, with the place and the reason: articles of
    another schema version are named as such, never read halfway. Parquet needs ``pyarrow``, and raises
    :class:`cleaner.Missing` without it.

    >>> list(read_articles(Path("nowhere")))
    Traceback (most recent call last):
    cleaner.run.results.NoResults: nowhere: there is no such file or folder
    """
    if not results.exists():
        raise NoResults(f"{results}: there is no such file or folder")
    if results.suffix == ".parquet":
        yield from _rows(results)
    elif results.is_dir():
        for path in _results_below(results):
            yield path.removesuffix(".json"), _article((results / path).read_bytes(), results / path)
    elif results.with_suffix("" if results.suffix in _PACKED else results.suffix).suffix in _LINES:
        yield from _lines(results)
    else:
        yield results.name.removesuffix(".json"), _article(results.read_bytes(), results)


def read_rejections(results: Path) -> Iterator[Rejection]:
    """Read what a run set aside; a single article has none."""
    folder = results / REJECTED
    for path in walk(folder) if folder.is_dir() else ():
        yield _rejection((folder / path).read_bytes(), folder / path)
    listed = results / f"{REJECTED}.jsonl" if results.suffix == ".parquet" else rejections_beside(results)
    if listed.is_file() and (results.suffix == ".parquet" or results.suffix in _LINES):
        for line in listed.read_bytes().splitlines():
            yield _rejection(line, listed)


def _rejection(data: bytes, place: Path) -> Rejection:
    try:
        record = json.loads(data)
        return Rejection(str(record["path"]), tuple(map(str, record["reasons"])))
    except (ValueError, KeyError, TypeError) as error:
        raise NoResults(f"{place}: not a record of a rejection: {error}") from error


def _results_below(folder: Path) -> Iterator[str]:
    """Relative paths of the articles of a run; folders that begin with ``_`` hold its records, not articles."""
    for path in walk(folder):
        if path.endswith(".json") and not path.startswith("_"):
            yield path


def _lines(file: Path) -> Iterator[tuple[str, Article]]:
    with file.open("rb") as stream:
        try:
            for number, line in enumerate(unpacked(stream), 1):
                if line.strip():
                    article = _article(line, f"{file}, line {number}")
                    yield article.source.path or article.id, article
        except Cut as error:
            raise NoResults(f"{file}: {error}") from error


def _rows(results: Path) -> Iterator[tuple[str, Article]]:
    """The articles of Parquet files; their column ``article`` holds each whole."""
    with needed("parquet", "Parquet"):
        parquet = import_module("pyarrow.parquet")
    for part in sorted(results.glob("part-*.parquet")) if results.is_dir() else [results]:
        with parquet.ParquetFile(part) as file:
            if "article" not in file.schema_arrow.names:
                raise NoResults(f"{part}: not written by `cleaner run`: it has no column article")
            for batch in file.iter_batches(batch_size=256, columns=["article"]):
                for row, data in enumerate(batch.column("article").to_pylist(), 1):
                    if data is not None:
                        article = _article(data, f"{part}, row {row}")
                        yield article.source.path or article.id, article


def _article(data: bytes | str, place: object) -> Article:
    try:
        return Article.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        raise NoResults(f"{place}: not an article: {f'{where}: ' if where else ''}{said}") from error
