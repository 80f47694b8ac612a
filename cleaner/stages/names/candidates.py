"""Splitting a run of capitalised words into pieces that may be names of people.

``House Oversight Committee Chairman James Comer`` is one run. Titles and offices are cut off and become evidence
(*Chairman*), the head of an organisation's name excludes the words before it (*House Oversight Committee*), and what is
left is a candidate: *James Comer*.
"""

from __future__ import annotations

from typing import Final

from cleaner.core import lazy_re as re
from cleaner.parties.name_codes import (
    BREAKS,
    FAMILY,
    FAMILY_2,
    GIVEN,
    GIVEN_2,
    HONORIFIC,
    KNOWN,
    LAND,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    SOFT,
    STOP,
    SUFFIX,
    SURNAME_FIRST,
    TEAM,
    WORD,
)
from cleaner.parties.name_lists import NameTables
from cleaner.stages.names.marking import mark_lookalikes, mark_words
from cleaner.stages.names.runs import Runs

_PINYIN: Final = frozenset({"he", "so", "an", "you", "do", "un"})
_HEADING_LENGTH: Final = 250
_CREDIT = re.compile(r"\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Pp]hotos?|[Ss]tory|[Ww]ords) by\b")
_REFERENCE = re.compile(r"\s*\[?\d{1,3}[.)\]] .{20,500}?\b(?:19|20)\d\d; ?\d[\d()–-]*[:.]")
"""An entry in a list of references, where surnames come first: *2. Foxman B. Costs. Ann Epidemiol 2000;10:509*."""


class Candidate:
    """A piece of a run, and its neighbours within the run; its words are indices into the runs.

    ``before`` is the code of the word that it was cut from on its left, 0 for none; ``tail`` the code of the word that
    it was cut from on its right. ``core`` are the words without suffix and particles. ``heading`` says that it stands
    in a line where every word is capitalised; ``seen`` is the evidence for a word that stands alone.
    """

    def __init__(
        self, span: tuple[int, int], words: list[int], core: list[int], beside: tuple[int, int], heading: bool
    ) -> None:
        self.start, self.end = span
        self.words = words
        self.core = core
        self.before, self.tail = beside
        self.heading = heading
        self.score = 0
        self.seen: frozenset[str] = frozenset()


def find_candidates(text: str, runs: Runs, tables: NameTables) -> list[Candidate]:
    """The pieces of all runs that may be names of people."""
    found: list[Candidate] = []
    if not tables.is_english:
        mark_words(runs, tables.nouns)
    line_end = -1
    heading = reference = False
    first = 0
    for end in runs.bounds:
        start = runs.starts[first]
        if start > line_end:
            begin = text.rfind("\n", max(line_end, 0), start) + 1
            line_end = text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
            heading = line_end - begin <= _HEADING_LENGTH and is_heading(text[begin:line_end], tables)
            reference = text[begin : begin + 5].strip("[ ")[:1].isdigit() and bool(_REFERENCE.match(text, begin))
        if end - first > 1:
            mark_lookalikes(runs, first, end, tables.lookalikes)
        elif runs.codes[first] & BREAKS and not _begins_name(runs, first, -1):
            first = end
            continue  # most runs are the first word of a sentence
        if not reference:
            _cut(found, runs, (first, end), heading)
        first = end
    return found


def is_heading(line: str, tables: NameTables) -> bool:
    """Whether nearly every word of a line is capitalised, plain words among them: a headline, not a table.

    Where nouns are capitalised, no line tells.

    >>> from cleaner.parties.name_lists import name_tables
    >>> is_heading("Kim Kardashian Appeals to Joe Biden to Intervene in Crisis", name_tables())
    True
    >>> is_heading("1. Bo Xi (China) 19.9", name_tables())
    False
    """
    words = [w for w in line.split() if w[0].isalpha()]
    capitals = [w for w in words if w[0].isupper()]
    if tables.nouns or len(words) < 4 or len(capitals) <= 0.6 * len(words) or _CREDIT.search(line):
        return False
    if line.rstrip().endswith((".", ".”", '."')) and not line.isupper():
        return False
    codes = [tables.code(w.strip(",:;'’”")) for w in capitals]
    if sum([code & WORD != 0 and not code & (GIVEN | FAMILY) for code in codes]) < 2:
        return False
    return sum([len(w) > 4 for w in words if w[0].islower()]) <= len(words) // 6


