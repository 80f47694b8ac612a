"""Linking mentions: one entry for each person.

Full names come first; *Biden* alone is linked to the full name that ends with it. If there are two (*Hunter Biden*,
*Joe Biden*), preference goes, in this order, to the one who is not introduced as somebody's relative, whom the article
does not call by the given name, who had the same title, who was named in full just before, who is at the centre of the
article. A suffix distinguishes: *Donald Trump Jr.* is not Donald Trump. So does a title: *Mr. Reed* is not Susan Reed.
Names are found by an index of surnames and given names, never by comparing all with all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from cleaner.core import lazy_re as re
from cleaner.core.parts import Mention, Person
from cleaner.parties.casing import repair_case
from cleaner.parties.name_codes import FEMALE, GIVEN_2, HONORIFIC, KNOWN, MALE, PARTICLE, WORD_2
from cleaner.parties.name_lists import NameTables, codes, cues, name_tables, nicknames
from cleaner.stages.names.likeness import misspelt, near, same_given
from cleaner.stages.names.mentioned import GENDERS, TITLES, Entry, Mentioned
from cleaner.stages.names.titles import beside, split_suffix

_INNER = re.compile(r" \([^()]*\)")
_RIVALS = 20
_NEAR = 150
_ALIAS_GAP = 60
_ALIAS = re.compile(
    r"(?:\b(?<!best )(?:known|written|writes|performs|performing|billed|credited) (?:\w+ )?(?:as|under)"
    r"(?: the name(?: of)?)?"
    r"|\b(?:born|née|né|nee|aka|a\.k\.a\.|alias)):? [\"“'‘]?$"
)
"""An alias verb right before a name, which then is another name of the person before."""
_MAIDEN = re.compile(r"\(?\b(?:née|né|nee|born) $")
_COUPLE = re.compile(r" and (?:(?:his|her|the|then) )?(?:[a-z][\w'’-]*,? ){0,3}")
"""What stands between two people of one surname."""
_WOMAN = re.compile(r"[ ,.”\"]{1,3}[^\n.]{0,50}?\b(?:she|her|herself)\b")
_MAN = re.compile(r"[ ,.”\"]{1,3}[^\n.]{0,50}?\b(?:he|his|him|himself)\b")
_GENERATIONS = re.compile(r"\b(?:father|son|elder|younger|senior|junior|late|grandfather|grandson|namesake)\b")


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
    apart = {mention for mention, after in pairwise(ordered) if index.is_namesake(mention, after)}
    for mention in ordered:
        if len(mention.keys) == 1 and mention not in apart:
            index.single(mention)
    for entry in sorted(index.all, key=lambda e: min(e.mentions)):
        yield _person(text, entry, tables or name_tables())


def _person(text: str, entry: Entry, tables: NameTables) -> Person:
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


def _is_sure(entry: Entry, tables: NameTables) -> bool:
    """Is there more than one weak sign for a person?

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
    sentence = r"(?:[^.\n]|\.(?= \d)){0,150}$"
    before = rf"\b(?:{words}),? (?:[a-z]+ ){{0,3}}$|\b(?:born\b[^.\n]{{0,80}}\bto|(?:{words}) (?:of|to)) {sentence}"
    return re.compile(before), re.compile(rf"\s?, (?:his|her|their|whose) (?:\w+ ){{0,2}}(?:{words})\b")


