"""The boilerplate stage: what is not the article leaves its text, each line with its reason.

A news page is perhaps a third article. What remains in a text dump of it (newsletter boxes, related links, captions,
share bars) cannot be told by length or punctuation alone: rules that try destroy a fifth of the articles. So several
kinds of evidence are asked, the surest first, and a line goes only where one of them is sure:

- *structure*: the title line, the byline, timestamps, captions and credits, what the page says twice;
- *rows*: wordings known from many publishers (:mod:`cleaner.rules`);
- *the site*: lines that the publisher's other articles repeat (:func:`cleaner.learn`), where the caller knows them;
- *a model* of the line in its context (:mod:`cleaner.models.line`).

What structure finds is moved, not lost: it becomes a claim or a caption. When in doubt, a line stays.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from cleaner.core.document import Document, Finding
from cleaner.rules import rulebook
from cleaner.stages.boilerplate import inline, layout
from cleaner.stages.boilerplate.lines import Line, split
from cleaner.stages.boilerplate.page import blocks_of, propose_page
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.repeats import read_repeats
from cleaner.stages.boilerplate.structure import read
from cleaner.stages.boilerplate.title import settle_title
from cleaner.stages.boilerplate.verdict import decide

_SENTENCE = 6
_QUOTES = frozenset("“„«‘\"'")


def propose(document: Document) -> Iterator[Finding]:
    """Claims and captions, then the edits that take their lines and the furniture out of the text."""
    if document.source.media_type == "text/html":
        yield from propose_page(document, blocks_of(document))
        return
    lines = split(document)
    page = read(document, lines, by_rows(lines))
    decide(page)
    spare_news(page)
    read_repeats(page)
    settle_title(page)
    end_with_words(page)
    yield from page.facts
    yield from page.edits
    yield from layout.edits(document.text, lines, page.cuts)
    yield from inline.edits(document.text, lines, page.cuts)


def end_with_words(page: Reading) -> None:
    """A rule of underscores or stars below the last paragraph parts it from what has been cut."""
    for i in reversed(page.left()):
        if any(ch.isalnum() for ch in page.lines[i].text):
            return
        page.cuts[i] = "other.rule"


def by_rows(lines: list[Line]) -> dict[int, str]:
    """The lines that a row matches, with the row's id; what stands in quotation marks is somebody's words."""
    book = rulebook()
    found = {i: book.find(line.folded) for i, line in enumerate(lines) if line.text[0] not in _QUOTES}
    return {i: rule.id for i, rule in found.items() if rule}


def spare_news(page: Reading) -> None:
    """Give back sentences on who a reporter is where they stand amid paragraphs: there they are the news itself."""
    prose = [i for i in page.left() if page.lines[i].prose]
    for i in [i for i, rule in page.cuts.items() if rule.startswith("bio.") and page.lines[i].words >= _SENTENCE]:
        behind = len(prose) - bisect_right(prose, i)
        if behind > 2 and behind < len(prose):
            del page.cuts[i]
