"""The headings of a page: their text, their parts, and whether they belong to a breadcrumb trail.

A heading is seldom a single string. It may hold a kicker ("<span>Storm</span> Leeds floods"), a label ("Subscribers"),
and between them a colon for screen readers. And not every ``<h1>`` is a headline: on many pages it is the last step of
the breadcrumb trail, with the title for search engines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from cleaner.core import lazy_re as re
from cleaner.core.tree import Node, Text
from cleaner.readers.metadata.walk import attribute

_HIDDEN = re.compile(r"visually-?hidden|sr-only|screen-?reader|\bhidden\b|show-for-sr|h-offscreen")
_SKIPPED = frozenset({"script", "style", "svg", "template", "noscript", "button", "title"})
_EMPHASIS = frozenset({"em", "i", "b", "strong", "a", "sup", "sub", "u", "mark", "q", "cite", "abbr", "br", "wbr"})
_KICKER = re.compile(
    r"kicker|over-?line|top-?line|eyebrow|dachzeile|spitzmarke|roofline|roof-?title|topic|rubri[ck]|entry-section"
    r"|pretitle|pre-title|supertitle|surtitre|antetitulo|occhiello|volanta"
)
_BLOCKS = frozenset({"div", "p", "li", "time", "section", "header", "dd", "dt", "h2", "h3", "h4"})
_LONGEST = 400
_MOST = 1500
_PARTS = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with its position in document order.

    ``crumb``: it is a step of a breadcrumb trail. ``parts`` are its texts without elements at either end, the longest
    first, since the first element may be a kicker and the last a label. ``bare`` is the text after an element that is
    marked as a kicker. ``marked``: microdata call it the headline.
    """

    text: str
    at: int
    level: str
    crumb: bool = False
    parts: tuple[str, ...] = ()
    bare: str = ""
    marked: bool = False


def headings_of(tags: Iterable[tuple[int, Node]]) -> Iterator[Heading]:
    """The headings of a page with text, except links to the home page, which are the name of the site in its masthead.

    >>> from cleaner.readers.tree import read_page
    >>> tag = read_page("<h1><span class=kicker>Storm</span> <span>Leeds floods</span></h1>").root.find("h1")
    >>> heading = next(headings_of([(1, tag)]))
    >>> heading.text, heading.parts, heading.bare
    ('Storm Leeds floods', ('Leeds floods', 'Storm'), 'Leeds floods')
    """
    for at, tag in tags:
        text = visible_text(tag)
        if text and len(text) <= _LONGEST:
            pieces = list(_pieces(tag))
            if _leads_home(tag):
                continue
            marked = "headline" in attribute(tag, "itemprop").lower().split()
            yield Heading(text, at, tag.name, _is_crumb(tag), tuple(_parts(pieces)), _bare(pieces), marked)


def _leads_home(tag: Node) -> bool:
    """Is a heading only a link to the root of a site?"""
    children = [child for child in tag.contents if isinstance(child, Node) or child.strip()]
    if len(children) != 1 or not isinstance(children[0], Node) or children[0].name != "a":
        return False
    return _HOME.fullmatch(attribute(children[0], "href").strip()) is not None


_HOME = re.compile(r"(?:https?://[^/?#]{1,100})?/?(?:index\.(?:html?|php))?", re.I)


def _is_crumb(tag: Node) -> bool:
    """Is a heading in a breadcrumb trail, or in a list like its steps?"""
    if "crumb" in attribute(tag, "class").lower():
        return True
    for parent in islice(tag.parents, 4):
        if parent.name in ("li", "nav") or "crumb" in attribute(parent, "class").lower():
            return True
        if parent.name in ("article", "main", "header"):
            return False
    return False


_Piece = tuple[str, Node | None]


def _pieces(tag: Node) -> Iterator[_Piece]:
    """The pieces of a heading, each with its element; an element around all of them is opened."""
    found = [(text, child) for child in islice(tag.contents, 20) if (text := _shown(child))]
    while len(found) == 1 and isinstance(found[0][1], Node):
        found = [(text, child) for child in islice(found[0][1].contents, 20) if (text := _shown(child))]
    for text, child in found:
        yield text, child if isinstance(child, Node) else None


def _shown(child: object) -> str:
    if isinstance(child, Node):
        return "" if _unseen(child) else visible_text(child)
    return " ".join(_UNSEEN.sub("", child).split()) if type(child) is Text else ""


def _parts(pieces: list[_Piece]) -> Iterator[str]:
    """The text of a heading without its first elements, and without its last ones; emphasis does not split it."""
    if not 1 < len(pieces) <= _PARTS:
        return
    texts = [text for text, _ in pieces]
    own = [tag is not None and tag.name not in _EMPHASIS for _, tag in pieces]
    for i in range(1, len(pieces)):
        if own[i - 1] and (tail := _JOINT_BEFORE.sub("", " ".join(texts[i:]))):
            yield tail
        if own[-i] and (head := _JOINT_BEHIND.sub("", " ".join(texts[:-i]))):
            yield head


_JOINT_BEFORE, _JOINT_BEHIND = re.compile(r"^[\s:|·]{1,5}"), re.compile(r"(?<!\s)\s{0,3}[:|·–—-]{1,3}\s{0,3}$")


def _bare(pieces: list[_Piece]) -> str:
    """The text after an element that is marked as a kicker."""
    marked = 0
    for text, tag in pieces:
        if not (tag is not None and _KICKER.search(attribute(tag, "class").lower())) and any(map(str.isalnum, text)):
            break
        marked += 1
    return " ".join(text for text, _ in pieces[marked:]) if marked and len(pieces) <= _PARTS else ""


def visible_text(tag: Node, joint: str = " ") -> str:
    """The visible text of a small element, with spaces between adjacent elements and ``joint`` between blocks.

    >>> from cleaner.readers.tree import read_page
    >>> visible_text(read_page("<h1><span>Storm</span><span>Leeds <b>f</b>loods</span></h1>").root)
    'Storm Leeds floods'
    >>> visible_text(read_page("<p><div>By Ann Lee</div><div>The Example</div></p>").root, " | ")
    'By Ann Lee | The Example'
    """
    parts: list[str] = []
    size = 0
    last: Node | None = None
    for string in islice(tag.descendants, _MOST):
        parent = string.parent
        if isinstance(string, Node) and string.name == "br":
            parts.append(" ")
        if type(string) is not Text or not isinstance(parent, Node):
            continue
        if parent is not tag and _unseen(parent):
            continue
        if last is not None and parent is not last and parent is not last.parent and last is not parent.parent:
            parts.append(joint if parent.name in _BLOCKS or last.name in _BLOCKS else " ")
        parts.append(str(string))
        size += len(string)
        last = parent
        if size > 20 * _LONGEST:
            break
    return " ".join(_UNSEEN.sub("", "".join(parts)).split())


_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


def _unseen(tag: Node) -> bool:
    return tag.name in _SKIPPED or _HIDDEN.search(attribute(tag, "class")) is not None
