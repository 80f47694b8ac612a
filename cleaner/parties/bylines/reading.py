"""What was read from a byline: persons with roles, organizations, desks, and unread segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cleaner.parties.bylines.roles import is_plural
from cleaner.parties.bylines.segments import Segment
from cleaner.parties.bylines.shapes import INITIALS, is_plain_word
from cleaner.parties.casing import unglue


@dataclass(slots=True)
class Person:
    """A person in a byline: the words of the name, a role, an organization."""

    words: list[str]
    role: str | None = None
    affiliation: str | None = None


@dataclass(slots=True)
class Reading:
    """What was read so far; ``unread`` is what fits no reading."""

    people: list[Person] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    desks: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    pending: str | None = None

    def add_outlet(self, name: str) -> None:
        """Add an agency, which is also the organization of the people before it."""
        self.outlets.append(name)
        for person in self.people:
            person.affiliation = person.affiliation or name

    def add_people(self, words: Sequence[str], role: str | None = None) -> None:
        """Add one person, or several whose names lost the space between them."""
        self.people += [Person(name) for name in unglue(words)]
        if role := role or self.pending:
            self.give_role(role)
        self.pending = None

    def give_role(self, role: str) -> None:
        """Give a role to the person before it; a plural to everybody without a role."""
        for person in self.people if is_plural(role) else self.people[-1:]:
            person.role = person.role or role


def last_first(parts: Sequence[Segment]) -> list[Person]:
    """Names with the surname first: "Lee, Ann" and "Lee, Ann; Xi, Bo"; empty for any other line.

    >>> [p.words for p in last_first([Segment(("Lee",)), Segment(("Ann",), ",")])]
    [['Ann', 'Lee']]
    """
    if not parts or len(parts) % 2 or any(p.before != "," for p in parts[1::2]):
        return []
    if any(p.before not in (";", "and", "|", "&") for p in parts[2::2]):
        return []
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if not all(_is_surname(last) and _is_forename(first) for last, first in pairs):
        return []
    return [Person([*first.words, *last.words]) for last, first in pairs]


def _is_surname(part: Segment) -> bool:
    return len(part.words) == 1 and is_plain_word(part.words[0])


def _is_forename(part: Segment) -> bool:
    first, *rest = part.words
    return is_plain_word(first) and all(INITIALS.fullmatch(w) for w in rest)
