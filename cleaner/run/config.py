"""``cleaner.toml``: the options of a job, so that the command line of a scheduled job stays short.

The table ``[run]`` holds options under the names that they have on the command line::

    [run]
    sources = ["raw"]
    out = "clean"
    jobs = 2
    max-rejected = 100
    map = {text = "body"}

Paths are relative to the file. Options on the command line take precedence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAME = "cleaner.toml"
_PATHS = ("out", "log")
_PATH_LISTS = ("sources", "rules")


class BadConfig(ValueError):
    """A configuration that cannot be used; the message names the file and the key, and says what to do."""


def read_config(file: Path, known: Mapping[str, type]) -> dict[str, Any]:
    """The options of a job; ``known`` maps each option to the type of its value.

    Raises :class:`BadConfig`.
    """
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")).get("run", {})
    except OSError as error:
        raise BadConfig(f"{file}: {error.strerror or error}") from error
    except ValueError as error:
        raise BadConfig(f"{file} is not valid TOML: {error}") from error
    found = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            raise BadConfig(f"{file}: [run] has no option {key!r}; there are {', '.join(sorted(known))}")
        found[name] = _checked(file, key, value, known[name])
    here = file.resolve().parent
    for name in _PATHS:
        if found.get(name, "-") != "-":
            found[name] = str(here / found[name])
    for name in _PATH_LISTS:
        if name in found:
            found[name] = [item if item == "-" else str(here / item) for item in found[name]]
    return found


def _checked(file: Path, key: str, value: Any, wanted: type) -> Any:
    if wanted is list and isinstance(value, str):
        value = [value]
    if wanted is list and isinstance(value, Mapping):
        value = [f"{name}={item}" for name, item in value.items()]
    is_number = wanted in (int, float) and isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number and (not isinstance(value, wanted) or (wanted is int and isinstance(value, bool))):
        raise BadConfig(f"{file}: {key} in [run] must be of type {wanted.__name__}, and is {value!r}")
    return value
