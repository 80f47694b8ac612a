"""Addresses and identifiers for exports."""

from __future__ import annotations

from urllib.parse import quote

from cleaner.core import lazy_re as re
from cleaner.core.article import Article
from cleaner.core.parts import Entity

_ABSOLUTE = re.compile(r"https?://[^/\s]+")
_SAFE = ";/?:@&=+$,#-_.!~*'()%"
"""What an address may contain apart from letters and digits (RFC 3986). Brackets are for hosts only, so they are
escaped."""


def web_address(url: str | None) -> str | None:
    """An absolute web address, with everything escaped that RFC 3986 forbids; None for anything else.

    In pages, scripts and data can appear as addresses; they must not reach programs that render an export.

    >>> web_address("https://news.example/ä b"), web_address("javascript:alert(1)"), web_address("/story")
    ('https://news.example/%C3%A4%20b', None, None)
    """
    if url is None or not _ABSOLUTE.match(url):
        return None
    return quote(url.encode("utf-8", "replace").decode("utf-8"), safe=_SAFE)


def article_uri(article: Article) -> str:
    """A URI for the article: its address, or a name made from its id if there is none."""
    return web_address(article.url) or f"urn:x-cleaner:{quote(article.id, safe='')}"


def wikidata_address(entity: Entity) -> str | None:
    """The Wikidata item of an organization or a place."""
    return f"http://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else None
