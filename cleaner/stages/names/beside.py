"""Evidence around a candidate: titles, verbs of speech, ages, relatives, places.

Patterns tried after every capitalised word are expensive, even when they fail at once. So each is tried only if the
next letters may begin it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from cleaner.core import lazy_re as re
from cleaner.parties.name_codes import (
    GIVEN_2,
    HONORIFIC,
    LAND,
    LAND_2,
    NATIONALITY,
    ORGANIZATION,
    PLACE,
    ROLE,
    TEAM,
    THING,
    WORD,
    WORD_2,
)
from cleaner.parties.name_lists import NameTables
from cleaner.stages.names.candidates import Candidate
from cleaner.stages.names.runs import MOST_KEPT, Runs
from cleaner.text.words import table

_AFTER = r"""\s?['’]s\b(?P<possessive>)
   | (?:\ ?,)?\ (?:(?:has|had|also|later|then|never|once|already|reportedly|now)\ )?(?:@SAYS@)\b(?P<said>)
   | \ ?,?\ \(?\ ?(?:aged\ )?\d\d(?P<aged>)(?=\ ?[,)]|\ year)
   | \ ?,?\ (?:who|whose|himself|herself)\b(?P<who>)
   | \ \(\ ?(?P<country>[A-Z][\w.]*(?:\ [A-Z]\w+)?)\ ?[,)]
   | \ \([^()\n]{0,80}?(?:\b\d{4}\ ?[–-]|\bborn\b)(?P<born>)
   | \ (?:contributed\ (?:reporting|to\ this)|reported\ from)(?P<credit>)
   | \ ?/\ ?(?:Pool|File|AFP|AP|Getty|REUTERS|Reuters|Handout)(?P<byline>)
   | \ ?,\ (?:(?:(?:the|its|their)\ \w{1,20}['’]s|an?|the|its|his|her|their|our|who|senior|former|chief|head
        |executive|deputy|managing|general|vice|then|\d\d)\ (?:,\ )?){0,3}(?P<apposition>[a-z][\w-]+(?:\ [a-z][\w-]+)?)
   | \ \d{1,2}(?:\.\d)?-\d{1,2}-\d{1,3}-\d{1,2}\b(?P<bowled>)
   | \ \d{1,3}(?:\ (?:pen|penalty|og|mins?))?(?:\ (?:and|,)\ \d{1,3}){0,3}(?P<tally>)(?=\ ?[,;)])
   | (?:\ -?\d{1,4}){4}(?P<standing>)
   | \ \d{1,3}(?P<result>)(?=\ ?$|\ ?\n|\ [A-Z])
   | \ ?,\ (?P<comma_place>[A-Z][\w.]+)"""
_THING = re.compile(
    r",? (?:said|says|announced|reported|disclosed|agreed)(?: \w+day)? (?:it|its)\b"
    r"(?! (?:was|is|would|will|had|has)\b)"
    r"|[ -](?:network|cartel|syndicate|winner|winning|awards?|prizes?|nominees?|nominated|nominations?|statuettes?"
    r"|laureates?)\b"
    r"| (?:short|long)list\b"
)
_MAYBE_PERSON, _MAYBE_THING = 1, 2
_PERSON_STARTS = (
    "has had also later then never once already reportedly now aged who whose himself herself contributed reported"
)
_THING_STARTS = (
    "said says announced reported disclosed agreed winner winning award prize nominee nominated nomination statuette "
    "laureate shortlist longlist network cartel syndicate"
)
_PRONOUN_REACH = 60
_BEFORE = re.compile(r"[ \u00a0](/|,)? ?([\w'’.-]*[^\W\d_])")
"""The word before an offset, matched backwards: one try instead of twenty."""
_LEFT = 24
_WICKET = re.compile(r"(?:^|[\w)] )(?:c|b|st|lbw b)[ \u00a0]$")
_BYLINE = re.compile(
    r"(?:\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled|[Pp]hotos?|[Pp]hotograph|[Ww]ords|[Ss]tory) by"
    r"|REUTERS ?/|Getty Images ?/|AP Photo ?/) $"
)
_RELATIVE = re.compile(r", (?:\w+ )?(?:der|die|das|den|dem) $")
"""*…, auf die Löw verzichtet*: a pronoun that looks like an article."""
_NAMED = re.compile(r"(?<!\w)([A-Z]\w+) of (?:the )?$")
_MAIDEN = re.compile(r"\b(?:née|né|nee) $|\(born $")
_VERSUS = re.compile(r" v(?:s?\.?|ersus) ")


class Around:
    """The context for evidence: the text, its words as written, the positions of its pronouns, and the tables."""

    def __init__(self, text: str, tables: NameTables) -> None:
        self.text = text
        self.tables = tables
        self.lowered = frozenset(text.split())
        self.pronouns = [start for start, _ in table(text).spans(tables.cues["pronoun"])]


@cache
def _behind(tables: NameTables) -> re.Pattern[str]:
    return re.compile(_AFTER.replace("@SAYS@", "|".join(sorted(tables.cues["says"]))), re.VERBOSE)


@cache
def _starts(tables: NameTables) -> dict[str, int]:
    """The first three letters of what may follow a name, and which of the two patterns they may begin."""
    starts = dict.fromkeys([word[:3] for word in (*_PERSON_STARTS.split(), *tables.cues["says"])], _MAYBE_PERSON)
    for word in _THING_STARTS.split():
        starts[word[:3]] = starts.get(word[:3], 0) | _MAYBE_THING
    return starts


@cache
def _words_before(tables: NameTables) -> dict[str, str]:
    """The evidence of a word before a name; other words are added as they occur."""
    found = dict.fromkeys(("by", "By"), "by")
    for cue, name in (("said_before", "said"), ("within", "within"), ("the", "the"), ("kin", "kin")):
        found.update(dict.fromkeys(tables.cues[cue], name))
    return found


def add_left(around: Around, runs: Runs, candidate: Candidate, found: list[str]) -> None:
    """Add the evidence before a candidate."""
    text, start, before = around.text, candidate.start, candidate.before
    if before:
        _add_cut_from(before, len(candidate.core) == 1, found)
    head = text[max(0, start - _LEFT) : start].rstrip("“\"'‘ \u00a0")
    if not head or head[-1] in ".!?:\n•":
        found.append("opens")
        if len(candidate.core) == 1 and runs.codes[candidate.core[0]] & WORD_2:
            found.append("opens_plain")
        return
    if before:
        return
    if " of " in text[max(0, start - 8) : start]:
        _add_of(around, candidate, found)
    if not runs.is_english and text[max(0, start - 2) : start - 1].isdigit():
        found.append("counted")
    if text[max(0, start - 2)] in "eén" and _MAIDEN.search(text, max(0, start - 8), start):
        found.append("maiden")
    if text[max(0, start - 2)] in "cbt" and _WICKET.search(text, max(0, start - 8), start):
        found.append("bowled")
    elif text[max(0, start - 2)] in "y/" and _BYLINE.search(text, max(0, start - _LEFT), start):
        found.append("byline")
    elif match := _BEFORE.match(text[max(0, start - _LEFT) : start][::-1]):
        _add_word_before(around.tables, runs, candidate, match[2][::-1], match[1] is not None, found)
        if found[-1:] == ["the"] and around.tables.nouns and _RELATIVE.search(text, max(0, start - _LEFT), start):
            found.append("relative")


def _add_of(around: Around, candidate: Candidate, found: list[str]) -> None:
    """The word before *of*: a person with an address, or the University of Alberta."""
    text, start = around.text, candidate.start
    if text.endswith(", of ", 0, start):
        found.append("address")
    named = _NAMED.search(text, max(0, start - _LEFT), start) if len(candidate.core) == 1 else None
    if named and around.tables.code(named[1]) & (ORGANIZATION | PLACE):
        found.append("named_after")


def _add_cut_from(before: int, single: bool, found: list[str]) -> None:
    """Add the evidence of the word from which the candidate was cut."""
    if before & HONORIFIC:
        found.append("honorific")
    elif before & ROLE:
        found.append("office")
    elif before & THING:
        found.append("thing")
    elif before & (ORGANIZATION | PLACE) or (before & (TEAM | NATIONALITY) and single):
        found.append("named_after")


def _add_word_before(
    tables: NameTables, runs: Runs, candidate: Candidate, last: str, comma: bool, found: list[str]
) -> None:
    """Add the evidence of the word before a name; there may be a comma between them."""
    known = _words_before(tables)
    says = known.get(last)
    if says is None:
        says = _word_before(tables, last)
        if len(known) < MOST_KEPT:
            known[last] = says
    if says == "kin":
        found.append("kin")
    elif comma:
        if last[0].islower() and tables.code(last) & THING:
            found.append("thing")
        elif says == "role":
            found.append("role_comma")
    elif says == "the":
        core = candidate.core
        sure = len(core) > 1 and runs.codes[core[0]] & GIVEN_2 and not runs.codes[core[-1]] & WORD
        found.append("the_sure" if sure else "the")
    elif says:
        found.append(says)


def _word_before(tables: NameTables, last: str) -> str:
    if not last[0].islower():
        return ""
    if _is_role(tables, last):
        return "role"
    code = tables.code(last)
    return "firm" if code & ORGANIZATION else "thing" if code & THING else "nothing"


def _is_role(tables: NameTables, word: str) -> bool:
    """Does a word say what somebody is? *The state gas company* and *the health insurer* are not people."""
    return word not in tables.cues["portfolio"] and tables.is_role(word)


def add_right(around: Around, candidate: Candidate, found: list[str]) -> None:
    """Add the evidence after a candidate, and whether it is beside "v." or "&"."""
    text, start, end = around.text, candidate.start, candidate.end
    if _pronoun_follows(around, end):
        found.append("pronoun")
    if _is_versus(text, end) or _is_versus(text, max(0, start - 4)):
        found.append("case" if text.startswith(" v. ", end) or text.endswith(" v. ", 0, start) else "versus")
    if text.startswith(" & ", end) or text.endswith("& ", 0, start):
        found.append("ampersand")
    following = text[end : end + 4]
    maybe = _MAYBE_PERSON | _MAYBE_THING
    if following[:1] == "-":
        maybe = _MAYBE_THING
    elif following[:1] == " " and following[1:2].isalpha():
        maybe = _starts(around.tables).get(following[1:], 0)
    if following[:1] == "," and text.startswith(", which ", end):
        found.append("which")
    if maybe & _MAYBE_THING and _THING.match(text, end):
        found.append("thing")
    if maybe & _MAYBE_PERSON and (match := _behind(around.tables).match(text, end)):
        _add_behind(around, candidate, match, found)


def _is_versus(text: str, at: int) -> bool:
    return text.startswith(" v", at) and _VERSUS.match(text, at) is not None


def _pronoun_follows(around: Around, end: int) -> bool:
    """Does *he* or *she* follow on the same line, within some ten words?"""
    text, pronouns = around.text, around.pronouns
    gap = end
    while gap < end + 3 and text[gap : gap + 1] in (" ", ".", ",", "”", '"'):
        gap += 1
    at = bisect_left(pronouns, end + 1)
    if gap == end or at == len(pronouns) or pronouns[at] > gap + _PRONOUN_REACH:
        return False
    return text.find("\n", end, pronouns[at]) < 0


def _add_behind(around: Around, candidate: Candidate, match: re.Match[str], found: list[str]) -> None:
    tables = around.tables
    name = match.lastgroup or ""
    if name == "apposition":
        seen = any(_is_role(tables, word) or word in tables.cues["kin"] for word in match[name].split())
    elif name == "comma_place":
        seen = tables.code(match[name]) & LAND == LAND
    elif name == "result":
        seen = not _WICKET.search(around.text, max(0, candidate.start - 8), candidate.start)
    elif name == "country":
        code = tables.code(match[name])
        seen = len(match[name]) < 4 or bool(code & (NATIONALITY | LAND_2))
    else:
        seen = True
    if seen:
        found.append(name)
