"""Boxes between paragraphs, and a second article on the page: both are cut as a whole.

The model and the rows judge block by block. They cut the heading and the button of a newsletter box, but not its
sentence; the linked heading of a teaser card, but not its text. Half a box is worse than a whole one. So if part of a
small element is known to be boilerplate, the rest goes with it. A fact box has no such part, and stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.core.tree import Node
from cleaner.models.line import worded
from cleaner.models.line.guards import CARDS, long_sentence, sentence
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.signoffs import reads_as_prose

MOST_WORDS, MOST_ITEMS = 60, 12
"""Larger elements are not boxes."""
GAP_WORDS = 110
"""More words between two cuts of a dump are no box."""
FEWEST = 8
"""Lines of fewer words in all may recur in a story."""

LINKED = 0.95
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
TELLING = frozenset(str.split("newsletter paywall comments ad donation promo share video cookie related"))
"""Kinds of boilerplate that come in boxes."""
ADDRESSING = frozenset(["newsletter", "paywall", "comments", "cookie"])
"""Kinds of boxes that address the reader in sentences."""

PICTURED = frozenset(["caption", "credit", "gallery", "embed"])
"""Kinds of lines between the paragraphs of a story told in pictures or posts."""

MOST_PLACES = 50
"""A line that stands in more places is looked for in so many."""

SHARE = 0.4
"""The ``<article>`` around the headline must hold at least this share of the text to be the story."""


def settle_boxes(page: Reading) -> None:
    """Cut the rest of known boxes, and a second article."""
    if not page.on_page:
        _settle_gaps(page)
        return
    for box in _boxes(page):
        if kind := _known_as(page, box):
            rest = [i for i in box if i not in page.cuts]
            page.cut_all(rest, f"{kind}.box")
    _second_article(page)


def _settle_gaps(page: Reading) -> None:
    """Cut what stands between two cuts of a dump, if it belongs to them."""
    places: dict[str, list[int]] = {}
    for i, item in enumerate(page.items):
        places.setdefault(item.text, []).append(i)
    for gap in list(_gaps(page)):
        again = places[page.items[gap[0]].text][:MOST_PLACES]
        if rule := "repeat.box" if _stands_again(page, gap, again) else _worded_like_box(page, gap):
            page.cut_all(gap, rule)
    _settle_cards(page)


def _settle_cards(page: Reading) -> None:
    """Cut what stands between the cards that announce other stories: the model has cut the sentences of some.

    Cards may stand above a story and below it, and ads between its paragraphs: a paragraph never goes, nor does what
    has no line of a card on both sides.
    """
    cut = [i for i, cut in page.cuts.items() if cut.rule == "model.related" and sentence(page.items[i].text)]
    if len(cut) < CARDS:
        return
    first, last = min(cut), max(cut)
    for gap in [gap for gap in _gaps(page) if first < gap[0] < last and len(gap) <= CARDS]:
        beside = {page.cuts[gap[0] - 1].taken_for, page.cuts[gap[-1] + 1].taken_for}
        if beside == {"related"} and not any(long_sentence(page.items[i].text) for i in gap):
            page.cut_all(gap, "related.card")


def _gaps(page: Reading) -> Iterator[range]:
    """The short runs of lines of a dump that have a cut line right above and right below."""
    cut = sorted(page.cuts)
    for above, below in pairwise(cut):
        gap = range(above + 1, below)
        if 0 < len(gap) <= MOST_ITEMS and sum([page.items[i].words for i in gap]) <= GAP_WORDS:
            yield gap


def _worded_like_box(page: Reading, gap: range) -> str | None:
    """The rule that cuts the lines between two cuts, if at least half of them are worded like their box.

    A line that reports speech is the story's.
    """
    around = {page.cuts[gap[0] - 1].taken_for, page.cuts[gap[-1] + 1].taken_for}
    if not around & ADDRESSING or around & PICTURED:
        return None
    texts = [page.items[i].text for i in gap]
    if sum([worded(text) in ADDRESSING for text in texts]) * 2 < len(texts):
        return None
    if (len(gap) == 1 and not around <= TELLING - {"related"}) or any(map(reads_as_prose, texts)):
        return None
    return f"{min(around & ADDRESSING)}.box"


def _stands_again(page: Reading, gap: range, again: Sequence[int]) -> bool:
    """Does the text hold the same lines elsewhere: two or more of them, or a single one three times, between cuts?

    ``again`` is where the first of them stands. A story says no two lines twice, but a form does, and its error
    messages. Short answers of an interview recur, so few words prove nothing.
    """
    if sum([page.items[i].words for i in gap]) < FEWEST:
        return False
    if len(gap) == 1:
        return len(again) > 2 and all(i - 1 in page.cuts and i + 1 in page.cuts for i in again)
    run = [page.items[i].text for i in gap]
    return sum([run == [item.text for item in page.items[i : i + len(run)]] for i in again]) > 1


def _boxes(page: Reading) -> Iterator[list[int]]:
    """The items of small elements of which some are cut and some stay."""
    members: dict[Node, list[int]] = {}
    left = page.left()
    if not left:
        return
    for i in range(left[0], min(len(page.items), left[-1] + MOST_ITEMS)):
        for node in _around(page, i):
            members.setdefault(node, []).append(i)
    for box in members.values():
        rest = [i for i in box if i not in page.cuts]
        if any(page.items[i].note == "stated" for i in rest):
            continue
        if rest and 2 <= len(box) <= MOST_ITEMS and sum(page.items[i].words for i in rest) <= MOST_WORDS:
            yield box


def _around(page: Reading, i: int) -> Iterator[Node]:
    """Up to three elements around an item, inside the story's container."""
    node = page.items[i].node
    for _ in range(3):
        if node.place.level <= page.home.level or node.place is page.home:
            return
        yield node
        if node.parent is None:
            return
        node = node.parent


def _known_as(page: Reading, box: list[int]) -> str:
    """The kind of a box, from two cut items (one a known wording or a button) or from a cut linked heading."""
    cut = [i for i in box if i in page.cuts]
    heads = [i for i in cut if page.items[i].label in HEADINGS and page.items[i].links >= LINKED]
    if heads:
        return "related"
    worded = [page.cuts[i].kind for i in cut if page.cuts[i].kind in TELLING]
    if len(cut) >= 2 and worded:
        return worded[0]
    return ""


def _second_article(page: Reading) -> None:
    """Cut ``<article>`` elements that follow the one with the headline."""
    homes = {i: _outermost_article(page.items[i].node) for i in page.left()}
    first = next((i for i, item in enumerate(page.items) if item.label == "h1" and item.text in page.titles), None)
    story = _outermost_article(page.items[first].node) if first is not None else None
    if story is None:
        return
    words: Counter[Node | None] = Counter()
    for i, home in homes.items():
        words[home] += page.items[i].words
    last = max((i for i, home in homes.items() if home is story), default=-1)
    if words[story] >= SHARE * sum(words.values()):
        page.cut_all([i for i, home in homes.items() if i > last >= 0 and home not in (story, None)], "related.article")


def _outermost_article(node: Node) -> Node | None:
    """The outermost ``<article>`` around a node."""
    found = node if node.name == "article" else None
    for outer in node.parents:
        if outer.name == "article":
            found = outer
    return found
