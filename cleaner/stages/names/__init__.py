"""The names stage: who is named in the text, who wrote it, and which organisations and places it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document import Document, Finding
from cleaner.stages.names.people import people


def propose(document: Document, *, also: Iterable[tuple[int, int]] = ()) -> Iterator[Finding]:
    """The people of the text, one entry a person; ``also`` are spans of people that another tool has found.

    >>> [p.name for p in propose(Document("Dr. Ann Lee met Bo Xi in Leeds. Lee said she was glad."))]
    ['Ann Lee', 'Bo Xi']
    """
    yield from people(document.text, also)
