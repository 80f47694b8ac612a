"""A folder of JSON files, one a document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from cleaner.core.version import fingerprint
from cleaner.run.files import SCRATCH, sync, write_whole
from cleaner.run.ledger import CLEAN, Row, short_digest
from cleaner.run.outcome import Entry, Outcome
from cleaner.run.sinks.sink import Stored

REJECTED, GONE = "_rejected", "_gone"


class Folder:
    """``a/b.html`` becomes ``a/b.html.json``; what is rejected leaves a record in ``_rejected/a/b.html.json``.

    An article made of an earlier version of a document that is now rejected stays where it is.
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
        """Write the article or the record of the rejection."""
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
        """Is the result there, as long as it was written?"""
        try:
            if row.status == CLEAN:
                return self.article(entry).stat().st_size == row.size or not row.size  # of an older ledger: unknown
            return self._record(entry).stat().st_size > 0
        except OSError:
            return False

    def retire(self, path: str) -> None:
        """Move the article of a document that is gone to ``_gone``."""
        target = self.folder / GONE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).replace(target)

    def sync(self) -> None:
        """Wait for the disk: first the files, then the folders that name them."""
        for file in self._unsynced:
            if file.exists():
                sync(file)
        for folder in {file.parent for file in self._unsynced}:
            sync(folder)
        self._unsynced.clear()

    def finish(self) -> None:
        """Nothing is left to do."""

    def close(self) -> None:
        """Remove the folder of unfinished files."""
        shutil.rmtree(self._scratch, ignore_errors=True)

    def article(self, entry: Entry) -> Path:
        """Where the article of a document lies."""
        return self.folder / f"{entry.path}.json"

    def _record(self, entry: Entry) -> Path:
        return self.folder / REJECTED / f"{entry.path}.json"

    def _write(self, file: Path, data: bytes) -> None:
        self._scratch.mkdir(exist_ok=True)
        write_whole(file, data, scratch=self._scratch)
        self._unsynced.add(file)


def indented(data: bytes) -> bytes:
    """An article's compact JSON as people read it.

    >>> indented(b'{"a":[]}')
    b'{\\n  "a": []\\n}\\n'
    """
    return json.dumps(json.loads(data), ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass") + b"\n"
