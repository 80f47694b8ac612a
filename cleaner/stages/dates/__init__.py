"""The dates stage."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Finding
from cleaner.stages.dates.inference import infer_year
from cleaner.stages.dates.published import resolve


def propose(document: Document) -> Iterator[Finding]:
    """The article's own dates, and the year that its weekdays agree on."""
    resolution = resolve(document)
    yield from resolution.dated
    yield from resolution.warnings
    if resolution.anchor is None and (inference := infer_year(document.text)):
        yield inference
