"""Raw files in, articles out: walk folders, unpack, read sidecars, and write files whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SIDECAR = ".meta.json"
"""``story.txt.meta.json`` says what is known of ``story.txt``: its url, published, fetched, media_type."""

KNOWN = ("url", "published", "fetched", "media_type")
MAX_BYTES = 64 * 1024 * 1024
_LONGEST_NAME = 230
"""In bytes: a result's name is longer than its document's, and file systems allow 255."""


class Unreadable(ValueError):
    """A raw file that cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """One raw document: its path, relative to the folder that was walked, and what is known beside its bytes."""

    path: str
    data: bytes
    known: dict[str, str]


def walk(folder: Path) -> Iterator[str]:
    """Relative paths of all raw files below ``folder``, sorted; hidden files and sidecars are passed over.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("b.txt", "a.html", ".hidden", "b.txt.meta.json"):
    ...         _ = (Path(folder) / name).write_text("x")
    ...     list(walk(Path(folder)))
    ['a.html', 'b.txt']
    """
    found = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and not name.endswith(SIDECAR):
                found.append((Path(base) / name).relative_to(folder).as_posix())
    yield from sorted(found)


def written(path: str) -> str:
    """A path as it can be written into any file: bytes that are not UTF-8 spelt out, no part longer than names may be.

    >>> written("deep/bad\\udcff.txt"), len(written("a" * 250))
    ('deep/bad\\\\xff.txt', 217)
    """
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    folder, slash, name = text.rpartition("/")
    data = name.encode()
    if len(data) > _LONGEST_NAME:
        name = data[:200].decode("utf-8", "ignore") + "-" + hashlib.sha256(data).hexdigest()[:16]
    return folder + slash + name


def read_raw(folder: Path, path: str) -> RawFile:
    """Read one raw file, gunzipped where its name ends in ``.gz``, with its sidecar.

    Raises :class:`Unreadable` for a file that is too large, a broken gzip stream or a broken sidecar.
    """
    file = folder / path
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not a file that can be read to its end")
        if status.st_size > MAX_BYTES:
            raise Unreadable(f"larger than {MAX_BYTES >> 20} MiB: split it")
        data = file.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}") from error
    if path.endswith(".gz"):
        data = gunzip(data)
    return RawFile(path, data, read_beside(file))


def gunzip(data: bytes) -> bytes:
    """Unpack a whole gzip stream, or several in a row; raise :class:`Unreadable` where one is broken or cut short.

    >>> import gzip
    >>> gunzip(gzip.compress(b"rain") + gzip.compress(b"fall"))
    b'rainfall'
    >>> gunzip(gzip.compress(b"rain")[:-4])
    Traceback (most recent call last):
    cleaner.run.files.Unreadable: the gzip stream is cut short: fetch the file again
    """
    out = bytearray()
    while data:
        stream = zlib.decompressobj(wbits=31)
        try:
            out += stream.decompress(data, MAX_BYTES - len(out) + 1)
        except zlib.error as error:
            raise Unreadable("not a valid gzip stream: fetch the file again") from error
        if len(out) > MAX_BYTES:
            raise Unreadable(f"larger than {MAX_BYTES >> 20} MiB when unpacked: split it")
        if not stream.eof:
            raise Unreadable("the gzip stream is cut short: fetch the file again")
        data = stream.unused_data
    return bytes(out)


def read_beside(file: Path) -> dict[str, str]:
    """What the sidecar of a raw file says, if there is one; raises :class:`Unreadable` for a broken one."""
    sidecar = file.with_name(file.name + SIDECAR)
    if not os.path.exists(sidecar):  # noqa: PTH110 - unlike Path.exists, it takes names that are too long
        return {}
    try:
        said: Any = json.loads(sidecar.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise Unreadable(f"{sidecar.name} is not valid JSON: {error}") from error
    if not isinstance(said, dict) or not all(isinstance(v, str) for v in said.values()) or set(said) - set(KNOWN):
        raise Unreadable(f"{sidecar.name} must be an object of strings with these keys only: {', '.join(KNOWN)}")
    return said


def write_whole(file: Path, text: str) -> None:
    """Write a file in one step: a reader sees the old one or the new one, never a part.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder) / "deep" / "a.json", "{}")
    ...     (Path(folder) / "deep" / "a.json").read_text()
    '{}'
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
