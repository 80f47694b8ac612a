"""The vocabulary of bylines and credits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from cleaner.core import tables
from cleaner.language import Language, Languages, active
from cleaner.parties.tables import BYLINES, build_bylines

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""First word -> the phrases that begin with it, the longest first; all case-folded."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Word sets, case-folded. ``agencies`` maps a folded name to its proper spelling."""

    agencies: Mapping[str, str]
    agency_phrases: Phrases
    wires: frozenset[str]
    stock: frozenset[str]
    pictures: frozenset[str]
    newsrooms: frozenset[str]
    weak: frozenset[str]
    joins: Phrases
    lead: Phrases
    credit_lead: Phrases
    cut: Phrases
    template: frozenset[str]
    endings: tuple[str, ...]
    role_endings: tuple[str, ...]
    openings: frozenset[str]
    """The possible first words of a date or a time."""
    han: tuple[str, ...]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def has(self, group: str, word: str) -> bool:
        """Whether ``word`` belongs to the word group, whatever its case.

        >>> vocabulary().has("role.head", "Correspondent")
        True
        """
        return word.casefold() in self.words[group]


def vocabulary() -> Vocabulary:
    """The vocabulary of the languages in use."""
    return _vocabulary(active())


@cache
def _vocabulary(languages: Languages) -> Vocabulary:
    table = tables.load("bylines", BYLINES, build_bylines)
    for language in languages:
        _add(table, language)
    outlets = table["agencies"]
    weak = frozenset(name.casefold() for name in outlets.pop("weak"))
    names = [name for group in outlets.values() for name in group]
    lead = table["lead"]
    words = {
        f"{section}.{group}": frozenset(word.casefold() for word in words)
        for section in ("words", "lead", "role", "name", "place", "time")
        for group, words in table[section].items()
    }
    openings = words["time.before"] | words["time.month"] | words["time.weekday"]
    return Vocabulary(
        agencies={name.casefold(): name for name in reversed(names)},
        agency_phrases=_phrases(names),
        wires=_folded(outlets, "wire"),
        stock=_folded(outlets, "stock"),
        pictures=_folded(outlets, "wire", "stock", "photo"),
        newsrooms=_folded(outlets, "wire", "brands", "publishers"),
        weak=weak,
        joins=_phrases(lead["phrases"]),
        lead=_phrases(lead["in"]),
        credit_lead=_phrases([*lead["credit"], *lead["in"]]),
        cut=_phrases(table["cut"]["phrases"]),
        template=frozenset(" ".join(table["cut"]["buttons"]).casefold().split()),
        endings=tuple(table["words"]["ending"]),
        role_endings=tuple(sorted(words["role.ending"])),
        openings=openings | frozenset(word.rstrip(".") for word in openings),
        han=tuple(table["words"]["han"]),
        words=words,
    )


def _add(table: dict[str, dict[str, list[str]]], language: Language) -> None:
    """Put the words of a language, and the names of its months and days, to those of their groups."""
    for name, words in language.bylines.items():
        section, _, group = name.partition(".")
        table[section][group] += words
    if language.bylines:
        table["time"]["month"] += [word for month in language.months for word in month]
        table["time"]["weekday"] += [word for day in language.weekdays for word in day if len(word) > _ABBREVIATED]


_ABBREVIATED = 3
"""Weekdays of two and three letters are names more often than days: Jack Ma, Sam Lee."""


def _folded(outlets: Mapping[str, list[str]], *groups: str) -> frozenset[str]:
    return frozenset(name.casefold() for group in groups for name in outlets[group])


def _phrases(rows: Iterable[str]) -> Phrases:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        words = tuple(row.casefold().replace(",", " ,").replace("/", " / ").split())
        by_first.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(found), key=lambda p: (-len(p), p))) for first, found in by_first.items()}


def match(phrases: Phrases, words: list[str], at: int) -> int:
    """How many of the folded ``words`` from ``at`` on the longest phrase covers; 0 for none.

    >>> match(vocabulary().agency_phrases, ["via", "getty", "images"], 1)
    2
    """
    rows = phrases.get(words[at]) if at < len(words) else None
    if rows is None:
        return 0
    return next((len(phrase) for phrase in rows if tuple(words[at : at + len(phrase)]) == phrase), 0)
