"""Non-words: finding the intended word.

An unknown word may be a misprint, a name, a coinage or a foreign word; only the first must be repaired. Taking the
nearest dictionary word, like spelling correctors, would ruin one word in a hundred of clean news. So possible readings
compete by likelihood: how frequent the intended word is in English and in this article, how likely the step to the
printed word is, and how well it fits the words beside it. A repair is made only if one reading is likely enough and
well ahead of the next. If the article repeats the spelling, that is evidence against a repair.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaner.core import lazy_re as re
from cleaner.stages.typos.channel import Step, neighbours, step
from cleaner.stages.typos.closed import SPARED, VULGAR
from cleaner.stages.typos.coinages import coined, derived, in_compound, inflects, is_alone, is_coined
from cleaner.stages.typos.evidence import HEADS, Evidence
from cleaner.stages.typos.spaces import loses_spaces, parted
from cleaner.text import lexicon


class Reading(NamedTuple):
    """A possible intention behind a piece of text."""

    score: float
    start: int
    end: int
    new: str
    rule: str


FLOORS = {3: -2.6, 4: -4.0, 5: -4.8, 6: -5.8, 7: -6.4, 8: -7.0}
"""The least likelihood of the best reading, as a decimal logarithm, by the length of the word: short words have
neighbours by accident, long ones hardly."""

SHY = {"lower": 0.0, "opening": 1.0, "inside": 2.5}
"""The extra likelihood needed for a capitalised word at the start of a sentence, and inside a sentence, where unknown
words are mostly names."""

MARGIN = 0.8
FIT = 0.8
_RARE = 1e-9


def readings(evidence: Evidence, start: int, end: int) -> list[Reading]:
    """The possible readings of the unknown word at a span, most likely first."""
    low = evidence.text[start:end].lower()
    found = list(_steps(evidence, start, end, low))
    found += _parted(evidence, start, end, low)
    best: dict[str, Reading] = {}
    for r in found:
        if r.new not in best or best[r.new].score < r.score:
            best[r.new] = r
    return sorted(best.values(), key=lambda r: (-r.score, r.new))


def repair(evidence: Evidence, start: int, end: int, manner: str) -> Reading | None:
    """The reading that is likely enough and well ahead of all others, if there is one."""
    low = evidence.text[start:end].lower()
    insistence = _insistence(evidence, low)
    if insistence > _FIRM or _cut_off(evidence, end) or (len(low) < 5 and _is_label(evidence, start, end)):
        return None
    foreign = evidence.foreign(start, end) if manner == "lower" else 0
    found = readings(evidence, start, end) if foreign < 2 else []
    if not found or _must_stay(evidence, start, end, found[0], manner):
        return None
    doubt = SHY[manner] + insistence + 1.5 * foreign + _distrust(found[0], low)
    lead = found[0].score - found[1].score if len(found) > 1 else 9.0
    return found[0] if found[0].score - doubt > FLOORS[min(8, len(low))] and lead > MARGIN else None


def _must_stay(evidence: Evidence, start: int, end: int, best: Reading, manner: str) -> bool:
    """Is a word more than a misprint: a name, a coinage, part of a compound, a spelling, a word of another language?"""
    low, is_loose = evidence.text[start:end].lower(), best.rule in _LOOSE
    if manner == "inside" and not _plain(evidence, end, best):
        return True
    if is_loose and inflects(low, best.new):
        return True
    if in_compound(evidence, start, end) and (is_loose or coined(low)):
        return True
    if best.rule in _SLIGHT and is_coined(evidence, start, end):
        return True
    if len(low) < _SHORT_WORD and best.rule in ("typo.vowel", "typo.substituted"):
        return True
    return (len(low) <= _SHORT_WORD and _in_phrase(evidence, start, end)) or _is_variant(low, best.new.lower())


def _is_variant(low: str, right: str) -> bool:
    """Do the two differ as *weaponising* and *weaponizing* do?"""
    return low != right and _IZE.sub(r"is\1", low) == _IZE.sub(r"is\1", right)


_IZE = re.compile("[iy]z(e[ds]?|er?s?|ing|ations?)$")


def beyond_repair(evidence: Evidence, start: int, end: int, manner: str) -> bool:
    """Is it clear, without the surrounding text, that there will be no repair?

    The article repeats the word; it is Latin, as in the name of a species; no word is similar; or it is a capitalised
    word inside a sentence, too short to recognise a misprinted name.
    """
    low = evidence.text[start:end].lower()
    if _insistence(evidence, low) > _FIRM or _LATIN.search(low) or low in SPARED:
        return True
    if manner == "inside" and end - start <= _SHORT_NAME and (end - start < 4 or not evidence.titled(start, end)):
        return True
    return (
        evidence.is_english
        and not evidence.tail(end)
        and not (_near(low) or lexicon.misprint(low) or any(True for _ in parted(low)))
    )


def _insistence(evidence: Evidence, low: str) -> float:
    return 0.8 * (evidence.lows[low] - 1) * min(1.0, 3000 / evidence.size)


_FIRM = 6.0
_LATIN = re.compile("...(?:iae|orum|arum|ensis|oides|ii)$")
_SHORT_NAME = 7
_SHORT_WORD = 5


def _distrust(best: Reading, low: str) -> float:
    """Evidence against a reading: the printed word is transparent, or the step is of no particular kind."""
    if best.rule == "typo.list":
        return -1.0
    if best.rule == "typo.joined":
        return 0.0
    blindered = best.rule in _LOOSE and low.endswith("ed") and lexicon.common().get(low[:-2], 99) < _STEM_KNOWN
    swapped = best.rule == "typo.transposed" and coined(low)
    return _COINED * (swapped or blindered) + 0.7 * (best.rule == "typo.substituted")


_LOOSE = frozenset(["typo.substituted", "typo.vowel", "typo.neighbour-key"])
"""Steps by which words differ that are both right, such as *phones* and *phobes*."""

_SLIGHT = _LOOSE | {"typo.omitted", "typo.inserted", "typo.undoubled"}
"""Steps by which a coinage may differ from a common word: *defunders* and *defenders*."""

_STEM_KNOWN = 70
"""The level of a stem that *-ed* makes an adjective of: *blindered*."""
_COINED = 4.0


def _in_phrase(evidence: Evidence, start: int, end: int) -> bool:
    """Does a short word stand beside one that is like no English word: *jus sanguinis*?"""
    beside = (evidence.before(start), evidence.after(end))
    odd = [w for w in beside if w.islower() and w not in lexicon.common()]
    return any(not (_near(w) or lexicon.misprint(w)) for w in odd)


def _cut_off(evidence: Evidence, end: int) -> bool:
    """Was the word broken off, by a speaker (*disparit- waiting time*), in dialect (*nothin’*), or with the text?"""
    after = evidence.text[end : end + 5]
    if after.strip("….\n ") == "" and (after[:1] != "." or after[1:2] == "."):
        return after[:1] in ("…", ".") or (len(evidence.words) > _TEASER and not evidence.text[end:].strip())
    return after[:1] in _DASHES and not after[1:2].isalnum()


_DASHES = frozenset("-–—'’")
_TEASER = 12
"""A text of more words that ends without a stop may end inside a word."""


def _is_label(evidence: Evidence, start: int, end: int) -> bool:
    """Is there a number before a short word (*4 ast*, *2 tbsp*), or a colon after it (*doi: 10.1053*)?"""
    before = evidence.text[max(0, start - 2) : start]
    return (before[-1:] == " " and before[:1].isdigit()) or evidence.text[end : end + 1] == ":"


def _plain(evidence: Evidence, end: int, best: Reading) -> bool:
    """Is the step from a capitalised word inside a sentence of a kind by which names do not differ?"""
    kind = best.rule
    edges = evidence.text[best.start - 1 : best.start] + evidence.text[end : end + 1]
    before = evidence.before(best.start)
    if before in evidence.strange and before[:1].isupper():
        return False  # Algerie Presse Service
    if kind == "typo.joined" or end - best.start < 4 or (set(edges) & set("-–'’") and not evidence.tail(end)):
        return False
    firm = ("typo.transposed", "typo.doubled", "typo.undoubled", "typo.list")
    if not evidence.titled(best.start, end):
        return kind in firm[:3] and end - best.start > _SHORT_NAME
    return kind in firm or (kind not in _LOOSE and lexicon.common().get(best.new.lower(), 99) < 47)


def _steps(evidence: Evidence, start: int, end: int, low: str) -> Iterator[Reading]:
    word = evidence.text[start:end]
    listed = lexicon.misprint(low)
    sole = len(listed) == 1
    tail = evidence.tail(end)[1:].lower()
    for right in sorted({*_near(low), *listed, *_heads(low, tail)}):
        kind = _kind(low, right, right in listed, sole)
        if kind is None or (tail == "t") != (right in HEADS) or right in VULGAR:
            continue
        log = math.log10(max(_share(evidence, right), _RARE)) + kind.weight + _fit(evidence, start, end, right)
        rule = "typo.list" if right in listed else f"typo.{kind.kind.replace(' ', '-')}"
        yield Reading(log, start, end, _recase(word, right), rule)


def _heads(low: str, tail: str) -> list[str]:
    return neighbours(low, dict.fromkeys(HEADS)) if tail == "t" else []


def _kind(low: str, right: str, listed: bool, sole: bool) -> Step | None:
    kind = step(low, right)
    if listed and low in (right + "s", right + "ment") and right[-1] != "s":
        return None  # no ifs, ands or buts
    if listed:
        return Step("list", kind.weight + 0.5 if kind else 1.0 if sole and len(low) < 6 else -0.5)
    if kind is None or (
        kind.kind not in ("doubled", "undoubled") and right in (low + "s", low[:-1] if low.endswith("s") else "")
    ):
        return None
    return kind


@lru_cache(20_000)
def _near(low: str) -> tuple[str, ...]:
    return tuple(neighbours(low, lexicon.common()))


def _share(evidence: Evidence, right: str) -> float:
    if right in HEADS:
        return 3e-4
    return max(lexicon.frequency(right), 0.2 * evidence.lows[right] / evidence.size)


def _fit(evidence: Evidence, start: int, end: int, right: str) -> float:
    """How much better or worse than chance a word fits its neighbours."""
    low = right.split(" ")
    left, next_ = evidence.before(start).lower(), evidence.after(end).lower()
    return FIT * (_lift(left, low[0]) + _lift(low[-1], next_))


def _lift(first: str, second: str) -> float:
    common = lexicon.common()
    if first not in common or second not in common:
        return 0.0
    level = lexicon.pair(first, second)
    expected = -(common[first] + common[second]) / 10
    return (
        -0.5
        if level is None and expected > -8
        else 0.0
        if level is None
        else max(-0.5, min(2.0, -level / 10 - expected))
    )


def _parted(evidence: Evidence, start: int, end: int, low: str) -> Iterator[Reading]:
    word = evidence.text[start:end]
    for log, i, content in parted(low):
        first, second = word[:i], word[i:]
        if second in _ENDS or derived(low) or is_alone(evidence.text, start, end):
            continue  # circuslike, backing and forthing
        if second in _ADVERBS and evidence.before(start).lower() not in _BEFORE_VERBS:
            continue  # a carveout, the economic stallout
        if content and not (first.endswith(_INFLECTED) and i > _STEM) and not loses_spaces(evidence, low):
            continue
        fit = _fit(evidence, start, end, f"{low[:i]} {low[i:]}")
        yield Reading(log + fit, start, end, f"{first} {second}", "typo.joined")


_ADVERBS = frozenset("away back down off out over up".split())  # noqa: SIM905
_BEFORE_VERBS = frozenset("to and or not will would can could should may might must i we you they who".split())  # noqa: SIM905
"""Behind these, a verb and its adverb have lost their space; elsewhere the word may be a noun."""

_ENDS = frozenset(["like", "wise", "fest", "hood"])
_INFLECTED = ("ing", "ed", "ly", "al", "ive", "ous", "ic", "ful", "ble", "ant", "ent", "ish", "less")
_STEMS = 60
"""The highest level of words from which new ones are made."""
_STEM = 4
"""Longer words with such endings are not nouns, and begin no compounds: *specialtreatment* was two words."""


def _recase(word: str, right: str) -> str:
    if word.isupper() and len(word) > 1:
        return right.upper()
    return right[0].upper() + right[1:] if word[0].isupper() else right
