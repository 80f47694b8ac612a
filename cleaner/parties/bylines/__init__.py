"""Bylines and photo credits: who wrote the text, who took the picture.

A byline is a tiny language: names, roles, organizations and places between separators, with a lead-in before them
("By", "Von", "Par"), and after them what the page's template added (dates, reading time, share buttons). Splitting at
commas and "and" is half of the work; the other half is to distinguish persons from desks and roles from newspapers,
which takes vocabulary. The vocabulary is data (``data/bylines.toml``); :mod:`~cleaner.parties.bylines.tokens` splits
the string into segments, and :mod:`~cleaner.parties.bylines.grammar` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cleaner.core.parts import Author
from cleaner.parties.bylines.captions import split_caption
from cleaner.parties.bylines.credits import is_credit, split_credit
from cleaner.parties.bylines.grammar import read
from cleaner.parties.bylines.leads import is_led, plain, unmarked, written_part
from cleaner.parties.bylines.lines import are_names, is_byline, is_signature_of_two
from cleaner.parties.bylines.reading import Person
from cleaner.parties.bylines.segments import segments
from cleaner.parties.casing import bare_name, repair_case

__all__ = [
    "Byline",
    "are_names",
    "is_byline",
    "is_credit",
    "is_led",
    "is_signature_of_two",
    "parse_byline",
    "split_caption",
    "split_credit",
    "written_part",
]


@dataclass(frozen=True, slots=True)
class Byline:
    """The parties that a byline or a photo credit names.

    ``authors`` are only persons; ``agencies`` are agencies, newspapers and desks; ``desks`` are the desks among them.
    """

    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()


def parse_byline(text: str, *, kind: Literal["byline", "credit"] = "byline") -> Byline:
    """Split a byline or a photo credit into persons, with their roles, and agencies.

    Lead-ins, places, dates, addresses and share buttons are dropped; capitals are repaired. One name never becomes two,
    and an agency never becomes a person: what fits no reading is left out of a byline, and counts as an agency in a
    credit.

    >>> byline = parse_byline("By ANN McDONALD and Bo Xi, Associated Press · Updated 3 May 2023")
    >>> [a.name for a in byline.authors], byline.agencies
    (['Ann McDonald', 'Bo Xi'], ('Associated Press',))
    >>> [(a.name, a.role) for a in parse_byline("Tom Cary, Senior Sports Correspondent").authors]
    [('Tom Cary', 'Senior Sports Correspondent')]
    >>> parse_byline("Handout/AFP via Getty Images", kind="credit").agencies
    ('AFP', 'Getty Images')
    """
    wanted = text if kind == "credit" else plain(unmarked(text))
    reading = read(segments(wanted, credit=kind == "credit"), credit=kind == "credit")
    people = [_author(person, text) for person in reading.people]
    desks = _once(reading.desks)
    return Byline(
        tuple(
            {a.name.casefold(): a for a in reversed(people)}[key] for key in _once(a.name.casefold() for a in people)
        ),
        _once([*reading.outlets, *desks]),
        desks,
    )


def _author(person: Person, raw: str) -> Author:
    words = bare_name(person.words)
    return Author(name=repair_case(words), role=person.role, affiliation=person.affiliation, raw=raw)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
