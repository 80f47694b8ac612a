"""A language: a folder (or a file) of tables, read into one typed object.

A folder ``cleaner/data/languages/de`` holds ``language.toml`` (small words, months, weekdays, the words of timestamps
and bylines) and, where somebody has written them, ``rules.toml`` (rows of boilerplate), ``dates.toml`` (time
expressions) and ``places.toml`` (names of countries). A language of which only the first is known is a single file,
``fi.toml``. So a new language touches nothing outside of its folder::

    name = "Dutch"
    day_first = true                                     # 8/9 is the eighth of September
    small = "de het een van en in is dat"                # the words that its sentences are held together by
    sections = "politiek / economie"                     # what newspapers call their sections
    signatures = ["het bericht … verscheen eerst op"]    # how blogs sign entries of feeds, around the headline
    letters = ""                                         # letters that no other language uses, for a script of its own

    [calendar]
    months = ["januari jan", "februari feb", …]          # twelve, each with its spellings
    weekdays = ["maandag ma", "dinsdag", …]              # Monday first

    [timestamps]                                         # "gepubliceerd op 3 maart", "2 uur geleden"
    published = "gepubliceerd geplaatst"

    [timestamps.units]
    hour = "uur"

    [bylines]                                            # groups as in data/bylines.toml
    "lead.in" = ["door", "tekst door"]
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from importlib.resources.abc import Traversable
from typing import Any

from cleaner.core import tables

MONTHS, WEEKDAYS = 12, 7
TIMESTAMPS = frozenset(
    "published modified other filler hours reading today yesterday ago before one am pm ordinal".split()  # noqa: SIM905
)
"""The groups of words in timestamps."""
KEYS = frozenset("name day_first small sections signatures letters calendar timestamps bylines".split())  # noqa: SIM905
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")

Words = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Language:
    """The tables of a language; those that nobody has written yet are empty."""

    code: str
    """ISO 639-1."""
    name: str
    small: frozenset[str] = frozenset()
    """Function words, in lower case."""
    sections: Words = ()
    """What newspapers call their sections, in lower case."""
    signatures: tuple[tuple[str, str], ...] = ()
    """What blogs put before and behind the headline at the end of a feed's entry."""
    letters: str = ""
    """Ranges of letters, as in a pattern, that identify the language by themselves."""
    day_first: bool = False
    months: tuple[Words, ...] = ()
    """The spellings of each month, January first."""
    weekdays: tuple[Words, ...] = ()
    """The spellings of each day, Monday first."""
    timestamps: Mapping[str, Words] = field(default_factory=dict)
    units: Mapping[str, Words] = field(default_factory=dict)
    bylines: Mapping[str, Words] = field(default_factory=dict)
    place: Traversable | None = None
    """The folder with its other tables."""

    @cached_property
    def rules(self) -> Mapping[str, Any]:
        """Its boilerplate: kind -> name -> row. (Rows of the package's languages are compiled elsewhere.)"""
        return self._more("rules.toml")

    @cached_property
    def dates(self) -> Mapping[str, Any]:
        """Its time expressions. (Those of the package's languages are compiled.)"""
        return self._more("dates.toml", f"dates-{self.code}")

    @cached_property
    def countries(self) -> Mapping[str, Sequence[str]]:
        """What it calls the countries that English calls otherwise, by ISO 3166-1 code."""
        return self._more("places.toml")

    @cached_property
    def digest(self) -> str:
        """A hash of all its tables."""
        own = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "place"}
        whole = json.dumps([own, self.rules, self.dates, self.countries], sort_keys=True, default=sorted)
        return hashlib.sha256(whole.encode()).hexdigest()

    def _more(self, name: str, compiled: str = "") -> Mapping[str, Any]:
        file = self.place / name if self.place else None
        if not file or not file.is_file():
            return {}
        found: Mapping[str, Any] = tables.load(compiled, [file], lambda files: _read(files[0]))
        return found


def load(place: Traversable) -> Language:
    """Read a language from a folder or a file, which is named after its code.

    Raises ``ValueError``, with file and key, for a malformed table, and ``OSError`` if a file cannot be read.

    >>> dutch = load(tables.DATA / "languages" / "nl")
    >>> dutch.name, dutch.months[2], dutch.units["hour"]
    ('Dutch', ('maart', 'mrt'), ('uur',))
    """
    file = main_file(place)
    try:
        found = language_of(code_of(place), _read(file), place)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{file}: {error!r}") from error
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from error
    _ = found.rules, found.dates, found.countries  # read now, so that errors show now
    return found


def main_file(place: Traversable) -> Traversable:
    """The file that every language has."""
    return place if place.is_file() else place / "language.toml"


def code_of(place: Traversable) -> str:
    """The code after which a folder or a file is named."""
    return place.name.removesuffix(".toml")


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return tables.read(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{file.name}: {error}") from error


def language_of(code: str, table: Mapping[str, Any], place: Traversable | None = None) -> Language:
    """A language from its main table; raises ``ValueError``, with the key, if the table is malformed."""
    _expect(
        table,
        {"name", "day_first", "small", "sections", "signatures", "letters", "calendar", "timestamps", "bylines"},
        "",
    )
    calendar, timestamps = table.get("calendar", {}), dict(table.get("timestamps", {}))
    units = timestamps.pop("units", {})
    _expect(calendar, {"months", "weekdays"}, "calendar.")
    _expect(timestamps, TIMESTAMPS, "timestamps.")
    _expect(units, UNITS, "timestamps.units.")
    return Language(
        code=code,
        name=table["name"],
        small=frozenset(table.get("small", "").split()),
        sections=tuple(name.strip() for name in table.get("sections", "").split("/")),
        signatures=tuple(
            (front, middle) for front, _, middle in (s.partition(" … ") for s in table.get("signatures", ()))
        ),
        letters=table.get("letters", ""),
        day_first=table.get("day_first", False),
        months=_cells(calendar, "months", MONTHS),
        weekdays=_cells(calendar, "weekdays", WEEKDAYS),
        timestamps={group: tuple(words.split()) for group, words in timestamps.items()},
        units={unit: tuple(words.split()) for unit, words in units.items()},
        bylines={group: tuple(words) for group, words in table.get("bylines", {}).items()},
        place=place if place and place.is_dir() else None,
    )


def _expect(table: Mapping[str, Any], keys: set[str] | frozenset[str] | Sequence[str], where: str) -> None:
    if unknown := sorted(set(table) - set(keys)):
        raise ValueError(f"{where}{unknown[0]} is not known; there are {', '.join(sorted(keys))}")


def _cells(calendar: Mapping[str, Any], name: str, n: int) -> tuple[Words, ...]:
    cells = tuple(tuple(cell.split()) for cell in calendar.get(name, ()))
    if cells and len(cells) != n:
        raise ValueError(f"calendar.{name} has {len(cells)} entries, not {n}")
    return cells
