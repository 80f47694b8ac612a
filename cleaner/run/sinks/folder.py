"""A folder of JSON files, one a document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from cleaner.core.version import fingerprint
from cleaner.run.files import SCRATCH, sync, write_whole
from cleaner.run.ledger import CLEAN, Row, short_digest
from cleaner.run.outcome import Entry, Outcome
from cleaner.run.sinks.sink import Sink, Stored

REJECTED, GONE = "_rejected", "_gone"


class Folder(Sink):
    """``a/b.html`` becomes ``a/b.html.json``; a rejection leaves a record in ``_rejected/a/b.html.json``.

    If a document changes and is rejected, the article of its earlier version stays.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self._scratch = folder, folder / SCRATCH
        self._unsynced: set[Path] = set()

    def sweep(self) -> Folder:
        """Remove what a killed run left unfinished."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        for leftover in self.folder.glob(".*.tmp"):
            leftover.unlink(missing_ok=True)
        return self

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Write the article, or the record of a rejection."""
        article, record = self.article(entry), self._record(entry)
        if outcome.status == "clean":
            data = indented(outcome.data)
            self._write(article, data)
            record.unlink(missing_ok=True)
            return Stored(short_digest(data), len(data))
        told = {"path": entry.name, "reasons": outcome.reasons, "cleaner": fingerprint()}
        text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        self._write(record, text.encode("utf-8", "backslashreplace"))
        return Stored()

    def holds(self, entry: Entry, row: Row) -> bool:
        """Does the result exist, with the length that was written?"""
        try:
            if row.status == CLEAN:
                return self.article(entry).stat().st_size == row.size or not row.size  # 0: of an older ledger
            return self._record(entry).stat().st_size > 0
        except OSError:
            return False

    def retire(self, path: str) -> None:
        """Move an article to ``_gone``."""
        target = self.folder / GONE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).replace(target)

    def sync(self) -> None:
        """Wait for the disk: first for the files, then for the folders that name them."""
        for file in self._unsynced:
            if file.exists():
                sync(file)
        for folder in {file.parent for file in self._unsynced}:
            sync(folder)
        self._unsynced.clear()

    def close(self) -> None:
        """Remove the folder of unfinished files."""
        shutil.rmtree(self._scratch, ignore_errors=True)

    def article(self, entry: Entry) -> Path:
        """The path of an article."""
        return self.folder / f"{entry.path}.json"

    def _record(self, entry: Entry) -> Path:
        return self.folder / REJECTED / f"{entry.path}.json"

    def _write(self, file: Path, data: bytes) -> None:
        self._scratch.mkdir(exist_ok=True)
        write_whole(file, data, scratch=self._scratch)
        self._unsynced.add(file)


def indented(data: bytes) -> bytes:
    """The compact JSON of an article, indented for people.

    >>> indented(b'{"a":[]}')
    b'{\\n  "a": []\\n}\\n'
    """
    return json.dumps(json.loads(data), ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass") + b"\n"
