"""What was done in earlier runs, and who is at work now: an SQLite file beside the output.

A document is skipped when neither its bytes nor anything else that its result depends on has changed, and its result
still lies where it was put. The table is made for tens of millions of rows: 16-byte ids as the key of the table itself,
short hashes, and everything read and written by the batch, so that no run holds the table in memory.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cleaner.run.lock import BadLedger, told

VERSION = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS results (
    id      BLOB PRIMARY KEY,  -- hash of the document's name
    content BLOB NOT NULL,     -- hash of its bytes, of what is known beside them, and of the options
    maker   INTEGER NOT NULL,  -- which cleaner and which site profile made the result: makers.id
    status  INTEGER NOT NULL,  -- 1 clean, 2 rejected
    digest  BLOB NOT NULL,     -- hash of the article; of a rejected document's earlier article, where there is one
    size    INTEGER NOT NULL   -- bytes of the article
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rejected (
    id      BLOB PRIMARY KEY,
    name    TEXT NOT NULL,
    origin  TEXT NOT NULL,
    reasons TEXT NOT NULL      -- one a line
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS superseded (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS makers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE IF NOT EXISTS profiles (
    host     TEXT NOT NULL,
    digest   TEXT NOT NULL,    -- of a profile that a run has made
    articles INTEGER NOT NULL, -- how many documents the publisher had then
    PRIMARY KEY (host, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""
CLEAN, REJECTED = 1, 2
_AT_ONCE = 500


class Row(NamedTuple):
    """What the ledger knows of one document."""

    content: bytes
    maker: int
    status: int
    digest: bytes
    size: int


class Rejection(NamedTuple):
    """A document that was rejected, with its reasons."""

    name: str
    origin: str
    reasons: tuple[str, ...]


def row_id(name: str) -> bytes:
    """The 16-byte key of a document."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:16]


def short_digest(data: bytes) -> bytes:
    """Eight bytes that tell one content from another."""
    return hashlib.sha256(data).digest()[:8]


