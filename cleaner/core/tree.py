"""The tree of a page: its elements as nodes.

Pages are repetitive: most elements have the same tag and classes as others, inside the same elements. So what an
element's names say is computed once for each distinct :class:`Kind`, and equal kinds inside equal kinds share one
:class:`Place`. A :class:`Node` is one element of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from cleaner.core import lazy_re as re

BLOCK_LEVEL = frozenset(
    str.split(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main "
        "menu nav noframes noscript ol p pre search section summary table tbody td template tfoot th thead title tr ul "
        "xmp"
    )
)
"""Elements that a browser sets apart by line breaks."""

TEXTLESS = frozenset(["title", "script", "meta", "link", "base", "br", "img"])
"""Elements whose content is not text of the page."""

SIGNS = {"class": ".", "id": "#", "role": "@", "itemprop": "%", "data-testid": "~", "data-component": "~"}
HIDING = frozenset(["hidden", "aria-hidden", "style"])
TELLING = frozenset([*HIDING, *SIGNS])
"""The attributes that distinguish kinds of elements."""

LONGEST_NAME, MOST_WORDS = 120, 24
_PART = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|[A-Z]")
_LOWER = re.compile(r"[a-z]{2,}")
_UNSEEN = re.compile(
    r"visually-?hidden|(?<![a-z])(?:sr-only|a11y-hidden|show-for-sr|h-offscreen)(?!-focusable)|screen-?reader"
    r"|material-(?:icons|symbols)"
)
_UNSEEN_HINTS = ("hidden", "sr", "reader", "icons", "symbols", "offscreen")
_UNSEEN_TAGS = frozenset(["rt", "rp", "del"])
_CREDITS = frozenset(["span", "small", "cite", "em"])
_CREDITED = frozenset(["credit", "credits", "copyright", "photocredit", "imagecredit", "photocredits"])
_OTHER_CREDIT = frozenset(["rating", "ratings", "card", "cards", "score", "union"])

Flow = Literal["inline", "apart", "either", "textless"]
"""How an element stands in the flow of text: within the line, set apart by line breaks, as either (a custom element or
a button may be a word in a sentence or an entry in a menu), or not at all."""


class Kind:
    """Elements with the same tag and telling attributes.

    ``name`` describes the element in one word, for people; ``words`` are the parts of its tag, classes and ids.
    ``out_of_sight``: not shown at first, like a tooltip, or an article behind a "read on" button. ``hidden``: that, or
    not read aloud. ``unseen``: text that is never displayed, such as words for screen readers, the name of an icon, the
    pronunciation of a Chinese character, deleted text. ``flow``: whether line breaks set it apart, which style may
    override (a block set into the line) and context, too (a photo credit inside a caption). ``claims_body``: microdata
    call it the body of the article. ``mask`` caches what its words tell the block model.

    >>> kind = Kind("div", {"class": "relatedLinks mt-4", "id": "story-12", "style": "display: none"})
    >>> kind.name, kind.words
    ('div.relatedLinks.mt-4#story-12[hidden]', ('div', 'related', 'links', 'mt', 'story', 'hidden'))
    """

    __slots__ = ("claims_body", "flow", "hidden", "mask", "name", "out_of_sight", "tag", "unseen", "words")

    def __init__(self, tag: str, attrs: Mapping[str, str]) -> None:
        self.tag = tag
        name = tag
        for key, value in attrs.items():
            if sign := SIGNS.get(key):
                name += sign + (sign if key == "class" else "-").join(value.split())
        style = attrs.get("style", "").replace(" ", "").lower()
        self.out_of_sight = "hidden" in attrs or "display:none" in style
        self.hidden = self.out_of_sight or attrs.get("aria-hidden") == "true"
        self.name = name[:LONGEST_NAME] + ("[hidden]" if self.hidden else "")
        self.words = words_of(self.name)
        self.flow = self._flow("display:inline" in style)
        self.mask: int | None = None
        self.claims_body = "articleBody" in attrs.get("itemprop", "")
        self.unseen = tag in _UNSEEN_TAGS or ("class" in attrs and _is_unseen(attrs["class"].lower()))

    def _flow(self, is_inline: bool) -> Flow:
        if self.tag in TEXTLESS:
            return "textless"
        if self.tag == "button" or "-" in self.tag:
            return "either"
        if self.tag in BLOCK_LEVEL and not is_inline:
            return "apart"
        is_credit = self.tag in _CREDITS and not _CREDITED.isdisjoint(self.words)
        return "apart" if is_credit and _OTHER_CREDIT.isdisjoint(self.words) else "inline"


def _is_unseen(classes: str) -> bool:
    """Do class names say that text is never displayed?"""
    return any(map(classes.__contains__, _UNSEEN_HINTS)) and _UNSEEN.search(classes) is not None


def words_of(name: str) -> tuple[str, ...]:
    """The words of an element's name, in lower case, without duplicates.

    >>> words_of("div.relatedLinks#story-12")
    ('div', 'related', 'links', 'story')
    """
    if name.isascii() and name.islower():
        return tuple(dict.fromkeys(_LOWER.findall(name)[:MOST_WORDS]))
    return tuple(dict.fromkeys([part.lower() for part in _PART.findall(name)[:MOST_WORDS] if len(part) > 1]))


class Place:
    """A kind of element inside another place; equal kinds in equal places share one.

    ``level`` counts the elements around it; ``inner`` holds the places inside it; ``about`` caches what its elements
    tell the block model (:mod:`cleaner.models.block.places`).
    """

    __slots__ = ("about", "around", "inner", "kind", "level")

    def __init__(self, kind: Kind, around: Place | None) -> None:
        self.kind = kind
        self.around: Place = around or self
        self.level: int = 0 if around is None else around.level + 1
        self.inner: dict[tuple[object, ...], Place] = {}
        self.about: Any = None

    def outward(self) -> Iterator[Place]:
        """This place and those around it, from the inside out, without the root."""
        place = self
        while place.level:
            yield place
            place = place.around

    @property
    def root(self) -> Place:
        """The place of the page itself."""
        place = self
        while place.level:
            place = place.around
        return place

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the elements from the outside in, for people.

        >>> from cleaner.readers.tree import read_page
        >>> read_page("<div class=story>It rained.</div>").blocks[0].node.place.path
        ('html', 'body', 'div.story')
        """
        return tuple([place.kind.name for place in self.outward()])[::-1]

    def common(self, other: Place) -> int:
        """The number of elements around both places.

        >>> from cleaner.readers.tree import read_page
        >>> one, two, three = read_page("<p>Rain</p><div><p>Hail</p></div><p>Snow</p>").blocks
        >>> one.node.place is three.node.place, one.node.place.common(two.node.place)
        (True, 2)
        """
        place = self
        while place is not other:
            if place.level > other.level:
                place = place.around
            elif other.level > place.level:
                other = other.around
            else:
                place, other = place.around, other.around
        return place.level

    def lies_in(self, outer: Place) -> bool:
        """Is this place inside ``outer``, or the same?"""
        place = self
        while place.level > outer.level:
            place = place.around
        return place is outer


