"""Which rows can match a line, told by the words that the line holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cleaner.rules.triggers import Trigger


class _Shelf(NamedTuple):
    """Rows that one word calls for: those that need nothing else, and those that do, with what they need."""

    alone: list[int]
    more: list[tuple[int, tuple[frozenset[str], ...]]]


class Index:
    """Rows, numbered in order, by the first words and the rarest words that their triggers name.

    >>> from cleaner.rules.triggers import triggers
    >>> index = Index(map(triggers, ("share this", ".*news.* by mail", "[a-z]+")))
    >>> index.candidates(["shar", "this"]), index.candidates(["the", "news"]), index.candidates(["news", "by", "mail"])
    ([0, 2], [2], [1, 2])
    """

    def __init__(self, rows: Iterable[tuple[Trigger, ...]]) -> None:
        self._opened: dict[str, _Shelf] = {}
        self._held: dict[str, _Shelf] = {}
        self._always = _Shelf([], [])
        needed: set[str] = set()
        for row, triggers in enumerate(rows):
            for trigger in triggers:
                needed.update(*trigger.needs)
                for shelf, needs in self._shelves(trigger):
                    if needs:
                        shelf.more.append((row, needs))
                    else:
                        shelf.alone.append(row)
        self._needed = frozenset(needed)

    def _shelves(self, trigger: Trigger) -> list[tuple[_Shelf, tuple[frozenset[str], ...]]]:
        """Where a row belongs, and what it needs besides."""
        opens, needs = trigger
        if opens:
            return [(self._opened.setdefault(word, _Shelf([], [])), needs) for word in opens]
        if needs:
            return [(self._held.setdefault(word, _Shelf([], [])), needs[1:]) for word in needs[0]]
        return [(self._always, ())]

    def candidates(self, words: list[str]) -> list[int]:
        """The rows that can match a line with these beginnings of words, in order."""
        seen = self._needed.intersection(words)
        rows: set[int] = set()
        called = [self._held[word] for word in self._held.keys() & seen]
        for alone, more in (self._always, self._opened.get(words[0], _EMPTY), *called):
            rows.update(alone)
            for row, needs in more:
                for need in needs:
                    if seen.isdisjoint(need):
                        break
                else:
                    rows.add(row)
        return sorted(rows)


_EMPTY = _Shelf([], [])
