"""Dates that stand in the text of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString

from cleaner.readers.metadata.walk import elements
from cleaner.timestamps import Timestamp, is_timestamp, parse_timestamp

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d{2}(?!\d)")
_UNSEEN = frozenset({"script", "style", "title", "noscript", "template", "head", "[document]", "option", "textarea"})
_MOST = 12
_LONGEST = 300


def dated_lines(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Short strings of the page that hold a full date, with how they hold it; copyright lines left out.

    A string that is nothing but a timestamp, or that a label introduces, is a better witness than a date in a
    sentence.
    """
    given = 0
    for string in _strings(soup):
        parent = string.parent
        if not _YEAR.search(string) or parent is None or parent.name in _UNSEEN:
            continue
        text = " ".join(string.split())
        if "©" in text or "copyright" in text.lower():
            continue
        stamp = parse_timestamp(text)
        if stamp and (stamp.value or stamp.readings):
            given += 1
            yield _how(text, stamp), text
            if given >= _MOST:
                return


def _strings(soup: BeautifulSoup) -> Iterator[NavigableString]:
    for element in elements(soup):
        if type(element) is NavigableString and 5 < len(element) <= _LONGEST:
            yield element


def _how(text: str, stamp: Timestamp) -> str:
    if stamp.field or is_timestamp(text):
        return "text stamp"
    return "text date" if len(stamp.rest) < 40 else "text mention"
