"""From segments to parties: which of them is a person, a role, an agency, a desk or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.parties.bylines.outlets import OutletReader
from cleaner.parties.bylines.reading import Reading, last_first
from cleaner.parties.bylines.roles import role_end, role_start
from cleaner.parties.bylines.segments import Segment
from cleaner.parties.bylines.shapes import is_name, is_organization_word
from cleaner.parties.vocabulary import match


def read(parts: Sequence[Segment], *, credit: bool) -> Reading:
    """Read the segments in order.

    >>> from cleaner.parties.bylines.segments import segments
    >>> reading = read(segments("Ann Lee Reuters, Tokyo", credit=False), credit=False)
    >>> [p.words for p in reading.people], reading.outlets
    ([['Ann', 'Lee']], ['Reuters'])
    """
    reading = Reading()
    if swapped := last_first(parts):
        reading.people += swapped
        return reading
    for i, part in enumerate(parts):
        beside = [p.text.casefold() for p in (*parts[max(0, i - 1) : i], *parts[i + 1 : i + 2])]
        _Reader(reading, part, beside, credit, alone=len(parts) == 1).read()
    return reading


class _Reader(OutletReader):
    """Reads one segment: as nothing, an outlet, a place, a role, a person, or two or three of these in a row."""

    def read(self) -> None:
        """Try the readings, the surest first."""
        readings = (
            self._as_nothing,
            self._as_outlet,
            self._as_place,
            self._as_role,
            self._as_outlet_and_role,
            self._as_person_outlet_and_role,
            self._as_people_and_roles,
            self._as_person_and_role,
            self._as_role_and_person,
            self._as_person_and_outlet,
            self._as_shouted_name,
            self._as_outlet_and_more,
            self._as_name_and_place,
            self._as_organization,
            self._as_people,
            self._as_one_word,
        )
        if not any(reading() for reading in readings):
            self.reading.unread.append(self.text)
            if self.credit and len(self.words) <= 6:
                self.reading.outlets.append(self.text)

    def _as_role(self) -> bool:
        """A whole segment as a role, or one that continues: "Editor of the Daily Post"; without a person, a desk."""
        if role_end(self.words) < len(self.words):
            return False
        if self.reading.people:
            self.reading.give_role(self.text)
        elif not self.credit and (self.alone or self._is_desk()):
            self.reading.desks.append(self.text)
        else:
            self.reading.pending = self.text
        return True

    def _as_outlet_and_role(self) -> bool:
        """ "CNN Editor-at-large", "BBC science correspondent"; with nobody in front a desk: "Reuters Staff"."""
        width = match(self.known.agency_phrases, self.folded, 0) or int(self._is_acronym(self.words[0]))
        if not 0 < width < len(self.words) or role_end(self.words[width:]) < len(self.words) - width:
            return False
        outlet = " ".join(self.words[:width])
        if not self.reading.people:
            self.reading.desks.append(self.text)
            return True
        self.reading.give_role(" ".join(self.words[width:]))
        self.reading.add_outlet(self._outlet_name(outlet) or outlet)
        return True

    def _as_person_outlet_and_role(self) -> bool:
        """ "Ann Lee BuzzFeed News Reporter"."""
        for i in range(2, len(self.words) - 1):
            end = i + match(self.known.agency_phrases, self.folded, i)
            if end == i or " ".join(self.folded[i:end]) in self.known.weak or not is_name(self.words[:i]):
                continue
            if 0 < len(self.words) - end == role_end(self.words[end:]):
                self.reading.add_people(self.words[:i], " ".join(self.words[end:]))
                self._again(self.words[i:end])
                return True
        return False

    def _as_people_and_roles(self) -> bool:
        """ "Ann Lee News Reporter Bo Xi Sports Editor": a role in mid-segment ends the first person."""
        head = next((i for i in range(2, len(self.words) - 2) if self.known.has("role.head", self.words[i])), 0)
        start = role_start(self.words[: head + 1]) if head else None
        rest = self.words[head + 1 :]
        if not start or not is_name(self.words[:start]) or not is_name(rest[:2]):
            return False
        self.reading.add_people(self.words[:start], " ".join(self.words[start : head + 1]))
        self._again(rest)
        return True

    def _as_person_and_role(self) -> bool:
        """ "Ann Lee Senior Reporter"; an unknown organization instead of the person: "Yomiuri Staff Writers"."""
        start = role_start(self.words)
        if not start:
            return False
        left, role = self.words[:start], " ".join(self.words[start:])
        if is_name(left):
            self.reading.add_people(left, role)
        elif self.reading.people:
            self._again(left)
            self.reading.give_role(role)
        elif is_name(left[:2]) and any(is_organization_word(w) for w in left[2:]):
            self.reading.add_people(left[:2])
            self._again(left[2:])
            self.reading.give_role(role)
        elif match(self.known.agency_phrases, self.folded, 0) != start and self._person_before_outlet(left):
            self._again(left)
            self.reading.give_role(role)
        else:
            self.reading.desks.append(self.text)
        return True

    def _person_before_outlet(self, words: Sequence[str]) -> bool:
        """Do the words end with an organization, with a name before it?"""
        folded = [w.casefold() for w in words]
        return any(match(self.known.agency_phrases, folded, i) == len(words) - i for i in range(2, len(words)))

    def _as_role_and_person(self) -> bool:
        """ "Political Editor Ann Lee"."""
        end = role_end(self.words)
        if not 0 < end < len(self.words) or not is_name(self.words[end:]):
            return False
        self.reading.add_people(self.words[end:], " ".join(self.words[:end]))
        return True

    def _as_person_and_outlet(self) -> bool:
        """A person, then an agency without a comma: "ERIC TUCKER Associated Press"."""
        for i in range(2, len(self.words)):
            width, left = match(self.known.agency_phrases, self.folded, i), len(self.words) - i
            branch = width + 1 == left and self.words[i].isupper() and not self.words[i - 1].isupper()
            if (width == left or (width and branch)) and " ".join(self.folded[i:]) not in self.known.weak:
                if not is_name(self.words[:i]):
                    return False
                self.reading.add_people(self.words[:i])
                self._again(self.words[i:])
                return True
        return False

    def _as_shouted_name(self) -> bool:
        """ "JOHN SMITH Lincoln Journal Star": the capitals end where the name does."""
        i = next((i for i, w in enumerate(self.words) if not w.isupper()), 0)
        if i < 2 or not is_name(self.words[:i]) or self.known.has("name.particle", self.words[i]):
            return False
        if sum(len(w) > 2 for w in self.words[:i]) < 2:
            return False
        self.reading.add_people(self.words[:i])
        self._again(self.words[i:])
        return True

    def _as_name_and_place(self) -> bool:
        """ "Ann Lee Madrid": a dateline behind a name, without a comma."""
        for i in (len(self.words) - 1, len(self.words) - 2, len(self.words) - 3):
            if i >= 2 and self.known.has("place.behind", " ".join(self.words[i:])) and is_name(self.words[:i]):
                self.reading.add_people(self.words[:i])
                return True
        return False

    def _as_people(self) -> bool:
        if not is_name(self.words):
            return False
        self.reading.add_people(self.words)
        return True
