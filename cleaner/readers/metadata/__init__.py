"""The metadata of a page: structured data, meta tags, visible bylines and dates.

A page says the same thing several times, and not always in agreement. Each statement becomes a claim
(:mod:`cleaner.core.facts`) with its source (:mod:`cleaner.core.sources`); nothing is parsed or judged here. The page is
walked once, and its structured data are read once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from cleaner.core import lazy_re as re
from cleaner.core.addresses import host_of
from cleaner.core.facts import Claim, Picture
from cleaner.core.sources import witness, witnesses
from cleaner.core.tree import Node
from cleaner.parties.bylines import parse_byline
from cleaner.parties.name_lists import is_likely_name
from cleaner.parties.publishers import split_title
from cleaner.readers.metadata import feeds, jsonld, visible
from cleaner.readers.metadata.addresses import slug
from cleaner.readers.metadata.fragments import plain
from cleaner.readers.metadata.headings import headings_of
from cleaner.readers.metadata.headlines import choose, ordered
from cleaner.readers.metadata.media import pictures
from cleaner.readers.metadata.places import find_title
from cleaner.readers.metadata.signed import labelled_names, signed_lines
from cleaner.readers.metadata.texts import dated_lines, standfirsts
from cleaner.readers.metadata.walk import Page, walk
from cleaner.timestamps import parse_timestamp

__all__ = ["Metadata", "claims", "read_metadata"]

Statement = tuple[str, str]


class Metadata(NamedTuple):
    """The metadata of a page; ``body`` is the text of the article in its structured data."""

    claims: tuple[Claim, ...]
    body: str
    pictures: tuple[Picture, ...]


def read_metadata(root: Node, url: str | None = None) -> Metadata:
    """Read a page's metadata.

    The body in structured data is often a fragment, and often out of date: it is evidence, not the text itself.
    """
    page = walk(root)
    nodes = jsonld.read(page.scripts)
    address = url or next((href for rel, href in page.links if rel == "canonical"), None)
    shown = tuple(pictures(page, nodes, address))
    return Metadata(tuple(_claims(root, page, nodes, url)), jsonld.body(nodes), shown)


def claims(root: Node, url: str | None = None) -> tuple[Claim, ...]:
    """All claims of a page about its headline, authors, dates, publisher, language and address.

    >>> from cleaner.readers.tree import read_page
    >>> page = '''<title>Rain floods Leeds | The Example</title><meta property="og:title" content="Rain floods Leeds">
    ... <meta property="article:published_time" content="2023-09-08T15:41:00+01:00"><h1>Rain floods Leeds</h1>
    ... <p class="byline">By Ann Lee</p>'''
    >>> for said in claims(read_page(page).root):
    ...     print(said.field, said.text, said.source.name, said.rank)
    published 2023-09-08T15:41:00+01:00 meta article:published_time 10
    byline By Ann Lee class byline 40
    publisher The Example title publisher 50
    headline Rain floods Leeds h1 0
    headline Rain floods Leeds og 1
    headline Rain floods Leeds title 2
    """
    return read_metadata(root, url).claims


def _claims(root: Node, page: Page, nodes: Sequence[jsonld.Node], url: str | None) -> Iterator[Claim]:
    structured = list(_structured(page, nodes, url))
    site = next((text for source, text in structured if source in ("meta og:site_name", "json-ld publisher")), None)
    signed = list(feeds.signature(root, page))
    canonical = next((text for source, text in structured if source in ("link canonical", "meta og:url")), "")
    host = host_of(url or canonical)
    titles = [*_titles(page, structured, site, host), *((name, text) for name, text in signed if name == "feed title")]
    address = _address(url, structured)
    names = (page.title, site or "", host)
    heading = choose(list(headings_of(page.headings)), [text for _, text in titles], address, names)
    headline = next((pair for pair in page.headings if heading and pair[0] == heading.at), None)
    headline = headline or find_title(root, [text for _, text in titles]) or _only_heading(page, titles)
    here, top = visible.spot(headline), headline[1] if headline else None
    said = [*structured, *signed, *_shown(page, here)]
    if not any(_is_date(source, text) for source, text in said):
        said += dated_lines(root, top, here)
    said += [
        *standfirsts(top),
        *_signatures(root, page, top, here, said),
        *_site_of(plain(page.title)[:500], site, host),
    ]
    for source, text in dict.fromkeys(said):
        if (speaks := witnesses(source)) and (text := plain(text)):
            yield from (Claim(text, row) for row in speaks)
    for rank, (source, text) in enumerate(ordered(heading, titles, address)):
        yield Claim(text, replace(witness("headline", source), rank=rank))


def _shown(page: Page, here: visible.Spot) -> Iterator[Statement]:
    """The statements of elements whose names tell what they hold."""
    for speaker in (visible.bylines, visible.profiles, visible.times, visible.stamps):
        yield from speaker(page, here)


def _signatures(
    root: Node, page: Page, top: Node | None, here: visible.Spot, said: Sequence[Statement]
) -> Iterable[Statement]:
    """The byline beside the headline if no element gives one; one anywhere if nothing else names a person."""
    known = {text for source, text in said if any(row.field in ("author", "byline") for row in witnesses(source))}
    signed = [pair for pair in signed_lines(root, top, here) if pair[1] not in known]
    if signed or any(is_likely_name(text) or parse_byline(text).authors for text in known):
        return signed
    return [*visible.author_boxes(page, here)] or labelled_names(root, here)


def _only_heading(page: Page, titles: Sequence[Statement]) -> tuple[int, Node] | None:
    """The only ``<h1>`` of a page that names its title nowhere else: even a short one marks the position."""
    heads = [pair for pair in page.headings if pair[1].name == "h1"]
    return heads[0] if len(heads) == 1 and not titles else None


def _address(url: str | None, structured: Sequence[Statement]) -> tuple[str, ...]:
    """The words of the page's address, known or given by the page."""
    stated = (text for source, text in structured if source in ("link canonical", "meta og:url"))
    return next((words for address in (url, *stated) if address and (words := slug(address))), ())


