"""What speaks for and against a candidate being a person: evidence by name, weighed in one sum.

Each piece of evidence has a name; what it is worth stands in ``data/names/weights.toml``. *Jordan* may be a country
or a man: ``given_3`` and ``place_3`` say both; ``said`` ("Jordan told reporters") or ``within`` ("in Jordan") decide.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from cleaner.parties.name_lists import (
    HONORIFIC,
    KNOWN,
    NATIONALITY,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    ROLE,
    SUFFIX,
    SURNAME_FIRST,
    TEAM,
    THING,
    code_of,
    cues,
    family,
    given,
    is_role,
    place,
    word,
)
from cleaner.stages.names.candidates import Candidate
from cleaner.stages.names.words import Word

_AFTER = r"""\s?['’]s\b(?P<possessive>)
   | (?:\ ?,)?\ (?:(?:has|had|also|later|then|never|once|already|reportedly|now)\ )?(?:@SAYS@)\b(?P<said>)
   | \ ?,?\ \(?\ ?(?:aged\ )?\d\d(?P<aged>)(?=\ ?[,)]|\ year)
   | \ ?,?\ (?:who|whose|himself|herself)\b(?P<who>)
   | \ \(\ ?(?P<country>[A-Z][\w.]*(?:\ [A-Z]\w+)?)\ ?[,)]
   | \ \([^()\n]{0,80}?(?:\b\d{4}\ ?[–-]|\bborn\b)(?P<born>)
   | \ (?:contributed\ (?:reporting|to\ this)|reported\ from)(?P<credit>)
   | \ ?/\ ?(?:Pool|File|AFP|AP|Getty|REUTERS|Reuters|Handout)(?P<byline>)
   | \ ?,\ (?:(?:an?|the|its|his|her|their|our|who|senior|former|chief|head|executive|deputy|managing|general|vice
        |then|\d\d)\ (?:,\ )?){0,3}(?P<apposition>[a-z][\w-]+(?:\ [a-z][\w-]+)?)
   | \ \d{1,2}(?:\.\d)?-\d{1,2}-\d{1,3}-\d{1,2}\b(?P<bowled>)
   | \ \d{1,3}(?:\ (?:pen|penalty|og|mins?))?(?:\ (?:and|,)\ \d{1,3}){0,3}(?P<tally>)(?=\ ?[,;)])
   | (?:\ -?\d{1,4}){4}(?P<standing>)
   | \ \d{1,3}(?P<result>)(?=\ ?$|\ ?\n|\ [A-Z])
   | \ ?,\ (?P<comma_place>[A-Z][\w.]+)"""
_PRONOUN = re.compile(r"[ .,”\"]{1,3}[^\n]{0,60}?\b(?:he|He|she|She|his|His|her|Her|him)\b")
_BEFORE = re.compile(r"[ \u00a0](/|,)? ?([\w'’.-]*[^\W\d_])")
"""The word in front of a place, read backwards from there: that takes one try instead of twenty."""
_WICKET = re.compile(r"(?:^|[\w)] )(?:c|b|st|lbw b)[ \u00a0]$")
_DATELINE = re.compile(r" ?(?:,|\(|/|\d{4}-\d\d|--? )")
_BYLINE = re.compile(
    r"(?:\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled|[Pp]hotos?|[Pp]hotograph|[Ww]ords|[Ss]tory) by"
    r"|REUTERS ?/|Getty Images ?/|AP Photo ?/) $"
)
_THING = re.compile(
    r" ?, which\b|,? (?:said|says|announced|reported|disclosed|agreed)(?: \w+day)? (?:it|its)\b"
    r"(?! (?:was|is|would|will|had|has)\b)"
    r"|[ -](?:winner|winning|awards?|prizes?|nominees?|nominated|nominations?|statuettes?|laureates?)\b"
    r"| (?:short|long)list\b"
)
_VERSUS = re.compile(r" v(?:s?\.?|ersus) ")
_MIDDLE = re.compile(r"[A-Z](?:\.-?[A-Z])*\.?$")


@cache
def _weights() -> dict[str, dict[str, int]]:
    """The tables of weights in hundredths: sums of whole numbers are the same in any order, on any machine."""
    tables = tomllib.loads(files("cleaner").joinpath("data/names/weights.toml").read_text(encoding="utf-8"))
    return {kind: {name: round(100 * value) for name, value in table.items()} for kind, table in tables.items()}


@cache
def _after() -> re.Pattern[str]:
    return re.compile(_AFTER.replace("@SAYS@", "|".join(sorted(cues("says")))), re.VERBOSE)


@cache
def _forms() -> tuple[str, ...]:
    return tuple(sorted(cues("form")))


def weigh(seen: Iterable[str], table: str) -> int:
    """The sum of the evidence in the table ``full`` or ``single``, less its limit, in hundredths; 0 is enough."""
    weights = _weights()[table]
    return sum([weights.get(name, 0) for name in seen]) - weights["limit"]


def evidence(text: str, candidate: Candidate, lowered: frozenset[str]) -> list[str]:
    """The names of all that is known of a candidate; ``lowered`` are the lower-case words of the text."""
    found = [*_inside(text, candidate, lowered), *_left(text, candidate), *_right(text, candidate)]
    if candidate.heading:
        found.append("heading")
    if candidate.tail & (ORGANIZATION | PLACE):
        found.append("tail")
    return found


def _inside(text: str, candidate: Candidate, lowered: frozenset[str]) -> Iterator[str]:
    core, words = candidate.core, candidate.words
    first, last = core[0], core[-1]
    if len(words) > len(core):
        if any(w.code & SUFFIX for w in words[1:]):
            yield "suffix"
        if any(w.code & PARTICLE for w in words[1:-1]):
            yield "particle"
    if len(core) > 4:
        yield "long"
    for w in core:
        if w.key in lowered and len(w.key) > 2 and not given(w.code):
            yield "lowered"
            break
    if last.capitals and text[first.start : last.end].isupper():
        yield "dateline" if _opens_line(text, first.start) and _DATELINE.match(text, last.end) else "capitals"
    if len(core) > 1:
        yield from _initials(text, core)
        if given(first.code):
            yield f"given_{given(first.code)}"
            if word(first.code) > 1:
                yield "given_is_word"
            if place(first.code) > 1:
                yield "given_is_place"
    yield from _graded(core, single=len(core) == 1)


def _opens_line(text: str, start: int) -> bool:
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    return not before or before[-1] == "\n"


def _initials(text: str, core: list[Word]) -> Iterator[str]:
    if len(core[0].key) < 4 and _MIDDLE.match(text, core[0].start, core[0].end):
        yield "initial_first" if text[core[0].end - 1] == "." else "letter_first"
    elif len(core[0].key) == 2 and text[core[0].start : core[0].end].isupper():
        yield "letter_first"
    if core[0].code & SURNAME_FIRST and not word(core[1].code) and not place(core[1].code):
        yield "surname_first"
    if len(core[0].key) > 1 and any(len(w.key) < 4 and _MIDDLE.match(text, w.start, w.end) for w in core[1:-1]):
        yield "initial_middle"
    if len(core) == 2 and len(core[1].key) == 1 and text[core[1].end - 1] == ".":
        yield "initial_last"


def _graded(core: list[Word], single: bool) -> Iterator[str]:
    for i, item in enumerate(core):
        code = item.code
        named = given(code) | family(code)
        if i == len(core) - 1:
            if family(code):
                yield f"family_{family(code)}"
            elif item.key.startswith(("al-", "el-", "o'", "d'")) or (item.key.endswith(_forms()) and not word(code)):
                yield "family_form"
            elif not code:
                yield "unlisted"
        elif not code and len(item.key) > 2:
            yield "unlisted_first" if i == 0 and _named_last(core[-1]) else "unlisted"
        if i == 0 and not single and family(code) and not given(code) | word(code) | place(code):
            yield "family_first"
        if single and given(code):
            yield f"given_{given(code)}"
        if word(code) and not code & KNOWN and (single or not named):
            yield f"plain_last_{word(code)}" if i and given(core[0].code) > 1 else f"plain_{word(code)}"
        if place(code) and not single and i == len(core) - 1 and not family(code):
            yield "place_end"
        if place(code) and (single or not (i == 0 and given(code) > 1)):
            yield f"place_{place(code)}"
        if single and code & KNOWN:
            yield "known"
        if single and code & TEAM:
            yield "team"
        if single and len(item.key) < 4 and not code:
            yield "short"


def _named_last(last: Word) -> bool:
    return family(last.code) + given(last.code) > word(last.code) and not place(last.code)


def _left(text: str, candidate: Candidate) -> Iterator[str]:
    start = candidate.start
    if candidate.before & HONORIFIC:
        yield "honorific"
    elif candidate.before & ROLE:
        yield "office"
    elif candidate.before & THING:
        yield "thing"
    elif candidate.before & (ORGANIZATION | PLACE) or (candidate.before & TEAM and len(candidate.core) == 1):
        yield "named_after"
    head = text[max(0, start - 24) : start].rstrip("“\"'‘ \u00a0")
    if not head or head[-1] in ".!?:\n•":
        yield "opens"
        if len(candidate.core) == 1 and word(candidate.core[0].code) > 1:
            yield "opens_plain"
        return
    if candidate.before:
        return
    if text.endswith(", of ", 0, start):
        yield "address"
    if _WICKET.search(text, max(0, start - 8), start):
        yield "bowled"
    elif _BYLINE.search(text, max(0, start - 24), start):
        yield "byline"
    elif match := _BEFORE.match(text[max(0, start - 24) : start][::-1]):
        core = candidate.core
        sure = len(core) > 1 and given(core[0].code) > 1 and not word(core[-1].code)
        yield from _beside(match[2][::-1], match[1] or "", sure)


def _beside(last: str, mark: str, sure: bool) -> Iterator[str]:
    """What the word in front of a name says; a comma may stand between."""
    if last in cues("kin"):
        yield "kin"
    elif mark:
        if code_of(last) & THING and last[0].islower():
            yield "thing"
    elif last in cues("the"):
        yield "the_sure" if sure else "the"
    elif last in cues("within"):
        yield "within"
    elif last in cues("said_before"):
        yield "said"
    elif last in ("by", "By"):
        yield "by"
    elif last[0].islower():
        yield "role" if is_role(last) else _thing(code_of(last))


def _thing(code: int) -> str:
    return "firm" if code & ORGANIZATION else "thing" if code & THING else "nothing"


def _right(text: str, candidate: Candidate) -> Iterator[str]:
    start, end = candidate.start, candidate.end
    if _PRONOUN.match(text, end):
        yield "pronoun"
    if any(text.startswith(" v", at) and _VERSUS.match(text, at) for at in (end, max(0, start - 4))):
        yield "versus"
    if text.startswith(" & ", end) or text.endswith("& ", 0, start):
        yield "ampersand"
    if _THING.match(text, end):
        yield "thing"
    match = _after().match(text, end)
    if match is None:
        return
    name = match.lastgroup or ""
    if name == "apposition":
        if any(is_role(w) or w in cues("kin") for w in match["apposition"].split()):
            yield "apposition"
    elif name == "comma_place":
        if place(code_of(match["comma_place"])) == 3:
            yield "comma_place"
    elif name == "result":
        if not _WICKET.search(text, max(0, candidate.start - 8), candidate.start):
            yield name
    elif name != "country":
        yield name
    elif len(match["country"]) < 4 or (code := code_of(match["country"])) & NATIONALITY or place(code) > 1:
        yield "country"
