"""What a page says about its article beside the text: structured data, meta tags, visible bylines and dates.

A page says the same thing several times and not always alike. Every statement becomes a :class:`cleaner.facts.Claim`
with its source and the source's rank (``data/sources.toml``); nothing is parsed or believed here. The page is walked
once.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from bs4 import BeautifulSoup

from cleaner.facts import Claim
from cleaner.readers.metadata import jsonld, visible
from cleaner.readers.metadata.headlines import choose, headings_of, ordered, split_title
from cleaner.readers.metadata.sources import table
from cleaner.readers.metadata.texts import dated_lines
from cleaner.readers.metadata.walk import KEPT_ATTRIBUTES, Page, walk

__all__ = ["KEPT_ATTRIBUTES", "claims"]

Statement = tuple[str, str]


def claims(soup: BeautifulSoup, url: str | None = None) -> Iterator[Claim]:
    """Every claim of a page about its headline, authors, dates, publisher, language and address.

    >>> page = '''<title>Rain floods Leeds | The Example</title><meta property="og:title" content="Rain floods Leeds">
    ... <meta property="article:published_time" content="2023-09-08T15:41:00+01:00"><h1>Rain floods Leeds</h1>
    ... <p class="byline">By Ann Lee</p>'''
    >>> for claim in claims(BeautifulSoup(page, "lxml")):
    ...     print(claim.field, claim.text, claim.source, claim.rank)
    published 2023-09-08T15:41:00+01:00 meta article:published_time 1
    byline By Ann Lee class byline 0
    headline Rain floods Leeds h1 0
    headline Rain floods Leeds meta og:title 1
    headline Rain floods Leeds title 2
    """
    page = walk(soup)
    structured = list(_structured(page, url))
    site = next((text for source, text in structured if source in ("meta og:site_name", "json-ld publisher")), None)
    titles = list(_titles(page, structured, site))
    heading = choose(list(headings_of(page.headings)), [text for _, text in titles])
    here = visible.spot(page, heading.at if heading else None)
    said = [*structured, *visible.bylines(page, here), *visible.profiles(page, here)]
    said += [*visible.times(page, here), *visible.stamps(page, here)]
    if not any(field == "published" and rank < 6 for source, _ in said for field, rank in table().get(source, ())):
        said += dated_lines(soup)
    yield from _claims(said)
    ranked = ordered(heading.text if heading else None, titles)
    yield from (Claim("headline", text, source, rank) for rank, (source, text) in enumerate(ranked))


def _claims(said: list[Statement]) -> Iterator[Claim]:
    known = table()
    for source, text in dict.fromkeys(said):
        if text := " ".join(text.split())[:1000]:
            for field, rank in known.get(source, ()):
                yield Claim(field, text, source, rank)


def _structured(page: Page, url: str | None) -> Iterator[Statement]:
    """JSON-LD, meta tags, links and the document's language."""
    urls = {jsonld.bare(u) for u in (url, *(href for rel, href in page.links if rel == "canonical")) if u}
    found = [node for script in page.scripts for node in jsonld.nodes(jsonld.load(script))]
    index = jsonld.index(found)
    for wanted, prefix in (("article", "json-ld"), ("page", "json-ld-page")):
        if node := jsonld.main_node(found, wanted, urls):
            yield from ((f"{prefix} {name}", unescape(text)) for name, text in jsonld.statements(node, index))
    yield from page.metas
    yield from ((f"link {rel}", href) for rel, href in page.links if rel == "canonical")
    if page.lang:
        yield "html lang", page.lang


def _titles(page: Page, structured: list[Statement], site: str | None) -> Iterator[Statement]:
    for wanted in ("json-ld headline", "meta og:title", "meta twitter:title", "itemprop headline"):
        for source, text in structured:
            if source == wanted:
                yield source, split_title(" ".join(text.split()), site)
                break
    if page.title:
        yield "title", split_title(page.title, site)
