"""The words that a pattern cannot match without: a prefilter for the rules.

Seven hundred patterns tried on every line cost a hundred times what cleaning may cost. Nearly all of them need some
word that the line does not hold, and a set of a line's words is cheap. So each alternative of a pattern is read once
for its *triggers*: sets of word beginnings, of each of which every match holds at least one. Triggers that do not
cover their pattern would lose matches silently, so they are derived, never written by hand, and a test tries them on
every row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cleaner.core import lazy_re as re
from cleaner.text import lexicon

WIDTH = 4
"""Words are compared by so many first letters: ``newsletter`` and ``newsletters`` are one trigger."""

_MOST, _MOST_SPELT = 400, 24
_GROUPS = 3
"""A fourth set of words would hold back next to nothing."""

_DIGITS = frozenset("0123456789")
_WORDS = re.compile(r"\w+|[@#©]")
_APART = "".join(c if c.isalnum() or c == "_" else " " for c in map(chr, range(128)))
_MARKS = frozenset("@#©")
_DIGIT = "\\d"
_QUANTIFIER = re.compile(r"[?*+]\??|\{(\d*)(?:,\d*)?\}\??")
_SHORT_WORD = 0.001
"""The share of words that no list of English has, if they are short: they may be small words of another language."""


def beginnings(line: str) -> list[str]:
    """The beginnings of the words of a folded line. All numbers are the same, and each of the marks ``@#©`` is a word.

    >>> beginnings("sign up for 25 newsletters @post")
    ['sign', 'up', 'for', '0', 'news', '@', 'post']
    """
    simple = line.isascii() and "@" not in line and "#" not in line
    words: list[str] = line.translate(_APART).split() if simple else _WORDS.findall(line)
    return ["0" if "0" <= word < ":" else word[:WIDTH] for word in words]


@dataclass(frozen=True, slots=True)
class _Item:
    """A piece of a pattern: a literal character, a boundary (``""``), a group, or anything (``None``)."""

    what: str | tuple[tuple[_Item, ...], ...] | None
    optional: bool = False
    exact: bool = False
    """Does it stand for this one character, or for none if it is a boundary?"""

    @property
    def parts(self) -> bool:
        """Does it always separate words?"""
        return isinstance(self.what, str) and not self.what.isalnum() and self.what not in ("_", _DIGIT)

    @property
    def spells(self) -> bool:
        """Is it a letter that every match contains?"""
        return isinstance(self.what, str) and self.what not in ("", _DIGIT) and not (self.parts or self.optional)

    @property
    def digit(self) -> bool:
        """Is it a digit?"""
        return self.what == _DIGIT or (isinstance(self.what, str) and self.what in _DIGITS)


class Trigger(NamedTuple):
    """What one alternative of a pattern needs: empty sets and no sets need nothing."""

    spelt: frozenset[str]
    """Strings: a full match holds at least one. They rule out most lines that have the words, but not in this order."""

    opens: frozenset[str]
    """The first letters of every word with which a full match can begin."""
    needs: tuple[frozenset[str], ...]
    """Word beginnings: a full match holds at least one of every set. The first set is the rarest."""

    def holds(self, words: list[str], line: str) -> bool:
        """Can a line with these beginnings of words match?"""
        if self.spelt and not any(spelt in line for spelt in self.spelt):
            return False
        return (not self.opens or words[0] in self.opens) and not any(need.isdisjoint(words) for need in self.needs)


def triggers(pattern: str) -> tuple[Trigger, ...]:
    """What each alternative of ``pattern`` needs; a full match holds what one of them needs.

    Optional parts prove nothing, inner alternatives prove only their union, and a word that may be continued counts
    only where its first four letters are certain.

    >>> [trigger] = triggers("sign(?:ing)? up (?:for|to) (?:our )?newsletters?")
    >>> sorted(trigger.opens), [sorted(need) for need in trigger.needs]
    (['sign'], [['news'], ['up'], ['for', 'to']])
    >>> [sorted(need) for trigger in triggers("share .*|[a-z]+ (?:tweet|post) this") for need in trigger.needs]
    [['post', 'twee'], ['this']]
    """
    return tuple(_trigger(items) for items in _parse(pattern, 0)[0])


def _trigger(items: tuple[_Item, ...]) -> Trigger:
    opens = _opens_with(items)
    ranked = sorted(_certain_words(items, True, True), key=_share)
    groups = [words for words in ranked if not (opens and opens <= words)]
    return Trigger(_spelt(items), opens, tuple(dict.fromkeys(groups))[:_GROUPS])


def _spelt(items: tuple[_Item, ...]) -> frozenset[str]:
    """The longest string that every match spells out, or one for each alternative of a group."""
    found: list[frozenset[str]] = []
    run = ""
    for item in (*items, _Item(None)):
        if item.exact:
            run += str(item.what)
            continue
        if run:
            found.append(frozenset({run}))
        run = ""
        if isinstance(item.what, tuple) and not item.optional:
            each = [_spelt(branch) for branch in item.what]
            if all(each) and len(either := frozenset().union(*each)) <= _MOST_SPELT:
                found.append(either)
    return max(found, key=lambda group: (min(map(len, group)), -len(group), sorted(group)), default=frozenset())


def _opens_with(items: tuple[_Item, ...]) -> frozenset[str]:
    found: set[str] = set()
    return frozenset(found if _lead(items, "", found) and "" not in found else ())


def _lead(items: tuple[_Item, ...], prefix: str, found: set[str]) -> bool:
    """Collect the possible beginnings of ``items`` behind ``prefix``; false if they cannot be listed."""
    if len(found) > _MOST:
        return False
    if not items or len(prefix) == WIDTH:
        found.add(prefix)
        return True
    item, rest = items[0], items[1:]
    if item.optional and not _lead(rest, prefix, found):
        return False
    if item.what is None or (item.what == _DIGIT and prefix):
        return False
    if not prefix and isinstance(item.what, str) and (item.digit or item.what in _MARKS):
        found.add("0" if item.digit else item.what)
        return True
    if isinstance(item.what, tuple):
        return all(_lead(branch + rest, prefix, found) for branch in item.what)
    if not item.parts:
        return _lead(rest, prefix + item.what, found)
    if prefix:
        found.add(prefix)
        return True
    return _lead(rest, prefix, found)


def _parse(pattern: str, at: int) -> tuple[tuple[tuple[_Item, ...], ...], int]:
    """Read alternatives up to the closing parenthesis or the end."""
    branches: list[list[_Item]] = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            branches.append([])
            at += 1
            continue
        exact = pattern[at] != "["
        what, at = _atom(pattern, at)
        exact = exact and isinstance(what, str) and what != _DIGIT
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            at = quantifier.end()
            least = quantifier.group(1)
            if quantifier.group()[0] in "?*" or (least is not None and int(least or 0) == 0):
                branches[-1].append(_Item(what, optional=True))
                continue
            what = what if isinstance(what, tuple) or what == _DIGIT or _Item(what).parts else None
            exact = False
        branches[-1].append(_Item(what, exact=exact))
    return tuple(map(tuple, branches)), at + 1


def _atom(pattern: str, at: int) -> tuple[str | tuple[tuple[_Item, ...], ...] | None, int]:
    """Read one atom: a group, a class, an escape or a character."""
    head = pattern[at]
    if head == "(":
        look = re.compile(r"\(\?<?[=!]").match(pattern, at)
        group, end = _parse(pattern, look.end() if look else at + (3 if pattern.startswith("(?:", at) else 1))
        return (((),), end) if look else (group, end)
    if head == "[":
        end = pattern.index("]", at + 2) + 1
        inside = pattern[at + 1 : end - 1].replace("\\[", "[").replace("\\]", "]")
        apart = inside[0] != "^" and not _MARKS & set(inside) and not any(c.isalnum() or c in "\\_" for c in inside)
        return (" " if apart else None), end
    if head == "\\":
        escaped = pattern[at + 1]
        what = {"b": "", "d": _DIGIT}.get(escaped, None if escaped.isalnum() else escaped)
        return what, at + 2
    return ("" if head in "^$" else None if head == "." else head), at + 1


_Found = frozenset[str]


def _cover(branches: tuple[tuple[_Item, ...], ...], left: bool, right: bool) -> _Found | None:
    """The best triggers of all alternatives together; ``None`` if an alternative has none."""
    each = [_best(items, left, right) for items in branches]
    known = [found for found in each if found]
    return frozenset().union(*known) if len(known) == len(each) else None


def _best(items: tuple[_Item, ...], left: bool, right: bool) -> _Found | None:
    """The rarest certain word of a sequence."""
    return min(_certain_words(items, left, right), key=_share, default=None)


def _share(words: _Found) -> tuple[float, list[str]]:
    """The share of the words of English texts that begin with one of these."""
    shares, ordered = _shares(), sorted(words)
    return sum([shares.get(word, _SHORT_WORD if len(word) < WIDTH else 0.0) for word in ordered]), ordered


@cache
def _shares() -> dict[str, float]:
    shares = {"0": 0.02}
    for word in lexicon.common():
        shares[word[:WIDTH]] = shares.get(word[:WIDTH], 0.0) + lexicon.frequency(word)
    return shares


def _certain_words(items: tuple[_Item, ...], left: bool, right: bool) -> list[_Found]:
    """All that a sequence makes certain; ``left`` and ``right``: do words end at its borders?"""
    found: list[_Found] = []
    run, opened = "", left
    for i, item in enumerate(items):
        if item.spells:
            run += str(item.what) if run or opened else ""
            opened = opened and bool(run)
            continue
        found += _word(run, _closes(items, i, right))
        if _ends_optionally(items, i, right):
            found += _either(run, str(item.what))
        if not item.optional:
            found += _certain(items, i, opened, opened and not run, right)
        opened = _opens(item, opened and not run)
        run = ""
    return found + _word(run, right)


def _certain(items: tuple[_Item, ...], i: int, opened: bool, left: bool, right: bool) -> Iterator[_Found]:
    """What a required item makes certain by itself: a word of each alternative, a number, a mark."""
    what = items[i].what
    if isinstance(what, tuple):
        if inner := _cover(what, left, _closes(items, i + 1, right)):
            yield inner
    elif what in _MARKS or (items[i].digit and opened):
        yield frozenset({"0" if items[i].digit else str(what)})


def _ends_optionally(items: tuple[_Item, ...], i: int, right: bool) -> bool:
    """Is item ``i`` a single optional letter at the end of a word, as in ``ads?``?"""
    what = items[i].what
    letter = isinstance(what, str) and len(what) == 1 and what.isalpha()
    return letter and items[i].optional and _closes(items, i + 1, right)


def _either(run: str, last: str) -> list[_Found]:
    if not run or run[0] in _DIGITS:
        return []
    return [frozenset({run[:WIDTH], (run + last)[:WIDTH]})]


def _word(run: str, closed: bool) -> list[_Found]:
    if run and run[0] in _DIGITS:
        return [frozenset({"0"})]
    if not run or (len(run) < WIDTH and not closed):
        return []
    return [frozenset({run[:WIDTH]})]


def _closes(items: tuple[_Item, ...], i: int, right: bool) -> bool:
    """Does a word before item ``i`` always end there?"""
    while i < len(items) and items[i].optional and (items[i].parts or _starts_apart(items[i])):
        i += 1
    return right if i == len(items) else items[i].parts or _starts_apart(items[i])


def _starts_apart(item: _Item) -> bool:
    """Does a group always start with something that separates words?"""
    return isinstance(item.what, tuple) and all(b and b[0].parts and not b[0].optional for b in item.what)


def _opens(item: _Item, before: bool) -> bool:
    """Does a word always start behind ``item``?"""
    apart = item.parts or (
        isinstance(item.what, tuple) and all(b and b[-1].parts and not b[-1].optional for b in item.what)
    )
    return apart and (before or not item.optional)
