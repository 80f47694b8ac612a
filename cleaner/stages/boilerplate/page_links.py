"""Links to other stories that stand in the story's own container, where the model sees paragraphs and lists.

Two signs are plain to a reader on any site: a paragraph that is one link in capitals, and a list of links right below a
line that announces other stories.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cleaner.core.document import Mark

LONGEST_ITEM = 240
LINKED, ALL = 0.25, 0.95
"""From these shares of links an item of a list leads elsewhere, and a paragraph is nothing but a link."""
FEWEST_WORDS = 5


def is_shouted_link(text: str, mark: Mark) -> bool:
    """Is a paragraph one link in capitals, as headlines of other stories stand between paragraphs?

    >>> link = Mark(0, 40, "p", ("article", "p", "strong", "a"), links=1.0)
    >>> is_shouted_link("MAYOR'S $40M PLAN FOR THE BRIDGE FACES FIRE", link)
    True
    >>> is_shouted_link("The report is here: OECD PISA", link), is_shouted_link("£79.99, LAKELAND", link)
    (False, False)
    """
    if mark.label != "p" or mark.links < ALL or text.count(" ") + 1 < FEWEST_WORDS:
        return False
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return capitals > 9 * small


def announced(texts: Sequence[str], marks: Sequence[Mark], cuts: Mapping[int, str]) -> Iterator[int]:
    """The items of lists that stand right below a line which rows cut for announcing other stories."""
    for i in [i for i, rule in cuts.items() if rule.startswith("related.")]:
        items = list(_items(marks, i + 1))
        if items and sum(marks[k].links for k in items) >= LINKED * len(items):
            yield from (k for k in items if len(texts[k]) <= LONGEST_ITEM)


def _items(marks: Sequence[Mark], start: int) -> Iterator[int]:
    """The items of the list that begins at a block."""
    for i in range(start, len(marks)):
        if marks[i].label != "li" or _list(marks[i]) != _list(marks[start]):
            return
        yield i


def _list(mark: Mark) -> tuple[str, ...]:
    """The path of the list that an item stands in."""
    names = [element.partition(".")[0] for element in mark.path]
    return mark.path[: len(names) - names[::-1].index("li") - 1] if "li" in names else mark.path[:-1]
