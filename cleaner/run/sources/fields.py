"""The names that other tools give to the fields of a record.

| field | names; the first that has a value counts |
|---|---|
| id | id, guid, uuid, article_id, fingerprint |
| content | html, raw_html, page, content, text, body, article, raw_text, maintext, cleaned_text, raw |
| url | url, link, source_url, source-url, original_url, canonical_link, uri |
| published | published, date_published, datePublished, publish_date, pub_date, pubDate, published_at, date |
| fetched | fetched, date_fetched, date_download, fetched_at, crawled, crawl_date, scraped_at, retrieved |
| media_type | media_type, content_type, mime_type, mime |
| title | title, headline |

They are the names of newspaper4k, trafilatura, news-please, Scrapy feeds and Common Crawl derivatives. ``--map
text=body`` adds another. All other columns pass through as ``meta``. A title goes in front of a text, where dumps have
it; a page has its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from cleaner.core.record import Record, identity

_LAST = (99, "")
_ROW = "| "
_KNOWN = ("url", "published", "fetched", "media_type")


def _table() -> dict[str, tuple[str, ...]]:
    """The table above, as data, so that documentation and behaviour cannot differ."""
    rows = [line.strip("| ").split(" | ") for line in (__doc__ or "").splitlines() if line.startswith(_ROW)]
    return {name: tuple(names.split(", ")) for name, names in rows[1:]}


NAMES = _table()
FIELDS = tuple(NAMES)


class Unmapped(ValueError):
    """``--map`` names an unknown field."""


def names(own: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The table, with the caller's names in front.

    >>> names({"content": "story"})["content"][:2]
    ('story', 'html')
    """
    own = {{"text": "content", "html": "content"}.get(field, field): name for field, name in own.items()}
    if unknown := sorted(set(own) - NAMES.keys()):
        raise Unmapped(f"no field {', '.join(unknown)}; there are text, {', '.join(FIELDS)}")
    return {field: ((own[field],) if field in own else ()) + usual for field, usual in NAMES.items()}


def record(
    row: Mapping[str, Any], origin: str, table: Mapping[str, tuple[str, ...]] = NAMES, shard: str = ""
) -> Record:
    """A row of JSON, CSV or Parquet as a record.

    >>> r = record({"title": "Rain", "body": "It rained.", "link": "https://example.org/", "stars": 3}, "a.jsonl:1")
    >>> r.content, r.url, dict(r.meta)
    ('Rain\\n\\nIt rained.', 'https://example.org/', {'stars': 3})
    """
    found, meta = _sorted(row, table)
    content, title = found.get("content"), found.get("title")
    url, published, fetched, media_type = (_text(found.get(name)) for name in _KNOWN)
    error = None
    if content is None:
        wanted = ", ".join(table["content"])
        error = f"no text: none of its fields is {wanted}; name the right one with --map text=NAME"
    elif not isinstance(content, bytes):
        content = _titled(_text(title) or "", _text(content) or "")
    name = identity(found.get("id"), url, repr(row) if content is None else content)
    return Record(name, content or "", url, published, fetched, media_type, meta, origin, shard, error)


def _sorted(row: Mapping[str, Any], table: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of a record, each from the first of its names that has a value, and the rest as ``meta``."""
    ranks = _ranks(tuple(table.items()))
    best: dict[str, tuple[int, str]] = {}
    for name, value in row.items():
        rank = ranks.get(name)
        if rank is not None and value not in (None, "", b"") and rank[0] < best.get(rank[1], _LAST)[0]:
            best[rank[1]] = rank[0], name
    used = {name for _, name in best.values()}
    meta = {str(name): value for name, value in row.items() if value is not None and name not in used}
    return {field: row[name] for field, (_, name) in best.items()}, meta


@cache
def _ranks(table: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, tuple[int, str]]:
    """Each name with its rank among the names of its field."""
    return {name: (rank, field) for field, names in reversed(table) for rank, name in reversed(list(enumerate(names)))}


def _text(value: Any) -> str | None:
    """Any value as text: a number, a datetime, a list of paragraphs."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list | tuple):
        return "\n\n".join(str(item) for item in value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _titled(title: str, text: str) -> str:
    """A text with its title in front, unless it is a page or begins with the title."""
    start = text.lstrip()
    if not title.strip() or start[:1] == "<" or start.startswith(title.strip()):
        return text
    return f"{title.strip()}\n\n{text}"
