"""Writing files whole or not at all, and the paths below a folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cleaner.run.sources import files

SCRATCH = ".cleaner.tmp"
"""The folder for unfinished files of a run, beside its articles; the next run removes what a kill left there."""


def walk(folder: Path) -> Iterator[str]:
    """Relative paths of all files below ``folder``, sorted, without hidden files and sidecars."""
    return (found.path for found in files.walk(folder) if found.error is None)


def article_paths(folder: Path) -> Iterator[str]:
    """Relative paths of the articles of a run; folders that begin with ``_`` hold its records, not articles."""
    return (path for path in walk(folder) if path.endswith(".json") and not path.startswith("_"))


def write_whole(file: Path, text: str | bytes, *, scratch: Path | None = None) -> None:
    """Write a file in one step: a reader sees the old file or the new one, never a part.

    ``scratch`` is a folder on the same disk for the unfinished file; by default, the folder of the file.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder) / "deep" / "a.json", "{}")
    ...     (Path(folder) / "deep" / "a.json").read_text()
    '{}'
    """
    data = text.encode() if isinstance(text, str) else text
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=scratch or file.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
