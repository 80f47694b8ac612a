"""The position of a line on a page: beside the headline, above the first prose, among others in its element."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from cleaner.core.tree import Node, Text
from cleaner.readers.metadata.headings import visible_text
from cleaner.readers.metadata.visible import Spot

UNSEEN = frozenset({"script", "style", "title", "noscript", "template", "head", "[document]", "option", "textarea"})
INLINE = frozenset(["a", "b", "i", "em", "strong", "span", "font", "u"])
_HEAD, _PROSE, STANDFIRST_LENGTH, _STEPS = 1500, 160, 250, 300
LONGEST = 160


def beside(root: Node, heading: Node | None, here: Spot) -> Iterator[Text]:
    """The strings beside the headline, or above the first prose of a page without one."""
    return around_headline(heading) if heading is not None else above_prose(root, here)


def around_headline(heading: Node) -> Iterator[Text]:
    """The strings around a headline: below it up to the first prose, and a few words above it."""
    below = prose = 0
    for string in shown(following(heading)):
        yield string
        below += len(string)
        prose += len(string) > _PROSE
        if below > _HEAD or prose > 1 or len(string) > STANDFIRST_LENGTH:
            break
    yield from islice(shown(islice(heading.backward(), _ABOVE)), _FEW)
    head = next((tag for tag in reversed([*islice(heading.parents, UP)]) if tag.name not in _LARGE), heading)
    yield from islice(shown(islice(head.descendants, _STEPS)), 4 * _FEW)


def above_prose(root: Node, here: Spot) -> Iterator[Text]:
    """The strings above the first prose of a page without a visible headline; without prose, its first strings."""
    first: list[Text] = []
    last: deque[Text] = deque(maxlen=3 * _FEW)
    for string in shown(root.descendants):
        if string.parent.name in UNSEEN:
            continue
        if len(string) > _PROSE and not here.in_margin(string.parent):
            return iter(last)
        last.append(string)
        if len(first) < 3 * _FEW:
            first.append(string)
    return iter(first)


def find_title(root: Node, titles: Iterable[str]) -> tuple[int, Node] | None:
    """The element whose whole text is a title of the page, if no heading is; its position counts tags like the walk.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<title>Rain floods Leeds again</title><div>Rain floods Leeds again</div>").root
    >>> find_title(page, ["Rain floods Leeds again"])[1].name
    'div'
    """
    wanted = {folded for title in titles if (folded := " ".join(title.casefold().split())).count(" ") >= _FEWEST}
    at = 0
    for element in root.descendants if wanted else ():
        if isinstance(element, Node):
            at += 1
        elif type(element) is Text and " ".join(element.casefold().split()) in wanted:
            parent = element.parent
            if parent.name not in UNSEEN:
                return at, parent
    return None


_FEWEST = 3


def shown(found: Iterable[Node | Text]) -> Iterator[Text]:
    """The texts among elements that hold more than blanks."""
    return (element for element in found if type(element) is Text and element.strip())


_ABOVE, _FEW, UP = 30, 2, 3
_LARGE = frozenset({"body", "main", "html", "[document]"})


def strings(root: Node) -> Iterator[Text]:
    """The short strings of a page, without paragraphs."""
    for element in root.descendants:
        if type(element) is Text and 5 < len(element) <= LONGEST:
            yield element


def line_at(string: Text, parent: Node, here: Spot) -> str:
    """The line that contains a string, with a label before it, in whatever element that is."""
    block = parent
    while block.name in INLINE and block.parent is not None:
        block = block.parent
    own = is_small(block, _PIECES) and id(block) not in here.around
    whole = visible_text(block, " | ") if own else ""
    return whole if 0 < len(whole) <= LONGEST else " ".join(string.split())


_PIECES = 8


def is_small(node: Node, most: int) -> bool:
    """Does an element hold at most so many pieces?"""
    return next(islice(node.contents, most, None), None) is None


def following(start: Node | None) -> Iterator[Node | Text]:
    """An element, its content, and what closely follows it."""
    return islice(start.onward(), _STEPS) if start is not None else iter(())
