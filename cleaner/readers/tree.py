"""A page, read once: its tree, and its blocks in reading order.

lxml's parse events are heard as they come; no other tree is built. lxml's own silently drops what is nested deeper than
a limit, and a soup of the whole page costs as much as all of the cleaning. A node is made when the first text inside it
arrives: most elements of a page are icons, scripts and form controls without a word in them, and cost nothing.

A *block* is what a browser sets apart by line breaks: a run of inline content between two block-level boundaries.
Taking the text of every ``p`` loses what stands in bare ``div`` and ``td``; taking every element's own strings tears
sentences apart at each ``a`` and ``em``. So inline elements are glued to what stands beside them.

Decisions:

* **Line breaks.** Two ``<br>`` in a row part paragraphs. One parts them where a side is long, as in prose typed with
  line breaks; an address or a verse stays one block.
* **Tables.** A row of short cells is one block, its cells joined by ``" | "``. Other tables are layout: each cell's
  blocks stand alone.
* **Preformatted text** is cut at its line ends, as is text that bears no block-level tag at all: a plain text with
  stray markup.
* **Photo credits** in an element that is named so stand apart from their captions, as readers see them.
* **Hidden elements** are blocks too; their kind says so. Articles behind a "read on" button are hidden.
* **What no reader sees** inside a paragraph, such as a tooltip or words for screen readers, is a block of its own
  behind it.
* **Superscripts**: an exponent is written as one (10⁶, m²); the mark of a footnote is a block of its own, since no
  reader takes it for text. Subscripts are set into the line (CO2). ``<q>`` has the quotation marks that browsers show,
  and deleted text is not seen.
* **Not text**: what a browser never shows. Alternative texts of pictures, fallback content of players, values of form
  fields, the title element.

Nothing here recurses: no page is deep enough to make it fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from lxml import etree

from cleaner.core.tree import TELLING, Kind, Node, Place, Text

_words = str.split

BLOCK_LEVEL = frozenset(
    _words(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main "
        "menu nav noframes noscript ol p pre search section summary table tbody td template tfoot th thead title tr ul "
        "xmp"
    )
)
DROPPED = frozenset(
    _words(
        "style svg template object canvas audio video select option optgroup datalist textarea iframe frame applet "
        "embed input source track param map area col colgroup"
    )
)
"""Elements whose contents a reader of news does not look at."""

_SUSPECTS = DROPPED | {"script", "link", "img"}
_TEXTLESS = frozenset(_words("title script meta link base br img"))
"""Elements whose contents are no text of the page."""

_EAGER = frozenset(_words("html head body meta time base br hr img link"))
"""Elements that are made even where they hold no text."""

_LINKS = frozenset(_words("canonical author publisher shortlink amphtml"))
_PREFORMATTED = frozenset(["pre", "listing", "xmp"])
_CREDITS = frozenset(["span", "small", "cite", "em"])

DEEPEST = 256
"""Elements below this depth are hung in as siblings: no text is lost, and no walk up the tree takes long."""

MOST_KINDS = 1 << 15
LONGEST_CELL = 240
MOST_CELLS = 100
"""Longer rows lay out a page; merging them again and again in nested tables would take quadratic time."""

LONG = 60
"""A line of this many characters is prose: a single line break beside it parts paragraphs."""

_FIGURE = 6
"""Within so many elements a figure holds its picture."""

_BREAK = "\n"
_PARTING = "\u2029"
"""Stands where an empty block-level element was left out, since it parts the text around it; counts as a blank."""

_INVISIBLE = re.compile("[ \u00ad\u200b-\u200f\u2060\ufeff]*").fullmatch


class Block(NamedTuple):
    """One block: its text without line ends, the tag of its block-level element, its node, the share of link text.

    The node is the innermost element that holds all of the text. ``unseen`` text is none to a reader.
    """

    text: str
    label: str
    node: Node
    links: float = 0.0
    unseen: bool = False


class ParsedPage(NamedTuple):
    """A page's tree, all its nodes, its blocks, and the alternative texts of its pictures."""

    root: Node
    nodes: list[Node]
    blocks: list[Block]
    alts: frozenset[str]


