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
  fields, the title element. The builder has left out most of it (:mod:`cleaner.readers.soup`).

The walk keeps its own stack: no page is deep enough to make it fail.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

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
PATH_LENGTH = 24
WORD_LENGTH = 120

_BREAK = "\n"
_PARTING = "\u2029"
_INVISIBLE = dict.fromkeys(map(ord, " \u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


class Block(NamedTuple):
    """One block: its text without line ends, its innermost element, the elements around it, the share of link text.

    ``path`` names the elements from the outside in, the block's own last: ``"div.story-body#main"``; ``[hidden]``
    behind it says that the element is not shown at first.
    """

    text: str
    label: str
    path: tuple[str, ...] = ()
    links: float = 0.0


class _Run:
    """Inline content on its way to becoming a block."""

    __slots__ = ("alone", "length", "linked", "parts", "within")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.clear()

    def clear(self) -> None:
        self.parts.clear()
        self.linked = self.length = 0
        self.within: Tag | None = None
        self.alone = True

    def add(self, text: str, parent: Tag, in_link: bool) -> None:
        self.parts.append(text)
        if in_link:
            self.linked += len(text)
        self.length += len(text)
        if self.within is not parent and not text.isspace():
            self.alone = self.within is None
            self.within = parent


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
    walk = _Walk(soup)
    found = list(walk.blocks())
    return PageText(found, frozenset(walk.alts), tuple(walk.scripts))


class _Walk:
    """One pass over a soup, with a stack of its own."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.soup = soup
        self.run = _Run()
        self.paths: dict[int, tuple[str, ...]] = {id(soup): ()}
        self.plain = _is_plain(soup)
        self.alts: set[str] = set()
        self.scripts: list[str] = []

    def blocks(self) -> Iterator[Block]:
        """Go through the tree; hand over a block at each block-level boundary."""
        stack: list[tuple[Tag, Iterator[object], bool, Tag]] = [(self.soup, iter(self.soup.contents), False, self.soup)]
        while stack:
            tag, children, in_link, block = stack[-1]
            for child in children:
                if isinstance(child, Tag):
                    name = child.name
                    if name in UNSEEN:
                        self._unseen(child)
                        continue
                    is_block = name in BLOCK_LEVEL or ("-" in name and block.name != "p") or _is_credit(child)
                    if is_block and self.run.parts:
                        yield from self._flush(block)
                    if name == "tr" and (row := self._row(child)):
                        yield row
                        continue
                    frame = (child, iter(child.contents), in_link or name == "a", child if is_block else block)
                    stack.append(frame)
                    break
                if type(child) is NavigableString:
                    self._text(child, tag, block, in_link)
            else:
                stack.pop()
                if block is tag and self.run.parts:
                    yield from self._flush(block)

    def _unseen(self, tag: Tag) -> None:
        """What has no text of its own: a line break counts, alternative texts and scripts are put aside."""
        if tag.name == "br":
            self.run.parts.append(_BREAK)
        elif tag.name == "img":
            self.alts.add(" ".join(str(tag.attrs.get("alt", "")).split()))
        elif tag.name == "script":
            self.scripts.append(tag.get_text())

    def _text(self, text: str, parent: Tag, block: Tag, in_link: bool) -> None:
        if block.name in ("pre", "listing", "xmp") or self.plain:
            lines = text.replace(_PARTING, "\n\n").split("\n")
        elif _PARTING in text:
            lines = text.replace("\n", " ").replace(_PARTING, "\n\n").split("\n")
        else:
            self.run.add(text.replace("\n", " ") if "\n" in text else text, parent, in_link)
            return
        for n, line in enumerate(lines):
            if n:
                self.run.parts.append(_BREAK)
            self.run.add(line, parent, in_link)

    def _flush(self, block: Tag) -> Iterator[Block]:
        """The run so far as one block, or as several where line breaks part it."""
        run = self.run
        if run.within is not None:
            path = self.path(run.within if run.alone else block)
            links = run.linked / max(1, run.length)
            for text in _paragraphs("".join(run.parts)):
                if text.isascii() or text.translate(_INVISIBLE):
                    yield Block(text, block.name, path, links)
        run.clear()

    def _row(self, row: Tag) -> Block | None:
        """A row of a table of data as one block; None where the row only lays out the page."""
        cells: list[list[str]] = []
        size = linked = 0
        for node in row.descendants:
            if isinstance(node, Tag):
                if node.name in ("td", "th"):
                    cells.append([])
                elif node.name in BLOCK_LEVEL or node.name == "br":
                    return None
            elif cells and type(node) is NavigableString:
                cells[-1].append(node)
                size += len(node)
                linked += len(node) if node.find_parent(("a", "tr")).name == "a" else 0  # type: ignore[union-attr]
        texts = [text for cell in cells if (text := " ".join("".join(cell).split()))]
        if len(texts) < 2:
            return None
        return Block(" | ".join(texts), "tr", self.path(row), linked / max(1, size))

    def path(self, tag: Tag) -> tuple[str, ...]:
        """The elements from the outside in, as words; those of the outer elements are remembered."""
        new = []
        at: Tag | None = tag
        while at is not None and id(at) not in self.paths:
            new.append(at)
            at = at.parent
        known = self.paths[id(at)]
        for element in reversed(new):
            known = self.paths[id(element)] = (*known[-PATH_LENGTH + 1 :], word(element))
        return known


def word(tag: Tag) -> str:
    """An element in one word.

    >>> from cleaner.readers.soup import parse
    >>> word(parse('<div class="story lead" id=x style="display: none">Rain</div>').div)
    'div.story.lead#x[hidden]'
    """
    attrs = tag.attrs
    if not attrs:
        return tag.name
    parts = [tag.name]
    hidden = ""
    for name, value in attrs.items():
        if sign := _SIGNS.get(name):
            parts.append(sign + (sign.join(value) if isinstance(value, list) else "-".join(value.split())))
        elif name in _HIDING and is_hidden(attrs):
            hidden = "[hidden]"
    return "".join(parts)[:WORD_LENGTH] + hidden


_SIGNS = {"class": ".", "id": "#", "role": "@", "itemprop": "%", "data-testid": "~", "data-component": "~"}
_HIDING = ("hidden", "aria-hidden", "style")


def is_hidden(attrs: Mapping[str, object]) -> bool:
    """Do the attributes keep the element from being shown at first?"""
    if "hidden" in attrs or attrs.get("aria-hidden") == "true":
        return True
    style = attrs.get("style")
    return isinstance(style, str) and "display:none" in style.replace(" ", "").lower()


def _is_credit(tag: Tag) -> bool:
    """Is this a photo credit set inside a caption? Shown apart, it is glued to the caption by the markup."""
    if tag.name not in ("span", "small", "cite", "em") or "class" not in tag.attrs:
        return False
    names = " ".join(tag.attrs["class"]).lower()
    return "credit" in names or "copyright" in names


def _is_plain(soup: BeautifulSoup) -> bool:
    """Is this a text with stray markup, that is, without any block-level tag of its own?"""
    names = {tag.name for tag in soup.find_all(limit=12)}
    return not names & (BLOCK_LEVEL - {"html", "body", "p", "head"}) and len(soup.find_all(["p", "br"], limit=2)) < 2


def _paragraphs(text: str) -> Iterator[str]:
    """Part a run at line breaks: at two in a row, and at one beside a long line.

    >>> list(_paragraphs("1 Mill Lane \\n Leeds"))
    ['1 Mill Lane Leeds']
    >>> list(_paragraphs("Rain\\n\\nHail"))
    ['Rain', 'Hail']
    """
    if _BREAK not in text:
        if line := " ".join(text.split()):
            yield line
        return
    lines = [" ".join(line.split()) for line in text.split(_BREAK)]
    held: list[str] = []
    for line in lines:
        if held and (not line or len(line) >= LONG or len(held[-1]) >= LONG):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield " ".join(held)
