"""Links to other stories inside the article, where they look like its paragraphs and lists.

In a dump, a related link is a line without markup: in capitals between two paragraphs, doubled ("Rain again Rain
again", the text of the link and its tooltip), or below a label such as "Most read". On a page, two signs hold for every
site: a paragraph that is one link in capitals, and a list of links right below a line that announces other stories.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleaner.core import lazy_re as re
from cleaner.core.tree import Place
from cleaner.models.line.guards import POSTED
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading, headline_like

LONGEST_ITEM = 240
LINKED, ALL = 0.25, 0.95
"""With at least these shares of links, an item of a list leads elsewhere, and a paragraph is nothing but a link."""
FEWEST_WORDS = 5
_SHOUT = 7
_SHOUT_CHARACTERS = 40
_SHORT = 5
_LOUD = 10
"""Headings of an article have fewer words in capitals."""
_FEW_NAMES = 4
_REFERRAL = 25
_REFERS = re.compile(
    r"(?:for|find out|get|learn|read|see) more\b|(?:[\w&'’.,-]+ ){2,12}(?:has|have|offers?) more\b", re.I
)
"""A line that sends the reader elsewhere: "Learn more about …", "The institute has more on …"."""


def read_related(page: Reading) -> None:
    """Cut links in capitals, doubled links, and lists of links or tags below a label."""
    page.cut_all([i for i in page.left() if is_shouted_link(page.items[i])], "related.capitals")
    announced = [k for i in page.cut_as("related") for k in _announced(page.items, i)]
    page.cut_all([i for i in announced if i not in page.cuts], "related.listed")
    _labelled(page)
    _referral(page)
    _tagged(page)
    _doubled(page)
    _capitals(page)


def is_shouted_link(item: Item) -> bool:
    """Is a paragraph one link in capitals, the headline of another story?

    >>> def link(text, links=1.0):
    ...     return Item(0, len(text), text, label="p", links=links)
    >>> is_shouted_link(link("MAYOR'S $40M PLAN FOR THE BRIDGE FACES FIRE"))
    True
    >>> is_shouted_link(link("The report is here: OECD PISA", 0.6)), is_shouted_link(link("£79.99, LAKELAND"))
    (False, False)
    """
    if item.label != "p" or item.links < ALL or item.words < FEWEST_WORDS:
        return False
    capitals, small = sum(map(str.isupper, item.text)), sum(map(str.islower, item.text))
    return capitals > 9 * small


def _announced(items: Sequence[Item], i: int) -> Iterator[int]:
    """The items of a list of links right below a line that announces other stories."""
    listed = list(_list_from(items, i + 1))
    if listed and sum(items[k].links for k in listed) >= LINKED * len(listed):
        yield from (k for k in listed if len(items[k].text) <= LONGEST_ITEM)


def _list_from(items: Sequence[Item], start: int) -> Iterator[int]:
    """The items of the list that begins at a block."""
    for i in range(start, len(items)):
        if items[i].label != "li" or _list(items[i]) is not _list(items[start]):
            return
        yield i


def _list(item: Item) -> Place:
    """The place of the list around a block."""
    return next((place.around for place in item.node.place.outward() if place.kind.tag == "li"), item.node.place.around)


def _doubled(page: Reading) -> None:
    """Cut a link that says its title twice. A paragraph that repeats itself is longer, and stays."""
    for i in page.left():
        text = page.items[i].text
        half = len(text) // 2
        if (
            24 < len(text) <= 2 * LONGEST_ITEM
            and text[half] == " "
            and text[:half] == text[half + 1 :]
            and text.count(" ") >= 5
        ):
            page.cut(i, "related.doubled")


def _capitals(page: Reading) -> None:
    """Cut headlines in capitals between paragraphs. The article's own headings in capitals are shorter.

    A post in capitals stays: its writer is named right below.
    """
    first, last = page.body
    posts = {i - 1 for i, item in enumerate(page.items) if item.text[0] in "—–-" and POSTED.match(item.text)}
    shouted = [i for i in page.left() if first < i and i not in posts and _in_capitals(page.items[i])]
    if any(page.items[i].words < _SHORT for i in shouted):
        shouted = [i for i in shouted if page.items[i].words >= _LOUD]
    if not any(_shouts(page.items[i]) for i in shouted):
        return
    if len(shouted) * 2 <= max(2, last - first):
        page.cut_all(shouted, "related.capitals")


def _in_capitals(line: Item) -> bool:
    """Is a line a headline in capitals, not a post with hashtags or handles?"""
    return line.text.isupper() and headline_like(line) and "#" not in line.text and "@" not in line.text


def _shouts(line: Item) -> bool:
    return _SHOUT <= line.words <= 24 and len(line.text) >= _SHOUT_CHARACTERS


def _labelled(page: Reading) -> None:
    """Cut headlines of other stories below a label that a row has cut ("Most read").

    Between paragraphs only a short run of long headlines counts, and the last line before a paragraph stays: it may be
    its heading.
    """
    _, last = page.body
    for i in sorted(page.cut_as("related")):
        if page.items[i].words <= 6:
            run = _run(page, i + 1, 4 if i > last else 6)
            behind = page.near(run[-1], 1) if run else None
            if behind is not None and page.items[behind].prose:
                run.pop()
            if len(run) >= 2 and (i > last or len(run) <= 5):
                page.cut_all(run, "related.listed")


def _referral(page: Reading) -> None:
    """Cut the one line under a label such as "More information" that ends a text and sends the reader elsewhere."""
    left = page.left()
    if len(left) < 2 or not (label := page.cuts.get(left[-1] - 1)):
        return
    line = page.items[left[-1]]
    labelled = label.kind == "related" and page.items[left[-1] - 1].words <= _SHORT
    if labelled and line.words <= _REFERRAL and _REFERS.match(line.text):
        page.cut(left[-1], "related.referral")


def _tagged(page: Reading) -> None:
    """Cut names, subjects and places right below a label for tags, after the text, on one line or several."""
    _, last = page.body
    for i in sorted(page.cut_as("tags")):
        label = page.cuts[i].rule != "tags.listed" and page.items[i].words <= 4 and ":" not in page.items[i].text
        if i > last and label:
            run = list(takewhile(lambda k: _names(page.items[k]), _run(page, i + 1, 1)))
            page.cut_all(run, "tags.listed")


def _names(line: Item) -> bool:
    """Is a line one or more names, without the small words of a sentence?"""
    words = line.text.split()
    return len(words) <= _FEW_NAMES or sum(not word[0].islower() for word in words) * 10 >= len(words) * 9


def _run(page: Reading, k: int, least: int) -> list[int]:
    """The headline-like lines of at least ``least`` words from line ``k`` on; cut lines may come between them."""
    run: list[int] = []
    end = min(len(page.items), k + 90)
    while k < end and len(run) < 30:
        line = page.items[k]
        if k not in page.cuts:
            if line.words < least or not headline_like(line) or line.prose:
                break
            run.append(k)
        k += 1
    return run
