"""Lists of names: what a capitalised word may be.

No list of names decides by itself. *Will*, *May*, *Paris*, *Jordan* and *Bush* are names, words and places, so every
word has four grades from 0 (never) to 3 (mostly): as a given name, as a surname, as an English word, as a place. The
lists come from the United States census, the Social Security Administration, Faker, mimesis, SCOWL and GeoNames; see
``data/names/CARD.md``. What a word does beside a name (``Dr.``, ``spokesman``, ``University``) is written by hand in
``data/names/kinds.toml``.

    >>> from cleaner.parties.name_codes import HONORIFIC, LAND, ORGANIZATION
    >>> code_of("Joe") & GIVEN == GIVEN, code_of("Will") & WORD == WORD, code_of("Paris") & LAND == LAND
    (True, True, True)
    >>> bool(code_of("Mrs.") & HONORIFIC), bool(code_of("University") & ORGANIZATION)
    (True, True)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property, lru_cache

from cleaner.core import tables
from cleaner.language import Language, Languages
from cleaner.parties.name_codes import (
    GIVEN,
    HONORIFIC,
    KINDS,
    ROLE,
    STOP,
    WORD,
    Codes,
    build,
    fold,
    shared_names,
)

_ENGLISH_KINDS = frozenset({"role", "nationality", "soft", "female", "male", "honorific"})
"""Kinds whose words other languages do not share."""
LINKS = (
    "de|del|della|di|da|dos|das|do|du|des|van|der|den|von|zu|bin|ibn|bint|ben|al|el|ter|ten|af|av|y|la|le|las|los|e|lo"
)
_COMPOUND, _PART = 9, 3
"""The shortest compound whose parts are looked at, and its shortest part."""
LONGEST = 40
"""Longer words are no names; nothing is looked up for them."""


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
        """The particles that may come between the words of a name, as alternatives of a pattern."""
        self._kinds: dict[str, str] = own.get("kinds", {})
        cues = tables.single("names/cues.toml") | own.get("cues", {})
        self.cues = {name: frozenset(words.split()) for name, words in cues.items()}
        """Words beside names that tell what they are, by the lists of ``data/names/cues.toml`` (``kin``, ``says``
        …)."""
        self.titles = frozenset(self._kinds.get("role", "").split())
        """Offices and occupations of a language other than English, as written by hand."""
        self.met: dict[str, tuple[str, int, bool]] = {}

    @cached_property
    def codes(self) -> Codes:
        """The code of every known word."""
        if self._place is None:
            return Codes(_by_hand(_kinds()))
        shared = {kind: words for kind, words in _kinds().items() if kind not in _ENGLISH_KINDS}
        shared["english_stop"] = shared.pop("stop")
        return Codes([*_by_hand(shared), *_by_hand(self._kinds)], self._words[0])

    @cached_property
    def _words(self) -> tuple[dict[str, str], str]:
        """The list of a language other than English, in the form of :func:`build`."""
        return ({}, "") if self._place is None else build([self._place / "names.bin"])

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
        several = f"{shared_names()[1]}|{self._words[1]}"
        return frozenset([*several.replace(".", "").split("|"), *"".join(_kinds()["lookalike"].split("\n")).split("|")])

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Endings of surnames."""
        return tuple(sorted(self.cues["form"]))

    @cached_property
    def weights(self) -> dict[str, dict[str, int]]:
        """The tables of weights in hundredths: sums of whole numbers are the same in any order, on any machine."""
        found: dict[str, dict[str, float]] = tables.single("names/weights.toml")
        chosen = {"full": found["full"], "single": found["single"]}
        if not self.is_english:
            chosen = {kind: chosen[kind] | found[f"{kind}_elsewhere"] for kind in chosen}
            for table in chosen.values():
                table["limit"] += self.caution
        return {kind: {name: round(100 * value) for name, value in table.items()} for kind, table in chosen.items()}


def _by_hand(kinds: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each word of the lists written by hand, with its kind."""
    known = [kind for kind in kinds if kind in KINDS or kind in ("given", "family", "english_stop")]
    return [(kind, name) for kind in known for name in kinds[kind].split()]


@cache
def name_tables() -> NameTables:
    """The tables of English; loaded once, on first use."""
    return NameTables()


@lru_cache(maxsize=16)
def tables_for(languages: Languages, code: str | None) -> NameTables | None:
    """The tables of a language, of English by default; None if the language has no names."""
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
    for pair in "".join(_kinds()["nicknames"].split("\n")).split("|"):
        short, long = pair.split()
        table[short] = (*table.get(short, ()), long)
        table[long] = (*table.get(long, ()), short)
    return table


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = tables.single("names/kinds.toml")
    return found