class Text(str):
    """A piece of text, with the node that contains it."""

    __slots__ = ("parent",)
    parent: Node


class Node:
    """One element of a page.

    All elements and texts of a page stand in one list, ``page``, in document order: a node at ``at``, and what is in it
    up to ``end``. ``number`` counts the elements; ``block`` is the innermost element around a text here that a
    browser sets apart by line breaks; ``in_link`` tells whether it is a link or inside one, ``unseen`` whether no
    reader sees what is in it.
    """

    __slots__ = (
        "at",
        "attrs",
        "block",
        "end",
        "in_link",
        "kind",
        "name",
        "number",
        "page",
        "parent",
        "place",
        "unseen",
    )

    def __init__(
        self, attrs: Mapping[str, str], parent: Node | None, place: Place, number: int, page: list[Node | Text]
    ) -> None:
        kind = place.kind
        self.name = kind.tag
        self.attrs = attrs
        self.parent = parent
        self.place = place
        self.kind = kind
        self.number = number
        self.page = page
        self.at = len(page)
        self.end = self.at + 1
        self.block: Node = self
        self.in_link: bool = (kind.tag == "a" and "href" in attrs) or (parent is not None and parent.in_link)
        self.unseen: bool = kind.unseen or (parent is not None and parent.unseen)
        page.append(self)

    @property
    def parents(self) -> Iterator[Node]:
        """The elements around it, from the inside out."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def contents(self) -> Iterator[Node | Text]:
        """The elements and texts that are in it and in no other element inside it."""
        at = self.at + 1
        while at < self.end:
            inner = self.page[at]
            yield inner
            at = inner.end if isinstance(inner, Node) else at + 1

    @property
    def descendants(self) -> Iterator[Node | Text]:
        """All that is in it, in document order."""
        return map(self.page.__getitem__, range(self.at + 1, self.end))

    def onward(self) -> Iterator[Node | Text]:
        """The element, its content, and everything that follows in the document."""
        return map(self.page.__getitem__, range(self.at, len(self.page)))

    def backward(self) -> Iterator[Node | Text]:
        """Everything before the element in the document, the nearest first, including the elements around it."""
        return map(self.page.__getitem__, range(self.at - 1, -1, -1))

    def dissolve(self) -> None:
        """Part all elements of the page from their contents, once nobody looks inside any more.

        What refers to each other in circles would stay until the garbage collector finds it.
        """
        for node in self.page:
            if isinstance(node, Node):
                node.block = NOWHERE
        self.page.clear()
        places = [self.place]
        for place in places:
            places += place.inner.values()
            place.inner.clear()

    def find(self, name: str) -> Node | None:
        """The first element with this name inside it."""
        return next((inner for inner in self.descendants if isinstance(inner, Node) and inner.name == name), None)

    def get_text(self) -> str:
        """All its text."""
        return "".join([inner for inner in self.descendants if isinstance(inner, Text)])


NOWHERE = Node({}, None, Place(Kind("", {}), None), 0, [])
"""The node of lines in a dump, which has no tree."""
