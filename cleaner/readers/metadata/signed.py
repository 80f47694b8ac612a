"""Bylines in the text of a page, in elements whose names do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from cleaner.core import lazy_re as re
from cleaner.core.tables import Patterns
from cleaner.core.tree import Node, Text
from cleaner.language import Languages, active
from cleaner.parties.bylines import is_byline, parse_byline
from cleaner.parties.name_codes import WORD_2
from cleaner.parties.name_lists import code_of, is_likely_name
from cleaner.readers.metadata.headings import visible_text
from cleaner.readers.metadata.places import (
    INLINE,
    LONGEST,
    STANDFIRST_LENGTH,
    UNSEEN,
    UP,
    beside,
    is_small,
    line_at,
    shown,
)
from cleaner.readers.metadata.visible import ANYWHERE, PROFILE, Spot
from cleaner.readers.metadata.walk import attribute
from cleaner.timestamps import is_timestamp, parse_timestamp

_WORDS = Patterns("signed.toml")

_REST = 90


def signed_lines(root: Node, heading: Node | None, here: Spot = ANYWHERE) -> Iterator[tuple[str, str]]:
    """The byline beside the headline: a line that reads like a byline, or a name beside a date or a role.

    A name alone may be the subject of the story, so it needs such a neighbour.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<h1>Rain</h1><p>By <b>Ann Lee</b></p><p>It rained. By Bo Xi the water rose.</p>").root
    >>> list(signed_lines(page, page.find("h1")))
    [('text byline', 'By Ann Lee')]
    >>> page = read_page("<h1>Rain</h1><div>Ann Lee</div><div>Weather Correspondent</div>").root
    >>> list(signed_lines(page, page.find("h1")))
    [('text name', 'Ann Lee, Weather Correspondent')]
    """
    found = [s for s in beside(root, heading, here) if s.parent.name not in UNSEEN]
    subject = {word.casefold() for word in heading.get_text().split()} if heading is not None else set()
    desk = ""
    for i, string in enumerate(found):
        signed = _byline_at(found, i)
        own = bool(signed) and signed == _labelled(found, i)
        if signed and _names_somebody(signed, string if own else None):
            yield "text byline", signed
            return
        desk = desk or (signed if own or _BY.match(signed) else "")
        if (name := _plain_name(string, _neighbours(found, i))) and subject.isdisjoint(name.casefold().split()):
            yield "text name", name
            return
    if desk:
        yield "text byline", desk


def _neighbours(found: Sequence[Text], i: int) -> list[str]:
    """The strings right before and behind one."""
    return [" ".join(other.split()) for other in found[max(0, i - 1) : i + 2] if other is not found[i]]


def _names_somebody(signed: str, linked: Text | None) -> bool:
    """Does a byline name a person? A link behind "by" may lead to a pen name, but also to the paper itself."""
    if linked is not None and " " not in linked.strip():
        return True
    authors = parse_byline(_undated(signed) or signed).authors
    return bool(authors) and (linked is None or any(is_likely_name(a.name) for a in authors))


_BY = re.compile(r"(?:by|von|par|por|di|da|door)\b", re.I)


def _byline_at(found: Sequence[Text], i: int) -> str:
    """The byline that a string is, or the one that it makes with its element or with the label before it."""
    string = found[i]
    if len(string) > STANDFIRST_LENGTH or (_OF_WORK.search(string.strip()) and not _undated(string)):
        return ""
    return next((text for text in _line_of(string, string.parent) if _is_signed(text)), "") or _labelled(found, i)


_OF_WORK = re.compile(r"[^\W\d_],? (?:(?:\w{1,4} )?\w{2,6} )?(?:1\d|20)\d\d\.?$|,$")
"""The end of a line that names the author of another work ("by Bo Xi, 1921"), or that goes on ("From Ann Lee,")."""


def _labelled(found: Sequence[Text], i: int) -> str:
    """A byline in two elements: a label alone ("Author", "Written by"), and a full name behind it; nothing else.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<h1>Rain</h1><h4>Author</h4><div>Ann Lee</div><p>It rained.").root
    >>> list(signed_lines(page, page.find("h1")))
    [('text byline', 'Author: Ann Lee')]
    """
    if not i or (i + 1 < len(found) and _JOINT.match(found[i + 1].strip())):
        return ""
    title, name = found[i - 1].strip(" \n\t:|"), " ".join(found[i].split()).strip(",|· ")
    if not _WORDS.alone.fullmatch(title) or len(name) > _LONGEST_NAME or not 0 < len(name.split()) <= _NAMES:
        return ""
    linked = found[i].parent.in_link and PROFILE.search(_address_of(found[i].parent)) is not None
    full = " " in name and _is_full_name(name) and (len(title) > _SHORT or is_likely_name(name))
    return f"{title}: {name}" if linked or full else ""


def _is_full_name(text: str) -> bool:
    """Is a text behind a label shaped like a full name: capitalized words, of which not all are plain words?"""
    words = text.split()
    return all(w[0].isupper() for w in words) and (is_likely_name(text) or not all(code_of(w) & WORD_2 for w in words))


_JOINT = re.compile(r"(?:and|und|et|y|e|og|och|en|[,&/])(?!\w)", re.I)


def _plain_name(string: Text, beside: list[str]) -> str:
    """A name alone on its line, with the role below it; empty if there is neither a role nor a date beside it."""
    text, parent = " ".join(string.split()), string.parent
    if (
        len(text) > _LONGEST_NAME
        or (parent.in_link and not PROFILE.search(_address_of(parent)))
        or _is_pictured(parent)
    ):
        return ""
    name = _undated(text) or text
    words = name.split()
    if not 1 < len(words) <= _NAMES or not is_likely_name(name) or not all(w[0].isupper() for w in words):
        return ""
    if name != text or any(is_timestamp(other) for other in beside):
        return name
    lines = (f"{name}, {other}" for other in beside if len(other) < _REST)
    return next((line for line in lines if [a.name for a in parse_byline(line).authors if a.role] == [name]), "")


def _is_pictured(node: Node) -> bool:
    """Does an element belong to a picture? Names there are those of people in the picture or of the photographer."""
    return any(not _PICTURE.isdisjoint(outer.kind.words) for outer in islice((node, *node.parents), UP + 1))


_PICTURE = frozenset(["figure", "figcaption", "caption", "credit", "photo", "image", "img", "copyright", "gallery"])
_LONGEST_NAME, _NAMES = 60, 4


def _address_of(node: Node) -> str:
    link = next((outer for outer in (node, *node.parents) if outer.name == "a"), node)
    return attribute(link, "href")[:LONGEST]


def labelled_names(root: Node, here: Spot) -> Iterator[tuple[str, str]]:
    """Lines outside other stories that say who wrote the text; none if they disagree.

    >>> from cleaner.readers.tree import read_page
    >>> list(labelled_names(read_page("<p>It rained.</p><p>Text: Ann Lee</p>").root, ANYWHERE))
    [('text signature', 'Text: Ann Lee')]
    """
    found: dict[str, str] = {}
    before: Text | None = None
    for string in shown(root.descendants):
        if len(string) <= _LONGEST_NAME and string.parent.name not in UNSEEN:
            text = _signature(before, string, here)
            names = [author.name for author in parse_byline(_undated(text) or text).authors] if text else []
            if len(names) == 1 and _is_full_name(names[0]) and not here.in_margin(string.parent):
                found[names[0]] = text
        before = string
    if len(found) == 1:
        yield from (("text signature", text) for text in found.values())


def _signature(before: Text | None, string: Text, here: Spot) -> str:
    """The line that names an author behind a label, in one element or in two."""
    text = ""
    if _WORDS.author_label.match(string.strip()):
        text = line_at(string, string.parent, here)
    elif before is not None and len(before) > _SHORT:
        text = _labelled([before, string], 1)
    return text if len(text) <= _REST else ""


_SHORT = 4
"""A label of so few signs ("by") tells of nobody by itself but beside the headline."""


def _is_signed(text: str) -> bool:
    """Is a line a byline, with or without its timestamp? A single word is not, in scripts with spaces."""
    if text.isascii() and " " not in text:
        return False
    return is_byline(text) or ((rest := _undated(text)) != "" and is_byline(rest))


def _undated(text: str) -> str:
    """A line without its timestamp: "Published 3 May 2020 - by Ann Lee" is a byline, too."""
    return _rest(text, active()) if any(map(str.isdigit, text)) else ""


@lru_cache(maxsize=1 << 8)
def _rest(text: str, _: Languages) -> str:
    """Cached, since lines beside a headline are seen several times; the answer depends on the languages in use."""
    stamp = parse_timestamp(text)
    return stamp.rest.strip(" -–—|·•,:") if stamp else ""


def _line_of(string: Text, parent: Node) -> Iterator[str]:
    """A string alone, and the whole text of a small element around it."""
    text = " ".join(string.split())
    if 4 <= len(text) <= 120:
        yield text
    block = parent.parent if parent.name in INLINE and parent.parent is not None else parent
    if len(text) <= 120 and is_small(block, 6) and (whole := visible_text(block)) != text and len(whole) <= 120:
        yield whole
