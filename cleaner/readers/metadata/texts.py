"""Dates and bylines that stand in the text of a page, in elements that do not say what they are."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from operator import itemgetter

from cleaner.core.tree import Node, Text
from cleaner.parties.bylines import is_byline, parse_byline
from cleaner.parties.name_lists import is_likely_name
from cleaner.readers.metadata.headings import visible_text
from cleaner.readers.metadata.visible import ANYWHERE, PROFILE, Spot
from cleaner.readers.metadata.walk import attribute
from cleaner.timestamps import Timestamp, is_timestamp, parse_timestamp

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}\.\d{1,2}\.\d{2}(?!\d)")
_UNSEEN = frozenset({"script", "style", "title", "noscript", "template", "head", "[document]", "option", "textarea"})
_MOST = 6
_LONGEST = 160


def dated_lines(root: Node, heading: Node | None, here: Spot = ANYWHERE) -> Iterator[tuple[str, str]]:
    """Lines of the page that date it: right below its headline, right above it, and those that a label introduces.

    A date alone tells nothing. It may be the masthead's today, a comment's, the day of an event, or part of a
    sentence; so it must stand beside the headline and be nothing but a date ("When: 20 May" is something else), or
    say itself that it is the day of publication, outside of all that belongs to other stories.
    """
    beside = {id(string) for string in (_beside(heading) if heading is not None else _above_prose(root, here))}
    found: list[tuple[bool, str, str]] = []
    for string in _strings(root):
        parent = string.parent
        if not _YEAR.search(string) or parent.name in _UNSEEN:
            continue
        text = _line(string, parent, here)
        stamp = parse_timestamp(text)
        if stamp is None or not (stamp.value or stamp.readings) or _owned(stamp):
            continue
        labelled = stamp.field is not None and len(stamp.rest) < _REST
        in_margin = here.in_margin(parent)
        if labelled and not in_margin:
            found.append((in_margin, "text label", text))
        elif id(string) in beside and _is_dateline(stamp, text):
            found.append((in_margin, "text stamp", text))
        if len(found) >= _MOST:
            break
    yield from ((how, text) for _, how, text in sorted(found, key=itemgetter(0)))


_REST = 60


def _is_dateline(stamp: Timestamp, text: str) -> bool:
    """Is a line a timestamp, perhaps beside a byline, a place or a section, and no sentence and no other date?"""
    before, after = stamp.before.strip(_JOINTS), stamp.after.strip(_JOINTS)
    front, _, behind = text.partition(stamp.raw)
    short = len(after) <= (_REST if behind.lstrip()[:1] in _JOINTS else _NAME) and after[-1:] not in ".!?"
    if after and not is_byline(after) and not (short and after[0].isupper()):
        return False
    words = before.split()
    named = (
        not after and len(words) <= 2 * _LEAD and all(w[0].isupper() or len(w) < _LEAD or w in _JOINTS for w in words)
    )
    return not before or is_byline(before) or ((named or len(words) <= _LEAD) and front.rstrip()[-1:] not in ":?!.")


_JOINTS, _LEAD, _NAME = " -–—|·•/>", 3, 25


def _beside(heading: Node) -> Iterator[Text]:
    """The strings around a headline: below it up to the first prose, above it a few words far."""
    below = prose = 0
    for string in _said(_following(heading)):
        yield string
        below += len(string)
        prose += len(string) > _PROSE
        if below > _HEAD or prose > 1 or len(string) > _STANDFIRST_LENGTH:
            break
    yield from islice(_said(islice(heading.backward(), _ABOVE)), _FEW)
    head = next((tag for tag in reversed([*islice(heading.parents, _UP)]) if tag.name not in _LARGE), heading)
    yield from islice(_said(islice(head.descendants, _STEPS)), 4 * _FEW)


def _above_prose(root: Node, here: Spot) -> Iterator[Text]:
    """The strings above the first prose of a page that shows no headline; its first ones where there is no prose."""
    first: list[Text] = []
    last: deque[Text] = deque(maxlen=3 * _FEW)
    for string in _said(root.descendants):
        if string.parent.name in _UNSEEN:
            continue
        if len(string) > _PROSE and not here.in_margin(string.parent):
            return iter(last)
        last.append(string)
        if len(first) < 3 * _FEW:
            first.append(string)
    return iter(first)


def find_title(root: Node, titles: Iterable[str]) -> tuple[int, Node] | None:
    """The element whose whole text is a title of the page, where no heading is; its place counts tags as the walk does.

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
            if parent.name not in _UNSEEN:
                return at, parent
    return None


