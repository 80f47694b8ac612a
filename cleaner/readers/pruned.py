"""A builder of soups that leaves out what no reader of news looks at, by BeautifulSoup's public methods only.

Left out: the contents of ``style``, ``svg``, ``select``, ``textarea``, players and frames, every script but JSON-LD,
stylesheet and preload links, comments, and elements without text (``meta``, ``time``, ``img`` with an ``alt``, ``br``
and what bears ``itemprop`` stay).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4.builder import LXMLTreeBuilder  # type: ignore[attr-defined,unused-ignore]
from lxml import etree

from cleaner.readers.blocks import BLOCK_LEVEL

_words = str.split

DROPPED = frozenset(
    _words(
        "style svg template object canvas audio video select option optgroup datalist textarea iframe frame applet "
        "embed input source track param map area col colgroup"
    )
)
LINKS = frozenset(_words("canonical author publisher shortlink amphtml"))
PARTING = "\u2029"
"""Stands where an empty block-level element was left out, since it parts the text around it; counts as a blank."""
SUSPECTS = DROPPED | {"script", "link", "img"}
DEEPEST = 256
"""Elements below this depth are hung in as siblings: no text is lost, and no walk has to fear the depth."""

_EAGER = frozenset(_words("html head body meta time base br hr img link"))


class PrunedBuilder(LXMLTreeBuilder):  # type: ignore[misc,unused-ignore]
    """A tree builder that makes an element when the first text inside it arrives.

    lxml's events are balanced whatever the markup: every start has its end, in order.
    """

    def __init__(self, markup: bytes) -> None:
        super().__init__(store_line_numbers=False, preserve_whitespace_tags=set(), string_containers={})
        self.markup = markup
        self.waiting: list[tuple[str, dict[str, str]]] = []
        self.depth = 0
        self.deeper = 0
        self.skipped = 0
        self.blank = ""

    def prepare_markup(self, *_: Any, **__: Any) -> Iterator[tuple[bytes, None, None, bool]]:
        """The markup given at first: it is known to be a page, which BeautifulSoup would doubt and warn of."""
        yield self.markup, None, None, False

    def feed(self, markup: Any) -> None:
        """Parse all of it at once."""
        parser = etree.HTMLParser(target=self, recover=True, huge_tree=True, encoding="utf-8")
        parser.feed(markup or b" ")
        parser.close()

    def start(self, tag: str, attrib: dict[str, str]) -> None:
        """Let an element wait for text; make it at once only if it says something without."""
        if self.skipped or (tag in SUSPECTS and _useless(tag, attrib)):
            self.skipped += 1
            return
        if self.depth >= DEEPEST:
            self.deeper += 1
            self._leave(tag)
        self.depth += 1
        self.waiting.append((tag, attrib))
        if tag in _EAGER or "itemprop" in attrib:
            self._make()

    def end(self, tag: str) -> None:
        """Close the element that was opened last."""
        if self.skipped:
            self.skipped -= 1
            return
        self._leave(tag)
        if self.deeper:
            self.deeper -= 1
            self.depth += 1
            self.waiting.append((tag, {}))

    def data(self, data: str) -> None:
        """Take in text; blanks alone wait for the text behind them."""
        if self.skipped:
            return
        if data.isspace():
            if self.blank != PARTING:
                self.blank = "\n" if "\n" in data else self.blank or " "
            return
        if self.waiting:
            self._make()
        self._say(self.blank + data)
        self.blank = ""

    def close(self) -> None:
        """The parser calls this at the end; there is nothing to hand over."""

    def comment(self, text: str) -> None:
        """Comments are no text of the page."""

    def pi(self, target: str, data: str) -> None:
        """Nor are processing instructions."""

    def doctype(self, name: str, pubid: str, system: str) -> None:
        """Nor is the document type."""

    def _leave(self, tag: str) -> None:
        self.depth -= 1
        if self.waiting:
            if self.waiting.pop()[0] in BLOCK_LEVEL:
                self.blank = PARTING
        else:
            self.soup.handle_endtag(self.soup.currentTag.name)

    def _make(self) -> None:
        for tag, attrib in self.waiting:
            if tag in BLOCK_LEVEL:
                self.blank = ""
            self.soup.handle_starttag(tag, None, None, dict(attrib))
        self.waiting.clear()

    def _say(self, text: str) -> None:
        self.soup.handle_data(text)


def _useless(tag: str, attrib: dict[str, str]) -> bool:
    """Is this an element that holds no text of the page?"""
    if tag == "script":
        return "ld+json" not in attrib.get("type", "")
    if tag == "link":
        return "itemprop" not in attrib and LINKS.isdisjoint(attrib.get("rel", "").lower().split())
    if tag == "img":
        return not attrib.get("alt")
    return tag in DROPPED and "shadowrootmode" not in attrib
