"""Evidence about the dates of an article: lines, bylines, the address, the publisher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cleaner.core import lazy_re as re
from cleaner.core.addresses import host_of
from cleaner.core.document import Document
from cleaner.core.facts import Claim, LineAbove, claim
from cleaner.core.parts import Dateline
from cleaner.core.sources import witness
from cleaner.parties.publishers import find_publisher
from cleaner.timestamps import parse_timestamps, url_date

_GENERIC = frozenset(["co", "tv", "io", "me", "fm", "ai", "to", "cc", "ws", "la", "ly", "gl", "eu"])
_SIGNATURE = re.compile(r"By [^|·•\n]{3,60}[|·•]|[^|·•\n]{6,30}[|·•] ?By ")
_OPENING = re.compile(r"[^\n(]{0,12}\d[^\n(]{2,20}\([^)\n]{2,40}\)\s?[-–—]")
"""A dispatch that begins with the day on which it was filed: "3 May 2019 (NAIROBI) -"."""
_YEAR = re.compile(r"\b20\d\d\b")


def place(document: Document) -> tuple[str | None, str | None]:
    """The country of the publisher (of its domain, rather than its seat) and the locale of the article."""
    names = [said.text for said in document.claims("publisher")]
    url = _url(document)
    row = find_publisher(name=names[0] if names else None, host=host_of(url))
    locale = next((said.text for said in document.claims("language")), row.locale if row else None)
    return country_of(url) or (row.country if row else None), locale


def claims_of(document: Document) -> Iterator[Claim]:
    """Claims about dates, the date in the address, and dates in bylines."""
    yield from document.claims("published", "modified")
    if day := url_date(_url(document) or ""):
        yield claim("published", day, "url")
    for byline in document.claims("byline"):
        yield Claim(byline.text, replace(witness("published", "byline"), name=byline.source.name))
    yield from _cut_lines(document)
    for dateline in document.facts(Dateline):
        if _YEAR.search(dateline.raw):
            yield claim("published", dateline.raw, "dateline")
    if (opening := _OPENING.match(document.text)) and _YEAR.search(opening[0]):
        yield claim("published", opening[0], "dateline")


def _cut_lines(document: Document) -> Iterator[Claim]:
    """Timestamps in lines that were cut above the text; in lines of other kinds only with a label."""
    place = "cut line of a page" if is_page(document) else "timestamp line"
    told = [said.text for said in document.claims("published", "modified")]
    for line in document.facts(LineAbove):
        if any(text in line.text for text in told):
            continue
        if line.taken_for == "timestamp" or (line.taken_for in _MAY_DATE and _signs(line.text[:300])):
            yield claim("published", line.text[:1000], place)


_MAY_DATE = ("title", "copyright", "contact")
"""The kinds of lines that may give the date of publication: "First published on 3 May 2019"."""


def _signs(text: str) -> bool:
    """Does a line date the article: with a label, or like "By Jo Li | 3 May 2019"?"""
    stamps = list(parse_timestamps(text))
    return any(stamp.field for stamp in stamps) or (bool(stamps) and _SIGNATURE.match(text) is not None)


def is_page(document: Document) -> bool:
    """Was the document a page? Then its lines are among those of other articles."""
    return document.source.media_type == "text/html"


def _url(document: Document) -> str | None:
    return document.context.url or next((c.text for c in document.claims("url")), None)


def country_of(url: str | None) -> str | None:
    """The country of a host's top-level domain.

    >>> country_of("https://www.example.co.uk/a"), country_of("https://example.com/"), country_of("https://x.tv")
    ('GB', None, None)
    """
    label = host_of(url).rpartition(".")[2]
    if len(label) != 2 or label in _GENERIC or not label.isalpha():
        return None
    return "GB" if label == "uk" else label.upper()
