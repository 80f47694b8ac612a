"""Pages: every block of the page's text, one block a line, marked with its place in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from cleaner.article import Source
from cleaner.document import Context, Document, Finding, Mark
from cleaner.facts import Claim
from cleaner.readers.blocks import blocks
from cleaner.readers.soup import parse


def read(text: str, context: Context, source: Source) -> Document:
    """A document whose raw text is the page's blocks, one a line.

    >>> page = read("<title>Rain</title><p>It <b>rained</b>.</p><p>It hailed.</p>", Context(), Source())
    >>> page.raw
    'It rained.\\nIt hailed.'
    >>> page.marks[1].label, page.marks[1].path
    ('p', ('html', 'body', 'p'))
    """
    soup = parse(text)
    lines: list[str] = []
    findings: list[Finding] = []
    at = 0
    alts = _alts(soup)
    for block in blocks(soup):
        note = "alt" if block.text in alts else ""
        findings.append(Mark(at, at + len(block.text), block.label, block.path, block.links, note))
        lines.append(block.text)
        at += len(block.text) + 1
    findings += _claims(soup)
    return Document("\n".join(lines), context, source).apply("reader", findings)


def _alts(soup: BeautifulSoup) -> set[str]:
    """The alternative texts of the page's pictures: a block that repeats one is a caption."""
    return {" ".join(str(img.get("alt")).split()) for img in soup.find_all("img", alt=True)}


def _claims(soup: BeautifulSoup) -> Iterator[Claim]:
    for rank, name in ((1, "h1"), (3, "title")):
        tag = soup.find(name)
        if isinstance(tag, Tag) and (line := " ".join(tag.get_text().split())):
            yield Claim("headline", line, name, rank)
