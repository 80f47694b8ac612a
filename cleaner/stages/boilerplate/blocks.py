"""Which blocks of a page are the article, by the block model, and what kind of boilerplate the others are.

The model (:mod:`cleaner.models.block`) cuts menus, sidebars and other stories; later passes read the rest like a dump.
If nothing is left, everything that reads like prose stays: a page is never emptied.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from cleaner.core.document import Mark
from cleaner.core.facts import Obstacle, Warn
from cleaner.core.tree import Place
from cleaner.models.block import NEVER, judge, probability
from cleaner.models.block.elements import element_kinds
from cleaner.models.block.places import about
from cleaner.models.line import kind_of as kind_of_line
from cleaner.stages.boilerplate.container import spare_contained
from cleaner.stages.boilerplate.items import HEADINGS, Item
from cleaner.stages.boilerplate.reading import Cut, Reading

LONGEST_UNSEEN = 60
SHORTEST_PROSE = 80
MUCH, LITTLE = 200, 0.3
"""A page with so many words of prose gets a warning if less than this share stays."""

_STOPS = tuple(".!?…。！？।؟\"'”’»)")

MENU_DEPTH = 8
"""Blocks of settled boilerplate that share so many outer elements are cut in one edit."""

_UNEXPLAINED = Cut("model.block")
"""The cut of a block outside the article. Most are parts of menus, and need no reason of their own."""


def read_blocks(page: Reading) -> None:
    """Cut the blocks of a page that are not the article."""
    if not page.on_page:
        return
    description = next((claim.text for claim in page.document.claims("description")), "")
    _cut_unseen(page)
    seen = page.left()
    verdicts = judge([page.items[i] for i in seen], next(iter(page.titles), ""), description)
    for i, verdict in zip(seen, verdicts, strict=True):
        page.items[i].odds = verdict.odds
    page.take({i: _UNEXPLAINED for i, verdict in zip(seen, verdicts, strict=True) if not verdict.keep})
    spare_contained(page)
    page.outside = frozenset(page.cuts)


def _cut_unseen(page: Reading) -> None:
    """Cut text that is never displayed: words for screen readers, tooltips, deleted text, footnote marks.

    A long text with such a name stays: it is hidden by mistake, or it is the article behind a button.
    """
    for i, item in enumerate(page.items):
        if item.note == "unseen" and item.words <= LONGEST_UNSEEN:
            tags = {place.kind.tag for place in islice(item.node.place.outward(), 3)}
            name = "deleted" if "del" in tags else "note" if "sup" in tags else "unseen"
            page.cut(i, f"hidden.{name}", f"in {item.node.kind.name[:60]}")
            item.odds = NEVER


def spare_prose(page: Reading) -> None:
    """If a page would be left without text, keep what reads like prose, or else everything.

    A page with nothing but links and labels is an empty shell, and yields no article.
    """
    if not page.on_page or len(page.cuts) < len(page.items):
        return
    prose = [i for i, item in enumerate(page.items) if len(item.text) > SHORTEST_PROSE and item.links < 0.5]
    page.spare(prose or range(len(page.items)))
    linked = sum([item.links * len(item.text) for item in page.items])
    if not prose and linked > 0.5 * sum([len(item.text) for item in page.items]):
        page.facts.append(Obstacle("not an article: the page shows links and labels, and no text of its own"))


def doubt_little(page: Reading) -> None:
    """Warn where no sentence stays, or little of a page's prose: an unusual page may have lost its text."""
    left = [page.items[i].text for i in page.left()]
    if sum(map(len, left)) < SHORTEST_PROSE and not any(text.endswith(_STOPS) for text in left):
        page.facts.append(Warn(f"text.little: {sum([len(text.split()) for text in left])} words stay, and no sentence"))
    if not page.on_page:
        return
    prose = [i for i, item in enumerate(page.items) if len(item.text) > SHORTEST_PROSE and item.links < 0.2]
    words = sum([page.items[i].words for i in prose if kind_of(page.items[i].node.place) not in _OTHERS])
    kept = sum([page.items[i].words for i in page.left()])
    if words > MUCH and kept < LITTLE * words:
        page.facts.append(Warn(f"text.little: {kept} words stay, {words} words of prose were shown"))


