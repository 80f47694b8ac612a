"""Misplaced spaces: words broken in two, and two words run together.

The fragments of a broken word are mostly not words (*testimo ny*), but *off icers* and *sha king* pass any spelling
list. Probability reveals them: *officers* is a hundred thousand times as likely as *off* followed by *icers*. Pairs
that writers do separate (*every one*, *may be*, *my self*) are frequent as pairs, and stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import or_
from typing import NamedTuple

from cleaner.stages.typos.channel import LONGEST, neighbours
from cleaner.stages.typos.evidence import FUNCTION, Evidence
from cleaner.text import lexicon
from cleaner.text.words import WordTable

UNLISTED = 80
"""The level of a fragment that is not a common word."""

_GAIN = 33
_PREFIXES = frozenset("anti co ex mid multi neo non post pre pro pseudo self semi ultra".split())  # noqa: SIM905
"""Prefixes that writers may separate: *anti semitism*."""
_WORDS = 11
"""The extra gain that is needed if both parts are words: *tax payer*, *cole slaw* and *strategic ally* stay."""
_APART = frozenset(
    [("ante", "bellum"), ("per", "se"), ("bona", "fide"), ("ad", "hoc"), ("alma", "mater"), ("no", "se"), ("lo", "se")]
)
_INFLECTED = ("s", "ed", "ing", "ly")


def broken(evidence: Evidence) -> Iterator[tuple[int, int, str, str, str]]:
    """Words broken in two by a space: start, end, the whole word, the rule and its evidence.

    >>> [found[:4] for found in broken(Evidence("They gave testimo ny to the off icers."))]
    [(10, 20, 'testimony', 'typo.split'), (28, 37, 'officers', 'typo.split')]
    >>> list(broken(Evidence("Every one of them may be there some time, in form and out.")))
    []
    """
    words, table = evidence.words, evidence.table
    for i, n in _ligatures(table):
        start, end = table.starts[i], table.starts[i + n - 1] + len(words[i + n - 1])
        whole = "".join(words[i : i + n])
        yield start, end, whole, "typo.split", f"{evidence.text[start:end]}→{whole}"
    for i in _joinable(table):
        first, second = words[i], words[i + 1]
        if _apart(evidence, start := table.starts[i], end := start + len(first), second):
            yield start, end + 1 + len(second), first + second, "typo.split", f"{first} {second}→{first}{second}"


_LIGATURES = frozenset(["ff", "fi", "fl", "ffi", "ffl"])


def _ligatures(table: WordTable) -> Iterator[tuple[int, int]]:
    """Words broken at the ligature of a PDF, *e ffi cient*: the index of the first piece, and the number of pieces.

    >>> list(_ligatures(WordTable("an e ffi cient o ffi cer, the fi rst, at a cli ff.")))
    [(1, 3), (4, 3), (8, 2), (12, 2)]
    """
    words, lows, known = table.words, table.lows, lexicon.common()
    at = 0
    for i in [i for i, low in enumerate(lows) if low in _LIGATURES] if not _LIGATURES.isdisjoint(lows) else ():
        for first, n in ((i - 1, 3), (i, 2), (i - 1, 2)):
            pieces = range(first, min(first + n, len(words)) - 1)
            if first >= at and len(pieces) == n - 1 and all(map(table.spaced, pieces)):
                whole = "".join(lows[first : first + n])
                if whole in known and words[first + 1].islower():
                    yield first, n
                    at = first + n
                    break


def _joinable(table: WordTable) -> list[int]:
    """The indices where two successive words, one of them rare, are far more likely one broken word."""
    common, words, lows = lexicon.common(), table.words, table.lows
    odd = list(map(table.rare.__contains__, lows))
    beside = compress(range(len(lows) - 1), map(or_, odd, odd[1:]))
    whole = [i for i in beside if lows[i] + lows[i + 1] in common]
    return [
        i
        for i in whole
        if words[i + 1].islower()
        and len(words[i + 1]) <= LONGEST
        and _breaks(words[i], words[i + 1])
        and table.spaced(i)
    ]


def _breaks(first: str, second: str) -> bool:
    """Are two successive words, one of them rare, far more likely one broken word?"""
    common = lexicon.common()
    whole = common.get((first + second).lower())
    if whole is None or not second.islower() or not (first.islower() or first[1:].islower() or len(first) == 1):
        return False
    parts = common.get(first.lower(), UNLISTED), common.get(second, UNLISTED)
    if (
        max(parts) < lexicon.RARE
        or whole > 66
        or first.lower() in _PREFIXES
        or lexicon.pair(first.lower(), second) is not None
    ):
        return False
    if second in FUNCTION and first[0].isupper() and first.lower() in lexicon.names():
        return False  # Lou is
    if first.lower() in FUNCTION and (second in common or _slip(second)):
        return sum(parts) - whole >= _GAIN + 15 and second in common
    gain = _GAIN + (_WORDS if max(parts) < UNLISTED else 0)
    return (
        sum(parts) - whole >= gain
        and (first.lower(), second) not in _APART
        and len(first) + len(second) > (4 if second in common else 3)
    )


def _slip(low: str) -> bool:
    """Is a fragment by itself a likely slip for a frequent word?"""
    common = lexicon.common()
    return any(common[w] < 46 for w in neighbours(low, common))


def _apart(evidence: Evidence, start: int, end: int, second: str) -> bool:
    """Is there no other explanation: an initial, a hyphenated compound, another language?"""
    first = evidence.text[start:end]
    if first.lower() == second:
        return False  # na na na
    if not first.islower() and not evidence.opens(start, end):
        return False
    finish = end + 1 + len(second)
    edges = evidence.text[max(0, start - 1) : start] + evidence.text[finish : finish + 1]
    known = {first.lower(), second} & lexicon.common().keys()
    if (edges[:1] == "-" and second in known) or (set(edges) & set("-–'’") and len(known) > 1):
        return False
    if evidence.text[finish : finish + 1] == "-" and evidence.text[finish + 1 : finish + 2].isupper():
        return False  # the operation al-Rashid led
    if evidence.foreign(start, finish) > 1 or (len(known) > 1 and _is_phrase(evidence, start, finish)):
        return False
    return evidence.touchable(start, finish) and evidence.english(start, finish)


def _is_phrase(evidence: Evidence, start: int, finish: int) -> bool:
    """Are two words adjective and noun, where their adverb would be wrong: *an historic ally of theirs*?"""
    adverb = evidence.text[finish - 2 : finish] == "ly" and evidence.before(start).lower() in _DETERMINERS
    return adverb and (evidence.after(finish) in FUNCTION or evidence.text[finish : finish + 1] != " ")


_DETERMINERS = frozenset("a an the this that its our their his her".split())  # noqa: SIM905


class Parting(NamedTuple):
    """A split of a word into two: position, likelihood (decimal logarithm), and whether neither is a small word."""

    log: float
    at: int
    content: bool


def parted(low: str) -> Iterator[Parting]:
    """The ways in which a word may be two without their space, and how likely they are.

    Two nouns without a space are as often a compound (*bandmates*, *yearslong*) as a misprint. So two content words
    count only if they are a frequent pair, if the first is inflected, unlike the first part of a compound, or if both
    are long, frequent, and unlikely in compounds.

    >>> [("thework"[:i], "thework"[i:]) for _, i, _ in parted("thework")]
    [('the', 'work')]
    >>> list(parted("bandmoth")), list(parted("monthslong"))
    ([], [])
    """
    common = lexicon.common()
    for i in range(1, len(low)):
        first, second = low[:i], low[i:]
        if first not in common or second not in common or (i == 1 and first not in "ai") or second in _LETTERS:
            continue
        if parting := _parting(first, second):
            yield parting


def _parting(first: str, second: str) -> Parting | None:
    """The likelihood that two words lost their space; ``None`` if a compound is as likely."""
    common, level = lexicon.common(), lexicon.pair(first, second)
    content = second not in _SMALL and (first not in _SMALL or first in _LEADING)
    content = content and not (first in ("in", "on") and level is not None)
    if content and (second.endswith(_LASTS) or (first in _FIRSTS and first not in _SMALL)):
        return None
    alone = -(common[first] + common[second]) / 10
    if level is not None:
        return Parting(max(-level / 10, alone) + _LOST, len(first), content)
    if min(len(first), len(second)) > 1 and len(first + second) > 6 and (first in FUNCTION or second in FUNCTION):
        return Parting(alone + _LOST, len(first), content)
    gain = _unlike_compound(first, second) if min(len(first), len(second)) > 3 else 0.0
    return Parting(alone + gain, len(first), content) if gain else None


_LOST = 1.5
"""The likelihood of a lost space, as log-odds relative to a random misprint."""


def loses_spaces(evidence: Evidence, low: str) -> bool:
    """Does another word of the article clearly lack a space beside a small word?

    >>> evidence = Evidence("He cited othertools and tosay that thatwas it.")
    >>> loses_spaces(evidence, "othertools"), loses_spaces(Evidence("He cited othertools."), "othertools")
    (True, False)
    """
    evidence = evidence.whole
    found = evidence.memory.get("joined")
    if found is None:
        odd = [word for word in evidence.strange if word.islower() and len(word) > 5]
        found = frozenset(word for word in odd if any(not p.content for p in parted(word)))
        evidence.memory["joined"] = found
    return bool(found - {low})


def _unlike_compound(first: str, second: str) -> float:
    """How unlikely two content words are as a compound, as log-odds; 0.0 if they may be one."""
    common = lexicon.common()
    if first.endswith(_INFLECTED):
        return 4.5 if first.endswith("ly") else 3.0
    return 3.0 if max(common[first], common[second]) <= 53 and len(first) + len(second) > 9 else 0.0


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
long sphere burger think back tab tabs white burner person people folk storm speak scape line lines care
"""
_LASTS = tuple(_COMPOUNDED.split())
_HOLDING = """
again ago almost also although any asleep away because before being between both during each eight ever few five four
further full having here how instead later like made many may might mine most much must my never nine no off often one
only other seven shall should since six some soon still such ten then there these those though three through today
together too two under until upon us very via well went where while within without yet
"""
_SMALL = FUNCTION | frozenset(_HOLDING.split())
"""Function words; a word glued to one of them is a misprint."""
_LEADING = frozenset("after down every in off on out over no through under up well".split())  # noqa: SIM905
"""Small words that compounds begin with: *overserved*, *everyperson*."""
