"""A page, read once: its tree, and its blocks (:mod:`cleaner.readers.blocks`) in reading order.

The tree is built from lxml's parse events. lxml's own tree silently drops what is nested too deeply, and Beautiful
Soup's costs as much as all of the cleaning. A node is made when the first text inside it arrives: most elements of a
page are icons, scripts and form controls without text, and cost nothing.

Nothing here is recursive: no page is too deep.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree

from cleaner.core.tree import BLOCK_LEVEL, TELLING, Kind, Node, Place, Text
from cleaner.readers.blocks import BREAK, Block, Run

DROPPED = frozenset(
    str.split(
        "style svg template object canvas audio video select option optgroup datalist textarea iframe frame applet "
        "embed input source track param map area col colgroup"
    )
)
"""Elements whose content is not text for readers."""

_SUSPECTS = DROPPED | {"script", "link", "img"}
_EAGER = frozenset(["html", "head", "body", "meta", "time", "base", "br", "hr", "img", "link"])
"""Elements that become nodes even without text."""

_LINKS = frozenset(["canonical", "author", "publisher", "shortlink", "amphtml"])
_PREFORMATTED = frozenset(["pre", "listing", "xmp"])

DEEPEST = 256
"""Deeper elements become siblings: no text is lost, and no walk up the tree takes long."""

MOST_KINDS = 1 << 15
_FIGURE = 6
"""The picture of a figure is within so many levels."""

_PARTING = "\u2029"
"""The place of an empty block-level element that was left out: it separates text, and counts as a blank."""

_FIRST = 12
_IMPLIED = frozenset(["html", "body", "p", "head"])
"""Elements that the parser adds around any text."""

_KINDS: dict[tuple[object, ...], Kind] = {}
"""A cache of kinds for all pages, since sites use the same few names again and again."""


class ParsedPage(NamedTuple):
    """The tree of a page, its blocks, and the alternative texts of its pictures."""

    root: Node
    blocks: list[Block]
    alts: frozenset[str]


def read_page(markup: str, root: Node | None = None) -> ParsedPage:
    """Read a page, a fragment of one, or a text with stray tags.

    A fragment that belongs to a page is added to the tree of that page at ``root``.

    >>> page = read_page("<nav><a href=/>Home</a></nav><div class=story>It <b>rained</b>.<p>Then <a href=/>hailed</a>.")
    >>> for block in page.blocks:
    ...     print(block.node.place.path, block.text, round(block.links, 1))
    ('html', 'body', 'nav', 'a') Home 1.0
    ('html', 'body', 'div.story') It rained. 0.0
    ('html', 'body', 'div.story', 'p') Then hailed. 0.5
    """
    data = _parsable(markup)
    page = _heard(data, root, plain=False)
    return _heard(data, root, plain=True) if _is_plain(page.root) else page


def _heard(data: bytes, root: Node | None, *, plain: bool) -> ParsedPage:
    target: Any = TreeReader(root, plain=plain)
    parser: Any = etree.HTMLParser(target=target, recover=True, huge_tree=True, encoding="utf-8")
    parser.feed(data or b" ")
    page: ParsedPage = parser.close()
    return page


def _parsable(markup: str) -> bytes:
    """The page in UTF-8, without characters at which the parser would stop: NUL, lone surrogates."""
    if "\0" in markup:
        markup = markup.replace("\0", "\ufffd")
    return markup.removeprefix("\ufeff").encode("utf-8", "replace")


def _is_plain(root: Node) -> bool:
    """Is this a text with stray markup, without any block-level tag?"""
    seen = breaks = 0
    for node in root.descendants:
        if isinstance(node, Node):
            seen += 1
            breaks += node.name in ("p", "br")
            if breaks > 1 or (seen <= _FIRST and node.name in BLOCK_LEVEL and node.name not in _IMPLIED):
                return False
    return True


class TreeReader:
    """A target of lxml's parser that makes nodes and blocks as elements open and close.

    lxml's events are always balanced: every start has its end, in order. ``nodes`` are the open elements that are
    nodes, from the page itself inwards; ``waiting`` are the open elements inside them, without text so far.
    """

    __slots__ = ("alts", "blank", "made", "nodes", "page", "plain", "root", "run", "skipped", "waiting", "words")

    def __init__(self, root: Node | None = None, *, plain: bool = False) -> None:
        self.root = root or Node({}, None, Place(Kind("[document]", {}), None), 0, [])
        self.page = self.root.page
        self.plain = plain
        self.run = Run()
        self.alts: set[str] = set()
        self.nodes: list[Node] = [self.root]
        self.waiting: list[tuple[str, Mapping[str, str]]] = []
        self.made = 0
        self.skipped = 0
        self.words: list[str] = []
        self.blank = ""

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """An element opens. It becomes a node when text arrives, unless it matters without text."""
        if self.skipped or (tag in _SUSPECTS and self._is_useless(tag, attrs)):
            self.skipped += 1
            return
        self.waiting.append((tag, attrs))
        if tag in _EAGER or "itemprop" in attrs:
            self._make()

    def _is_useless(self, tag: str, attrs: Mapping[str, str]) -> bool:
        """Is this an element without text of the page?"""
        if tag == "script":
            return "ld+json" not in attrs.get("type", "")
        if tag == "link":
            return "itemprop" not in attrs and _LINKS.isdisjoint(attrs.get("rel", "").lower().split())
        if tag == "img":
            return not attrs.get("alt") and not ("src" in attrs and self._is_in_figure())
        return tag in DROPPED and "shadowrootmode" not in attrs

    def _is_in_figure(self) -> bool:
        """Is the next element inside a figure? The address of its picture is data, even without alternative text."""
        around = [node.name for node in self.nodes[-_FIGURE:]] + [tag for tag, _ in self.waiting]
        return "figure" in around[-_FIGURE:]

    def end(self, tag: str) -> None:
        """The innermost element closes."""
        if self.skipped:
            self.skipped -= 1
            return
        if self.waiting:
            self.waiting.pop()
            if tag in BLOCK_LEVEL:
                self.blank = _PARTING
            return
        if self.words:
            self._say()
        node = self.nodes.pop()
        node.end = len(self.page)
        if tag == "q":
            self.run.add(node, "”")
        if node.block is node:
            self._part(node)
        if tag == "tr":
            self.run.join_row(node)

    def data(self, text: str) -> None:
        """Text in the innermost element; blank text waits for the text after it."""
        if self.skipped:
            return
        if text.isspace():
            if self.blank != _PARTING:
                self.blank = "\n" if "\n" in text else self.blank or " "
            return
        if self.waiting:
            self._make()
        self.words.append(self.blank + text)
        self.blank = ""

    def close(self) -> ParsedPage:
        """Return the page. The parser and its target refer to each other, so the target keeps no blocks."""
        if self.words:
            self._say()
        self.root.end = len(self.page)
        self._part(self.root)
        page = ParsedPage(self.root, self.run.blocks, frozenset(self.alts))
        self.run = Run()
        return page

    def _make(self) -> None:
        """Make nodes for the open elements that have none."""
        if self.words:
            self._say()
        node = self.nodes[-1]
        for tag, attrs in self.waiting:
            outer = node if node.place.level < DEEPEST else node.parent or node
            self.made += 1
            node = Node(attrs, outer, _place(outer.place, tag, attrs), self.made, self.page)
            self.nodes.append(node)
            flow = node.kind.flow
            if flow == "apart" or (flow == "either" and self._stands_apart(tag, outer.block)):
                self._set_apart(tag, node, outer)
                continue
            node.block = outer.block
            if flow == "textless":
                self._see(node)
                continue
            node.unseen = node.unseen or node.kind.out_of_sight
            if tag == "q":
                self.run.add(node, "“")
        self.waiting.clear()

    def _set_apart(self, tag: str, node: Node, outer: Node) -> None:
        """Begin a block: the text before it is complete."""
        if tag in BLOCK_LEVEL:
            self.blank = ""
        self._part(outer.block)
        if outer.in_link and outer.block.name == "p":
            node.in_link = False  # a link that began in a sentence was never closed

    def _stands_apart(self, tag: str, block: Node) -> bool:
        """Is a custom element or a button separate from the sentence around it?"""
        return not (self.run.is_in_sentence(block) or ("-" in tag and block.name == "p"))

    def _part(self, block: Node) -> None:
        """A boundary: the text before it in ``block`` is complete."""
        if self.run.parts or self.run.unseen:
            self.run.flush(block)

    def _see(self, node: Node) -> None:
        """An element without text: line breaks count, and alternative texts are kept."""
        if node.name == "br":
            self.run.parts.append(BREAK)
        elif node.name == "img":
            self.alts |= {" ".join(node.attrs.get("alt", "").split())} - {""}

    def _say(self) -> None:
        """Add the text to the tree, and to the run if it is text of the page."""
        said = "".join(self.words) if len(self.words) > 1 else self.words[0]
        self.words.clear()
        top = self.nodes[-1]
        text = Text(said)
        text.parent = top
        self.page.append(text)
        if top.kind.flow == "textless":
            return
        if self.plain or top.block.name in _PREFORMATTED:
            self.run.add_lines(top, said.replace(_PARTING, "\n\n").split("\n"))
        elif _PARTING in said:
            self.run.add_lines(top, said.replace("\n", " ").replace(_PARTING, "\n\n").split("\n"))
        else:
            self.run.add(top, said.replace("\n", " "))


def _place(outer: Place, tag: str, attrs: Mapping[str, str]) -> Place:
    """The place of an element inside another one."""
    simple = _UNUSUAL.isdisjoint(attrs)
    key = (tag, attrs.get("class")) if simple else (tag, *[pair for pair in attrs.items() if pair[0] in TELLING])
    place = outer.inner.get(key)
    if place is None:
        kind = _KINDS.get(key)
        if kind is None:
            if len(_KINDS) >= MOST_KINDS:
                _KINDS.clear()
            kind = _KINDS[key] = Kind(tag, {name: value for name, value in attrs.items() if name in TELLING})
        place = outer.inner[key] = Place(kind, outer)
    return place


_UNUSUAL = TELLING - {"class"}
"""Most elements have a class or nothing else that distinguishes them."""
