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
from collections.abc import Callable, Iterable, Iterator

from cleaner.core.document import Document, Finding
from cleaner.rules import rulebook
from cleaner.stages.boilerplate import inline, layout
from cleaner.stages.boilerplate.captions import read_captions
from cleaner.stages.boilerplate.items import items_of
from cleaner.stages.boilerplate.page import blocks_of, propose_page
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.repeats import read_repeats
from cleaner.stages.boilerplate.sections import read_sections
from cleaner.stages.boilerplate.structure import (
    claim_by_rows,
    read_dateline,
    read_signatures,
    spare_own_label,
    spare_up_next,
)
from cleaner.stages.boilerplate.title import read_title, settle_title
from cleaner.stages.boilerplate.verdict import read_model, read_site

Pass = Callable[[Reading], None]

_SENTENCE = 6
_QUOTES = frozenset("“„«‘\"'")


def propose(document: Document) -> Iterator[Finding]:
    """Claims and captions, then the edits that take their items and the boilerplate out of the text."""
    if document.source.media_type == "text/html":
        yield from propose_page(document, blocks_of(document))
        return
    page = read(document, PASSES)
    yield from page.facts
    yield from page.edits
    yield from layout.edits(document.text, page.items, page.cuts)
    yield from inline.edits(document.text, page.items, page.cuts)


def read(document: Document, passes: Iterable[Pass]) -> Reading:
    """What some passes, in turn, make of a document."""
    page = Reading(document, items_of(document))
    for each in passes:
        each(page)
    return page


def read_rows(page: Reading) -> None:
    """Cut the items that a row matches; what stands in quotation marks is somebody's words."""
    book = rulebook()
    for i, item in enumerate(page.items):
        if item.text[0] not in _QUOTES and (rule := book.find(item.folded)):
            page.cut(i, rule.id)


def end_with_words(page: Reading) -> None:
    """A rule of underscores or stars below the last paragraph parts it from what has been cut."""
    for i in reversed(page.left()):
        if any(ch.isalnum() for ch in page.items[i].text):
            return
        page.cut(i, "other.rule")


def spare_news(page: Reading) -> None:
    """Give back sentences on who a reporter is where they stand amid paragraphs: there they are the news itself."""
    prose = [i for i in page.left() if page.items[i].prose]
    for i in [i for i, cut in page.cuts.items() if cut.kind == "bio" and page.items[i].words >= _SENTENCE]:
        behind = len(prose) - bisect_right(prose, i)
        if behind > 2 and behind < len(prose):
            del page.cuts[i]


STRUCTURE: tuple[Pass, ...] = (
    read_rows,
    spare_own_label,
    spare_up_next,
    claim_by_rows,
    read_signatures,
    read_sections,
    read_captions,
    read_title,
    read_repeats,
    read_dateline,
)
"""What rows, places and shapes tell, without any model."""

PASSES: tuple[Pass, ...] = (
    *STRUCTURE,
    read_site,
    read_model,
    spare_news,
    read_repeats,
    settle_title,
    end_with_words,
)
"""The order in which a document is read. Each pass sees what the earlier ones have cut."""
