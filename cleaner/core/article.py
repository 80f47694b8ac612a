"""The contract: what a clean article is.

A frozen Pydantic model whose terms are those of schema.org's ``NewsArticle``, in snake case. Offsets are code
points, half-open; those of mentions and blocks point into ``text``, those of changes into the raw text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pydantic import Field, JsonValue, model_validator

from cleaner.core import parts

SCHEMA_VERSION: Literal["2.0"] = "2.0"


class InvalidArticle(ValueError):
    """A document yields no valid article; ``reasons`` lists every reason.

    >>> str(InvalidArticle(["no headline", "no text"]))
    'no headline; no text'
    """

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class Article(parts.Part):
    """A clean news article.

    ``headline_source`` says where the headline comes from; it is ``"stand-in"`` if the document has none and the first
    sentence is used instead. ``is_truncated`` marks teasers and the stubs in front of a paywall. ``meta`` is the
    caller's own data, passed through unchanged.
    """

    schema_version: Literal["2.0"] = SCHEMA_VERSION
    id: parts.NonEmpty
    url: str | None = None
    publisher: parts.Publisher | None = None
    language: str | None = None
    headline: parts.NonEmpty
    headline_source: parts.NonEmpty
    description: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    is_accessible_for_free: bool | None = None
    is_truncated: bool = False
    word_count: parts.Offset
    text: parts.NonEmpty
    blocks: tuple[parts.Block, ...] = ()
    authors: tuple[parts.Author, ...] = ()
    dateline: parts.Dateline | None = None
    date_published: parts.Moment | None = None
    date_published_raw: str | None = None
    date_published_source: str | None = None
    date_modified: parts.Moment | None = None
    date_modified_raw: str | None = None
    date_modified_source: str | None = None
    year_inferred: parts.YearInference | None = None
    captions: tuple[parts.Caption, ...] = ()
    images: tuple[parts.Image, ...] = ()
    links: tuple[parts.Link, ...] = ()
    dates: tuple[parts.DateMention, ...] = ()
    people: tuple[parts.Person, ...] = ()
    organizations: tuple[parts.Entity, ...] = ()
    places: tuple[parts.Entity, ...] = ()
    changes: tuple[parts.Change, ...] = ()
    source: parts.Source = parts.Source()
    cleaner: parts.Maker
    warnings: tuple[str, ...] = ()
    meta: dict[str, JsonValue] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _of_this_schema(cls, value: Any) -> Any:
        found = value.get("schema_version", SCHEMA_VERSION) if isinstance(value, dict) else SCHEMA_VERSION
        if found != SCHEMA_VERSION:
            raise ValueError(f"schema {found}, where {SCHEMA_VERSION} is read: clean the raw document again")
        return value

    @model_validator(mode="after")
    def _offsets_hold(self) -> Article:
        for mention in self._mentions():
            if self.text[mention.start : mention.end] != mention.text:
                raise ValueError(f"{mention.text!r} does not stand at [{mention.start}, {mention.end})")
        for part in (*self.blocks, *self.changes):
            if part.start > part.end:
                raise ValueError(f"start {part.start} lies behind end {part.end}")
        if self.blocks and max([block.end for block in self.blocks]) > len(self.text):
            raise ValueError("a block lies behind the end of the text")
        if any(image.caption is not None and image.caption >= len(self.captions) for image in self.images):
            raise ValueError("an image names a caption that is not there")
        return self

    def _mentions(self) -> list[parts.Mention]:
        entities = (*self.organizations, *self.places)
        return [
            *self.dates,
            *self.links,
            *(m for person in self.people for m in person.mentions),
            *(m for entity in entities for m in entity.mentions),
        ]


def schema_json() -> str:
    """The JSON Schema of :class:`Article`, as text.

    >>> '"headline"' in schema_json()
    True
    """
    return json.dumps(Article.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2) + "\n"


def mentions(article: Article) -> Iterator[tuple[str, int, parts.Person | parts.Entity, parts.Mention]]:
    """Every mention with its kind ("person", "organization", "place"), and its party with its number in the list."""
    lists: tuple[tuple[str, Sequence[parts.Person | parts.Entity]], ...] = (
        ("person", article.people),
        ("organization", article.organizations),
        ("place", article.places),
    )
    for kind, parties in lists:
        for number, party in enumerate(parties):
            for mention in party.mentions:
                yield kind, number, party, mention
