"""Digits that a scanner read for letters: *s1nce* and *g0vernment*."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.stages.typos.evidence import Evidence
from cleaner.text import lexicon

_MIXED = re.compile(r"(?<![\w.,/@#$£€-])(?=[A-Za-z]*[01])(?=[01]*[A-Za-z])[A-Za-z01]{2,24}(?![\w/@-])")
_READINGS = tuple(str.maketrans("01", "o" + letter) for letter in "il")
_FIGURE = re.compile("[01]{1,2}(?![0-9])")
_LONGEST = 24
_FEW = 2
_SHORT = 4
_RARE = 62


def letters(evidence: Evidence) -> Iterator[Edit]:
    """Restore letters in words with a one or a zero, if the text has several of them.

    Model numbers, scores and ordinals do not become words. Short words (*1s*, *0f*) count only beside longer ones.

    >>> [e.new for e in letters(Evidence("It 1s not clear s1nce when the op1n1on was 1st given."))]
    ['is', 'since', 'opinion']
    >>> list(letters(Evidence("The H1N1 virus and the mp3 of s1nce.")))
    []
    """
    text = evidence.text
    starts = {_start(text, m.start()) for m in _FIGURE.finditer(text) if _is_glued(text, *m.span())}
    matches = [m for start in sorted(starts) if (m := _MIXED.match(text, start))]
    found = [(m, word) for m in matches if (word := _meant(m[0]))]
    if len({word for _, word in found if len(word) >= _SHORT}) >= _FEW:
        yield from (Edit(*m.span(), word, "typo.scanned", f"{m[0]}→{word}") for m, word in found)


def _is_glued(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    return not before.isdigit() and (before.isalpha() or text[end : end + 1].isalpha())


def _start(text: str, at: int) -> int:
    """The start of the letters and digits around an offset, within the length of a word."""
    low = max(0, at - _LONGEST)
    while at > low and text[at - 1].isalnum():
        at -= 1
    return at


def _meant(token: str) -> str:
    """The most frequent word that a token with digits may stand for; empty if no reading is a word."""
    words = {token.translate(reading) for reading in _READINGS}
    level, word = min((lexicon.common().get(word.lower(), 99), word) for word in words)
    return word if level <= _RARE else ""
