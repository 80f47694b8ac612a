"""Captions on pages: the text inside figures, with credits.

The block model has cut nearly all of them before; this pass keeps them as data, in the story or near it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from cleaner.core import lazy_re as re
from cleaner.core.parts import Caption, Credit
from cleaner.core.tree import Kind
from cleaner.parties.bylines import is_byline, parse_byline, split_caption, split_credit
from cleaner.stages.boilerplate.blocks import kind_of
from cleaner.stages.boilerplate.captions import credited
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Cut, Reading
from cleaner.text.words import bare

CAPTION_TAGS = frozenset(["figcaption", "caption"])
CAPTION_WORDS = frozenset(str.split("caption captions figcaption cutline bildunterschrift legende legend bildtext"))
CREDIT_WORDS = frozenset(str.split("credit credits copyright photographer attribution source byline fotograf author"))
PHOTOGRAPHED = frozenset(str.split("credit credits copyright photographer fotograf"))
LONGEST, LONGEST_BARE, LONGEST_CREDIT = 1200, 400, 80
_LED = re.compile(
    r"(?:©|[FP]h?oto(?:graph)?s?\s?:|Bild(?:rechte)?\s?:|Image(?: credit)?\s?:|Picture\s?:|Фото\s?:)\s*\S"
)
_NEVER = frozenset(["h1", "h2", "h3", "button", "footer"])
_HINT = re.compile(
    r"©|\b(?:[FP]h?oto(?:graph)?s?|Bild|Bildrechte|Images?|Quelle|Getty|AFP|AP|EPA|dpa|Reuters|imago|IMAGO|Archiv)\b|/"
)
_KEPT = Cut("")
_LEAD = re.compile(r"^[\s(\[©|/–-]+|[\s)\]|/–-]+$")


BEFORE, BEHIND = 12, 4
"""A caption may be so many blocks before and after the story."""


def read_figures(page: Reading) -> None:
    """Move captions in or near the story to the data, even those that the model would keep."""
    kept = page.left() if page.on_page else []
    first, last = (kept[0] - BEFORE, kept[-1] + BEHIND) if kept else (0, 0)
    found: list[Caption] = []
    seen: set[str] = set()
    before = -9
    for i in range(max(0, first), len(page.items)):
        if i >= last:
            break
        item = page.items[i]
        caption = caption_of(item, i in page.cuts)
        if caption is None and before == i - 1 and i in page.outside and not found[-1].credit and _boxed(page, i):
            caption = _lone_credit(item)
        if caption and kind_of(item.node.place) != "navigation":
            page.cut(i, "caption.figure", moved_to="captions")
            last = max(last, i + BEHIND)
            key = bare(caption.text).lower()
            if caption.credit and not caption.text and before == i - 1 and not found[-1].credit:
                found[-1] = Caption(text=found[-1].text, credit=caption.credit)
            elif caption.credit and not caption.text and (text := _above_credit(page, i)):
                page.cut(i - 1, "caption.credited", moved_to="captions")
                found.append(Caption(text=text, credit=caption.credit))
            elif key not in seen or not key:
                seen.add(key)
                found.append(caption)
            before = i
    page.facts += found


def _lone_credit(item: Item) -> Caption | None:
    """The credit that a short block behind a caption is, by the name of its element or by its words."""
    if len(item.text) > LONGEST_CREDIT or item.links > 0.3:
        return None
    words = {*item.node.kind.words, *item.node.place.around.kind.words}
    body, raw = ("", item.text) if not PHOTOGRAPHED.isdisjoint(words) else split_credit(item.text)
    return Caption(text="", credit=credit_of(raw)) if raw and not body else None


def _above_credit(page: Reading, i: int) -> str:
    """What a picture shows, in the element that holds its credit, where the model has cut it; empty where it stayed."""
    if not _boxed(page, i) or i - 1 not in page.outside or page.cuts.get(i - 1, _KEPT).moved_to:
        return ""
    item = page.items[i - 1]
    fits = item.links < 0.3 and len(item.text) <= LONGEST_BARE and item.label not in _NEVER
    return item.text if fits and _speaks(item.text) else ""


def _boxed(page: Reading, i: int) -> bool:
    """Does a block share a small element, which is none around the story, with the block before it?"""
    if i == 0:
        return False
    around = page.items[i].node.place.around
    boxes = [box for box in (around, around.around) if not page.home.lies_in(box)]
    return any(page.items[i - 1].node.place.lies_in(box) for box in boxes)


def caption_of(item: Item, cut: bool) -> Caption | None:
    """The caption in a block, or None; ``cut``: the block leaves the text anyway.

    >>> from cleaner.readers.tree import read_page
    >>> block = read_page("<figure><figcaption>The mayor on Monday (Photo by Ann Lee/Getty Images)").blocks[0]
    >>> caption = caption_of(Item(0, 60, block.text, block.node, block.label), True)
    >>> caption.text, caption.credit.photographers, caption.credit.agencies
    ('The mayor on Monday', ('Ann Lee',), ('Getty Images',))
    """
    text = item.text
    if len(text) > LONGEST or (item.links > 0.8 and not _is_credit_line(text)):
        return None
    if not _in_caption(item, cut):
        return _by_credit(item) if cut else _signed(item)
    if not CREDIT_WORDS.isdisjoint(item.node.kind.words) and len(text) < 120:
        return Caption(text="", credit=credit_of(text))
    if len(text) < 100 and _LED.match(text):
        return Caption(text="", credit=credit_of(text))
    body, raw = split_caption(text)
    if not raw and not _speaks(body):
        return None
    return Caption(text=body, credit=credit_of(raw) if raw else None)


def _is_credit_line(text: str) -> bool:
    """Is a short line nothing but a labelled credit? Shops and photographers are linked there."""
    return len(text) < LONGEST_CREDIT and _LED.match(text) is not None


def _speaks(text: str) -> bool:
    """Does a text describe a picture, unlike buttons, times and names beside one?"""
    words = len(text.split()) + (0 if text.isascii() else sum("\u3040" <= sign <= "\ud7af" for sign in text[:60]) // 2)
    digits = sum(map(str.isdigit, text))
    return words >= 3 and digits < 0.3 * len(text) and not is_byline(text)


def _by_credit(item: Item) -> Caption | None:
    """A caption in elements without a telling name, known by the credit at its end."""
    text = item.text
    if len(text) > LONGEST_BARE or item.label in _NEVER or not _HINT.search(text):
        return None
    if item.links > 0.3 and not _is_credit_line(text):
        return None
    body, raw = split_credit(text)
    return Caption(text=body, credit=credit_of(raw)) if raw else None


def _signed(item: Item) -> Caption | None:
    """A caption that would stay in the text, if its credit leaves no doubt.

    >>> _signed(Item(0, 38, "The lock at dawn. Ann Lee/Getty Images")).text
    'The lock at dawn.'
    >>> _signed(Item(0, 34, "The lock was closed, she told AFP.")) is None
    True
    """
    if item.links > 0.3 or len(item.text) > LONGEST_BARE or item.label in _NEVER:
        return None
    body, raw = credited(item) or ("", "")
    return Caption(text=body, credit=credit_of(raw)) if raw else None


def credit_of(raw: str) -> Credit:
    """A credit line, with its photographers and agencies."""
    parsed = parse_byline(raw, kind="credit")
    names = tuple(author.name for author in parsed.authors)
    return Credit(photographers=names, agencies=parsed.agencies, raw=_LEAD.sub("", raw) or raw)


def _in_caption(item: Item, cut: bool) -> bool:
    """Is the block inside a caption? If it would stay in the text, only the clearest signs count."""
    near = [place.kind for place in islice(item.node.place.outward(), 5)]
    if any(map(_is_caption, near[:3])):
        return True
    return cut and any(kind.tag == "figure" for kind in near) and item.label not in _NO_CAPTION


_NO_CAPTION = frozenset(["h1", "h2", "h3", "h4", "button", "li"])


@lru_cache(maxsize=1 << 15)
def _is_caption(kind: Kind) -> bool:
    return kind.tag in CAPTION_TAGS or not CAPTION_WORDS.isdisjoint(kind.words)
