"""What the page shows of its makers and its date: bylines, timestamps, ``<time>``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from cleaner.readers.metadata.headlines import visible_text
from cleaner.readers.metadata.walk import Page, attribute

Statement = tuple[str, str]

_ASIDE_TAGS = frozenset({"nav", "footer", "aside", "form"})
_ASIDE = re.compile(
    r"relat|recommend|teaser|sidebar|comment|promo|footer|popular|newsletter|widget|trending|most-read|latest|card\b|card-|recirc|outbrain|taboola|more-(?:from|stories)|next-article|breadcrumb|\bnav|menu|slick|carousel",
    re.I,
)
_NAME = re.compile(r"(?:author|autor|byline|writer|reporter)[\w-]*?(?:name|link|\b)")
_AUTHOR = re.compile(
    r"(?<![a-z])(?:authors?|autore?n?|writer|reporter|contributor)(?![a-z]{3,})|authorname|author-?name|author_name"
)
_BYLINE = re.compile(
    r"by-?_?line|article-?_*authors?\b|post-?author|entry-?author|meta-?author|author-?info|authors?\b"
)
_NOT_BYLINE = re.compile(
    r"bio|image|avatar|photo|social|follow|twitter|about|comment|related|more|share|box-title|descri|email|thumb|icon|caption|credit|copyright"
)
_PUBLISHED = re.compile(r"publi|posted|created|release|first-|firstpub|originally|erschien|erstellt")
_MODIFIED = re.compile(r"modif|updat|aktualis|edited|lastmod|revised")
_DATED = re.compile(
    r"(?<![a-z])(?:date|datum|fecha|time|datetime|timestamp|published|pub-?date|posted)(?![a-z]{4,})|timestamp|pubdate|publish|article-?date|post-?date|entry-?date|dateline|_date|-date|date-|date_"
)
_UP, _DOWN = 40, 160
_DIGIT = re.compile(r"\d")


def in_margin(tag: Tag) -> bool:
    """Does a tag stand in a menu, a footer, a list of related articles?"""
    parent: Tag | None = tag
    for _ in range(14):
        if parent is None or parent.name in ("article", "main", "body"):
            return False
        if parent.name in _ASIDE_TAGS or _ASIDE.search(attribute(parent, "class")):
            return True
        parent = parent.parent
    return False


def bylines(page: Page, anchor: int | None) -> Iterator[Statement]:
    """Names and whole bylines near the headline."""
    taken: list[Tag] = []
    for at, tag, hint in page.hinted:
        if not _near(at, anchor) or _NOT_BYLINE.search(hint) or any(t in tag.parents for t in taken[-4:]):
            continue
        kind = _author_kind(tag, hint)
        if kind and not in_margin(tag) and (text := visible_text(tag)) and 2 < len(text) <= 200:
            taken.append(tag)
            yield kind, text


def _author_kind(tag: Tag, hint: str) -> str | None:
    if "author" in attribute(tag, "itemprop").lower().split():
        return "itemprop author"
    if "author" in attribute(tag, "rel").lower().split():
        return "link author"
    if _BYLINE.search(hint):
        return "class byline"
    return "class author" if _AUTHOR.search(hint) else None


def _near(at: int, anchor: int | None) -> bool:
    return anchor is None or -_UP <= at - anchor <= _DOWN


def times(page: Page, anchor: int | None) -> Iterator[Statement]:
    """What ``<time>`` elements say, those near the headline first."""
    first = True
    for at, tag in page.times:
        if (text := attribute(tag, "datetime") or visible_text(tag)) and not in_margin(tag):
            hint = _around(tag)
            near = _near(at, anchor)
            if _MODIFIED.search(hint):
                if near:
                    yield "time modified", text
            elif near and (_PUBLISHED.search(hint) or tag.has_attr("pubdate")):
                yield "time published", text
            elif first:
                first = False
                yield "time first", text


def _around(tag: Tag) -> str:
    """The words of a time and of what encloses it, and the text just before."""
    parent = tag.parent
    before = (
        str(tag.previous_element or "")[-30:]
        if tag.previous_element is not None and not isinstance(tag.previous_element, Tag)
        else ""
    )
    words = [attribute(tag, "class"), attribute(tag, "itemprop"), before, visible_text(tag)[:40]]
    if parent is not None:
        words += [attribute(parent, "class"), attribute(parent, "id")]
    return " ".join(words).lower()


def stamps(page: Page, anchor: int | None) -> Iterator[Statement]:
    """Elements whose class speaks of dates and whose text holds digits."""
    given = 0
    for at, tag, hint in page.hinted:
        prop = attribute(tag, "itemprop").lower()
        if prop in ("datepublished", "datemodified", "datecreated"):
            yield f"itemprop {prop}", attribute(tag, "content") or attribute(tag, "datetime") or visible_text(tag)
            continue
        if not _DATED.search(hint) or given > 12 or tag.name == "time":
            continue
        text = visible_text(tag)
        if 5 < len(text) <= 150 and _DIGIT.search(text) and not in_margin(tag):
            given += 1
            yield _stamp_kind(hint, _near(at, anchor)), text


def _stamp_kind(hint: str, near: bool) -> str:
    if not near:
        return "class date"
    if _MODIFIED.search(hint) and not _PUBLISHED.search(hint):
        return "class modified"
    return "class published"
