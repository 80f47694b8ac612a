"""Repetitions: paragraphs, pull quotes, the headline in the text, or the whole article in a hidden element.

Refrains and chants repeat, too. So only long lines count, and blocks of a page only in different places of the tree. A
label that a site sets between paragraphs ("Article content", "Story continues below") occurs again and again. Unlike a
refrain, it has paragraphs on both sides; unlike the speaker in an interview, it has a word in lower case. Sub-headings
announced by a table of contents stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cleaner.core.tree import Place
from cleaner.stages.boilerplate.items import HEADINGS, Item
from cleaner.stages.boilerplate.reading import Reading
from cleaner.text.words import bare

_LONG = 15
LABELS = 4
SHORTEST_REPEAT, LONGEST_REPEAT = 30, 1000
MOST_PARTS, MOST_WHOLES = 400, 20


def read_repeats(page: Reading) -> None:
    """Cut repetitions."""
    if page.on_page:
        _blocks_again(page)
    else:
        _lines_again(page)
    _labels_again(page)


def _lines_again(page: Reading) -> None:
    """Cut the second of two equal long lines."""
    seen: set[str] = set()
    for i in page.left():
        line = page.items[i]
        if line.words >= _LONG and line.prose:
            if line.text in seen:
                page.cut(i, "repeat.paragraph")
            seen.add(line.text)


def _labels_again(page: Reading) -> None:
    """Cut a short line without a stop that occurs between paragraphs at least ``LABELS`` times."""
    left = page.left()
    among = [
        page.items[i].text
        for before, i, behind in zip(left, left[1:], left[2:], strict=False)
        if is_label(page.items[i].text) and (page.items[before].prose or page.items[behind].prose)
    ]
    labels = {text: n for text, n in Counter(among).items() if n >= LABELS}
    for i in left:
        if n := labels.get(page.items[i].text):
            page.cut(i, "repeat.label", f"{n} times between paragraphs")


def is_label(text: str) -> bool:
    """Could a line be a label between paragraphs: two to five words, one of them in lower case, without a stop?

    >>> is_label("Article content"), is_label("Ann Lee"), is_label("What happened then?"), is_label("It rained.")
    (True, False, False, False)
    """
    words = text.split() if text[-1:].isalpha() else []
    return 2 <= len(words) <= 5 and any(word[0].islower() for word in words)


def _blocks_again(page: Reading) -> None:
    """Cut blocks that repeat a headline or an earlier block elsewhere in the tree, pull quotes, and copies."""
    heads = {bare(title).lower() for title in page.titles} - {""}
    shortest = min(map(len, heads), default=0)
    long = [i for i in page.outside if len(page.items[i].text) >= shortest > 0]
    page.cut_all([i for i in long if i in page.cuts and page.items[i].bare in heads], "title.line", "headline")
    said = {i: page.items[i].bare for i in page.left()}
    seen: dict[str, Place] = {}
    for i, text in said.items():
        item = page.items[i]
        place = item.node.place.around
        if text in heads and len(said) > 1:
            page.cut(i, "title.repeated", moved_to="headline")
        elif item.label in HEADINGS:
            continue
        elif len(text) >= SHORTEST_REPEAT and seen.setdefault(text, place) is not place:
            page.cut(i, "repeat.block")
        elif text and is_pull_quote(item) and any(text in other for k, other in said.items() if k != i):
            page.cut(i, "repeat.pull-quote")
    page.cut_all(_copies(said), "repeat.whole")


def _copies(said: dict[int, str]) -> Iterator[int]:
    """The long blocks that consist mostly of others: some pages repeat the whole article in a hidden element."""
    parts = [text for text in said.values() if SHORTEST_REPEAT <= len(text) <= LONGEST_REPEAT][:MOST_PARTS]
    for i in [i for i, text in said.items() if len(text) > LONGEST_REPEAT][:MOST_WHOLES]:
        if sum([len(part) for part in parts if part in said[i]]) > 0.6 * len(said[i]):
            yield i


def is_pull_quote(item: Item) -> bool:
    """Do the elements around a block call it a pull quote?"""
    near = [place.kind.name for place, _ in zip(item.node.place.outward(), range(3), strict=False)]
    return any("pull" in name and "quot" in name for name in near)
