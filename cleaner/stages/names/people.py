"""People in the text: find the mentions, then say whose they are.

Two passes. The first weighs each candidate by what stands in it and beside it. The second uses what the article itself
has taught: once *Celine Gounder* is known, every *Gounder* is she, also in a headline where all words are capitalised, and
in a place where nothing else speaks for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cleaner.article import Person
from cleaner.namelists import ORGANIZATION, PLACE, family, given, place, word
from cleaner.stages.names.candidates import Candidate, candidates
from cleaner.stages.names.evidence import evidence, is_lookalike, weigh
from cleaner.stages.names.linking import Mentioned, link
from cleaner.stages.names.words import Word, runs

_HEADING_LENGTH = 250


def people(text: str) -> Iterator[Person]:
    """One person a name, in the order of their first mention.

    >>> [(p.name, [m.text for m in p.mentions]) for p in people("Actor Kim Lee and Bo Xi left. Lee's car broke down.")]
    [('Kim Lee', ['Kim Lee', 'Lee']), ('Bo Xi', ['Bo Xi'])]
    """
    yield from link(text, mentions(text))


@dataclass(slots=True)
class _Known:
    """What the article has taught: full names, and the surnames and given names in them."""

    fulls: set[tuple[str, ...]] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    givens: set[str] = field(default_factory=set)

    def learn(self, core: list[Word]) -> None:
        """Remember a full name."""
        self.fulls.add(tuple(w.key for w in core))
        self.families.add(core[-1].key)
        if given(core[0].code):
            self.givens.add(core[0].key)


def mentions(text: str) -> list[Mentioned]:
    """The mentions of people, in order, none overlapping another."""
    found = [c for run, heading in _with_headings(text) for c in candidates(run, heading)]
    lowered = frozenset(text.split())
    alone = _alone(text, found, lowered)
    known = _Known()
    for candidate in found:
        candidate.score = -9.0 if is_lookalike(candidate) else weigh(text, candidate, lowered)
        core = candidate.core
        if len(core) > 1 and core[-1].key in alone and not word(core[-1].code) and not place(core[-1].code):
            candidate.score += 1.3
        if len(core) > 1 and candidate.score >= 0:
            known.learn(core)
    return [m for c in found for m in _decide(text, c, known)]


def _alone(text: str, found: list[Candidate], lowered: frozenset[str]) -> frozenset[str]:
    """The words that stand alone somewhere in the way in which people do."""
    keys = set()
    for c in found:
        if len(c.core) == 1 and not c.heading and not c.tail:
            seen = set(evidence(text, c, lowered))
            if not seen & {"the", "within", "lowered"}:
                keys.add(c.core[0].key)
    return frozenset(keys)


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
    small = sum(len(w) > 4 for w in words if w[0].islower())
    return len(capitals) / len(words) > 0.6 and small <= len(words) // 6


def _decide(text: str, candidate: Candidate, known: _Known) -> Iterable[Mentioned]:
    core = candidate.core
    if len(core) > 1:
        if candidate.score >= 0:
            return [_whole(candidate)]
        return _parts(candidate, known)
    key = core[0].key
    if candidate.tail & (ORGANIZATION | PLACE):
        return []
    if key in known.families and (candidate.score > -3.5 or family(core[0].code) > 1):
        return [_whole(candidate)]
    if key in known.givens and candidate.score > -2.5:
        return [_whole(candidate)]
    return [_whole(candidate)] if candidate.score >= 0 else []


def _whole(candidate: Candidate) -> Mentioned:
    return Mentioned(candidate.start, candidate.end, tuple(w.key for w in candidate.core), candidate.before)


def _parts(candidate: Candidate, known: _Known) -> Iterator[Mentioned]:
    """Names that the article has taught, within a longer candidate."""
    core = candidate.core
    if candidate.tail & (ORGANIZATION | PLACE):
        return
    at = 0
    while at < len(core):
        for end in range(min(len(core), at + 4), at, -1):
            keys = tuple(w.key for w in core[at:end])
            if keys in known.fulls or (end - at == 1 and keys[0] in known.families and (candidate.heading or at)):
                yield Mentioned(core[at].start, core[end - 1].end, keys, candidate.before if at == 0 else 0)
                at = end
                break
        else:
            at += 1
