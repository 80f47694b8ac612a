"""The blocks of a page, built from its text as elements open and close.

A *block* is what a browser separates by line breaks: a run of inline content between two block-level boundaries. Taking
the text of every ``p`` loses text in bare ``div`` and ``td``; taking the strings of each element splits sentences at
every ``a`` and ``em``. So inline elements are joined with the text beside them.

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
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from cleaner.core import lazy_re as re
from cleaner.core.tree import Node

LONGEST_CELL = 240
MOST_CELLS = 100
"""Longer rows are layout; merging them repeatedly in nested tables would take quadratic time."""

LONG = 60
"""A line of at least so many characters is prose: a single line break beside it separates paragraphs."""

BREAK = "\n"
_IN_CELLS = frozenset(["td", "th", "p", "div"])
_PROSE = frozenset(["p", "li", "dd", "td", "div", "section", "article"])
_STOPS = (".", "!", "?", "…", ":", "。", "”", '"')
_INVISIBLE = re.compile("[ \u00ad\u200b-\u200f\u2060\ufeff]*").fullmatch
_NOTE = re.compile(r"\s*(?:\[\w{1,4}\]|[*†‡§]{1,3})\s*")
_EXPONENT = re.compile(r"[+\-−–]?\d{1,4}")
_POWER = re.compile(r"(?:\d|\)|(?:^|[\d\s(/])[kcmdnµ]?m|\bs)$")
"""What may come before an exponent: a digit, a bracket, metres, seconds."""

_SUPERSCRIPTS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")


class Block(NamedTuple):
    """One block: its text without line ends, the tag of its block-level element, its node, the share of link text.

    The node is the innermost element that holds all of the text. ``unseen`` text is never displayed.
    """

    text: str
    label: str
    node: Node
    links: float = 0.0
    unseen: bool = False


class Run:
    """The inline content since the last boundary, and the blocks before it.

    ``within`` is the element of the last words; the run is ``alone`` as long as all its words are in that element.
    """

    __slots__ = ("alone", "blocks", "length", "linked", "parts", "unseen", "within")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.linked = self.length = 0
        self.within: Node | None = None
        self.alone = True
        self.unseen: list[tuple[Node, str]] = []

    def add(self, top: Node, text: str) -> None:
        """Add text to the run, unless it is never displayed."""
        if top.unseen and not top.block.unseen:
            self.unseen.append((top, text))
            return
        if top.name == "sup" or (top.parent is not None and top.parent.name == "sup"):
            if _is_note(top, text):
                self.unseen.append((top, text))
                return
            text = self._raised(text)
        elif top.name == "span" and self._touches(top, text):
            self.parts.append(" ")
        self.parts.append(text)
        self.length += len(text)
        if top.in_link:
            self.linked += len(text)
        if self.within is not top and not text.isspace():
            self.alone = self.within is None
            self.within = top

    def add_lines(self, top: Node, lines: list[str]) -> None:
        """Add text whose line breaks count."""
        for n, line in enumerate(lines):
            if n:
                self.parts.append(BREAK)
            self.add(top, line)

    def is_in_sentence(self, block: Node) -> bool:
        """Is the next content of a block inside a sentence?"""
        if self.within is None or block.name not in _PROSE:
            return False
        last = next((part.rstrip() for part in reversed(self.parts) if part.strip()), "")
        return not last.endswith(_STOPS)

    def _touches(self, top: Node, text: str) -> bool:
        """Do two words touch that only a style sheet separates, as in columns of ``<span>`` ("Town1-0")?"""
        last = self.within
        if last is None or last is top or last.parent is not top.parent or last.name != "span":
            return False
        before, after = self.parts[-1][-2:], text[:2]
        if len(before) < 2 or len(after) < 2 or before[0].isspace():
            return False
        return (before[-1].islower() or before[-1].isdigit()) and (after[0].isupper() or after[0].isdigit())

    def _raised(self, text: str) -> str:
        """An exponent as superscript digits, if it follows a digit or a unit."""
        before = "".join(self.parts[-3:])[-8:]
        return text.translate(_SUPERSCRIPTS) if _EXPONENT.fullmatch(text) and _POWER.search(before) else text

    def flush(self, block: Node) -> None:
        """End the run: as one block, or as several at line breaks; then its text that is never displayed."""
        if self.within is not None:
            node = self.within if self.alone else block
            links = self.linked / max(1, self.length)
            for text in _paragraphs("".join(self.parts), names=block.name in _PROSE):
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

    def join_row(self, row: Node) -> None:
        """Make one block of a table row that was just closed, unless the row is layout."""
        start = least = len(self.blocks)
        while start and self.blocks[start - 1].node.number >= row.number:
            start -= 1
            if least - start > 2 * MOST_CELLS:
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
    """The child of a row that contains a node."""
    while node.parent is not None and node.parent is not row:
        node = node.parent
    return node


def _is_note(node: Node, text: str) -> bool:
    """Is a superscript the mark of a footnote?"""
    linked = node.in_link and node.name != "sup"
    return (linked and len(text.strip()) < 6) or _NOTE.fullmatch(text) is not None


def _paragraphs(text: str, *, names: bool = True) -> list[str]:
    """Part a run at line breaks: at two in a row, at one beside a long line, and, where ``names``, between names.

    >>> _paragraphs("the old mill \\n in Leeds"), _paragraphs("Ann Lee \\n Leeds")
    (['the old mill in Leeds'], ['Ann Lee', 'Leeds'])
    >>> _paragraphs("Rain\\n\\nHail")
    ['Rain', 'Hail']
    """
    if BREAK not in text:
        line = " ".join(text.split())
        return [line] if line else []
    found: list[str] = []
    held: list[str] = []
    for line in [" ".join(line.split()) for line in text.split(BREAK)]:
        if held and (
            not line or len(line) >= LONG or len(held[-1]) >= LONG or (names and _is_name(held) and _is_name([line]))
        ):
            found.append(" ".join(held))
            held = []
        if line:
            held.append(line)
    return [*found, " ".join(held)] if held else found


def _is_name(lines: list[str]) -> bool:
    """Are lines a name, of a person or a place: a few words, all of them capitalised?"""
    words = lines[0].split()
    return len(lines) == 1 and len(words) <= _NAME and all(word[0].isupper() for word in words) and words[-1].isalpha()


_NAME = 4
