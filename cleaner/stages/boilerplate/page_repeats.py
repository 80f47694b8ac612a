"""What a page says twice: its headline above the text and in it, pull quotes, the whole article in a hidden element.

Sub-headings that a table of contents announces stay: what stands first there is the announcement.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from cleaner.core.document import Mark

SHORTEST_REPEAT, LONGEST_REPEAT = 30, 1000
MOST_PARTS, MOST_WHOLES = 400, 20
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SIGNS = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """The letters and digits of a text, by which repetitions are told.

    >>> bare("“It rained,” she said.")
    'itrainedshesaid'
    """
    return _SIGNS.sub("", text).lower()


def repeats(
    texts: Sequence[str], marks: Sequence[Mark], kept: Sequence[int], heads: Collection[str]
) -> Iterator[tuple[int, str]]:
    """The blocks among those ``kept`` that say again what a headline (bare) or an earlier block says, with the rule.

    Some pages hold the whole article once more in one hidden element: a long block that is mostly made of others goes.
    """
    said = {i: bare(texts[i]) for i in kept}
    seen: dict[str, tuple[str, ...]] = {}
    for i, text in said.items():
        place = marks[i].path[:-1]
        if text in heads and len(kept) > 1:
            yield i, "title.repeated"
        elif marks[i].label in HEADINGS:
            continue
        elif len(text) >= SHORTEST_REPEAT and seen.setdefault(text, place) != place:
            yield i, "repeat.block"
        elif text and is_pull_quote(marks[i]) and any(text in other for k, other in said.items() if k != i):
            yield i, "repeat.pull-quote"
    yield from ((i, "repeat.whole") for i in _wholes(said))


def _wholes(said: dict[int, str]) -> Iterator[int]:
    """The long blocks that are mostly made of others."""
    parts = [text for text in said.values() if SHORTEST_REPEAT <= len(text) <= LONGEST_REPEAT][:MOST_PARTS]
    for i in [i for i, text in said.items() if len(text) > LONGEST_REPEAT][:MOST_WHOLES]:
        if sum([len(part) for part in parts if part in said[i]]) > 0.6 * len(said[i]):
            yield i


def is_pull_quote(mark: Mark) -> bool:
    """Is a block called a pull quote by the elements around it?"""
    return any("pull" in element and "quot" in element for element in mark.path[-3:])
