"""From a run of capitalised words to the pieces of it that may be a person's name.

``House Oversight Committee Chairman James Comer`` is one run. Titles and offices are cut off and remembered as evidence
(*Chairman*), words that end an organisation's name condemn what stands before them (*House Oversight Committee*), and
what is left is a candidate: *James Comer*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cleaner.parties.name_lists import (
    HONORIFIC,
    NATIONALITY,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    ROLE,
    SOFT,
    STOP,
    SUFFIX,
    SURNAME_FIRST,
    TEAM,
    THING,
    family,
    given,
    lookalikes,
    place,
    word,
)
from cleaner.stages.names.words import Word

_BREAKS = STOP | NATIONALITY | HONORIFIC | ROLE | ORGANIZATION | PLACE | TEAM | THING
_PINYIN = frozenset({"he", "so", "an", "you", "do", "un"})


@dataclass(slots=True)
class Candidate:
    """A piece of a run, and what stands beside it within the run.

    ``before`` is the code of the word that it was cut from on its left, 0 for none; ``tail`` the code of the word that
    it was cut from on its right. ``heading`` says that it stands in a line where every word is capitalised; ``seen`` is
    the evidence for a word that stands alone.
    """

    words: list[Word]
    before: int = 0
    tail: int = 0
    heading: bool = False
    score: int = 0
    seen: frozenset[str] = frozenset()
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
    if len(run) == 1 and run[0].code & _BREAKS and not _begins_name(run[0], None):
        return  # most runs are the first word of a sentence
    run = _without_lookalikes(run)
    piece: list[Word] = []
    before = 0
    for i, item in enumerate(run):
        following = run[i + 1] if i + 1 < len(run) else None
        if _breaks(piece, item, following, before):
            yield from _finished(piece, before, item.code, heading)
            piece, before = [], item.code or STOP
            continue
        if (heading and _plain(item)) or _changes_case(piece, item):
            yield from _finished(piece, before, 0, heading)
            piece, before = [], 0
        if not (heading and _plain(item)):
            piece.append(item)
    yield from _finished(piece, before, 0, heading)


def _without_lookalikes(run: list[Word]) -> list[Word]:
    """The run with places, firms and brands of several words marked as what breaks a name: *Hong Kong*."""
    if len(run) < 2:
        return run
    known = lookalikes()
    for i in range(len(run) - 1):
        for n in (3, 2):
            if i + n <= len(run) and " ".join(w.key for w in run[i : i + n]) in known:
                run = run[:i] + [w._replace(code=STOP | TEAM) for w in run[i : i + n]] + run[i + n :]
    return run


def _breaks(piece: list[Word], item: Word, following: Word | None, before: int) -> bool:
    code = item.code
    if not code & _BREAKS:
        return place(code) == 3 and given(code) < 3 and not (piece and given(piece[-1].code) > 1 and family(code) > 1)
    if piece:
        return not _ends_name(piece, item, following, before)
    return not _begins_name(item, following)


def _begins_name(item: Word, following: Word | None) -> bool:
    """Whether a word that mostly breaks names is a given name here: *Christian Horner*, *Bill Clinton*."""
    code = item.code
    if following is None:
        return bool(code & (SOFT | TEAM) and family(code) >= 2) or bool(code & ORGANIZATION and given(code) == 3)
    if code & HONORIFIC or following.code & (_BREAKS & ~SOFT) or (code & PLACE and code & STOP):
        return False
    if code & SURNAME_FIRST and "-" in following.key and not code & STOP:
        return True
    if (
        given(code) < 2
        or (code & STOP and word(code) > 2)
        or (given(following.code) > 1 and not family(following.code) > 1)
    ):
        return False
    return not word(following.code) or family(following.code) > 1


def _ends_name(piece: list[Word], item: Word, following: Word | None, before: int) -> bool:
    """Whether a title, an office or the head of an organisation is a surname here: *Billie Jean King*, *Ricki Lake*."""
    code = item.code
    if code & PARTICLE and following is not None and not piece[-1].capitals:
        return not code & STOP or len(item.key) > 1
    if piece[-1].code & PARTICLE and len(piece) > 1 and not code & STOP and given(code) | family(code):
        return True
    if following is None and len(piece) < 3 and piece[0].code & SURNAME_FIRST and item.key in _PINYIN:
        return True
    if (following is not None and not following.code & (SUFFIX | _BREAKS)) or len(piece) > 2:
        return False
    if len(piece) == 2 and len(piece[1].key) > 1 and not (code & SOFT and given(piece[1].code)):
        return False
    named = given(piece[0].code) or (before & HONORIFIC and not given(code))
    if not named or (code & STOP and family(code) < 3):
        return False
    if following is not None and following.code & (ORGANIZATION | PLACE) and not code & SOFT:
        return False
    return bool(code & SOFT) or (family(code) >= 2 and bool(given(piece[0].code)) and not code & (ORGANIZATION | PLACE))


def _plain(item: Word) -> bool:
    return bool(word(item.code)) and not given(item.code) and family(item.code) < 3 and not item.code & PARTICLE


def _changes_case(piece: list[Word], item: Word) -> bool:
    """Whether capitals begin or end here: *Foeger PARIS*."""
    if (
        not piece
        or item.code & (PARTICLE | SUFFIX)
        or len(item.key) < 3
        or len(piece[-1].key) < 3
        or piece[-1].code & PARTICLE
    ):
        return False
    return item.capitals != piece[-1].capitals


def _finished(piece: list[Word], before: int, tail: int, heading: bool) -> Iterator[Candidate]:
    """The piece without loose ends, if anything is left of it."""
    if not piece:
        return
    while piece and piece[-1].code & PARTICLE and not given(piece[-1].code) | family(piece[-1].code):
        piece = piece[:-1]
    while len(piece) > 1 and _adjective(piece):
        piece = piece[1:]
        before = 0
    if len(piece) > 1 and piece[0].key in ("st", "saint") and given(piece[1].code) > 1:
        piece, before = piece[1:], HONORIFIC
    if piece and not (len(piece) == 1 and piece[0].code & (SUFFIX | STOP)):
        core = piece
        if [w for w in piece if w.code & (SUFFIX | PARTICLE)]:
            core = [w for w in piece if not _is_suffix(w, piece) and not (w.code & PARTICLE and _is_link(w, piece))]
        if not [w for w in core or piece if len(w.key) != 1]:
            return
        yield Candidate(piece, before, tail, heading, core=core or piece)


def _is_suffix(item: Word, piece: list[Word]) -> bool:
    """Whether a word is the suffix of a name, and not the given name of *Junior Seau*."""
    return bool(item.code & SUFFIX) and item is not piece[0]


def _is_link(item: Word, piece: list[Word]) -> bool:
    """Whether a particle links a name, and is not the given name of *Ben Stansall* or *Al Gore*."""
    return item is not piece[-1] and not (item is piece[0] and given(item.code) > 1)


def _adjective(piece: list[Word]) -> bool:
    """Whether the first word is a plain one in front of a given name: *Embattled Boris Johnson*."""
    first, second = piece[0].code, piece[1].code
    if (first | second) & PARTICLE or given(second) < 1 or piece[1].code & SUFFIX:
        return False
    return bool(word(first)) and not given(first) and not (family(first) and given(second) < 2)
