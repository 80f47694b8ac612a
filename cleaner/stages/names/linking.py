"""Whose mention it is: one entry a person.

Full names come first; *Biden* alone goes to the full name that ends in it. Where an article has two of them (*Hunter
Biden*, *Joe Biden*), it goes to the one who is not brought in as somebody's relative, to the one whom the article does
not call by the given name, to the one who bore the same title, to the one named in full just before, to the one at the
centre, in this order. A suffix is part of who it is: *Donald Trump Jr.* is not Donald Trump. A title can contradict:
*Mr. Reed* is not Susan Reed. Everything is found through an index by surname and given name, never by comparing all
with all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from cleaner.core.parts import Mention, Person
from cleaner.parties.casing import repair_case
from cleaner.parties.name_lists import (
    FEMALE,
    GIVEN,
    GIVEN_2,
    HONORIFIC,
    KNOWN,
    MALE,
    PARTICLE,
    ROLE,
    WORD_2,
    NameTables,
    codes,
    cues,
    name_tables,
    nicknames,
)
from cleaner.stages.names.titles import beside, split_suffix

_TITLES = HONORIFIC | ROLE
_GENDERS = MALE | FEMALE
_INNER = re.compile(r" \([^()]*\)")
_RIVALS = 20
_NEAR = 150
_ALIAS_GAP = 60
_ALIAS = re.compile(
    r"(?:\b(?<!best )(?:known|written|writes|performs|performing|billed|credited) (?:\w+ )?(?:as|under)"
    r"(?: the name(?: of)?)?"
    r"|\b(?:born|née|né|nee|aka|a\.k\.a\.|alias)):? [\"“'‘]?$"
)
"""An alias verb right in front of a name, which then is another name of the person named before."""
_MAIDEN = re.compile(r"\(?\b(?:née|né|nee|born) $")
_WOMAN = re.compile(r"[ ,.”\"]{1,3}[^\n.]{0,50}?\b(?:she|her|herself)\b")
_MAN = re.compile(r"[ ,.”\"]{1,3}[^\n.]{0,50}?\b(?:he|his|him|himself)\b")
_GENERATIONS = re.compile(r"\b(?:father|son|elder|younger|senior|junior|late|grandfather|grandson|namesake)\b")


class Mentioned(NamedTuple):
    """A mention: its span, its folded words without suffix and particles, the code of its title, its suffix."""

    start: int
    end: int
    keys: tuple[str, ...]
    before: int = 0
    suffix: str = ""


@dataclass(slots=True)
class _Entry:
    """A person in the making.

    ``fulls`` holds where full names of it start, ``genders`` what speaks for a woman and for a man, and ``relative``
    says that it is brought in as somebody's relative.
    """

    keys: tuple[str, ...]
    suffix: str = ""
    mentions: list[Mentioned] = field(default_factory=list)
    fulls: list[int] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    relative: bool = False
    genders: dict[int, int] = field(default_factory=dict)

    def take(self, mention: Mentioned) -> None:
        """Add a mention."""
        self.mentions.append(mention)
        self.suffix = self.suffix or mention.suffix
        if len(mention.keys) > 1:
            self.fulls.append(mention.start)
        if mention.before & _TITLES:
            self.titles.add(mention.before)
        self.lean(mention.before & _GENDERS, 2)

    def lean(self, gender: int, weight: int) -> None:
        """Count what speaks for a gender; a code of both or none says nothing."""
        if gender in (MALE, FEMALE):
            self.genders[gender] = self.genders.get(gender, 0) + weight

    def contradicts(self, mention: Mentioned) -> bool:
        """Whether the title in front of a mention is of the other gender; a given name alone is no proof."""
        gender = mention.before & _GENDERS
        other = _GENDERS ^ gender
        return gender in (MALE, FEMALE) and self.genders.get(other, 0) > max(1, self.genders.get(gender, 0))


def link(text: str, mentions: Iterable[Mentioned], tables: NameTables | None = None) -> Iterator[Person]:
    """The persons, in the order of their first mention."""
    ordered = sorted(mentions)
    index = _Index(text, [m for m in ordered if len(m.keys) == 1])
    end = -_ALIAS_GAP
    for mention in ordered:
        if len(mention.keys) > 1:
            near_by = mention.start - end < _ALIAS_GAP
            index.full(mention, alias=near_by and bool(_ALIAS.search(text, end, mention.start)))
            end = mention.end
    for mention in ordered:
        if len(mention.keys) == 1:
            index.single(mention)
    for entry in sorted(index.all, key=lambda e: min(e.mentions)):
        yield _person(text, entry, tables or name_tables())


def _person(text: str, entry: _Entry, tables: NameTables) -> Person:
    mentions = sorted(entry.mentions)
    longest = max(mentions, key=lambda m: (len(m.keys), m.end - m.start, -m.start))
    name, suffix = split_suffix(" ".join(_INNER.sub("", text[longest.start : longest.end]).split()))
    if name.isupper() and (
        mixed := [m for m in mentions if m.keys == longest.keys and not text[m.start : m.end].isupper()]
    ):
        name, suffix = split_suffix(" ".join(text[mixed[0].start : mixed[0].end].split()))
    told = beside(text, [(m.start, m.end) for m in mentions[:_RIVALS]], tables)
    return Person(
        name=repair_case(name.split()) if name.isupper() and len(name) > 3 else name,
        confidence="high" if _is_sure(entry, tables) else "low",
        honorifics=told.honorifics,
        suffix=suffix,
        role=told.role,
        mentions=tuple(Mention(start=m.start, end=m.end, text=text[m.start : m.end]) for m in mentions),
    )


def _is_sure(entry: _Entry, tables: NameTables) -> bool:
    """Whether more than one weak sign stands behind a person.

    A title, or a world-known name, is enough. Else it takes a full name: one that begins with a common given name, or
    one that the text comes back to.
    """
    last = tables.codes.get(entry.keys[-1], 0)
    if entry.titles or last & KNOWN:
        return True
    if not entry.fulls:
        return False
    first = tables.codes.get(entry.keys[0], 0)
    return bool(first & GIVEN_2 and not first & WORD_2) or len(entry.mentions) > 2


@cache
def _kin() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Somebody's relative, told in front of a name (*her brother*, *born to*) and behind it (*, his wife*)."""
    words = "|".join(sorted(cues("kin")))
    before = (
        rf"\b(?:{words}),? (?:[a-z]+ ){{0,3}}$|\b(?:born\b[^.\n]{{0,80}}\bto|(?:{words}) (?:of|to)) [^.\n]{{0,100}}$"
    )
    return re.compile(before), re.compile(rf"\s?, (?:his|her|their|whose) (?:\w+ ){{0,2}}(?:{words})\b")


