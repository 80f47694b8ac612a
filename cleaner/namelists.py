"""What a capitalised word may be: given name, surname, plain word, place; honorific, office, head of an organisation.

No list of names decides anything by itself. *Will*, *May*, *Paris*, *Jordan* and *Bush* are names, words and places at once, so
every word carries four grades from 0 (never seen as such) to 3 (mostly that): as a given name, as a surname, as an
English word, as a place. The lists come from the United States census, the Social Security Administration, Faker,
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

HONORIFIC, ROLE, ORGANIZATION, PLACE, SOFT, NATIONALITY, STOP, KNOWN, PARTICLE, SUFFIX = (1 << n for n in range(8, 18))
"""Kinds of words, as bits of a code; ``SOFT`` are surnames that are also heads of places (*Park*, *Hill*)."""

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


@cache
def codes() -> dict[str, int]:
    """The code of every known word; loaded once, on first use."""
    table: dict[str, int] = {}
    for line in _lines():
        code, _, words = line.partition("\t")
        if code != "places":
            table.update(dict.fromkeys(words.split(" "), int(code)))
    for kind, text in _by_hand().items():
        for name in text.split() if kind != "lookalike" else ():
            old = table.get(name, 0)
            table[name] = _raised(old, kind) if kind in ("given", "family") else old | _KINDS[kind]
    return table


def _raised(code: int, kind: str) -> int:
    """The code with at least grade 2 as a given name or surname."""
    shift = 0 if kind == "given" else 2
    return code & ~(3 << shift) | max(code >> shift & 3, 2) << shift


@cache
def lookalikes() -> frozenset[str]:
    """Places, firms and brands of several words that look like people, folded: ``louis vuitton``."""
    several = _lines()[-1].partition("\t")[2].split("|")
    return frozenset([*several, *"".join(_by_hand()["lookalike"].split("\n")).split("|")])


@cache
def _lines() -> list[str]:
    data = files("cleaner").joinpath("data/names/tokens.bin").read_bytes()
    return zlib.decompress(data).decode().splitlines()


@cache
def _by_hand() -> dict[str, str]:
    return tomllib.loads(files("cleaner").joinpath("data/names/kinds.toml").read_text(encoding="utf-8"))
