"""Photo captions of a page, with their credits."""

from __future__ import annotations

import re

from cleaner.article import Caption, Credit
from cleaner.bylines import parse_byline, split_credit
from cleaner.document import Mark
from cleaner.pagemodel.clues import element_words
from cleaner.pagemodel.elements import element_name

CAPTION_TAGS = frozenset(["figcaption", "caption"])
CAPTION_WORDS = frozenset(str.split("caption captions figcaption cutline bildunterschrift legende legend bildtext"))
CREDIT_WORDS = frozenset(str.split("credit credits copyright photographer attribution source byline fotograf author"))
LONGEST = 1200
_LEAD = re.compile(r"^[\s(\[©|/–-]+|[\s)\]|/–-]+$")


def caption_of(text: str, mark: Mark, cut: bool) -> Caption | None:
    """The caption that a block is, or None; ``cut`` tells whether it would leave the text anyway.

    >>> mark = Mark(0, 60, "figcaption", ("html", "body", "figure", "figcaption"))
    >>> caption = caption_of("The mayor on Monday (Photo by Ann Lee/Getty Images)", mark, True)
    >>> caption.text, caption.credit.photographers, caption.credit.agencies
    ('The mayor on Monday', ('Ann Lee',), ('Getty Images',))
    """
    if len(text) > LONGEST or mark.links > 0.8 or not _in_caption(mark, cut):
        return None
    if CREDIT_WORDS & set(element_words(mark.path[-1])) and len(text) < 120 and len(mark.path) > 1:
        return Caption(text="", credit=credit_of(text))
    body, raw = split_credit(text)
    return Caption(text=body, credit=credit_of(raw) if raw else None)


def credit_of(raw: str) -> Credit:
    """A credit line with the photographers and agencies that it names."""
    parsed = parse_byline(raw, kind="credit")
    names = tuple(author.name for author in parsed.authors)
    return Credit(photographers=names, agencies=parsed.agencies, raw=_LEAD.sub("", raw) or raw)


def _in_caption(mark: Mark, cut: bool) -> bool:
    """Is the block inside a caption? Where it would stay, only the plainest signs count."""
    near = mark.path[-3:]
    if any(element_name(element) in CAPTION_TAGS for element in near):
        return True
    words = {word for element in near for word in element_words(element)}
    if words & CAPTION_WORDS:
        return True
    in_figure = any(element_name(element) == "figure" for element in mark.path[-5:])
    return cut and in_figure and mark.label not in ("h1", "h2", "h3", "h4", "button", "li")
