"""schema.org ``NewsArticle`` as JSON-LD, for search engines and tools for linked data.

What the format cannot hold: offsets of mentions (``mentions`` lists people, organizations and places by name), the
time expressions of the text, the edit log, warnings, and the encoding and checksum of the source.
"""

from __future__ import annotations

from typing import Any

from cleaner.core.article import Article
from cleaner.core.parts import Author, Caption, Entity, Image
from cleaner.export.addresses import article_uri, web_address, wikidata_address
from cleaner.export.markup import filled


def to_jsonld(article: Article) -> dict[str, Any]:
    """An article as a schema.org ``NewsArticle``, ready for :func:`json.dumps`, without unknown fields."""
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": article_uri(article),
        "identifier": article.id,
        "url": web_address(article.url),
        "headline": article.headline,
        "description": article.description,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "inLanguage": article.language,
        "datePublished": article.date_published and article.date_published.isoformat(),
        "dateModified": article.date_modified and article.date_modified.isoformat(),
        "author": [_author(author) for author in article.authors],
        "publisher": _publisher(article),
        "dateline": article.dateline.raw if article.dateline else None,
        "wordCount": article.word_count,
        "image": [_image(article, image) for image in article.images],
        "associatedMedia": _captions(article),
        "mentions": _mentions(article),
        "isAccessibleForFree": article.is_accessible_for_free,
        "articleBody": article.text,
    }
    return filled(known)


def _author(author: Author) -> dict[str, Any]:
    if author.kind != "person":
        return {"@type": "Organization", "name": author.name}
    employer = {"@type": "Organization", "name": author.affiliation} if author.affiliation else None
    return filled({"@type": "Person", "name": author.name, "jobTitle": author.role, "affiliation": employer})


def _publisher(article: Article) -> dict[str, Any] | None:
    publisher = article.publisher
    if publisher is None:
        return None
    known = {"name": publisher.name, "url": web_address(publisher.url), "slogan": publisher.slogan}
    return filled({"@type": "Organization"} | known)


def _image(article: Article, image: Image) -> dict[str, Any]:
    caption = article.captions[image.caption] if image.caption is not None else None
    return _picture(caption) | filled({"url": web_address(image.url), "description": image.alt})


def _captions(article: Article) -> list[dict[str, Any]]:
    """Captions whose picture is unknown."""
    taken = {image.caption for image in article.images}
    return [_picture(caption) for i, caption in enumerate(article.captions) if i not in taken]


def _picture(caption: Caption | None) -> dict[str, Any]:
    credit = caption.credit if caption else None
    creators = [{"@type": "Person", "name": name} for name in credit.photographers] if credit else []
    return filled(
        {
            "@type": "ImageObject",
            "caption": caption.text if caption else None,
            "creditText": credit.raw if credit else None,
            "creator": creators,
        }
    )


def _mentions(article: Article) -> list[dict[str, Any]]:
    people = [
        filled({"@type": "Person", "name": p.name, "honorificPrefix": " ".join(p.honorifics),
                 "honorificSuffix": p.suffix, "jobTitle": p.role}) for p in article.people
    ]  # fmt: skip
    return [*people, *map(_entity, article.organizations), *map(_entity, article.places)]


def _entity(entity: Entity) -> dict[str, Any]:
    kind = "Organization" if entity.kind == "organization" else "Country" if entity.code else "Place"
    return filled({"@type": kind, "name": entity.name, "identifier": entity.code, "sameAs": wikidata_address(entity)})
