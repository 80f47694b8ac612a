"""Rows with their index, and which of them are in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property

from cleaner.core import tables
from cleaner.rules.rows import LONGEST, Rule, build, sources
from cleaner.rules.triggers import beginnings

_SPEECH = re.compile(
    r"(?:sa(?:id|ys|gt)|told|wrot)(?<!\w.{4})"
    r"|, (?:[\w'-]+ ){1,4}(?:added|argued|insisted|recalled|joked|warned|urged)\b"
)
"""Somebody speaks: a line that reports it is prose, however it begins."""

_LABELLED = re.compile(r"[a-z' ]{3,24} ?[:|>] ?.")
"""A label leads on to another story's headline, and headlines report speech, too: "read next: rain, says the mayor"."""


@dataclass(frozen=True)
class RuleBook:
    """Rows with their index: each word beginning that some row needs, and the rows that need it.

    >>> book = RuleBook((Rule("share.this", "share this"), Rule("tags.label", "tags")))
    >>> book.find("tags").id, book.find("share this recipe with friends")
    ('tags.label', None)
    """

    rules: tuple[Rule, ...]

    @cached_property
    def opened(self) -> dict[str, tuple[int, ...]]:
        """Beginnings of a line's first word → the rows that can begin so."""
        index: dict[str, list[int]] = {}
        for i, rule in enumerate(self.rules):
            for word in rule.opens:
                index.setdefault(word, []).append(i)
        return {word: tuple(rows) for word, rows in index.items()}

    @cached_property
    def open(self) -> dict[str, tuple[int, ...]]:
        """Triggers → the rows that can begin with anything; those without a trigger stand under the empty string."""
        index: dict[str, list[int]] = {}
        for i, rule in enumerate(self.rules):
            for word in () if rule.opens else (rule.needs or {""}):
                index.setdefault(word, []).append(i)
        return {word: tuple(rows) for word, rows in index.items()}

    @cached_property
    def triggers(self) -> frozenset[str]:
        """All word beginnings that some row needs."""
        return frozenset().union(*(rule.needs for rule in self.rules))

    def find(self, folded: str) -> Rule | None:
        """The first row, in the order of the shelf, that matches a folded line."""
        return next(self.matches(folded), None)

    def matches(self, folded: str) -> Iterator[Rule]:
        """Every row that matches a folded line, in the order of the shelf."""
        spoken = _SPEECH.search(folded) is not None
        if len(folded) > LONGEST or (spoken and not _LABELLED.match(folded)):
            return
        words = beginnings(folded)
        if not words:
            return
        rules, by_word, seen = self.rules, self.open, self.triggers.intersection(words)
        rows = {i for i in self.opened.get(words[0], ()) if not rules[i].needs or not seen.isdisjoint(rules[i].needs)}
        rows.update(by_word.get("", ()), *[by_word[word] for word in seen if word in by_word])
        for i in sorted(rows):
            if (not spoken or rules[i].id.startswith("related.")) and rules[i].regex.fullmatch(folded):
                yield rules[i]


_IN_USE: ContextVar[RuleBook | None] = ContextVar("rules in use", default=None)


def rulebook() -> RuleBook:
    """The rows in use: those that :func:`using` has named, else the package's."""
    return _IN_USE.get() or package_rules()


@contextmanager
def using(book: RuleBook | None) -> Iterator[None]:
    """Have :func:`rulebook` return ``book`` within this block and this thread; ``None`` leaves it as it is.

    >>> with using(RuleBook((Rule("slogan.lamp", "light for leeds"),))):
    ...     rulebook().find("light for leeds").id
    'slogan.lamp'
    """
    token = _IN_USE.set(book or _IN_USE.get())
    try:
        yield
    finally:
        _IN_USE.reset(token)


@cache
def package_rules() -> RuleBook:
    """All rows of the package, file by file and row by row in the order of the shelf."""
    return RuleBook(tuple(_rule(*row) for row in tables.load("rules", sources(), build)))


def _rule(
    name: str, match: str, lang: str, source: str, cuts: list[str], keeps: list[str], needs: str, opens: str
) -> Rule:
    words = frozenset(needs.split()), frozenset(opens.split())
    return Rule(name, match, tuple(cuts), tuple(keeps), source, lang, words)
