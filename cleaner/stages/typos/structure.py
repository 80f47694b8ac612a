"""Structure: doubled words, sentences that lost the space between them, spaces before punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner import lexicon
from cleaner.document import Edit
from cleaner.stages.typos.evidence import Evidence

_DOUBLED = re.compile(r"(?<![\w'’.-])([^\W\d_]{1,24}) \1(?![\w'’-])")
_GLUED = re.compile(r"(?<![\w.@/])([^\W\d_]{2,24})([.!?])([A-Z][a-z]{0,23})(?![\w.@/(])")
_COMMA = re.compile(r"(?<![\w,])([^\W\d_]{3,24}),([^\W\d_]{2,24})(?![\w,])")
_SPACED = re.compile(r"(?<=[^\W_])[ \u00a0]+([,;])(?=[ \n]|$)|(?<=[^\W_])[ \u00a0](\.)(?=[ \n](?! ?\.)|$)", re.M)

_REPEATABLE = """
had that is do does did can will no yes ha hey hi oh ah so very really many much far long big old little again never
more well now there then blah bye knock night chop cha bang boom la da na go tut hear rah wah poo yo mama papa bora
half who what why you her in on out
"""
_REPEATED = frozenset(_REPEATABLE.split())
"""Words that English doubles by itself: *had had*, *that that*, *no no*, *very very*, *blah blah*."""


def doubled(evidence: Evidence) -> Iterator[Edit]:
    """A word printed twice: *of of*. Capitalised pairs (Duran Duran, New York New York) are names and stay."""
    for m in _DOUBLED.finditer(evidence.text):
        word = m[1]
        if not word.islower() or word in _REPEATED or word not in lexicon.common():
            continue
        if evidence.touchable(m.start(), m.end(1)):
            yield Edit(m.end(1), m.end(), "", f"typo.doubled: {word} {word}→{word}")


def glued(evidence: Evidence) -> Iterator[Edit]:
    """A sentence that begins without a space: *news.The*. Names of firms and sites (Booking.Com, Node.Js) stay."""
    for m in _GLUED.finditer(evidence.text):
        first, second = m[1], m[3]
        if _word(evidence, first) and _word(evidence, second) and evidence.touchable(m.start(), m.end(1)):
            yield Edit(m.end(2), m.end(2), " ", f"typo.glued: {m[0]}→{first}{m[2]} {second}")


def commas(evidence: Evidence) -> Iterator[Edit]:
    """A comma without a space behind it: *rain,snow*."""
    for m in _COMMA.finditer(evidence.text):
        if _word(evidence, m[1]) and _word(evidence, m[2]) and evidence.touchable(m.start(), m.end(1)):
            yield Edit(m.end(1) + 1, m.end(1) + 1, " ", f"typo.glued: {m[0]}→{m[1]}, {m[2]}")


def spaced(evidence: Evidence) -> Iterator[Edit]:
    """A space before a comma, semicolon or full stop."""
    for m in _SPACED.finditer(evidence.text):
        mark = m[1] or m[2]
        yield Edit(m.start(), m.end() - 1, "", f"space.before-punctuation: space before {mark!r}")


def _word(evidence: Evidence, word: str) -> bool:
    return word.lower() in lexicon.common() or (evidence.counts[word] > 1 and word not in evidence.strange)
