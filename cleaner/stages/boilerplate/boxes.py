"""Boxes among the paragraphs, settled as a whole, and the article that a page sets behind its own.

The model and the rows take blocks one by one: of a newsletter box the heading and the button go and its sentence stays,
of a teaser card the linked heading goes and its text stays. Half a box is worse than either. So where part of a small
element is known for what it is, the rest goes with it. A fact box has no such part, and stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cleaner.core.tree import Node
from cleaner.stages.boilerplate.reading import Reading

MOST_WORDS, MOST_ITEMS = 60, 12
"""A larger element is no box."""
LINKED = 0.95
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
TELLING = frozenset(str.split("newsletter paywall comments ad donation promo share video cookie related"))
"""Kinds of boilerplate that come in boxes."""
SHARE = 0.4
"""The article around the headline holds at least this much of the text, or it is not the story."""


def settle_boxes(page: Reading) -> None:
    """Cut what is left of boxes that are known for what they are, and of a second article."""
    if not page.on_page:
        return
    for box in _boxes(page):
        if kind := _known_as(page, box):
            rest = [i for i in box if i not in page.cuts]
            page.cut_all(rest, f"{kind}.box")
    _second_article(page)


def _boxes(page: Reading) -> Iterator[list[int]]:
    """The items of each small element around an item that stays, where others of its items are cut."""
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
    """The elements around an item below the story's container, at most three."""
    node = page.items[i].node
    for _ in range(3):
        if node.place.level <= page.home.level or node.place is page.home:
            return
        yield node
        if node.parent is None:
            return
        node = node.parent


def _known_as(page: Reading, box: list[int]) -> str:
    """What a box is: by two of its items that are cut, one by its wording or a button; by a linked heading that is."""
    cut = [i for i in box if i in page.cuts]
    heads = [i for i in cut if page.items[i].label in HEADINGS and page.items[i].links >= LINKED]
    if heads:
        return "related"
    worded = [page.cuts[i].kind for i in cut if page.cuts[i].kind in TELLING]
    if len(cut) >= 2 and worded:
        return worded[0]
    return ""


def _second_article(page: Reading) -> None:
    """Cut what stands behind the article that holds the headline in articles of its own."""
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
