"""JSON Lines: a file that grows, with an article on each line.

The ledger knows how long the file was at the last commit. Opening the file cuts off what a crash left behind that
point, so that the resumed run writes the same bytes as an undisturbed one.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from cleaner.run.files import sync
from cleaner.run.ledger import CLEAN, Ledger, Rejection, Row, row_id, short_digest
from cleaner.run.outcome import Entry, Outcome
from cleaner.run.sinks.sink import Misplaced, Sink, Stored

_AT_ONCE = 500


class GrowingFile:
    """A file of lines whose committed length is kept in the ledger, under the name ``state``.

    A hidden file always belongs to a run. Raises :class:`Misplaced` if another file is in the way, or if somebody
    has shortened this one.
    """

    def __init__(self, file: Path, ledger: Ledger, state: str = "length", *, is_hidden: bool = False) -> None:
        self.file, self._ledger, self._state = file, ledger, state
        self._fresh = file.with_name(f".{file.name.lstrip('.')}.cleaner.tmp")
        self._recover()
        length = ledger.state(state)
        size = file.stat().st_size if file.exists() else 0
        if length is None and size and not is_hidden:
            raise Misplaced(f"{file} is there already and no run of cleaner knows it: move it away, or name another")
        if size < (length or 0):
            out = file.parent if is_hidden else file
            raise Misplaced(f"{file} is shorter than the last run left it: `cleaner check --repair {out}` mends it")
        self._out = file.open("ab")
        if size > (length or 0):
            self._out.truncate(length or 0)
        if length is None and not is_hidden:
            ledger.keep_state(**{state: 0})
            ledger.commit()

    def add(self, line: bytes) -> None:
        """Add a line; it is safe after ``sync`` and a commit of the ledger."""
        self._out.write(line + b"\n")

    @property
    def length(self) -> int:
        """The length in bytes."""
        return self._out.tell()

    def flush(self) -> None:
        """Wait for the disk."""
        self._out.flush()
        os.fsync(self._out.fileno())

    def sync(self) -> None:
        """Wait for the disk, and note the length in the ledger."""
        self.flush()
        self._ledger.keep_state(**{self._state: self.length})

    def compact(self) -> None:
        """Copy the latest lines to a new file, and replace the old file.

        The ledger notes both steps, so that a crash leaves the old file or the new one, and the next run knows which.
        """
        with self._fresh.open("wb") as out:
            for line in latest(self.file, self._ledger):
                out.write(line)
            out.flush()
            os.fsync(out.fileno())
            length = out.tell()
        self._out.close()
        self._ledger.keep_state(**{f"{self._state}.compacted": length})
        self._ledger.commit()
        self._recover()
        self._out = self.file.open("ab")

    def close(self) -> None:
        """Close the file."""
        self._out.close()

    def _recover(self) -> None:
        """Finish a compaction that the ledger knows of; undo one that it does not know."""
        length = self._ledger.state(f"{self._state}.compacted")
        if length is None or length < 0:
            self._fresh.unlink(missing_ok=True)
            return
        if self._fresh.exists():
            self._fresh.replace(self.file)
            sync(self.file.parent)
        self._ledger.keep_state(**{self._state: length, f"{self._state}.compacted": -1})
        self._ledger.commit()


class Lines(Sink):
    """An article on each line, in the order in which they were made.

    If a document changes, its new article is appended, and the end of the run removes the older one.
    """

    def __init__(self, file: Path, ledger: Ledger) -> None:
        self._ledger, self._growing = ledger, GrowingFile(file, ledger)
        self._rejected = rejections_beside(file)

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Append an article; a rejection is only in the ledger until the run ends."""
        if outcome.status != "clean":
            return Stored()
        self._growing.add(outcome.data)
        if before is not None and before.digest:
            self._ledger.supersede(entry.id)
        return Stored(short_digest(outcome.data), len(outcome.data))

    def sync(self) -> None:
        """Wait for the disk."""
        self._growing.sync()

    def finish(self) -> None:
        """Remove articles that newer ones replace, and list the rejections."""
        if self._ledger.has_superseded():
            self._growing.compact()
            self._ledger.clear_superseded()
        write_rejections(self._rejected, self._ledger.rejections())

    def close(self) -> None:
        """Close the file."""
        self._growing.close()


def rejections_beside(file: Path) -> Path:
    """The list of rejections for a file of articles.

    >>> str(rejections_beside(Path("news.jsonl")))
    'news.rejected.jsonl'
    """
    return file.with_name(f"{file.stem}.rejected.jsonl")


def latest(file: Path, ledger: Ledger) -> Iterator[bytes]:
    """The lines of a file, without older articles of the same document."""
    with file.open("rb") as lines:
        while some := list(islice(lines, _AT_ONCE)):
            held = ledger.latest([(line_id(line), short_digest(line[:-1])) for line in some])
            yield from (line for line, holds in zip(some, held, strict=True) if holds)


def line_id(line: bytes) -> bytes:
    """The ledger's key for the article on a line."""
    return row_id(str((json.loads(line).get("source") or {}).get("path")))


def write_rejections(file: Path, rejections: Iterator[Rejection]) -> None:
    """List rejections, one on each line; without any, there is no file."""
    fresh = file.with_name(f".{file.name}.cleaner.tmp")
    with fresh.open("w", encoding="utf-8", newline="\n") as out:
        for path, reasons, origin in rejections:
            told = {"path": path, "origin": origin, "reasons": reasons}
            out.write(json.dumps(told, ensure_ascii=False) + "\n")
        is_empty = not out.tell()
    if is_empty:
        fresh.unlink()
        file.unlink(missing_ok=True)
    else:
        fresh.replace(file)


class Stdout(Sink):
    """Articles on standard output, one on each line; rejections appear only in the summary."""

    def __init__(self, out: BinaryIO | None = None) -> None:
        self._out = out or sys.stdout.buffer

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Print an article."""
        if outcome.status == "clean":
            self._out.write(outcome.data + b"\n")
            self._out.flush()
        return Stored()

    def holds(self, entry: Entry, row: Row) -> bool:
        """What was printed must be printed again."""
        return row.status != CLEAN


class DryRun(Sink):
    """A sink that stores nothing."""

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Store nothing."""
        return Stored()
