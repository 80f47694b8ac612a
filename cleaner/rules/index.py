"""Which rows can match a line, told by the words and the strings that the line holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cleaner.rules.triggers import Trigger

_Shelf = list[tuple[int, tuple[frozenset[str], ...], tuple[str, ...]]]
"""Rows that one word calls for, with the words and the strings that they need besides."""


class Index:
    """Rows, numbered in order, by the first words and the rarest words that their triggers name.

    >>> from cleaner.rules.triggers import triggers
    >>> index = Index(map(triggers, ("share this", ".*news.* by mail", "[a-z]+")))
    >>> lines = ["share this", "the news", "news by mail"]
    >>> [index.candidates([word[:4] for word in line.split()], line) for line in lines]
    [[0, 2], [2], [1, 2]]
    """

    def __init__(self, rows: Iterable[tuple[Trigger, ...]]) -> None:
        self._opened: dict[str, _Shelf] = defaultdict(list)
        self._held: dict[str, _Shelf] = defaultdict(list)
        self._always: _Shelf = []
        needed: set[str] = set()
        for row, triggers in enumerate(rows):
            for trigger in triggers:
                needed.update(*trigger.needs)
                self._shelve(row, trigger)
        self._needed = frozenset(needed)

    def _shelve(self, row: int, trigger: Trigger) -> None:
        """Put a row where its first words call for it, else its rarest ones."""
        spelt, opens, needs = trigger
        strings = tuple(sorted(spelt, key=len)) or ("",)
        if opens:
            shelves = [self._opened[word] for word in opens]
        elif needs:
            shelves, needs = [self._held[word] for word in needs[0]], needs[1:]
        else:
            shelves = [self._always]
        for shelf in shelves:
            shelf.append((row, needs, strings))

    def candidates(self, words: list[str], line: str) -> list[int]:
        """The rows that can match a line with these beginnings of words, in order."""
        seen = self._needed.intersection(words)
        rows: set[int] = set()
        for shelf in (self._always, self._opened.get(words[0], ()), *filter(None, map(self._held.get, seen))):
            for row, needs, strings in shelf:
                for need in needs:
                    if seen.isdisjoint(need):
                        break
                else:
                    for string in strings:
                        if string in line:
                            rows.add(row)
                            break
        return sorted(rows)
