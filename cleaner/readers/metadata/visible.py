"""Visible bylines and dates of a page: named elements, timestamps, ``<time>``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from cleaner.core import lazy_re as re
from cleaner.core.tree import Node, Text
from cleaner.readers.metadata.headings import visible_text
from cleaner.readers.metadata.walk import Page, attribute
from cleaner.timestamps import is_timestamp, parse_timestamp

Statement = tuple[str, str]

_ASIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "blockquote"})
_ASIDE = re.compile(
    r"\brelated|recommend|teaser|sidebar|comment|promo|(?<!article[-_])(?<!entry[-_])(?<!post[-_])footer|popular|newsletter|(?<!elementor-)widget|trending|most-read|latest"
    r"|\bcard\b|card-|recirc|outbrain|taboola|more-(?:from|stories)|next-article|breadcrumb|\bnav|menu|slick|carousel",
    re.I,
)
_OWN_FOOTER = re.compile(r"\b(?:article|entry|post)[-_]footer", re.I)
"""The footer of the article, not of the page."""
_AUTHOR = re.compile(
    r"(?<![a-z])(?:authors?|autore?n?|auteurs?|verfasser|writer|reporter|contributor|columnist|journalist)(?![a-z]{3,})|authorname|author-?name|author_name"
)
_BYLINE = re.compile(
    r"by-?_?line|article-?_*authors?\b|post-?author|entry-?author|meta-?author|author-?info|authors?\b|\bsignature\b|\bfirma\b"
)
_NOT_BYLINE = re.compile(
    r"bio|image|avatar|photo|social|follow|twitter|about|comment|related|more|share|box-title|descri|email|thumb|icon|caption|credit|copyright"
)
_PUBLISHED = re.compile(r"publi|posted|created|release|first-|firstpub|original|erschien|erstellt")
_SAID = re.compile(
    r"publish|publi[ée]|publication|publicad|pubblicat|gepubliceerd|publicerad|publisert|posted|created|released"
    r"|original|erschien|erstellt|veröffentlich"
)
"""What a page writes before its date of publication; words of headlines also begin with "public"."""
_MODIFIED = re.compile(r"modif|updat|aktualis|edited|lastmod|revised")
_DATED = re.compile(
    r"(?<![a-z])(?:date|datum|fecha|time|datetime|timestamp|published|pub-?date|posted)(?![a-z]{4,})|timestamp|pubdate|publish|article-?date|post-?date|entry-?date|dateline|_date|-date|date-|date_"
)
_ENTRY_DATE = re.compile(r"(?:entry|post)-(?:meta-)?date\b")
"""Themes put hAtom's "updated" on the date of publication, since hAtom requires it somewhere."""
_DIGIT = re.compile(r"\d")


def _is_aside(classes: str) -> bool:
    """Do these classes mean menus, footers or other articles? Cached, since there are only a few."""
    return _known_aside(classes) if len(classes) < 400 else _ASIDE.search(classes) is not None


@lru_cache(maxsize=4096)
def _known_aside(classes: str) -> bool:
    return _ASIDE.search(classes) is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """The position of the headline in document order, and the elements around it."""

    at: int | None = None
    around: frozenset[int] = frozenset()

    def near(self, at: int, up: int = 40, down: int = 160) -> bool:
        """Is a position close to the headline? Without a headline, every position is."""
        return self.at is None or -up <= at - self.at <= down

    def in_margin(self, tag: Node) -> bool:
        """Is a tag in a menu, a footer or a list of other articles, apart from elements around the headline?"""
        parent: Node | None = tag
        for _ in range(14):
            if parent is None or parent.name in ("main", "body") or id(parent) in self.around:
                return False
            classes = attribute(parent, "class")
            own = parent.name == "footer" and _OWN_FOOTER.search(classes)
            if (parent.name in _ASIDE_TAGS and not own) or _is_aside(classes):
                return True
            parent = parent.parent
        return False


ANYWHERE = Spot()


def spot(headline: tuple[int, Node] | None) -> Spot:
    """The spot of the headline's element, at a position in document order."""
    return Spot(headline[0], frozenset(map(id, headline[1].parents))) if headline else Spot()


def bylines(page: Page, here: Spot) -> Iterator[Statement]:
    """Names and whole bylines near the headline: the first, and those that belong to it."""
    taken: list[Node] = []
    first: int | None = None
    for at, tag, hint in page.hinted:
        if not here.near(at) or (first is not None and at > first + 40) or _NOT_BYLINE.search(hint):
            continue
        kind = _author_kind(tag, hint)
        if not kind or any(t in tag.parents for t in taken[-4:]):
            continue
        if _beside(kind, at, here, first) or _joins(tag, taken) or not here.in_margin(tag):
            text = visible_text(tag, " | ")
            if 2 < len(text) <= 250 and any(c.isalpha() for c in text) and not is_timestamp(text):
                taken.append(tag)
                first = at if first is None else first
                yield kind, text


def author_boxes(page: Page, here: Spot) -> Iterator[Statement]:
    """The first element far below the headline that says who wrote the text, outside margins and comments."""
    for at, tag, hint in page.hinted:
        kind = _author_kind(tag, hint)
        if kind and (here.at is None or at > here.at) and not _NOT_BYLINE.search(hint) and not here.in_margin(tag):
            text = visible_text(tag, " | ")
            if 2 < len(text) <= 120 and any(c.isalpha() for c in text) and not is_timestamp(text):
                yield "class author", text
                return


