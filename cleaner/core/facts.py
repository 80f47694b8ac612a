"""What stages and readers know of an article beside its text.

A *claim* is a raw statement about one field, with its source: the page's JSON-LD says that the headline is this, the
third line of a dump looks like a byline. Claims compete; the one of the lowest rank wins and the others, where they
disagree, become warnings. What a stage has understood of a claim is a *resolved* fact: an :class:`Author`, a
:class:`Dated` moment, a :class:`Caption`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from cleaner.core.article import Author, Caption, Dateline, DateMention, Entity, Person, YearInference

Field = Literal[
    "headline",
    "description",
    "publisher",
    "publisher_url",
    "slogan",
    "language",
    "url",
    "byline",
    "author",
    "published",
    "modified",
]


@dataclass(frozen=True, slots=True)
class Claim:
    """``source`` says that ``field`` is ``text``.

    ``rank`` orders sources by trust, 0 first. ``byline`` is a whole line ("By Ann Lee and Bo Xi, Reuters");
    ``author`` is one name as structured data give it. ``published`` and ``modified`` are unparsed.

    >>> Claim("headline", "Rain again", "json-ld").rank
    5
    """

    field: Field
    text: str
    source: str
    rank: int = 5


@dataclass(frozen=True, slots=True)
class Dated:
    """A resolved publication or modification date: ``value`` as precise as ``raw`` says, never more."""

    field: Literal["date_published", "date_modified"]
    value: datetime | date
    raw: str
    source: str


@dataclass(frozen=True, slots=True)
class LineAbove:
    """A line that was cut from above the text, and what it was ``taken_for``: ``timestamp``, ``contact``, ``title``.

    Cut is not lost: a line taken for a timestamp may hold the byline too. Stages that read dates and authors look here.
    """

    text: str
    taken_for: str


@dataclass(frozen=True, slots=True)
class Warn:
    """Something that a person should know: ``"date.ambiguous: 08/09/2023 is 8 September or August 9"``."""

    text: str


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why no article can come out of this document: ``"not text but a PNG image"``."""

    text: str


Fact = (
    Claim
    | Dated
    | LineAbove
    | Warn
    | Obstacle
    | Author
    | Caption
    | Dateline
    | DateMention
    | Entity
    | Person
    | YearInference
)
