"""Names: a misprinted name is repaired towards the spelling that the article itself prefers.

No word list can tell whether an unknown name is misprinted; the article often can, by spelling it otherwise nine
times. What is left alone on purpose: rival transliterations (Zelensky, Zelenskiy), endings (Aliev, Alieva; Martin,
Martins), and people of different given names, who may well be different people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner import lexicon
from cleaner.stages.typos.channel import neighbours, step
from cleaner.stages.typos.evidence import WORD, Evidence

_SOFT = frozenset("yijhekcz")


def repair_name(evidence: Evidence, start: int, end: int) -> tuple[str, str] | None:
    """The article's own spelling of the capitalised word at a span, and the rule that tells how often it is used.

    >>> text = "Kardashian wrote. Kardashian said so. Kardahsian penned it, Kardashian added."
    >>> repair_name(Evidence(text), 38, 48)
    ('Kardashian', 'typo.name: 3× Kardashian in this article')
    """
    word = evidence.text[start:end]
    if len(word) < 4 or not word[0].isupper():
        return None
    rivals = [(n, name) for name, n in _rivals(evidence, word) if _same(evidence, start, word, name, n)]
    rivals.sort(key=lambda r: (-r[0], r[1]))
    if not rivals or (len(rivals) > 1 and rivals[0][0] < 2 * rivals[1][0]):
        return None
    n, name = rivals[0]
    return name, f"typo.name: {n}× {name} in this article"


def _rivals(evidence: Evidence, word: str) -> Iterator[tuple[str, int]]:
    """The capitalised words of the article at one step, and how often each is used there."""
    capitals = _capitals(evidence)
    for low in neighbours(word.lower(), capitals):
        for name in capitals[low]:
            if name[1:].islower() == word[1:].islower() or not word[1:].islower():
                yield name, evidence.counts[name]


def _capitals(evidence: Evidence) -> dict[str, list[str]]:
    cached: dict[str, list[str]] | None = evidence.__dict__.get("capitals")
    if cached is None:
        cached = {}
        for name in evidence.counts:
            if name[0].isupper() and len(name) > 3:
                cached.setdefault(name.lower(), []).append(name)
        evidence.__dict__["capitals"] = cached
    return cached


def _same(evidence: Evidence, start: int, word: str, name: str, n: int) -> bool:
    """Is ``word`` a slip for ``name`` rather than another name?"""
    own = evidence.counts[word]
    firm = lexicon.known(name)
    if n < 2 * own + (0 if firm else 1):
        return False
    low, right = word.lower(), name.lower()
    kind = step(low, right)
    if kind is None or kind.weight < 0.5 or low[:-1] == right or right[:-1] == low:
        return False
    if kind.kind in ("vowel", "omitted", "inserted") and _differ_softly(low, right):
        return False
    given = evidence.before(start)
    return not _is_given(given) or given in _givens(evidence, name)


def _differ_softly(low: str, right: str) -> bool:
    """Do they differ only by letters that transliterations disagree on, near the end?"""
    return low[:-3] == right[: len(low) - 3] and bool(set(low[-3:]) ^ set(right[-3:]) & _SOFT)


def _is_given(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in lexicon.common()


def _givens(evidence: Evidence, name: str) -> set[str]:
    """The words before a name, wherever it stands."""
    return {evidence.before(m.start()) for m in re.finditer(rf"\b{re.escape(name)}\b", evidence.text)}


__all__ = ["WORD", "repair_name"]
