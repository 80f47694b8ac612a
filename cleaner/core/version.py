"""What made an article: the version, and a fingerprint of the code's rules, lists and models."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec

VERSION = "0.2.0"

COMPILED = find_spec("cleaner__mypyc") is not None
"""Are the kernels compiled? Building with ``CLEANER_COMPILE=1`` does that; the results are the same."""


_WITHOUT_EFFECT = frozenset({"build", "compiled", "__pycache__", "cli", "report", "export"})


@cache
def fingerprint() -> str:
    """A short hash of the version, the code and the data: it changes when results may change.

    What only shows results (reports, exports, the command line) is left out, and so is what a build makes of the same
    sources: compiled tables and kernels.

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