def _site_of(title: str, site: str | None, host: str) -> Iterator[Statement]:
    """The site's name beside the headline, as the page writes it: "The Monitor" is not the "Daily Monitor"."""
    headline, name = _parted(title, site=site, host=host)
    beside = title.replace(headline, "", 1).strip(" |｜-–—·•:»«")
    if name and name.casefold() in beside.casefold():
        yield "title publisher", name
    elif name and any(map(str.isalpha, beside)) and not _SIGN.search(beside):
        yield "title publisher", beside


_SIGN = re.compile(r"\s[|–—·•»«-]\s")


def _is_date(source: str, text: str) -> bool:
    """Is a statement a date of publication from a good source? Not every field that should hold one does."""
    good = any(row.field == "published" and row.rank <= _GOOD for row in witnesses(source))
    stamp = parse_timestamp(text) if good else None
    return stamp is not None and bool(stamp.value or stamp.readings)


_GOOD = 50


def _structured(page: Page, nodes: Sequence[jsonld.Node], url: str | None) -> Iterator[Statement]:
    """The statements of JSON-LD, meta tags, links and the document's language."""
    urls = {jsonld.bare(u) for u in (url, *(href for rel, href in page.links if rel == "canonical")) if u}
    index = jsonld.index(nodes)
    for wanted, prefix in (("article", "json-ld"), ("page", "json-ld-page")):
        if node := jsonld.main_node(nodes, wanted, urls, page.title):
            yield from ((f"{prefix} {name}", text) for name, text in jsonld.statements(node, index))
    yield from page.metas
    yield from ((f"link {rel}", href) for rel, href in page.links if rel == "canonical")
    if page.lang:
        yield "html lang", page.lang


_parted = lru_cache(maxsize=1 << 6)(split_title)
"""A page states its title several times over, mostly in the same words."""

_TITLES = {
    "json-ld headline": "json-ld",
    "meta og:title": "og",
    **dict.fromkeys(
        [
            *("meta twitter:title", "meta headline", "meta parsely-title", "meta sailthru.title"),
            *("meta cxenseparse:title", "meta citation_title", "meta dc.title", "meta dcterms.title"),
        ],
        "meta",
    ),
}
"""The sources of a page's title, with their names in ``headline_source``."""


def _titles(page: Page, structured: list[Statement], site: str | None, host: str) -> Iterator[Statement]:
    for wanted, name in _TITLES.items():
        if stated := next((text for source, text in structured if source == wanted), None):
            yield name, _parted(plain(stated)[:500], site=site, host=host)[0]
    if page.title:
        yield "title", _parted(plain(page.title)[:500], site=site, host=host)[0]
