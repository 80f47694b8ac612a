"""Pages: every block of the page's text, one block a line, marked with its place in the tree."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from cleaner.article import Source
from cleaner.document import Context, Document, Finding, Mark
from cleaner.readers.metadata import claims

_BLOCKS = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "figcaption",
    "td",
    "th",
    "pre",
    "dd",
    "dt",
]


def read(text: str, context: Context, source: Source) -> Document:
    """A document whose raw text is the page's blocks, one a line.

    >>> read("<title>Rain</title><p>It <b>rained</b>.</p>", Context(), Source()).raw
    'It rained.'
    """
    soup = BeautifulSoup(text, "lxml")
    lines: list[str] = []
    findings: list[Finding] = []
    at = 0
    for tag in soup.find_all(_BLOCKS):
        if isinstance(tag, Tag) and tag.find(_BLOCKS) is None and (line := " ".join(tag.get_text().split())):
            findings.append(Mark(at, at + len(line), tag.name))
            lines.append(line)
            at += len(line) + 1
    findings += claims(soup, context.url)
    return Document("\n".join(lines), context, source).apply("reader", findings)
