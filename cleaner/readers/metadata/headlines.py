"""The headline: of all that a page calls its title, the one that the reader sees.

``<title>`` and ``og:title`` are written for search engines and carry the site's name; a page may have several
``<h1>``, the logo among them. The visible heading that agrees best with what the metadata say is the headline; where
no heading does, the metadata speak alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString

from cleaner.readers.metadata.walk import attribute

_HIDDEN = re.compile(r"visually-?hidden|sr-only|screen-?reader|\bhidden\b")
_SKIPPED = frozenset({"script", "style", "svg", "template", "noscript", "button", "title"})
_LONGEST = 400
_MOST = 1500


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page with its place in document order."""

    text: str
    at: int
    level: str


def visible_text(tag: Tag) -> str:
    """The text of a small element as a reader sees it, elements that touch kept apart.

    >>> from bs4 import BeautifulSoup
    >>> visible_text(BeautifulSoup("<h1><span>Storm</span><span>Leeds <b>f</b>loods</span></h1>", "lxml").h1)
    'Storm Leeds floods'
    """
    parts: list[str] = []
    size = 0
    last: Tag | None = None
    for string in islice(tag.descendants, _MOST):
        parent = string.parent
        if isinstance(string, Tag) and string.name == "br":
            parts.append(" ")
        if type(string) is not NavigableString or not isinstance(parent, Tag):
            continue
        if parent is not tag and _unseen(parent):
            continue
        if last is not None and parent is not last and parent is not last.parent and last is not parent.parent:
            parts.append(" ")
        parts.append(str(string))
        size += len(string)
        last = parent
        if size > 20 * _LONGEST:
            break
    return " ".join("".join(parts).split())


def _unseen(tag: Tag) -> bool:
    return tag.name in _SKIPPED or _HIDDEN.search(attribute(tag, "class")) is not None


def choose(headings: Sequence[Heading], references: Iterable[str]) -> Heading | None:
    """The heading that agrees best with one of the titles which the metadata give.

    >>> choose([Heading("The Example", 3, "h1"), Heading("Rain floods Leeds", 9, "h1")], ["Rain floods Leeds again"]).at
    9
    """
    titles = [words for title in references if (words := _words(title))]
    scored = [(max((_agreement(_words(h.text), t) for t in titles), default=0.0), h) for h in headings]
    best = max(scored, key=lambda pair: pair[0] - (0.05 if pair[1].level != "h1" else 0), default=None)
    if best and best[0] >= 0.5:
        return best[1]
    first = [h for h in headings if h.level == "h1" and len(_words(h.text)) >= 4]
    return first[0] if len(first) == 1 and (not titles or best is None or best[0] >= 0.2) else None


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Does a title hold a heading whole, with more before or behind it?"""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _words(text: str) -> list[str]:
    return re.findall(r"\w", text) if _CJK.search(text) else re.findall(r"\w+", text.casefold())


_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def _agreement(left: list[str], right: list[str]) -> float:
    if not left or not right:
        return 0.0
    common = len(set(left) & set(right))
    f1 = 2 * common / (len(set(left)) + len(set(right)))
    inside = common / min(len(set(left)), len(set(right)))
    return max(f1, 0.8 * inside if min(len(left), len(right)) >= 3 else 0.0)


def headings_of(tags: Iterable[tuple[int, Tag]]) -> Iterator[Heading]:
    """The headings of a page that hold text."""
    for at, tag in tags:
        text = visible_text(tag)
        if text and len(text) <= _LONGEST:
            yield Heading(text, at, tag.name)


def ordered(heading: str | None, titles: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The page's titles as source and text, the headline first.

    Where JSON-LD and ``og:title`` agree they are right: they leave out the kicker that stands in the same ``<h1>`` or
    keep one that it lacks. A heading that ends in one of them has a kicker before it. A heading that repeats the
    search engine's ``<title>`` while JSON-LD has a headline of its own is the search engine's too. And where the
    heading stands alone, as a live blog's latest line does, two others that agree outvote it.

    >>> ordered("Football Rain stops play", [("json-ld headline", "Rain stops play"), ("title", "Rain | Example")])[0]
    ('json-ld headline', 'Rain stops play')
    """
    said = dict(reversed(titles))
    everything = [*([("h1", heading)] if heading else []), *titles]
    best = _best(_words(heading or ""), {source: _words(text) for source, text in said.items()})
    first = [pair for pair in everything if pair[0] == best]
    return [*first[:1], *(pair for pair in everything if pair[0] != best)]


def _best(heading: list[str], said: dict[str, list[str]]) -> str:
    ld, graph, title = (said.get(source, []) for source in ("json-ld headline", "meta og:title", "title"))
    if heading in (ld, graph) and ld == graph and heading:
        return "h1"
    if ld and ld == graph:
        return "json-ld headline"
    for source in ("json-ld headline", "meta og:title"):
        words = said.get(source, [])
        if 3 <= len(words) < len(heading) and heading[-len(words) :] == words:
            return source
    if ld and heading == title == graph and heading != ld and _agreement(ld, heading) >= 0.1:
        return "json-ld headline"
    alone = heading and heading not in (ld, graph, title) and not _holds(title, heading)
    if alone and title and title in (ld, graph):
        return "json-ld headline" if title == ld else "meta og:title"
    return "h1" if heading else ""
