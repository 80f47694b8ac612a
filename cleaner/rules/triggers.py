"""Which words a pattern cannot do without: the literal prefilter behind the rules.

Four hundred patterns tried on every line cost a hundred times what cleaning may cost. Nearly all of them need some
word that the line does not hold, and a set of a line's words is cheap. So each pattern is read once for its
*triggers*: a set of word beginnings of which every match contains at least one. A trigger that does not cover its
pattern would lose matches silently, so it is derived, never written by hand, and a test tries it on every row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WIDTH = 4
"""Words are told apart by so many first letters: ``newsletter`` and ``newsletters`` are one trigger."""

_STARTS = re.compile(rf"\b\w{{1,{WIDTH}}}")
_QUANTIFIER = re.compile(r"[?*+]\??|\{(\d*)(?:,\d*)?\}\??")
_FREQUENT = "the a an to of in on for and or is are be we you your our this that with from it by at as i"
_COMMON = frozenset(_FREQUENT.split())


def beginnings(line: str) -> set[str]:
    """The first letters of every word of a folded line.

    >>> sorted(beginnings("sign up for our newsletter"))
    ['for', 'news', 'our', 'sign', 'up']
    """
    return set(_STARTS.findall(line))


@dataclass(frozen=True, slots=True)
class _Item:
    """One piece of a pattern: a literal character, a boundary (``""``), a group, or anything (``None``)."""

    what: str | tuple[tuple[_Item, ...], ...] | None
    optional: bool = False

    @property
    def parts(self) -> bool:
        """Does it surely part words?"""
        return isinstance(self.what, str) and not self.what.isalnum() and self.what != "_"


def triggers(pattern: str) -> frozenset[str]:
    """Word beginnings of which every full match of ``pattern`` holds at least one; empty where none can be proved.

    Optional parts prove nothing, alternatives prove only their union, and a word that may be continued counts only
    where its first four letters are certain.

    >>> sorted(triggers("sign(?:ing)? up (?:for|to) (?:our )?newsletters?"))
    ['news']
    >>> sorted(triggers("(?:share|tweet) this(?: article)?")), sorted(triggers("[a-z]+ [0-9]+"))
    (['shar', 'twee'], [])
    """
    branches, _ = _parse(pattern, 0)
    found = _cover(branches, True, True)
    return found[1] if found else frozenset()


def _parse(pattern: str, at: int) -> tuple[tuple[tuple[_Item, ...], ...], int]:
    """Read alternatives up to the closing parenthesis or the end."""
    branches: list[list[_Item]] = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            branches.append([])
            at += 1
            continue
        what, at = _atom(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            at = quantifier.end()
            least = quantifier.group(1)
            if quantifier.group()[0] in "?*" or (least is not None and int(least or 0) == 0):
                branches[-1].append(_Item(what, optional=True))
                continue
            what = what if isinstance(what, tuple) else None
        branches[-1].append(_Item(what))
    return tuple(map(tuple, branches)), at + 1


def _atom(pattern: str, at: int) -> tuple[str | tuple[tuple[_Item, ...], ...] | None, int]:
    """Read one atom: a group, a class, an escape or a character."""
    head = pattern[at]
    if head == "(":
        look = re.compile(r"\(\?<?[=!]").match(pattern, at)
        group, end = _parse(pattern, look.end() if look else at + (3 if pattern.startswith("(?:", at) else 1))
        return (((),), end) if look else (group, end)
    if head == "[":
        return None, pattern.index("]", at + 2) + 1
    if head == "\\":
        escaped = pattern[at + 1]
        return ("" if escaped == "b" else None if escaped.isalnum() else escaped), at + 2
    return ("" if head in "^$" else None if head == "." else head), at + 1


_Found = tuple[int, frozenset[str]]


def _cover(branches: tuple[tuple[_Item, ...], ...], left: bool, right: bool) -> _Found | None:
    """The best triggers of each alternative, together; ``None`` where one alternative has none."""
    each = [_best(items, left, right) for items in branches]
    known = [found for found in each if found]
    if len(known) < len(each):
        return None
    return min(score for score, _ in known), frozenset().union(*(words for _, words in known))


def _best(items: tuple[_Item, ...], left: bool, right: bool) -> _Found | None:
    """The rarest certain word of a sequence, by its length; ``left`` and ``right``: do words end at its borders?"""
    found: list[_Found] = []
    run, opened = "", left
    for i, item in enumerate(items):
        if isinstance(item.what, str) and item.what and not item.parts and not item.optional:
            run += item.what if run or opened else ""
            opened = opened and bool(run)
            continue
        found += _word(run, _closes(items, i, right))
        if isinstance(item.what, tuple) and not item.optional:
            inner = _cover(item.what, opened and not run, _closes(items, i + 1, right))
            found += [inner] if inner else []
        opened = _opens(item, opened and not run)
        run = ""
    found += _word(run, right)
    return max(found, key=lambda f: (f[0], -len(f[1]), sorted(f[1])), default=None)


def _word(run: str, closed: bool) -> list[_Found]:
    if not run or (len(run) < WIDTH and not closed):
        return []
    return [(0 if run in _COMMON else len(run), frozenset({run[:WIDTH]}))]


def _closes(items: tuple[_Item, ...], i: int, right: bool) -> bool:
    """Does a word that stands before item ``i`` surely end there?"""
    while i < len(items) and items[i].optional and (items[i].parts or _starts_apart(items[i])):
        i += 1
    return right if i == len(items) else items[i].parts or _starts_apart(items[i])


def _starts_apart(item: _Item) -> bool:
    """Does a group surely start with something that parts words?"""
    return isinstance(item.what, tuple) and all(b and b[0].parts and not b[0].optional for b in item.what)


def _opens(item: _Item, before: bool) -> bool:
    """May a word surely start behind ``item``?"""
    apart = item.parts or (
        isinstance(item.what, tuple) and all(b and b[-1].parts and not b[-1].optional for b in item.what)
    )
    return apart and (before or not item.optional)
