"""Doubled words, sentences without a space between them, spaces before punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import eq

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.stages.typos.evidence import FUNCTION, WORD, Evidence
from cleaner.text import lexicon

_DOUBLED = re.compile(r"\b([^\W\d_]{1,24}(?:['’][a-z]{1,2})?)((?: (?i:\1)(?![\w'’-]))+)")
_JOINTS = ("'", "’", ".", "@", "#", "/", "-")
_DOMAINS = frozenset(["com", "net", "org", "info", "biz", "io", "tv", "js", "py"])
_STOP = re.compile(r"[.!?](?<=[a-z”’\"'].)(?=[A-Z])")
_YEAR_STOP = re.compile(r"\.(?<=\b(?:1[5-9]|20)\d\d\.)(?=[A-Z][a-z])")
_CLOCK_STOP = re.compile(r"\.(?<=\b[ap]\.m\.)(?=[A-Z][a-z])")
_COMMA = re.compile(r",(?<=[a-z],)(?=[A-Za-z])")
_SPACED = re.compile(r"[ \u00a0](?=[,;.!?](?:[ \n\"”]|\Z))")
_LEFT = re.compile(r"(?<![\w.@/’'-])([^\W\d_]{2,24})\Z")
_RIGHT = re.compile(r"([^\W\d_]{1,24})(?![\w.@/(])")

_REPEATABLE = """
had that is do does did can will no yes ha hey hi oh ah so very really many much far long big old little again never
more well now there then blah bye knock night chop cha bang boom la da na go tut hear rah wah poo yo mama papa bora
half who what why you her please sorry same tick win dance run work uh um er mm hm
first last etc yuck
nous vous love quick pretty clap wink pom dum tuk walla chin fine bad good hot wait stop hurry come boo baby
"""
_REPEATED = frozenset(_REPEATABLE.split())
"""Words that English may double: *had had*, *that that*, *no no*, *very very*, *blah blah*."""

_SIC = re.compile(r" ?[\[(]sic\b", re.I)
_PLAIN = 57
"""The level of words that are plain enough to be printed twice by mistake."""
_CHANT = 3
"""A word repeated more often nearby is not a slip."""
_TAILS = frozenset(["s", "re", "ve", "ll", "d", "t", "m"])
_PARTICLES = frozenset(["in", "on", "out", "up"])
_LINKS = """
be been being bring brought came carried carry check checked come comes coming get getting give given go goes going gone
got hold keep kept live lived log logged look looked move moved moving pass passed put ran run set settle settled sign
signed sleep stay stayed step stepped take taken took turn turned walk walked went what which where who with
"""
_PHRASAL = frozenset(_LINKS.split())
"""Words that take a particle, so that *came in in May* and *went on on Friday* are not slips."""


def doubled(evidence: Evidence) -> Iterator[Edit]:
    """Repair words printed twice: *of of*. Capitalised pairs (Duran Duran, New York New York) are names and stay.

    >>> [e.rule for e in doubled(Evidence("One of of the best. It had had its day. Padam Padam. It was a no no no."))]
    ['typo.doubled']
    """
    lows = evidence.low_words
    tails = compress(lows[1:], map(eq, lows, lows[2:]))
    twice = compress(lows, map(eq, lows, lows[1:]))
    if _REPEATED.issuperset(filter(lexicon.common().__contains__, twice)) and _TAILS.isdisjoint(tails):
        return
    starts, done = evidence.table.starts, 0
    for start in (starts[i] for i, low in enumerate(lows[:-1]) if low in lows[i + 1 : i + 3]):
        if start >= done and (m := _DOUBLED.match(evidence.text, start)):
            done, word, again = m.end(), m[1], m[2][1:]
            if len(again) == len(word) and again.islower() and _slips(evidence, m):
                yield Edit(m.end(1), m.end(), "", "typo.doubled", f"{word} {again}→{word}")


def _slips(evidence: Evidence, m: re.Match[str]) -> bool:
    """Is a repeated word a slip, not a repetition that English allows?"""
    word, start, end = m[1], m.start(), m.end()
    low = word.lower()
    if word not in (low, low.capitalize()) or low in _REPEATED or re.split("['’]", low)[0] not in lexicon.common():
        return False
    if word != low and (not evidence.opens(start, start + len(word)) or low in lexicon.names()):
        return False  # Theresa May may, Rose rose, the best China china
    if low not in FUNCTION and _is_chanted(evidence.window(start, end).lower(), low):
        return False
    if low in _PARTICLES and (evidence.before(start).lower() in _PHRASAL or not evidence.after(end).islower()):
        return False
    if (low not in FUNCTION and lexicon.common()[low.split("'")[0].split("’")[0]] > _PLAIN) or _SIC.match(
        evidence.text, end
    ):
        return False  # doo doo
    if evidence.text[start - 1 : start] in _JOINTS or not evidence.touchable(start, start + len(word)):
        return False
    return evidence.is_english or evidence.english(start, end)


def _is_chanted(around: str, low: str) -> bool:
    """Is a word sung or shouted: *hey hey, ho ho*, *bomb bomb Iran*?"""
    return WORD.findall(around).count(low) > _CHANT or len(_DOUBLED.findall(around)) > 1


def glued(evidence: Evidence) -> Iterator[Edit]:
    """Insert the space before a sentence: *news.The*. Names of firms and sites (Booking.Com, Node.Js) stay.

    >>> [e.rule for e in glued(Evidence("It broke the news.The minister went. We use Booking.Com and Node.js."))]
    ['typo.glued']
    """
    for m in _STOP.finditer(evidence.text):
        first, second = _beside(evidence, m)
        if first and second and evidence.touchable(m.start() - len(first), m.start()):
            yield Edit(m.end(), m.end(), " ", "typo.glued", f"{first}{m[0]}{second}→{first}{m[0]} {second}")
    for pattern in (_YEAR_STOP, _CLOCK_STOP):
        for m in pattern.finditer(evidence.text):
            right = _RIGHT.match(evidence.text, m.end())
            if right and right[1].lower() not in _DOMAINS and _word(evidence, right[1]):
                left = evidence.text[m.start() - 4 : m.end()].lstrip()
                yield Edit(m.end(), m.end(), " ", "typo.glued", f"{left}{right[1]}→{left} {right[1]}")


def commas(evidence: Evidence) -> Iterator[Edit]:
    """Insert the space after a comma: *rain,snow*."""
    for m in _COMMA.finditer(evidence.text):
        first, second = _beside(evidence, m)
        if len(first) > 2 and len(second) > 1 and evidence.touchable(m.start() - len(first), m.start()):
            yield Edit(m.end(), m.end(), " ", "typo.glued", f"{first},{second}→{first}, {second}")


def _beside(evidence: Evidence, m: re.Match[str]) -> tuple[str, str]:
    """The known words on both sides of a mark without spaces; empty if there are none."""
    left = _LEFT.search(evidence.text, max(0, m.start() - 26), m.start())
    right = _RIGHT.match(evidence.text, m.end())
    if not left or not right or right[1].lower() in _DOMAINS:
        return "", ""
    return (left[1], right[1]) if _word(evidence, left[1]) and _word(evidence, right[1]) else ("", "")


def spaced(evidence: Evidence) -> Iterator[Edit]:
    """Remove spaces before stops, commas and, in English, other marks; the spaced points of an ellipsis stay.

    >>> [e.start for e in spaced(Evidence("He left , she stayed . . . and so on . It was the end of it !"))]
    [7, 36, 59]
    """
    text = evidence.text
    for m in _SPACED.finditer(text):
        at = m.end()
        if not text[m.start() - 1 : m.start()].isalnum() or text[at + 1 : at + 3] in (" .", " ,"):
            continue
        if text[at] in ",." or evidence.is_english:
            yield Edit(m.start(), at, "", "space.before-punctuation", f"before {text[at]!r}")


def _word(evidence: Evidence, word: str) -> bool:
    """Is this a word of the language, or a name that is known or that the article uses again?"""
    if word.lower() in lexicon.common() or (len(word) > 3 and word[0].isupper() and lexicon.known(word)):
        return True
    return evidence.counts[word] > 1 and word not in evidence.strange
