"""People in the text: finding mentions and linking them.

Runs of capitalised words are cut into candidates, and two passes decide which of these are people. The first weighs
each candidate by evidence in it and around it; the full names that pass are learned. The second uses what was learned:
once the article names *Celine Gounder*, every *Gounder* is she, even in a headline where all words are capitalised, and
where there is no other evidence.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cleaner.core import lazy_re as re
from cleaner.core.parts import Person
from cleaner.parties.name_codes import (
    FAMILY,
    GIVEN,
    GIVEN_2,
    LAND,
    LAND_2,
    ORGANIZATION,
    PLACE,
    SUFFIX,
    WORD,
    WORD_2,
    fold,
)
from cleaner.parties.name_lists import NameTables, name_tables
from cleaner.stages.names.beside import Around
from cleaner.stages.names.candidates import Candidate, find_candidates
from cleaner.stages.names.evidence import find_evidence, weigh
from cleaner.stages.names.known import Known, is_person, pair, parts
from cleaner.stages.names.linking import link
from cleaner.stages.names.mentioned import Mentioned
from cleaner.stages.names.runs import Runs, find_runs


def people(text: str, also: Iterable[tuple[int, int]] = (), tables: NameTables | None = None) -> Iterator[Person]:
    """One person a name, in the order of their first mention; ``also`` are spans that another tool has found.

    >>> [(p.name, [m.text for m in p.mentions]) for p in people("Actor Kim Lee and Bo Xi left. Lee's car broke down.")]
    [('Kim Lee', ['Kim Lee', 'Lee']), ('Bo Xi', ['Bo Xi'])]
    """
    tables = tables or name_tables()
    yield from link(text, _joined(text, mentions(text, tables), also), tables)


def _joined(text: str, found: list[Mentioned], also: Iterable[tuple[int, int]]) -> list[Mentioned]:
    """The mentions, and those of the other spans that do not overlap them."""
    ordered = sorted(found)
    for start, end in sorted(set(also)):
        keys = tuple(fold(word) for word in re.findall(r"[\w'’.-]+", text[start:end]))
        at = bisect_left(ordered, (start,))
        free = (at == 0 or ordered[at - 1].end <= start) and (at == len(ordered) or end <= ordered[at].start)
        if keys and free:
            insort(ordered, Mentioned(start, end, keys))
    return ordered


def mentions(text: str, tables: NameTables) -> list[Mentioned]:
    """The mentions of people, in order, none overlapping another."""
    runs = find_runs(text, tables)
    found = find_candidates(text, runs, tables)
    fulls = [c for c in found if len(c.core) > 1]
    doubted = _weigh(Around(text, tables), runs, found, fulls)
    _coordinate(text, found)
    known = _learned(runs, fulls, doubted)
    return _bracketed(text, [m for c in found for m in _decide(text, runs, c, known, tables)], tables)


def _weigh(around: Around, runs: Runs, found: list[Candidate], fulls: list[Candidate]) -> list[tuple[Candidate, int]]:
    """Score all candidates; the answer holds the full names that count only if the article confirms their surname.

    In languages other than English, where no list of words is long enough to tell a noun phrase from a name, these are
    the names without a given name or an introduction.
    """
    pools, counts = _pool(around, runs, found)
    doubted: list[tuple[Candidate, int]] = []
    for candidate in fulls:
        seen = find_evidence(around, runs, candidate)
        score = weigh(seen, around.tables.weights["full"]) + _again(runs, candidate.core[-1], pools, counts)
        candidate.score = score
        if not runs.is_english and not runs.codes[candidate.core[0]] & GIVEN and _INTRODUCED.isdisjoint(seen):
            doubted.append((candidate, score))
            candidate.score = -300
    return doubted


def _learned(runs: Runs, fulls: list[Candidate], doubted: list[tuple[Candidate, int]]) -> Known:
    """What the full names teach, the doubted ones last."""
    known = Known()
    for candidate in fulls:
        if candidate.score >= 0:
            known.learn(runs, candidate)
        else:
            known.hint(runs, candidate)
    for candidate, score in doubted:
        if score > -100 and runs.keys[candidate.core[-1]] in known.families:
            candidate.score = 0
            known.learn(runs, candidate)
    return known


_BRACKETED = re.compile(r"(?<![\w.-])([A-Z][\w'’-]{1,20}) \(([A-Z][\w'’-]{1,20})\) ([A-Z][\w'’-]{1,20})(?![\w(])")


_BRACKET = re.compile(r" \([A-Z][\w'’-]{1,20}\) [A-Z]")


def _bracketed(text: str, found: list[Mentioned], tables: NameTables) -> list[Mentioned]:
    """One name around a bracket: *Clara (Nygaard) Jensen*, née Nygaard, *Mark (Linda) Jensen*, whose wife is Linda.

    Taken apart, the surname would go to any other Jensen.
    """
    if not _BRACKET.search(text):
        return found
    whole = []
    for match in _BRACKETED.finditer(text):
        first, inner, last = (tables.code(part) for part in match.groups())
        named = first & GIVEN_2 and last & FAMILY and not (last & WORD_2 or first & LAND_2)
        if named and not inner & (LAND | ORGANIZATION | PLACE):
            whole.append(Mentioned(match.start(), match.end(), (fold(match[1]), fold(match[3]))))
    if not whole:
        return found
    starts = [m.start for m in whole]
    return sorted([*whole, *(m for m in found if not _within(m, whole, starts))])


def _within(mention: Mentioned, whole: list[Mentioned], starts: list[int]) -> bool:
    at = bisect_left(starts, mention.end) - 1
    return at >= 0 and mention.start < whole[at].end


def _again(runs: Runs, last: int, pools: dict[str, set[str]], counts: Counter[str]) -> int:
    """Add the evidence of a surname that occurs alone elsewhere, like a person."""
    key = runs.keys[last]
    pool = pools.get(key)
    often = counts[key] > 3
    if pool is None or runs.codes[last] & (WORD | LAND_2 if often else WORD | LAND) or "lowered" in pool:
        return 0
    return 130 if often or not pool & {"the", "within"} else 0


def _pool(around: Around, runs: Runs, found: list[Candidate]) -> tuple[dict[str, set[str]], Counter[str]]:
    """Weigh single words; evidence for one mention of *Pachomius* counts in part for all of them.

    The answer holds the evidence of all mentions of a word together, and how many there are.
    """
    weights = around.tables.weights["single"]
    pools: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    singles = [c for c in found if len(c.core) == 1]
    for c in singles:
        c.seen = frozenset(find_evidence(around, runs, c))
        c.score = weigh(c.seen, weights)
        if not c.heading and not c.tail & (ORGANIZATION | PLACE):
            key = runs.keys[c.core[0]]
            pools.setdefault(key, set()).update(c.seen)
            counts[key] += 1
    for c in singles:
        key = runs.keys[c.core[0]]
        pool = pools.get(key, set())
        told = runs.codes[c.core[0]] & GIVEN or not pool.isdisjoint(_TELLING) or pool >= _SPEAKING
        if counts[key] > 1 and told and pool.isdisjoint(_NOT_POOLED):
            pooled = weigh(pool | {"often"} if counts[key] > 3 else pool, weights)
            c.score = max(c.score, min(pooled, c.score + 150))
        if not pool.isdisjoint(_OF_THINGS):
            c.score -= 300
    return pools, counts


_TELLING = frozenset({"honorific", "office", "role", "kin", "aged", "byline", "apposition", "country", "known"})
_INTRODUCED = _TELLING | {"initial_first", "role_comma", "born"}
_SPEAKING = frozenset({"said", "pronoun"})
_NOT_POOLED = frozenset({"firm", "named_after", "thing", "which", "ampersand"})
_OF_THINGS = frozenset({"thing", "which"})
_AND = re.compile(r"(?: ?\d[\d' -]{0,10})? ?[,;]? (?:and |& |or )?|[\u2013\u2014]")


def _coordinate(text: str, found: list[Candidate]) -> None:
    """Names come in lists: a doubtful full name joined to a sure one by a comma or *and* is a name, too."""
    for chain in (found, found[::-1]):
        for a, b in pairwise(chain):
            if -130 < b.score < 0 <= a.score and len(a.core) > 1 < len(b.core) and not b.tail & (ORGANIZATION | PLACE):
                first, last = (a, b) if a.start < b.start else (b, a)
                if last.start - first.end < 20 and _AND.fullmatch(text, first.end, last.start):
                    b.score = 0


_SEAT = re.compile(r"[DRI]-[A-Z]")
_EVE = re.compile(r"(?:Year['’]s|Christmas|Halloween) $")
_CHURCH = re.compile(r"(?<!\w)St\.?[ \u00a0]$")


def _names_no_one(text: str, candidate: Candidate) -> bool:
    """A member's party and seat (*D-Lafayette*), a feast, and the church or ground that is called *St Oswald's*."""
    start, end = candidate.start, candidate.end
    if text.startswith("Eve", start) and end - start == 3 and _EVE.search(text, max(0, start - 10), start):
        return True
    if text.startswith(("'s", "’s"), end) and _CHURCH.search(text, max(0, start - 5), start):
        return True
    return text[start + 1 : start + 2] == "-" and _SEAT.match(text, start, end) is not None


def _decide(text: str, runs: Runs, candidate: Candidate, known: Known, tables: NameTables) -> Iterable[Mentioned]:
    core = candidate.core
    if len(core) > 1:
        if candidate.tail & (ORGANIZATION | PLACE):
            return []
        if runs.codes[core[0]] & PLACE and text.endswith("the ", 0, candidate.start):
            return []  # the River Thames
        if candidate.score >= 0 or tuple([runs.keys[i] for i in core]) in known.fulls:
            return [_whole(text, runs, candidate)]
        return parts(runs, candidate, known)
    if _names_no_one(text, candidate):
        return []
    if "-" in runs.keys[core[0]] and (two := pair(runs, core[0], known, tables)):
        return two
    if not is_person(runs, candidate, known, tables.lookalikes):
        return []
    particles = _OWN if runs.keys[core[0]] in known.particled else _LEADING if tables.is_english else None
    return [_whole(text, runs, candidate, particles)]


_PARTICLES = "von|van|de|bin|al|el|ben|abu|ter|ten|di|da|del|della|dos|du|le|la"
_LEADING, _OWN = (
    re.compile(rf"(?<!\w)(?:{particles})(?: (?:der|den|de|la|las|los|het|'t))? $")
    for particles in (_PARTICLES, f"{_PARTICLES}|{_PARTICLES.title()}")
)
"""Particles in front of a surname: any, and those of one that is known to have them, which may open a sentence."""


_SUFFIX_BEHIND = re.compile(r", (Jr|Sr)\b\.?(?!\w)")
_SHORT_SUFFIX = {"jnr": "jr", "junior": "jr", "snr": "sr", "senior": "sr"}


def _whole(text: str, runs: Runs, candidate: Candidate, particles: re.Pattern[str] | None = None) -> Mentioned:
    """The mention; a surname alone takes the particles in front of it along, if it has them: *von der Leyen*."""
    start, end = candidate.start, candidate.end
    if particles and (not candidate.before or particles is _OWN) and text[max(0, start - 1) : start] == " ":
        found = particles.search(text, max(0, start - 12), start)
        start = found.start() if found else start
    suffix = next((runs.keys[i] for i in candidate.words[1:] if runs.codes[i] & SUFFIX), "")
    if not suffix and (behind := _SUFFIX_BEHIND.match(text, end)):
        suffix, end = behind[1].lower(), behind.end()
    keys = tuple([runs.keys[i] for i in candidate.core])
    return Mentioned(start, end, keys, candidate.before, _SHORT_SUFFIX.get(suffix, suffix))
