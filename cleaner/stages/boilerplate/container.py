"""What belongs to a story by its position: sub-headings, lists and tables between its paragraphs.

The model judges blocks one by one, and nothing about a row of figures or a name in a list speaks for it. But a list
without links, in plain elements between the paragraphs of the story's container, was written with the story. Clear
verdicts of the model still stand. After the last paragraph, only what follows without a break belongs to the story: a
list below a cut heading is a list of other stories.

A quoted post between the paragraphs stays whole, with the name of its author: half a quotation is worse than none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from cleaner.core.tree import NOWHERE, Kind, Place
from cleaner.models.block.elements import element_kinds, mask_of
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading
from cleaner.text.sentences import ends_sentence

PLAIN = frozenset(
    str.split(
        "p ul ol li dl dt dd h2 h3 h4 h5 h6 table thead tbody tr td blockquote strong b em i span u div section font a"
    )
)
BOILERPLATE = frozenset(
    str.split(
        "related newsletter share caption video author comments navigation footer advert aside paywall consent tags"
    )
    + str.split("embed hidden date headline")
)
HEADED = BOILERPLATE - {"headline"}
"""The kinds for headings, which may be called titles."""
HALF, ALL, SENTENCE = 0.5, 0.95, 12
FEW, DOUBTFUL, MANY = 0.3, -2500, 120
"""Blocks with fewer links and higher odds are in doubt; if they have so many words, they are not a box."""
UNNAMED, SHORTEST, AROUND = -3300, 8, 4
"""Sentences of so many words with higher odds stay, if none of so many elements around them is called boilerplate."""
LIMITS = {"tr": -4000, "td": -4000, "li": -2500, "dd": -2500, "dt": -2500}
HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
HEADING_LIMIT, LIMIT = -2500, -1500
ABOVE, BEHIND = 8, 60
"""A list may belong to the story up to so many blocks before the first paragraph and after the last one."""
BESIDE = 2
"""A heading may stand so many elements outside the paragraphs of its section."""
INNER = frozenset(str.split("blockquote ul ol li dl p em i strong b span a"))
"""Elements inside a story, which are never its container."""
POSTS = (("blockquote", "twitter-tweet"), ("blockquote", "bluesky-embed"))
"""Elements with the text of a post, as the embedding code of the networks names them."""


def spare_contained(page: Reading) -> None:
    """Undo cuts inside the story's container, between its paragraphs."""
    page.spare(doubtful(page.items, page.left()))
    kept = page.left()
    page.spare({*contained(page.items, kept), *headed(page.items, kept)})
    page.home = home_of(page.items, kept)


def doubtful(items: Sequence[Item], kept: Sequence[int]) -> list[int]:
    """The doubtful items between those ``kept``, if there are many, and sentences in elements without a telling name.

    A single box between the paragraphs is boilerplate. But if several are in doubt, the story has a form that the model
    does not know: each section, step or product is in a container of its own. And newsletters, paywalls and notices
    stand in elements that are called so: of sentences elsewhere that the model would cut, half belonged to the story.
    """
    stays = frozenset(kept)
    between = range(kept[0], kept[-1]) if kept else ()
    open_ones = [i for i in between if i not in stays and items[i].links < FEW]
    found = [i for i in open_ones if items[i].odds > DOUBTFUL]
    if sum([items[i].words for i in found]) < MANY:
        found = []
    told = [i for i in open_ones if _is_unnamed_sentence(items[i]) and not _is_cut_heading(items, i - 1, stays)]
    return sorted({*found, *told})


def _is_cut_heading(items: Sequence[Item], i: int, stays: frozenset[int]) -> bool:
    """Is this a heading that goes? With the sentence below it, it is a card about another story."""
    return i >= 0 and i not in stays and items[i].label in HEADINGS


def _is_unnamed_sentence(item: Item) -> bool:
    """Is this a sentence that is not surely boilerplate, in elements whose names do not mean boilerplate?"""
    likely = item.label in LIMITS or (item.words >= SHORTEST and ends_sentence(item.text))
    return item.odds > UNNAMED and likely and _is_unnamed(item, BOILERPLATE)


def contained(items: Sequence[Item], kept: Sequence[int]) -> Iterator[int]:
    """The items that stay in addition to those ``kept``, by their place in the story's container."""
    if not kept:
        return
    home = home_of(items, kept)
    usual = _usual(items, kept, home)
    stays, last = frozenset(kept), kept[-1]
    yield from _leading(items, kept[0], home, usual)
    unbroken = True
    for i in range(kept[0], min(len(items), last + BEHIND)):
        if not items[i].node.place.lies_in(home):
            continue
        if i not in stays and (unbroken or i < last) and _belongs(items[i], home, i < last, usual):
            unbroken = True
            yield i
        else:
            unbroken = i in stays