def _beside(kind: str, at: int, here: Spot, first: int | None) -> bool:
    """Is a byline beside the headline? The first one right after it is, whatever the element around it is called."""
    return (first is None and here.near(at, 0, 15)) or (kind == "itemprop author" and here.near(at, 20, 60))


def _joins(tag: Node, taken: list[Node]) -> bool:
    """Is a byline in one small element with the first?"""
    around = [id(parent) for parent in islice(taken[0].parents, _SMALL)] if taken else []
    return any(id(parent) in around for parent in islice(tag.parents, _SMALL) if parent.name not in _LARGE)


_SMALL, _LARGE = 2, frozenset({"body", "main", "article", "html", "section"})


def profiles(page: Page, here: Spot) -> Iterator[Statement]:
    """Links to the pages of authors, near the headline."""
    first: int | None = None
    for at, tag in page.anchors:
        if not here.near(at, 25, 80) or (first is not None and at > first + 12):
            continue
        if PROFILE.search(attribute(tag, "href")[:300]) and not here.in_margin(tag):
            text = visible_text(tag)
            if _PERSON.fullmatch(text) and len(text) < 60:
                first = at if first is None else first
                yield "link author", text


PROFILE = re.compile(
    r"/(?i:authors?|autore?n?|autores|auteurs?|by|staff|profiles?|journalists?|contributors?|editors?"
    r"|reporters?|writers?|columnists?|users?|u|redaktion|redacteurs?|redazione|equipe)/[^/?#]{3}"
)


_PERSON = re.compile(r"(?:by )?[^\W\d_][^\d:;|•@!?]{3,60}", re.I)


def _author_kind(tag: Node, hint: str) -> str | None:
    if "author" in attribute(tag, "itemprop").lower().split():
        return "itemprop author"
    if "author" in attribute(tag, "rel").lower().split():
        return "rel author"
    if _BYLINE.search(hint):
        return "class byline"
    return "class author" if _AUTHOR.search(hint) else None


def times(page: Page, here: Spot) -> Iterator[Statement]:
    """The statements of ``<time>`` elements, those near the headline first.

    The only one may stand in a margin, if it is labelled or in an element that is called a date.
    """
    first = True
    for at, tag in page.times:
        near = here.near(at)
        alone = near and len(page.times) == 1 and (_is_published(tag) or _DATED.search(_named(tag)) is not None)
        if (text := _stated(tag)) and (alone or not here.in_margin(tag)):
            if _MODIFIED.search(_named(tag)) or _MODIFIED.search(_label(tag)):
                if near:
                    yield "time modified", text
            elif near and (_is_published(tag) or "pubdate" in tag.attrs):
                yield "time published", text
            elif first:
                first = False
                yield ("time first" if near else "time far"), text


def _stated(tag: Node) -> str:
    """The value of a ``<time>``: the one for machines, unless readers see another day of publication."""
    shown, stated = visible_text(tag), attribute(tag, "datetime")
    if stated and shown and _SAID.search(shown.lower()):
        told, meant = (stamp and stamp.value for stamp in (parse_timestamp(shown), parse_timestamp(stated)))
        if told and meant and abs(told.toordinal() - meant.toordinal()) > 1:
            return shown
    return stated or shown


def _is_published(tag: Node) -> bool:
    return _PUBLISHED.search(_named(tag)) is not None or _SAID.search(_label(tag)) is not None


def _named(tag: Node) -> str:
    """The names of a ``<time>`` and of the elements around it."""
    parent = tag.parent
    words = [attribute(tag, "class"), attribute(tag, "itemprop")]
    if parent is not None:
        words += [attribute(parent, "class"), attribute(parent, "id")]
    return " ".join(words).lower()


def _label(tag: Node) -> str:
    """The words in a ``<time>`` and the last ones before it ("Updated:"), in whatever element they are."""
    back = (element.strip() for element in islice(tag.backward(), _BACK) if isinstance(element, Text))
    before = next(filter(None, back), "")[-30:]
    return f"{before} {visible_text(tag)[:40]}".lower()


_BACK = 5


def stamps(page: Page, here: Spot) -> Iterator[Statement]:
    """Elements whose class mentions dates and whose text has digits."""
    given = 0
    for at, tag, hint in page.hinted:
        prop = attribute(tag, "itemprop").lower()
        if prop in ("datepublished", "datemodified"):
            if _in_head(tag) or (here.near(at, 80, 300) and not here.in_margin(tag)):
                yield f"itemprop {prop}", attribute(tag, "content") or attribute(tag, "datetime") or visible_text(tag)
            continue
        if not _DATED.search(hint) or given > 12 or tag.name == "time":
            continue
        text = visible_text(tag)
        if 5 < len(text) <= 150 and _DIGIT.search(text) and not here.in_margin(tag):
            given += 1
            yield _stamp_kind(hint, here.near(at)), text


def _in_head(tag: Node) -> bool:
    return tag.name == "meta" and tag.parent is not None and tag.parent.name == "head"


def _stamp_kind(hint: str, near: bool) -> str:
    if not near:
        return "class date"
    if _MODIFIED.search(hint) and not _PUBLISHED.search(hint) and not _ENTRY_DATE.search(hint):
        return "class modified"
    return "class published"
