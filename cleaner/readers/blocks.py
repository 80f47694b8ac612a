"""The blocks of a page: what a browser would set apart by line breaks, in reading order.

A block is a run of inline content between two block-level boundaries. Taking the text of every ``p`` loses what
stands in bare ``div`` and ``td``; taking every element's own strings tears sentences apart at each ``a`` and ``em``. So
the walk goes through all of the tree, glues inline elements to what stands beside them, and cuts where a block-level
element starts or ends.

Decisions:

* **Line breaks.** Two ``<br>`` in a row part paragraphs. One parts them where a side is long, as in prose typed with
  line breaks; an address or a verse stays one block.
* **Tables.** A row whose cells hold nothing but inline content is one block, its cells joined by ``" | "``. Other
  tables are layout: each cell's blocks stand alone.
* **Preformatted text** is cut at its line ends, as is text that bears no block-level tag at all: a plain text with
  stray markup.
* **Photo credits** in an element that is named so stand apart from their captions, as readers see them.
* **Hidden elements** are blocks too; their path says ``[hidden]``. Articles behind a "read on" button are hidden.
* **Not text**: what a browser never shows. Alternative texts of pictures, fallback content of players, values of form
  fields, the title element. The builder has left out most of it (:mod:`cleaner.readers.pruned`).

The walk keeps its own stack: no page is deep enough to make it fail.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from cleaner.readers.paths import Frame

_words = str.split

BLOCK_LEVEL = frozenset(
    _words(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main "
        "menu nav noframes noscript ol p pre search section summary table tbody td template tfoot th thead title tr ul "
        "xmp"
    )
)
UNSEEN = frozenset(_words("title script meta link base br img"))
LONG = 60
"""A line of this many characters is prose: a single line break beside it parts paragraphs."""

_BREAK = "\n"
_PARTING = "\u2029"
_INVISIBLE = re.compile("[ \u00ad\u200b-\u200f\u2060\ufeff]*").fullmatch


class Block(NamedTuple):
    """One block: its text without line ends, its innermost element, the elements around it, the share of link text.

    ``path`` names the elements from the outside in, the block's own last: ``"div.story-body#main"``; ``[hidden]``
    behind it says that the element is not shown at first.
    """

    text: str
    label: str
    path: tuple[str, ...] = ()
    links: float = 0.0


class PageText(NamedTuple):
    """A page's blocks, the alternative texts of its pictures, and its scripts of structured data."""

    blocks: list[Block]
    alts: frozenset[str]
    scripts: tuple[str, ...]


def read_blocks(soup: BeautifulSoup) -> PageText:
    """All blocks of a page in reading order, and what stands beside them.

    >>> from cleaner.readers.soup import parse
    >>> page = parse("<nav><a href=/>Home</a></nav><div class=story>It <b>rained</b>.<p>Then <a>it hailed</a>.</div>")
    >>> for block in read_blocks(page).blocks:
    ...     print(block.path, block.text, round(block.links, 1))
    ('html', 'body', 'nav', 'a') Home 1.0
    ('html', 'body', 'div.story') It rained. 0.0
    ('html', 'body', 'div.story', 'p') Then it hailed. 0.6
    """
    walk = BlockWalk(plain=is_plain(soup))
    walk.through(soup)
    walk.end()
    return walk.page()