def headed(items: Sequence[Item], kept: Sequence[int]) -> Iterator[int]:
    """The headings right above a paragraph that stays, beside it in the story's scope.

    Where each section has a container of its own, none of them is the story's, and a heading may have one to itself.
    """
    if not kept:
        return
    stays, least = frozenset(kept), scope_of(items, kept).level - BESIDE
    for i in range(max(0, kept[0] - 1), kept[-1]):
        item = items[i]
        is_head = item.label in HEADINGS and not item.links and i not in stays and i + 1 in stays
        if is_head and item.node.place.common(items[i + 1].node.place) >= least and _is_unnamed(item, HEADED):
            yield i


def _is_unnamed(item: Item, names: frozenset[str]) -> bool:
    """Does none of the elements around an item have a name that means one of these kinds of boilerplate?"""
    return not any(mask_of(place.kind) & _bits(names) for place in islice(item.node.place.outward(), AROUND))


def _leading(items: Sequence[Item], first: int, home: Place, usual: frozenset[str]) -> Iterator[int]:
    """The headings and lists of the container right above the first item that stays."""
    for i in range(first - 1, max(-1, first - 1 - ABOVE), -1):
        item = items[i]
        tags = {kind.tag for kind in inner_kinds(item, home)}
        if not item.node.place.lies_in(home) or not tags & (HEADINGS | LIMITS.keys()):
            return
        if not _belongs(item, home, True, usual):
            return
        yield i


def inner_kinds(item: Item, home: Place) -> list[Kind]:
    """The kinds of the elements around an item inside ``home``, from the inside out."""
    return [place.kind for place in takewhile(lambda place: place.level > home.level, item.node.place.outward())]


def home_of(items: Sequence[Item], kept: Iterable[int]) -> Place:
    """The element that directly holds most of the story, not counting quotes and lists; no element if nothing stays."""
    mass: Counter[Place] = Counter()
    for i in kept:
        mass[_holder(items[i])] += len(items[i].text)
    return mass.most_common(1)[0][0] if mass else NOWHERE.place


def _holder(item: Item) -> Place:
    """The element that holds an item, not counting quotes and lists."""
    place = item.node.place.around
    while place.kind.tag in INNER:
        place = place.around
    return place


def scope_of(items: Sequence[Item], kept: Iterable[int]) -> Place:
    """The innermost element with nine tenths of the story."""
    mass: Counter[Place] = Counter()
    for i in kept:
        for place in _holder(items[i]).outward():
            mass[place] += len(items[i].text)
    most = max(mass.values(), default=0)
    held = [place for place, size in mass.items() if size >= 0.9 * most]
    return max(held, key=lambda place: place.level, default=NOWHERE.place)


def _usual(items: Sequence[Item], kept: Sequence[int], home: Place) -> frozenset[str]:
    """The words in the class names of half of the story: ``paywall`` on every paragraph means nothing."""
    mass: Counter[str] = Counter()
    for i in kept:
        for word in {word for kind in inner_kinds(items[i], home) for word in kind.words}:
            mass[word] += len(items[i].text)
    half = sum([len(items[i].text) for i in kept]) // 2
    return frozenset([word for word, size in mass.items() if size > half])


def is_post(kinds: Iterable[Kind]) -> bool:
    """Is one of these elements a quoted post?"""
    return any(kind.name.startswith(f"{tag}.{name}") for kind in kinds for tag, name in POSTS)


def _belongs(item: Item, home: Place, among: bool, usual: frozenset[str]) -> bool:
    """Is an item in the story's container part of the story? ``among``: it is between paragraphs."""
    inner = inner_kinds(item, home)
    if among and is_post(inner):
        return True
    if item.links > _most_links(item, among) or not all(_is_plain(kind, usual) for kind in inner):
        return False
    tags = {kind.tag for kind in inner}
    listed = tags & LIMITS.keys()
    return bool(listed or among) and item.odds > _limit(tags, listed)


def _most_links(item: Item, among: bool) -> float:
    """The largest share of links: the rows of a table may link clubs or funds, and a sentence may be one link."""
    is_sentence = item.words >= SENTENCE and ends_sentence(item.text)
    return ALL if among and (item.label == "tr" or is_sentence) else HALF


def _limit(tags: set[str], listed: set[str]) -> int:
    if listed:
        return min(LIMITS[tag] for tag in listed)
    return HEADING_LIMIT if tags & HEADINGS else LIMIT


@cache
def _bits(names: frozenset[str]) -> int:
    return sum(1 << bit for bit, name in enumerate(element_kinds()[1]) if name in names)


def _is_plain(kind: Kind, usual: frozenset[str]) -> bool:
    """Is this an element of plain text, whose name does not mean boilerplate or is ``usual`` in the story?"""
    if kind.tag not in PLAIN or kind.hidden:
        return False
    words = element_kinds()[0]
    odd = [word for word in kind.words if word != kind.tag and word not in usual]
    is_heading = kind.tag in HEADINGS or "@heading" in kind.name
    mask = _bits(HEADED if is_heading else BOILERPLATE)
    return not any(words.get(word, 0) & mask for word in odd)
