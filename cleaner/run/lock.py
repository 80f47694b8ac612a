"""Keeping two runs apart, and what SQLite says in words that a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Locked(RuntimeError):
    """Another run is at work in the same place."""


class BadLedger(RuntimeError):
    """The ledger cannot be used; the message says why and names the way out."""


def _told(error: sqlite3.Error, file: Path) -> Exception:
    """An error of SQLite as one that a person can act on."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Locked(f"another program is using {file}: wait for it to end")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_MISMATCH", "SQLITE_SCHEMA")):
        return BadLedger(f"{file} is damaged ({error}): move it away; the next run cleans everything again")
    why = "the disk is full" if name.startswith("SQLITE_FULL") else str(error)
    return OSError(0, why, str(file))


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Turn what SQLite says into :class:`Locked`, :class:`BadLedger` or ``OSError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error, file) from error


@contextmanager
def lock(file: Path) -> Iterator[None]:
    """Keep two runs apart; the lock goes with the process that holds it, however that ends.

    Raises :class:`Locked` at once when another run holds it, and ``OSError`` where no lock can be made.
    """
    with told(file):
        holder = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        try:
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            why = _told(error, file)
            if isinstance(why, Locked):
                raise Locked(f"another run is at work in {file.parent}: wait for it to end") from error
            raise why from error
        yield
    finally:
        holder.close()
