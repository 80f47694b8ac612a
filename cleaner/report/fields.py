"""The fields of an article as HTML, shown beside its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from cleaner.core.article import Article
from cleaner.core.parts import Author
from cleaner.report.marks import date_meaning, person_meaning
from cleaner.report.page import count, element, text

_MOST = 12


def fields(article: Article) -> str:
    """The list of fields, each with an id ``f-NAME`` to which moved text links."""
    rows = (
        element("div", element("dt", text(name.replace("_", " "))) + element("dd", value), id=f"f-{name}")
        for name, value in _fields(article)
        if value
    )
    return element("dl", "".join(rows), class_="fields")


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    """The fields that are not empty: names and HTML."""
    stand_in = article.headline_source == "stand-in"
    yield (
        "headline",
        text(article.headline) + _dim("stands in: the document has none" if stand_in else article.headline_source),
    )
    yield "description", text(article.description or "")
    yield "authors", _list([text(_author(a)) for a in article.authors]) or _dim("nobody is named")
    published = _moment(article.date_published, article.date_published_raw, article.date_published_source)
    yield "date_published", published or _dim("unknown: nothing in the document says")
    yield "date_modified", _moment(article.date_modified, article.date_modified_raw, article.date_modified_source)
    if article.publisher:
        yield "publisher", text(article.publisher.name) + _dim(article.publisher.slogan)
    yield "dateline", text(article.dateline.raw) if article.dateline else ""
    yield "section", text(article.section or "")
    yield "keywords", text(", ".join(article.keywords))
    yield "captions", _list([text(c.text) + _dim(c.credit.raw if c.credit else None) for c in article.captions])
    yield from _mentioned(article)
    yield from _origin(article)


def _mentioned(article: Article) -> Iterator[tuple[str, str]]:
    people = [text(person_meaning(p)) + (f" ×{n}" if (n := len(p.mentions)) > 1 else "") for p in article.people]
    yield "people", _list(people)
    yield "dates", _list([text(d.text if d.text == d.timex else f"{d.text}: {date_meaning(d)}") for d in article.dates])
    yield "organizations", text(", ".join(e.name for e in article.organizations))
    yield "places", text(", ".join(e.name for e in article.places))
    if article.images or article.links:
        yield "media", text(f"{count(len(article.images), 'image')}, {count(len(article.links), 'link')}")


def _origin(article: Article) -> Iterator[tuple[str, str]]:
    yield "url", _link(article.url)
    yield "language", text(article.language or "")
    source = article.source
    known = [source.media_type, source.encoding, count(source.bytes, "byte") if source.bytes is not None else None]
    yield "source", text(", ".join(filter(None, known))) + _dim(source.sha256 and f"sha256 {source.sha256[:16]}…")
    yield (
        "cleaner",
        text(f"{article.cleaner.version}, schema {article.schema_version}") + _dim(article.cleaner.fingerprint),
    )
    yield "meta", text(json.dumps(article.meta, ensure_ascii=False)) if article.meta else ""


def _author(author: Author) -> str:
    """An author in words.

    >>> _author(Author(name="Maria Okafor", role="Reporter", affiliation="AP"))
    'Maria Okafor, Reporter, AP'
    """
    kind = author.kind if author.kind != "person" else None
    return ", ".join(filter(None, (author.name, kind, author.role, author.affiliation)))


def _moment(value: date | None, raw: str | None, source: str | None) -> str:
    if value is None:
        return ""
    return element("time", text(value.isoformat())) + _dim(", ".join(filter(None, (raw, source))))


def _link(url: str | None) -> str:
    """An address as a link, if it opens a web page and nothing else; otherwise as text."""
    if url and url.startswith(("http://", "https://")):
        return element("a", text(url), href=url, rel="noreferrer noopener nofollow")
    return text(url or "")


def _dim(value: str | None) -> str:
    return element("span", text(value), class_="dim") if value else ""


def _list(items: list[str]) -> str:
    """A list, folded after a dozen items."""
    if not items:
        return ""
    shown = element("ul", "".join(element("li", item) for item in items[:_MOST]))
    if len(items) > _MOST:
        more = element("ul", "".join(element("li", item) for item in items[_MOST:]))
        shown += element("details", element("summary", text(f"{len(items) - _MOST} more")) + more)
    return shown
