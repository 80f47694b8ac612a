"""Marking words that break names: firms that look like people, and plain words of languages other than English.

*Hong Kong* and *Louis Vuitton* are listed. In other languages most capitalised words are not names, so a word breaks a
name unless its neighbours make it part of one."""

from __future__ import annotations

from cleaner.parties.name_codes import (
    BREAKS,
    FAMILY,
    GIVEN,
    GIVEN_2,
    HONORIFIC,
    LAND,
    NATIONALITY,
    PARTICLE,
    ROLE,
    STOP,
    TEAM,
    WORD,
)
from cleaner.stages.names.runs import Runs


def mark_lookalikes(runs: Runs, first: int, end: int, known: frozenset[str]) -> None:
    """Mark places, firms and brands of several words as what breaks a name: *Hong Kong*."""
    keys = runs.keys
    for i in range(first, end - 1):
        for n in (3, 2):
            if i + n <= end and " ".join(keys[i : i + n]) in known:
                runs.codes[i : i + n] = [STOP | TEAM] * n


def mark_words(runs: Runs, nouns: bool) -> None:
    """Mark plain words, and particles beside them, as what breaks a name: *Ansicht von Lang*, *Ahora Duarte*.

    Behind a given name a word may be a surname (*Iris Berben*, *Pablo Casado*), and is then one throughout the text.
    Where nouns are capitalised, it must also be a listed surname, or rare; and an unknown word in front of a full name
    is a title that no list knows (*Sportdezernentin Anna Lang*).
    """
    codes = runs.codes
    ends = frozenset(runs.bounds)
    surnames = {key for i, key in enumerate(runs.keys) if i and i not in ends and _is_surname(codes, i, nouns)}
    if nouns:
        _mark_titles(codes, ends)
    for i, key in enumerate(runs.keys):
        if codes[i] & WORD and not codes[i] & (PARTICLE | BREAKS) and key not in surnames:
            _mark_plain(codes, i, ends, nouns)
    for i, code in enumerate(codes):
        if code & PARTICLE:
            codes[i] = code & ~STOP if _links(runs, i, ends, nouns) else STOP if nouns else code | STOP


def _mark_plain(codes: list[int], i: int, ends: frozenset[int], nouns: bool) -> None:
    """Mark a plain word, unless its neighbours make it part of a name."""
    last = codes[i - 1] if i and i not in ends else 0
    following = codes[i + 1] if i + 1 not in ends else STOP
    if not _may_be_name(codes[i], last, following, nouns):
        codes[i] |= STOP


def _mark_titles(codes: list[int], ends: frozenset[int]) -> None:
    """Mark words that are no names in front of full names."""
    for i, code in enumerate(codes):
        if not code & (GIVEN | PARTICLE | BREAKS) and ends.isdisjoint((i + 1, i + 2)) and _is_given(codes[i + 1]):
            codes[i] = STOP


def _may_be_name(code: int, last: int, following: int, nouns: bool) -> bool:
    """Whether a plain word may be part of a name: a given name, a rare word behind a title, a common surname."""
    goes_on = following & GIVEN == GIVEN or not following & (WORD | BREAKS)
    rare = code & WORD == 1 << 4
    if (goes_on and last & ROLE and rare) or (last & HONORIFIC and not nouns):
        return True
    if goes_on and code & GIVEN_2 and (code & WORD != WORD or code & GIVEN == GIVEN):
        return True
    return not nouns and code & FAMILY == FAMILY and rare


def _links(runs: Runs, i: int, ends: frozenset[int], nouns: bool) -> bool:
    """Whether a particle links two parts of a name."""
    codes = runs.codes
    if not i or i in ends or i + 1 in ends or _is_no_name(codes[i - 1]) or _is_no_name(codes[i + 1]):
        return False
    if nouns and runs.keys[i] in ("der", "den") and not codes[i - 1] & PARTICLE:
        return False
    return not _is_preposition(runs, i, ends)


def _is_given(code: int) -> bool:
    return bool(code & GIVEN) and not code & (WORD | BREAKS)


def _is_surname(codes: list[int], i: int, nouns: bool) -> bool:
    """Is a plain word in the place of a surname: after a given name, perhaps with a particle between them?"""
    code, last, first = codes[i], codes[i - 1], codes[i - 2] if i > 1 else 0
    if not code & WORD or code & (PARTICLE | BREAKS):
        return False
    if nouns:
        follows = last & GIVEN or (last & PARTICLE and first & (GIVEN | FAMILY))
        return bool(follows) and bool(code & FAMILY or code & WORD == 1 << 4 or first & (ROLE | HONORIFIC))
    second = last & FAMILY and first & GIVEN and code & FAMILY
    return bool(last & GIVEN or second or (last & PARTICLE and first & (GIVEN | FAMILY)))


def _is_preposition(runs: Runs, i: int, ends: frozenset[int]) -> bool:
    """Whether a particle behind a whole name only says where somebody belongs: *Olivier Hertog van Petercam*."""
    codes = runs.codes
    if i < 2 or i - 1 in ends or codes[i - 1] & PARTICLE or codes[i - 2] & PARTICLE or not codes[i - 2] & GIVEN:
        return False
    last = i + 1
    while codes[last] & PARTICLE and last + 1 not in ends:
        last += 1
    return not codes[last] & FAMILY or bool(codes[last] & (LAND | NATIONALITY))


def _is_no_name(code: int) -> bool:
    return bool(code & BREAKS) and not code & (GIVEN | FAMILY)