_FEWEST = 3


def _said(found: Iterable[Node | Text]) -> Iterator[Text]:
    return (element for element in found if type(element) is Text and element.strip())


_ABOVE, _FEW, _UP = 30, 2, 3
_LARGE = frozenset({"body", "main", "html", "[document]"})


def _strings(root: Node) -> Iterator[Text]:
    for element in root.descendants:
        if type(element) is Text and 5 < len(element) <= _LONGEST:
            yield element


def _line(string: Text, parent: Node, here: Spot) -> str:
    """The line in which a string stands: what a label before it says counts, in whatever element it is."""
    block = parent
    while block.name in _INLINE and block.parent is not None:
        block = block.parent
    own = len(block.contents) <= _PIECES and id(block) not in here.around
    whole = visible_text(block, " | ") if own else ""
    return whole if 0 < len(whole) <= _LONGEST else " ".join(string.split())


_PIECES = 8


def _owned(stamp: Timestamp) -> bool:
    """Does a date say since when something is owned? A credit before a time of day does not."""
    before = stamp.before.lower()
    return ("©" in before or "copyright" in before) and not isinstance(stamp.value, datetime)


def signed_lines(root: Node, heading: Node | None, here: Spot = ANYWHERE) -> Iterator[tuple[str, str]]:
    """The byline beside the headline: a line that reads like one, or a name beside a date or a role.

    A name alone may be the subject's, so it needs that neighbour.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<h1>Rain</h1><p>By <b>Ann Lee</b></p><p>It rained. By Bo Xi the water rose.</p>").root
    >>> list(signed_lines(page, page.find("h1")))
    [('text byline', 'By Ann Lee')]
    >>> page = read_page("<h1>Rain</h1><div>Ann Lee</div><div>Weather Correspondent</div>").root
    >>> list(signed_lines(page, page.find("h1")))
    [('text name', 'Ann Lee, Weather Correspondent')]
    """
    found = [
        s
        for s in (_beside(heading) if heading is not None else _above_prose(root, here))
        if s.parent.name not in _UNSEEN
    ]
    subject = {word.casefold() for word in heading.get_text().split()} if heading is not None else set()
    desk = ""
    for i, string in enumerate(found):
        short = len(string) <= _STANDFIRST_LENGTH
        if signed := next((text for text in _line_of(string, string.parent) if _is_signed(text)), "") if short else "":
            if parse_byline(_undated(signed) or signed).authors:
                yield "text byline", signed
                return
            desk = desk or (signed if _BY.match(signed) else "")
        beside = [" ".join(other.split()) for other in found[max(0, i - 1) : i + 2] if other is not string]
        if (name := _plain_name(string, beside)) and subject.isdisjoint(name.casefold().split()):
            yield "text name", name
            return
    if desk:
        yield "text byline", desk


_BY = re.compile(r"(?:by|von|par|por|di|da|door)\b", re.I)


def _plain_name(string: Text, beside: list[str]) -> str:
    """A name that is all of a line but its date, with the role below it; nothing where neither stands beside it."""
    text, parent = " ".join(string.split()), string.parent
    if (
        len(text) > _LONGEST_NAME
        or (parent.in_link and not PROFILE.search(_address_of(parent)))
        or _is_pictured(parent)
    ):
        return ""
    name = _undated(text) or text
    words = name.split()
    if not 1 < len(words) <= _NAMES or not is_likely_name(name) or not all(w[0].isupper() for w in words):
        return ""
    if name != text or any(is_timestamp(other) for other in beside):
        return name
    lines = (f"{name}, {other}" for other in beside if len(other) < _REST)
    return next((line for line in lines if [a.name for a in parse_byline(line).authors if a.role] == [name]), "")


def _is_pictured(node: Node) -> bool:
    """Does an element belong to a picture? Names there are of those who are seen, or who took it."""
    return any(not _PICTURE.isdisjoint(outer.kind.words) for outer in islice((node, *node.parents), _UP + 1))


