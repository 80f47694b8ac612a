"""Pages: the text of all blocks, one on each line, marked with their nodes in the tree."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.core.document import Context, Document, Finding, Mark
from cleaner.core.parts import Source
from cleaner.readers.metadata import read_metadata
from cleaner.readers.metadata.media import links
from cleaner.readers.tree import ParsedPage, read_page
from cleaner.text.words import bare


def read(text: str, context: Context, source: Source) -> Document:
    """A document whose raw text is the blocks of the page, one on each line.

    >>> page = read("<title>Rain</title><p>It <b>rained</b>.</p><p>It hailed.</p>", Context(), Source())
    >>> page.raw
    'It rained.\\nIt hailed.'
    >>> page.marks[1].label, page.marks[1].node.place.path
    ('p', ('html', 'body', 'p'))
    """
    page = read_page(text)
    said = read_metadata(page.root, context.url)
    shown, linked = page.blocks, list(links(page.blocks, context.url))
    page = _with_stated_body(page, said.body)
    findings: list[Finding] = []
    at = 0
    for block, note in zip(page.blocks, _notes(page, said.body), strict=True):
        findings.append(Mark(at, at + len(block.text), block.label, block.node, block.links, note))
        at += len(block.text) + 1
    page.root.dissolve()
    findings += [*said.claims, *said.pictures, *(linked if page.blocks[: len(shown)] == shown else ())]
    return Document("\n".join(block.text for block in page.blocks), context, source).apply("reader", findings)


def _with_stated_body(page: ParsedPage, body: str) -> ParsedPage:
    """Use the body that a page states for search engines, if it displays hardly any text and relies on a script.

    Only prose without links counts, not menus and notices.
    """
    shown = sum(len(block.text) for block in page.blocks if len(block.text) >= SHORTEST_PROSE and block.links < 0.5)
    if len(body) < 3 * max(shown, SHORTEST_BODY // 3):
        return page
    del page.root.page[1:]
    more = read_page(body[:LONGEST_BODY], page.root)
    return page._replace(blocks=page.blocks + more.blocks)


def _notes(page: ParsedPage, body: str) -> Iterator[str]:
    """A note for each block.

    ``unseen``: never displayed; ``stated``: part of the body that the page states for search engines; ``alt``: the
    alternative text of a picture.
    """
    stated = bare(body[:LONGEST_BODY])
    if len(stated) < SHORTEST_BODY or len(page.blocks) > MOST_BLOCKS:
        stated = ""
    for block in page.blocks:
        if block.unseen or block.node.unseen:
            yield "unseen"
        elif stated and len(block.text) >= 25 and (said := bare(block.text)) and said in stated:
            yield "stated"
        else:
            yield "alt" if block.text in page.alts else ""


LONGEST_BODY, SHORTEST_BODY, SHORTEST_PROSE, MOST_BLOCKS = 100_000, 400, 80, 5_000
