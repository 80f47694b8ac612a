"""The pictures and links of a page.

A page has hundreds of pictures and links, most of them icons, menus and other stories. A picture belongs to the article
if the page says so (``og:image``), or if it is in a figure with a caption of the article, which is known once the
boilerplate is cut. Links are kept for the words of blocks, and go if their block is cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from cleaner.core.document import Mark
from cleaner.core.facts import Picture
from cleaner.core.tree import Node
from cleaner.readers.blocks import Block
from cleaner.readers.metadata.headings import visible_text
from cleaner.readers.metadata.jsonld import Node as Object, strings
from cleaner.readers.metadata.walk import Page, attribute

_MOST, _LONGEST = 200, 2000
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")


def pictures(page: Page, found: list[Object], url: str | None) -> Iterator[Picture]:
    """The lead picture, then those of figures, without duplicates.

    >>> from cleaner.readers.metadata.walk import walk
    >>> from cleaner.readers.tree import read_page
    >>> root = read_page("<figure><img src=/a.jpg alt=Rain><figcaption>It rained.</figcaption></figure>").root
    >>> list(pictures(walk(root), [], "https://x.example/n/1"))
    [Picture(url='https://x.example/a.jpg', alt='Rain', caption='It rained.')]
    """
    seen: set[str] = set()
    leads = [text for node in found for text in strings(node.get("image"), ("url", "contentUrl", "@id"))][:1]
    leads += [text for name, text in page.metas if name in ("meta og:image", "meta twitter:image")]
    shown = list(islice(_figures(page.figures, url), _MOST))
    for address in [absolute(text, url) for text in leads[:1]]:
        if address and address not in {picture.url for picture in shown}:
            seen.add(address)
            yield Picture(address)
    for picture in shown:
        if picture.url not in seen:
            seen.add(picture.url)
            yield picture


def _figures(figures: list[Node], url: str | None) -> Iterator[Picture]:
    for figure in figures:
        inner = [node for node in islice(figure.descendants, _MOST) if isinstance(node, Node)]
        image = next((node for node in inner if node.name == "img" and _source(node, url)), None)
        caption = next((visible_text(node) for node in inner if node.name == "figcaption"), "")
        if image and caption:
            yield Picture(_source(image, url), " ".join(attribute(image, "alt").split()) or None, caption)


def _source(image: Node, url: str | None) -> str:
    stated = (attribute(image, name) for name in _SOURCES)
    return next((found for text in stated if (found := absolute(text, url))), "")


def absolute(address: str, url: str | None) -> str:
    """A complete web address; empty for anchors, scripts, mail and data.

    >>> absolute("../a", "https://x.example/n/1"), absolute("#top", None), absolute("mailto:a@x.example", None)
    ('https://x.example/a', '', '')
    """
    address = address.strip()
    if not address or address.startswith("#") or len(address) > _LONGEST:
        return ""
    try:
        full = urljoin(url or "", address)
        return full if urlsplit(full).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def links(blocks: list[Block], url: str | None) -> Iterator[Mark]:
    """The links of a page's blocks, as offsets into its text, which has a block on each line.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<p>Rain <a href=https://x.example/>fell</a> again.</p>")
    >>> [(mark.start, mark.end, mark.note) for mark in links(page.blocks, None)]
    [(5, 9, 'https://x.example/')]
    """
    at = 0
    anchors: dict[int, Iterator[tuple[str, str]]] = {}
    waiting: dict[int, tuple[str, str] | None] = {}
    for block in blocks:
        if 0 < block.links < 1:
            key, place = id(block.node), 0
            anchors.setdefault(key, _anchors(block.node, url))
            pair = waiting.get(key) or next(anchors[key], None)
            while pair and (found := block.text.find(pair[0], place)) >= 0:
                place = found + len(pair[0])
                yield Mark(at + found, at + place, "link", note=pair[1])
                pair = next(anchors[key], None)
            waiting[key] = pair
        at += len(block.text) + 1


def _anchors(node: Node, url: str | None) -> Iterator[tuple[str, str]]:
    for inner in node.descendants:
        if isinstance(inner, Node) and inner.name == "a":
            text = " ".join(inner.get_text().split())
            if text and (address := absolute(attribute(inner, "href"), url)):
                yield text, address