_PICTURE = frozenset(["figure", "figcaption", "caption", "credit", "photo", "image", "img", "copyright", "gallery"])
_LONGEST_NAME, _NAMES = 60, 4


def _address_of(node: Node) -> str:
    link = next((outer for outer in (node, *node.parents) if outer.name == "a"), node)
    return attribute(link, "href")[:_LONGEST]


def labelled_names(root: Node, here: Spot) -> Iterator[tuple[str, str]]:
    """Lines anywhere outside other stories that say who wrote the text; nothing where they name several.

    >>> from cleaner.readers.tree import read_page
    >>> list(labelled_names(read_page("<p>It rained.</p><p>Text: Ann Lee</p>").root, ANYWHERE))
    [('text signature', 'Text: Ann Lee')]
    """
    found: dict[str, str] = {}
    for string in _strings(root):
        if len(string) <= _LONGEST_NAME and string.parent.name not in _UNSEEN and _AUTHOR_LABEL.match(string.strip()):
            text = _line(string, string.parent, here)
            names = [author.name for author in parse_byline(_undated(text) or text).authors]
            if (
                len(names) == 1
                and is_likely_name(names[0])
                and len(text) <= _REST
                and not here.in_margin(string.parent)
            ):
                found[names[0]] = text
    if len(found) == 1:
        yield from (("text signature", text) for text in found.values())


_AUTHOR_LABEL = re.compile(
    r"(?:- ?)?(?:(?:written|posted|reported|words|story|text|published|geschrieben|verfasst|veröffentlicht|eingestellt"
    r"|erstellt|escrito|écrit|scritto) ?(?:by|von|por|par|da)\b|(?:text|autor(?:in)?|author|redaktion|verfasser(?:in)?"
    r"|texto|auteure?|autore|tekst|escrito por)\s?:)",
    re.I,
)


def _is_signed(text: str) -> bool:
    """Is a line a byline, with its timestamp or without? One word is none, in scripts that part words."""
    if text.isascii() and " " not in text:
        return False
    return is_byline(text) or ((rest := _undated(text)) != "" and is_byline(rest))


def _undated(text: str) -> str:
    """A line without its timestamp: "Published 3 May 2020 - by Ann Lee" is a byline too."""
    stamp = parse_timestamp(text) if any(map(str.isdigit, text)) else None
    return stamp.rest.strip(" -–—|·•,:") if stamp else ""


_HEAD, _PROSE, _STANDFIRST_LENGTH, _STEPS = 1500, 160, 250, 300


def standfirsts(heading: Node | None) -> Iterator[tuple[str, str]]:
    """The first element below the headline whose class says that it is the standfirst.

    >>> from cleaner.readers.tree import read_page
    >>> page = read_page("<h1>Rain</h1><p class='article-dek'>It rained for the third day in Leeds.</p>").root
    >>> list(standfirsts(page.find("h1")))
    [('class standfirst', 'It rained for the third day in Leeds.')]
    """
    for element in islice(_following(heading), _NEAR):
        if isinstance(element, Node) and _STANDFIRST.search(attribute(element, "class")[:300].lower()):
            text = visible_text(element)
            if 4 <= len(text.split()) <= 90 and not is_byline(text) and not is_timestamp(text):
                yield "class standfirst", text
                return


_NEAR = 40
_STANDFIRST = re.compile(
    r"stand-?first|sub-?head(?:line|ing)?(?![a-z])|sub-?title|(?<![a-z])(?:dek|deck|chapo|entradilla|bajada|vorspann"
    r"|sommaire|occhiello|sottotitolo)(?![a-z])"
)


def _following(start: Node | None) -> Iterator[Node | Text]:
    """An element, what is in it and what follows it, as far as a reader's eye reaches."""
    return islice(start.onward(), _STEPS) if start is not None else iter(())


def _line_of(string: Text, parent: Node) -> Iterator[str]:
    """A string alone, and whole with what stands around it in a small element."""
    text = " ".join(string.split())
    if 4 <= len(text) <= 120:
        yield text
    block = parent.parent if parent.name in _INLINE and parent.parent is not None else parent
    if len(text) <= 120 and len(block.contents) <= 6 and (whole := visible_text(block)) != text and len(whole) <= 120:
        yield whole


_INLINE = frozenset(["a", "b", "i", "em", "strong", "span", "font", "u"])
