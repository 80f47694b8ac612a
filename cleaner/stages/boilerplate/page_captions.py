"""Photo captions of a page, with their credits."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.core.article import Caption, Credit
from cleaner.core.document import Mark
from cleaner.models.block.clues import element_words
from cleaner.models.block.elements import element_name
from cleaner.parties.bylines import is_byline, parse_byline, split_caption, split_credit
from cleaner.stages.boilerplate.captions import credited
from cleaner.stages.boilerplate.items import Item

CAPTION_TAGS = frozenset(["figcaption", "caption"])
CAPTION_WORDS = frozenset(str.split("caption captions figcaption cutline bildunterschrift legende legend bildtext"))
CREDIT_WORDS = frozenset(str.split("credit credits copyright photographer attribution source byline fotograf author"))
LONGEST, LONGEST_BARE = 1200, 400
_LED = re.compile(r"(?:©|[FP]h?otos?\s?:|Bild(?:rechte)?\s?:|Image(?: credit)?\s?:|Picture\s?:|Фото\s?:)\s*\S")
_NEVER = frozenset(["h1", "h2", "h3", "button", "footer"])
_HINT = re.compile(
    r"©|\b(?:[FP]h?otos?|Bild|Bildrechte|Images?|Quelle|Getty|AFP|AP|EPA|dpa|Reuters|imago|IMAGO|Archiv)\b|/"
)
_LEAD = re.compile(r"^[\s(\[©|/–-]+|[\s)\]|/–-]+$")


def caption_of(text: str, mark: Mark, cut: bool) -> Caption | None:
    """The caption that a block is, or None; ``cut`` tells whether it would leave the text anyway.

    >>> mark = Mark(0, 60, "figcaption", ("html", "body", "figure", "figcaption"))
    >>> caption = caption_of("The mayor on Monday (Photo by Ann Lee/Getty Images)", mark, True)
    >>> caption.text, caption.credit.photographers, caption.credit.agencies
    ('The mayor on Monday', ('Ann Lee',), ('Getty Images',))
    """
    if len(text) > LONGEST or mark.links > 0.8:
        return None
    if not _in_caption(mark, cut):
        return _by_credit(text, mark) if cut else _signed(text, mark)
    if CREDIT_WORDS & set(element_words(mark.path[-1])) and len(text) < 120 and len(mark.path) > 1:
        return Caption(text="", credit=credit_of(text))
    if len(text) < 100 and _LED.match(text):
        return Caption(text="", credit=credit_of(text))
    body, raw = split_caption(text)
    if not raw and not _speaks(body):
        return None
    return Caption(text=body, credit=credit_of(raw) if raw else None)


def _speaks(text: str) -> bool:
    """Does a text say what a picture shows? Buttons, times and names beside a picture do not."""
    words = len(text.split()) + (0 if text.isascii() else sum("\u3040" <= sign <= "\ud7af" for sign in text[:60]) // 2)
    digits = sum(map(str.isdigit, text))
    return words >= 3 and digits < 0.3 * len(text) and not is_byline(text)


def _by_credit(text: str, mark: Mark) -> Caption | None:
    """A caption in elements of no special name, told by the credit at its end."""
    if mark.links > 0.3 or len(text) > LONGEST_BARE or mark.label in _NEVER or not _HINT.search(text):
        return None
    body, raw = split_credit(text)
    return Caption(text=body, credit=credit_of(raw)) if raw else None


def _signed(text: str, mark: Mark) -> Caption | None:
    """A caption that would stay in the text, where its credit leaves no doubt.

    >>> _signed("The lock at dawn. Ann Lee/Getty Images", Mark(0, 38, "p")).text
    'The lock at dawn.'
    >>> _signed("The lock was closed, she told AFP.", Mark(0, 34, "p")) is None
    True
    """
    if mark.links > 0.3 or len(text) > LONGEST_BARE or mark.label in _NEVER:
        return None
    body, raw = credited(Item(0, len(text), text)) or ("", "")
    return Caption(text=body, credit=credit_of(raw)) if raw else None


def credit_of(raw: str) -> Credit:
    """A credit line with the photographers and agencies that it names."""
    parsed = parse_byline(raw, kind="credit")
    names = tuple(author.name for author in parsed.authors)
    return Credit(photographers=names, agencies=parsed.agencies, raw=_LEAD.sub("", raw) or raw)


def _in_caption(mark: Mark, cut: bool) -> bool:
    """Is the block inside a caption? Where it would stay, only the plainest signs count."""
    near = mark.path[-5:]
    if any(map(_is_caption, near[-3:])):
        return True
    return cut and any(map(_is_figure, near)) and mark.label not in ("h1", "h2", "h3", "h4", "button", "li")


@lru_cache(maxsize=1 << 15)
def _is_caption(element: str) -> bool:
    return element_name(element) in CAPTION_TAGS or not CAPTION_WORDS.isdisjoint(element_words(element))


def _is_figure(element: str) -> bool:
    return element.startswith("figure") and element_name(element) == "figure"