class _Index:
    """Entries by surname, by given name, by any name in between, and by the letters of the surname."""

    def __init__(self, text: str, singles: list[Mentioned]) -> None:
        self.all: list[Entry] = []
        self._text = text
        self._alone = Counter(m.keys[0] for m in singles)
        self._generations = {m.keys[0] for m in singles if m.suffix}
        self._by_last: dict[str, list[Entry]] = defaultdict(list)
        self._by_first: dict[str, list[Entry]] = defaultdict(list)
        self._by_any: dict[str, list[Entry]] = defaultdict(list)
        self._by_letters: dict[str, list[Entry]] = defaultdict(list)

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

    def _same(self, mention: Mentioned) -> Entry | None:
        keys = mention.keys
        first, last = keys[0], keys[-1]
        if len(keys) == 2 and codes().get(first, 0) & PARTICLE and self._by_last.get(last):
            return self._by_last[last][-1]
        for entry in self._by_last[last][-_RIVALS:]:
            agree = (
                same_given(first, entry.keys[0]) or misspelt(first, entry.keys[0]) or entry.keys[-len(keys) :] == keys
            )
            if (agree or keys[-len(entry.keys) :] == entry.keys) and not self._other_generation(entry, mention):
                return entry
        for entry in self._by_first[first][-_RIVALS:]:
            agree = entry.keys[: len(keys)] == keys or keys[: len(entry.keys)] == entry.keys
            if (agree or near(entry.keys[-1], last)) and not self._other_generation(entry, mention):
                return entry
        return next((e for e in self._by_first[last][-_RIVALS:] if e.keys == keys[::-1]), None)

    def _other_generation(self, entry: Entry, mention: Mentioned) -> bool:
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

    def is_namesake(self, mention: Mentioned, after: Mentioned) -> bool:
        """Does a surname stand beside a full name that ends with it: *President Trump and first lady Melania Trump*?

        Then the surname alone is somebody else, here and wherever nothing tells. If the text never names that person
        in full, the mention begins an entry of its own.
        """
        key = mention.keys[0]
        if len(mention.keys) > 1 or len(after.keys) == 1 or after.keys[-1] != key:
            return False
        if not _COUPLE.fullmatch(self._text, mention.end, after.start):
            return False
        namesakes = self._by_last[key]
        for entry in namesakes:
            entry.relative = entry.relative or after.start in entry.fulls
        alone = all(entry.relative for entry in namesakes)
        if alone:
            self._add(mention)
        return alone

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

    def _may_be(self, entry: Entry, mention: Mentioned) -> bool:
        """Do suffix and title allow it? *Trump Jr.* must have that suffix, and *Mr. Reed* is not a woman."""
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

    def _best(self, entries: list[Entry], mention: Mentioned) -> Entry:
        """Of several people of one name, the one who is meant."""
        if len(entries) == 1:
            return entries[0]
        key = mention.keys[0]
        rivals = [e for e in entries if key == e.keys[-1]] or entries
        if mention.suffix or key in self._generations:
            rivals = [e for e in rivals if e.suffix == mention.suffix] or rivals
        if not mention.before & TITLES:
            rivals = [e for e in rivals if e.mentions[0].start < mention.start] or rivals
        doubts = [self._doubt(e, key) for e in rivals]
        rivals = [e for e, doubt in zip(rivals, doubts, strict=True) if doubt == min(doubts)]
        if mention.before & TITLES:
            rivals = [e for e in rivals if mention.before in e.titles] or rivals
        return max(rivals, key=lambda e: _standing(e, mention))

    def _doubt(self, entry: Entry, key: str) -> int:
        """The doubt that a surname alone means this person: a relative, or somebody called by the given name."""
        alone = self._alone[entry.keys[0]] if len(entry.keys) > 1 and entry.keys[0] != key else 0
        return 2 * entry.relative + min(alone, 3)

    def _add(self, mention: Mentioned) -> None:
        entry = Entry(mention.keys)
        entry.take(mention)
        if len(mention.keys) > 1:
            self._lean(entry, mention)
            before, behind = _kin()
            text = self._text
            told = before.search(text, max(0, mention.start - 160), mention.start) or behind.match(text, mention.end)
            entry.relative = told is not None and not mention.before & TITLES
        self.all.append(entry)
        self._file(mention.keys, entry)

    def _lean(self, entry: Entry, mention: Mentioned) -> None:
        """Count what a full name and the pronoun after it tell about the gender."""
        if len(entry.fulls) == 1:
            entry.lean(codes().get(mention.keys[0], 0) & GENDERS, 1)
        for pronoun, gender in ((_WOMAN, FEMALE), (_MAN, MALE)):
            if pronoun.match(self._text, mention.end):
                entry.lean(gender, 1)

    def _file(self, keys: tuple[str, ...], entry: Entry) -> None:
        last = keys[-1]
        self._by_last[last].append(entry)
        if len(keys) > 1:
            self._by_first[keys[0]].append(entry)
            for letters in dict.fromkeys((last[:3], last[-3:])):
                self._by_letters[letters].append(entry)
            for key in keys[1:-1]:
                self._by_any[key].append(entry)


def _standing(entry: Entry, mention: Mentioned) -> tuple[int, int, int]:
    """How near, and how much at the centre of the article, an entry is for a mention."""
    before = bisect_left(entry.fulls, mention.start)
    last = entry.fulls[before - 1] if before else -1
    return (last if last > mention.start - _NEAR else -1, len(entry.fulls), -entry.mentions[0].start)
