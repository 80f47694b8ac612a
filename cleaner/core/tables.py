"""Tables that people write as TOML and the program reads as JSON.

TOML is easy to edit and to review, but ``tomllib`` takes a second for the tables of this package. So the build compiles
each of them once into ``data/compiled``, which is not kept in git. A compiled table begins with a digest of its
sources. If it is missing or out of date, because somebody edited a row in a checkout, the sources are read instead:
slower, but never stale.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Callable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

DATA = files("cleaner") / "data"
COMPILED = "compiled"


Build = Callable[[Sequence[Traversable]], Any]


def read(source: Traversable) -> dict[str, Any]:
    """One TOML file.

    >>> sorted(read(DATA / "placeholders.toml"))[:1]
    ['consent']
    """
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _only(sources: Sequence[Traversable]) -> dict[str, Any]:
    (source,) = sources
    return read(source)


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
        digest, _, table = (DATA / COMPILED / f"{name}.json").read_text(encoding="utf-8").partition("\n")
    except OSError:
        digest = table = ""
    return json.loads(table) if digest == _digest(sources) else build(sources)


def write(data: Path, name: str, sources: Sequence[Traversable], build: Build = _only) -> Path:
    """Compile a table into the package's folder of ``data``, for :func:`load` to read; return the file."""
    file = data / COMPILED / f"{name}.json"
    file.parent.mkdir(exist_ok=True)
    table = json.dumps(build(sources), ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{_digest(sources)}\n{table}\n", encoding="utf-8")
    return file


def _digest(sources: Sequence[Traversable]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()
