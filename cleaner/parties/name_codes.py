"""The *code* of a word: what it may be, packed into one integer of four grades and bits for kinds.

The grades say how often a word is a given name, a surname, a plain word and a place, from 0 (never) to 3 (mostly).
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources.abc import Traversable
from itertools import repeat
from typing import Final

from cleaner.core import tables

GIVEN: Final = 3
GIVEN_2: Final = 2
FAMILY: Final = 3 << 2
FAMILY_2: Final = 2 << 2
WORD: Final = 3 << 4
WORD_2: Final = 2 << 4
LAND: Final = 3 << 6
LAND_2: Final = 2 << 6
"""Masks of the grades as given name, surname, word and place: ``code & GIVEN`` is a grade of 1 or more,
``code & GIVEN_2`` of 2 or more, ``code & GIVEN == GIVEN`` of 3."""
HONORIFIC: Final = 1 << 8
ROLE: Final = 1 << 9
ORGANIZATION: Final = 1 << 10
PLACE: Final = 1 << 11
SOFT: Final = 1 << 12
NATIONALITY: Final = 1 << 13
STOP: Final = 1 << 14
KNOWN: Final = 1 << 15
PARTICLE: Final = 1 << 16
SUFFIX: Final = 1 << 17
TEAM: Final = 1 << 18
SURNAME_FIRST: Final = 1 << 19
THING: Final = 1 << 20
FEMALE: Final = 1 << 21
MALE: Final = 1 << 22
"""Kinds of words, as bits of a code. ``SOFT`` are surnames that are also heads of places (*Park*, *Hill*); the last two
are the gender of a title, and of a given name that nearly all its bearers share."""
BREAKS: Final = STOP | NATIONALITY | HONORIFIC | ROLE | ORGANIZATION | PLACE | TEAM | THING
"""Kinds of words that end a name, unless the context says otherwise."""


KINDS = {
    "honorific": HONORIFIC,
    "role": ROLE,
    "organization": ORGANIZATION,
    "place": PLACE,
    "soft": SOFT,
    "nationality": NATIONALITY,
    "stop": STOP,
    "known": KNOWN,
    "particle": PARTICLE,
    "suffix": SUFFIX,
    "team": TEAM,
    "thing": THING,
    "surname_first": SURNAME_FIRST,
    "female": FEMALE,
    "male": MALE,
}


_LETTERS = str.maketrans("łŁøØđĐıßæÆ’ʻ", "lLoOdDisaA''")


def fold(name: str) -> str:
    """Lower case, without accents and full stops: how words are looked up and compared.

    >>> fold("Dvořák"), fold("Łukasz"), fold("J.K."), fold("O’Brien")
    ('dvorak', 'lukasz', 'jk', "o'brien")
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = "".join(c for c in name if not unicodedata.combining(c))
    return name.replace(".", "").lower()


class Codes:
    """The codes of all known words, unpacked shelf by shelf: an article touches few of them, and waits for no other.

    A shelf holds the words that begin with the same two letters. ``words`` are the plain words and titles of a language
    other than English; the grades as English words are then left out.
    """

    def __init__(self, by_hand: Iterable[tuple[str, str]], words: Mapping[str, str] | None = None) -> None:
        self._names = shared_names()[0]
        self._words = words
        self._by_hand: dict[str, list[tuple[str, str]]] = {}
        self._open: dict[str, dict[str, int]] = {}
        for kind, name in by_hand:
            self._by_hand.setdefault(name[:2], []).append((name, kind))

    def get(self, key: str, default: int = 0) -> int:
        """The code of a folded word."""
        shelf = self._open.get(key[:2])
        if shelf is None:
            shelf = self._unpack(key[:2])
        return shelf.get(key, default)

    def _unpack(self, start: str) -> dict[str, int]:
        shelf = dict(_unpacked(self._names.get(start, "")))
        if self._words is not None:
            shelf = {name: _abroad(code) for name, code in shelf.items() if _abroad(code)}
            for name, code in _unpacked(self._words.get(start, "")):
                shelf[name] = shelf.get(name, 0) | code
            for name, kind in self._by_hand.get(start, ()):
                if kind in ("organization", "place") and name in shelf:
                    shelf[name] &= ~ROLE  # counted as a title in front of names: *Estadio Azteca*
        for name, kind in self._by_hand.get(start, ()):
            shelf[name] = _with(shelf.get(name, 0), kind)
        if shelf:
            self._open[start] = shelf
        return shelf


def _abroad(code: int) -> int:
    """The code of a name in another language: an English word is a rare word there, in titles and names of firms."""
    if code & WORD_2 and code & GIVEN != GIVEN and code & FAMILY != FAMILY:
        return code & ~WORD | 1 << 4
    return code & ~WORD


def _unpacked(line: str) -> Iterator[tuple[str, int]]:
    """The words of a shelf with their codes."""
    start, *groups = line.split("\t")
    for group in groups:
        code, *rests = group.split(" ")
        yield from zip([start + rest for rest in rests], repeat(int(code)), strict=False)


def _with(code: int, kind: str) -> int:
    """The code with what was added by hand."""
    if kind == "english_stop":
        return code if code & GIVEN_2 else code | STOP  # Jan is a month in English, and a man in German
    if kind not in KINDS:
        return _raised(code, kind)
    if kind == "surname_first" and not code & FAMILY:
        code |= 1 << 2
    return code | KINDS[kind]


def _raised(code: int, kind: str) -> int:
    """The code with at least grade 2 as a given name or surname."""
    shift = 0 if kind == "given" else 2
    return code & ~(3 << shift) | max(code >> shift & 3, 2) << shift


TOKENS = tables.DATA / "names" / "tokens.bin"


@cache
def shared_names() -> tuple[dict[str, str], str]:
    """The lists of names that all languages share, in the form of :func:`build`."""
    found: tuple[dict[str, str], str] = tables.load("names-tokens", [TOKENS], build)
    return found


def build(packed: Sequence[Traversable]) -> tuple[dict[str, str], str]:
    """A list of names as shelves by their first two letters; and the places and firms of several words."""
    *shelves, several = zlib.decompress(packed[0].read_bytes()).decode().splitlines()
    return {line[: line.index("\t")]: line for line in shelves}, several.partition("\t")[2]
