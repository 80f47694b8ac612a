"""Spaces in the wrong place: words broken in two, and two words run together.

A broken word mostly leaves fragments that are no words (*testimo ny*), but *off icers* and *sha king* pass any
spelling list. What gives them away is arithmetic: *officers* is a hundred thousand times likelier than *off* followed
by *icers*.
Pairs that writers do set apart (*every one*, *may be*, *my self*) are frequent as pairs, and stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import or_

from cleaner.stages.typos.channel import LONGEST, neighbours
from cleaner.stages.typos.evidence import FUNCTION, Evidence
from cleaner.text import lexicon
from cleaner.text.words import WordTable

UNLISTED = 80
"""The level of a fragment that is no common word."""

_GAIN = 33
_APART = frozenset([("ante", "bellum"), ("per", "se"), ("bona", "fide"), ("ad", "hoc"), ("alma", "mater")])
_INFLECTED = ("s", "ed", "ing", "ly")


def broken(evidence: Evidence) -> Iterator[tuple[int, int, str, str]]:
    """Words that a space breaks in two: start, end, the whole word, and the rule.

    >>> list(broken(Evidence("They gave testimo ny to the off icers.")))
    [(10, 20, 'testimony', 'typo.split: testimo ny→testimony'), (28, 37, 'officers', 'typo.split: off icers→officers')]
    >>> list(broken(Evidence("Every one of them may be there some time, in form and out.")))
    []
    """
    words, starts = evidence.words, evidence.table.starts
    for i in _joinable(evidence.table):
        first, second = words[i], words[i + 1]
        if _breaks(first, second) and _apart(evidence, start := starts[i], end := start + len(first), second):
            yield start, end + 1 + len(second), first + second, f"typo.split: {first} {second}→{first}{second}"


def _joinable(table: WordTable) -> list[int]:
    """Where two neighbours, one of them rare, make a common word together."""
    common, words, lows = lexicon.common(), table.words, table.lows
    odd = list(map(table.rare.__contains__, lows))
    beside = compress(range(len(lows) - 1), map(or_, odd, odd[1:]))
    whole = [i for i in beside if lows[i] + lows[i + 1] in common]
    return [i for i in whole if words[i + 1].islower() and len(words[i + 1]) <= LONGEST and table.spaced(i)]


def _breaks(first: str, second: str) -> bool:
    """Are two neighbouring words, one of them rare, far likelier to be one broken word?"""
    common = lexicon.common()
    whole = common.get((first + second).lower())
    if whole is None or not second.islower() or not (first.islower() or first[1:].islower() or len(first) == 1):
        return False
    parts = common.get(first.lower(), UNLISTED), common.get(second, UNLISTED)
    if max(parts) < lexicon.RARE or whole > 66 or lexicon.pair(first.lower(), second) is not None:
        return False
    if first.lower() in FUNCTION and (second in common or _slip(second)):
        return sum(parts) - whole >= _GAIN + 15 and second in common
    gain = _GAIN + (5 if max(parts) < UNLISTED else 0)
    return (
        sum(parts) - whole >= gain
        and (first, second) not in _APART
        and len(first) + len(second) > (4 if second in common else 3)
    )


def _slip(low: str) -> bool:
    """Is a fragment by itself a likely slip for a frequent word?"""
    common = lexicon.common()
    return any(common[w] < 46 for w in neighbours(low, common))


def _apart(evidence: Evidence, start: int, end: int, second: str) -> bool:
    """Does nothing else explain the two: an initial, a compound with a hyphen, another language?"""
    first = evidence.text[start:end]
    if not first.islower() and not evidence.opens(start, end):
        return False
    finish = end + 1 + len(second)
    edges = evidence.text[max(0, start - 1) : start] + evidence.text[finish : finish + 1]
    if set(edges) & set("-–'’") and {first.lower(), second} <= lexicon.common().keys():
        return False
    if evidence.foreign(start, finish) > 1:
        return False
    return evidence.touchable(start, finish) and evidence.english(start, finish)


def parted(low: str) -> Iterator[tuple[float, int]]:
    """Where a word may be two that lost the space between them, and how likely those two are.

    Two nouns without a space are as often a compound (*bandmates*, *facemask*) as a misprint; so two words that do
    not hold sentences together count only when the pair is a frequent one, when the first is inflected as no first
    part of a compound is, or when both are long, frequent, and not of the kind that compounds are made with.

    >>> [("thework"[:i], "thework"[i:]) for _, i in parted("thework")]
    [('the', 'work')]
    >>> list(parted("bandmoth"))
    []
    """
    common = lexicon.common()
    for i in range(1, len(low)):
        first, second = low[:i], low[i:]
        if first not in common or second not in common or (i == 1 and first not in "ai") or second in _LETTERS:
            continue
        level = lexicon.pair(first, second)
        alone = -(common[first] + common[second]) / 10
        if level is not None and (not second.endswith(_LASTS) or first in FUNCTION or first.endswith(_INFLECTED)):
            yield max(-level / 10, alone) + 1.5, i
        elif i > 1 and len(second) > 1 and len(low) > 6 and (first in FUNCTION or second in FUNCTION):
            yield alone + 1.5, i
        elif min(i, len(low) - i) > 3 and (gain := _unlike_compound(first, second)):
            yield alone + gain, i


def _unlike_compound(first: str, second: str) -> float:
    """How unlike the parts of a compound two content words are, as log-odds; 0.0 when they might be such parts."""
    common = lexicon.common()
    if first.endswith(_INFLECTED):
        return 4.5 if first.endswith("ly") else 3.0
    frequent = max(common[first], common[second]) <= 53 and len(first) + len(second) > 9
    return 3.0 if frequent and first not in _FIRSTS and not second.endswith(_LASTS) else 0.0


_LETTERS = frozenset("bcdefghijklmnopqrstuvwxyz")
_COMPOUNDING = """
after back counter cross cyber down early extra fore full half hard head high home hyper inter land life like long
macro mega micro mid mini multi news non off open out over photo post power pseudo quasi self semi short side single
soft sub super techno trans turbo ultra under upper video water well wide work world
"""
_FIRSTS = frozenset(_COMPOUNDING.split())
_COMPOUNDED = """
ing wide wise like ness less ship well wells able land field house gate maker makers goer goers work works fest tech
coin base head heads wear ability proof free side time port ports room rooms cast casts boat boats ball
"""
_LASTS = tuple(_COMPOUNDED.split())
