"""Files as records: single files, and all files below a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from cleaner.core.record import Record
from cleaner.run.names import written
from cleaner.run.sources.front_matter import FrontMatter, split_front_matter
from cleaner.run.sources.packed import Cut, unpacked
from cleaner.run.sources.reading import Reading, Shard, Unreadable, read_limited
from cleaner.run.sources.sidecar import FIELDS, SIDECAR, read_sidecar

_LEFTOVERS = {
    "~": "an editor's backup",
    ".bak": "a backup",
    ".orig": "a backup",
    ".swp": "an editor's swap file",
    ".part": "an unfinished download",
    ".crdownload": "an unfinished download",
    ".tmp": "a temporary file",
}


class Found(NamedTuple):
    """A file that a walk has found, or a folder that it could not read and the error."""

    path: str
    file: Path
    error: OSError | None = None


def walk(folder: Path, reading: Reading | None = None) -> Iterator[Found]:
    """Every raw file below ``folder``, sorted by path, one folder in memory at a time.

    Hidden files and sidecars are skipped, and whatever ``include``, ``exclude`` and ``since`` leave out. A folder that
    cannot be read comes with the error.

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
    """Does a pattern match a path, its file name, or a folder above it?

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
    """A raw file as a record: unpacked, with the fields of its sidecar and front matter."""
    path, name = found.path, found.path.rpartition("/")[2]
    if found.error is not None:
        return _fault(path, f"the folder cannot be read: {found.error.strerror or found.error}", is_passing=True)
    if why := _leftover(name):
        return _fault(path, f"not a document but {why}: leave it out, or give it another name")
    if name.endswith(SIDECAR):
        return _fault(path, f"a sidecar without its document: the sidecar of story.txt is story.txt{SIDECAR}")
    try:
        data = _read(found.file, reading.max_bytes)
    except (Cut, Unreadable) as error:
        return _fault(path, str(error))
    except OSError as error:
        return _fault(path, f"cannot be read: {error.strerror or error}", is_passing=True)
    sidecar, front = read_sidecar(found.file), split_front_matter(data) or FrontMatter({}, {}, data)
    known = {**front.known, **sidecar.known}
    url, published, fetched, media_type = (known.get(field) for field in FIELDS)
    meta = {**front.meta, **sidecar.meta}
    return Record(path, front.body, url, published, fetched, media_type, meta, written(path), warnings=sidecar.warnings)


def document_from_stream(shard: Shard, reading: Reading) -> Iterator[Record]:
    """A stream as a single record."""
    yield Record(shard.name, read_limited(shard.stream, reading.max_bytes), origin=shard.name)


def _read(file: Path, limit: int) -> bytes:
    kind = file.stat().st_mode
    if stat.S_ISDIR(kind):
        raise Unreadable("a link to a folder, which is not followed: name the folder itself as a source")
    if not stat.S_ISREG(kind):
        raise Unreadable("not a file that can be read to its end")
    with file.open("rb") as stream:
        return read_limited(unpacked(stream), limit)


def _leftover(name: str) -> str | None:
    if name.startswith("#") and name.endswith("#"):
        return "an editor's backup"
    return next((what for suffix, what in _LEFTOVERS.items() if name.endswith(suffix)), None)


def _fault(path: str, reason: str, *, is_passing: bool = False) -> Record:
    return Record(path, b"", origin=written(path), error=reason, is_passing=is_passing)
