"""A table of expressions: rows, the words that can start them, and the matching of a text.

A row is a pattern with the words that can start it, a function from a match to its meaning, examples, and look-alikes
that it must not find. A text is split into words once. At each word that can start a row, and only there, the pattern
of the row is matched; of several matching rows, the one with the longest match wins. So the cost depends on the number
of time words, not of rows, and no pattern is ever searched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from cleaner.core import lazy_re as re
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import expand
from cleaner.text.words import table

Anchor = Literal["text", "published", "context"]


class Found(NamedTuple):
    """The meaning of an expression; ``start`` and ``end`` if it is not the whole match.

    ``weak`` marks a part of the day that counts only beside a date, ``dated`` a time that has its date. ``anchor`` is
    the base from which the value was counted.
    """

    type: str
    timex: str
    mod: str | None = None
    start: int = -1
    end: int = -1
    weak: bool = False
    dated: bool = False
    anchor: Anchor = "text"


def date_range(first: str, a: int, b: int, last: str, c: int, d: int) -> list[Found]:
    """The two ends of a range, each a mention of its own, as in TIMEX3."""
    return [Found("DATE", first, None, a, b), Found("DATE", last, None, c, d)]


def ordered(first: str | None, a: int, b: int, last: str | None, c: int, d: int) -> list[Found] | None:
    """A range of two days, if there are such days and the first comes first."""
    return date_range(first, a, b, last, c, d) if first and last and first < last else None


Resolve = Callable[["re.Match[str]", Scope], "Found | list[Found] | None"]


Moves = Literal["always", "onward", "never"]
"""Does a date become the current date of the story? ``onward``: in a chronicle, only forward."""


@dataclass(frozen=True)
class Row:
    """One expression.

    ``starts`` are the words that can begin it, in lower case; "#1" to "#4" stand for numbers of so many digits, "#" for
    any number. If there are ``needs``, one of them must be among the first few words.
    ``sign`` holds signs, one of which must follow a number that begins the row. ``lead`` says what may be taken in on
    its left: "edge" (early, the end of), "earlier", "later", "about" and other hedges, "circa", "the"; not where the
    match is ``attributive``: in "the two-day rally" the article belongs to the rally. ``moves`` says when a date that
    the row finds becomes the one named last, which "two days later" counts from.
    """

    name: str
    starts: frozenset[str]
    needs: frozenset[str]
    source: str
    pieces: Mapping[str, str]
    resolve: Resolve
    finds: Mapping[str, str]
    leaves: tuple[str, ...]
    lead: frozenset[str]
    moves: Moves
    attributive: re.Pattern[str] | None
    sign: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled on first use."""
        return expand(self.source, self.pieces)


