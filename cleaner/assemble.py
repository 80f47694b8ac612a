"""From text and facts to the validated article: who wins where sources disagree, and what is missing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pydantic import ValidationError

from cleaner.article import (
    Article,
    Author,
    Block,
    Caption,
    Change,
    Dateline,
    DateMention,
    Entity,
    InvalidArticle,
    Maker,
    Person,
    Publisher,
    Source,
    YearInference,
)
from cleaner.facts import Claim, Dated, Fact, Obstacle, Warn
from cleaner.version import VERSION, fingerprint

T = TypeVar("T")


def assemble(
    raw: str,
    text: str,
    changes: tuple[Change, ...],
    facts: Sequence[Fact],
    labelled: Sequence[tuple[int, int, str]],
    source: Source,
    url: str | None,
) -> Article:
    """Build and validate the article; raise :class:`InvalidArticle` with every reason when there is none."""
    claims = sorted((f for f in facts if isinstance(f, Claim)), key=lambda c: c.rank)
    headline = _best(claims, "headline")
    if reasons := _missing(facts, headline, text):
        raise InvalidArticle(reasons)
    url = url or _best(claims, "url")
    fields: dict[str, object] = {
        "id": identify(url, source.sha256, raw),
        "url": url,
        "publisher": _publisher(claims),
        "language": _best(claims, "language"),
        "headline": headline,
        "description": _best(claims, "description"),
        "text": text,
        "blocks": tuple(_blocks(text, labelled)),
        "changes": _writable(changes),
        "source": source,
        "cleaner": Maker(version=VERSION, fingerprint=fingerprint()),
    }
    try:
        return Article.model_validate(fields | _resolved(facts))
    except ValidationError as error:
        raise InvalidArticle([f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]) from error


def _missing(facts: Sequence[Fact], headline: str | None, text: str) -> list[str]:
    """Every reason why there can be no article."""
    reasons = [obstacle.text for obstacle in _all(facts, Obstacle)]
    if not headline:
        reasons.append("no headline found")
    if not text.strip():
        reasons.append("no text left")
    return reasons


def _resolved(facts: Sequence[Fact]) -> dict[str, object]:
    """The fields that stages have filled in."""
    entities = _all(facts, Entity)
    fields: dict[str, object] = {
        "authors": _all(facts, Author),
        "dateline": next(iter(_all(facts, Dateline)), None),
        "year_inferred": next(iter(_all(facts, YearInference)), None),
        "captions": _all(facts, Caption),
        "dates": _all(facts, DateMention),
        "people": _all(facts, Person),
        "organizations": tuple(e for e in entities if e.kind == "organization"),
        "places": tuple(e for e in entities if e.kind == "place"),
        "warnings": tuple(dict.fromkeys(w.text for w in _all(facts, Warn))),
    }
    for fact in reversed(_all(facts, Dated)):
        fields |= {fact.field: fact.value, f"{fact.field}_raw": fact.raw, f"{fact.field}_source": fact.source}
    return fields


def _writable(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Spell out lone surrogates in the log as ``\\ud800``: no UTF-8 file can hold them."""
    if not any(_SURROGATE.search(c.old) for c in changes):
        return changes
    escaped = (c.old.encode("utf-8", "backslashreplace").decode() for c in changes)
    return tuple(c.model_copy(update={"old": old}) for c, old in zip(changes, escaped, strict=True))


_SURROGATE = re.compile("[\ud800-\udfff]")


def identify(url: str | None, sha256: str | None, raw: str) -> str:
    """A stable id: a hash of the URL, else of the raw bytes, else of the raw text.

    >>> identify("https://example.org/a", None, "") == identify("https://example.org/a", "ff", "x")
    True
    """
    if url:
        return hashlib.sha256(url.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return (sha256 or hashlib.sha256(raw.encode("utf-8", "backslashreplace")).hexdigest())[:16]


def _best(claims: Iterable[Claim], field: str) -> str | None:
    return next((c.text.strip() for c in claims if c.field == field and c.text.strip()), None)


def _publisher(claims: Sequence[Claim]) -> Publisher | None:
    name = _best(claims, "publisher")
    if not name:
        return None
    return Publisher(name=name, url=_best(claims, "publisher_url"), slogan=_best(claims, "slogan"))


def _all(facts: Iterable[Fact], kind: type[T]) -> tuple[T, ...]:
    return tuple(f for f in facts if isinstance(f, kind))


def _blocks(text: str, labelled: Sequence[tuple[int, int, str]]) -> Iterable[Block]:
    """Every block of the text, with the kind that a mark gives it where one covers it."""
    marks = sorted(labelled)
    i = 0
    for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text):
        start, end = m.start(), m.start() + len(m.group().rstrip())
        while i < len(marks) and marks[i][1] <= start:
            i += 1
        kind = marks[i][2] if i < len(marks) and marks[i][0] < end else "paragraph"
        yield Block.model_validate({"start": start, "end": end, "kind": kind})