class _Index:
    """Entries by surname, by given name, by any name in between, and by the letters of the surname."""

    def __init__(self, text: str, singles: list[Mentioned]) -> None:
        self.all: list[_Entry] = []
        self._text = text
        self._alone = Counter(m.keys[0] for m in singles)
        self._generations = {m.keys[0] for m in singles if m.suffix}
        self._by_last: dict[str, list[_Entry]] = defaultdict(list)
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        self._by_any: dict[str, list[_Entry]] = defaultdict(list)
        self._by_letters: dict[str, list[_Entry]] = defaultdict(list)

    def full(self, mention: Mentioned, *, alias: bool) -> None:
        """Give a full name to the entry that it agrees with, to the last one if it is an alias, or to a new one."""
        entry = self._same(mention)
        if entry is None and alias and self.all:
            entry = self.all[-1]
            self._file(mention.keys, entry)
        if entry is None:
            self._add(mention)
            return
        entry.take(mention)
        self._lean(entry, mention)
        ends = mention.keys[0] == entry.keys[0], mention.keys[-1] == entry.keys[-1]
        if len(mention.keys) > len(entry.keys) and any(ends):
            entry.keys = mention.keys
            if not ends[1]:
                self._file(mention.keys, entry)

    def _same(self, mention: Mentioned) -> _Entry | None:
        keys = mention.keys
        first, last = keys[0], keys[-1]
        if len(keys) == 2 and codes().get(first, 0) & PARTICLE and self._by_last.get(last):
            return self._by_last[last][-1]
        for entry in self._by_last[last][-_RIVALS:]:
            agree = (
                same_given(first, entry.keys[0]) or _misspelt(first, entry.keys[0]) or entry.keys[-len(keys) :] == keys
            )
            if (agree or keys[-len(entry.keys) :] == entry.keys) and not self._other_generation(entry, mention):
                return entry
        for entry in self._by_first[first][-_RIVALS:]:
            agree = entry.keys[: len(keys)] == keys or keys[: len(entry.keys)] == entry.keys
            if (agree or near(entry.keys[-1], last)) and not self._other_generation(entry, mention):
                return entry
        return next((e for e in self._by_first[last][-_RIVALS:] if e.keys == keys[::-1]), None)

    def _other_generation(self, entry: _Entry, mention: Mentioned) -> bool:
        """Whether a suffix sets two people of one name apart.

        A name with another suffix is somebody else. A name that gets a suffix only later on is somebody else, too: one
        is brought in with it. A name that loses it is the same person, unless the text speaks of father or son.
        """
        if entry.suffix == mention.suffix:
            return False
        if entry.suffix and mention.suffix:
            return True
        if mention.suffix:
            return len(entry.keys) < 3 or entry.keys != mention.keys
        around = self._text[max(0, mention.start - 40) : mention.end + 40]
        return mention.before & HONORIFIC != 0 or _GENERATIONS.search(around) is not None

    def single(self, mention: Mentioned) -> None:
        """Give a single name to the entry whose surname, else given name, else any name it is, be it misspelt."""
        key = mention.keys[0]
        if self._maiden(mention):
            return
        for names in (self._by_last, self._by_first, self._by_any):
            if found := [e for e in names.get(key, ())[-_RIVALS:] if self._may_be(e, mention)]:
                self._best(found, mention).take(mention)
                return
        for other in nicknames().get(key, ()):
            if found := [e for e in self._by_first.get(other, ()) if self._may_be(e, mention)]:
                self._best(found, mention).take(mention)
                return
        for letters in (key[:3], key[-3:]) if len(key) > 5 else ():
            for entry in self._by_letters.get(letters, ())[:_RIVALS]:
                if near(entry.keys[-1], key):
                    entry.take(mention)
                    return
        self._add(mention)

    def _may_be(self, entry: _Entry, mention: Mentioned) -> bool:
        """Whether suffix and title allow it: *Trump Jr.* is nobody without that suffix, *Mr. Reed* no woman."""
        if mention.suffix and entry.suffix != mention.suffix and (entry.suffix or len(entry.keys) > 1):
            return False
        return not entry.contradicts(mention)

    def _maiden(self, mention: Mentioned) -> bool:
        """Whether it is the maiden name of the woman just named: *Geri Horner (née Halliwell)*."""
        if not _MAIDEN.search(self._text, max(0, mention.start - 8), mention.start):
            return False
        near_by = [e for e in self.all if any(0 < mention.start - f < _ALIAS_GAP for f in e.fulls[-1:])]
        if near_by:
            near_by[-1].take(mention)
            self._by_last[mention.keys[0]].append(near_by[-1])
        return bool(near_by)

    def _best(self, entries: list[_Entry], mention: Mentioned) -> _Entry:
        """Of several people of one name, the one who is meant."""
        if len(entries) == 1:
            return entries[0]
        key = mention.keys[0]
        rivals = [e for e in entries if key == e.keys[-1]] or entries
        if mention.suffix or key in self._generations:
            rivals = [e for e in rivals if e.suffix == mention.suffix] or rivals
        if not mention.before & _TITLES:
            rivals = [e for e in rivals if e.mentions[0].start < mention.start] or rivals
        doubts = [self._doubt(e, key) for e in rivals]
        rivals = [e for e, doubt in zip(rivals, doubts, strict=True) if doubt == min(doubts)]
        if mention.before & _TITLES:
            rivals = [e for e in rivals if mention.before in e.titles] or rivals
        return max(rivals, key=lambda e: _standing(e, mention))

    def _doubt(self, entry: _Entry, key: str) -> int:
        """What speaks against a surname alone being this person: a relative, or one called by the given name."""
        alone = self._alone[entry.keys[0]] if len(entry.keys) > 1 and entry.keys[0] != key else 0
        return 2 * entry.relative + min(alone, 3)

    def _add(self, mention: Mentioned) -> None:
        entry = _Entry(mention.keys)
        entry.take(mention)
        if len(mention.keys) > 1:
            self._lean(entry, mention)
            before, behind = _kin()
            text = self._text
            told = before.search(text, max(0, mention.start - 160), mention.start) or behind.match(text, mention.end)
            entry.relative = told is not None and not mention.before & _TITLES
        self.all.append(entry)
        self._file(mention.keys, entry)

    def _lean(self, entry: _Entry, mention: Mentioned) -> None:
        """What a full name and the pronoun behind it tell of the gender."""
        if len(entry.fulls) == 1:
            entry.lean(codes().get(mention.keys[0], 0) & _GENDERS, 1)
        for pronoun, gender in ((_WOMAN, FEMALE), (_MAN, MALE)):
            if pronoun.match(self._text, mention.end):
                entry.lean(gender, 1)

    def _file(self, keys: tuple[str, ...], entry: _Entry) -> None:
        last = keys[-1]
        self._by_last[last].append(entry)
        if len(keys) > 1:
            self._by_first[keys[0]].append(entry)
            for letters in dict.fromkeys((last[:3], last[-3:])):
                self._by_letters[letters].append(entry)
            for key in keys[1:-1]:
                self._by_any[key].append(entry)


