"""Tables that people write as TOML, and lists that are kept packed, in a form that the program loads at once.

TOML is easy to edit and to review, but ``tomllib`` takes a second for the tables of this package. So the build compiles
each of them once into ``data/compiled``, which is not kept in git: into the bytes of :mod:`marshal`, from which Python
loads a set or a dict of 80,000 words faster than it could sort out any text. A compiled table begins with a digest of
its sources. If it is missing or out of date, because somebody edited a row in a checkout, the sources are read instead:
slower, but never stale.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import marshal
import re
import tomllib
from collections.abc import Callable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

DATA = files("cleaner") / "data"
COMPILED = "compiled"

Build = Callable[[Sequence[Traversable]], Any]

_FORMAT = 4
"""The format of marshal that every supported Python reads."""


def read(source: Traversable) -> dict[str, Any]:
    """One TOML file.

    >>> sorted(read(DATA / "placeholders.toml"))[:1]
    ['consent']
    """
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _only(sources: Sequence[Traversable]) -> Any:
    """The one source, TOML or packed JSON."""
    (source,) = sources
    return json.loads(gzip.decompress(source.read_bytes())) if source.name.endswith(".json.gz") else read(source)


def single(path: str) -> Any:
    """The table that one file of the data folder holds.

    >>> sorted(single("names/weights.toml"))
    ['full', 'full_elsewhere', 'single', 'single_elsewhere']
    """
    return load(name_of(path), [DATA / path])


def name_of(path: str) -> str:
    """The name of the compiled table of one file."""
    return path.partition(".")[0].replace("/", "-")


class Patterns:
    """The patterns of one file of the data folder, each compiled when it is first used.

    >>> bool(Patterns("scenes.toml").seen.search("Ann Lee poses for a photocall"))
    True
    """

    def __init__(self, path: str) -> None:
        self._path = path

    def __getattr__(self, name: str) -> re.Pattern[str]:
        found = single(self._path).get(name)
        if found is None:
            raise AttributeError(name)
        pattern = re.compile(found)
        setattr(self, name, pattern)
        return pattern


def load(name: str, sources: Sequence[Traversable], build: Build = _only) -> Any:
    """The table ``name``: the compiled one if it is up to date, else built from ``sources`` now.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     source = Path(folder) / "a.toml"
    ...     _ = source.write_text("x = 1")
    ...     load("no-such-table", [source])
    {'x': 1}
    """
    try:
        held = (DATA / COMPILED / f"{name}.table").read_bytes()
    except OSError:
        held = b""
    digest = _digest(sources)
    return marshal.loads(memoryview(held)[len(digest) :]) if held.startswith(digest) else build(sources)


def write(data: Path, name: str, sources: Sequence[Traversable], build: Build = _only) -> Path:
    """Compile a table into the package's folder of ``data``, for :func:`load` to read; return the file."""
    file = data / COMPILED / f"{name}.table"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(_digest(sources) + marshal.dumps(build(sources), _FORMAT))
    return file


def _digest(sources: Sequence[Traversable]) -> bytes:
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.digest()
