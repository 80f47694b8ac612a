"""What earlier runs did: an SQLite file beside the output.

A document is skipped if neither its bytes nor anything else that its result depends on has changed, and if its result
is still in place. The table is built for tens of millions of rows: 16-byte ids as its primary key, short hashes, and
batches for reading and writing, so that no run holds the table in memory.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.run.lock import BadLedger, sqlite_errors

VERSION = 2
_SCHEMA = """
CREATE TABLE IF NOT EXISTS results (
    id      BLOB PRIMARY KEY,  -- hash of the document's name
    content BLOB NOT NULL,     -- hash of its bytes, of what is known beside them, and of the options
    maker   INTEGER NOT NULL,  -- which cleaner and which site profile made the result: makers.id
    status  INTEGER NOT NULL,  -- 1 clean, 2 rejected
    digest  BLOB NOT NULL,     -- hash of the article; for a rejected document, of its earlier article, if any
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
    """A document that yielded no article, with its reasons; ``origin`` tells people where it is."""

    path: str
    reasons: tuple[str, ...]
    origin: str = ""


def row_id(name: str) -> bytes:
    """The 16-byte key of a document."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:16]


def short_digest(data: bytes) -> bytes:
    """An 8-byte hash of some content."""
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

    Raises :class:`BadLedger` if the file is damaged or of a newer version.
    """

    def __init__(self, file: Path, *, read_only: bool = False) -> None:
        self.file = file
        with sqlite_errors(file):
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
        """The rows of those ids that have one."""
        found: dict[bytes, Row] = {}
        for at in range(0, len(ids), _AT_ONCE):
            some = ids[at : at + _AT_ONCE]
            rows = self._all(f"SELECT * FROM results WHERE id IN ({_marks(some)})", *some)
            found.update((id, Row(*rest)) for id, *rest in rows)
        return found

    def enter(self, rows: Iterable[tuple[bytes, Row]]) -> None:
        """Add or replace rows."""
        self._each("REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)", ((id, *row) for id, row in rows))

    def forget(self, id: bytes) -> None:
        """Remove a row, so that the next run makes its result again."""
        self._all("DELETE FROM results WHERE id = ?", id)
        self.accept(id)

    def reject(self, id: bytes, rejection: Rejection) -> None:
        """Note why a document was rejected."""
        path, reasons, origin = rejection
        safe = [text.encode("utf-8", "backslashreplace").decode() for text in (path, origin, "\n".join(reasons))]
        self._all("REPLACE INTO rejected VALUES (?, ?, ?, ?)", id, *safe)

    def accept(self, id: bytes) -> None:
        """Take a document off the list of rejections."""
        self._all("DELETE FROM rejected WHERE id = ?", id)

    def rejection(self, id: bytes) -> Rejection | None:
        """Why a document was rejected."""
        rows = self._all("SELECT name, origin, reasons FROM rejected WHERE id = ?", id)
        return next(map(_rejection, rows), None)

    def rejections(self) -> Iterator[Rejection]:
        """Every rejection, by name of the document."""
        return map(_rejection, self._stream("SELECT name, origin, reasons FROM rejected ORDER BY name"))

    def rows(self) -> Iterator[tuple[bytes, Row]]:
        """Every row, by id."""
        return ((id, Row(*rest)) for id, *rest in self._stream("SELECT * FROM results ORDER BY id"))

    def supersede(self, id: bytes) -> None:
        """Note that an append-only output also holds an older article of this document."""
        self._all("INSERT OR IGNORE INTO superseded VALUES (?)", id)

    def has_superseded(self) -> bool:
        """Does an output hold articles that newer ones replace?"""
        return bool(self._all("SELECT 1 FROM superseded LIMIT 1"))

    def latest(self, articles: Sequence[tuple[bytes, bytes]]) -> list[bool]:
        """Which of these articles, ids and digests in the order of the output, are the latest of their document.

        Of several identical ones the first counts, even if they come in different calls.
        """
        ids = [id for id, _ in articles]
        self._all("CREATE TEMP TABLE IF NOT EXISTS kept (id BLOB PRIMARY KEY) WITHOUT ROWID")
        some = {id for (id,) in self._all(f"SELECT id FROM superseded WHERE id IN ({_marks(ids)})", *ids)}
        rows = self.look_up(list(some))
        return [id not in some or self._is_latest(id, digest, rows.get(id)) for id, digest in articles]

    def _is_latest(self, id: bytes, digest: bytes, row: Row | None) -> bool:
        if row is None or row.digest != digest:
            return False
        return bool(self._all("INSERT OR IGNORE INTO kept VALUES (?) RETURNING 1", id))

    def clear_superseded(self) -> None:
        """Note that the older articles are gone."""
        self._all("DELETE FROM superseded")
        self._all("DROP TABLE IF EXISTS temp.kept")
        self.commit()

    def maker(self, name: str) -> int:
        """A short number for what makes results: the cleaner's fingerprint and a profile's digest."""
        self._all("INSERT OR IGNORE INTO makers (name) VALUES (?)", name)
        return int(self._all("SELECT id FROM makers WHERE name = ?", name)[0][0])

    def profiles(self, host: str) -> dict[str, int]:
        """The profiles that runs have learned for a host: digest and number of documents."""
        return dict(self._all("SELECT digest, articles FROM profiles WHERE host = ?", host))

    def enter_profile(self, host: str, digest: str, articles: int) -> None:
        """Note a profile *before* it is written: otherwise a crash in between leaves a file that looks edited."""
        self._all("REPLACE INTO profiles VALUES (?, ?, ?)", host, digest, articles)
        self.commit()

    def state(self, name: str) -> int | None:
        """A number that a sink has kept."""
        rows = self._all("SELECT value FROM state WHERE name = ?", name)
        return rows[0][0] if rows else None

    def keep_state(self, **values: int) -> None:
        """Keep numbers for a sink, in the same commit as the rows."""
        self._each("REPLACE INTO state VALUES (?, ?)", values.items())

    def commit(self) -> None:
        """Make what was entered durable."""
        self._all("COMMIT")
        self._all("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Commit and close the file."""
        try:
            self._all("COMMIT")
        finally:
            self._base.close()

    def abandon(self) -> None:
        """Close the file without what was entered since the last commit."""
        with suppress(sqlite3.Error):
            self._base.close()

    def _all(self, statement: str, *values: object) -> list[Any]:
        with sqlite_errors(self.file):
            return self._base.execute(statement, values).fetchall()

    def _each(self, statement: str, rows: Iterable[Any]) -> None:
        with sqlite_errors(self.file):
            self._base.executemany(statement, rows)

    def _stream(self, query: str) -> Iterator[Any]:
        with sqlite_errors(self.file):
            yield from self._base.execute(query)


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _rejection(row: tuple[str, str, str]) -> Rejection:
    name, origin, reasons = row
    return Rejection(name, tuple(reasons.split("\n")), origin)


def _migrate(base: sqlite3.Connection) -> None:
    """Take over a ledger of version 1, which has one row of text for each document.

    Its key mixed the bytes with the version that cleaned them, so a row says only that there is a result. With
    ``--keep-older``, the hash of the raw bytes in the article decides.
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
