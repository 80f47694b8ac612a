"""Sources: where records come from. All of them stream: one document, row or feed is in memory at a time.

| suffix | kind | what |
|---|---|---|
| any other, and folders | files | text dumps and pages, one document a file, with its sidecar |
| .jsonl .ndjson | jsonl | JSON Lines |
| .json | json | one record, an array of records, or a JSON Feed |
| .csv .tsv | csv | a table with a line of names on top |
| .parquet | parquet | a table, one record a row |
| .warc .wet .arc | warc | web archives |
| .rss .atom .xml .feed | feed | RSS and Atom |
| .eml | mail | mail |

Files compressed with gzip or zstd are known by their first bytes; a final ``.gz`` or ``.zst`` is ignored. ``-`` is
standard input: JSON Lines, unless ``--from`` names another kind. A folder may hold files of all kinds.
"""

from __future__ import annotations

import glob
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from cleaner.core.record import Record
from cleaner.run.names import written
from cleaner.run.sources import feeds, files, lines, mail, parquet, warc
from cleaner.run.sources.files import Found
from cleaner.run.sources.missing import Missing
from cleaner.run.sources.packed import Cut, unpacked
from cleaner.run.sources.reading import MAX_MEGABYTES, MEGABYTE, Reading, Shard, Unreadable, read_limited
from cleaner.run.sources.sidecar import SIDECAR

__all__ = ["KINDS", "Missing", "NoInput", "Reading", "find", "read_document", "records"]

Reader = Callable[[Shard, Reading], Iterator[Record]]

_READERS: dict[str, Reader] = {
    "files": files.document_from_stream,
    "jsonl": lines.jsonl,
    "json": lines.json_file,
    "csv": lines.csv_file,
    "parquet": parquet.parquet,
    "warc": warc.warc,
    "feed": feeds.feed,
    "mail": mail.mail,
}
KINDS = tuple(_READERS)
_PACKED = (".gz", ".zst", ".zstd")
_URL = ("http://", "https://", "ftp://", "s3://", "gs://")
_JSON_FEED = b"jsonfeed.org/version"


class NoInput(ValueError):
    """A source does not exist, or holds nothing to clean."""


def _suffixes() -> dict[str, str]:
    """The table above, as data."""
    rows = [line.strip("| ").split(" | ") for line in (__doc__ or "").splitlines() if line.startswith("| .")]
    return {suffix: kind for suffixes, kind, _ in rows for suffix in suffixes.split()}


SUFFIXES = _suffixes()


def kind_of(name: str) -> str:
    """The kind of a file, by its name.

    >>> kind_of("a.warc.gz"), kind_of("News.JSONL"), kind_of("story.txt.gz"), kind_of("-")
    ('warc', 'jsonl', 'files', 'jsonl')
    """
    if name == "-":
        return "jsonl"
    path = Path(name.lower())
    return SUFFIXES.get(Path(path.stem).suffix if path.suffix in _PACKED else path.suffix, "files")


def find(names: Sequence[str]) -> list[Path]:
    """The files and folders that are named, with patterns expanded.

    Raises :class:`NoInput` for what does not exist, and for a URL: cleaner fetches nothing.
    """
    found: list[Path] = []
    for name in names:
        if name.lower().startswith(_URL):
            raise NoInput(
                f"{name} is a URL, and cleaner fetches nothing: get it with `curl -O`, wget or a crawler first"
            )
        if name == "-" or Path(name).exists():
            found.append(Path(name))
        elif matches := sorted(glob.glob(name, recursive=True)):  # noqa: PTH207
            found += map(Path, matches)
        else:
            raise NoInput(f"{name}: No such file or folder")
    return found


def read_document(name: str, max_bytes: int = MAX_MEGABYTES * MEGABYTE) -> bytes:
    """The unpacked bytes of one file, or of standard input (``-``).

    Raises :class:`NoInput`, ``OSError``, ``EOFError`` for a compressed stream that is cut short, and ``ValueError``
    for one that is too large.
    """
    (path, *more) = find([name])
    if more or path.is_dir():
        raise NoInput(f"{name} is not one file: `cleaner run` cleans many")
    if name == "-":
        return read_limited(unpacked(sys.stdin.buffer), max_bytes)
    with path.open("rb") as stream:
        return read_limited(unpacked(stream), max_bytes)


def records(paths: Sequence[Path], reading: Reading) -> Iterator[Record]:
    """The records of all sources, one after the other."""
    names = _names(paths)
    for path in paths:
        if str(path) == "-":
            yield from _from(sys.stdin.buffer, "-", reading)
        elif path.is_dir():
            prefix = f"{names[path]}/" if len(paths) > 1 else ""
            for found in files.walk(path, reading):
                yield from _in_folder(found._replace(path=prefix + found.path), reading)
        else:
            yield from _of_file(Found(names[path], path), reading)


def files_below(paths: Sequence[Path], reading: Reading) -> Iterator[Path]:
    """The files that :func:`records` opens, and the sidecar that each may have."""
    for path in paths:
        for found in files.walk(path, reading) if path.is_dir() else (Found(path.name, path),):
            yield found.file
            yield found.file.with_name(found.file.name + SIDECAR)


def _in_folder(found: Found, reading: Reading) -> Iterator[Record]:
    """The records of a file in a folder. A missing package fails this file, not the others."""
    try:
        yield from _of_file(found, reading)
    except Missing as error:
        yield Record(found.path, b"", origin=written(found.path), shard=found.path, error=str(error), is_passing=True)


def _of_file(found: Found, reading: Reading) -> Iterator[Record]:
    kind = reading.kind or kind_of(found.path)
    is_document = kind == "files" or found.path.endswith(SIDECAR)
    if found.error is not None or is_document or not found.file.is_file():
        yield files.document(found, reading)
        return
    try:
        with found.file.open("rb") as stream:
            yield from _from(stream, found.path, reading, kind)
    except OSError as error:
        why = f"cannot be read: {error.strerror or error}"
        yield Record(found.path, b"", origin=written(found.path), shard=found.path, error=why, is_passing=True)


def _from(stream: BinaryIO, name: str, reading: Reading, kind: str | None = None) -> Iterator[Record]:
    kind = kind or reading.kind or kind_of(name)
    try:
        if kind != "parquet":
            stream = unpacked(stream)
        if kind == "json" and _JSON_FEED in stream.peek(4096):  # type: ignore[attr-defined]
            kind = "feed"
        yield from _READERS[kind](Shard(stream, name), reading)
    except (Unreadable, Cut) as error:
        yield Shard(stream, name).fault("", str(error))


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """A unique short name for each source: the last part of its path, or as many parts as it takes.

    >>> sorted(_names([Path("/a/news"), Path("/b/news"), Path("c.jsonl")]).values())
    ['a/news', 'b/news', 'c.jsonl']
    """
    names: dict[Path, str] = {}
    for path in paths:
        parts = [part for part in path.resolve().parts if part != path.anchor]
        others = [p.resolve().parts for p in paths if p.resolve() != path.resolve()]
        length = next(
            (n for n in range(1, len(parts)) if not any(o[-n:] == tuple(parts[-n:]) for o in others)), len(parts)
        )
        names[path] = "/".join(parts[-length:])
    return names
