"""Capitalised words and the runs that they form: where names may stand.

A name is a run of capitalised words, with the particles of many languages in between (*Luis de la Fuente*, *Ursula von
der Leyen*, *Mohammed Ben Sulayem*) or a nickname in quotes (*Robert "Bobby" Lee*). Only such runs are looked at: nine
words in ten of a news text are lower case and cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.parties.name_lists import (
    LONGEST,
    NATIONALITY,
    ORGANIZATION,
    PARTICLE,
    ROLE,
    STOP,
    SUFFIX,
    TEAM,
    codes,
    cues,
    fold,
    given,
    place,
    word,
)

_UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u024f"
_PREFIX = r"(?:(?:al|el|ul|ur|as|ash|an|ad|ar|at|az|d|l|de|Al|El|D|L|O)[-'’])?"
_WORD = re.compile(
    rf"(?<![^\W_])(?<!\w-){_PREFIX}[{_UPPER}](?:\.(?:-?[A-Z]\.)*(?!\w)|[^\W_]*(?:(?:['’](?!(?:s|S)\b)|-)[^\W_]+)*)"
)
_LINKS = (
    "de|del|della|di|da|dos|das|do|du|des|van|der|den|von|zu|bin|ibn|bint|ben|al|el|ter|ten|af|av|y|la|le|las|los|e|lo"
)
_GAP = re.compile(rf"[ \u00a0]((?:(?:{_LINKS})[ \u00a0]){{0,3}})")
_NICKNAME = re.compile(r""" (?:["“] ?[\w' -]{2,20} ?["”]|['‘] ?[\w -]{2,20} ?['’]) (?=[A-Z])""")
_LONGEST_GAP = 30
LONGEST_RUN = 24
_ROMAN = frozenset(["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"])
_FIRST_OF_ROMAN = re.compile(r"I(?=[,.)’']| of\b| and\b|$)")
_OFFICE = re.compile(r"-(?:in-chief|elect|designate|general)$")
_COMPOUND = re.compile(r"-[a-z]{3,}(?:ed|ing|old|prone|style|time|owned|born)$")
_ARTICLE = re.compile(r"(?:al|el|ul|as|ash|an|ad|ar|at|az)-(?=\w{3})")
_INNER = re.compile(r"([A-Z][a-z]+|[A-Z]{2,}(?=[A-Z][a-z]))[A-Z]")
_MONTHS = frozenset("may june august april january".split())  # noqa: SIM905
_DAY = re.compile(r"\.? \d{1,4}\b(?!-)")


class Word(NamedTuple):
    """A word of a run: place, folded form, code (:mod:`cleaner.parties.name_lists`), and whether it is all capitals."""

    start: int
    end: int
    key: str
    code: int
    capitals: bool = False


def runs(text: str) -> Iterator[list[Word]]:
    """The runs of capitalised words of ``text``, particles included.

    >>> [[word.key for word in run] for run in runs("On Monday Ursula von der Leyen met Luis de la Fuente.")]
    [['on', 'monday', 'ursula', 'von', 'der', 'leyen'], ['luis', 'de', 'la', 'fuente']]
    """
    run: list[Word] = []
    skip = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if start < skip or end - start > LONGEST:
            continue
        name = match[0]
        if name[0] > "\x7f" and not name[0].isupper():
            continue
        if run and not _joined(text, run, start):
            nickname = _NICKNAME.match(text, run[-1].end) if not run[-1].code & STOP else None
            if nickname and len(run) < LONGEST_RUN:
                skip = nickname.end()
                if start < skip:
                    continue
            else:
                yield run
                run = []
        run.append(_word(text, name, start, end))
    if run:
        yield run


def _word(text: str, name: str, start: int, end: int) -> Word:
    """A word with its code; the full stop of an abbreviation belongs to it."""
    key = fold(name)
    if key in cues("abbreviated") and text[end : end + 1] == ".":
        end += 1
    code = codes().get(key, 0)
    if not code and (article := _ARTICLE.match(key)):
        key = key[article.end() :]
        code = codes().get(key, 0) & 15 or 1 << 2
    if (key in _ROMAN and name.isupper() and name[-1] != ".") or (key == "i" and _FIRST_OF_ROMAN.match(text, start)):
        code = code & ~STOP | SUFFIX
    elif len(key) == 1 and name[-1] == ".":
        code = STOP if name == "X." and text[start - 3 : start] == "on " else 0
    elif key in _MONTHS and _DAY.match(text, end):
        code = STOP
    elif not code and "-" in key:
        code = _hyphened(key, name)
    elif not code and _is_coined(name):
        code = STOP | TEAM
    return Word(start, end, key, code, len(key) > 2 and name.isupper())


def _is_coined(name: str) -> bool:
    """Whether digits or capitals stand inside as in *WeWork*, *JPMorgan*, and not as in *McConnell* and *DeShawn*."""
    if not name.isalpha() and any(c.isdigit() for c in name):
        return True
    inner = _INNER.match(name)
    if inner is None:
        return False
    head = inner[1]
    return head.isupper() or (len(head) > 3 and head != "Fitz") or word(codes().get(head.lower(), 0)) > 1


def _hyphened(key: str, name: str) -> int:
    """*Editor-in-Chief* is a role, *Perth-based* no part of a name, *Jean-Pierre* as good a name as *Jean*."""
    first, last = key.partition("-")[0], key.rpartition("-")[2]
    if codes().get(last, 0) & ROLE or _OFFICE.search(key):
        return ROLE
    before, behind = codes().get(first, 0), codes().get(last, 0)
    if behind & ORGANIZATION or (before | behind) & NATIONALITY or (place(before) == 3 and given(before) < 3):
        return STOP
    if name.rpartition("-")[2][:1].islower() and (_COMPOUND.search(key) or (len(last) > 4 and word(behind))):
        return STOP
    if key.count("-") > 1 and word(before) and word(behind):
        return STOP
    return 2 << 4 if word(before) > 1 and word(behind) > 1 else before & 15 | behind & 12


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
