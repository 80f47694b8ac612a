"""Sinks: where results go. A sink holds the latest article of each document, no matter how often runs are stopped.

| name | kind | what |
|---|---|---|
| a folder | folder | one JSON file a document, rejections in ``_rejected`` |
| .jsonl .ndjson | jsonl | one article a line; rejections in ``NAME.rejected.jsonl`` beside it |
| .parquet | parquet | a folder of part files; rejections in ``_rejected.jsonl`` in it |
| - | stdout | JSON Lines on standard output; nothing is remembered |

A folder also holds site profiles in ``_sites``, lists of what each run changed in ``_changes`` and the ledger in
``.cleaner.sqlite``. For a file these are beside it, as ``NAME_sites``, ``NAME_changes`` and ``.NAME.cleaner.sqlite``.
"""

from __future__ import annotations

from pathlib import Path

from cleaner.run.ledger import Ledger
from cleaner.run.sinks.folder import Folder
from cleaner.run.sinks.lines import DryRun, Lines, Stdout
from cleaner.run.sinks.parquet import Parquet
from cleaner.run.sinks.sink import Misplaced, Sink, Stored

__all__ = [
    "KINDS",
    "DryRun",
    "Folder",
    "Misplaced",
    "Sink",
    "Stdout",
    "Stored",
    "kind_of",
    "open_sink",
    "state_file",
    "state_folder",
]

KINDS = ("folder", "jsonl", "parquet", "stdout")
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}


def kind_of(out: Path) -> str:
    """The kind of sink that a name stands for.

    >>> kind_of(Path("clean")), kind_of(Path("news.parquet")), kind_of(Path("-"))
    ('folder', 'parquet', 'stdout')
    """
    return "stdout" if str(out) == "-" else _SUFFIXES.get(out.suffix.lower(), "folder")


def state_file(out: Path, kind: str, suffix: str) -> Path:
    """The path of an output's ledger or lock: in its folder, or beside its file."""
    if kind == "jsonl":
        return out.with_name(f".{out.name}.cleaner.{suffix}")
    return out / f".cleaner.{suffix}"


def state_folder(out: Path, kind: str, name: str) -> Path:
    """A folder that an output keeps for itself: ``CLEAN/_sites``, or ``news_sites`` beside ``news.jsonl``.

    >>> str(state_folder(Path("news.jsonl"), "jsonl", "_sites"))
    'news_sites'
    """
    return out.with_name(out.stem + name) if kind == "jsonl" else out / name


def open_sink(out: Path, kind: str, ledger: Ledger) -> Sink:
    """A sink that continues where the last run stopped. Raises :class:`Misplaced` if something is in the way."""
    if kind == "jsonl":
        return Lines(out, ledger)
    return Parquet(out, ledger) if kind == "parquet" else Folder(out).sweep()
