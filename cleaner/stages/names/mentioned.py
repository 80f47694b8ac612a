"""Mentions before they are linked, and the persons to whom they are linked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.parties.name_codes import FEMALE, HONORIFIC, MALE, ROLE

TITLES = HONORIFIC | ROLE
GENDERS = MALE | FEMALE


class Mentioned(NamedTuple):
    """A mention: its span, its folded words without suffix and particles, the code of its title, its suffix."""

    start: int
    end: int
    keys: tuple[str, ...]
    before: int = 0
    suffix: str = ""


@dataclass(slots=True)
class Entry:
    """A person, while mentions are being linked.

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
        if mention.before & TITLES:
            self.titles.add(mention.before)
        self.lean(mention.before & GENDERS, 2)

    def lean(self, gender: int, weight: int) -> None:
        """Count evidence for a gender; a code of both or none does not count."""
        if gender in (MALE, FEMALE):
            self.genders[gender] = self.genders.get(gender, 0) + weight

    def contradicts(self, mention: Mentioned) -> bool:
        """Does the title before a mention have the other gender? A given name alone proves nothing."""
        gender = mention.before & GENDERS
        other = GENDERS ^ gender
        return gender in (MALE, FEMALE) and self.genders.get(other, 0) > max(1, self.genders.get(gender, 0))