class BlockWalk:
    """Puts blocks together from what it is told of a page: elements that open and close, and the text between.

    What is said goes into a run of inline content; where a block-level element starts or ends, the run becomes a block.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self.top = self.root = Frame("[document]", {}, None)
        self.plain = plain
        self.blocks: list[Block] = []
        self.alts: set[str] = set()
        self.scripts: list[Tag] = []
        self.parts: list[str] = []
        self.linked = self.length = 0
        self.within: Frame | None = None
        self.alone = True

    def page(self) -> PageText:
        """What has been read."""
        return PageText(self.blocks, frozenset(self.alts), tuple(script.get_text() for script in self.scripts))

    def enter(self, name: str, attrs: Mapping[str, Any]) -> None:
        """An element that holds text opens."""
        top = self.top
        self.top = frame = Frame(name, attrs, top, top.in_link or name == "a")
        if name in BLOCK_LEVEL or ("-" in name and top.block.name != "p") or (name in _CREDITS and _is_credit(attrs)):
            if self.parts:
                self._flush(top.block)
        else:
            frame.block = top.block

    def leave(self) -> None:
        """The innermost element closes."""
        top = self.top
        if top.block is top and self.parts:
            self._flush(top)
        self.top = top.up or top

    def end(self) -> None:
        """The page is over."""
        if self.parts:
            self._flush(self.top.block)

    def see(self, tag: Tag) -> None:
        """An element that shows no text: a line break counts, alternative texts and scripts are put aside."""
        if tag.name == "br":
            self.parts.append(_BREAK)
        elif tag.name == "img":
            self.alts.add(" ".join(str(tag.attrs.get("alt", "")).split()))
        elif tag.name == "script":
            self.scripts.append(tag)

    def say(self, text: str) -> None:
        """Text in the innermost element."""
        if self.plain or self.top.block.name in _PREFORMATTED:
            self._lines(text.replace(_PARTING, "\n\n").split("\n"))
        elif _PARTING in text:
            self._lines(text.replace("\n", " ").replace(_PARTING, "\n\n").split("\n"))
        else:
            self._add(text.replace("\n", " "))

    def _lines(self, lines: list[str]) -> None:
        for n, line in enumerate(lines):
            if n:
                self.parts.append(_BREAK)
            self._add(line)

    def _add(self, text: str) -> None:
        top = self.top
        self.parts.append(text)
        self.length += len(text)
        if top.in_link:
            self.linked += len(text)
        if self.within is not top and not text.isspace():
            self.alone = self.within is None
            self.within = top

    def _flush(self, block: Frame) -> None:
        """The run so far as one block, or as several where line breaks part it."""
        if self.within is not None:
            path = (self.within if self.alone else block).path()
            links = self.linked / max(1, self.length)
            for text in _paragraphs("".join(self.parts)):
                if text.isascii() or not _INVISIBLE(text):
                    self.blocks.append(Block(text, block.name, path, links))
            self.within, self.alone = None, True
        self.parts.clear()
        self.linked = self.length = 0

    def through(self, element: Tag) -> None:
        """Go through what is inside an element, the innermost one that has opened, on a stack of its own."""
        stack = [iter(element.contents)]
        while stack:
            for child in stack[-1]:
                if isinstance(child, Tag):
                    if child.name in UNSEEN:
                        self.see(child)
                        continue
                    self.enter(child.name, child.attrs)
                    if child.name != "tr" or not self.row(child):
                        stack.append(iter(child.contents))
                        break
                    self.leave()
                elif type(child) is NavigableString:
                    self.say(child)
            else:
                stack.pop()
                if stack:
                    self.leave()

    def row(self, row: Tag) -> bool:
        """A row of a table of data, just opened, becomes one block; not so where the row only lays out the page."""
        cells: list[list[str]] = []
        size = linked = 0
        for node in row.descendants:
            if isinstance(node, Tag):
                if node.name in ("td", "th"):
                    cells.append([])
                elif node.name in BLOCK_LEVEL or node.name == "br":
                    return False
            elif cells and type(node) is NavigableString:
                cells[-1].append(node)
                size += len(node)
                linked += len(node) if node.find_parent(("a", "tr")).name == "a" else 0  # type: ignore[union-attr]
        texts = [text for cell in cells if (text := " ".join("".join(cell).split()))]
        if len(texts) < 2:
            return False
        self.blocks.append(Block(" | ".join(texts), "tr", self.top.path(), linked / max(1, size)))
        return True


_PREFORMATTED = frozenset(["pre", "listing", "xmp"])
_CREDITS = frozenset(["span", "small", "cite", "em"])


def _is_credit(attrs: Mapping[str, Any]) -> bool:
    """Is this a photo credit set inside a caption? Shown apart, it is glued to the caption by the markup."""
    if "class" not in attrs:
        return False
    names = " ".join(attrs["class"]).lower()
    return "credit" in names or "copyright" in names


def is_plain(soup: BeautifulSoup) -> bool:
    """Is this a text with stray markup, that is, without any block-level tag of its own?"""
    names = {tag.name for tag in soup.find_all(limit=12)}
    return not names & (BLOCK_LEVEL - {"html", "body", "p", "head"}) and len(soup.find_all(["p", "br"], limit=2)) < 2


def _paragraphs(text: str) -> list[str]:
    """Part a run at line breaks: at two in a row, and at one beside a long line.

    >>> _paragraphs("1 Mill Lane \\n Leeds")
    ['1 Mill Lane Leeds']
    >>> _paragraphs("Rain\\n\\nHail")
    ['Rain', 'Hail']
    """
    if _BREAK not in text:
        line = " ".join(text.split())
        return [line] if line else []
    found: list[str] = []
    held: list[str] = []
    for line in [" ".join(line.split()) for line in text.split(_BREAK)]:
        if held and (not line or len(line) >= LONG or len(held[-1]) >= LONG):
            found.append(" ".join(held))
            held = []
        if line:
            held.append(line)
    return [*found, " ".join(held)] if held else found
