"""Whose mention it is: one entry a person.

Full names come first; *Biden* alone goes to the full name that ends in it. Where an article has two of them (*Hunter
Biden*, *Joe Biden*), it goes to the one whom the article does not call by the given name, to the one who bore the
same title, to the one named in full just before, to the one at the centre, in this order. Everything is found through
an index by surname and given name, never by comparing all with all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.core.article import Mention, Person
from cleaner.parties.name_lists import HONORIFIC, PARTICLE, ROLE, codes, nicknames
from cleaner.stages.names.titles import beside, in_mixed_case, split_suffix

_TITLES = HONORIFIC | ROLE
_INNER = re.compile(r" \([^()]*\)")
_RIVALS = 20
_NEAR = 150
_ALIAS_GAP = 60
_ALIAS = re.compile(
    r"\b(?<!best )(?:known|written|writes|performs|performing|billed|credited) (?:\w+ )?(?:as|under)\b"
    r"|\b(?:born|née|nee|aka|a\.k\.a\.)\b"
)


class Mentioned(NamedTuple):
    """A mention: its span, its folded words without suffix and particles, the code of the title in front of it."""

    start: int
    end: int
    keys: tuple[str, ...]
    before: int = 0


@dataclass(slots=True)
class _Entry:
    """A person in the making; ``fulls`` holds where full names of it start."""

    keys: tuple[str, ...]
    mentions: list[Mentioned] = field(default_factory=list)
    fulls: list[int] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)

    def take(self, mention: Mentioned) -> None:
        """Add a mention."""
        self.mentions.append(mention)
        if len(mention.keys) > 1:
            self.fulls.append(mention.start)
        if mention.before & _TITLES:
            self.titles.add(mention.before)


def link(text: str, mentions: Iterable[Mentioned]) -> Iterator[Person]:
    """The persons, in the order of their first mention."""
    ordered = sorted(mentions)
    index = _Index(frozenset(m.keys[0] for m in ordered if len(m.keys) == 1))
    end = -_ALIAS_GAP
    for mention in ordered:
        if len(mention.keys) > 1:
            near_by = mention.start - end < _ALIAS_GAP
            index.full(mention, alias=near_by and bool(_ALIAS.search(text, end, mention.start)))
            end = mention.end
    for mention in ordered:
        if len(mention.keys) == 1:
            index.single(mention)
    for entry in sorted(index.all, key=lambda e: min(e.mentions)):
        yield _person(text, sorted(entry.mentions))


def _person(text: str, mentions: list[Mentioned]) -> Person:
    longest = max(mentions, key=lambda m: (len(m.keys), m.end - m.start, -m.start))
    name, suffix = split_suffix(" ".join(_INNER.sub("", text[longest.start : longest.end]).split()))
    if name.isupper() and (
        mixed := [m for m in mentions if m.keys == longest.keys and not text[m.start : m.end].isupper()]
    ):
        name, suffix = split_suffix(" ".join(text[mixed[0].start : mixed[0].end].split()))
    told = beside(text, [(m.start, m.end) for m in mentions[:_RIVALS]])
    return Person(
        name=in_mixed_case(name),
        honorifics=told.honorifics,
        suffix=suffix,
        role=told.role,
        mentions=tuple(Mention(start=m.start, end=m.end, text=text[m.start : m.end]) for m in mentions),
    )


class _Index:
    """Entries by surname, by given name, by any name in between, and by the letters of the surname."""

    def __init__(self, alone: frozenset[str]) -> None:
        self.all: list[_Entry] = []
        self._alone = alone
        self._by_last: dict[str, list[_Entry]] = defaultdict(list)
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        self._by_any: dict[str, list[_Entry]] = defaultdict(list)
        self._by_letters: dict[str, list[_Entry]] = defaultdict(list)

    def full(self, mention: Mentioned, *, alias: bool) -> None:
        """Give a full name to the entry that it agrees with, to the last one if it is an alias, or to a new one."""
        entry = self._same(mention.keys)
        if entry is None and alias and self.all:
            entry = self.all[-1]
            self._file(mention.keys, entry)
        if entry is None:
            self._add(mention)
            return
        entry.take(mention)
        if len(mention.keys) > len(entry.keys) and mention.keys[-1] == entry.keys[-1]:
            entry.keys = mention.keys

    def _same(self, keys: tuple[str, ...]) -> _Entry | None:
        first, last = keys[0], keys[-1]
        if len(keys) == 2 and codes().get(first, 0) & PARTICLE and self._by_last.get(last):
            return self._by_last[last][-1]
        for entry in self._by_last[last][-_RIVALS:]:
            if same_given(first, entry.keys[0]) or entry.keys[-len(keys) :] == keys:
                return entry
        for entry in self._by_first[first][-_RIVALS:]:
            if near(entry.keys[-1], last) or entry.keys[: len(keys)] == keys:
                return entry
        return next((e for e in self._by_first[last][-_RIVALS:] if e.keys == keys[::-1]), None)

    def single(self, mention: Mentioned) -> None:
        """Give a single name to the entry whose surname, else given name, else any name it is, be it misspelt."""
        key = mention.keys[0]
        for names in (self._by_last, self._by_first, self._by_any):
            if found := names.get(key):
                self._best(found, mention).take(mention)
                return
        for other in nicknames().get(key, ()):
            if found := self._by_first.get(other):
                self._best(found, mention).take(mention)
                return
        for letters in (key[:3], key[-3:]) if len(key) > 5 else ():
            for entry in self._by_letters.get(letters, ())[:_RIVALS]:
                if near(entry.keys[-1], key):
                    entry.take(mention)
                    return
        self._add(mention)

    def _best(self, entries: list[_Entry], mention: Mentioned) -> _Entry:
        """Of several people of one name, the one who is meant."""
        if len(entries) == 1:
            return entries[0]
        key = mention.keys[0]
        rivals = [e for e in entries[-_RIVALS:] if key == e.keys[-1]] or entries[-_RIVALS:]
        rivals = [e for e in rivals if len(e.keys) < 2 or e.keys[0] == key or e.keys[0] not in self._alone] or rivals
        if mention.before & _TITLES:
            rivals = [e for e in rivals if mention.before in e.titles] or rivals
        return max(rivals, key=lambda e: _standing(e, mention))

    def _add(self, mention: Mentioned) -> None:
        entry = _Entry(mention.keys)
        entry.take(mention)
        self.all.append(entry)
        self._file(mention.keys, entry)

    def _file(self, keys: tuple[str, ...], entry: _Entry) -> None:
        last = keys[-1]
        self._by_last[last].append(entry)
        if len(keys) > 1:
            self._by_first[keys[0]].append(entry)
            for letters in dict.fromkeys((last[:3], last[-3:])):
                self._by_letters[letters].append(entry)
            for key in keys[1:-1]:
                self._by_any[key].append(entry)


def _standing(entry: _Entry, mention: Mentioned) -> tuple[int, int, int]:
    """How near, and how much at the centre of the article, an entry is for a mention."""
    before = bisect_left(entry.fulls, mention.start)
    last = entry.fulls[before - 1] if before else -1
    return (last if last > mention.start - _NEAR else -1, len(entry.fulls), -entry.mentions[0].start)


def same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: equal, one the initial, the beginning or the short form of the other.

    >>> same_given("joe", "joseph"), same_given("j", "joe"), same_given("rob", "robert"), same_given("joe", "john")
    (True, True, True, False)
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short == long or (len(short) != 2 and long.startswith(short)):
        return True
    return b in nicknames().get(a, ())


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