class Grammar:
    """The rows of one language, in the order of preference among matches of equal length, indexed by their starts.

    Words match in lower case, Title case and CAPITALS.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)
        index: dict[str, dict[frozenset[str], list[Row]]] = {}
        for row in self.rows:
            needs = frozenset(form for word in row.needs for form in _forms(word))
            for start in row.starts:
                for key in ("#1", "#2", "#3", "#4") if start == "#" else _forms(start):
                    index.setdefault(key, {}).setdefault(needs, []).append(row)
        self._index = {key: _Entry.of(groups) for key, groups in index.items()}
        self._needs = frozenset().union(*(entry.needs for entry in self._index.values()))

    def read(self, scope: Scope) -> Iterator[tuple[Row, Found]]:
        """All expressions of the text, from left to right, without overlaps."""
        done = 0
        for start, rows in self._places(scope.text):
            if start >= done:
                for row, found in _at(start, rows, scope):
                    _move(scope, row, found)
                    done = found.end
                    yield row, found

    def _places(self, text: str) -> Iterator[tuple[int, list[Row]]]:
        """The positions where an expression may start, with the rows that may match there."""
        words, index = table(text).words, self._index
        distinct = set(words)
        known, needed = index.keys() & distinct, self._needs & distinct
        starts = table(text).starts
        places = [(starts[i], word, i) for i, word in enumerate(words) if word in known]
        figures = [(m.start(), m[0]) for m in _FIGURE.finditer(text) if f"#{m.end() - m.start()}" in index]
        places += [(start, figure, bisect_left(starts, start)) for start, figure in figures]
        near = _near(words, needed)
        for start, token, i in sorted(places):
            is_figure = token < _FIRST_LETTER
            entry = index[f"#{len(token)}" if is_figure else token]
            rows = entry.rows(words[i : i + _REACH]) if near[i] else entry.always
            if is_figure:
                rows = _of_figure(rows, text, start, len(token))
            if rows:
                yield start, rows


def _near(words: list[str], needed: Set[str]) -> bytearray:
    """For each word, is a needed word there or within a few words after it?"""
    near = bytearray(len(words) + 1)
    for i in [i for i, word in enumerate(words) if word in needed] if needed else ():
        low = max(0, i - _REACH + 1)
        near[low : i + 1] = _YES[: i + 1 - low]
    return near


class _Entry(NamedTuple):
    """The rows that a word can start: those without needs, and those that need one of some words nearby."""

    always: list[Row]
    needs: frozenset[str]
    groups: list[tuple[frozenset[str], list[Row]]]

    @classmethod
    def of(cls, groups: Mapping[frozenset[str], list[Row]]) -> _Entry:
        needing = [(needs, rows) for needs, rows in groups.items() if needs]
        return cls(groups.get(frozenset(), []), frozenset().union(*(needs for needs, _ in needing)), needing)

    def rows(self, near: list[str]) -> list[Row]:
        """The rows that may match with these words nearby."""
        if self.needs.isdisjoint(near):
            return self.always
        return self.always + [row for needs, rows in self.groups if not needs.isdisjoint(near) for row in rows]


_REACH = 8
_YES = b"\1" * _REACH
_FIGURE = re.compile("[0-9]+")
_FIRST_LETTER = ":"
"""It sorts after all digits and before all letters."""


def _forms(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper())


def _of_figure(rows: list[Row], text: str, start: int, length: int) -> list[Row]:
    """The rows for a number, by the sign after it; none for a part of a price, a decimal or a code ("$1998", "B2")."""
    before = text[start - 1 : start]
    if before.isalpha() or before in _MONEY or (before in _JOINTS and text[start - 2 : start - 1].isdigit()):
        return []
    sign = text[start + length : start + length + 1]
    return [row for row in rows if not row.sign or sign in row.sign]


_MONEY, _JOINTS = frozenset("$£€#@"), frozenset(".,:/")


def _move(scope: Scope, row: Row, found: Found) -> None:
    """Remember a date as the one named last; times of day do not count."""
    if found.type != "DATE":
        return
    scope.note_any(found.timex, found.end)
    if row.moves == "never":
        return
    back = scope.narrative and scope.focus and found.timex < scope.focus.isoformat()
    if not (row.moves == "onward" and back):
        scope.note(found.timex, found.start, quarter=row.moves == "always")


def _at(start: int, rows: list[Row], scope: Scope) -> list[tuple[Row, Found]]:
    """What the rows find at a position; the longest match wins."""
    matches = [(m.end(), m, row) for row in rows if (m := row.pattern.match(scope.text, start))]
    if len(matches) > 1:
        matches.sort(key=lambda item: -item[0])
    for end, m, row in matches:
        if scope.text[end : end + 1].isalnum() and scope.text[end - 1].isalnum():
            continue
        scope.anchor = "text"
        try:
            found = row.resolve(m, scope)
        except (ValueError, OverflowError):  # a day before the year 1 or after 9999
            continue
        if found:
            return [(row, _placed(f, m, scope)) for f in (found if isinstance(found, list) else [found])]
    return []


def _placed(found: Found, m: re.Match[str], scope: Scope) -> Found:
    """Complete a finding with the span of the match and with its anchor."""
    start, end = (found.start, found.end) if found.start >= 0 else m.span()
    return found._replace(start=start, end=end, anchor=scope.anchor if found.timex[:1].isdigit() else "text")
