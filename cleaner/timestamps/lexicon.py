"""The words of timestamps, each with its letter in the grammar."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from cleaner.core import tables
from cleaner.language import Languages, active


@dataclass(frozen=True, slots=True)
class Words:
    """``kinds`` maps a folded word to its letter in the grammar; the other tables hold the meanings of words."""

    kinds: dict[str, str]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    fixed: dict[str, int]
    rules: dict[str, str]
    by_country: dict[str, dict[str, int | str]]
    month_first: frozenset[str]
    day_first: frozenset[str]
    day_first_languages: frozenset[str]
    foreign: frozenset[str]


def words() -> Words:
    """The tables of the languages in use.

    >>> words().months["septembre"], words().kinds["aktualisiert"]
    (9, 'M')
    """
    return _words(active())


@cache
def _words(languages: Languages) -> Words:
    data = tables.single("timestamps.toml")
    zones, order = data["zones"], data["order"]
    months, weekdays = _numbered(lang.months for lang in languages), _numbered(lang.weekdays for lang in languages)
    units = {fold(w): unit for lang in languages for unit, row in lang.units.items() for w in row}
    day_first = {lang.code for lang in languages if lang.day_first}
    return Words(
        kinds=_kinds(languages, [*zones["fixed"], *zones["rules"], *zones["by_country"]], months, weekdays, units),
        months={**months, "ago": 8, "mar": 3},
        weekdays={w: n - 1 for w, n in weekdays.items()},
        units={**units, "h": "hour"},
        fixed=zones["fixed"],
        rules=zones["rules"],
        by_country=zones["by_country"],
        month_first=frozenset(order["month_first"].split()),
        day_first=frozenset(order["day_first"].split()),
        day_first_languages=frozenset(order["day_first_languages"].split()) | day_first,
        foreign=frozenset(_labels(languages)),
    )


def _labels(languages: Languages) -> Iterator[str]:
    """Labels in languages that write the day first: all but English."""
    for language in languages:
        if language.code != "en":
            yield from (fold(w) for group in ("published", "modified") for w in language.timestamps.get(group, ()))


def fold(word: str) -> str:
    """A word without case, accents and final full stop.

    >>> fold("Sept."), fold("Août")
    ('sept', 'aout')
    """
    word = word.casefold().rstrip(".").replace("’", "'")
    if word.isascii():
        return word
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def _numbered(calendars: Iterable[tuple[tuple[str, ...], ...]]) -> dict[str, int]:
    return {fold(w): n for calendar in calendars for n, cell in enumerate(calendar, 1) for w in cell}


_LETTERS = {
    "filler": "f", "zone": "z", "unit": "u", "one": "1", "weekday": "w", "reading": "R", "published": "P",
    "modified": "M", "other": "O", "ago": "g", "before": "G", "today": "t", "yesterday": "y", "am": "a", "pm": "p",
    "month": "m", "hours": "h", "ordinal": "o",
}  # fmt: skip
"""The letter of each group. Later groups win: a word that is a month and a filler is a month."""


def _kinds(
    languages: Languages, zones: list[str], months: Iterable[str], weekdays: Iterable[str], units: Iterable[str]
) -> dict[str, str]:
    common: dict[str, Iterable[str]] = {"zone": zones, "unit": units, "weekday": weekdays, "month": months}
    kinds: dict[str, str] = {}
    for group, letter in _LETTERS.items():
        spoken = (w for language in languages for w in language.timestamps.get(group, ()))
        kinds.update((fold(w), letter) for w in common.get(group, spoken))
    return kinds | {"h": "h", "t": "T", "ago": "A", "mar": "q"}
