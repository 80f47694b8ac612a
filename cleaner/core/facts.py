"""What readers and stages know about an article, apart from its text.

A *claim* is a raw statement about one field, with its source: the JSON-LD of a page names a headline, the third line of
a dump looks like a byline. Claims compete: the one with the lowest rank wins, and others that disagree become warnings.
When a stage has understood a claim, the result is a *resolved* fact: an :class:`Author`, a :class:`Dated` moment, a
:class:`Caption`.
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

    A ``byline`` is a whole line ("By Ann Lee and Bo Xi, Reuters"), an ``author`` one name from structured data. The
    texts of ``published`` and ``modified`` are not parsed yet.
    """

    text: str
    source: Witness

    @property
    def field(self) -> Field:
        """The field of the article."""
        return self.source.field

    @property
    def rank(self) -> int:
        """The rank of the source; 0 is trusted most."""
        return self.source.rank


def claim(field: Field, text: str, source: str) -> Claim:
    """A claim about a field, by a source of ``data/sources.toml``.

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
    """A line that was cut above the text, and what it was ``taken_for``: ``timestamp``, ``contact``, ``title``.

    Such a line may hold more than it was taken for: a byline beside the timestamp. Stages that read dates and authors
    look here.
    """

    text: str
    taken_for: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption; a picture without a caption is the lead picture of the page."""

    url: str
    alt: str | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Truncated:
    """The text breaks off, like a teaser or the stub in front of a paywall; with the sign that shows it."""

    evidence: str


@dataclass(frozen=True, slots=True)
class Warn:
    """A warning for people: ``"date.ambiguous: 08/09/2023 is 8 September or August 9"``."""

    text: str


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A reason why the document yields no article: ``"not text but a PNG image"``."""

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
