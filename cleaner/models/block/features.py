"""The features of a block: its form, its position, and its neighbours.

No single number decides. A caption is written like a paragraph, so is the next article on the page, and a sub-heading
is as short as the entry of a menu. What helps is the page as a whole (:mod:`.view`): the distance of a block from the
main container in the tree, its distance from the first and last prose in reading order, the form of its neighbours, and
what the page says about itself (title, description, the body as stated for search engines).

All numbers are integers, so that every machine gives the same verdict.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.tree import Place
from cleaner.models.block.places import FAR, about
from cleaner.models.block.view import View

_ASCII_DIGIT, _BEYOND_ASCII = re.compile("[0-9]"), re.compile("[^\x00-\x7f]")


def row(view: View, i: int) -> list[int]:
    """All features of a block, in a fixed order."""
    place = view.at[i]
    there = view.trees.get(place)
    if there is None:
        there = view.trees[place] = _tree(view, place)
    return [*_own(view, i), *there, *_place(view, i), *_meaning(view, i), *_neighbours(view, i)]


def _own(view: View, i: int) -> list[int]:
    page = view.page
    block, size = page.blocks[i], page.sizes[i]
    text = block.text
    words = text[:300].split()
    return [
        page.words[i],
        size,
        page.endings[i],
        page.links[i],
        page.labels[i],
        100 * sum([word[0].isupper() for word in words]) // len(words),
        100 * _digits(text[:200]) // min(200, size),
        min(text.count(". ") + text.count("? ") + text.count("! ") + text.count("。"), 9),
        text.count("|") + text.count("•") + text.count("·"),
        ("@" in text) + 2 * ("://" in text or ".com" in text) + 4 * ("#" in text),
        ("“" in text) + ('"' in text) + ("«" in text) + ("„" in text),
        block.note == "stated",
        page.paths[i],
        page.says[i],
    ]


def _tree(view: View, place: Place) -> list[int]:
    main, scope, depth = view.main, view.scope, place.level
    level, wide = place.common(main), place.common(scope)
    known = about(place)
    mass, group, size = view.mass[place.around], view.group[place], view.group_size[place]
    return [
        depth,
        main.level - level,
        depth - level,
        scope.level - wide,
        depth - wide,
        100 * mass // max(1, view.mass[main], mass),
        100 * mass // view.total,
        int(100 * known.trust),
        known.claimed,
        100 * view.kin[place.around.kind, place.kind] // view.kin_most,
        min(group, 40),
        size // group,
        100 * size // view.total,
        known.hidden,
        *known.kinds,
    ]


def _place(view: View, i: int) -> list[int]:
    a, b = view.span
    h1, heading = view.h1, view.heading[i]
    return [
        _near(i - view.first),
        _near(view.last - i),
        a <= i < b,
        _near(i - a),
        _near(b - i),
        100 * i // view.count,
        view.since[i],
        view.until[i],
        view.before[i],
        -FAR if h1 is None else _near(i - h1),
        FAR if heading < 0 else min(FAR, i - heading),
        0 if heading < 0 else view.scores[heading],
        view.repeats[view.page.blocks[i].text],
    ]


def _near(distance: int) -> int:
    return FAR if distance > FAR else -FAR if distance < -FAR else distance


def _meaning(view: View, i: int) -> list[int]:
    bag, page, stated, topic = view.terms(i), view.page, view.stated, view.topic
    size = len(bag) or 1
    own = 1 if page.prose[i] and view.span[0] <= i < view.span[1] else 0
    titled, described = len(bag & page.title), len(bag & page.description)
    return [
        100 * titled // size,
        100 * titled // max(1, len(page.title)),
        100 * described // size,
        100 * described // max(1, len(page.description)),
        100 * sum([topic[word] > own for word in bag if word in topic]) // size if bag else -1,
        min(stated[-1], 30),
        stated[min(view.count, i + 4)] - stated[max(0, i - 3)] - (stated[i + 1] - stated[i]),
    ]


def _neighbours(view: View, i: int) -> list[int]:
    at, count, sums = view.at, view.count, view.sums
    place = at[i]
    two, one, _, next_, second = view.beside[i : i + 5]
    numbers = [*two[:4], two[4] is place, *one[:4], one[4] is place]
    numbers += [*next_[:4], next_[4] is place, *second[:4], second[4] is place]
    for j in (i - 1, i + 1):  # how far up the element is that holds both
        numbers.append(place.common(at[j]) - place.level if 0 <= j < count else -30)
    for a, b in ((max(0, i - 6), i), (i + 1, min(count, i + 7))):
        numbers.append((sums[b] - sums[a]) // (b - a) if a < b else -999)
    return numbers


def _digits(text: str) -> int:
    """The number of digits, of any script, in a text.

    >>> _digits("3 of 12 m²")
    4
    """
    count = len(_ASCII_DIGIT.findall(text))
    return count if text.isascii() else count + sum(map(str.isdigit, _BEYOND_ASCII.findall(text)))
