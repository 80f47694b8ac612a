"""What a run left behind, read back: its articles one by one, and the documents that it rejected."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from cleaner.core.article import Article
from cleaner.run.files import walk

REJECTED = "_rejected"
_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


class NoResults(ValueError):
    """What was named as the results of a run cannot be read as such; the message says why."""


class Rejection(NamedTuple):
    """A document of which no article could be made."""

    path: str
    reasons: tuple[str, ...]


def read_articles(results: Path) -> Iterator[tuple[str, Article]]:
    """Read the articles of a run, each with the name of the document that it was made of.

    ``results`` is the folder that ``cleaner run`` filled, one JSON file of an article, or a file of JSON lines
    (``.jsonl``, also gzipped). Articles come in the order of their paths, or of their lines.

    Raises :class:`NoResults` at the first article that does not hold, with the place and the reason: articles of
    another schema version are named as such, never read halfway.

    >>> list(read_articles(Path("nowhere")))
    Traceback (most recent call last):
    cleaner.run.results.NoResults: nowhere: there is no such file or folder
    """
    if results.is_dir():
        for path in _results_below(results):
            yield path.removesuffix(".json"), _article((results / path).read_bytes(), results / path)
    elif not results.is_file():
        raise NoResults(f"{results}: there is no such file or folder")
    elif results.name.endswith(_LINES):
        yield from _lines(results)
    else:
        yield results.name.removesuffix(".json"), _article(results.read_bytes(), results)


def read_rejections(results: Path) -> Iterator[Rejection]:
    """Read what a run set aside, sorted by path; a file of articles alone holds none."""
    folder = results / REJECTED
    for path in walk(folder) if folder.is_dir() else ():
        try:
            record = json.loads((folder / path).read_bytes())
            yield Rejection(str(record["path"]), tuple(map(str, record["reasons"])))
        except (ValueError, KeyError, TypeError) as error:
            raise NoResults(f"{folder / path}: not a record of a rejection: {error}") from error


def _results_below(folder: Path) -> Iterator[str]:
    """Relative paths of the articles of a run; folders that begin with ``_`` hold its records, not articles."""
    for path in walk(folder):
        if path.endswith(".json") and not path.startswith("_"):
            yield path


def _lines(file: Path) -> Iterator[tuple[str, Article]]:
    with gzip.open(file) if file.name.endswith(".gz") else file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                article = _article(line, f"{file}, line {number}")
                yield article.source.path or article.id, article


def _article(data: bytes, place: object) -> Article:
    try:
        return Article.model_validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        raise NoResults(f"{place}: not an article: {f'{where}: ' if where else ''}{said}") from error
