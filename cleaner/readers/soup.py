"""BeautifulSoup at a quarter of its price: a builder that leaves out what no reader of news looks at.

What BeautifulSoup costs follows the number of its objects, not the size of the page. Most of a page's objects are
of no use here: scripts, styles, icons, drawings, form controls, elements without a word in them, runs of blanks. The
builders of this module hear lxml's parse events, so that no tree of lxml's is ever built (its tree silently drops
what is nested deeper than a limit; its events do not), and make an element only when the first text inside it arrives.
What is made is an ordinary soup: ``find``, ``select``, ``get_text``, ``parents`` work as ever.

Left out: the contents of ``style``, ``svg``, ``select``, ``textarea``, players and frames, every script but JSON-LD,
stylesheet and preload links, comments, and elements without text (``meta``, ``time``, ``img`` with an ``alt``, ``br``
and what bears ``itemprop`` stay).

:class:`PrunedBuilder` uses BeautifulSoup's public methods only. :class:`LinkedBuilder` hangs the elements into the
tree itself, which halves the cost again. It copies what it must know about an element from one that BeautifulSoup has
made, and is used only where elements look as they are known to (:func:`linkable`), so a new release of BeautifulSoup
can make it slower but not wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.builder import LXMLTreeBuilder  # type: ignore[attr-defined,unused-ignore]
from bs4.element import NavigableString, PageElement
from lxml import etree

from cleaner.readers.blocks import BLOCK_LEVEL, UNSEEN, BlockWalk, PageText, is_plain, read_blocks

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


def parse(markup: str, *, linked: bool = True) -> BeautifulSoup:
    """The soup of a page, a fragment of one, or of text with stray tags.

    >>> soup = parse('<nav><i class=icon></i></nav><p class="lead big">It <b>rained</b> &amp; <!-- x -->hailed')
    >>> soup.select_one("p.lead").get_text()
    'It rained & hailed'
    >>> soup.nav is None
    True
    """
    builder = (LinkedBuilder if linked and linkable() else PrunedBuilder)(_parsable(markup))
    return BeautifulSoup("", builder=builder)


def read_page(markup: str) -> tuple[BeautifulSoup, PageText]:
    """The soup of a page and its blocks, read as it is parsed where that can be done.

    >>> soup, page = read_page("<p class=lead>It <b>rained</b>.</p><p>It hailed.</p>")
    >>> [block.text for block in page.blocks], page == read_blocks(soup)
    (['It rained.', 'It hailed.'], True)
    """
    if not linkable():
        soup = parse(markup)
        return soup, read_blocks(soup)
    builder = LinkedBuilder(_parsable(markup))
    soup = BeautifulSoup("", builder=builder)
    return soup, builder.page(soup)


def dissolve(soup: BeautifulSoup) -> None:
    """Take a soup apart that nobody needs any more.

    Its elements refer to each other in circles, so they would stay until the garbage collector has gone through all
    that is young. Parted, they are freed at once, and what is read next finds their place.

    >>> soup = parse("<p>It <b>rained</b>.</p>")
    >>> dissolve(soup)
    >>> soup.contents
    []
    """
    element: PageElement | None = soup.contents[0] if soup.contents else None
    while element is not None:
        following = element.next_element
        element.parent = element.next_element = element.previous_element = None
        element.next_sibling = element.previous_sibling = None
        if isinstance(element, Tag):
            element.contents.clear()
        element = following
    soup.contents.clear()


def _parsable(markup: str) -> bytes:
    """A page in UTF-8; characters at which the parser would stop are replaced: NUL, halves of surrogate pairs."""
    if "\0" in markup:
        markup = markup.replace("\0", "\ufffd")
    return markup.removeprefix("\ufeff").encode("utf-8", "replace")


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


class LinkedBuilder(PrunedBuilder):
    """The same soup, with elements and strings hung into the tree by hand; it reads the blocks as it goes.

    What is inside a row of a table is told to the walk when the row is complete, since only then can be seen whether
    it is one block.
    """

    def feed(self, markup: Any) -> None:
        """Parse all of it at once."""
        self.parents: list[Tag] = [self.soup]
        self.last: PageElement = self.soup
        self.words: list[str] = []
        self.walk = BlockWalk()
        self.apart: Tag | None = None
        super().feed(markup)
        if self.words:
            self._flush()
        self.walk.end()
        self.soup.next_element = None
        if self.soup.contents:
            self.soup.contents[0].previous_element = None

    def page(self, soup: BeautifulSoup) -> PageText:
        """The blocks of the page; those of a text with stray markup can be told only when all of it is there."""
        if is_plain(soup):
            return read_blocks(soup)
        return self.walk.page()

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
        self.words.append(self.blank + data if self.blank else data)
        self.blank = ""

    def end(self, tag: str) -> None:
        """Close the element that was opened last."""
        if self.skipped:
            self.skipped -= 1
        elif self.deeper:
            super().end(tag)
        else:
            self._leave(tag)

    def _leave(self, tag: str) -> None:
        self.depth -= 1
        if self.waiting:
            if self.waiting.pop()[0] in BLOCK_LEVEL:
                self.blank = PARTING
            return
        if self.words:
            self._flush()
        element = self.parents.pop()
        if self.apart is None:
            self.walk.leave()
        elif self.apart is element:
            self.apart = None
            if element.name == "tr":
                if not self.walk.row(element):
                    self.walk.through(element)
                self.walk.leave()

    def _make(self) -> None:
        if self.words:
            self._flush()
        parents, last, walk = self.parents, self.last, self.walk
        for tag, attrib in self.waiting:
            kind = _KINDS[tag]
            element = kind.__new__(kind)
            attrs: dict[str, Any] = attrib if attrib.__class__ is dict else {}
            if attrs:
                if "class" in attrs:
                    attrs["class"] = attrs["class"].split()
                if "rel" in attrs:
                    attrs["rel"] = attrs["rel"].split()
            element.attrs = attrs
            element.contents = []
            _hang(element, parents[-1], last)
            last = element
            parents.append(element)
            if tag in BLOCK_LEVEL:
                self.blank = ""
            if self.apart is None:
                if tag in UNSEEN:
                    walk.see(element)
                    self.apart = element
                else:
                    walk.enter(tag, attrs)
                    if tag == "tr":
                        self.apart = element
        self.last = last
        self.waiting.clear()

    def _flush(self) -> None:
        text = "".join(self.words) if len(self.words) > 1 else self.words[0]
        self.words.clear()
        string = str.__new__(NavigableString, text)
        string.hidden = False
        string.next_element = string.next_sibling = string.previous_sibling = None
        _hang(string, self.parents[-1], self.last)
        self.last = string
        if self.apart is None:
            self.walk.say(text)


def _hang(element: PageElement, parent: Tag, last: PageElement) -> None:
    """Link an element into its parent, behind the one that stands last in the tree."""
    element.parent = parent
    element.previous_element = last
    last.next_element = element
    contents = parent.contents
    if contents:
        element.previous_sibling = before = contents[-1]
        before.next_sibling = element
    contents.append(element)


class _Kinds(dict[str, type[Tag]]):
    """Kinds of tags that hold what all elements of a name have in common, as BeautifulSoup sets it.

    Each element then holds only its attributes, its contents and its neighbours. Names that pages make up are not
    kept for good.
    """

    def __missing__(self, tag: str) -> type[Tag]:
        builder = LXMLTreeBuilder(store_line_numbers=False, preserve_whitespace_tags=set(), string_containers={})
        common = vars(Tag(builder=builder, name=tag)).copy()
        for name in ("attrs", "contents"):
            del common[name]
        if len(self) >= 512:
            self.clear()
        kind = self[tag] = type("Tag", (Tag,), common)
        return kind


_KINDS = _Kinds()


@cache
def linkable() -> bool:
    """Do elements consist of what they are known to consist of?

    >>> linkable()
    True
    """
    stock = BeautifulSoup("<p>x</p>", "lxml").p
    return stock is not None and vars(stock).keys() == KNOWN and vars(NavigableString("x")).keys() == KNOWN_STRING


KNOWN = frozenset(
    _words(
        "parser_class name namespace _namespaces prefix sourceline sourcepos attribute_value_list_class attrs "
        "known_xml contents parent previous_element next_element next_sibling previous_sibling hidden "
        "can_be_empty_element cdata_list_attributes preserve_whitespace_tags interesting_string_types"
    )
)
KNOWN_STRING = frozenset(_words("parent previous_element next_element next_sibling previous_sibling hidden"))


def _useless(tag: str, attrib: dict[str, str]) -> bool:
    """Is this an element that holds no text of the page?"""
    if tag == "script":
        return "ld+json" not in attrib.get("type", "")
    if tag == "link":
        return "itemprop" not in attrib and LINKS.isdisjoint(attrib.get("rel", "").lower().split())
    if tag == "img":
        return not attrib.get("alt")
    return tag in DROPPED and "shadowrootmode" not in attrib
