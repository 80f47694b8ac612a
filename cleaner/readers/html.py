"""Pages: every block of the page's text, one block a line, marked with its place in the tree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from cleaner.core.article import Source
from cleaner.core.collector import collector_paused
from cleaner.core.document import Context, Document, Finding, Mark
from cleaner.readers.blocks import PageText
from cleaner.readers.metadata import claims
from cleaner.readers.soup import dissolve, read_page


def read(text: str, context: Context, source: Source) -> Document:
    """A document whose raw text is the page's blocks, one a line.

    >>> page = read("<title>Rain</title><p>It <b>rained</b>.</p><p>It hailed.</p>", Context(), Source())
    >>> page.raw
    'It rained.\\nIt hailed.'
    >>> page.marks[1].label, page.marks[1].path
    ('p', ('html', 'body', 'p'))
    """
    with collector_paused():
        soup, page = read_page(text)
        page = _with_stated_body(page)
        claimed = list(claims(soup, context.url))
        dissolve(soup)
    findings: list[Finding] = []
    at = 0
    for block, note in zip(page.blocks, _notes(page), strict=True):
        findings.append(Mark(at, at + len(block.text), block.label, block.path, block.links, note))
        at += len(block.text) + 1
    findings += claimed
    return Document("\n".join(block.text for block in page.blocks), context, source).apply("reader", findings)


def _with_stated_body(page: PageText) -> PageText:
    """The text that a page states for search engines, where it shows next to none: a script is to fill it in."""
    shown = sum(len(block.text) for block in page.blocks)
    if shown > SHORTEST_BODY or len(body := stated_body(page.scripts)) < 3 * max(shown, SHORTEST_BODY // 3):
        return page
    return page._replace(blocks=page.blocks + read_page(body[:LONGEST_BODY])[1].blocks)


def _notes(page: PageText) -> Iterator[str]:
    """What the page says elsewhere of each block: ``stated`` as body for search engines, ``alt`` text of a picture."""
    stated = _bare(stated_body(page.scripts)[:LONGEST_BODY])
    if len(stated) < SHORTEST_BODY or len(page.blocks) > MOST_BLOCKS:
        stated = ""
    for block in page.blocks:
        if stated and len(block.text) >= 25 and (bare := _bare(block.text)) and bare in stated:
            yield "stated"
        else:
            yield "alt" if block.text in page.alts else ""


LONGEST_BODY, SHORTEST_BODY, MOST_BLOCKS = 100_000, 400, 5_000
_BODY = re.compile(r'"articleBody"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"')
_SIGNS = re.compile(r"[\W_]+")


def _bare(text: str) -> str:
    return _SIGNS.sub("", text)


def stated_body(scripts: Iterable[str]) -> str:
    """The article's text as structured data state it, or nothing.

    It is often a stump, and often stale; good as a witness, not as the text itself.

    >>> stated_body(['{"articleBody": "It \\\\"rained\\\\"."}'])
    'It "rained".'
    """
    texts = [""]
    for script in scripts:
        for match in _BODY.finditer(script) if "articleBody" in script else ():
            try:
                texts.append(json.loads(f'"{match.group(1)}"', strict=False))
            except ValueError:
                continue
    return max(texts, key=len)