_OTHERS = frozenset(["comments", "cookie", "navigation"])
"""Parts of a page whose prose is never the article."""


def explain_blocks(page: Reading) -> None:
    """Give each block that the model has cut a kind, a probability and a place.

    Blocks of one menu that were settled at once are cut together, with the reason of the first.
    """
    before: Place | None = None
    for i, item in enumerate(page.items):
        unexplained = page.cuts.get(i) is _UNEXPLAINED
        menu = _menu(item.node.place) if unexplained and item.odds <= NEVER else None
        if menu is not None and menu is before:
            page.joined.add(i)
        elif unexplained:
            page.cut(i, *_reason(item))
        before = menu


def _menu(place: Place) -> Place:
    """The outer element that the blocks of a menu share."""
    while place.level > MENU_DEPTH:
        place = place.around
    return place


def _reason(item: Item) -> tuple[str, str]:
    kind = kind_of(item.node.place, linked=item.links > 0.5)
    kind = kind_of_line(item.text) if kind == "other" else kind
    return (
        f"model.{kind}",
        f"{probability(item.odds):.2f}: {int(100 * item.links)} % links, in {item.node.kind.name[:60]}",
    )


_ORDER = tuple(
    str.split(
        "newsletter share caption comments paywall consent advert author tags date related video navigation footer "
        "aside embed headline"
    )
)
_OUTER = tuple(kind for kind in _ORDER if kind in ("footer", "navigation", "comments", "related", "aside"))
"""The kinds that outer elements may give a block, the surest first."""

_KINDS = {
    "consent": "cookie",
    "advert": "ad",
    "author": "byline",
    "date": "timestamp",
    "footer": "navigation",
    "aside": "related",
    "headline": "title",
}
"""Kinds of elements, and the kinds of boilerplate that they mean."""


def kind_of(place: Place, *, linked: bool = False) -> str:
    """The kind of boilerplate of a block, by the names of the elements around it; the nearest decides.

    >>> from cleaner.readers.tree import read_page
    >>> block = read_page("<div class=related-stories><ul><li>Rain again</li></ul></div>").blocks[0]
    >>> kind_of(block.node.place)
    'related'
    """
    own, near, outer, *_ = about(place)
    return _surest(own) or _surest(near) or _surest(outer, far=True) or ("navigation" if linked else "other")


@lru_cache(maxsize=1 << 12)
def _surest(mask: int, *, far: bool = False) -> str:
    """The surest kind in the mask of an inner or an outer element; cached, since there are only a few masks."""
    names = element_kinds()[1]
    kind = next((kind for kind in (_OUTER if far else _ORDER) if mask & 1 << names.index(kind)), "")
    return _KINDS.get(kind, kind)


def article_kinds(page: Reading) -> Iterator[Mark]:
    """Marks for the blocks of the article that are not paragraphs."""
    for i in page.left():
        item = page.items[i]
        if item.on_page and (kind := article_kind(item)):
            yield Mark(item.start, item.end, kind)


def article_kind(item: Item) -> str | None:
    """The kind of a block in the article: heading, list_item, quote; None for a paragraph.

    >>> from cleaner.readers.tree import read_page
    >>> block = read_page("<ul class=facts><li><p>Rain</p></li></ul>").blocks[0]
    >>> article_kind(Item(0, 4, block.text, block.node, block.label))
    'list_item'
    """
    if item.label in HEADINGS:
        return "heading"
    near = {place.kind.tag for place, _ in zip(item.node.place.outward(), range(4), strict=False)}
    if item.label in ("li", "dt", "dd") or "li" in near:
        return "list_item"
    return "quote" if "blockquote" in near else None
