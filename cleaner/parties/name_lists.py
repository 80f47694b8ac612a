"""What a capitalised word may be: given name, surname, plain word, place; honorific, office, head of an organisation.

No list of names decides anything by itself. *Will*, *May*, *Paris*, *Jordan* and *Bush* are names, words and places at
once, so every word carries four grades from 0 (never seen as such) to 3 (mostly that): as a given name, as a surname,
as an English word, as a place. The lists come from the United States census, the Social Security Administration, Faker,
mimesis, SCOWL and GeoNames; see ``data/names/CARD.md``. What a word does beside a name (``Dr.``, ``spokesman``,
``University``) is written by hand in ``data/names/kinds.toml``.

A word's grades and kinds are packed into one integer, its *code*:

    >>> code_of("Joe") & GIVEN == GIVEN, code_of("Will") & WORD == WORD, code_of("Paris") & LAND == LAND
    (True, True, True)
    >>> bool(code_of("Mrs.") & HONORIFIC), bool(code_of("University") & ORGANIZATION)
    (True, True)
"""

from __future__ import annotations

import tomllib
import unicodedata
import zlib
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

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
"""What ends a name, unless what stands around it says otherwise."""

_KINDS = {
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
LONGEST = 40
"""Longer words are no names; nothing is looked up for them."""


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

    A shelf holds the words that begin with the same two letters.
    """

    def __init__(self, lines: list[str], by_hand: dict[str, str]) -> None:
        self._packed = {line[: line.index("\t")]: line for line in lines}
        self._by_hand: dict[str, list[tuple[str, str]]] = {}
        self._shelves: dict[str, dict[str, int]] = {}
        for kind, text in by_hand.items():
            for name in text.split() if kind in _KINDS or kind in ("given", "family") else ():
                self._by_hand.setdefault(name[:2], []).append((name, kind))

    def get(self, key: str, default: int = 0) -> int:
        """The code of a folded word."""
        shelf = self._shelves.get(key[:2])
        if shelf is None:
            shelf = self._unpack(key[:2])
        return shelf.get(key, default)

    def _unpack(self, start: str) -> dict[str, int]:
        packed, by_hand = self._packed.get(start), self._by_hand.get(start, [])
        shelf: dict[str, int] = {}
        for group in packed.split("\t")[1:] if packed else ():
            code, *rests = group.split(" ")
            shelf.update(dict.fromkeys([start + rest for rest in rests], int(code)))
        for name, kind in by_hand:
            shelf[name] = _with(shelf.get(name, 0), kind)
        if packed or by_hand:
            self._shelves[start] = shelf
        return shelf


def _with(code: int, kind: str) -> int:
    """The code with what was added by hand."""
    if kind not in _KINDS:
        return _raised(code, kind)
    if kind == "surname_first" and not code & FAMILY:
        code |= 1 << 2
    return code | _KINDS[kind]


def _raised(code: int, kind: str) -> int:
    """The code with at least grade 2 as a given name or surname."""
    shift = 0 if kind == "given" else 2
    return code & ~(3 << shift) | max(code >> shift & 3, 2) << shift


class NameTables:
    """All that is known of names in one language: the codes of words, the words beside names, the weights of evidence.

    >>> bool(NameTables("en").code("spokesman") & ROLE)
    True
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.met: dict[str, tuple[str, int, bool]] = {}

    @cached_property
    def codes(self) -> Codes:
        """The code of every known word."""
        return Codes(_lines()[:-1], _table("kinds"))

    def code(self, name: str) -> int:
        """The code of one word as written, 0 for an unknown one."""
        return self.codes.get(fold(name), 0) if len(name) <= LONGEST else 0

    def is_role(self, name: str) -> bool:
        """Whether a word is an honorific, an office or an occupation."""
        return bool(self.code(name) & (ROLE | HONORIFIC)) or name.endswith(("ologist", "ographer", "ician", "woman"))

    @cached_property
    def lookalikes(self) -> frozenset[str]:
        """Places, firms and brands of several words that look like people, folded: ``louis vuitton``."""
        several = _lines()[-1].partition("\t")[2].replace(".", "").split("|")
        return frozenset([*several, *"".join(_table("kinds")["lookalike"].split("\n")).split("|")])

    @cached_property
    def cues(self) -> dict[str, frozenset[str]]:
        """Words beside names that tell what they are, by the lists of ``data/names/cues.toml``: ``kin``, ``says`` …"""
        return {name: frozenset(words.split()) for name, words in _table("cues").items()}

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Endings of surnames."""
        return tuple(sorted(self.cues["form"]))

    @cached_property
    def weights(self) -> dict[str, dict[str, int]]:
        """The tables of weights in hundredths: sums of whole numbers are the same in any order, on any machine."""
        tables: dict[str, dict[str, float]] = tomllib.loads(_read("weights"))
        return {kind: {name: round(100 * value) for name, value in table.items()} for kind, table in tables.items()}


@cache
def name_tables(language: str = "en") -> NameTables:
    """The tables of a language; loaded once, on first use."""
    return NameTables(language)


def codes() -> Codes:
    """The code of every known word in English text."""
    return name_tables().codes


def code_of(name: str) -> int:
    """The code of one word in English text, 0 for an unknown one."""
    return name_tables().code(name)


def is_role(name: str) -> bool:
    """Whether a word is an honorific, an office or an occupation.

    >>> is_role("spokesman"), is_role("primatologist"), is_role("table")
    (True, True, False)
    """
    return name_tables().is_role(name)


def cues(name: str) -> frozenset[str]:
    """One list of the words beside names in English text."""
    return name_tables().cues[name]


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """What else a given name may stand as, both ways.

    >>> nicknames()["bill"], "joe" in nicknames()["joseph"]
    (('william',), True)
    """
    table: dict[str, tuple[str, ...]] = {}
    for pair in "".join(_table("kinds")["nicknames"].split("\n")).split("|"):
        short, long = pair.split()
        table[short] = (*table.get(short, ()), long)
        table[long] = (*table.get(long, ()), short)
    return table


@cache
def _lines() -> list[str]:
    data = files("cleaner").joinpath("data/names/tokens.bin").read_bytes()
    return zlib.decompress(data).decode().splitlines()


@cache
def _table(name: str) -> dict[str, str]:
    return tomllib.loads(_read(name))


def _read(name: str) -> str:
    return files("cleaner").joinpath(f"data/names/{name}.toml").read_text(encoding="utf-8")
