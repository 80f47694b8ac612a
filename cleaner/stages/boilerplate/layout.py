"""From verdicts to edits: cut lines go with their line break, what stays is parted by one blank line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cleaner.core.document import Edit
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Cut


def edits(text: str, lines: Sequence[Item], cuts: Mapping[int, Cut]) -> Iterator[Edit]:
    """Each cut line as its own edit, then the blank space between kept ones.

    A dump with one paragraph a line gets its blank lines; one that has blank lines keeps the single breaks within its
    blocks, which may be verse or a list. A clean text is left as it is.

    >>> text = "One.\\nShare\\n\\nTwo.\\n"
    >>> lines = [Item(0, 4, "One."), Item(5, 10, "Share"), Item(12, 16, "Two.")]
    >>> [edit[:4] for edit in edits(text, lines, {1: Cut("share.label")})]
    [(4, 10, '', 'share.label'), (16, 17, '', 'layout.blank')]
    """
    kept = [i for i in range(len(lines)) if i not in cuts]
    loose = _loose(text, lines, kept)
    before = -1
    for i in [*kept, len(lines)]:
        start = lines[before].end if before >= 0 else 0
        end = lines[i].start if i < len(lines) else len(text)
        if before < 0 or i == len(lines):
            wanted = ""
        else:
            single = i == before + 1 and _single(text, start, end)
            wanted = "\n" if single and not loose else "\n\n"
        if text[start:end] != wanted:
            yield from _gap(text, start, end, [(lines[k], cuts[k]) for k in range(before + 1, i)], wanted)
        before = i


def _loose(text: str, lines: Sequence[Item], kept: Sequence[int]) -> bool:
    """Is each line a paragraph? So it is where single breaks outnumber blank lines among what is kept."""
    single = blank = 0
    for a, b in pairwise(kept):
        if b == a + 1 and _single(text, lines[a].end, lines[b].start):
            single += 1
        else:
            blank += 1
    return single > blank


def _single(text: str, start: int, end: int) -> bool:
    """Does one line break, and no blank line, stand between two lines?"""
    return end - start == 1 or text.count("\n", start, end) == 1


def _gap(text: str, start: int, end: int, gone: Sequence[tuple[Item, Cut]], wanted: str) -> Iterator[Edit]:
    """The edits between two kept lines: one for each line that goes, one for the space that is left."""
    if not gone:
        yield from _space(text, start, end, wanted)
        return
    first, last = gone[0][0].start, gone[-1][0].end
    if text[last:end] == wanted and text[start:first] != wanted:
        for line, cut in gone:
            yield Edit(start, line.end, "", *cut)
            start = line.end
        return
    yield from _space(text, start, first, wanted)
    stops = [line.start for line, _ in gone[1:]] + [end]
    for (line, cut), stop in zip(gone, stops, strict=True):
        yield Edit(line.start, stop, "", *cut)


def _space(text: str, start: int, end: int, wanted: str) -> Iterator[Edit]:
    """The smallest edit that turns blank space into what is wanted."""
    if text[start:end] == wanted:
        return
    stop, at = len(wanted), 0
    while stop and end > start and text[end - 1] == wanted[stop - 1]:
        stop, end = stop - 1, end - 1
    while at < stop and end > start and text[start] == wanted[at]:
        at, start = at + 1, start + 1
    yield Edit(start, end, wanted[at:stop], "layout.paragraph" if start == end else "layout.blank")
