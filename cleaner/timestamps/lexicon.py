"""The words of timestamps, each with the one letter that the grammar knows it by."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """``kinds`` maps a folded word to its letter in the grammar; the other tables hold what a word means."""

    kinds: dict[str, str]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    fixed: dict[str, int]
    rules: dict[str, str]
    by_country: dict[str, dict[str, int]]
    month_first: frozenset[str]
    day_first: frozenset[str]
    day_first_languages: frozenset[str]
    foreign: frozenset[str]


@cache
def words() -> Words:
    """Load the tables, once.

    >>> words().months["septembre"], words().kinds["aktualisiert"]
    (9, 'M')
    """
    data = tomllib.loads(files("cleaner").joinpath("data/timestamps.toml").read_text(encoding="utf-8"))
    months, weekdays = _numbered(data["months"]), _numbered(data["weekdays"])
    units = {fold(w): unit for unit, row in data["relative"]["units"].items() for w in row.split()}
    zones, order = data["zones"], data["order"]
    return Words(
        kinds=_kinds(data, months, weekdays, units),
        months={**months, "ago": 8, "mar": 3},
        weekdays={w: n - 1 for w, n in weekdays.items()},
        units={**units, "h": "hour"},
        fixed=zones["fixed"],
        rules=zones["rules"],
        by_country=zones["by_country"],
        month_first=frozenset(order["month_first"].split()),
        day_first=frozenset(order["day_first"].split()),
        day_first_languages=frozenset(order["day_first_languages"].split()),
        foreign=frozenset(_foreign(data["labels"])),
    )


def _foreign(labels: dict[str, str]) -> Iterator[str]:
    """Labels in languages that write the day first: all but English."""
    for name in ("published", "modified"):
        lines = labels[name].strip().splitlines()
        yield from (fold(word) for line in lines[1:] for word in line.split())


def fold(word: str) -> str:
    """A word without case, accents and its trailing full stop.

    >>> fold("Sept."), fold("Août")
    ('sept', 'aout')
    """
    word = word.casefold().rstrip(".").replace("’", "'")
    if word.isascii():
        return word
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain)


def _numbered(table: dict[str, str]) -> dict[str, int]:
    return {fold(w): n for row in table.values() for n, cell in enumerate(row.split("|"), 1) for w in cell.split()}


def _kinds(
    data: dict[str, Any], months: dict[str, int], weekdays: dict[str, int], units: dict[str, str]
) -> dict[str, str]:
    """Later rows win: a word that is a month and a filler is a month."""
    labels, relative, zones = data["labels"], data["relative"], data["zones"]
    meridiem = data["meridiem"]
    rows: list[tuple[str, Any]] = [
        ("f", labels["filler"].split()),
        ("z", [*zones["fixed"], *zones["rules"], *zones["by_country"]]),
        ("u", units),
        ("1", relative["one"]["words"].split()),
        ("w", weekdays),
        ("R", labels["reading"].split()),
        ("P", labels["published"].split()),
        ("M", labels["modified"].split()),
        ("g", relative["ago"].split()),
        ("G", relative["before"].split()),
        ("t", labels["today"].split()),
        ("y", labels["yesterday"].split()),
        ("a", meridiem["am"].split()),
        ("p", meridiem["pm"].split()),
        ("m", months),
        ("h", ["h", "uhr", "ч"]),
        ("o", ["st", "nd", "rd", "th", "er", "º", "ª", "ème"]),
        ("T", ["t"]),
        ("A", ["ago"]),
        ("q", ["mar"]),
    ]
    return {fold(word): letter for letter, row in rows for word in row}
