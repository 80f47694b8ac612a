"""From tokens to segments: the words between separators, and what comes before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.core import lazy_re as re
from cleaner.parties.bylines.roles import is_head, role_end
from cleaner.parties.bylines.shapes import is_name, is_organization_word
from cleaner.parties.bylines.tokens import SEPARATORS, tokens
from cleaner.parties.vocabulary import match, vocabulary


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that belong together, and what comes before them: a separator, "and", "via" or "in"."""

    words: tuple[str, ...]
    before: str = ""

    @property
    def text(self) -> str:
        """The words, joined by spaces."""
        return " ".join(self.words)


def segments(text: str, *, credit: bool) -> list[Segment]:
    """Split ``text`` at separators and connecting words, without lead-ins.

    >>> [(s.before, s.text) for s in segments("By Ann Lee and Bo Xi, AP · 4 min read", credit=False)]
    [('', 'Ann Lee'), ('and', 'Bo Xi'), (',', 'AP')]
    >>> [(s.before, s.text) for s in segments("Ann Lee, Politics and Policy Editor", credit=False)]
    [('', 'Ann Lee'), (',', 'Politics and Policy Editor')]
    """
    return segments_of(tokens(text, credit=credit), credit=credit)


def segments_of(found: list[str], *, credit: bool) -> list[Segment]:
    """The segments of what :func:`.tokens.tokens` has found."""
    return list(_Splitter(_part_outlets(found), credit).split())


_JOINT = re.compile(r"-(?=[^\W\d_a-z])|(?<=[a-zà-ÿ])(?=[A-Z])|(?<=[A-Z]{3})(?=The$)")


def _part_outlets(found: list[str]) -> list[str]:
    """Split an organization from the name to which it is joined: "Ann Lee-USA TODAY Sports", "Ann LeeBBC News"."""
    parted: list[str] = []
    for i, token in enumerate(found):
        known = token.casefold() in vocabulary().agencies or _outlet_follows(token, found, i)
        joint = (
            None
            if known
            else next((m for m in _JOINT.finditer(token[:60]) if _outlet_follows(token[m.end() :], found, i)), None)
        )
        parted += [token[: joint.start()], "-", token[joint.end() :]] if joint and joint.start() > 1 else [token]
    return parted


def _outlet_follows(word: str, found: list[str], i: int) -> bool:
    folded, phrases = word.casefold(), vocabulary().agency_phrases
    width = match(phrases, [folded, *(t.casefold() for t in found[i + 1 : i + 5])], 0) if folded in phrases else 0
    if word in ("Pool", "Handout", "Stringer") or (word and role_end([word, *found[i + 1 : i + 4]]) > 1):
        return True
    return width > 1 or (width == 1 and word.isupper() and len(word) > 1) or (word == "The" and i + 2 < len(found))


