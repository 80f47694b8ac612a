"""The version, and a fingerprint of code, rules, lists and models."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec

VERSION = "0.2.0"

COMPILED = find_spec("cleaner__mypyc") is not None
"""Are the kernels compiled, as by a build with ``CLEANER_COMPILE=1``? The results are the same."""


_WITHOUT_EFFECT = frozenset({"build", "compiled", "__pycache__", "cli", "report", "export"})


@cache
def fingerprint() -> str:
    """A short hash of the version, the code and the data: it changes when results may change.

    It leaves out what only shows results (reports, exports, the command line), and what a build makes from the same
    sources (compiled tables and kernels).

    >>> len(fingerprint())
    12
    """
    digest = hashlib.sha256(VERSION.encode())
    shelves = [files("cleaner")]
    for shelf in shelves:
        for item in sorted(shelf.iterdir(), key=lambda i: i.name):
            if item.is_dir():
                shelves += [item] if item.name not in _WITHOUT_EFFECT else []
            elif not item.name.endswith((".md", ".so", ".pyd")):
                digest.update(item.name.encode() + b"\0" + item.read_bytes())
    return digest.hexdigest()[:12]
