"""A folder of Parquet part files with one schema.

Articles wait as JSON Lines in a hidden file until there are enough for a part. So a stopped run can continue, and its
parts are the same as those of an undisturbed run. The last part grows from run to run until it is full.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from cleaner.run.engines import arrow
from cleaner.run.files import sync
from cleaner.run.ledger import Ledger, Row, row_id, short_digest
from cleaner.run.outcome import Entry, Outcome
from cleaner.run.sinks.lines import GrowingFile, write_rejections
from cleaner.run.sinks.sink import Misplaced, Sink, Stored
from cleaner.run.sources.missing import needed

ROWS = 1000
"""Articles in a part: about ten megabytes, and ten seconds of work."""

_PART, _LINES = "part", "lines"


class Parquet(Sink):
    """``news.parquet/part-00000.parquet`` and so on; ``_rejected.jsonl`` lists the rejections."""

    def __init__(self, folder: Path, ledger: Ledger) -> None:
        with needed("parquet", "Parquet output"):
            self._parquet: Any = import_module("pyarrow.parquet")
        self.folder, self._ledger = folder, ledger
        self._number = ledger.state(_PART) or 0
        self._recover(is_new=ledger.state(_PART) is None)
        self._spool = self._opened(self._number)
        self._count = self._lines(self._number)
        self._full: list[int] = []

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Add an article to the part that is being filled."""
        if outcome.status != "clean":
            return Stored()
        if before is not None and before.digest:
            self._ledger.supersede(entry.id)
        self._spool.add(outcome.data)
        self._count += 1
        if self._count == ROWS:
            self._spool.flush()
            self._spool.close()
            self._full.append(self._number)
            self._number, self._count = self._number + 1, 0
            self._spool = self._opened(self._number)
        return Stored(short_digest(outcome.data), len(outcome.data))

    def sync(self) -> None:
        """Write the parts that are full, and wait for the disk."""
        for number in self._full:
            self._write(number)
        self._full.clear()
        self._spool.sync()
        self._ledger.keep_state(**{_PART: self._number})

    def finish(self) -> None:
        """Remove articles that newer ones replace, write the last part, and list the rejections."""
        if self._ledger.has_superseded():
            for number in range(self._number):
                self._compact(number)
            self._spool.compact()
            self._ledger.keep_state(**{f"written-{self._number}": -1})
            self._ledger.clear_superseded()
        self._sweep(self._number)
        self._write_last()
        write_rejections(self.folder / "_rejected.jsonl", self._ledger.rejections())

    def close(self) -> None:
        """Close the file of articles that wait for a part."""
        self._spool.close()

    def _recover(self, *, is_new: bool) -> None:
        """Remove what a crash left: parts and lines after the last commit."""
        parts = sorted(self.folder.glob("part-*.parquet"))
        if is_new and parts:
            raise Misplaced(f"{self.folder} holds Parquet files that no run of cleaner knows: name another folder")
        for part in parts:
            if int(part.stem.removeprefix("part-")) > self._number:
                part.unlink()
        for leftover in self.folder.glob(".*.cleaner.tmp"):
            if not leftover.name.startswith(".waiting"):
                leftover.unlink()
        self._sweep(self._number)

    def _sweep(self, number: int) -> None:
        """Remove the waiting lines of all parts but one."""
        for file in self.folder.glob(".waiting-*.jsonl"):
            if int(file.stem.removeprefix(".waiting-")) != number:
                file.unlink()

    def _opened(self, number: int) -> GrowingFile:
        return GrowingFile(self._waiting(number), self._ledger, f"{_LINES}-{number}", is_hidden=True)

    def _lines(self, number: int) -> int:
        with self._waiting(number).open("rb") as lines:
            return sum(1 for _ in lines)

    def _waiting(self, number: int) -> Path:
        return waiting_file(self.folder, number)

    def _part(self, number: int) -> Path:
        return part_file(self.folder, number)

    def _write(self, number: int) -> None:
        lines = self._waiting(number).read_bytes().splitlines()
        self._put(number, arrow.table(lines))

    def _write_last(self) -> None:
        """Write the part that is not full yet, unless it has not changed."""
        part, state = self._part(self._number), f"written-{self._number}"
        if not self._spool.length:
            part.unlink(missing_ok=True)
        elif self._ledger.state(state) != self._spool.length or not part.exists():
            self._write(self._number)
            self._ledger.keep_state(**{state: self._spool.length})

    def _compact(self, number: int) -> None:
        if not self._part(number).exists():
            return  # it was damaged, and `cleaner check --repair` has deleted it
        table = self._parquet.read_table(self._part(number))
        kept = [holds for batch in table.to_batches(500) for holds in self._held(batch)]
        if not all(kept):
            self._put(number, table.filter(arrow.pyarrow().array(kept)))

    def _held(self, batch: Any) -> Iterator[bool]:
        paths, articles = batch.column("path").to_pylist(), batch.column("article").to_pylist()
        return iter(
            self._ledger.latest(
                [(row_id(path), short_digest(text.encode())) for path, text in zip(paths, articles, strict=True)]
            )
        )

    def _put(self, number: int, table: Any) -> None:
        fresh = self.folder / f".part-{number:05}.cleaner.tmp"
        self._parquet.write_table(table, fresh, compression="zstd")
        sync(fresh)
        fresh.replace(self._part(number))
        sync(self.folder)


def part_file(folder: Path, number: int) -> Path:
    """The path of a part."""
    return folder / f"part-{number:05}.parquet"


def waiting_file(folder: Path, number: int) -> Path:
    """The path of the articles that wait until a part is full."""
    return folder / f".waiting-{number:05}.jsonl"


def articles(part: Path) -> Iterator[str]:
    """The articles of a part, as JSON; raises ``ValueError`` or ``OSError`` if the part is damaged."""
    with needed("parquet", "a Parquet file"):
        reader: Any = import_module("pyarrow.parquet")
    with reader.ParquetFile(part) as file:
        if "article" not in file.schema_arrow.names:
            raise ValueError("not written by `cleaner run`: it has no column article")
        for batch in file.iter_batches(256, columns=["article"]):
            yield from batch.column(0).to_pylist()