class _Splitter:
    def __init__(self, found: list[str], credit: bool) -> None:
        self.tokens = found
        self.folded = [t.casefold() for t in found]
        self.known = vocabulary()
        self.lead = self.known.credit_lead if credit else self.known.lead
        self.words: list[str] = []
        self.before = ""

    def split(self) -> Iterator[Segment]:
        i = 0
        while i < len(self.tokens):
            outlet = match(self.known.agency_phrases, self.folded, i)
            lead = 0 if self.words else self._lead_in(i)
            if outlet > 1 and outlet >= lead:
                self.words += self._outlet(i, i + outlet)
                i += outlet
            elif lead:
                i += lead
            elif width := self._break(i):
                yield from self._flush(self.folded[i])
                i += width
            else:
                self.words.append(self.tokens[i])
                i += 1
        yield from self._flush("")

    def _flush(self, separator: str) -> Iterator[Segment]:
        """End a segment. Of several successive separators, the most informative stays: a word, not a comma."""
        if (separator == "by" and self._is_verb()) or (separator == ":" and self._is_label()):
            self.words = []
        while separator == "by" and len(self.words) > 2 and self.known.has("lead.label", self.words[-1]):
            self.words.pop()
        if self.words:
            yield Segment(tuple(self.words), self.before)
            self.before = ""
            self.words = []
        if separator not in SEPARATORS or not self.before or self.before in SEPARATORS:
            self.before = separator

    def _is_verb(self) -> bool:
        """ "Curated by": what has been done before "by"."""
        return len(self.words) <= 4 and bool(self.words) and self.words[-1].casefold().endswith("ed")

    def _is_label(self) -> bool:
        """ "ST PHOTO:": a label with the name of an organization."""
        label = " ".join(self.folded_words())
        if len(self.words) > 3 or label in self.known.agencies:
            return False
        alone = len(self.words) == 1 and not self.words[0].isupper()
        return alone or self.known.has("lead.label", label.rpartition(" ")[2])

    def folded_words(self) -> list[str]:
        """The words of the segment so far, case-folded."""
        return [w.casefold() for w in self.words]

    def _outlet(self, start: int, end: int) -> list[str]:
        """An agency's words; one that holds a separator ("CQ-Roll Call, Inc") becomes one word."""
        words = self.tokens[start:end]
        if any(t in SEPARATORS for t in words):
            return [" ".join(words).replace(" ,", ",").replace(" / ", "/").replace(" & ", "&")]
        return words

    def _lead_in(self, i: int) -> int:
        """The width of a lead-in at the start of a segment; 0 for none."""
        if self._is_piece_by(i):
            return 3
        width = match(self.lead, self.folded, i)
        if not width:
            return 0
        follows = self.tokens[i + width] if i + width < len(self.tokens) else ""
        last = self.folded[i + width - 1]
        if last in _OPEN or follows in SEPARATORS or self.known.has("role.possessive", last):
            return width
        if self.known.has("words.organization", last):
            enough = len(self.tokens) - i - width >= 2 and follows[0].isupper()
            return width if last in _PICTURE and (enough or self._names_a_source(i + width)) else 0
        return width if follows[:1].isupper() or (follows and self._names_a_source(i + width)) else 0

    def _is_piece_by(self, i: int) -> bool:
        """ "Eine Reportage von", "Una crónica de", "An essay by"."""
        if i + 3 >= len(self.tokens) or self.folded[i] not in _INDEFINITE or self.folded[i + 2] not in _OPEN:
            return False
        return self.tokens[i + 2].islower() and self.tokens[i + 3][:1].isupper()

    def _names_a_source(self, i: int) -> bool:
        source = i < len(self.folded) and self.folded[i] in self.known.words["lead.source"]
        return source or match(self.known.agency_phrases, self.folded, i) > 0

    def _opens_in_mid_line(self, i: int) -> bool:
        """Whether a word such as "Beeld" opens the next credit of a line that has lost its separators."""
        if not (len(self.words) > 1 or is_name(self.words)) or i + 2 >= len(self.tokens):
            return False
        return self.tokens[i].casefold() in self.known.words["lead.mid"] and (
            self.tokens[i + 1][:1].isupper() or self.tokens[i + 1] == ":"
        )

    def _break(self, i: int) -> int:
        """The width of a separator, a connecting word or phrase; 0 if the segment continues."""
        if self.folded[i] in SEPARATORS:
            return 0 if self.folded[i] == "&" and self._inside_role(i) else 1
        if width := match(self.known.joins, self.folded, i):
            return width
        if self.folded[i] == "on":
            return match(self.known.agency_phrases, self.folded, i + 1) > 0
        return int(self._opens_in_mid_line(i) or self._connects(i))

    def _connects(self, i: int) -> bool:
        words, word, token = self.known.words, self.folded[i], self.tokens[i]
        if word in words["lead.source"]:
            return token.islower() or word in ("via", "for") or (token.isupper() and self.tokens[i - 1].isupper())
        if word == "by":
            return True
        if word in ("do", "da"):
            return match(self.known.agency_phrases, self.folded, i + 1) > 0
        if word == "of":
            return (
                is_name(self.words)
                and not role_end(self.words)
                and (self.folded[i + 1 : i + 2] == ["the"] or self._names_a_source(i + 1))
            )
        if word in words["lead.and"]:
            return self._joins(i)
        if word not in words["lead.place"] or not self.words or self._inside_role(i):
            return False
        return token.islower() or (token == "IN" and self.tokens[i - 1].isupper())

    def _joins(self, i: int) -> bool:
        """Whether an "and" parts two parties; "y", "e" and "i" also stand inside names (Ortega y Gasset)."""
        token = self.tokens[i]
        if not self.words:
            return token.islower() and i + 1 < len(self.tokens)
        if i + 1 == len(self.tokens):
            return token.islower() and len(token) > 1
        if self._inside_role(i):
            return False
        if len(token) == 1:
            return token.islower() and (
                (match(self.known.agency_phrases, self.folded, i + 1) > 0 or is_organization_word(self.tokens[i - 1]))
                or (len(self.words) > 1 and self._two_names_follow(i + 1))
            )
        return token.islower() or self.tokens[i - 1].isupper() or token == "And"

    def _inside_role(self, i: int) -> bool:
        """Between two words of a role: "Politics and Policy Reporter", "Professor of Law at Leeds"."""
        words = self.known.words
        heads, inner = words["role.head"], words["role.modifier"] | words["role.tail"]
        after = self.folded[i + 1] if i + 1 < len(self.folded) else ""
        if self.folded[i] in words["lead.place"]:
            return self._role_is_open(heads, inner)
        last = self.folded[i - 1] if i else ""
        return (last in words["role.modifier"] or last in heads) and (after in words["role.modifier"] or after in heads)

    def _role_is_open(self, heads: frozenset[str], inner: frozenset[str]) -> bool:
        """Whether the segment is a role so far, a name in front allowed: "Ann Lee Professor of Law" may go on."""
        begun = self.folded_words()
        first = next((n for n, word in enumerate(begun) if is_head(word)), None)
        if first is None or is_name(self.words[first + 1 :]):
            return False
        return all(word in inner or word in heads for word in begun[2:first])

    def _two_names_follow(self, i: int) -> bool:
        follow = self.tokens[i : i + 2]
        return len(follow) == 2 and all(t[:1].isupper() or self.known.has("name.particle", t) for t in follow)


_OPEN = frozenset(
    ["by", "von", "par", "por", "di", "door", "av", "af", "de", "da", "van", "del", "della", "of", "from", "the"]
)
_INDEFINITE = frozenset(["ein", "eine", "un", "une", "una", "uno", "uma", "um", "een", "a", "an"])
_PICTURE = frozenset(["photo", "photos", "foto", "fotos", "image", "images", "video"])
