"""The boilerplate stage: it cuts what is not the article, each line with its reason.

Perhaps a third of a news page is the article. Length and punctuation alone cannot tell what else remains in a text dump
(newsletter boxes, related links, captions, share bars): rules that try destroy a fifth of the articles. So the stage
uses several kinds of evidence, one after the other, and cuts an item only if one of them is sure:

- *the tree* of a page: a model of its blocks (:mod:`cleaner.models.block`) finds menus and other stories;
- *rows*: wordings known from many publishers (:mod:`cleaner.rules`);
- *structure*: the title line, the byline, timestamps, captions and credits, repetitions;
- *the site*: lines that other articles of the publisher share (:func:`cleaner.learn`), if the caller has a profile;
- *a model* of the line in its context (:mod:`cleaner.models.line`).

The lines of a dump and the blocks of a page are items, and the same passes run over both. Only the evidence differs: an
item of a page has a node in the tree, and passes that need a node skip the lines of a dump.

Policies:

* **Moved, not lost**: captions, bylines, datelines, timestamps and title lines become data, and the log says where.
* **Standfirst**: on a page it goes where it stands outside the story's container and ``description`` holds it; inside
  the story it stays.
* **Repetitions**: what an earlier block says word for word goes; a pull quote that nobody repeats stays, and so does a
  heading that a table of contents announces.
* **Lists and tables** of the story stay, one item or row a block. **Live blogs** keep each entry with its heading.
  **Galleries** are captions. **Embedded posts** stay where they are quoted as text.
* When in doubt, an item stays, and a page is never emptied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cleaner.core.document import Document, Finding
from cleaner.stages.boilerplate import inline, layout
from cleaner.stages.boilerplate.bios import read_bios
from cleaner.stages.boilerplate.blocks import article_kinds, doubt_little, explain_blocks, read_blocks, spare_prose
from cleaner.stages.boilerplate.boxes import settle_boxes
from cleaner.stages.boilerplate.captions import read_captions
from cleaner.stages.boilerplate.figures import read_figures
from cleaner.stages.boilerplate.items import items_of
from cleaner.stages.boilerplate.kicker import read_kicker
from cleaner.stages.boilerplate.model import read_model
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.related import read_related
from cleaner.stages.boilerplate.repeats import read_repeats
from cleaner.stages.boilerplate.residue import read_residue
from cleaner.stages.boilerplate.rows import (
    claim_by_rows,
    read_rows,
    spare_letter_writers,
    spare_news,
    spare_own_label,
    spare_subheadings,
    spare_up_next,
)
from cleaner.stages.boilerplate.sections import read_sections
from cleaner.stages.boilerplate.signoffs import read_sign_offs
from cleaner.stages.boilerplate.site import read_site
from cleaner.stages.boilerplate.structure import end_with_words, lines_above, read_dateline, read_signatures
from cleaner.stages.boilerplate.teasers import read_teasers
from cleaner.stages.boilerplate.title import read_standfirst, read_title, settle_title
from cleaner.stages.boilerplate.truncated import read_truncation
from cleaner.stages.boilerplate.writers import claim_writers

Pass = Callable[[Reading], None]

STRUCTURE: tuple[Pass, ...] = (
    read_rows,
    spare_own_label,
    spare_up_next,
    claim_by_rows,
    read_residue,
    read_teasers,
    read_signatures,
    read_sections,
    read_figures,
    read_sign_offs,
    read_captions,
    read_title,
    read_standfirst,
    read_related,
    read_repeats,
    read_bios,
)
"""The passes that use rows, positions and shapes, without a model."""

PASSES: tuple[Pass, ...] = (
    read_blocks,
    *STRUCTURE,
    read_site,
    read_model,
    settle_boxes,
    spare_news,
    claim_writers,
    spare_letter_writers,
    spare_subheadings,
    read_related,
    read_repeats,
    spare_prose,
    settle_title,
    read_dateline,
    end_with_words,
    doubt_little,
    explain_blocks,
    read_kicker,
    read_truncation,
)
"""All passes in order. Each pass sees what the earlier ones have cut."""


def propose(document: Document) -> Iterator[Finding]:
    """Facts about the article and marks for its blocks, then the edits that cut boilerplate."""
    page = read(document, PASSES)
    yield from page.facts
    yield from lines_above(page)
    yield from article_kinds(page)
    yield from page.edits
    yield from layout.edits(document.text, page.items, page.cuts, page.joined)
    yield from inline.edits(document.text, page.items, page.cuts)


def read(document: Document, passes: Iterable[Pass]) -> Reading:
    """Run some passes over a document, in turn."""
    page = Reading(document, items_of(document))
    for each in passes:
        each(page)
    return page
