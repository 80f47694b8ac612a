"""One pass over the tags of a page, which collects whatever may say something about the article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from cleaner.core import lazy_re as re
from cleaner.core.tree import Kind, Node

_HINT = re.compile(
    r"byline|by-line|author|autor|publi|stamp|date|datum|fecha|posted|time\b|zeit|reda[ck]t|writer|reporter|meta"
    r"|auteur|contributor|signature|firma\b(?<=\bfirma)|verfasser|columnist|journalist"
)


@dataclass(slots=True)
class Page:
    """What was collected from a page, with positions in document order."""

    scripts: list[str] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    headings: list[tuple[int, Node]] = field(default_factory=list)
    times: list[tuple[int, Node]] = field(default_factory=list)
    hinted: list[tuple[int, Node, str]] = field(default_factory=list)
    anchors: list[tuple[int, Node]] = field(default_factory=list)
    figures: list[Node] = field(default_factory=list)
    title: str = ""
    lang: str = ""


Handler = Callable[[Page, Node, int], None]
_MOST = 400


def attribute(tag: Node, name: str) -> str:
    """An attribute as one string, with single spaces if it is a list of names."""
    value = tag.attrs.get(name, "")
    return " ".join(value.split()) if name in _LISTS else value


_LISTS = frozenset(["class", "rel"])


def walk(root: Node) -> Page:
    """Walk the page once.

    >>> from cleaner.readers.tree import read_page
    >>> page = walk(read_page("<title>Rain</title><h1>Rain</h1><p class='byline'>By Ann Lee</p>").root)
    >>> page.title, [tag.name for _, tag in page.headings], [hint for _, _, hint in page.hinted]
    ('Rain', ['h1'], ['byline'])
    """
    page = Page()
    known: dict[Kind, tuple[Handler | None, bool]] = {}
    for element in root.page:
        if type(element) is Node:
            kind = element.kind
            if kind not in known:
                known[kind] = _HANDLERS.get(element.name), _may_speak(element)
            handler, speaks = known[kind]
            if handler:
                handler(page, element, element.number)
            if speaks or ("rel" in element.attrs and element.name not in _SILENT and _speaks(element.attrs["rel"])):
                _hint(page, element, element.number)
    return page


_NAMES = ("class", "itemprop", "id", "data-testid")
"""The attributes that elements of one kind share, and that may mention authors or dates; so may ``rel``."""
_SILENT = frozenset(str.split("meta link script style html body head svg path img input form button option"))


def _may_speak(element: Node) -> bool:
    """Do the names that all elements of a kind share mention authors or dates?"""
    attrs = element.attrs
    return element.name not in _SILENT and any(map(_speaks, [attrs[key] for key in _NAMES if key in attrs]))


@lru_cache(maxsize=1 << 12)
def _speaks(words: str) -> bool:
    """Does a class, an id or a property mention authors or dates?"""
    return len(words) < 400 and _HINT.search(words.lower()) is not None


_HINTS = ("class", "itemprop", "id", "rel", "data-testid")


def _hint(page: Page, tag: Node, at: int) -> None:
    if len(page.hinted) < _MOST:
        words = " ".join(attribute(tag, key) for key in _HINTS if tag.attrs.get(key))
        page.hinted.append((at, tag, words.lower()))


def _meta(page: Page, tag: Node, at: int) -> None:
    text = attribute(tag, "content") or attribute(tag, "value")
    if not text or len(page.metas) >= _MOST:
        return
    for key in ("property", "name", "http-equiv"):
        if name := attribute(tag, key):
            page.metas.append((f"meta {name.strip().lower()}", text))
    if name := attribute(tag, "itemprop"):
        page.hinted.append((at, tag, name.lower()))


def _link(page: Page, tag: Node, at: int) -> None:
    rel = attribute(tag, "rel").lower()
    if rel in ("canonical", "author") and len(page.links) < _MOST:
        page.links.append((rel, attribute(tag, "href")))


def _script(page: Page, tag: Node, at: int) -> None:
    if "ld+json" in attribute(tag, "type").lower() and len(page.scripts) < 60:
        page.scripts.append(tag.get_text())


def _title(page: Page, tag: Node, at: int) -> None:
    if not page.title and tag.parent is not None and tag.parent.name in ("head", "html", "body", "[document]"):
        page.title = " ".join(tag.get_text().split())


def _html(page: Page, tag: Node, at: int) -> None:
    page.lang = attribute(tag, "lang") or attribute(tag, "xml:lang")


def _heading(page: Page, tag: Node, at: int) -> None:
    if len(page.headings) < 60:
        page.headings.append((at, tag))


def _anchor(page: Page, tag: Node, at: int) -> None:
    page.anchors.append((at, tag))


def _figure(page: Page, tag: Node, at: int) -> None:
    page.figures.append(tag)


def _time(page: Page, tag: Node, at: int) -> None:
    if len(page.times) < _MOST:
        page.times.append((at, tag))


_HANDLERS: dict[str, Handler] = {
    "meta": _meta,
    "link": _link,
    "script": _script,
    "title": _title,
    "html": _html,
    "h1": _heading,
    "h2": _heading,
    "time": _time,
    "a": _anchor,
    "figure": _figure,
}
