"""The boilerplate stage: what is not the article leaves its text, each line with its reason.

A news page is perhaps a third article. What remains in a text dump of it (newsletter boxes, related links, captions,
share bars) cannot be told by length or punctuation alone: rules that try destroy a fifth of the articles. So several
kinds of evidence are asked, the surest first, and a line goes only where one of them is sure:

- *structure*: the title line, the byline, timestamps, captions and credits, what the page says twice;
- *rows*: wordings known from many publishers (:mod:`cleaner.rules`);
- *the site*: lines that the publisher's other articles repeat (:mod:`cleaner.site`), where the caller knows them;
- *a model* of the line in its context (:mod:`cleaner.linemodel`).

What structure finds is moved, not lost: it becomes a claim or a caption. When in doubt, a line stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Finding
from cleaner.rules import rulebook
from cleaner.stages.boilerplate import layout
from cleaner.stages.boilerplate.lines import Line, split
from cleaner.stages.boilerplate.page import blocks_of, propose_page
from cleaner.stages.boilerplate.structure import read
from cleaner.stages.boilerplate.verdict import decide


def propose(document: Document) -> Iterator[Finding]:
    """Claims and captions, then the edits that take their lines and the furniture out of the text."""
    if document.source.media_type == "text/html":
        yield from propose_page(document, blocks_of(document))
        return
    lines = split(document)
    page = read(document, lines, by_rows(lines))
    decide(page)
    yield from page.facts
    yield from page.edits
    yield from layout.edits(document.text, lines, page.cuts)


def by_rows(lines: list[Line]) -> dict[int, str]:
    """The lines that a row matches, with the row's id; what stands in quotation marks is somebody's words."""
    book = rulebook()
    return {
        i: rule.id for i, line in enumerate(lines) if line.text[0] not in "“„«‘\"'" and (rule := book.find(line.folded))
    }
