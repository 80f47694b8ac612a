"""What a page says about its article beside the text: structured data, meta tags, visible bylines and dates.

A page says the same thing several times and not always alike. Each becomes a claim (:mod:`cleaner.core.facts`)
with its source and the source's rank (``data/sources.toml``); nothing is parsed or believed here. The page is walked
once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from cleaner.core.facts import Claim
from cleaner.core.tree import Node
from cleaner.parties.publishers import find_publisher, split_title
from cleaner.readers.metadata import feeds, jsonld, visible
from cleaner.readers.metadata.addresses import slug
from cleaner.readers.metadata.broken import salvage
from cleaner.readers.metadata.headings import headings_of
from cleaner.readers.metadata.headlines import choose, ordered
from cleaner.readers.metadata.sources import fields_of
from cleaner.readers.metadata.texts import dated_lines, signed_lines, standfirsts
from cleaner.readers.metadata.walk import Page, walk
from cleaner.timestamps import parse_timestamp

__all__ = ["claims"]

Statement = tuple[str, str]


def claims(root: Node, url: str | None = None) -> Iterator[Claim]:
    """Every claim of a page about its headline, authors, dates, publisher, language and address.

    >>> from cleaner.readers.tree import read_page
    >>> page = '''<title>Rain floods Leeds | The Example</title><meta property="og:title" content="Rain floods Leeds">
    ... <meta property="article:published_time" content="2023-09-08T15:41:00+01:00"><h1>Rain floods Leeds</h1>
    ... <p class="byline">By Ann Lee</p>'''
    >>> for claim in claims(read_page(page).root):
    ...     print(claim.field, claim.text, claim.source, claim.rank)
    published 2023-09-08T15:41:00+01:00 meta article:published_time 1
    byline By Ann Lee class byline 0
    publisher The Example title publisher 5
    headline Rain floods Leeds h1 0
    headline Rain floods Leeds meta og:title 1
    headline Rain floods Leeds title 2
    """
    page = walk(root)
    structured = list(_structured(page, url))
    site = next((text for source, text in structured if source in ("meta og:site_name", "json-ld publisher")), None)
    signed = list(feeds.signature(root, page))
    host = url.partition("//")[2].partition("/")[0] if url else ""
    titles = [*_titles(page, structured, site, host), *(pair for pair in signed if pair[0] == "feed title")]
    address = _address(url, structured)
    heading = choose(list(headings_of(page.headings)), [text for _, text in titles], address)
    here = visible.spot(page, heading.at if heading else None)
    said = [*structured, *signed, *visible.bylines(page, here), *visible.profiles(page, here)]
    said += [*visible.times(page, here), *visible.stamps(page, here)]
    if not any(_is_date(source, text) for source, text in said):
        said += dated_lines(root, here)
    top = next((tag for at, tag in page.headings if heading and at == heading.at), None)
    said += standfirsts(top)
    if not any(source in _SIGNED and " " in text and text != site for source, text in said):
        said += signed_lines(root, top)
    if host and (row := find_publisher(host=host)):
        said.append(("host publisher", row.name))
    said += _site_of(page.title[:500], site, host)
    yield from _claims(said)
    ranked = ordered(heading, titles, address)
    yield from (Claim("headline", text, source, rank) for rank, (source, text) in enumerate(ranked))


def _address(url: str | None, structured: Sequence[Statement]) -> tuple[str, ...]:
    """The words of the page's address, as it is known or as the page gives it."""
    stated = (text for source, text in structured if source in ("link canonical", "meta og:url"))
    return next((words for address in (url, *stated) if address and (words := slug(address))), ())


def _site_of(title: str, site: str | None, host: str) -> Iterator[Statement]:
    """The site's name beside the headline, as the page writes it: "The Monitor" is not the "Daily Monitor"."""
    headline, name = split_title(title, site=site, host=host)
    beside = title.replace(headline, "", 1).strip(" |｜-–—·•:»«")
    if name and name.casefold() in beside.casefold():
        yield "title publisher", name
    elif name and any(map(str.isalpha, beside)) and not _SIGN.search(beside):
        yield "title publisher", beside


_SIGN = re.compile(r"\s[|–—·•»«-]\s")


def _is_date(source: str, text: str) -> bool:
    """Is a statement a good source's date of publication? Not every field that should hold one does."""
    good = any(field == "published" and rank <= _GOOD for field, rank in fields_of(source))
    stamp = parse_timestamp(text) if good else None
    return stamp is not None and bool(stamp.value or stamp.readings)


_GOOD = 5


_SIGNED = frozenset(["json-ld author", "class byline", "rel author", "itemprop author"])


def _claims(said: list[Statement]) -> Iterator[Claim]:
    for source, text in dict.fromkeys(said):
        if (fields := fields_of(source)) and (text := _plain(text)):
            yield from (Claim(field, text, source, rank) for field, rank in fields)


def _plain(text: str) -> str:
    """A statement without tags and runs of blanks."""
    return " ".join((_TAG.sub(" ", text[:_LONGEST]) if "<" in text else text[:_LONGEST]).split())


_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_LONGEST = 1000


def _structured(page: Page, url: str | None) -> Iterator[Statement]:
    """JSON-LD, meta tags, links and the document's language."""
    urls = {jsonld.bare(u) for u in (url, *(href for rel, href in page.links if rel == "canonical")) if u}
    found = [node for script in page.scripts for node in jsonld.nodes(jsonld.load(script) or salvage(script))]
    index = jsonld.index(found)
    for wanted, prefix in (("article", "json-ld"), ("page", "json-ld-page")):
        if node := jsonld.main_node(found, wanted, urls, page.title):
            yield from ((f"{prefix} {name}", unescape(text)) for name, text in jsonld.statements(node, index))
    yield from page.metas
    yield from ((f"link {rel}", href) for rel, href in page.links if rel == "canonical")
    if page.lang:
        yield "html lang", page.lang


_TITLES = (
    *("json-ld headline", "meta og:title", "meta twitter:title", "meta headline", "meta parsely-title"),
    *("meta sailthru.title", "meta cxenseparse:title", "meta citation_title", "meta dc.title", "meta dcterms.title"),
)


def _titles(page: Page, structured: list[Statement], site: str | None, host: str) -> Iterator[Statement]:
    for wanted in _TITLES:
        for source, text in structured:
            if source == wanted:
                yield source, split_title(_plain(text)[:500], site=site, host=host)[0]
                break
    if page.title:
        yield "title", split_title(page.title[:500], site=site, host=host)[0]
