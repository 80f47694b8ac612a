"""What was done in earlier runs, and who is at work now: an SQLite file beside the output.

A document is skipped when neither its bytes nor anything else that its result depends on has changed: its *key* is
the same, and its result still lies where the ledger says.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    path    TEXT PRIMARY KEY,  -- of the raw file, relative, with forward slashes
    key     TEXT NOT NULL,     -- hash of all that the result depends on
    outcome TEXT NOT NULL,     -- 'clean' or 'rejected'
    reasons TEXT NOT NULL      -- why it was rejected, one a line
) STRICT;
CREATE TABLE IF NOT EXISTS sites (
    host     TEXT PRIMARY KEY,
    digest   TEXT NOT NULL,    -- of the profile as it was learned
    articles INTEGER NOT NULL  -- how many documents the publisher had then
) STRICT;
"""

_BATCH = 100


class Locked(RuntimeError):
    """Another run is at work in the same folder."""


class Entry(NamedTuple):
    """What the ledger knows of one raw file."""

    key: str
    outcome: str
    reasons: str


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Keep two runs apart; the lock goes with the process that holds it, however that ends.

    Raises :class:`Locked` at once when another run holds it.
    """
    holder = sqlite3.connect(folder / ".cleaner.lock", timeout=0, isolation_level=None)
    try:
        try:
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise Locked(f"another run is at work in {folder}: wait for it to end") from error
        yield
    finally:
        holder.close()


class Ledger:
    """The ledger of one output folder.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     ledger = Ledger(Path(folder))
    ...     ledger.enter("a.txt", Entry("k1", "clean", ""))
    ...     ledger.close()
    ...     Ledger(Path(folder)).known()
    {'a.txt': Entry(key='k1', outcome='clean', reasons='')}
    """

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / ".cleaner.sqlite")
        self._base.executescript(_SCHEMA)
        self._waiting = 0

    def known(self) -> dict[str, Entry]:
        """Every entry, by path."""
        rows = self._base.execute("SELECT path, key, outcome, reasons FROM documents ORDER BY path")
        return {path: Entry(*rest) for path, *rest in rows}

    def enter(self, path: str, entry: Entry) -> None:
        """Write or replace one entry. What a crash loses of the last few is done again by the next run."""
        self._base.execute("REPLACE INTO documents VALUES (?, ?, ?, ?)", (path, *entry))
        self._waiting += 1
        if self._waiting >= _BATCH:
            self._base.commit()
            self._waiting = 0

    def sites(self) -> dict[str, tuple[str, int]]:
        """Every site profile that was learned: its digest and how many documents there were, by host."""
        return {host: (digest, n) for host, digest, n in self._base.execute("SELECT host, digest, articles FROM sites")}

    def enter_site(self, host: str, digest: str, articles: int) -> None:
        """Note that a site profile was learned."""
        self._base.execute("REPLACE INTO sites VALUES (?, ?, ?)", (host, digest, articles))

    def close(self) -> None:
        """Write what waits and close the file."""
        self._base.commit()
        self._base.close()
