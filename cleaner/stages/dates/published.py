"""When the article was published and modified, from all claims about it.

Claims compete by the rank of their source. Two rules prevent invented dates: only evidence decides the order of day and
month (another date of the page, its country, its address), and a date without a zone or a time stays without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from typing import Literal

from cleaner.core.document import Document
from cleaner.core.facts import Claim, Dated, Warn
from cleaner.core.parts import day_of
from cleaner.core.sources import Kind
from cleaner.stages.dates.evidence import claims_of, is_page, place
from cleaner.timestamps import Timestamp, order_of, parse_timestamps
from cleaner.timestamps.order import order_shown

Moment = date | datetime

_MOST = 60
_LOOKED_AT = 20_000
_FIRST = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The dates of an article, doubts about them, and the anchor of relative dates."""

    dated: list[Dated] = field(default_factory=list)
    warnings: list[Warn] = field(default_factory=list)
    anchor: Moment | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A timestamp in a claim."""

    claim: Claim
    stamp: Timestamp
    modified: bool


def resolve(document: Document) -> Resolution:
    """Resolve the claims of a document about its publication and modification.

    >>> from cleaner.core.facts import claim
    >>> rivals = [claim("published", "2023-09-08", "meta date"), claim("published", "08/09/2023", "class published")]
    >>> found = resolve(Document("").apply("reader", rivals))
    >>> found.dated[0].value, found.dated[0].source, found.warnings
    (datetime.date(2023, 9, 8), 'meta date', [])
    >>> resolve(Document("").apply("reader", rivals[1:])).warnings
    [Warn(text='date.ambiguous: 08/09/2023 is 2023-09-08 or 2023-08-09')]
    """
    readings = list(_read(document))
    warnings = list(_doubts(readings))
    published = [r for r in readings if not r.modified]
    modified = [r for r in readings if r.modified]
    dated: list[Dated] = []
    known = document.context.published
    first, last = _checked(_first(published), published), _first(modified)
    if last and _stands_in(first, published) and is_page(document) and not known:
        first = last
        warnings.append(Warn(f"date.published: only a modification is dated: {last.stamp.raw}"))
    if first or known:
        dated.append(_published(first, known, published))
        warnings += _disagreements("date_published", dated[0], published)
    if last and last.stamp.value:
        dated.append(_dated("date_modified", last, modified))
        warnings += _disagreements("date_modified", dated[-1], modified)
    anchor = known or (dated[0].value if dated else None)
    return Resolution(dated, list(dict.fromkeys(warnings)), anchor)


def _read(document: Document) -> Iterator[_Reading]:
    """The timestamps of all claims, most trusted source first; evidence decides ambiguous ones."""
    claims = sorted(claims_of(document), key=lambda said: said.rank)[:_MOST]
    country, locale = place(document)
    order = order_shown([*(claim.text for claim in claims), document.text[:_LOOKED_AT]]) or order_of(country, locale)
    fetched = document.context.fetched
    found = [
        reading
        for said in claims
        for reading in _readings(
            said, list(parse_timestamps(said.text, country=country, locale=locale, fetched=fetched, order=order))
        )
    ]
    sure = {day_of(r.stamp.value) for r in found if r.stamp.value}
    for reading in found:
        if reading.stamp.value is None or _plausible(reading.stamp.value, document.context.fetched):
            yield _settled(reading, sure)


def _readings(claim: Claim, stamps: Sequence[Timestamp]) -> Iterator[_Reading]:
    """The dates of a claim; all of them are modifications if the claim is and none has a label of its own."""
    labelled = any(stamp.field == "modified" for stamp in stamps)
    for stamp in sorted(stamps, key=lambda stamp: stamp.field != "published"):
        silent = claim.field == "modified" and not stamp.field and not labelled
        yield _Reading(claim, stamp, stamp.field == "modified" or silent)


def _settled(reading: _Reading, sure: set[date]) -> _Reading:
    """Of two readings, prefer one that is another date of the page."""
    backed = [value for value in reading.stamp.readings if day_of(value) in sure]
    if len(backed) != 1:
        return reading
    stamp = reading.stamp
    return _Reading(reading.claim, replace(stamp, value=backed[0], readings=()), reading.modified)


def _plausible(value: Moment, fetched: datetime | None) -> bool:
    """Is a date plausible: not older than the web, and not later than the time of fetching?"""
    return day_of(value) >= _FIRST and (fetched is None or day_of(value) <= fetched.date() + timedelta(days=1))


def _first(readings: Sequence[_Reading]) -> _Reading | None:
    """The date of the best source. If that is a line that leaves it open ("08/09/2023", "4 hours ago"), only metadata
    may decide: another date of the page would be a guess."""
    is_open = False
    for reading in readings:
        if reading.stamp.value and (not is_open or reading.claim.source.machine):
            return reading
        is_open |= _is_open(reading.stamp)
    return None


def _published(first: _Reading | None, known: Moment | None, all_readings: Sequence[_Reading]) -> Dated:
    """The date from the caller wins, but the page may give it more precisely."""
    if first:
        dated = _dated("date_published", first, all_readings)
        if known is None or (day_of(known) == day_of(dated.value) and _precision(dated.value) >= _precision(known)):
            return dated
    assert known is not None
    return Dated("date_published", known, known.isoformat(), "caller")


def _stands_in(first: _Reading | None, published: Sequence[_Reading]) -> bool:
    """May the date of modification stand in for that of publication? Not if the latter is only ambiguous."""
    return not any(_is_open(r.stamp) for r in published) and first is None


def _is_open(stamp: Timestamp) -> bool:
    return bool(stamp.readings) or stamp.partial == "XXXX-XX-XX"


def _checked(first: _Reading | None, readings: Sequence[_Reading]) -> _Reading | None:
    """Refuse a weak date that contradicts the date in the address."""
    url = next((r for r in readings if r.claim.source.kind is Kind.ADDRESS), None)
    if first and url and first.claim.source.stray and first.stamp.value and url.stamp.value:
        apart = abs(day_of(first.stamp.value) - day_of(url.stamp.value))
        return url if apart > timedelta(days=1) else first
    return first


def _precision(value: Moment) -> int:
    return 0 if not isinstance(value, datetime) else 1 if value.tzinfo is None else 2


def _dated(name: Literal["date_published", "date_modified"], chosen: _Reading, readings: Sequence[_Reading]) -> Dated:
    assert chosen.stamp.value is not None
    value = localized(chosen.stamp.value, [r.stamp.value for r in readings if r.stamp.value])
    return Dated(name, value, chosen.stamp.raw, chosen.claim.source.name)


def localized(value: Moment, others: Sequence[Moment]) -> Moment:
    """Convert a moment in UTC to the publisher's local time, if the page shows it.

    Content systems store UTC: an article of 10 in the evening in New York is dated tomorrow. Where the page also
    says "10:28 p.m.", the difference is the offset; it must be one that clocks have, to the minute.

    >>> utc = datetime.fromisoformat("2023-11-09T03:28:35Z")
    >>> localized(utc, [datetime(2023, 11, 8, 22, 28)]).isoformat()
    '2023-11-08T22:28:35-05:00'
    >>> localized(utc, [datetime(2023, 11, 8, 22, 41)]).isoformat()
    '2023-11-09T03:28:35+00:00'
    """
    if not isinstance(value, datetime) or value.utcoffset() != timedelta():
        return value
    for other in others:
        if isinstance(other, datetime) and (offset := _offset(value, other)):
            return value.astimezone(timezone(offset))
    return value


def _offset(value: datetime, other: datetime) -> timedelta | None:
    """The offset from UTC of another time for the same moment; None if it is another moment."""
    if other.tzinfo is not None:
        same = abs(other - value) < timedelta(minutes=1)
        return (other.utcoffset() or None) if same else None
    ahead = other - value.replace(tzinfo=None, microsecond=0, second=value.second if other.second else 0)
    minutes = ahead.total_seconds() / 60
    return ahead if minutes % 60 == 0 and -720 <= minutes <= 840 and minutes else None


def _doubts(readings: Sequence[_Reading]) -> Iterator[Warn]:
    for reading in readings:
        stamp = reading.stamp
        if stamp.readings:
            options = " or ".join(value.isoformat() for value in stamp.readings)
            yield Warn(f"date.ambiguous: {stamp.raw} is {options}")
        elif stamp.zone:
            yield Warn(f"date.zone: nobody says where {stamp.zone} is in {stamp.raw!r}")
        elif stamp.partial == "XXXX-XX-XX":
            yield Warn(f"date.relative: {stamp.raw!r} needs the time of fetching")


def _disagreements(name: str, chosen: Dated, readings: Sequence[_Reading]) -> Iterator[Warn]:
    """Warn of strong sources with another day than the chosen one, unless time zones explain the difference."""
    for reading in readings:
        value = reading.stamp.value
        if value and not reading.claim.source.weak and abs(day_of(value) - day_of(chosen.value)) > timedelta(days=1):
            other = f"{reading.claim.source.name} says {day_of(value)}"
            yield Warn(f"{name.replace('_', '.')}: {other}, {chosen.source} {day_of(chosen.value)}")