def _cut(found: list[Candidate], runs: Runs, run: tuple[int, int], heading: bool) -> None:
    """The pieces of one run."""
    codes = runs.codes
    piece: list[int] = []
    before = 0
    for i in range(*run):
        code = codes[i]
        following = i + 1 if i + 1 < run[1] else -1
        if _breaks(runs, piece, i, following, before):
            _finish(found, runs, piece, (before, code), heading)
            piece, before = [], code or STOP
            continue
        if len(piece) > 1 and code & GIVEN_2 and runs.keys[i] == runs.keys[piece[0]]:
            break  # a name that a link's hidden text says again: "Ann Lee Ann Marie LeeMore"
        if len(piece) > 1 and _is_next(runs, piece[-1], i, following):
            _finish(found, runs, piece, (before, 0), heading)
            piece, before = [], 0
        plain = heading and _plain(code)
        if plain or (piece and _changes_case(runs, piece[-1], i)):
            _finish(found, runs, piece, (before, 0), heading)
            piece, before = [], 0
        if not plain:
            piece.append(i)
    _finish(found, runs, piece, (before, 0), heading)


def _is_next(runs: Runs, last: int, i: int, following: int) -> bool:
    """Whether another person's name begins behind a world-known surname: *Donald Trump Kellyanne Conway*."""
    codes = runs.codes
    behind = codes[following] if following >= 0 else 0
    return bool(
        codes[last] & KNOWN and codes[i] & GIVEN_2 and not codes[i] & (FAMILY_2 | SUFFIX | BREAKS) and behind & FAMILY_2
    )


def _breaks(runs: Runs, piece: list[int], i: int, following: int, before: int) -> bool:
    code = runs.codes[i]
    if not code & BREAKS:
        if code & LAND != LAND or code & GIVEN == GIVEN:
            return False
        if not piece:
            return not _is_named_after_place(runs, i, following)
        return not (runs.codes[piece[-1]] & GIVEN_2 and code & FAMILY_2)
    if piece:
        return not _ends_name(runs, piece, i, following, before)
    return not _begins_name(runs, i, following)


def _is_named_after_place(runs: Runs, i: int, following: int) -> bool:
    """Whether a great place is a given name here: *Alexandria Ocasio-Cortez*."""
    behind = runs.codes[following] if following >= 0 else 0
    return bool(runs.codes[i] & GIVEN_2 and behind & FAMILY_2) and not behind & (GIVEN_2 | WORD | LAND | BREAKS)


def _begins_name(runs: Runs, i: int, following: int) -> bool:
    """Whether a word that mostly breaks names is a given name here: *Christian Horner*, *Bill Clinton*."""
    code = runs.codes[i]
    if following < 0:
        return bool(code & (SOFT | TEAM) and code & FAMILY_2) or bool(code & ORGANIZATION and code & GIVEN == GIVEN)
    behind = runs.codes[following]
    if not runs.is_english and code & (PLACE | ORGANIZATION) and behind & PARTICLE:
        return False  # Sierra de Arteaga
    if code & HONORIFIC or behind & (BREAKS & ~SOFT) or (code & PLACE and code & STOP):
        return False
    if code & SURNAME_FIRST and "-" in runs.keys[following] and not code & STOP:
        return True
    if not code & GIVEN_2 or (code & STOP and code & WORD == WORD) or (behind & GIVEN_2 and not behind & FAMILY_2):
        return False
    return not behind & WORD or bool(behind & FAMILY_2)


