"""Dates and bylines that stand in the text of a page, in elements that do not say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from operator import itemgetter

from cleaner.core.tree import Node, Text
from cleaner.parties.bylines import is_byline
from cleaner.readers.metadata.headings import visible_text
from cleaner.readers.metadata.visible import ANYWHERE, Spot
from cleaner.readers.metadata.walk import attribute
from cleaner.timestamps import Timestamp, is_timestamp, parse_timestamp

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d{2}(?!\d)")
_UNSEEN = frozenset({"script", "style", "title", "noscript", "template", "head", "[document]", "option", "textarea"})
_MOST = 12
_LONGEST = 300


def dated_lines(root: Node, here: Spot = ANYWHERE) -> Iterator[tuple[str, str]]:
    """Short strings of the page that hold a full date, with how they hold it; copyright lines left out.

    A string that is nothing but a timestamp, or that a label introduces, is a better witness than a date in a
    sentence. What stands among other articles comes last.
    """
    found: list[tuple[bool, str, str]] = []
    for string in _strings(root):
        parent = string.parent
        if not _YEAR.search(string) or parent.name in _UNSEEN:
            continue
        text = " ".join(string.split())
        stamp = parse_timestamp(text)
        if stamp and (stamp.value or stamp.readings) and not _owned(stamp):
            found.append((here.in_margin(parent), _how(text, stamp), text))
            if len(found) >= _MOST:
                break
    yield from ((how, text) for _, how, text in sorted(found, key=itemgetter(0)))


def _strings(root: Node) -> Iterator[Text]:
    for element in root.descendants:
        if type(element) is Text and 5 < len(element) <= _LONGEST:
            yield element


def _owned(stamp: Timestamp) -> bool:
    """Does a date say since when something is owned? A credit before a time of day does not."""
    before = stamp.before.lower()
    return ("©" in before or "copyright" in before) and not isinstance(stamp.value, datetime)


def _how(text: str, stamp: Timestamp) -> str:
    if stamp.field or is_timestamp(text):
        return "text stamp"
    return "text date" if len(stamp.rest) < 40 else "text mention"


def signed_lines(root: Node, heading: Node | None) -> Iterator[tuple[str, str]]:
    """The byline right below the headline, perhaps behind a standfirst, or above the first paragraph.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<h1>Rain</h1><p>By <b>Ann Lee</b></p><p>It rained. By Bo Xi the water rose.</p>").root
    >>> list(signed_lines(page, page.find("h1")))
    [('text byline', 'By Ann Lee')]
    """
    start = heading if heading is not None else root
    size = prose = 0
    for element in _following(start):
        if not isinstance(element, Text):
            continue
        parent = element.parent
        if parent.name in _UNSEEN:
            continue
        size += len(element)
        for text in _line_of(element, parent) if size <= _HEAD else ():
            if _is_signed(text):
                yield "text byline", text
                return
        prose += len(element) > _PROSE
        if prose > 1 or len(element) > _STANDFIRST_LENGTH:
            return


def _is_signed(text: str) -> bool:
    """Is a line a byline, with its timestamp or without? One word is none, in scripts that part words."""
    if text.isascii() and " " not in text:
        return False
    return is_byline(text) or ((rest := _undated(text)) != "" and is_byline(rest))


def _undated(text: str) -> str:
    """A line without its timestamp: "Published 3 May 2020 - by Ann Lee" is a byline too."""
    stamp = parse_timestamp(text) if any(map(str.isdigit, text)) else None
    return stamp.rest.strip(" -–—|·•,:") if stamp else ""


_HEAD, _PROSE, _STANDFIRST_LENGTH, _STEPS = 1500, 160, 250, 300


def standfirsts(heading: Node | None) -> Iterator[tuple[str, str]]:
    """The first element below the headline whose class says that it is the standfirst.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<h1>Rain</h1><p class='article-dek'>It rained for the third day in Leeds.</p>").root
    >>> list(standfirsts(page.find("h1")))
    [('class standfirst', 'It rained for the third day in Leeds.')]
    """
    for element in islice(_following(heading), _NEAR):
        if isinstance(element, Node) and _STANDFIRST.search(attribute(element, "class")[:300].lower()):
            text = visible_text(element)
            if 4 <= len(text.split()) <= 90 and not is_byline(text) and not is_timestamp(text):
                yield "class standfirst", text
                return


_NEAR = 40
_STANDFIRST = re.compile(
    r"stand-?first|sub-?head(?:line|ing)?(?![a-z])|sub-?title|(?<![a-z])(?:dek|deck|chapo|entradilla|bajada|vorspann"
    r"|sommaire|occhiello|sottotitolo)(?![a-z])"
)


def _following(start: Node | None) -> Iterator[Node | Text]:
    """An element, what is in it and what follows it, as far as a reader's eye reaches."""
    return islice(start.onward(), _STEPS) if start is not None else iter(())


def _line_of(string: Text, parent: Node) -> Iterator[str]:
    """A string alone, and whole with what stands around it in a small element."""
    text = " ".join(string.split())
    if 4 <= len(text) <= 120:
        yield text
    block = parent.parent if parent.name in _INLINE and parent.parent is not None else parent
    if len(text) <= 120 and len(block.contents) <= 6 and (whole := visible_text(block)) != text and len(whole) <= 120:
        yield whole


_INLINE = frozenset(["a", "b", "i", "em", "strong", "span", "font", "u"])
