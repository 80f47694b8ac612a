"""The boilerplate stage."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Edit, Finding
from cleaner.facts import Claim


def propose(document: Document) -> Iterator[Finding]:
    """The first line is the headline; lines that agree to terms go."""
    text = document.text
    head, _, _rest = text.partition("\n")
    if not document.claims("headline") and head.strip():
        yield Claim("headline", head.strip(), "first line", 4)
        yield Edit(0, len(text) - len(text[len(head) :].lstrip()), "", "title.line")
    at = text.find("By signing up, you agree")
    if at >= 0:
        line_end = text.find("\n", at)
        yield Edit(len(text[:at].rstrip()), line_end if line_end >= 0 else len(text), "", "newsletter.consent")
