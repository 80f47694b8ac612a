"""Addresses and identifiers as exports may carry them."""

from __future__ import annotations

import re
from urllib.parse import quote

from cleaner.core.article import Article
from cleaner.core.parts import Entity

_ABSOLUTE = re.compile(r"https?://[^/\s]+")
_SAFE = ";/?:@&=+$,#-_.!~*'()%"
"""What an address may hold beside letters and digits (RFC 3986); brackets stand in hosts alone, so they are escaped."""


def web_address(url: str | None) -> str | None:
    """An absolute address on the web with all that RFC 3986 forbids escaped; None for anything else.

    Scripts and data pass for addresses in the markup of pages, and must not reach whoever renders an export.

    >>> web_address("https://news.example/ä b"), web_address("javascript:alert(1)"), web_address("/story")
    ('https://news.example/%C3%A4%20b', None, None)
    """
    if url is None or not _ABSOLUTE.match(url):
        return None
    return quote(url.encode("utf-8", "replace").decode("utf-8"), safe=_SAFE)


def article_uri(article: Article) -> str:
    """An identifier that is a URI: the address of the article, or a name made of its id where none is known."""
    return web_address(article.url) or f"urn:x-cleaner:{quote(article.id, safe='')}"


def wikidata_address(entity: Entity) -> str | None:
    """The Wikidata item of an organization or a place."""
    return f"http://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else None
