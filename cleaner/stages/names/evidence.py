"""Evidence for and against a candidate being a person: named, and weighed in one sum.

Each piece of evidence has a name, and a weight in ``data/names/weights.toml``. *Jordan* may be a country or a man:
``given_3`` and ``place_3`` say both; ``said`` ("Jordan told reporters") or ``within`` ("in Jordan") decides.

This module finds evidence inside a candidate; :mod:`cleaner.stages.names.beside` finds evidence around it. All
functions append to one list, and read grades from codes by masks, since they run for every capitalised word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cleaner.core import lazy_re as re
from cleaner.parties.name_codes import (
    FAMILY,
    GIVEN,
    GIVEN_2,
    KNOWN,
    LAND,
    LAND_2,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    SUFFIX,
    SURNAME_FIRST,
    TEAM,
    WORD,
    WORD_2,
)
from cleaner.stages.names.beside import Around, add_left, add_right
from cleaner.stages.names.candidates import Candidate
from cleaner.stages.names.runs import Runs

_DATELINE = re.compile(r" ?(?:,|\(|/|\d{4}-\d\d|--? )")
_MIDDLE = re.compile(r"[A-Z](?:\.-?[A-Z])*\.?$")
_SURNAME_STARTS = ("al-", "el-", "o'", "d'")
_BY_GRADE: Final = {
    kind: ("", f"{kind}_1", f"{kind}_2", f"{kind}_3") for kind in ("given", "family", "plain", "plain_last", "place")
}


def weigh(seen: Iterable[str], weights: dict[str, int]) -> int:
    """The sum of the evidence, minus its limit, in hundredths; 0 is enough."""
    return sum([weights.get(name, 0) for name in seen]) - weights["limit"]


def find_evidence(around: Around, runs: Runs, candidate: Candidate) -> list[str]:
    """The names of all evidence about a candidate."""
    found: list[str] = []
    _add_inside(around, runs, candidate, found)
    if len(candidate.core) > 1:
        _add_first(around.text, runs, candidate.core, found)
    _add_grades(around.tables.forms, runs, candidate.core, found)
    add_left(around, runs, candidate, found)
    add_right(around, candidate, found)
    if candidate.heading:
        found.append("heading")
    if candidate.tail & (ORGANIZATION | PLACE):
        found.append("tail")
    return found


def _add_inside(around: Around, runs: Runs, candidate: Candidate, found: list[str]) -> None:
    text, codes, keys = around.text, runs.codes, runs.keys
    core, words = candidate.core, candidate.words
    if len(words) > len(core):
        if runs.any_of(words[1:], SUFFIX):
            found.append("suffix")
        if runs.any_of(words[1:-1], PARTICLE):
            found.append("particle")
    if len(core) > 4:
        found.append("long")
    for i in core:
        if keys[i] in around.lowered and len(keys[i]) > 2 and not codes[i] & GIVEN:
            found.append("lowered")
            break
    first, last = core[0], core[-1]
    if runs.capitals[last] and text[runs.starts[first] : runs.ends[last]].isupper():
        at_start = _opens_line(text, runs.starts[first]) and _DATELINE.match(text, runs.ends[last])
        found.append("dateline" if at_start else "capitals")


def _opens_line(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    return not before or before[-1] == "\n"


def _add_first(text: str, runs: Runs, core: list[int], found: list[str]) -> None:
    """What the first word of several says, and the initials among them."""
    codes, first = runs.codes, core[0]
    code = codes[first]
    _add_initials(text, runs, core, found)
    if code & SURNAME_FIRST and not codes[core[1]] & (WORD | LAND):
        found.append("surname_first")
    if code & GIVEN:
        found.append(_BY_GRADE["given"][code & GIVEN])
        if code & WORD_2:
            found.append("given_is_word")
        if code & LAND_2:
            found.append("given_is_place")


def _add_initials(text: str, runs: Runs, core: list[int], found: list[str]) -> None:
    first, last = core[0], core[-1]
    if _is_initial(text, runs, first):
        found.append("initial_first" if text[runs.ends[first] - 1] == "." else "letter_first")
    elif len(runs.keys[first]) == 2 and text[runs.starts[first] : runs.ends[first]].isupper():
        found.append("letter_first")
    if len(runs.keys[first]) > 1:
        for i in core[1:-1]:
            if _is_initial(text, runs, i):
                found.append("initial_middle")
                break
    if len(core) == 2 and len(runs.keys[last]) == 1 and text[runs.ends[last] - 1] == ".":
        found.append("initial_last")


def _is_initial(text: str, runs: Runs, i: int) -> bool:
    return len(runs.keys[i]) < 4 and _MIDDLE.match(text, runs.starts[i], runs.ends[i]) is not None


def _add_grades(forms: tuple[str, ...], runs: Runs, core: list[int], found: list[str]) -> None:
    """What each word is by the lists."""
    if len(core) == 1:
        _add_single(forms, runs.keys[core[0]], runs.codes[core[0]], found)
        return
    first, last = runs.codes[core[0]], runs.codes[core[-1]]
    for i in core:
        code = runs.codes[i]
        if i == core[-1]:
            _add_surname(forms, runs.keys[i], code, found)
        elif not code and len(runs.keys[i]) > 2:
            found.append("unlisted_first" if i == core[0] and _is_named_last(last) else "unlisted")
        if code & (WORD | LAND):
            _add_other_senses(code, first if i != core[0] else 0, i == core[-1], found)
    if first & FAMILY and not first & (GIVEN | WORD | LAND):
        found.append("family_first")


def _add_other_senses(code: int, first: int, is_last: bool, found: list[str]) -> None:
    """What else a word of several is: a plain word, a place. ``first`` is the code of the first word, 0 for itself."""
    if code & WORD and not code & (KNOWN | GIVEN | FAMILY):
        found.append(_BY_GRADE["plain_last" if first & GIVEN_2 else "plain"][code >> 4 & 3])
    if code & LAND:
        if is_last and not code & FAMILY:
            found.append("place_end")
        if first or is_last or not code & GIVEN_2:
            found.append(_BY_GRADE["place"][code >> 6 & 3])


def _add_single(forms: tuple[str, ...], key: str, code: int, found: list[str]) -> None:
    """Add what a single word is by the lists."""
    _add_surname(forms, key, code, found)
    if code & GIVEN:
        found.append(_BY_GRADE["given"][code & GIVEN])
    if code & KNOWN:
        found.append("known")
    elif code & WORD:
        found.append(_BY_GRADE["plain"][code >> 4 & 3])
    if code & LAND:
        found.append(_BY_GRADE["place"][code >> 6 & 3])
    if code & TEAM:
        found.append("team")
    if not code and len(key) < 4:
        found.append("short")


def _add_surname(forms: tuple[str, ...], key: str, code: int, found: list[str]) -> None:
    if code & FAMILY:
        found.append(_BY_GRADE["family"][code >> 2 & 3])
    elif key.startswith(_SURNAME_STARTS) or (not code & WORD and key.endswith(forms)):
        found.append("family_form")
    elif not code:
        found.append("unlisted")


def _is_named_last(last: int) -> bool:
    return (last >> 2 & 3) + (last & GIVEN) > (last >> 4 & 3) and not last & LAND
