"""The contract: what a clean article is.

A frozen Pydantic model whose terms are those of schema.org's ``NewsArticle``, in snake case. Offsets are code
points, half-open; those of mentions and blocks point into ``text``, those of changes into the raw text.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

SCHEMA_VERSION: Literal["1.0"] = "1.0"

NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Offset = Annotated[int, Field(ge=0)]


def parse_moment(value: object) -> object:
    """Read ISO 8601: a date alone stays a date, no midnight is invented.

    >>> parse_moment("2023-09-08"), parse_moment("2023-09-08T15:41:00+01:00").isoformat()
    (datetime.date(2023, 9, 8), '2023-09-08T15:41:00+01:00')
    """
    if not isinstance(value, str):
        return value
    return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)


Moment = Annotated[datetime | date, BeforeValidator(parse_moment)]
"""A point in time as precise as it is known: with a zone, without one, or a date alone."""


class InvalidArticle(ValueError):
    """No valid article comes out of a document. ``reasons`` says why, all of it.

    >>> str(InvalidArticle(["no headline", "no text"]))
    'no headline; no text'
    """

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class Part(BaseModel):
    """Settings shared by every part of the article: frozen, and no field unknown to the schema."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Spanned(Part):
    """Something that stands at ``[start, end)``."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _ordered(self) -> Spanned:
        if self.start > self.end:
            raise ValueError(f"start {self.start} lies behind end {self.end}")
        return self


class Change(Spanned):
    """One entry of the edit log: ``raw[start:end] == old`` became ``new``, in this stage, by this rule."""

    old: str
    new: str
    stage: str
    rule: str


class Mention(Spanned):
    """A piece of ``text``: ``article.text[start:end] == mention.text``."""

    text: NonEmpty


class DateMention(Mention):
    """A time expression in ``text``.

    ``timex`` is the TIMEX3 value; ``edtf`` the Library of Congress form where there is one. ``lower`` and ``upper``
    bound a date or a range, both inclusive.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str
    edtf: str | None = None
    lower: date | None = None
    upper: date | None = None
    mod: str | None = None
    rule: str = ""


class Person(Part):
    """A person named in ``text``, with every mention."""

    name: NonEmpty
    honorifics: tuple[str, ...] = ()
    suffix: str | None = None
    role: str | None = None
    mentions: tuple[Mention, ...] = ()


class Entity(Part):
    """An organization or a place named in ``text``; ``code`` is an ISO 3166 code for countries."""

    name: NonEmpty
    kind: Literal["organization", "place"]
    code: str | None = None
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
    """A photo caption, moved out of the body. ``text`` may be empty where only a credit stood."""

    text: str
    credit: Credit | None = None


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
    """Where the article came from. ``undecodable`` lists bytes that no text could be made of, by raw offset."""

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


class Article(Part):
    """A clean news article."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: NonEmpty
    url: str | None = None
    publisher: Publisher | None = None
    language: str | None = None
    headline: NonEmpty
    description: str | None = None
    text: NonEmpty
    blocks: tuple[Block, ...] = ()
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    date_published: Moment | None = None
    date_published_raw: str | None = None
    date_published_source: str | None = None
    date_modified: Moment | None = None
    date_modified_raw: str | None = None
    date_modified_source: str | None = None
    year_inferred: YearInference | None = None
    captions: tuple[Caption, ...] = ()
    dates: tuple[DateMention, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    changes: tuple[Change, ...] = ()
    source: Source = Source()
    cleaner: Maker
    warnings: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _offsets_hold(self) -> Article:
        for mention in self._mentions():
            if self.text[mention.start : mention.end] != mention.text:
                raise ValueError(f"{mention.text!r} does not stand at [{mention.start}, {mention.end})")
        if any(block.end > len(self.text) for block in self.blocks):
            raise ValueError("a block lies behind the end of the text")
        return self

    def _mentions(self) -> list[Mention]:
        entities = (*self.organizations, *self.places)
        return [
            *self.dates,
            *(m for person in self.people for m in person.mentions),
            *(m for entity in entities for m in entity.mentions),
        ]


def schema_json() -> str:
    """The JSON Schema of :class:`Article`, as text.

    >>> '"headline"' in schema_json()
    True
    """
    return json.dumps(Article.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2) + "\n"
