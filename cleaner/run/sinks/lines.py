"""JSON Lines: a file that grows, one article a line.

The ledger knows how long the file was when it last committed. What a crash left behind that point is cut off when the
file is opened again, so that the resumed run writes the very bytes that an undisturbed one would have written.
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
from cleaner.run.sinks.sink import Misplaced, Stored

_AT_ONCE = 500


class Growing:
    """A file of lines of which the ledger knows how much is sure.

    ``state`` is under what name the ledger keeps the length. A hidden file is always a run's own. Raises
    :class:`Misplaced` where another file is in the way, or where somebody has cut this one.
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
        """Add a line; it is sure once ``sync`` was called and the ledger has committed."""
        self._out.write(line + b"\n")

    @property
    def length(self) -> int:
        """Bytes that were written."""
        return self._out.tell()

    def flush(self) -> None:
        """Wait for the disk."""
        self._out.flush()
        os.fsync(self._out.fileno())

    def sync(self) -> None:
        """Wait for the disk, and tell the ledger how long the file is."""
        self.flush()
        self._ledger.keep_state(**{self._state: self.length})

    def compact(self) -> None:
        """Copy the lines that hold to a new file and put that in place.

        The ledger knows of it before and after, so that a crash on the way leaves the old file or the new one, and
        the next run knows which.
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
        """End a compaction that the ledger knows of; forget one that it does not."""
        length = self._ledger.state(f"{self._state}.compacted")
        if length is None or length < 0:
            self._fresh.unlink(missing_ok=True)
            return
        if self._fresh.exists():
            self._fresh.replace(self.file)
            sync(self.file.parent)
        self._ledger.keep_state(**{self._state: length, f"{self._state}.compacted": -1})
        self._ledger.commit()


class Lines:
    """One article a line, in the order in which they were first made.

    When a document changes, its new article is added and the older one is taken out at the end of the run.
    """

    def __init__(self, file: Path, ledger: Ledger) -> None:
        self._ledger, self._growing = ledger, Growing(file, ledger)
        self._rejected = rejections_beside(file)

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Add a line; a rejection goes to the ledger alone until the run ends."""
        if outcome.status != "clean":
            return Stored()
        self._growing.add(outcome.data)
        if before is not None and before.digest:
            self._ledger.supersede(entry.id)
        return Stored(short_digest(outcome.data), len(outcome.data))

    def holds(self, entry: Entry, row: Row) -> bool:
        """What is within the length that the ledger knows is there."""
        return True

    def sync(self) -> None:
        """Wait for the disk."""
        self._growing.sync()

    def finish(self) -> None:
        """Take out articles that newer ones replace, and list what was rejected."""
        if self._ledger.has_superseded():
            self._growing.compact()
            self._ledger.clear_superseded()
        write_rejections(self._rejected, self._ledger.rejections())

    def close(self) -> None:
        """Close the file."""
        self._growing.close()


def rejections_beside(file: Path) -> Path:
    """Where the rejections of a file of articles are listed.

    >>> str(rejections_beside(Path("news.jsonl")))
    'news.rejected.jsonl'
    """
    return file.with_name(f"{file.stem}.rejected.jsonl")


def latest(file: Path, ledger: Ledger) -> Iterator[bytes]:
    """The lines of a file without those of older articles."""
    with file.open("rb") as lines:
        while some := list(islice(lines, _AT_ONCE)):
            held = ledger.latest([(line_id(line), short_digest(line[:-1])) for line in some])
            yield from (line for line, holds in zip(some, held, strict=True) if holds)


def line_id(line: bytes) -> bytes:
    """The ledger's key of the article in a line."""
    return row_id(str((json.loads(line).get("source") or {}).get("path")))


def write_rejections(file: Path, rejections: Iterator[Rejection]) -> None:
    """List what was rejected, one a line; no file where nothing was."""
    fresh = file.with_name(f".{file.name}.cleaner.tmp")
    with fresh.open("w", encoding="utf-8", newline="\n") as out:
        for name, origin, reasons in rejections:
            told = {"path": name, "origin": origin, "reasons": reasons}
            out.write(json.dumps(told, ensure_ascii=False) + "\n")
        is_empty = not out.tell()
    if is_empty:
        fresh.unlink()
        file.unlink(missing_ok=True)
    else:
        fresh.replace(file)


class Stdout:
    """Articles on standard output, one a line; what is rejected is only told."""

    def __init__(self, out: BinaryIO | None = None) -> None:
        self._out = out or sys.stdout.buffer

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Print an article."""
        if outcome.status == "clean":
            self._out.write(outcome.data + b"\n")
            self._out.flush()
        return Stored()

    def holds(self, entry: Entry, row: Row) -> bool:
        """Nothing printed can be looked at again."""
        return row.status != CLEAN

    def sync(self) -> None:
        """Nothing can be waited for."""

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        """Standard output stays open."""


class Looking(Stdout):
    """The sink of a job that only looks what there is to do: it takes nothing, and believes the ledger."""

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Take nothing."""
        return Stored()

    def holds(self, entry: Entry, row: Row) -> bool:
        """What the ledger knows is believed."""
        return True