def read_page(markup: str, root: Node | None = None) -> ParsedPage:
    """The tree and the blocks of a page, a fragment of one, or a text with stray tags.

    A fragment that belongs to a page is hung into that page's tree at its ``root``.

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
    reader = TreeReader(root, plain=plain)
    target: Any = reader
    parser = etree.HTMLParser(target=target, recover=True, huge_tree=True, encoding="utf-8")
    parser.feed(data or b" ")
    parser.close()
    return ParsedPage(reader.root, reader.made, reader.blocks, frozenset(reader.alts))


def _parsable(markup: str) -> bytes:
    """A page in UTF-8; characters at which the parser would stop are replaced: NUL, halves of surrogate pairs."""
    if "\0" in markup:
        markup = markup.replace("\0", "\ufffd")
    return markup.removeprefix("\ufeff").encode("utf-8", "replace")


def _is_plain(root: Node) -> bool:
    """Is this a text with stray markup, that is, without any block-level tag of its own?"""
    breaks = 0
    for n, node in enumerate(node for node in root.descendants if isinstance(node, Node)):
        if n < _FIRST and node.name in BLOCK_LEVEL and node.name not in _IMPLIED:
            return False
        breaks += node.name in ("p", "br")
        if breaks > 1:
            return False
    return True


_FIRST = 12
_IMPLIED = frozenset(["html", "body", "p", "head"])
"""Elements that the parser puts around any text."""


class TreeReader:
    """A target of lxml's parser: makes nodes, and puts blocks together as elements open and close.

    lxml's events are balanced whatever the markup: every start has its end, in order.
    """

    def __init__(self, root: Node | None = None, *, plain: bool = False) -> None:
        kind = Kind("[document]", {})
        self.root = root or Node(kind.tag, {}, None, Place(kind, None), 0)
        self.plain = plain
        self.kinds: dict[tuple[object, ...], Kind] = {}
        self.blocks: list[Block] = []
        self.alts: set[str] = set()
        # The open elements; nodes[0] is the page itself, nodes[k + 1] the node of opened[k] where it has been made.
        self.opened: list[tuple[str, Mapping[str, str]]] = []
        self.nodes: list[Node] = [self.root]
        self.made: list[Node] = []
        self.skipped = 0
        self.words: list[str] = []
        self.blank = ""
        self.rows: list[int] = []
        # The run of inline content since the last boundary.
        self.parts: list[str] = []
        self.linked = self.length = 0
        self.within: Node | None = None
        self.alone = True
        self.unseen: list[tuple[Node, str]] = []

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """An element opens; it waits for text unless it says something without."""
        if self.skipped or (tag in _SUSPECTS and _is_useless(tag, attrs) and not self._is_pictured(tag, attrs)):
            self.skipped += 1
            return
        self.opened.append((tag, attrs))
        if tag in _EAGER or "itemprop" in attrs:
            self._make()
        if tag == "tr":
            self.rows.append(len(self.blocks))

    def _is_pictured(self, tag: str, attrs: Mapping[str, str]) -> bool:
        """Is this the picture of a figure? Its address is data, whether or not it has an alternative text."""
        return tag == "img" and "src" in attrs and any(name == "figure" for name, _ in self.opened[-_FIGURE:])

    def end(self, tag: str) -> None:
        """The innermost element closes."""
        if self.skipped:
            self.skipped -= 1
            return
        self.opened.pop()
        if len(self.nodes) > len(self.opened) + 1:
            if self.words:
                self._say()
            node = self.nodes.pop()
            if tag == "q":
                self._add(node, "”")
            if node.block is node:
                self._flush(node)
            if tag == "tr":
                self._row(node)
        elif tag in BLOCK_LEVEL:
            self.blank = _PARTING
        if tag == "tr":
            self.rows.pop()

    def data(self, text: str) -> None:
        """Text in the innermost element; blanks alone wait for the text behind them."""
        if self.skipped:
            return
        if text.isspace():
            if self.blank != _PARTING:
                self.blank = "\n" if "\n" in text else self.blank or " "
            return
        if len(self.nodes) <= len(self.opened):
            self._make()
        self.words.append(self.blank + text)
        self.blank = ""

    def close(self) -> None:
        """The page is over."""
        if self.words:
            self._say()
        self._flush(self.root)

    def comment(self, text: str) -> None:
        """Comments are no text of the page."""

    def pi(self, target: str, data: str) -> None:
        """Nor are processing instructions."""

    def doctype(self, name: str, pubid: str, system: str) -> None:
        """Nor is the document type."""

    def _make(self) -> None:
        """Make nodes of the open elements that have none."""
        if self.words:
            self._say()
        node = self.nodes[-1]
        for tag, attrs in self.opened[len(self.nodes) - 1 :]:
            outer = node if node.place.level < DEEPEST or node.parent is None else node.parent
            node = Node(tag, attrs, outer, self._place(outer.place, tag, attrs), len(self.made) + 1)
            self.made.append(node)
            outer.contents.append(node)
            self.nodes.append(node)
            if tag in _TEXTLESS:
                self._see(node, outer)
            elif self._parts_text(node, outer):
                self.blank = "" if tag in BLOCK_LEVEL else self.blank
                self._flush(outer.block)
                if outer.in_link and outer.block.name == "p":
                    node.in_link = False  # a link that began in a sentence was never closed
            else:
                node.block = outer.block
                node.unseen = node.unseen or node.kind.out_of_sight
                if tag == "q":
                    self._add(node, "“")

    def _parts_text(self, node: Node, outer: Node) -> bool:
        """Does an element part the text before it from its own? One that is set into the line does not.

        A custom element or a button may be a word of a sentence as well as an entry of a menu.
        """
        tag = node.name
        if tag == "button" or "-" in tag:
            in_sentence = self.within is not None and outer.block.name in _PROSE and not self._is_finished()
            return not (in_sentence or ("-" in tag and outer.block.name == "p"))
        return (tag in BLOCK_LEVEL and not node.kind.inline) or _is_credit(node)

    def _is_finished(self) -> bool:
        """Does the run end like a sentence?"""
        last = next((part.rstrip() for part in reversed(self.parts) if part.strip()), "")
        return last.endswith(_STOPS)

    def _place(self, outer: Place, tag: str, attrs: Mapping[str, str]) -> Place:
        key = (tag, *[pair for pair in attrs.items() if pair[0] in TELLING]) if attrs else (tag,)
        place = outer.inner.get(key)
        if place is None:
            kind = _KINDS.get(key)
            if kind is None:
                if len(_KINDS) >= MOST_KINDS:
                    _KINDS.clear()
                kind = _KINDS[key] = Kind(tag, {name: attrs[name] for name in attrs if name in TELLING})
            place = outer.inner[key] = Place(kind, outer)
        return place

    def _see(self, node: Node, outer: Node) -> None:
        """An element that shows no text: a line break counts, alternative texts are put aside."""
        node.block = outer.block
        if node.name == "br":
            self.parts.append(_BREAK)
        elif node.name == "img":
            self.alts |= {" ".join(node.attrs.get("alt", "").split())} - {""}

    def _say(self) -> None:
        """Hang what was said into the tree, and into the run unless no reader sees it."""
        said = "".join(self.words) if len(self.words) > 1 else self.words[0]
        self.words.clear()
        top = self.nodes[-1]
        text = Text(said)
        text.parent = top
        top.contents.append(text)
        if top.name in _TEXTLESS:
            return
        if self.plain or top.block.name in _PREFORMATTED:
            self._lines(top, said.replace(_PARTING, "\n\n").split("\n"))
        elif _PARTING in said:
            self._lines(top, said.replace("\n", " ").replace(_PARTING, "\n\n").split("\n"))
        else:
            self._add(top, said.replace("\n", " "))

    def _lines(self, top: Node, lines: list[str]) -> None:
        for n, line in enumerate(lines):
            if n:
                self.parts.append(_BREAK)
            self._add(top, line)

    def _add(self, top: Node, text: str) -> None:
        if top.unseen and not top.block.unseen:
            self.unseen.append((top, text))
            return
        if top.name == "sup" or (top.parent is not None and top.parent.name == "sup"):
            if _is_note(top, text):
                self.unseen.append((top, text))
                return
            text = self._raised(text)
        elif self.within is not None and self._touches(top, text):
            self.parts.append(" ")
        self.parts.append(text)
        self.length += len(text)
        if top.in_link:
            self.linked += len(text)
        if self.within is not top and not text.isspace():
            self.alone = self.within is None
            self.within = top

    def _touches(self, top: Node, text: str) -> bool:
        """Do two words touch that only a style sheet parts, as columns of ``<span>`` do ("Town1-0")?"""
        last = self.within
        if last is None or last is top or last.parent is not top.parent or {last.name, top.name} != {"span"}:
            return False
        before, after = self.parts[-1][-2:], text[:2]
        if len(before) < 2 or len(after) < 2 or before[0].isspace():
            return False
        return (before[-1].islower() or before[-1].isdigit()) and (after[0].isupper() or after[0].isdigit())

    def _raised(self, text: str) -> str:
        """An exponent as one: digits behind a digit, or behind a unit."""
        before = "".join(self.parts[-3:])[-8:]
        return text.translate(_SUPERSCRIPTS) if _EXPONENT.fullmatch(text) and _POWER.search(before) else text

    def _flush(self, block: Node) -> None:
        """The run so far as one block, or as several where line breaks part it; then what no reader sees of it."""
        if not self.parts and not self.unseen:
            return
        if self.within is not None:
            node = self.within if self.alone else block
            links = self.linked / max(1, self.length)
            for text in _paragraphs("".join(self.parts)):
                if text.isascii() or not _INVISIBLE(text):
                    self.blocks.append(Block(text, block.name, node, links))
            self.within, self.alone = None, True
        self.parts.clear()
        self.linked = self.length = 0
        if self.unseen:
            for node, said in groupby(self.unseen, key=lambda pair: pair[0]):
                if text := " ".join("".join([part for _, part in said]).split()):
                    self.blocks.append(Block(text, node.name, node, unseen=True))
            self.unseen.clear()

    def _row(self, row: Node) -> None:
        """A row of a table of data, just closed, becomes one block; not so where the row only lays out the page."""
        start = self.rows[-1]
        while start < len(self.blocks) and self.blocks[start].node.number < row.number:
            start += 1  # what stood before the row was flushed when its first text came
        if len(self.blocks) - start > 2 * MOST_CELLS:
            return
        blocks = [block for block in self.blocks[start:] if not block.unseen]
        if not 2 <= len(blocks) <= MOST_CELLS or any(block.label not in _IN_CELLS for block in blocks):
            return
        cells: dict[Node, list[Block]] = {}
        for block in blocks:
            cells.setdefault(_cell_of(block.node, row), []).append(block)
        texts = [" ".join([block.text for block in cell]) for cell in cells.values()]
        if len(texts) < 2 or max(map(len, texts)) > LONGEST_CELL:
            return
        size = sum([len(block.text) for block in blocks])
        links = sum([block.links * len(block.text) for block in blocks]) / size
        unseen = [block for block in self.blocks[start:] if block.unseen]
        self.blocks[start:] = [Block(" | ".join(texts), "tr", row, links), *unseen]


def _cell_of(node: Node, row: Node) -> Node:
    """The child of a row in which a node stands."""
    while node.parent is not None and node.parent is not row:
        node = node.parent
    return node


_IN_CELLS = frozenset(["td", "th", "p", "div"])
_PROSE = frozenset(["p", "li", "dd", "td", "div", "section", "article"])
_STOPS = (".", "!", "?", "…", ":", "。", "”", '"')


_KINDS: dict[tuple[object, ...], Kind] = {}
"""Kinds of elements, for all pages: sites use the same few names again and again."""


def _is_useless(tag: str, attrs: Mapping[str, str]) -> bool:
    """Is this an element that holds no text of the page?"""
    if tag == "script":
        return "ld+json" not in attrs.get("type", "")
    if tag == "link":
        return "itemprop" not in attrs and _LINKS.isdisjoint(attrs.get("rel", "").lower().split())
    if tag == "img":
        return not attrs.get("alt")
    return tag in DROPPED and "shadowrootmode" not in attrs


def _is_credit(node: Node) -> bool:
    """Is this a photo credit set inside a caption? Shown apart, it is glued to the caption by the markup."""
    return node.name in _CREDITS and not _CREDITED.isdisjoint(node.kind.words) and _OTHER.isdisjoint(node.kind.words)


_CREDITED = frozenset(["credit", "credits", "copyright", "photocredit", "imagecredit", "photocredits"])
_OTHER = frozenset(["rating", "ratings", "card", "cards", "score", "union"])


def _is_note(node: Node, text: str) -> bool:
    """Is a superscript the mark of a footnote?"""
    linked = node.in_link and node.name != "sup"
    return (linked and len(text.strip()) < 6) or _NOTE.fullmatch(text) is not None


_NOTE = re.compile(r"\s*(?:\[\w{1,4}\]|[*†‡§]{1,3})\s*")
_EXPONENT = re.compile(r"[+\-−–]?\d{1,4}")
_POWER = re.compile(r"(?:\d|\)|(?:^|[\d\s(/])[kcmdnµ]?m|\bs)$")
"""What an exponent stands behind: a digit, a bracket, metres, seconds."""

_SUPERSCRIPTS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


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


def texts_of(node: Node) -> Iterator[Text]:
    """The pieces of text in a node, in document order."""
    return (inner for inner in node.descendants if isinstance(inner, Text))