def _ends_name(runs: Runs, piece: list[int], i: int, following: int, before: int) -> bool:
    """Whether a title, an office or the head of an organisation is a surname here: *Billie Jean King*, *Ricki Lake*."""
    codes = runs.codes
    code, first, last = codes[i], piece[0], piece[-1]
    behind = codes[following] if following >= 0 else 0
    if code & PARTICLE and following >= 0 and not runs.capitals[last]:
        return not code & STOP or len(runs.keys[i]) > 1
    if _is_last_part(runs, piece, i, following):
        return True
    if (following >= 0 and not behind & (SUFFIX | BREAKS)) or len(piece) > 2:
        return False
    if len(piece) == 2 and len(runs.keys[last]) > 1 and not (code & SOFT and codes[last] & GIVEN):
        return False
    if not (codes[first] & GIVEN or (before & HONORIFIC and not code & GIVEN)):
        return False
    if code & STOP and code & FAMILY != FAMILY:
        return False
    if behind & (ORGANIZATION | PLACE) and not code & SOFT:
        return False
    return bool(code & SOFT) or bool(code & FAMILY_2 and codes[first] & GIVEN and not code & (ORGANIZATION | PLACE))


def _is_last_part(runs: Runs, piece: list[int], i: int, following: int) -> bool:
    """Is this a listed name after a particle, or the second syllable after a Chinese surname: *Zhang So*?"""
    code, last = runs.codes[i], runs.codes[piece[-1]]
    if last & PARTICLE and len(piece) > 1 and not code & STOP and code & (GIVEN | FAMILY):
        return True
    first = runs.codes[piece[0]]
    return following < 0 and len(piece) < 3 and bool(first & SURNAME_FIRST) and runs.keys[i] in _PINYIN


def _plain(code: int) -> bool:
    return bool(code & WORD) and not code & (GIVEN | PARTICLE) and code & FAMILY != FAMILY


def _changes_case(runs: Runs, last: int, i: int) -> bool:
    """Whether capitals begin or end here: *Foeger PARIS*."""
    if runs.capitals[i] == runs.capitals[last] or runs.codes[i] & (PARTICLE | SUFFIX) or runs.codes[last] & PARTICLE:
        return False
    return len(runs.keys[i]) > 2 and len(runs.keys[last]) > 2


def _finish(found: list[Candidate], runs: Runs, piece: list[int], beside: tuple[int, int], heading: bool) -> None:
    """The piece without loose ends, if anything is left of it."""
    while not runs.is_english and piece and runs.codes[piece[0]] == PARTICLE:
        piece = piece[1:]
    if not piece:
        return
    codes, keys = runs.codes, runs.keys
    before, tail = beside
    while piece and codes[piece[-1]] & PARTICLE and not codes[piece[-1]] & (GIVEN | FAMILY):
        piece, tail = piece[:-1], 0
    while len(piece) > 1 and _is_adjective(codes[piece[0]], codes[piece[1]]):
        piece, before = piece[1:], 0
    if len(piece) > 1 and keys[piece[0]] in ("st", "saint") and codes[piece[1]] & GIVEN_2:
        piece, before = piece[1:], HONORIFIC
    if not piece or (len(piece) == 1 and codes[piece[0]] & (SUFFIX | STOP)):
        return
    core = _core(runs, piece)
    if any(len(keys[i]) != 1 for i in core):
        span = runs.starts[piece[0]], runs.ends[piece[-1]]
        found.append(Candidate(span, piece, core, (before, tail), heading))


def _core(runs: Runs, piece: list[int]) -> list[int]:
    """The words without suffix and particles, which are given names in *Junior Seau*, *Ben Stansall* and *Al Gore*."""
    if not runs.any_of(piece, SUFFIX | PARTICLE):
        return piece
    codes = runs.codes
    first, last = piece[0], piece[-1]
    core = [
        i
        for i in piece
        if not (codes[i] & SUFFIX and i != first)
        and not (codes[i] & PARTICLE and i != last and not (i == first and codes[i] & GIVEN_2))
    ]
    return core or piece


def _is_adjective(first: int, second: int) -> bool:
    """Whether the first word is a plain one in front of a given name: *Embattled Boris Johnson*."""
    if (first | second) & PARTICLE or not second & GIVEN or second & SUFFIX:
        return False
    return bool(first & WORD) and not first & GIVEN and not (first & FAMILY and not second & GIVEN_2)
