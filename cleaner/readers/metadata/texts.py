"""Dates and deks in the text of a page, in elements whose names do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from cleaner.core import lazy_re as re
from cleaner.core.tree import Node, Text
from cleaner.parties.bylines import is_byline
from cleaner.readers.metadata.headings import visible_text
from cleaner.readers.metadata.places import UNSEEN, beside, following, line_at, strings
from cleaner.readers.metadata.visible import ANYWHERE, Spot
from cleaner.readers.metadata.walk import attribute
from cleaner.timestamps import Timestamp, is_timestamp, parse_timestamp, without_reading_time

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d{2}(?!\d)")
_MOST = 6


def dated_lines(root: Node, heading: Node | None, here: Spot = ANYWHERE) -> Iterator[tuple[str, str]]:
    """Lines that date the page: right below its headline, right above it, or with a label.

    A date alone proves nothing. It may be the current day in the masthead, the date of a comment, the day of an event,
    or part of a sentence. So it must be beside the headline and nothing but a date ("When: 20 May" is not), or say that
    it is the day of publication, outside anything that belongs to other stories.
    """
    around = [*beside(root, heading, here)]
    near = set(map(id, around))
    found: list[tuple[bool, str, str]] = []
    for string in strings(root):
        parent = string.parent
        if not _YEAR.search(string) or parent.name in UNSEEN:
            continue
        text = line_at(string, parent, here)
        stamp = parse_timestamp(text)
        if stamp is None or not (stamp.value or stamp.readings) or _owned(stamp):
            continue
        labelled = stamp.field is not None and len(stamp.rest) < _REST
        in_margin = here.in_margin(parent)
        if labelled and not in_margin:
            found.append((in_margin, "text label", text))
        elif id(string) in near and _is_dateline(stamp, text):
            found.append((in_margin, "text stamp", text))
        if len(found) >= _MOST:
            break
    yield from ((how, text) for _, how, text in sorted(found, key=itemgetter(0)))
    if not found:
        yield from _opening_days(around)


def _opening_days(around: Sequence[Text]) -> Iterator[tuple[str, str]]:
    """The days before the first sentences of paragraphs: "27.1.2022 - The gates held."."""
    for string in around:
        if len(string) > _PROSE and (day := _OPENING.match(string.strip())):
            yield "text stamp", day[1]


_REST, _PROSE = 60, 80
_OPENING = re.compile(r"(\d{1,2}\. ?\d{1,2}\. ?\d{4}) [–—-] ")
"""The day that dates a notice, before its first sentence."""


def _is_dateline(stamp: Timestamp, text: str) -> bool:
    """Is a line a timestamp, perhaps with a byline, a place or a section, but not a sentence or another date?"""
    before, after = stamp.before.strip(_JOINTS), without_reading_time(stamp.after).strip(_JOINTS)
    front, _, behind = text.partition(stamp.raw)
    short = len(after) <= (_REST if behind.lstrip()[:1] in _JOINTS else _NAME) and after[-1:] not in ".!?"
    if after and not is_byline(after) and not (short and after[0].isupper()):
        return False
    words = before.split()
    named = (
        not after and len(words) <= 2 * _LEAD and all(w[0].isupper() or len(w) < _LEAD or w in _JOINTS for w in words)
    )
    return not before or is_byline(before) or ((named or len(words) <= _LEAD) and front.rstrip()[-1:] not in ":?!.")


_JOINTS, _LEAD, _NAME = " -–—|·•/>", 3, 25


def _owned(stamp: Timestamp) -> bool:
    """Is a date that of a copyright, and not of a credit before a time of day?"""
    before = stamp.before.lower()
    return ("©" in before or "copyright" in before) and not isinstance(stamp.value, datetime)


def standfirsts(heading: Node | None) -> Iterator[tuple[str, str]]:
    """The first element below the headline whose class calls it the dek.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<h1>Rain</h1><p class='article-dek'>It rained for the third day in Leeds.</p>").root
    >>> list(standfirsts(page.find("h1")))
    [('class standfirst', 'It rained for the third day in Leeds.')]
    """
    for element in islice(following(heading), _NEAR):
        if isinstance(element, Node) and _is_dek(attribute(element, "class")[:300]):
            text = visible_text(element)
            if 4 <= len(text.split()) <= 90 and not is_byline(text) and not is_timestamp(text):
                yield "class standfirst", text
                return


@lru_cache(maxsize=1 << 12)
def _is_dek(classes: str) -> bool:
    return _STANDFIRST.search(classes.lower()) is not None


_NEAR = 40
_STANDFIRST = re.compile(
    r"stand-?first|sub-?head(?:line|ing)?(?![a-z])|sub-?title|(?<![a-z])(?:dek|deck|chapo|entradilla|bajada|vorspann"
    r"|sommaire|occhiello|sottotitolo)(?![a-z])"
)
