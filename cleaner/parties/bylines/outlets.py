"""One segment of a byline or credit as an outlet: an agency, a desk, another organization; or as a place."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.parties.bylines.reading import Person, Reading
from cleaner.parties.bylines.roles import role_end
from cleaner.parties.bylines.segments import Segment
from cleaner.parties.bylines.shapes import ABBREVIATION, INITIALS, USERNAME, is_name, is_organization_word
from cleaner.parties.vocabulary import match, vocabulary


class OutletReader:
    """Half of the reader of a segment: what an outlet or a place may be. The other half reads persons and roles.

    Each ``_as_…`` tries one reading: if it fits, it adds to ``reading`` and returns True. ``before`` is what separates
    the segment from the one before, ``beside`` the folded texts of its neighbours; ``alone`` says that it has none.
    """

    def __init__(self, reading: Reading, part: Segment, beside: list[str], credit: bool, alone: bool = False) -> None:
        self.reading, self.before, self.beside, self.credit, self.alone = reading, part.before, beside, credit, alone
        self.known = vocabulary()
        self.words = self._stripped(list(part.words))
        self.text = " ".join(self.words)
        self.folded = [w.casefold() for w in self.words]

    def _stripped(self, words: list[str]) -> list[str]:
        """The words without a lower-case "our own", "de notre" or article before them."""
        if len(words) > 2 and words[1] in self.known.words["role.possessive"] and words[0].casefold() in _FROM:
            words = words[2:]
        while len(words) > 1 and words[0].islower() and words[0] in self.known.words["role.possessive"]:
            words = words[1:]
        if self.credit and len(words) > 1 and words[-1].islower() and self.known.has("lead.label", words[-1]):
            words = words if " ".join(words).casefold() in self.known.agencies else words[:-1]
        if self.known.has("words.kicker", words[0]) and is_name(words[1:3]) and not role_end(words):
            return words if match(self.known.agency_phrases, [w.casefold() for w in words], 0) else words[1:]
        return words

    def _again(self, words: Sequence[str], before: str = ",") -> None:
        type(self)(self.reading, Segment(tuple(words), before), self.beside, self.credit).read()

    def _sourced(self) -> bool:
        """After "for", "via", "special to": an organization, whatever its name."""
        return self.before in self.known.words["lead.source"] or self.before in ("special", "on", "exclusively")

    def _as_nothing(self) -> bool:
        """Fillers, degrees, and the suffix of a name after a comma."""
        if self.known.has("words.drop", self.text):
            sourced = self._sourced() and self._outlet_name(self.text) is not None
            role = self.reading.people and not self.credit and role_end(self.words) == len(self.words)
            return not (sourced or role)
        if self.reading.people and all(
            (self.known.has("name.degree", w) or (not self.credit and ABBREVIATION.fullmatch(w) is not None))
            for w in self.words
        ):
            return True
        if self.known.has("name.suffix", self.text) and self.reading.people:
            self.reading.people[-1].words.append(self.text)
            return True
        if self.text.islower() and (self.text,) in self.known.credit_lead.get(self.text, ()):
            return self._outlet_name(self.text) is None
        if len(self.words) > 14:
            self.reading.unread.append(self.text)
            return True
        sign = self.before == "(" and len(self.text) <= 4 and self.text.islower() and not self.credit
        return (sign and self._outlet_name(self.text) is None) or not any(c.isalpha() for c in self.text)

    def _outlet_name(self, text: str) -> str | None:
        """The proper spelling of an agency's name in capitals or lower case; any other name unchanged."""
        name = self.known.agencies.get(text.casefold())
        return text if name and " " in text and not text.isupper() and not text.islower() else name

    def _as_outlet(self) -> bool:
        """A known agency, or anything that a text was written for."""
        name = self._outlet_name(self.text)
        if (
            name is None
            and self._sourced()
            and self.text[0].isupper()
            and (self.before == "for" or not is_name(self.words))
        ):
            name = self.text
        if name is None or (self.text.islower() and len(name) > 5 and not self.credit):
            return False
        if self.before in _BESIDE:
            self.reading.outlets.append(name)
        else:
            self.reading.add_outlet(name)
        return True

    def _as_place(self) -> bool:
        """The place of the author: "in Valencia", ", Brussels"."""
        if self.known.has("place.datelines", self.text) and not self.credit:
            return not self.alone
        return self.before in _WHERE and not self.credit and not self._organization_words()

    def _is_desk(self) -> bool:
        return any(self.known.has("words.desk", w) for w in self.words)

    def _is_acronym(self, word: str) -> bool:
        return word.isupper() and 3 <= len(word) <= 5 and not self.text.isupper()

    def _as_outlet_and_more(self) -> bool:
        """An agency, then a person ("AP Photo Ann Lee"), or a branch of it ("CBS Boston")."""
        width = match(self.known.agency_phrases, self.folded, 0)
        rest = self.words[width:]
        if not width or not rest or " ".join(self.folded[:width]) in self.known.weak:
            return False
        if all(self.known.has("words.drop", w) for w in rest) and self.credit:
            self._again(self.words[:width])
        elif is_name(rest) or self.text[0].islower():
            self._again(self.words[:width])
            self._again(rest)
        elif len(rest) == 1 and rest[0][0].isupper():
            self.reading.add_outlet(self.text)
        else:
            return False
        return True

    def _organization_words(self) -> list[int]:
        return [i for i, w in enumerate(self.words) if is_organization_word(w)]

    def _as_organization(self) -> bool:
        """A segment with a word that only organizations have: News, Verlag, University."""
        bears = self._organization_words()
        linked = any(w in self.known.words["words.link"] for w in self.words[1:])
        if not bears and not linked and self.words[0] not in _ARTICLES:
            return False
        if bears and self._person_in_front(bears[0]):
            return True
        if len(self.words) > 8 or not (self.credit or self._is_desk() or any(w[0].isupper() for w in self.words)):
            return False
        if self._is_desk():
            self.reading.desks.append(self.text)
        else:
            self.reading.add_outlet(self.text)
        return True

    def _person_in_front(self, first: int) -> bool:
        """ "Ann Lee Lincoln Journal Star": two words of a name, three with an initial, then the organization."""
        words = self.words
        if (
            self.credit
            or len(words) < 4
            or words[0] in _ARTICLES
            or any(w in self.known.words["words.link"] for w in words)
        ):
            return False
        width = 3 if len(words) > 4 and INITIALS.fullmatch(words[1]) else 2
        if first < width or not is_name(words[:width]) or len(words) - width < 2:
            return False
        if not (self.known.has("name.given", words[0]) or any(self.known.has("words.press", w) for w in words[width:])):
            return False
        self.reading.add_people(words[:width])
        self.reading.add_outlet(" ".join(words[width:]))
        return True

    def _as_one_word(self) -> bool:
        """One word alone: an acronym is an organization, a word beside a picture library its photographer."""
        if len(self.words) != 1:
            return False
        word = self.text
        if word.endswith(self.known.han):
            self.reading.add_outlet(word)
            return True
        acronym = word.isupper() and len(word.replace(".", "")) <= 6
        if acronym or is_organization_word(word) or word.partition("-")[0].casefold() in self.known.agencies:
            self.reading.add_outlet(word)
        elif self.credit:
            self._as_user_or_outlet(word)
        elif USERNAME.fullmatch(word) or (word.isupper() and self.reading.people) or self.before in _BEFORE_OUTLETS:
            self.reading.add_outlet(word)
        elif not self.reading.people and not self.reading.outlets and word[0].isupper():
            self.reading.people.append(Person([word]))
        else:
            return False
        return True

    def _as_user_or_outlet(self, word: str) -> None:
        if word.islower() and self.known.has("name.particle", word):
            self.reading.unread.append(word)
        elif not word.isupper() and any(text in self.known.stock for text in self.beside):
            self.reading.people.append(Person([word]))
        else:
            self.reading.add_outlet(word)

    def read(self) -> None:
        """Try the readings, the most certain first."""
        raise NotImplementedError


_FROM = frozenset(["de", "von", "dal", "dalla", "van", "del", "da", "from"])
_BESIDE = frozenset(["with", "avec", "mit", "con", "com"])
"""Words before an agency that helped: "with AFP" does not mean that the reporter works there."""
_WHERE = frozenset(["in", "aus", "à", "em", "from", "at", "près", "au", "desde"])
_ARTICLES = frozenset(["The", "THE", "Le", "La", "LE", "LA"])
_BEFORE_OUTLETS = frozenset(["/", "|", "for", "via", "special", "("])
