"""The names stage."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Finding
from cleaner.stages.names.authors import resolve


def propose(document: Document) -> Iterator[Finding]:
    """The article's authors."""
    yield from resolve(document)
