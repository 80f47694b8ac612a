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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Final

from cleaner.core import tables
from cleaner.language import Language, Languages

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
_ENGLISH_KINDS = frozenset({"role", "nationality", "soft", "female", "male", "honorific"})
"""Kinds whose words other languages do not share."""
LINKS = (
    "de|del|della|di|da|dos|das|do|du|des|van|der|den|von|zu|bin|ibn|bint|ben|al|el|ter|ten|af|av|y|la|le|las|los|e|lo"
)
_COMPOUND, _PART = 9, 3
"""The shortest compound whose parts are looked at, and its shortest part."""
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

    A shelf holds the words that begin with the same two letters. ``words`` are the plain words and titles of a language
    other than English; the grades as English words are then left out.
    """

    def __init__(self, by_hand: Iterable[tuple[str, str]], words: Sequence[str] | None = None) -> None:
        self._names = _shelves(_lines()[:-1])
        self._words = None if words is None else _shelves(words)
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
            shelf[name] = _with(shelf.get(name, 0), kind)
        if shelf:
            self._open[start] = shelf
        return shelf


def _abroad(code: int) -> int:
    """The code of a name in another language: an English word is a rare word there, in titles and names of firms."""
    if code & WORD_2 and code & GIVEN != GIVEN and code & FAMILY != FAMILY:
        return code & ~WORD | 1 << 4
    return code & ~WORD


def _shelves(lines: Sequence[str]) -> dict[str, str]:
    return {line[: line.index("\t")]: line for line in lines}


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

    English is the language of the tables in ``data/names``. Another language brings ``names.toml`` and ``names.bin`` in
    its own folder, and shares the lists of names with it.

    >>> bool(NameTables().code("spokesman") & ROLE)
    True
    """

    def __init__(self, language: Language | None = None) -> None:
        self._place = language.place if language else None
        own = tables.read(self._place / "names.toml") if self._place else {}
        self.is_english = self._place is None
        self.nouns: bool = own.get("nouns", False)
        """Whether every noun is capitalised, as in German."""
        self.genitive: bool = own.get("genitive", False)
        """Whether a name takes an *s* without an apostrophe: *Merkels Politik*."""
        self.caution: float = own.get("caution", 0.0)
        """How much more evidence a name takes than in other languages."""
        self.links: str = own.get("links", LINKS)
        """The particles that may stand between the words of a name, as alternatives of a pattern."""
        self._kinds: dict[str, str] = own.get("kinds", {})
        self.cues = {name: frozenset(words.split()) for name, words in (_table("cues") | own.get("cues", {})).items()}
        """Words beside names that tell what they are, by the lists of ``data/names/cues.toml``: ``kin``, ``says`` …"""
        self.titles = frozenset(self._kinds.get("role", "").split())
        """Offices and occupations of a language other than English, as written by hand."""
        self.met: dict[str, tuple[str, int, bool]] = {}

    @cached_property
    def codes(self) -> Codes:
        """The code of every known word."""
        if self._place is None:
            return Codes(_by_hand(_table("kinds")))
        shared = {kind: words for kind, words in _table("kinds").items() if kind not in _ENGLISH_KINDS}
        shared["english_stop"] = shared.pop("stop")
        return Codes([*_by_hand(shared), *_by_hand(self._kinds)], self._words[:-1])

    @cached_property
    def _words(self) -> list[str]:
        """The lines of the list of a language other than English; the last one holds places of several words."""
        if self._place is None:
            return [""]
        return zlib.decompress((self._place / "names.bin").read_bytes()).decode().splitlines()

    def code(self, name: str) -> int:
        """The code of one word as written, 0 for an unknown one."""
        return self.code_of_key(fold(name)) if len(name) <= LONGEST else 0

    def code_of_key(self, key: str) -> int:
        """The code of a folded word; where nouns are capitalised, that of a compound's last part: *Kanzleramtschef*."""
        code = self.codes.get(key, 0)
        if code or not self.nouns or len(key) < _COMPOUND:
            return code
        if key.endswith("in") and (male := self.code_of_key(key[:-2]) & (WORD | ROLE)):
            return male
        for start in range(_PART, len(key) - _PART + 1):
            last = self.codes.get(key[start:], 0)
            if last & ROLE and len(key) - start > _PART + 1:
                return ROLE
            if last & WORD and not last & STOP:
                return 1 << 4
        return 0

    def is_role(self, name: str) -> bool:
        """Whether a word is an honorific, an office or an occupation."""
        if self.code(name) & (ROLE | HONORIFIC):
            return True
        return self.is_english and name.endswith(("ologist", "ographer", "ician", "woman"))

    @cached_property
    def lookalikes(self) -> frozenset[str]:
        """Places, firms and brands of several words that look like people, folded: ``louis vuitton``."""
        several = "|".join(line.partition("\t")[2] for line in (_lines()[-1], self._words[-1]))
        return frozenset(
            [*several.replace(".", "").split("|"), *"".join(_table("kinds")["lookalike"].split("\n")).split("|")]
        )

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Endings of surnames."""
        return tuple(sorted(self.cues["form"]))

    @cached_property
    def weights(self) -> dict[str, dict[str, int]]:
        """The tables of weights in hundredths: sums of whole numbers are the same in any order, on any machine."""
        found: dict[str, dict[str, float]] = tomllib.loads(_read("weights"))
        chosen = {"full": found["full"], "single": found["single"]}
        if not self.is_english:
            chosen = {kind: chosen[kind] | found[f"{kind}_elsewhere"] for kind in chosen}
            for table in chosen.values():
                table["limit"] += self.caution
        return {kind: {name: round(100 * value) for name, value in table.items()} for kind, table in chosen.items()}


def _by_hand(kinds: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each word of the lists written by hand, with its kind."""
    known = [kind for kind in kinds if kind in _KINDS or kind in ("given", "family", "english_stop")]
    return [(kind, name) for kind in known for name in kinds[kind].split()]


@cache
def name_tables() -> NameTables:
    """The tables of English; loaded once, on first use."""
    return NameTables()


@lru_cache(maxsize=16)
def tables_for(languages: Languages, code: str | None) -> NameTables | None:
    """The tables of a language; those of English where none is told, and none where a language brings no names."""
    if code in (None, "en"):
        return name_tables()
    language = languages.get(code)
    place = language.place if language else None
    return NameTables(language) if place and (place / "names.toml").is_file() else None


def codes() -> Codes:
    """The code of every known word in English text."""
    return name_tables().codes


def code_of(name: str) -> int:
    """The code of one word in English text, 0 for an unknown one."""
    return name_tables().code(name)


def is_likely_name(name: str) -> bool:
    """Does a name begin with a given name that is not rather a word?

    >>> is_likely_name("Ann Lee"), is_likely_name("Edit My Profile"), is_likely_name("Registrieren")
    (True, False, False)
    """
    first = next((w for w in name.replace(".", " ").split() if len(w) > 2), "")
    code = code_of(first)
    is_word = code & WORD == WORD or code & STOP
    return first[:1].isupper() and (code & GIVEN == GIVEN or bool(code & GIVEN and not is_word))


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
