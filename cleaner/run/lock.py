"""A lock that keeps two runs apart, and SQLite's errors in words that a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Locked(RuntimeError):
    """Another run is at work on the same output."""


class BadLedger(RuntimeError):
    """The ledger cannot be used; the message says why, and what to do."""


def _explained(error: sqlite3.Error, file: Path) -> Exception:
    """An error of SQLite, as one that a person can act on."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Locked(f"another program is using {file}: wait for it to end")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_SCHEMA")):
        return BadLedger(f"{file} is damaged ({error}): move it away; the next run cleans everything again")
    why = "the disk is full" if name.startswith("SQLITE_FULL") else str(error)
    return OSError(0, why, str(file))


@contextmanager
def sqlite_errors(file: Path) -> Iterator[None]:
    """Turn errors of SQLite into :class:`Locked`, :class:`BadLedger` or ``OSError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, file) from error


@contextmanager
def lock(file: Path) -> Iterator[None]:
    """Keep two runs apart. The lock ends with the process that holds it, however that process ends.

    Raises :class:`Locked` at once if another run holds the lock, and ``OSError`` if none can be made.
    """
    with sqlite_errors(file):
        holder = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        try:
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            why = _explained(error, file)
            if isinstance(why, Locked):
                raise Locked(f"another run is at work in {file.parent}: wait for it to end") from error
            raise why from error
        yield
    finally:
        holder.close()
