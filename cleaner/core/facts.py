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

from cleaner.core.parts import Author, Caption, Dateline, DateMention, Entity, Link, Person, YearInference
from cleaner.core.sources import Field, Witness, witness


@dataclass(frozen=True, slots=True)
class Claim:
    """``source`` says that its field of the article is ``text``.

    ``byline`` is a whole line ("By Ann Lee and Bo Xi, Reuters"); ``author`` is one name as structured data give it.
    ``published`` and ``modified`` are unparsed.
    """

    text: str
    source: Witness

    @property
    def field(self) -> Field:
        """The field of the article that is spoken of."""
        return self.source.field

    @property
    def rank(self) -> int:
        """How far the source is trusted: 0 is trusted most."""
        return self.source.rank


def claim(field: Field, text: str, source: str) -> Claim:
    """What the place ``source``, a name of ``data/sources.toml``, says of one field.

    >>> claim("headline", "Rain again", "first line").rank
    40
    """
    return Claim(text, witness(field, source))


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
class Picture:
    """A picture of the page, with the caption beside it; without one it is the page's lead picture."""

    url: str
    alt: str | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Truncated:
    """That the text breaks off, as teasers and the stubs in front of a paywall do, and by what one sees it."""

    evidence: str


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
    | Link
    | Picture
    | Truncated
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
