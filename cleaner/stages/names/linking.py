"""Whose mention it is: one entry a person.

Full names come first; *Biden* alone goes to the full name that ends in it, and where an article has two of them
(*Hunter Biden*, *Joe Biden*) to the one mentioned last before it. Everything is found through an index by surname and
given name, never by comparing all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.article import Mention, Person
from cleaner.stages.names.titles import beside


class Mentioned(NamedTuple):
    """A mention: its span, its folded words without suffix and particles, the code of the title in front of it."""

    start: int
    end: int
    keys: tuple[str, ...]
    before: int = 0


@dataclass(slots=True)
class _Entry:
    keys: tuple[str, ...]
    mentions: list[Mentioned] = field(default_factory=list)


def link(text: str, mentions: Iterable[Mentioned]) -> Iterator[Person]:
    """The persons, in the order of their first mention."""
    ordered = sorted(mentions)
    entries = _Index()
    for mention in ordered:
        if len(mention.keys) > 1:
            entries.full(mention)
    for mention in ordered:
        if len(mention.keys) == 1:
            entries.single(mention)
    for entry in sorted(entries.all, key=lambda e: min(e.mentions)):
        yield _person(text, sorted(entry.mentions))


def _person(text: str, mentions: list[Mentioned]) -> Person:
    longest = max(mentions, key=lambda m: (len(m.keys), m.end - m.start, -m.start))
    honorifics, role, suffix, name = beside(text, longest.start, longest.end, [(m.start, m.end) for m in mentions])
    return Person(
        name=name,
        honorifics=honorifics,
        suffix=suffix,
        role=role,
        mentions=tuple(Mention(start=m.start, end=m.end, text=text[m.start : m.end]) for m in mentions),
    )


class _Index:
    """Entries by surname and by given name."""

    def __init__(self) -> None:
        self.all: list[_Entry] = []
        self._by_last: dict[str, list[_Entry]] = defaultdict(list)
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        self._by_any: dict[str, list[_Entry]] = defaultdict(list)

    def full(self, mention: Mentioned) -> None:
        """Give a full name to the entry that it agrees with, or to a new one."""
        first, last = mention.keys[0], mention.keys[-1]
        for entry in self._by_last[last][-20:]:
            if _same_given(first, entry.keys[0]):
                entry.mentions.append(mention)
                if len(mention.keys) > len(entry.keys):
                    entry.keys = mention.keys
                return
        for entry in self._by_first[first][-20:]:
            if near(entry.keys[-1], last):
                entry.mentions.append(mention)
                return
        self._add(mention)

    def single(self, mention: Mentioned) -> None:
        """Give a single name to the entry whose surname, else given name, else any name it is."""
        key = mention.keys[0]
        for index in (self._by_last, self._by_first, self._by_any):
            if index.get(key):
                self._nearest(index[key], mention).mentions.append(mention)
                return
        self._add(mention)

    def _nearest(self, entries: list[_Entry], mention: Mentioned) -> _Entry:
        """The entry mentioned last before ``mention``, else the first."""
        return max(entries[-20:], key=lambda e: max((m.start for m in e.mentions if m < mention), default=-1))

    def _add(self, mention: Mentioned) -> None:
        entry = _Entry(mention.keys, [mention])
        self.all.append(entry)
        self._by_last[mention.keys[-1]].append(entry)
        if len(mention.keys) > 1:
            self._by_first[mention.keys[0]].append(entry)
            for key in mention.keys[1:-1]:
                self._by_any[key].append(entry)


def _same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: equal, or one the initial of the other."""
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def near(a: str, b: str) -> bool:
    """Whether two words of five letters or more differ by one letter, or by two that changed places.

    >>> near("kardahsian", "kardashian"), near("blinken", "blinkin"), near("lee", "lea")
    (True, True, False)
    """
    if a == b or min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return a == b
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
        return swapped or a[at + 1 :] == b[at + 1 :]
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[at + 1 :] == short[at:]
