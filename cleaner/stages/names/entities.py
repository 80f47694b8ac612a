"""Organizations and places: a table of aliases, found in one pass.

"U.S.", "US" and "United States" are one country, but three strings. The table says which spellings mean the same; the
text stays as the reporter wrote it. The difficulty is ambiguity: Georgia is a country and a state, Jordan a country and
a basketball player, Turkey a bird at the start of a sentence, US a pronoun in a headline. Such names count only if the
text has other evidence (Tbilisi, Amman, Ankara). Demonyms ("Turkish") mean people and languages, and are left alone.

A language with other names for countries (*Alemania*, *Deutschland*) has them in its folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from cleaner.core import lazy_re as re, tables
from cleaner.core.parts import Entity, Mention
from cleaner.language import Language
from cleaner.parties.name_codes import HONORIFIC, NATIONALITY, ROLE
from cleaner.parties.name_lists import NameTables, code_of

_START = re.compile(r"[aA-ZÀ-ÖØ-Þ](?<![\w@#/_].)(?:(?<!a)\w*|(?<=a)l(?=-[QS]))")
_SHOUT = re.compile(r"[^\W\d_a-z]{2,}")
_LAST_WORD = re.compile(r"([\w.’'-]{1,40})[ \u00a0]$")
_NEXT_WORD = re.compile(r"[ \u00a0]([\w’'-]{1,40})")
_PLACES = ("country", "territory", "state", "city")


@dataclass(frozen=True, slots=True)
class Row:
    """One place or organization; ``meant`` is its official name, ``wikidata`` its item there ("Q1065").

    The bare ``name`` is believed where one of the ``evidence`` words stands in the text; ``caution`` says what else it
    is.
    """

    name: str
    meant: str
    kind: Literal["organization", "place"]
    code: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    caution: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    rows: tuple[Row, ...]
    by_word: dict[str, tuple[tuple[str, tuple[Row, ...]], ...]]
    before: frozenset[str]
    behind: frozenset[str]
    part: frozenset[str]


@cache
def _table(language: Language | None = None, genitive: bool = False) -> _Table:
    data = tables.single("entities.toml")
    rows = tuple(_row(entry, group) for group in (*_PLACES, "organization") for entry in data[group])
    abroad = dict(_abroad(rows, language, genitive)) if language else {}
    meant = {alias: [row] for alias, row in abroad.items()}
    for row in rows:
        official = () if row.evidence else (row.meant,)
        for alias in dict.fromkeys((row.name, *row.aliases, *official)):
            if alias not in abroad:
                meant.setdefault(alias, []).append(row)
    by_word: dict[str, list[tuple[str, tuple[Row, ...]]]] = {}
    for alias in sorted(meant, key=lambda a: (-len(a), a)):
        first = _START.match(alias)
        by_word.setdefault(first.group() if first else alias, []).append((alias, tuple(meant[alias])))
    context = {key: frozenset(words) for key, words in data["context"].items()}
    return _Table(rows, {word: tuple(found) for word, found in by_word.items()}, **context)


def _abroad(rows: Iterable[Row], language: Language, genitive: bool) -> Iterator[tuple[str, Row]]:
    """What a language calls the countries, and in German *Deutschlands*. Such a name needs no evidence."""
    countries = {row.code: row for row in rows}
    for code, names in language.countries.items():
        for name in names:
            row = replace(countries[code], name=name, evidence=(), caution="")
            yield name, row
            if genitive and " " not in name and not name.endswith(("s", "x", "z")):
                yield f"{name}s", row


def _row(entry: dict[str, Any], group: str) -> Row:
    known = {key: value for key, value in entry.items() if key in Row.__match_args__}
    given: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in known.items()}
    return Row(**{"meant": entry["name"], "kind": "place" if group in _PLACES else "organization"} | given)


def entity_rows() -> tuple[Row, ...]:
    """Every row of the table.

    >>> next(row.code for row in entity_rows() if row.name == "Ukraine")
    'UA'
    """
    return _table().rows


def find_entities(
    text: str,
    *,
    taken: Sequence[tuple[int, int]] = (),
    language: Language | None = None,
    names: NameTables | None = None,
) -> list[Entity]:
    """The organizations and places named in ``text``, one entry each, in the order of their first mention.

    Where several names fit, the longest counts; possessives stay outside. ``taken`` are spans that belong to
    somebody else, such as persons: no entity stands inside them. ``language`` and its ``names`` are those of the text,
    where it is not English.

    >>> text = "The U.S. and Ukraine's allies met in London. Jack London did not. The US agreed."
    >>> [(e.name, e.code, [m.text for m in e.mentions]) for e in find_entities(text)]
    [('United States', 'US', ['U.S.', 'US']), ('Ukraine', 'UA', ['Ukraine']), ('London', None, ['London'])]
    >>> [e.code for e in find_entities("Voters in Georgia, from Atlanta to Savannah, waited.")]
    ['US-GA', None]
    >>> find_entities("TELL US MORE. Turkey is best with gravy. Michael Jordan smiled.")
    []
    """
    found: dict[tuple[str, str | None], list[Mention]] = {}
    rows: dict[tuple[str, str | None], Row] = {}
    finder = _Finder(text, language, names)
    for row, start, end in _outside(finder.mentions(), taken):
        key = (row.meant, row.code)
        rows[key] = row
        found.setdefault(key, []).append(Mention(start=start, end=end, text=text[start:end]))
    return [
        Entity(name=row.meant, kind=row.kind, code=row.code, wikidata=row.wikidata, mentions=tuple(found[key]))
        for key, row in rows.items()
    ]


Found = tuple[Row, int, int]


def _outside(found: Iterable[Found], taken: Sequence[tuple[int, int]]) -> Iterator[Found]:
    spans = sorted(taken)
    i = 0
    for row, start, end in found:
        while i < len(spans) and spans[i][1] <= start:
            i += 1
        if i == len(spans) or spans[i][0] >= end:
            yield row, start, end


class _Finder:
    def __init__(self, text: str, language: Language | None, names: NameTables | None) -> None:
        self.text = text
        self.table = _table(language, names is not None and names.genitive)
        self.small = language.small if language else frozenset()
        self.nouns = names is not None and names.nouns
        self.believed: dict[str, bool] = {}

    def mentions(self) -> Iterator[Found]:
        """Every believed name, left to right, none inside another."""
        done = 0
        by_word = self.table.by_word
        for m in _START.finditer(self.text):
            names = by_word.get(m.group())
            start = m.start()
            if names is None or start < done:
                continue
            for alias, rows in names:
                end = start + len(alias)
                if self.text.startswith(alias, start) and self._ends(alias, end):
                    done = end
                    if row := self._choose(rows, alias, start, end):
                        yield row, start, end
                    break

    def _ends(self, alias: str, end: int) -> bool:
        """Whether a word ends here: not in "USAID", not in "ukraine.com"."""
        behind = self.text[end : end + 2]
        if not behind:
            return True
        if behind[0].isalnum() or behind[0] in "_@":
            return False
        return not (behind[0] == "." and behind[1:].isalpha() and not alias.endswith("."))

    def _choose(self, rows: tuple[Row, ...], alias: str, start: int, end: int) -> Row | None:
        """The row that is meant here; of several the one that the text gives evidence for."""
        if alias.isupper() and len(alias) <= 4 and self._shouted(start, end):
            return None
        believed = [row for row in rows if alias != row.name or self._has_evidence(row)]
        if len(believed) != 1:
            return None
        row = believed[0]
        if row.kind == "organization" and not row.caution:
            return row if self._is_whole(row, alias, start, end) else None
        return row if self._stands_alone(row, alias, start, end) else None

    def _has_evidence(self, row: Row) -> bool:
        """Does the text have one of the words that a doubtful name needs?"""
        if not row.evidence:
            return True
        key = f"{row.name} {row.code}"
        if key not in self.believed:
            words = "|".join(map(re.escape, sorted(row.evidence, key=len, reverse=True)))
            self.believed[key] = re.search(rf"(?<!\w)(?:{words})(?!\w)", self.text) is not None
        return self.believed[key]

    def _shouted(self, start: int, end: int) -> bool:
        """Is US or WHO beside a word in capitals, so that it may be a pronoun?"""
        beside = self.text[max(0, start - 24) : start].split()[-1:] + self.text[end : end + 24].split()[:1]
        words = [word.strip(".,:;!?’'\"“”") for word in beside]
        return any(_SHOUT.fullmatch(word) and word not in self.table.by_word for word in words)

    def _is_whole(self, row: Row, alias: str, start: int, end: int) -> bool:
        """Whether no other organization's name holds this one: "Harvard Law Review", "Texas Supreme Court"."""
        left, right = self._beside(start, end)
        if " " in alias and (code_of(left) & NATIONALITY or self._is_place(left)):
            return False
        if alias in (row.name, row.meant) or not alias.istitle() or not alias.isalpha() or not right[:1].isupper():
            return True
        return right in self.table.behind or right in self.table.by_word or bool(code_of(right) & (ROLE | HONORIFIC))

    def _is_place(self, word: str) -> bool:
        """Whether a word by itself is the name of a place."""
        found = self.table.by_word.get(word, ())
        return any(row.kind == "place" for name, rows in found if name == word for row in rows)

    def _beside(self, start: int, end: int) -> tuple[str, str]:
        """The words before and after; empty if there is none."""
        before = _LAST_WORD.search(self.text[max(0, start - 41) : start])
        behind = _NEXT_WORD.match(self.text, end)
        return before.group(1) if before else "", behind.group(1) if behind else ""

    def _stands_alone(self, row: Row, alias: str, start: int, end: int) -> bool:
        """Is the name not part of a longer one, such as Jack London, Paris Hilton, Bank of England, China Daily?"""
        left, right = self._beside(start, end)
        table = self.table
        if right in table.part or (left == "of" and self._part_of(start)):
            return False
        if left[:1].isupper() and not self.nouns and not self._frees(left):
            return False
        joined = right[:1].isupper() and right not in table.behind and right not in table.by_word
        return not (joined and row.caution and (alias == row.name or alias.isalpha()))

    def _frees(self, left: str) -> bool:
        """Whether a capitalized word in front leaves the name alone: "In", "Western", "Putin's", a sentence's end."""
        if left in self.table.before or left.lower() in self.small:
            return True
        return left in self.table.by_word or left.endswith((".", "'s", "’s", "s'", "s’"))

    def _part_of(self, start: int) -> bool:
        """ "University of …", "Bank of …"."""
        words = self.text[max(0, start - 40) : start].split()
        return len(words) > 1 and words[-2] in self.table.part
