"""The tree of a page: its elements as nodes, and what is known of each kind of element.

A page repeats itself: most of its elements have the same tag, classes and id as others, in the same surroundings. So
what an element's names say is worked out once for each distinct :class:`Kind`, and elements of equal kinds inside
elements of equal kinds share one :class:`Place`. A :class:`Node` is one element of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import ascii_lowercase

SIGNS = {"class": ".", "id": "#", "role": "@", "itemprop": "%", "data-testid": "~", "data-component": "~"}
HIDING = frozenset(["hidden", "aria-hidden", "style"])
TELLING = HIDING | SIGNS.keys()
"""The attributes by which elements are told apart."""

LONGEST_NAME, MOST_WORDS = 120, 24
_PART = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|[A-Z]")
_LOWER = {**dict.fromkeys(range(128), " "), **{ord(letter): letter for letter in ascii_lowercase}}
_UNSEEN = re.compile(
    r"visually-?hidden|(?<![a-z])(?:sr-only|a11y-hidden|show-for-sr|h-offscreen)(?!-focusable)|screen-?reader"
    r"|material-(?:icons|symbols)"
)
_UNSEEN_TAGS = frozenset(["rt", "rp", "del"])


class Kind:
    """What an element's tag and attributes say.

    ``name`` is the element in one word, for people; ``words`` are the parts of its tag, classes and ids. ``hidden``
    tells that it is not shown at first or not read aloud, ``out_of_sight`` that it is not shown at first: an article
    behind a "read on" button is, and a tooltip. What is ``unseen`` is no text to any reader: words for screen readers,
    the name of an icon, the reading of a Chinese character, deleted text. ``inline`` tells that its style sets a block
    into the line; ``claims_body`` that microdata call it the body of the article.

    >>> kind = Kind("div", {"class": "relatedLinks mt-4", "id": "story-12", "style": "display: none"})
    >>> kind.name, kind.words
    ('div.relatedLinks.mt-4#story-12[hidden]', ('div', 'related', 'links', 'mt', 'story', 'hidden'))
    """

    __slots__ = ("claims_body", "hidden", "inline", "name", "out_of_sight", "tag", "unseen", "words")

    def __init__(self, tag: str, attrs: Mapping[str, str]) -> None:
        self.tag = tag
        name = tag
        for key, value in attrs.items():
            if sign := SIGNS.get(key):
                name += sign + (sign if key == "class" else "-").join(value.split())
        style = attrs.get("style", "").replace(" ", "").lower()
        self.inline = "display:inline" in style
        self.out_of_sight = "hidden" in attrs or "display:none" in style
        self.hidden = self.out_of_sight or attrs.get("aria-hidden") == "true"
        self.name = name[:LONGEST_NAME] + ("[hidden]" if self.hidden else "")
        self.words = words_of(self.name)
        self.claims_body = "articleBody" in attrs.get("itemprop", "")
        self.unseen = tag in _UNSEEN_TAGS or _UNSEEN.search(attrs.get("class", "").lower()) is not None


def words_of(name: str) -> tuple[str, ...]:
    """The words of an element's name, each once, in lower case.

    >>> words_of("div.relatedLinks#story-12")
    ('div', 'related', 'links', 'story')
    """
    if name.isascii() and name.islower():
        parts = name.translate(_LOWER).split()
    else:
        parts = [part.lower() for part in _PART.findall(name)[:MOST_WORDS]]
    return tuple(dict.fromkeys([part for part in parts if len(part) > 1][:MOST_WORDS]))


class Place:
    """A kind of element inside another place; equal elements in equal places share one.

    ``level`` counts the elements around it; ``inner`` are the places that lead on from here; ``masks`` is what its
    elements tell of their contents, once a model has asked (:func:`cleaner.models.block.elements.masks_around`).
    """

    __slots__ = ("around", "inner", "kind", "level", "masks")

    def __init__(self, kind: Kind, around: Place | None) -> None:
        self.kind = kind
        self.around: Place = around or self
        self.level: int = 0 if around is None else around.level + 1
        self.inner: dict[tuple[object, ...], Place] = {}
        self.masks: tuple[int, int, int] | None = None

    def outward(self) -> Iterator[Place]:
        """This place and those around it, from the inside out; the page itself is none."""
        place = self
        while place.level:
            yield place
            place = place.around

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the elements from the outside in, for people.

        >>> from cleaner.readers.tree import read_page
        >>> read_page("<div class=story>It rained.</div>").blocks[0].node.place.path
        ('html', 'body', 'div.story')
        """
        return tuple([place.kind.name for place in self.outward()])[::-1]

    def lies_in(self, outer: Place) -> bool:
        """Is this place another one or inside it?"""
        place = self
        while place.level > outer.level:
            place = place.around
        return place is outer


class Text(str):
    """A piece of text of a page, with the node that it stands in."""

    __slots__ = ("parent",)
    parent: Node


class Node:
    """One element of a page.

    ``number`` counts the elements in document order; ``block`` is the innermost element around a text here that a
    browser sets apart by line breaks; ``in_link`` tells whether it is a link or inside one, ``unseen`` whether no
    reader sees what is in it.
    """

    __slots__ = ("attrs", "block", "contents", "in_link", "name", "number", "parent", "place", "unseen")

    def __init__(self, name: str, attrs: Mapping[str, str], parent: Node | None, place: Place, number: int) -> None:
        self.name = name
        self.attrs = attrs
        self.parent = parent
        self.place = place
        self.number = number
        self.block: Node = self
        self.in_link: bool = (name == "a" and "href" in attrs) or (parent is not None and parent.in_link)
        self.unseen: bool = place.kind.unseen or (parent is not None and parent.unseen)
        self.contents: list[Node | Text] = []

    @property
    def kind(self) -> Kind:
        """What the element's tag and attributes say."""
        return self.place.kind

    @property
    def parents(self) -> Iterator[Node]:
        """The elements around it, from the inside out."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def descendants(self) -> Iterator[Node | Text]:
        """All that is in it, in document order, on a stack of its own."""
        stack = [iter(self.contents)]
        while stack:
            for inner in stack[-1]:
                yield inner
                if isinstance(inner, Node):
                    stack.append(iter(inner.contents))
                    break
            else:
                stack.pop()

    def onward(self) -> Iterator[Node | Text]:
        """The element, what is in it, and all that follows it in the document."""
        yield self
        yield from self.descendants
        inner = self
        for outer in self.parents:
            for other in outer.contents[outer.index_of(inner) + 1 :]:
                yield other
                if isinstance(other, Node):
                    yield from other.descendants
            inner = outer

    def backward(self) -> Iterator[Node | Text]:
        """What stands before the element in the document, the nearest first, the elements around it in their turn."""
        inner = self
        for outer in self.parents:
            for other in reversed(outer.contents[: outer.index_of(inner)]):
                if isinstance(other, Node):
                    yield from reversed(list(other.descendants))
                yield other
            yield outer
            inner = outer

    def index_of(self, inner: Node) -> int:
        """Which of its contents an element is."""
        return next(n for n, other in enumerate(self.contents) if other is inner)

    def find(self, name: str) -> Node | None:
        """The first element of a name in it."""
        return next((inner for inner in self.descendants if isinstance(inner, Node) and inner.name == name), None)

    def get_text(self) -> str:
        """All its text."""
        return "".join([inner for inner in self.descendants if isinstance(inner, Text)])


NOWHERE = Node("", {}, None, Place(Kind("", {}), None), 0)
"""The node of a line of a dump, which stands in no tree."""
