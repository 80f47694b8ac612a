"""Reading the results of a run: its articles one by one, and the documents that it rejected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from cleaner.core.article import Article
from cleaner.run.files import article_paths, walk
from cleaner.run.ledger import Rejection
from cleaner.run.sinks import parquet
from cleaner.run.sinks.folder import REJECTED
from cleaner.run.sinks.lines import rejections_beside
from cleaner.run.sources.packed import Cut, unpacked

_LINES = (".jsonl", ".ndjson")
_PACKED = (".gz", ".zst")


class NoResults(ValueError):
    """A path does not hold the results of a run; the message says why."""


def read_articles(results: Path) -> Iterator[tuple[str, Article]]:
    """Read the articles of a run, each with the name of its document.

    ``results`` is whatever ``cleaner run`` wrote: a folder of JSON files, a file of JSON Lines (``.jsonl``, also
    compressed), a ``.parquet`` folder or file, or the JSON file of one article. Articles come in the order of their
    paths, lines or rows.

    Raises :class:`NoResults` at the first invalid article, with its place and the reason. An article of another
    schema version is named as such. Parquet needs ``pyarrow``; without it, :class:`cleaner.Missing` is raised.

    >>> list(read_articles(Path("nowhere")))
    Traceback (most recent call last):
    cleaner.run.results.NoResults: nowhere: there is no such file or folder
    """
    for name, place, data in read_json(results):
        article = _article(data, place)
        yield name or article.source.path or article.id, article


def read_json(results: Path) -> Iterator[tuple[str, object, bytes | str]]:
    """The articles of a run as JSON: the name of the document (if a path gives it), a place for messages, the JSON."""
    if not results.exists():
        raise NoResults(f"{results}: there is no such file or folder")
    if results.suffix == ".parquet":
        yield from _rows(results)
    elif results.is_dir():
        for path in article_paths(results):
            yield path.removesuffix(".json"), results / path, (results / path).read_bytes()
    elif results.with_suffix("" if results.suffix in _PACKED else results.suffix).suffix in _LINES:
        yield from _lines(results)
    else:
        yield results.name.removesuffix(".json"), results, results.read_bytes()


def read_rejections(results: Path) -> Iterator[Rejection]:
    """Read the rejections of a run; there are none beside a single article."""
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


def _lines(file: Path) -> Iterator[tuple[str, str, bytes]]:
    with file.open("rb") as stream:
        try:
            for number, line in enumerate(unpacked(stream), 1):
                if line.strip():
                    yield "", f"{file}, line {number}", line
        except Cut as error:
            raise NoResults(f"{file}: {error}") from error


def _rows(results: Path) -> Iterator[tuple[str, str, str]]:
    """The articles of Parquet files, from the column ``article``, which holds each of them whole."""
    for part in sorted(results.glob("part-*.parquet")) if results.is_dir() else [results]:
        try:
            for row, data in enumerate(parquet.articles(part), 1):
                if data is not None:
                    yield "", f"{part}, row {row}", data
        except ValueError as error:
            raise NoResults(f"{part}: {error}") from error


def _article(data: bytes | str, place: object) -> Article:
    try:
        return Article.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        raise NoResults(f"{place}: not an article: {f'{where}: ' if where else ''}{said}") from error
