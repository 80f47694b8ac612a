"""From segments to parties: which of them is a person, a role, an agency, a desk or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cleaner.bylines.casing import unglue
from cleaner.bylines.tokens import Segment
from cleaner.bylines.vocabulary import Vocabulary, match, vocabulary

_CAPITAL = re.compile(r"[“\"'‘]?[^\W\d_a-zß-ÿ][\w'’.-]*[”\"'’]?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
_DOMAIN = re.compile(
    r"[\w-]+\.(?:com|org|net|de|at|ch|co\.\w\w|com\.\w\w|in|fr|es|it|nl|be|eu|tv|info|news|uk|ie|ca|pt|io)", re.I
)
_CAMEL = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|\w*\d\w*|[a-z]+[A-Z]\w*")


@dataclass(slots=True)
class Person:
    """A person read from a byline: the words of the name, a role, a house."""

    words: list[str]
    role: str | None = None
    house: str | None = None


@dataclass(slots=True)
class Reading:
    """What has been read so far."""

    people: list[Person] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    desks: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def add_house(self, name: str) -> None:
        """An agency; it is also the house of the people in front of it."""
        self.houses.append(name)
        for person in self.people:
            person.house = person.house or name

    def add_people(self, words: Sequence[str], role: str | None = None) -> None:
        """One person, or several whose names lost the space between them."""
        found = [Person(name) for name in unglue(words)]
        found[-1].role = role
        self.people += found

    def give_role(self, role: str, *, to_all: bool) -> None:
        """A role belongs to the person in front of it; a plural to all who have none."""
        for person in self.people if to_all else self.people[-1:]:
            person.role = person.role or role


def read(parts: Sequence[Segment], *, credit: bool) -> Reading:
    """Read the segments in order."""
    reading = Reading()
    if swapped := _last_first(parts):
        reading.people += swapped
        return reading
    for i, part in enumerate(parts):
        _Reader(reading, part, parts[i - 1] if i else None, parts[i + 1] if i + 1 < len(parts) else None, credit).read()
    return reading


def _last_first(parts: Sequence[Segment]) -> list[Person]:
    """Names turned round: "Lee, Ann" and "Lee, Ann; Xi, Bo"."""
    if not parts or len(parts) % 2 or any(p.before != "," for p in parts[1::2]):
        return []
    if any(p.before not in (";", "and", "|", "&") for p in parts[2::2]):
        return []
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if not all(_is_surname(last) and _is_forename(first) for last, first in pairs):
        return []
    return [Person([*first.words, *last.words]) for last, first in pairs]


def _is_surname(part: Segment) -> bool:
    return len(part.words) == 1 and _plain_word(part.words[0])


def _is_forename(part: Segment) -> bool:
    first, *rest = part.words
    return _plain_word(first) and all(_INITIALS.fullmatch(w) for w in rest)


def _plain_word(word: str) -> bool:
    v = vocabulary()
    groups = ("words.organization", "words.drop", "role.head", "name.degree", "name.suffix")
    known = word.casefold() in v.agencies or any(v.has(g, word) for g in groups)
    return not known and word[:1].isupper() and not word.isupper() and not _DOMAIN.fullmatch(word)


class _Reader:
    """Reads one segment with its neighbours in sight; each ``_as_…`` tries one reading and says whether it fits."""

    def __init__(
        self, reading: Reading, part: Segment, last: Segment | None, following: Segment | None, credit: bool
    ) -> None:
        self.reading, self.part, self.last, self.following, self.credit = reading, part, last, following, credit
        self.v: Vocabulary = vocabulary()
        self.words = list(part.words)

    def read(self) -> None:
        """Try the readings, the surest first."""
        if len(self.words) > 1 and self.words[0] in ("the", "the", "our", "this"):
            self.words.pop(0)
        readings = (
            self._as_nothing, self._as_house, self._as_place, self._as_role, self._as_role_behind, self._as_role_before,
            self._as_person_and_house, self._as_house_and_more, self._as_organization, self._as_people, self._as_one_word,
        )  # fmt: skip
        if not any(reading() for reading in readings):
            self.reading.unread.append(self.text)
            if self.credit and len(self.words) <= 6:
                self.reading.houses.append(self.text)

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def _has(self, group: str, word: str) -> bool:
        return self.v.has(group, word)

    def _as_nothing(self) -> bool:
        """Fillers, degrees, and the suffix that a comma has cut off a name."""
        if self.text.casefold() in self.v.words["words.drop"] and not (
            self.part.before in self.v.words["lead.source"]
            and self.text[0].isupper()
            and self.text.casefold() in self.v.agencies
        ):
            return True
        if all(self._has("name.degree", w) for w in self.words) and self.reading.people:
            return True
        if len(self.words) == 1 and self._has("name.suffix", self.words[0]) and self.reading.people:
            self.reading.people[-1].words.append(self.words[0])
            return True
        return not any(c.isalpha() for c in self.text) or len(self.words) > 12

    def _as_house(self) -> bool:
        """A known agency, or whatever a picture was taken for."""
        name = self.v.agencies.get(self.text.casefold())
        if name is None and self.part.before == "for" and self.text[:1].isupper() and not _is_name(self.words):
            name = self.text
        if name is None:
            return False
        self.reading.add_house(
            name if self.text.isupper() or self.text.islower() or len(self.words) == 1 else self.text
        )
        return True

    def _as_place(self) -> bool:
        """Where somebody writes: "in Valencia"."""
        return (
            self.part.before in self.v.words["lead.place"]
            and not self.credit
            and not _is_name(self.words)
            or (self.part.before in ("in", "aus", "à"))
        )

    def _as_role(self) -> bool:
        """A segment that is a role from end to end, or begins with one that goes on: "Editor of the Daily Post"."""
        end = _role_end(self.words, self.v)
        if end < len(self.words):
            return False
        plural = any(self._has("role.plural", w) for w in self.words)
        if self.reading.people:
            self.reading.give_role(self.text, to_all=plural)
        elif not self.credit and (self.following is None or self._is_desk()):
            self.reading.desks.append(self.text)
        return True

    def _is_desk(self) -> bool:
        return any(self._has("words.desk", w) for w in self.words)

    def _as_role_behind(self) -> bool:
        """A person or an agency, then a role: "Ann Lee Senior Reporter", "CNN Editor-at-large"."""
        start = _role_start(self.words, self.v)
        if start is None or start == 0:
            return False
        left, role = self.words[:start], " ".join(self.words[start:])
        if (house := self.v.agencies.get(" ".join(left).casefold())) and (
            self.reading.people or not self._desk_like(role)
        ):
            self.reading.give_role(role, to_all=True)
            self.reading.add_house(house)
            return True
        if not self.reading.people and self._desk_like(role) and not _is_name(left):
            self.reading.desks.append(self.text)
            return True
        if _is_name(left):
            self.reading.add_people(left, role)
            return True
        if self.reading.people:
            self.reading.give_role(role, to_all=True)
            self.reading.add_house(" ".join(left))
            return True
        return False

    def _desk_like(self, role: str) -> bool:
        return True

    def _as_role_before(self) -> bool:
        """A role, then a person: "Political Editor Ann Lee"."""
        end = _role_end(self.words, self.v)
        if not 0 < end < len(self.words) or not _is_name(self.words[end:]):
            return False
        self.reading.add_people(self.words[end:], " ".join(self.words[:end]))
        return True

    def _as_person_and_house(self) -> bool:
        """A person, then an agency without a comma: "ERIC TUCKER Associated Press"."""
        folded = [w.casefold() for w in self.words]
        for i in range(2, len(self.words)):
            width = match(self.v.agency_phrases, folded, i)
            name = " ".join(self.words[i:])
            if (
                width
                and i + width == len(self.words)
                and _is_name(self.words[:i])
                and name.casefold() not in self.v.weak
            ):
                self.reading.add_people(self.words[:i])
                self.reading.add_house(name)
                return True
        return self._at_case_change()

    def _at_case_change(self) -> bool:
        """ "JOHN SMITH Lincoln Journal Star": the capitals end where the name does."""
        i = next((i for i, w in enumerate(self.words) if not w.isupper()), 0)
        if (
            i < 2
            or not _is_name(self.words[:i])
            or len(self.words[0]) < 3
            and i < 3
            or self._has("name.particle", self.words[i])
        ):
            return False
        self.reading.add_people(self.words[:i])
        _Reader(self.reading, Segment(tuple(self.words[i:]), ","), self.part, self.following, self.credit).read()
        return True

    def _as_house_and_more(self) -> bool:
        """An agency, then a person: "AP Photo Ann Lee"."""
        folded = [w.casefold() for w in self.words]
        width = match(self.v.agency_phrases, folded, 0)
        rest = self.words[width:]
        if not width or " ".join(folded[:width]) in self.v.weak or not rest:
            return False
        if not _is_name(rest) and (self.credit or self.v.agencies.get(" ".join(rest).casefold()) is None):
            return False
        self.reading.add_house(" ".join(self.words[:width]))
        _Reader(self.reading, Segment(tuple(rest), ""), None, self.following, self.credit).read()
        return True

    def _as_organization(self) -> bool:
        """A segment with a word that only organizations bear: News, Verlag, University."""
        bears = [i for i, w in enumerate(self.words) if self._has("words.organization", w) or _DOMAIN.fullmatch(w)]
        if (
            not bears
            and not any(w in self.v.words["words.link"] for w in self.words[1:])
            and self.words[0] not in ("The", "THE", "Le", "La")
        ):
            return False
        if bears and self._person_in_front(bears[0]):
            return True
        if len(self.words) > 8 or (not self.credit and not any(w[:1].isupper() for w in self.words)):
            return True
        if self._is_desk():
            self.reading.desks.append(self.text)
        else:
            self.reading.add_house(self.text)
        return True

    def _person_in_front(self, first: int) -> bool:
        """ "Ann Lee Lincoln Journal Star": two words of a name, three with an initial, then the house."""
        words = self.words
        if self.credit or len(words) < 4:
            return False
        width = 3 if len(words) > 4 and _INITIALS.fullmatch(words[1]) else 2
        if (
            first < width
            or not _is_name(words[:width])
            or len(words) - width < 2
            or any(w in self.v.words["words.link"] for w in words)
        ):
            return False
        self.reading.add_people(words[:width])
        self.reading.add_house(" ".join(words[width:]))
        return True

    def _as_people(self) -> bool:
        if not _is_name(self.words):
            return False
        self.reading.add_people(self.words)
        return True

    def _as_one_word(self) -> bool:
        """One word alone: an acronym is a house, a word beside a picture library its photographer."""
        if len(self.words) != 1:
            return False
        word = self.words[0]
        if word.isupper() and len(word) <= 6 or _DOMAIN.fullmatch(word):
            self.reading.add_house(word)
        elif self.credit:
            beside = [p for p in (self.last, self.following) if p and p.text.casefold() in self.v.stock]
            if beside and not word.isupper():
                self.reading.people.append(Person([word]))
            else:
                self.reading.add_house(word)
        elif (
            _CAMEL.fullmatch(word)
            or word.isupper()
            and self.reading.people
            or self.part.before in ("/", "|", "for", "via")
        ):
            self.reading.add_house(word)
        elif self.last is None and word[:1].isupper():
            self.reading.people.append(Person([word]))
        return True


def _is_name(words: Sequence[str]) -> bool:
    """Whether the words have the shape of a person's name: two capitalized words at least, no organization's word.

    >>> _is_name(["Ursula", "von", "der", "Leyen"]), _is_name(["Daily", "News"]), _is_name(["Reuters"])
    (True, False, False)
    """
    v = vocabulary()
    if not 2 <= len(words) <= 7 or " ".join(words).casefold() in v.agencies:
        return False
    names = 0
    for word in words:
        if v.has("words.organization", word) or _DOMAIN.fullmatch(word):
            return False
        if v.has("name.particle", word) and not word[0].isupper():
            continue
        if not _CAPITAL.fullmatch(word):
            return False
        names += 1
    return 1 <= names <= 6 and (names >= 2) and not v.has("words.link", words[0])


def _role_end(words: Sequence[str], v: Vocabulary) -> int:
    """Where a role that begins the words ends; 0 if none does."""
    heads, modifiers, tails = v.words["role.head"], v.words["role.modifier"], v.words["role.tail"]
    end = 0
    for i, word in enumerate(words):
        folded = word.casefold()
        if folded in heads:
            end = i + 1
        elif folded in tails and end:
            return len(words) if len(words) - i > 1 and word.islower() or i + 1 == len(words) else end
        elif folded not in modifiers:
            break
    return end


def _role_start(words: Sequence[str], v: Vocabulary) -> int | None:
    """Where a role that ends the words begins; None if none does."""
    heads, modifiers = v.words["role.head"], v.words["role.modifier"]
    folded = [w.casefold() for w in words]
    if "of" in folded[1:] or any(
        f in v.words["role.tail"] and w.islower() for f, w in zip(folded[1:], words[1:], strict=True)
    ):
        for i, f in enumerate(folded):
            if f in heads and i + 1 < len(words) and folded[i + 1] in v.words["role.tail"]:
                return _widen(folded, i, modifiers | heads)
    if not folded or folded[-1] not in heads:
        return None
    return _widen(folded, len(words) - 1, modifiers | heads)


def _widen(folded: Sequence[str], i: int, known: frozenset[str]) -> int:
    """Take in the modifiers in front of a role's head, but leave a name its two words."""
    while i > 0 and folded[i - 1] in known and i - 1 != 1:
        i -= 1
    return i
