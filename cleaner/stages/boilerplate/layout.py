"""From cuts to edits: cut items go with their line breaks, and one blank line separates the others."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.core.document import Edit
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Cut


class _Gone(NamedTuple):
    """One or more items that a single edit cuts."""

    start: int
    end: int
    cut: Cut


def edits(text: str, items: Sequence[Item], cuts: Mapping[int, Cut], joined: Container[int] = ()) -> Iterator[Edit]:
    """An edit for each cut item (``joined`` ones go with the item before), and for the space between kept items.

    A dump with a paragraph on each line gets blank lines. A dump with blank lines keeps the single line breaks inside
    its blocks, which may be verse or a list. A block of a page is a paragraph. A clean text does not change.

    >>> text = "One.\\nShare\\n\\nTwo.\\n"
    >>> lines = [Item(0, 4, "One."), Item(5, 10, "Share"), Item(12, 16, "Two.")]
    >>> [edit[:4] for edit in edits(text, lines, {1: Cut("share.label")})]
    [(4, 10, '', 'share.label'), (16, 17, '', 'layout.blank')]
    """
    kept = [i for i in range(len(items)) if i not in cuts]
    loose = (bool(items) and items[0].on_page) or _loose(text, items, kept)
    before = -1
    for i in [*kept, len(items)]:
        start = items[before].end if before >= 0 else 0
        end = items[i].start if i < len(items) else len(text)
        if before < 0 or i == len(items):
            wanted = ""
        else:
            single = i == before + 1 and _single(text, start, end)
            wanted = "\n" if single and not loose else "\n\n"
        if text[start:end] != wanted:
            yield from _gap(text, start, end, _gone(items, cuts, joined, range(before + 1, i)), wanted)
        before = i


def _gone(items: Sequence[Item], cuts: Mapping[int, Cut], joined: Container[int], where: range) -> list[_Gone]:
    """The cuts between two kept items; joined ones are one."""
    firsts = [k for k in where if k == where.start or k not in joined]
    found: list[_Gone] = []
    for k, behind in pairwise([*firsts, where.stop]):
        cut, more = cuts[k], behind - k - 1
        if more:
            cut = cut._replace(evidence=f"{cut.evidence}, and {more} more")
        found.append(_Gone(items[k].start, items[behind - 1].end, cut))
    return found


def _loose(text: str, items: Sequence[Item], kept: Sequence[int]) -> bool:
    """Is each line a paragraph? Yes, if single breaks outnumber blank lines between kept items."""
    single = blank = 0
    for a, b in pairwise(kept):
        if b == a + 1 and _single(text, items[a].end, items[b].start):
            single += 1
        else:
            blank += 1
    return single > blank


def _single(text: str, start: int, end: int) -> bool:
    """Is there one line break, and no blank line, between two items?"""
    return end - start == 1 or text.count("\n", start, end) == 1


def _gap(text: str, start: int, end: int, gone: Sequence[_Gone], wanted: str) -> Iterator[Edit]:
    """The edits between two kept items: one for each cut, and one for the remaining space."""
    if not gone:
        yield from _space(text, start, end, wanted)
        return
    first, last = gone[0].start, gone[-1].end
    if text[last:end] == wanted and text[start:first] != wanted:
        for each in gone:
            yield Edit(start, each.end, "", *each.cut)
            start = each.end
        return
    yield from _space(text, start, first, wanted)
    stops = [each.start for each in gone[1:]] + [end]
    for each, stop in zip(gone, stops, strict=True):
        yield Edit(each.start, stop, "", *each.cut)


def _space(text: str, start: int, end: int, wanted: str) -> Iterator[Edit]:
    """The smallest edit that turns blank space into the wanted one."""
    if text[start:end] == wanted:
        return
    stop, at = len(wanted), 0
    while stop and end > start and text[end - 1] == wanted[stop - 1]:
        stop, end = stop - 1, end - 1
    while at < stop and end > start and text[start] == wanted[at]:
        at, start = at + 1, start + 1
    yield Edit(start, end, wanted[at:stop], "layout.paragraph" if start == end else "layout.blank")