def _standing(entry: _Entry, mention: Mentioned) -> tuple[int, int, int]:
    """How near, and how much at the centre of the article, an entry is for a mention."""
    before = bisect_left(entry.fulls, mention.start)
    last = entry.fulls[before - 1] if before else -1
    return (last if last > mention.start - _NEAR else -1, len(entry.fulls), -entry.mentions[0].start)


def same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: equal, one the initial, the beginning or the short form of the other.

    >>> same_given("joe", "joseph"), same_given("j", "joe"), same_given("rob", "robert"), same_given("joe", "john")
    (True, True, True, False)
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short == long or (len(short) != 2 and long.startswith(short)):
        return True
    return b in nicknames().get(a, ())


def _misspelt(a: str, b: str) -> bool:
    """Whether one given name is the other with a letter wrong inside: *Hendrik*, *Hendrick*.

    Names that differ in their first or last letter (*Donald*, *Ronald*; *Mario*, *Maria*), or that are both common
    (*Marco*, *Mario*), are two.
    """
    known = codes()
    common = known.get(a, 0) & known.get(b, 0) & GIVEN == GIVEN
    return a[:1] == b[:1] and a[-1:] == b[-1:] and not common and near(a, b)


def near(a: str, b: str) -> bool:
    """Whether two words of five letters or more differ by one letter, or by two that changed places.

    >>> near("kardahsian", "kardashian"), near("blinken", "blinkin"), near("lee", "lea")
    (True, True, False)
    """
    if a == b or min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return a == b
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
        return swapped or a[at + 1 :] == b[at + 1 :]
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[at + 1 :] == short[at:]
