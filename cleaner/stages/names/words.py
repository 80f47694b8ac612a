"""Capitalised words and the runs that they form: where names may stand.

A name is a run of capitalised words, with the particles of many languages in between (*Luis de la Fuente*, *Ursula von
der Leyen*, *Mohammed Ben Sulayem*). Only such runs are looked at: nine words in ten of a news text are lower case and
cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.namelists import LONGEST, PARTICLE, codes, fold

_UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u024f"
_PREFIX = r"(?:(?:al|el|ul|ur|as|ash|an|ad|ar|at|az|d|l|de|Al|El|D|L|O)[-'’])?"
_WORD = re.compile(
    rf"\b{_PREFIX}[{_UPPER}](?:\.(?:-?[A-Z]\.)*(?!\w)|\w*(?:(?:['’](?!s\b)|-)\w+)*(?:(?<=\b[JS]r)\.|(?<=\b[SD]t)\.|(?<=\bSt[ae])\.)?)"
)
_LINKS = (
    "de|del|della|di|da|dos|das|do|du|des|van|der|den|von|zu|bin|ibn|bint|ben|al|el|ter|ten|af|av|y|la|le|las|los|e"
)
_GAP = re.compile(rf"[ \u00a0]((?:(?:{_LINKS})[ \u00a0]){{0,3}})")
_LONGEST_GAP = 16
LONGEST_RUN = 24


class Word(NamedTuple):
    """A word of a run: its place, its folded form and its code (:func:`cleaner.namelists.code_of`)."""

    start: int
    end: int
    key: str
    code: int


def runs(text: str) -> Iterator[list[Word]]:
    """The runs of capitalised words of ``text``, particles included.

    >>> [[word.key for word in run] for run in runs("On Monday Ursula von der Leyen met Luis de la Fuente.")]
    [['on', 'monday', 'ursula', 'von', 'der', 'leyen'], ['luis', 'de', 'la', 'fuente']]
    """
    table = codes()
    run: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start > LONGEST or (not match[0][-1 if end - start < 2 else 0].isupper() and match[0][0] > "\x7f"):
            continue
        key = fold(match[0])
        if run and not _joined(text, run, start):
            yield run
            run = []
        run.append(Word(start, end, key, table.get(key, 0)))
    if run:
        yield run


def _joined(text: str, run: list[Word], start: int) -> bool:
    """Whether the word at ``start`` goes on the run; particles in between are added to it."""
    end = run[-1].end
    if text[end:start] == " " and len(run) < LONGEST_RUN:
        return True
    if not 1 <= start - end <= _LONGEST_GAP or len(run) >= LONGEST_RUN:
        return False
    gap = _GAP.fullmatch(text, end, start)
    if gap is None:
        return False
    for link in re.finditer(r"\w+", gap[1]):
        run.append(Word(end + 1 + link.start(), end + 1 + link.end(), link[0], PARTICLE))
    return True
