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
from cleaner.namelists import HONORIFIC, ROLE, nicknames
from cleaner.stages.names.titles import beside


class Mentioned(NamedTuple):
    """A mention: its span, its folded words without suffix and particles, the code of the title in front of it."""

    start: int
    end: int
    keys: tuple[str, ...]
    before: int = 0


TITLES = HONORIFIC | ROLE


@dataclass(slots=True)
class _Entry:
    keys: tuple[str, ...]
    mentions: list[Mentioned] = field(default_factory=list)


def link(text: str, mentions: Iterable[Mentioned]) -> Iterator[Person]:
    """The persons, in the order of their first mention."""
    ordered = sorted(mentions)
    entries = _Index(frozenset(m.keys[0] for m in ordered if len(m.keys) == 1))
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

    def __init__(self, alone: frozenset[str]) -> None:
        self.all: list[_Entry] = []
        self._alone = alone
        self._by_last: dict[str, list[_Entry]] = defaultdict(list)
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        self._by_any: dict[str, list[_Entry]] = defaultdict(list)
        self._by_letters: dict[str, list[_Entry]] = defaultdict(list)

    def full(self, mention: Mentioned) -> None:
        """Give a full name to the entry that it agrees with, or to a new one."""
        entry = self._same(mention.keys)
        if entry is None:
            self._add(mention)
            return
        entry.mentions.append(mention)
        if len(mention.keys) > len(entry.keys):
            entry.keys = mention.keys

    def _same(self, keys: tuple[str, ...]) -> _Entry | None:
        first, last = keys[0], keys[-1]
        for entry in self._by_last[last][-_RIVALS:]:
            if same_given(first, entry.keys[0]) or entry.keys[-len(keys) :] == keys:
                return entry
        for entry in self._by_first[first][-_RIVALS:]:
            if near(entry.keys[-1], last) or entry.keys[: len(keys)] == keys:
                return entry
        return next((e for e in self._by_first[last][-_RIVALS:] if len(keys) == 2 and e.keys == keys[::-1]), None)

    def single(self, mention: Mentioned) -> None:
        """Give a single name to the entry whose surname, else given name, else any name it is, be it misspelt."""
        key = mention.keys[0]
        for index in (self._by_last, self._by_first, self._by_any):
            if found := index.get(key):
                self._best(found, mention).mentions.append(mention)
                return
        for letters in (key[:3], key[-3:]):
            for entry in self._by_letters[letters][:_RIVALS]:
                if near(entry.keys[-1], key) and len(key) > 5:
                    entry.mentions.append(mention)
                    return
        self._add(mention)

    def _best(self, entries: list[_Entry], mention: Mentioned) -> _Entry:
        """Of several people of one name, the one who is meant.

        An article that calls one of them by the given name alone (*Hunter*) means the other by the surname; a title
        goes to whom it went before (*President Biden*); else it is the one named last.
        """
        if len(entries) == 1:
            return entries[0]
        rivals = entries[-_RIVALS:]
        by_family = [e for e in rivals if e.keys[-1] == mention.keys[0]] or rivals
        rivals = [e for e in by_family if not self._by_given_name(e)] or by_family
        if mention.before & TITLES:
            rivals = [e for e in rivals if any(m.before == mention.before for m in e.mentions)] or rivals
        return max(rivals, key=lambda e: self._standing(e, mention))

    def _by_given_name(self, entry: _Entry) -> bool:
        return len(entry.keys) > 1 and entry.keys[0] in self._alone

    def _standing(self, entry: _Entry, mention: Mentioned) -> tuple[int, int]:
        """How near, and how much at the centre, an entry is for a mention."""
        before = [m.start for m in entry.mentions if m < mention]
        return (max(before) if before else -1, len(entry.mentions))

    def _add(self, mention: Mentioned) -> None:
        entry = _Entry(mention.keys, [mention])
        self.all.append(entry)
        last = mention.keys[-1]
        self._by_last[last].append(entry)
        if len(mention.keys) > 1:
            self._by_first[mention.keys[0]].append(entry)
            self._by_letters[last[:3]].append(entry)
            self._by_letters[last[-3:]].append(entry)
            for key in mention.keys[1:-1]:
                self._by_any[key].append(entry)


_RIVALS = 20


def same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: equal, one the initial, the beginning or the short form of the other.

    >>> same_given("joe", "joseph"), same_given("j", "joe"), same_given("rob", "robert"), same_given("joe", "john")
    (True, True, True, False)
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short == long or ((len(short) == 1 or len(short) > 2) and long.startswith(short)):
        return True
    return (a, b) in nicknames() or (b, a) in nicknames()


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
