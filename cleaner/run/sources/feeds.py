"""RSS, Atom and JSON Feed: one record an entry.

An entry with its full content yields the article. An entry with only a summary yields a teaser, marked by ``"summary"``
in ``meta["content"]``: fetch the page of the article by other means.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from cleaner.core.record import Record, identity
from cleaner.run.sources.missing import needed
from cleaner.run.sources.reading import Reading, Shard, read_limited


def feed(shard: Shard, reading: Reading) -> Iterator[Record]:
    """The entries of a feed. Dates keep their time zone."""
    data = read_limited(shard.stream, reading.max_bytes)
    entries = _json_feed(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else _xml_feed(data)
    number = 0
    for number, (title, entry) in enumerate(entries, 1):
        yield _record(entry, title, number, shard)
    if not number:
        yield shard.fault("", "not a feed, or a feed without entries")


def _json_feed(data: bytes) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return
    for item in held.get("items") or () if isinstance(held, dict) else ():
        if isinstance(item, dict):
            full = item.get("content_html") or html.escape(str(item.get("content_text") or ""))
            yield (
                str(held.get("title") or ""),
                {
                    "id": item.get("id"),
                    "link": item.get("url") or item.get("external_url"),
                    "title": item.get("title"),
                    "content": [{"value": full}] if full else [],
                    "summary": item.get("summary"),
                    "published": item.get("date_published") or item.get("date_modified"),
                },
            )


def _xml_feed(data: bytes) -> Iterator[tuple[str, Mapping[str, Any]]]:
    with needed("feeds", "an RSS or Atom feed"):
        parser: Any = import_module("feedparser")
    parsed = parser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    for entry in parsed.entries:
        yield str(parsed.feed.get("title") or ""), entry


def _record(entry: Mapping[str, Any], title: str, number: int, shard: Shard) -> Record:
    contents = [str(part.get("value") or "") for part in entry.get("content") or ()]
    full = max(contents, key=len, default="")
    summary = str(entry.get("summary") or "")
    is_summary = len(full) < len(summary) or not full
    body = summary if is_summary else full
    url, headline = entry.get("link"), str(entry.get("title") or "")
    if not body.strip():
        return shard.fault(f"#{number}", "an entry without a text", given=entry.get("id") or url)
    page = (
        f"<!DOCTYPE html><html><head><title>{html.escape(html.unescape(headline))}</title></head>"
        f"<body><article><h1>{html.escape(html.unescape(headline))}</h1>\n{body}</article></body></html>"
    )
    return Record(
        identity(entry.get("id"), url, page),
        page,
        url=url,
        published=entry.get("published") or entry.get("updated"),
        media_type="text/html",
        meta={"feed": title, "content": "summary" if is_summary else "full"},
        origin=shard.origin(f"#{number}"),
        shard=shard.name,
    )
