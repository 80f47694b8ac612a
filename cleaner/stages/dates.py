"""The dates stage."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Finding


def propose(document: Document) -> Iterator[Finding]:
    """Nothing yet."""
    yield from ()
