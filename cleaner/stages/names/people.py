"""People in the text: find the mentions, then say whose they are.

Two passes. The first weighs each candidate by what stands in it and beside it. The second uses what the article itself
has taught: once *Celine Gounder* is known, every *Gounder* is she, also in a headline where all words are capitalised,
and in a place where nothing else speaks for a person.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from cleaner.core.article import Person
from cleaner.parties.name_lists import (
    KNOWN,
    ORGANIZATION,
    PLACE,
    SUFFIX,
    code_of,
    codes,
    family,
    fold,
    given,
    place,
    word,
)
from cleaner.stages.names.candidates import Candidate, candidates
from cleaner.stages.names.evidence import evidence, weigh
from cleaner.stages.names.linking import Mentioned, link, near
from cleaner.stages.names.words import Word, runs

_HEADING_LENGTH = 250
_CREDIT = re.compile(r"\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Pp]hotos?|[Ss]tory|[Ww]ords) by\b")


def people(text: str, also: Iterable[tuple[int, int]] = ()) -> Iterator[Person]:
    """One person a name, in the order of their first mention; ``also`` are spans that another tool has found.

    >>> [(p.name, [m.text for m in p.mentions]) for p in people("Actor Kim Lee and Bo Xi left. Lee's car broke down.")]
    [('Kim Lee', ['Kim Lee', 'Lee']), ('Bo Xi', ['Bo Xi'])]
    """
    yield from link(text, _joined(text, mentions(text), also))


def _joined(text: str, found: list[Mentioned], also: Iterable[tuple[int, int]]) -> list[Mentioned]:
    """The mentions, and of the other spans those that overlap none of them."""
    ordered = sorted(found)
    for start, end in sorted(set(also)):
        keys = tuple(fold(word) for word in re.findall(r"[\w'’.-]+", text[start:end]))
        at = bisect_left(ordered, (start,))
        free = (at == 0 or ordered[at - 1].end <= start) and (at == len(ordered) or end <= ordered[at].start)
        if keys and free:
            insort(ordered, Mentioned(start, end, keys))
    return ordered


@dataclass(slots=True)
class _Known:
    """What the article has taught: full names, and the surnames and given names in them."""

    fulls: set[tuple[str, ...]] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    givens: set[str] = field(default_factory=set)
    spelt: dict[str, list[str]] = field(default_factory=dict)

    def learn(self, core: list[Word]) -> None:
        """Remember a full name."""
        keys = tuple(w.key for w in core)
        self.fulls.update(keys[i:] for i in range(max(1, len(keys) - 1)))
        if keys[-1] not in self.families:
            self.families.add(keys[-1])
            for ending in (keys[-1][:3], keys[-1][-3:]):
                self.spelt.setdefault(ending, []).append(keys[-1])
        if given(core[0].code) or (not word(core[0].code) and place(core[0].code) < 2 and len(keys[0]) > 1):
            self.givens.add(keys[0])

    def misspelt(self, key: str) -> bool:
        """Whether a word is a known surname but for one letter."""
        rivals = [*self.spelt.get(key[:3], [])[:20], *self.spelt.get(key[-3:], [])[:20]]
        return len(key) > 5 and any(near(key, rival) and key != rival + "s" for rival in rivals)


def mentions(text: str) -> list[Mentioned]:
    """The mentions of people, in order, none overlapping another."""
    found = [c for run, heading in _with_headings(text) for c in candidates(run, heading)]
    lowered = frozenset(text.split())
    pools, counts = _pools(text, found, lowered)
    known = _Known()
    for candidate in found:
        if len(candidate.core) > 1:
            candidate.score = weigh(evidence(text, candidate, lowered), "full")
            candidate.score += _again(candidate.core[-1], pools, counts)
    _coordinate(text, found)
    for candidate in found:
        if len(candidate.core) > 1 and candidate.score >= 0:
            known.learn(candidate.core)
    return _bracketed(text, [m for c in found for m in _decide(text, c, known)])


_BRACKETED = re.compile(r"(?<![\w.-])([A-Z][\w'’-]{1,20}) \(([A-Z][\w'’-]{1,20})\) ([A-Z][\w'’-]{1,20})(?![\w(])")


_BRACKET = re.compile(r" \([A-Z][\w'’-]{1,20}\) [A-Z]")


def _bracketed(text: str, found: list[Mentioned]) -> list[Mentioned]:
    """One name around a bracket: *Clara (Nygaard) Jensen*, née Nygaard, *Mark (Linda) Jensen*, whose wife is Linda.

    Taken apart, the surname would go to any other Jensen.
    """
    if not _BRACKET.search(text):
        return found
    whole = []
    for match in _BRACKETED.finditer(text):
        first, inner, last = (code_of(part) for part in match.groups())
        named = given(first) > 1 and family(last) and not (word(last) > 1 or place(first) > 1)
        if named and not place(inner) and not inner & (ORGANIZATION | PLACE):
            whole.append(Mentioned(match.start(), match.end(), (fold(match[1]), fold(match[3]))))
    if not whole:
        return found
    starts = [m.start for m in whole]
    return sorted([*whole, *(m for m in found if not _within(m, whole, starts))])


def _within(mention: Mentioned, whole: list[Mentioned], starts: list[int]) -> bool:
    at = bisect_left(starts, mention.end) - 1
    return at >= 0 and mention.start < whole[at].end


def _again(last: Word, pools: dict[str, set[str]], counts: Counter[str]) -> int:
    """A surname that stands alone elsewhere as people do speaks for the full name."""
    pool = pools.get(last.key)
    if pool is None or word(last.code) or place(last.code) or "lowered" in pool:
        return 0
    return 130 if counts[last.key] > 3 or not pool & {"the", "within"} else 0


def _pools(text: str, found: list[Candidate], lowered: frozenset[str]) -> tuple[dict[str, set[str]], Counter[str]]:
    """Weigh the words that stand alone; what speaks for one mention of *Pachomius* speaks in part for all of them.

    The answer holds the evidence of all mentions of a word together, and how many there are.
    """
    pools: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    singles = [c for c in found if len(c.core) == 1]
    for c in singles:
        c.seen = seen = frozenset(evidence(text, c, lowered))
        c.score = weigh(seen, "single")
        if not c.heading and not c.tail & (ORGANIZATION | PLACE):
            pools.setdefault(c.core[0].key, set()).update(seen)
            counts[c.core[0].key] += 1
    for c in singles:
        key = c.core[0].key
        pool = pools.get(key, set())
        if (
            counts[key] > 1
            and (pool & _TELLING or given(c.core[0].code))
            and not pool & {"firm", "named_after", "thing", "ampersand"}
        ):
            pooled = weigh(pool | ({"often"} if counts[key] > 3 else set()), "single")
            c.score = max(c.score, min(pooled, c.score + 150))
        if "thing" in pool:
            c.score -= 300
    return pools, counts


_TELLING = frozenset({"honorific", "office", "role", "kin", "aged", "byline", "apposition", "country", "known"})
_AND = re.compile(r"(?: ?\d[\d' -]{0,10})? ?[,;]? (?:and |& |or )?|[\u2013\u2014]")


def _coordinate(text: str, found: list[Candidate]) -> None:
    """Names stand in lists: a doubtful full name beside a sure one, joined by a comma or *and*, is one too."""
    for chain in (found, found[::-1]):
        for a, b in pairwise(chain):
            if a.score >= 0 > b.score > -130 and len(a.core) > 1 < len(b.core) and not b.tail & (ORGANIZATION | PLACE):
                first, last = (a, b) if a.start < b.start else (b, a)
                if last.start - first.end < 20 and _AND.fullmatch(text, first.end, last.start):
                    b.score = 0


def _with_headings(text: str) -> Iterator[tuple[list[Word], bool]]:
    """Each run, and whether it stands in a line where every word is capitalised."""
    line_end = -1
    heading = False
    for run in runs(text):
        if run[0].start > line_end:
            begin = text.rfind("\n", max(line_end, 0), run[0].start) + 1
            line_end = text.find("\n", run[0].start)
            line_end = len(text) if line_end < 0 else line_end
            heading = line_end - begin <= _HEADING_LENGTH and is_heading(text[begin:line_end])
        yield run, heading


def is_heading(line: str) -> bool:
    """Whether nearly every word of a line is capitalised, plain words among them: a headline, not a table.

    >>> is_heading("Kim Kardashian Appeals to Joe Biden to Intervene in Crisis"), is_heading("1. Bo Xi (China) 19.9")
    (True, False)
    """
    words = [w for w in line.split() if w[0].isalpha()]
    if len(words) < 4 or (line.rstrip().endswith((".", ".”", '."')) and not line.isupper()):
        return False
    capitals = [w for w in words if w[0].isupper()]
    if _CREDIT.search(line):
        return False
    if sum(bool(word(code := code_of(w.strip(",:;'’”")))) and not given(code) | family(code) for w in capitals) < 2:
        return False
    small = sum(len(w) > 4 for w in words if w[0].islower())
    return len(capitals) / len(words) > 0.6 and small <= len(words) // 6


_SEAT = re.compile(r"[DRI]-[A-Z]")
_CHURCH = re.compile(r"(?<!\w)St\.?[ \u00a0]$")


def _names_no_one(text: str, candidate: Candidate) -> bool:
    """A member's party and seat (*D-Lafayette*), and the church or ground that is called *St Oswald's*."""
    start, end = candidate.start, candidate.end
    if len(candidate.core) > 1:
        return False
    owned = text.startswith(("'s", "’s"), end) and _CHURCH.search(text, max(0, start - 5), start) is not None
    return owned or _SEAT.match(text, start, end) is not None


def _decide(text: str, candidate: Candidate, known: _Known) -> Iterable[Mentioned]:
    core = candidate.core
    if _names_no_one(text, candidate):
        return []
    if len(core) > 1:
        if candidate.tail & (ORGANIZATION | PLACE):
            return []
        if candidate.score >= 0 or tuple(w.key for w in core) in known.fulls:
            return [_whole(text, candidate)]
        return _parts(text, candidate, known)
    if len(core) == 1 and "-" in core[0].key and (pair := _pair(core[0], known)):
        return pair
    return [_whole(text, candidate)] if _is_person(candidate, known) else []


def _pair(item: Word, known: _Known) -> list[Mentioned]:
    """Two people in one word: the *Obama-Biden* years."""
    first, _, last = item.key.partition("-")
    sure = [key in known.families or bool(codes().get(key, 0) & KNOWN) for key in (first, last)]
    if (
        item.key in known.families
        or not any(sure)
        or not all(s or family(code_of(k)) for s, k in zip(sure, (first, last), strict=True))
    ):
        return []
    at = item.start + len(first)
    return [Mentioned(item.start, at, (first,)), Mentioned(at + 1, item.end, (last,))]


def _is_person(candidate: Candidate, known: _Known) -> bool:
    """Whether a word that stands alone is a person."""
    word_, score = candidate.core[0], candidate.score
    if candidate.tail & (ORGANIZATION | PLACE):
        return False
    common = word(word_.code) > 1 or place(word_.code) > 1
    if word_.key in known.families:
        return not common or not (candidate.seen & {"the", "within"} or {"lowered", "opens"} <= candidate.seen)
    if word_.key in known.givens:
        return score > (-200 if common else -400)
    return score >= 0 or (not word_.code and known.misspelt(word_.key))


_LEADING = re.compile(
    r"(?<!\w)(?:(?:von|van|de|bin|al|el|ben|abu|ter|ten|di|da|del|della|dos|du|le|la)"
    r"(?: (?:der|den|de|la|las|los|het|'t))?) $"
)


_SUFFIX_BEHIND = re.compile(r", (Jr|Sr)\b\.?(?!\w)")
_SHORT_SUFFIX = {"jnr": "jr", "junior": "jr", "snr": "sr", "senior": "sr"}


def _whole(text: str, candidate: Candidate) -> Mentioned:
    start, end = candidate.start, candidate.end
    particles = _LEADING.search(text, max(0, start - 12), start)
    if particles and len(candidate.core) == 1 and not candidate.before:
        start = particles.start()
    suffix = next((w.key for w in candidate.words[1:] if w.code & SUFFIX), "")
    if not suffix and (behind := _SUFFIX_BEHIND.match(text, end)):
        suffix, end = behind[1].lower(), behind.end()
    keys = tuple(w.key for w in candidate.core)
    return Mentioned(start, end, keys, candidate.before, _SHORT_SUFFIX.get(suffix, suffix))


def _parts(text: str, candidate: Candidate, known: _Known) -> Iterator[Mentioned]:
    """Names that the article has taught, within a longer candidate."""
    core = candidate.core
    at = 0
    while at < len(core):
        for end in range(min(len(core), at + 4), at, -1):
            keys = tuple(w.key for w in core[at:end])
            if _taught(keys, candidate, at, known):
                yield Mentioned(core[at].start, core[end - 1].end, keys, candidate.before if at == 0 else 0)
                at = end
                break
        else:
            at += 1


def _taught(keys: tuple[str, ...], candidate: Candidate, at: int, known: _Known) -> bool:
    """Whether a part of a candidate is a known name; a surname counts behind other words or in a headline."""
    if len(keys) > 1:
        return keys in known.fulls
    if candidate.tail & (ORGANIZATION | PLACE) or keys[0] not in known.families:
        return False
    return candidate.heading or at > 0 or (len(candidate.core) == 2 and not family(candidate.core[1].code))
