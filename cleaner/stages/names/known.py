"""What the article itself teaches: once it names *Celine Gounder*, every *Gounder* is she."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.parties.name_codes import (
    FAMILY,
    GIVEN,
    HONORIFIC,
    KNOWN,
    LAND,
    LAND_2,
    ORGANIZATION,
    PLACE,
    ROLE,
    WORD,
    WORD_2,
)
from cleaner.parties.name_lists import NameTables
from cleaner.stages.names.candidates import Candidate
from cleaner.stages.names.likeness import near
from cleaner.stages.names.mentioned import Mentioned
from cleaner.stages.names.runs import Runs

_RIVALS = 20


class Known:
    """The full names of an article, and the surnames and given names in them."""

    def __init__(self) -> None:
        self.fulls: set[tuple[str, ...]] = set()
        self.families: set[str] = set()
        self.givens: set[str] = set()
        self.particled: set[str] = set()
        self.hinted: set[str] = set()
        self._spelt: dict[str, list[str]] = {}

    def learn(self, runs: Runs, candidate: Candidate) -> None:
        """Remember a full name."""
        core = candidate.core
        if len(candidate.words) > len(core) and core[-1] - 1 not in core:
            self.particled.add(runs.keys[core[-1]])
        keys = tuple([runs.keys[i] for i in core])
        self.fulls.update(keys[i:] for i in range(max(1, len(keys) - 1)))
        if keys[-1] not in self.families:
            self.families.add(keys[-1])
            for ending in (keys[-1][:3], keys[-1][-3:]):
                self._spelt.setdefault(ending, []).append(keys[-1])
        first = runs.codes[core[0]]
        if first & GIVEN or (not first & (WORD | LAND_2) and len(keys[0]) > 1):
            self.givens.add(keys[0])

    def hint(self, runs: Runs, candidate: Candidate) -> None:
        """Remember the surname of a full name that occurs only in the name of a thing: *The Rush Limbaugh Program*."""
        first, last = runs.codes[candidate.core[0]], runs.codes[candidate.core[-1]]
        if first & GIVEN and not last & (WORD | LAND) and candidate.tail & ORGANIZATION:
            self.hinted.add(runs.keys[candidate.core[-1]])

    def misspelt(self, key: str) -> bool:
        """Whether a word is a known surname but for one letter."""
        if len(key) < 6:
            return False
        rivals = [*self._spelt.get(key[:3], [])[:_RIVALS], *self._spelt.get(key[-3:], [])[:_RIVALS]]
        return any(near(key, rival) and key != rival + "s" for rival in rivals)


def pair(runs: Runs, item: int, known: Known, tables: NameTables) -> list[Mentioned]:
    """Two people in one word: the *Obama-Biden* years."""
    key, start = runs.keys[item], runs.starts[item]
    first, _, last = key.partition("-")
    sure = [part in known.families or bool(tables.codes.get(part, 0) & KNOWN) for part in (first, last)]
    maybe = [s or bool(tables.code(part) & FAMILY) for s, part in zip(sure, (first, last), strict=True)]
    if key in known.families or not any(sure) or not all(maybe):
        return []
    at = start + len(first)
    return [Mentioned(start, at, (first,)), Mentioned(at + 1, runs.ends[item], (last,))]


def is_person(runs: Runs, candidate: Candidate, known: Known, lookalikes: frozenset[str]) -> bool:
    """Is a single word a person?"""
    key, code = runs.keys[candidate.core[0]], runs.codes[candidate.core[0]]
    score, seen = candidate.score, candidate.seen
    if candidate.tail & (ORGANIZATION | PLACE):
        return False
    common = code & (WORD_2 | LAND_2)
    told = candidate.before & (HONORIFIC | ROLE) or key in known.particled
    is_family = key in known.families
    if not runs.is_english and "the" in seen and not told and not (is_family and "relative" in seen):
        return False
    if is_family:
        return not common or not (
            not seen.isdisjoint(("the", "within")) or ("opens" in seen and ("lowered" in seen or candidate.tail))
        )
    if key in known.givens:
        return score > (-200 if common else -400)
    if key in lookalikes and not told:
        return False
    if key in known.hinted:
        return score > -150 and not common
    return score >= 0 or (not code and known.misspelt(key))


def parts(runs: Runs, candidate: Candidate, known: Known) -> Iterator[Mentioned]:
    """Names that the article has taught, within a longer candidate."""
    core = candidate.core
    at = 0
    while at < len(core):
        for end in range(min(len(core), at + 4), at, -1):
            keys = tuple([runs.keys[i] for i in core[at:end]])
            if _is_taught(runs, keys, candidate, at, known):
                before = candidate.before if at == 0 else 0
                yield Mentioned(runs.starts[core[at]], runs.ends[core[end - 1]], keys, before)
                at = end
                break
        else:
            at += 1


def _is_taught(runs: Runs, keys: tuple[str, ...], candidate: Candidate, at: int, known: Known) -> bool:
    """Whether a part of a candidate is a known name; a surname counts behind other words or in a headline."""
    if len(keys) > 1:
        return keys in known.fulls
    if candidate.tail & (ORGANIZATION | PLACE) or keys[0] not in known.families:
        return False
    core = candidate.core
    return candidate.heading or at > 0 or (len(core) == 2 and not runs.codes[core[1]] & FAMILY)