class Ledger:
    """The ledger of one output.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     ledger = Ledger(Path(folder) / "ledger")
    ...     ledger.enter([(row_id("a.txt"), Row(b"c", 1, CLEAN, b"d", 9))])
    ...     ledger.close()
    ...     Ledger(Path(folder) / "ledger").look_up([row_id("a.txt")])[row_id("a.txt")].status
    1

    Raises :class:`BadLedger` for a file that is damaged or of a newer version.
    """

    def __init__(self, file: Path, *, read_only: bool = False) -> None:
        self.file = file
        with told(file):
            place = f"{file.absolute().as_uri()}?mode=ro" if read_only else str(file)
            self._base = sqlite3.connect(place, isolation_level=None, uri=read_only)
            try:
                self._check() if read_only else self._open()
            except BaseException:
                self._base.close()
                raise

    def _check(self) -> int:
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise BadLedger(f"{self.file} was written by a newer cleaner: upgrade, or clean into another place")
        return int(version)

    def _open(self) -> None:
        version = self._check()
        self._base.execute("PRAGMA synchronous = FULL")
        self._base.execute("BEGIN IMMEDIATE")
        if version < VERSION:
            for statement in _SCHEMA.split(";\n"):
                self._base.execute(statement)
            _migrate(self._base)
            self._base.execute(f"PRAGMA user_version = {VERSION}")
        self._base.execute("SELECT 1 FROM results LIMIT 1")

    def look_up(self, ids: Sequence[bytes]) -> dict[bytes, Row]:
        """The rows of these ids, as far as there are any."""
        found: dict[bytes, Row] = {}
        with told(self.file):
            for at in range(0, len(ids), _AT_ONCE):
                some = ids[at : at + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = self._base.execute(f"SELECT * FROM results WHERE id IN ({marks})", some)
                found.update((id, Row(*rest)) for id, *rest in rows)
        return found

    def enter(self, rows: Iterable[tuple[bytes, Row]]) -> None:
        """Write or replace rows."""
        with told(self.file):
            self._base.executemany("REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)", ((id, *row) for id, row in rows))

    def forget(self, id: bytes) -> None:
        """Remove a row: the next run makes its result again."""
        with told(self.file):
            self._base.execute("DELETE FROM results WHERE id = ?", (id,))
            self._base.execute("DELETE FROM rejected WHERE id = ?", (id,))

    def reject(self, id: bytes, rejection: Rejection) -> None:
        """Note why a document was rejected."""
        name, origin, reasons = rejection
        safe = [text.encode("utf-8", "backslashreplace").decode() for text in (name, origin, "\n".join(reasons))]
        with told(self.file):
            self._base.execute("REPLACE INTO rejected VALUES (?, ?, ?, ?)", (id, *safe))

    def accept(self, id: bytes) -> None:
        """Take a document off the list of the rejected."""
        with told(self.file):
            self._base.execute("DELETE FROM rejected WHERE id = ?", (id,))

    def rejection(self, id: bytes) -> Rejection | None:
        """Why a document was rejected."""
        with told(self.file):
            row = self._base.execute("SELECT name, origin, reasons FROM rejected WHERE id = ?", (id,)).fetchone()
        return Rejection(row[0], row[1], tuple(row[2].split("\n"))) if row else None

    def rejections(self) -> Iterator[Rejection]:
        """Every rejected document, by name."""
        with told(self.file):
            for name, origin, reasons in self._base.execute("SELECT name, origin, reasons FROM rejected ORDER BY name"):
                yield Rejection(name, origin, tuple(reasons.split("\n")))

    def rows(self) -> Iterator[tuple[bytes, Row]]:
        """Every row, by id."""
        with told(self.file):
            for id, *rest in self._base.execute("SELECT * FROM results ORDER BY id"):
                yield id, Row(*rest)

    def supersede(self, id: bytes) -> None:
        """Note that an output that only grows holds an older article of this document."""
        with told(self.file):
            self._base.execute("INSERT OR IGNORE INTO superseded VALUES (?)", (id,))

    def has_superseded(self) -> bool:
        """Does an output hold articles that newer ones replace?"""
        with told(self.file):
            return self._base.execute("SELECT 1 FROM superseded").fetchone() is not None

    def latest(self, articles: Sequence[tuple[bytes, bytes]]) -> list[bool]:
        """Which of these articles, given by document and digest in the order of the output, replace all older ones.

        Of several that are the same the first counts, also where they come in different calls.
        """
        ids = [id for id, _ in articles]
        with told(self.file):
            self._base.execute("CREATE TEMP TABLE IF NOT EXISTS kept (id BLOB PRIMARY KEY) WITHOUT ROWID")
            marks = ",".join("?" * len(ids))
            some = {id for (id,) in self._base.execute(f"SELECT id FROM superseded WHERE id IN ({marks})", ids)}
            rows = self.look_up(list(some))
            return [id not in some or self._is_latest(id, digest, rows.get(id)) for id, digest in articles]

    def _is_latest(self, id: bytes, digest: bytes, row: Row | None) -> bool:
        if row is None or row.digest != digest:
            return False
        return self._base.execute("INSERT OR IGNORE INTO kept VALUES (?)", (id,)).rowcount > 0

    def clear_superseded(self) -> None:
        """The older articles are gone."""
        with told(self.file):
            self._base.execute("DELETE FROM superseded")
            self._base.execute("DROP TABLE IF EXISTS temp.kept")
        self.commit()

    def maker(self, name: str) -> int:
        """A short number for what makes results: the cleaner's fingerprint and a profile's digest."""
        with told(self.file):
            self._base.execute("INSERT OR IGNORE INTO makers (name) VALUES (?)", (name,))
            (number,) = self._base.execute("SELECT id FROM makers WHERE name = ?", (name,)).fetchone()
        return int(number)

    def profiles(self, host: str) -> dict[str, int]:
        """The profiles that runs have made for a host: digest and number of documents."""
        with told(self.file):
            return dict(self._base.execute("SELECT digest, articles FROM profiles WHERE host = ?", (host,)))

    def enter_profile(self, host: str, digest: str, articles: int) -> None:
        """Note a profile *before* it is written, so that a crash in between leaves no file that looks edited."""
        with told(self.file):
            self._base.execute("REPLACE INTO profiles VALUES (?, ?, ?)", (host, digest, articles))
        self.commit()

    def state(self, name: str) -> int | None:
        """A number that a sink has kept."""
        with told(self.file):
            row = self._base.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def keep_state(self, **values: int) -> None:
        """Keep numbers for a sink, in one commit with the rows that were entered."""
        with told(self.file):
            self._base.executemany("REPLACE INTO state VALUES (?, ?)", values.items())

    def commit(self) -> None:
        """Make what was entered last."""
        with told(self.file):
            self._base.execute("COMMIT")
            self._base.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Commit and close the file."""
        try:
            with told(self.file):
                self._base.execute("COMMIT")
        finally:
            self._base.close()

    def abandon(self) -> None:
        """Close the file without what was entered since the last commit."""
        with suppress(sqlite3.Error):
            self._base.close()


def _migrate(base: sqlite3.Connection) -> None:
    """Take over the ledger of version 1: one text row a document.

    Its key blended the bytes with the version that cleaned them, so a row says only that there is a result: with
    ``--keep-older`` the article's own hash of its raw bytes decides.
    """
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "documents" in tables:
        for path, outcome, reasons in base.execute("SELECT path, outcome, reasons FROM documents"):
            status = CLEAN if outcome == "clean" else REJECTED
            base.execute("REPLACE INTO results VALUES (?, x'', 0, ?, x'', 0)", (row_id(path), status))
            if status == REJECTED:
                base.execute("REPLACE INTO rejected VALUES (?, ?, ?, ?)", (row_id(path), path, path, reasons))
        base.execute("DROP TABLE documents")
    if "sites" in tables:
        base.execute("INSERT OR IGNORE INTO profiles SELECT host, digest, articles FROM sites")
        base.execute("DROP TABLE sites")
