"""Files as records: single ones, and all those below a folder."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cleaner.core.record import Record
from cleaner.run.names import written
from cleaner.run.sources.front_matter import Parted, parted
from cleaner.run.sources.packed import Cut, unpacked
from cleaner.run.sources.reading import Reading, too_large
from cleaner.run.sources.sidecar import FIELDS, SIDECAR, read_beside

_COPIES = {"~": "an editor's backup", ".bak": "a backup", ".orig": "a backup", ".swp": "an editor's swap file"}
_PARTS = {".part": "an unfinished download", ".crdownload": "an unfinished download", ".tmp": "a temporary file"}
_LEFTOVERS = {**_COPIES, **_PARTS}


class Found(NamedTuple):
    """A file below a folder that was walked, or the reason why a part of it could not be."""

    path: str
    file: Path
    error: OSError | None = None


def walk(folder: Path, reading: Reading | None = None) -> Iterator[Found]:
    """Every raw file below ``folder``, sorted by path, one folder in memory at a time.

    Hidden files and sidecars are passed over, and what ``include``, ``exclude`` and ``since`` leave out. A folder that
    may not be read comes out with the error.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("b.txt", "a.html", ".hidden", "b.txt.meta.json"):
    ...         _ = (Path(folder) / name).write_text("x")
    ...     [found.path for found in walk(Path(folder))]
    ['a.html', 'b.txt']
    """
    yield from _below(folder, "", reading or Reading())


def _below(folder: Path, prefix: str, reading: Reading) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name + "/" * _is_folder(entry)) for entry in entries if entry.name[:1] != ".")
    except OSError as error:
        yield Found(prefix.rstrip("/") or ".", folder, error)
        return
    held = set(names)
    for name in names:
        if name.endswith("/"):
            yield from _below(folder / name[:-1], prefix + name, reading)
        elif not (name.endswith(SIDECAR) and name.removesuffix(SIDECAR) in held):
            found = Found(prefix + name, folder / name)
            if _is_wanted(found, reading):
                yield found


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_wanted(found: Found, reading: Reading) -> bool:
    if reading.include and not any(_fits(found.path, pattern) for pattern in reading.include):
        return False
    if any(_fits(found.path, pattern) for pattern in reading.exclude):
        return False
    return reading.since is None or _changed(found.file) >= reading.since


def _fits(path: str, pattern: str) -> bool:
    """Does a pattern fit a path, or a folder or the name in it?

    >>> _fits("deep/a.html", "*.html"), _fits("deep/a.html", "deep/*"), _fits("deep/a.html", "*.txt")
    (True, True, False)
    """
    return (
        fnmatch(path, pattern)
        or fnmatch(path.rpartition("/")[2], pattern)
        or path.startswith(pattern.rstrip("/") + "/")
    )


def _changed(file: Path) -> date:
    try:
        return date.fromtimestamp(file.stat().st_mtime)
    except (OSError, OverflowError, ValueError):
        return date.max


def document(found: Found, reading: Reading) -> Record:
    """One raw file as a record, unpacked, with what its sidecar says."""
    path, name = found.path, found.path.rpartition("/")[2]
    if found.error is not None:
        return _fault(path, f"the folder cannot be read: {found.error.strerror or found.error}", is_passing=True)
    if why := _leftover(name):
        return _fault(path, f"not a document but {why}: leave it out, or give it another name")
    if name.endswith(SIDECAR):
        return _fault(path, f"a sidecar without its document: that of story.txt is story.txt{SIDECAR}")
    try:
        data = _read(found.file, reading.max_bytes)
    except Cut as error:
        return _fault(path, str(error))
    except Unfit as error:
        return _fault(path, str(error))
    except OSError as error:
        return _fault(path, f"cannot be read: {error.strerror or error}", is_passing=True)
    beside, front = read_beside(found.file), parted(data)
    known, meta, data = front or Parted({}, {}, data)
    url, published, fetched, media_type = (beside.known.get(field) or known.get(field) for field in FIELDS)
    meta = {**meta, **beside.meta}
    return Record(path, data, url, published, fetched, media_type, meta, written(path), warnings=beside.warnings)


class Unfit(ValueError):
    """A file that cannot be one document; the message says why and what to do."""


def _read(file: Path, limit: int) -> bytes:
    kind = file.stat().st_mode
    if stat.S_ISDIR(kind):
        raise Unfit("a link to a folder, which is not followed: name the folder itself as a source")
    if not stat.S_ISREG(kind):
        raise Unfit("not a file that can be read to its end")
    with file.open("rb") as stream:
        return read_limited(stream, limit)


def read_limited(stream: BinaryIO, limit: int) -> bytes:
    """All of a stream, unpacked; raises :class:`Unfit` beyond ``limit`` bytes, and ``Cut`` where the stream breaks."""
    data = unpacked(stream).read(limit + 1)
    if len(data) > limit:
        raise Unfit(too_large(limit))
    return data


def _leftover(name: str) -> str | None:
    if name.startswith("#") and name.endswith("#"):
        return "an editor's backup"
    return next((what for suffix, what in _LEFTOVERS.items() if name.endswith(suffix)), None)


def _fault(path: str, reason: str, *, is_passing: bool = False) -> Record:
    return Record(path, b"", origin=written(path), error=reason, is_passing=is_passing)


def order(path: str) -> bytes:
    """A number that puts paths into an order of no meaning, the same on every machine."""
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest()
