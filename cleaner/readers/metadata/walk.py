"""One pass over a page's tags: everything that may say something of the article is put aside, unread."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, PageElement, Tag

_KEPT = "class id itemprop property name content http-equiv datetime pubdate rel href lang type data-testid"
KEPT_ATTRIBUTES = frozenset(_KEPT.split())
"""The attributes that are read here: a builder that filters attributes must keep them."""

_HINT = re.compile(
    r"byline|by-line|author|autor|publi|stamp|date|datum|fecha|posted|time\b|zeit|reda[ck]t|writer|reporter|meta", re.I
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
    profiles: list[tuple[int, Tag]] = field(default_factory=list)
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
    seen: dict[str, bool] = {}
    at = 0
    element: PageElement | None = soup.contents[0] if soup.contents else None
    handlers = _HANDLERS
    while element is not None:
        if isinstance(element, Tag):
            at += 1
            handler = handlers.get(element.name)
            if handler:
                handler(page, element, at)
            if element.attrs and len(page.hinted) < _MOST:
                _hint(page, element, at, seen)
        element = element.next_element
    return page


_NAMES = ("itemprop", "class", "id", "rel", "data-testid")
_HEAD = frozenset(["meta", "link", "script", "style", "html", "body", "head", "svg", "img", "input", "form", "button"])


def _hint(page: Page, tag: Tag, at: int, seen: dict[str, bool]) -> None:
    if tag.name in _HEAD:
        return
    attrs = tag.attrs
    words = [value if isinstance(value, str) else " ".join(value) for key in _NAMES if (value := attrs.get(key))]
    if not words:
        return
    hint = " ".join(words)
    known = seen.get(hint)
    if known is None:
        known = seen[hint] = len(hint) < 400 and _HINT.search(hint) is not None
    if known:
        page.hinted.append((at, tag, hint.lower()))


def _meta(page: Page, tag: Tag, at: int) -> None:
    text = attribute(tag, "content")
    if text and len(page.metas) < _MOST:
        for key in ("property", "name", "itemprop", "http-equiv"):
            if name := attribute(tag, key):
                kind = "itemprop" if key == "itemprop" else "meta"
                page.metas.append((f"{kind} {name.strip().lower()}", text))


def _link(page: Page, tag: Tag, at: int) -> None:
    rel = attribute(tag, "rel").lower()
    if rel in ("canonical", "author") and len(page.links) < _MOST:
        page.links.append((rel, attribute(tag, "href")))


def _script(page: Page, tag: Tag, at: int) -> None:
    if "ld+json" in attribute(tag, "type").lower() and len(page.scripts) < 60:
        page.scripts.append(tag.string or tag.get_text())


def _title(page: Page, tag: Tag, at: int) -> None:
    if not page.title:
        page.title = " ".join(tag.get_text().split())


def _html(page: Page, tag: Tag, at: int) -> None:
    page.lang = attribute(tag, "lang") or attribute(tag, "xml:lang")


def _heading(page: Page, tag: Tag, at: int) -> None:
    if len(page.headings) < 60:
        page.headings.append((at, tag))


_PROFILE = re.compile(
    r"/(?:authors?|autore?n?|autores|auteurs?|by|staff|profiles?|journalists?|contributors?|editors?"
    r"|reporters?|writers?|columnists?|users?|u|redaktion|redacteurs?|redazione|equipe)/[^/?#]{3}",
    re.I,
)


def _anchor(page: Page, tag: Tag, at: int) -> None:
    href = tag.attrs.get("href")
    if href and len(page.profiles) < _MOST and _PROFILE.search(str(href)[:300]):
        page.profiles.append((at, tag))


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
