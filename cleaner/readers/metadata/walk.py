"""One pass over a page's tags: everything that may say something of the article is put aside, unread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

_KEPT = "class id itemprop property name content value http-equiv datetime pubdate rel href lang type data-testid"
KEPT_ATTRIBUTES = frozenset(_KEPT.split())
"""The attributes that are read here: a builder that filters attributes must keep them."""

_HINT = re.compile(
    r"byline|by-line|author|autor|publi|stamp|date|datum|fecha|posted|time\b|zeit|reda[ck]t|writer|reporter|meta"
    r"|auteur|contributor|signature|\bfirma\b|verfasser|columnist|journalist"
)


@dataclass(slots=True)
class Page:
    """What a page holds beside its text, each with its place in document order."""

    scripts: list[str] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    headings: list[tuple[int, Tag]] = field(default_factory=list)
    times: list[tuple[int, Tag]] = field(default_factory=list)
    hinted: list[tuple[int, Tag, str]] = field(default_factory=list)
    anchors: list[tuple[int, Tag]] = field(default_factory=list)
    title: str = ""
    lang: str = ""


_MOST = 400


def attribute(tag: Tag, name: str) -> str:
    """An attribute as one string, whichever way the builder keeps it."""
    value = tag.attrs.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)


def walk(soup: BeautifulSoup) -> Page:
    """Read the page once.

    >>> page = walk(BeautifulSoup("<title>Rain</title><h1>Rain</h1><p class='byline'>By Ann Lee</p>", "lxml"))
    >>> page.title, [tag.name for _, tag in page.headings], [hint for _, _, hint in page.hinted]
    ('Rain', ['h1'], ['byline'])
    """
    page = Page()
    at = 0
    for element in elements(soup):
        if element.__class__ is not NavigableString and isinstance(element, Tag):
            at += 1
            name, attrs = element.name, element.attrs
            if name in _HANDLERS:
                _HANDLERS[name](page, element, at)
            if attrs and name not in _SILENT:
                for key in _NAMES:
                    if (value := attrs.get(key)) and _speaks(value if isinstance(value, str) else " ".join(value)):
                        _hint(page, element, at)
                        break
    return page


def elements(soup: BeautifulSoup) -> Iterator[PageElement]:
    """Every element of a page in document order, one top-level piece after another, however they are linked."""
    tops = soup.contents
    for top, stop in zip(tops, [*tops[1:], None], strict=True):
        element: PageElement | None = top
        while element is not None and element is not stop:
            yield element
            element = element.next_element


_NAMES = ("class", "itemprop", "id", "rel", "data-testid")
_SILENT = frozenset(
    [
        "meta",
        "link",
        "script",
        "style",
        "html",
        "body",
        "head",
        "svg",
        "path",
        "img",
        "input",
        "form",
        "button",
        "option",
    ]
)


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


@lru_cache(maxsize=1 << 15)
def _speaks(words: str) -> bool:
    """Does a class, an id or a property speak of authors or dates?"""
    return len(words) < 400 and _HINT.search(words.lower()) is not None


def _hint(page: Page, tag: Tag, at: int) -> None:
    if len(page.hinted) < _MOST:
        words = " ".join(_joined(tag.attrs[key]) for key in _NAMES if tag.attrs.get(key))
        page.hinted.append((at, tag, words.lower()))


def _meta(page: Page, tag: Tag, at: int) -> None:
    text = attribute(tag, "content") or attribute(tag, "value")
    if not text or len(page.metas) >= _MOST:
        return
    for key in ("property", "name", "http-equiv"):
        if name := attribute(tag, key):
            page.metas.append((f"meta {name.strip().lower()}", text))
    if name := attribute(tag, "itemprop"):
        page.hinted.append((at, tag, name.lower()))


def _link(page: Page, tag: Tag, at: int) -> None:
    rel = attribute(tag, "rel").lower()
    if rel in ("canonical", "author") and len(page.links) < _MOST:
        page.links.append((rel, attribute(tag, "href")))


def _script(page: Page, tag: Tag, at: int) -> None:
    if "ld+json" in attribute(tag, "type").lower() and len(page.scripts) < 60:
        page.scripts.append(tag.string or tag.get_text())


def _title(page: Page, tag: Tag, at: int) -> None:
    if not page.title and tag.parent is not None and tag.parent.name in ("head", "html", "body", "[document]"):
        page.title = " ".join(tag.get_text().split())


def _html(page: Page, tag: Tag, at: int) -> None:
    page.lang = attribute(tag, "lang") or attribute(tag, "xml:lang")


def _heading(page: Page, tag: Tag, at: int) -> None:
    if len(page.headings) < 60:
        page.headings.append((at, tag))


def _anchor(page: Page, tag: Tag, at: int) -> None:
    page.anchors.append((at, tag))


def _time(page: Page, tag: Tag, at: int) -> None:
    if len(page.times) < _MOST:
        page.times.append((at, tag))


_HANDLERS: dict[str, Callable[[Page, Tag, int], None]] = {
    "meta": _meta,
    "link": _link,
    "script": _script,
    "title": _title,
    "html": _html,
    "h1": _heading,
    "h2": _heading,
    "time": _time,
    "a": _anchor,
}
