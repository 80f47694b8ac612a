"""Sidecars: ``story.txt.meta.json`` says what is known of ``story.txt``."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.run.sources.fields import NAMES

SIDECAR = ".meta.json"
FIELDS = ("url", "published", "fetched", "media_type")
"""The fields that a sidecar may hold."""

_LARGEST = 1 << 20


class Sidecar(NamedTuple):
    """The fields of a sidecar, and warnings about what was not understood."""

    known: Mapping[str, str] = {}
    meta: Mapping[str, Any] = {}
    warnings: tuple[str, ...] = ()


def read_sidecar(file: Path) -> Sidecar:
    """The sidecar of a raw file. What cannot be read becomes a warning: it never costs the article."""
    sidecar = file.with_name(file.name + SIDECAR)
    if not os.path.lexists(sidecar):
        return Sidecar()
    try:
        state = sidecar.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            return _unread("not a file of reasonable size")
        said = json.loads(sidecar.read_text(encoding="utf-8-sig", errors="replace"))
    except RecursionError:
        return _unread("nested too deeply")
    except OSError as error:
        return _unread(error.strerror or str(error))
    except ValueError as error:
        return _unread(f"not valid JSON: {error}")
    return _understood(said) if isinstance(said, dict) else _unread(f"not an object but a {type(said).__name__}")


def _unread(why: str) -> Sidecar:
    return Sidecar(warnings=(f"sidecar.unread: {why}",))


def _understood(said: dict[str, Any]) -> Sidecar:
    meta, warnings = said.pop("meta", None), []
    known: dict[str, str] = {}
    for field in FIELDS:
        for name in NAMES[field]:
            value = said.pop(name, None)
            if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
                known.setdefault(field, str(value))
            elif value is not None and not (isinstance(value, str) and not value.strip()):
                warnings.append(f"sidecar.not-text: {name}")
    warnings += [f"sidecar.unknown-key: {key[:60]!r}" for key in sorted(said)]
    return Sidecar(known, meta if isinstance(meta, dict) else {}, tuple(warnings))
