"""From a run of capitalised words to the pieces of it that may be a person's name.

``House Oversight Committee Chairman James Comer`` is one run. Titles and offices are cut off and remembered as evidence
(*Chairman*), words that end an organisation's name condemn what stands before them (*House Oversight Committee*), and
what is left is a candidate: *James Comer*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cleaner.namelists import (
    HONORIFIC,
    NATIONALITY,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    ROLE,
    SOFT,
    STOP,
    SUFFIX,
    family,
    given,
    word,
)
from cleaner.stages.names.words import Word

_BREAKS = STOP | NATIONALITY | HONORIFIC | ROLE | ORGANIZATION | PLACE


@dataclass(slots=True)
class Candidate:
    """A piece of a run, and what stands beside it within the run.

    ``before`` is the code of the word that it was cut from on its left, 0 for none; ``tail`` the code of the word that
    it was cut from on its right. ``heading`` says that it stands in a line where every word is capitalised.
    """

    words: list[Word]
    before: int = 0
    tail: int = 0
    heading: bool = False
    score: float = 0.0
    core: list[Word] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end


def candidates(run: list[Word], heading: bool) -> Iterator[Candidate]:
    """The pieces of one run that may be names."""
    piece: list[Word] = []
    before = 0
    for i, item in enumerate(run):
        breaks = item.code & _BREAKS
        if breaks and not _in_name(piece, item, i == len(run) - 1):
            yield from _finished(piece, before, item.code, heading)
            piece, before = [], item.code
        elif heading and _plain(item) and not item.code & PARTICLE:
            yield from _finished(piece, before, 0, heading)
            piece, before = [], 0
        elif piece or not item.code & PARTICLE or _capital(item, run, i):
            piece.append(item)
    yield from _finished(piece, before, 0, heading)


def _capital(item: Word, run: list[Word], i: int) -> bool:
    """Whether a particle may begin a name: it does so in front of another word of the run."""
    return i + 1 < len(run) and not run[i + 1].code & PARTICLE


def _plain(item: Word) -> bool:
    return bool(word(item.code)) and not given(item.code) and family(item.code) < 3


def _in_name(piece: list[Word], item: Word, last: bool) -> bool:
    """Whether a title, an office or the head of an organisation is a surname here: *Billie Jean King*, *Ricki Lake*."""
    if not piece or not given(piece[0].code) or (not last and not item.code & SOFT):
        return item.code & PARTICLE and bool(piece)
    if item.code & STOP:
        return False
    return bool(item.code & SOFT or family(item.code) >= 2) and len(piece) <= 2


def _finished(piece: list[Word], before: int, tail: int, heading: bool) -> Iterator[Candidate]:
    """The piece without loose ends, if anything is left of it."""
    while piece and piece[-1].code & PARTICLE and not given(piece[-1].code) | family(piece[-1].code):
        piece = piece[:-1]
    while len(piece) > 1 and _adjective(piece):
        piece = piece[1:]
        before = 0
    if piece:
        core = [w for w in piece if not w.code & SUFFIX and not (w.code & PARTICLE and w is not piece[-1])]
        yield Candidate(piece, before, tail, heading, core=core or piece)


def _adjective(piece: list[Word]) -> bool:
    """Whether the first word is a plain one in front of a given name: *Embattled Boris Johnson*."""
    first, second = piece[0].code, piece[1].code
    return bool(word(first)) and not given(first) | family(first) and given(second) >= 1 and not second & PARTICLE
