"""The parts of an article: changes, mentions, people, captions, source.

Offsets are code points, half-open; those of mentions and blocks point into the article's ``text``, those of changes
into the raw text.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field


def _not_blank(value: str) -> str:
    """Refuse a text without a visible character. Never trim it, since offsets point into it."""
    if not value.strip():
        raise ValueError("is blank")
    return value


NonEmpty = Annotated[str, Field(min_length=1), AfterValidator(_not_blank)]
Offset = Annotated[int, Field(ge=0)]
RuleId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$")]
"""A stable id, ``kind.name``, suitable for grouping: ``caption.credited``, ``typo.transposed``."""

ArticleField = Literal[
    "headline",
    "description",
    "authors",
    "dateline",
    "captions",
    "date_published",
    "date_modified",
    "publisher",
    "section",
    "keywords",
]
"""A field to which text can move from the body."""


def parse_moment(value: object) -> object:
    """Read ISO 8601. A date without a time stays a date: no midnight is invented.

    >>> parse_moment("2023-09-08"), parse_moment("2023-09-08T15:41:00+01:00").isoformat()
    (datetime.date(2023, 9, 8), '2023-09-08T15:41:00+01:00')
    """
    if not isinstance(value, str):
        return value
    return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)


def day_of(moment: date) -> date:
    """The day of a moment, which is a date or a datetime."""
    return moment.date() if isinstance(moment, datetime) else moment


Moment = Annotated[datetime | date, BeforeValidator(parse_moment)]
"""A point in time, as precise as it is known: with a zone, without one, or only a date."""


class Part(BaseModel):
    """The base of all parts: frozen, without fields unknown to the schema."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Spanned(Part):
    """Something with a span, ``[start, end)``. The article checks the order of all its spans."""

    start: Offset
    end: Offset


class Change(Spanned):
    """One entry of the edit log: ``raw[start:end] == old`` became ``new``.

    ``evidence`` says what was measured ("0.98: all links"). ``moved_to`` names the field that holds the text now; it is
    null if the text was dropped or repaired.
    """

    old: str
    new: str
    stage: str
    rule: RuleId
    evidence: str = ""
    moved_to: ArticleField | None = None


class Mention(Spanned):
    """A piece of ``text``: ``article.text[start:end] == mention.text``."""

    text: NonEmpty


class DateMention(Mention):
    """A time expression in ``text``.

    ``timex`` is the TIMEX3 value, ``edtf`` the EDTF value if there is one. ``lower`` and ``upper`` are the first and
    the last day of a date or a range. ``anchor`` says what the value rests on: the expression itself (``text``: "3 May
    2024"), the day of publication (``published``: "on Friday"), or another date of the story (``context``: "two days
    later").
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str
    edtf: str | None = None
    lower: date | None = None
    upper: date | None = None
    mod: str | None = None
    anchor: Literal["text", "published", "context"] = "text"
    rule: str = ""


class Person(Part):
    """A person named in ``text``, with every mention.

    ``confidence`` is ``low`` if only one weak sign supports the name. Leave these out if a false person is worse than a
    missing one.
    """

    name: NonEmpty
    confidence: Literal["high", "low"] = "high"
    honorifics: tuple[str, ...] = ()
    suffix: str | None = None
    role: str | None = None
    mentions: tuple[Mention, ...] = ()


class Entity(Part):
    """An organization or a place named in ``text``.

    ``code`` is the ISO 3166 code of a country, ``wikidata`` the id of an item ("Q680"), if the list has one.
    """

    name: NonEmpty
    kind: Literal["organization", "place"]
    code: str | None = None
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()


class Author(Part):
    """Who wrote the article: a person, a desk ("Staff") or an agency ("Reuters")."""

    name: NonEmpty
    kind: Literal["person", "desk", "agency"] = "person"
    role: str | None = None
    affiliation: str | None = None
    raw: str = ""


class Credit(Part):
    """Who made a picture: ``STEFANO RELLANDINI/AFP via Getty Images``."""

    photographers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    raw: NonEmpty


class Caption(Part):
    """A photo caption, moved out of the body. ``text`` is empty if there was only a credit."""

    text: str
    credit: Credit | None = None


class Image(Part):
    """A picture of the page that belongs to the article; ``caption`` is an index into the article's ``captions``."""

    url: NonEmpty
    alt: str | None = None
    caption: Annotated[int, Field(ge=0)] | None = None


class Link(Mention):
    """A link in ``text``: its words and its address."""

    url: NonEmpty


class Dateline(Part):
    """``KYIV, Ukraine (AP) —``."""

    place: str | None = None
    agency: str | None = None
    raw: NonEmpty


class Publisher(Part):
    """Who published the article."""

    name: NonEmpty
    url: str | None = None
    slogan: str | None = None


class Block(Spanned):
    """A block of ``text``; blocks are joined by a blank line."""

    kind: Literal["paragraph", "heading", "list_item", "quote"] = "paragraph"


class YearInference(Part):
    """The one year that fits the weekdays of the text; offered, never used for ``date_published``."""

    year: int
    evidence: tuple[str, ...]


class Source(Part):
    """Where the article came from. ``undecodable`` lists bytes that could not be decoded, by raw offset."""

    path: str | None = None
    sha256: str | None = None
    bytes: int | None = None
    media_type: str | None = None
    encoding: str | None = None
    undecodable: tuple[tuple[int, str], ...] = ()


class Maker(Part):
    """What made the article: the version and a fingerprint of rules and models."""

    version: str
    fingerprint: str
