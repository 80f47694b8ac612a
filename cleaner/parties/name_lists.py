"""What a capitalised word may be: given name, surname, plain word, place; honorific, office, head of an organisation.

No list of names decides anything by itself. *Will*, *May*, *Paris*, *Jordan* and *Bush* are names, words and places at
once, so every word carries four grades from 0 (never seen as such) to 3 (mostly that): as a given name, as a surname,
as an English word, as a place. The lists come from the United States census, the Social Security Administration, Faker,
mimesis, SCOWL and GeoNames; see ``data/names/CARD.md``. What a word does beside a name (``Dr.``, ``spokesman``,
``University``) is written by hand in ``data/names/kinds.toml``.

A word's grades and kinds are packed into one integer, its *code*:

    >>> given(code_of("Joe")), family(code_of("Biden")), word(code_of("Will")), place(code_of("Paris"))
    (3, 2, 3, 3)
    >>> bool(code_of("Mrs.") & HONORIFIC), bool(code_of("University") & ORGANIZATION)
    (True, True)
"""

from __future__ import annotations

import tomllib
import unicodedata
import zlib
from functools import cache
from importlib.resources import files

HONORIFIC, ROLE, ORGANIZATION, PLACE, SOFT, NATIONALITY, STOP, KNOWN, PARTICLE, SUFFIX, TEAM, SURNAME_FIRST, THING = (
    1 << n for n in range(8, 21)
)
FEMALE, MALE = 1 << 21, 1 << 22
"""Kinds of words, as bits of a code; ``SOFT`` are surnames that are also heads of places (*Park*, *Hill*); the last two
are the gender of a title, and of a given name that nearly all its bearers share."""

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


def given(code: int) -> int:
    """The grade as a given name, 0 to 3."""
    return code & 3


def family(code: int) -> int:
    """The grade as a surname, 0 to 3."""
    return code >> 2 & 3


def word(code: int) -> int:
    """The grade as a plain English word, 0 to 3."""
    return code >> 4 & 3


def place(code: int) -> int:
    """The grade as a place, 0 to 3."""
    return code >> 6 & 3


def fold(name: str) -> str:
    """Lower case, without accents and full stops: how words are looked up and compared.

    >>> fold("Dvořák"), fold("Łukasz"), fold("J.K."), fold("O’Brien")
    ('dvorak', 'lukasz', 'jk', "o'brien")
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = "".join(c for c in name if not unicodedata.combining(c))
    return name.replace(".", "").lower()


def code_of(name: str) -> int:
    """The code of one word, 0 for an unknown one."""
    return codes().get(fold(name), 0) if len(name) <= LONGEST else 0


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
    if kind == "surname_first" and not family(code):
        code |= 1 << 2
    return code | _KINDS[kind]


@cache
def codes() -> Codes:
    """The code of every known word; loaded once, on first use."""
    return Codes(_lines()[:-1], _by_hand())


def _raised(code: int, kind: str) -> int:
    """The code with at least grade 2 as a given name or surname."""
    shift = 0 if kind == "given" else 2
    return code & ~(3 << shift) | max(code >> shift & 3, 2) << shift


@cache
def lookalikes() -> frozenset[str]:
    """Places, firms and brands of several words that look like people, folded: ``louis vuitton``."""
    several = _lines()[-1].partition("\t")[2].replace(".", "").split("|")
    return frozenset([*several, *"".join(_by_hand()["lookalike"].split("\n")).split("|")])


def is_role(name: str) -> bool:
    """Whether a word is an honorific, an office or an occupation.

    >>> is_role("spokesman"), is_role("primatologist"), is_role("table")
    (True, True, False)
    """
    return bool(code_of(name) & (ROLE | HONORIFIC)) or name.endswith(("ologist", "ographer", "ician", "woman"))


@cache
def cues(name: str) -> frozenset[str]:
    """Words beside names that tell what they are, one list of ``data/names/cues.toml``: ``kin``, ``says`` …"""
    return frozenset(_table("cues")[name].split())


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """What else a given name may stand as, both ways.

    >>> nicknames()["bill"], "joe" in nicknames()["joseph"]
    (('william',), True)
    """
    table: dict[str, tuple[str, ...]] = {}
    for pair in "".join(_by_hand()["nicknames"].split("\n")).split("|"):
        short, long = pair.split()
        table[short] = (*table.get(short, ()), long)
        table[long] = (*table.get(long, ()), short)
    return table


@cache
def _lines() -> list[str]:
    data = files("cleaner").joinpath("data/names/tokens.bin").read_bytes()
    return zlib.decompress(data).decode().splitlines()


def _by_hand() -> dict[str, str]:
    return _table("kinds")


@cache
def _table(name: str) -> dict[str, str]:
    return tomllib.loads(files("cleaner").joinpath(f"data/names/{name}.toml").read_text(encoding="utf-8"))
