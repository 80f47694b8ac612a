"""The soup of a page with elements and strings hung into the tree by hand, and its blocks read on the way.

This halves what a soup costs. What all elements of a name have in common is copied from one that BeautifulSoup has
made, and elements are linked only where they look as they are known to (:func:`linkable`), so a new release of
BeautifulSoup can make reading slower but not wrong.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.builder import LXMLTreeBuilder  # type: ignore[attr-defined,unused-ignore]
from bs4.element import NavigableString, PageElement

from cleaner.readers.blocks import BLOCK_LEVEL, UNSEEN, BlockWalk, PageText, is_plain, read_blocks
from cleaner.readers.pruned import PARTING, PrunedBuilder

_words = str.split


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

    def _say(self, text: str) -> None:
        self.words.append(text)

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
