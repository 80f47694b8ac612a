"""The names stage."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Finding
from cleaner.stages.names.entities import find_entities


def propose(document: Document) -> Iterator[Finding]:
    """The organizations and places of the text."""
    yield from find_entities(document.text)
