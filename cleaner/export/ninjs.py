"""IPTC ninjs 3.1: news in JSON, as agencies and editorial systems exchange it.

What the format cannot hold: a time without a zone and a day without a time (``edNote`` tells people), warnings (joined
into ``edNote``), the offsets and values of dates and mentions, the edit log, the encoding and checksum of the source,
and whether the article is free to read.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from cleaner.core.article import Article
from cleaner.core.parts import Caption, Entity
from cleaner.export.addresses import article_uri, web_address, wikidata_address
from cleaner.export.markup import filled, xhtml

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def to_ninjs(article: Article) -> dict[str, Any]:
    """An article as a ninjs 3.1 news item, ready for :func:`json.dumps`, without unknown fields."""
    uri = article_uri(article)
    agency = article.dateline.agency if article.dateline else None
    item = {
        "uri": uri,
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "partial" if article.is_truncated else "full",
        "firstCreated": _instant(article.date_published),
        "versionCreated": _instant(article.date_modified) or _instant(article.date_published),
        "language": article.language,
        "edNote": _note(article),
        "by": ", ".join(author.name for author in article.authors),
        "located": article.dateline.place if article.dateline else None,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": article.headline}],
        "descriptions": [
            {"role": "summary", "contentType": "text/plain", "value": d} for d in [article.description] if d
        ],
        "bodies": _bodies(article),
        "subjects": _subjects(article),
        "people": [{"name": person.name, "rel": "mentions"} for person in article.people],
        "organisations": [_entity(entity) for entity in article.organizations],
        "places": [_entity(entity) for entity in article.places],
        "infoSources": _sources(article, agency),
        "associations": _pictures(article, uri),
        "altIds": [{"role": "cleaner", "value": article.id}],
    }
    return filled(item)


def _instant(value: date | None) -> str | None:
    """A point in time in RFC 3339, if its time and zone are known: no midnight is invented."""
    known = isinstance(value, datetime) and value.tzinfo is not None
    return value.isoformat() if value is not None and known else None


def _note(article: Article) -> str:
    """What no field of ninjs can hold, but people at the desk should know."""
    times = (("Published", article.date_published), ("Modified", article.date_modified))
    notes = [f"{name}: {value.isoformat()}" for name, value in times if value is not None and not _instant(value)]
    return "\n".join([*notes, *article.warnings])


def _bodies(article: Article) -> list[dict[str, Any]]:
    counts = {"charCount": len(article.text), "wordCount": article.word_count}
    return [
        {"role": "main", "contentType": "text/plain", **counts, "value": article.text},
        {"role": "richtext", "contentType": "application/xhtml+xml", **counts, "value": xhtml(article)},
    ]


def _subjects(article: Article) -> list[dict[str, str]]:
    section = [{"name": article.section, "rel": "section"}] if article.section else []
    return section + [{"name": keyword, "rel": "about"} for keyword in article.keywords]


def _entity(entity: Entity) -> dict[str, str]:
    return filled({"name": entity.name, "rel": "mentions", "uri": wikidata_address(entity), "literal": entity.code})


def _sources(article: Article, agency: str | None) -> list[dict[str, str]]:
    """The publisher, and the agencies from which the article comes."""
    sources = []
    if article.publisher:
        url = web_address(article.publisher.url)
        sources.append({"name": article.publisher.name, "role": "publisher"} | ({"uri": url} if url else {}))
    agencies = [author.name for author in article.authors if author.kind == "agency"] + ([agency] if agency else [])
    return sources + [{"name": name, "role": "agency"} for name in dict.fromkeys(agencies)]


def _pictures(article: Article, uri: str) -> list[dict[str, Any]]:
    """Pictures with captions; a caption without a known picture becomes a picture without an address."""
    captioned = {image.caption: image.url for image in article.images if image.caption is not None}
    pictures = [_picture(f"{uri}#caption-{i}", captioned.get(i), caption) for i, caption in enumerate(article.captions)]
    bare = [image for image in article.images if image.caption is None]
    return pictures + [_picture(f"{uri}#image-{i}", image.url, None) for i, image in enumerate(bare)]


def _picture(uri: str, url: str | None, caption: Caption | None) -> dict[str, Any]:
    address = web_address(url)
    said = caption.text if caption else ""
    credit = caption.credit.raw if caption and caption.credit else ""
    picture = {
        "name": uri.rpartition("#")[2],
        "uri": uri,
        "type": "picture",
        "by": credit,
        "descriptions": [{"role": "caption", "contentType": "text/plain", "value": said}] if said else [],
        "renditions": [{"name": "original", "href": address}] if address else [],
    }
    return filled(picture)
