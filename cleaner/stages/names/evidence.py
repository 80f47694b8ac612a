"""What speaks for and against a candidate being a person: evidence by name, weighed in one sum.

Each piece of evidence has a name; what it is worth stands in ``data/names/weights.toml``. *Jordan* may be a country
or a man: ``given_3`` and ``place_3`` say both; ``said`` ("Jordan told reporters") or ``within`` ("in Jordan") decide.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from cleaner.namelists import (
    HONORIFIC,
    KNOWN,
    NATIONALITY,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    ROLE,
    SUFFIX,
    code_of,
    codes,
    family,
    given,
    lookalikes,
    place,
    word,
)
from cleaner.stages.names.candidates import Candidate
from cleaner.stages.names.words import Word

_SAYS = (
    "said|says|told|tells|added|adds|wrote|writes|tweeted|testified|argued|argues|noted|notes|explained|explains|insisted|"
    "recalled|replied|joked|stressed|warned|warns|declined|responded|asked|praised|acknowledged|admitted|denied|denies|"
    "believes|thinks|knows|wants|hopes|feels|scored|struck|headed|converted|bowled|hit|homered|singled|doubled|tripled|"
    "pitched|threw|rushed|caught|birdied|bogeyed|shot|birdie|resigned|died|married|pleaded|apologized|apologised|"
    "tweets|quipped|lamented|concluded|continued|commented|predicted|retired|grew|smiled|laughed|nodded|shrugged|"
    "complained|complains|suggested|suggests|claimed|claims|served|beat|defeated|eliminated|downed|ousted|hammered"
)
_AFTER = re.compile(
    rf"""\s?['’]s\b(?P<possessive>)
       | (?:\ ?,)?\ (?:(?:has|had|also|later|then|never|once|already|reportedly|now)\ )?(?:{_SAYS})\b(?P<said>)
       | \ ?,?\ \(?\ ?(?:aged\ )?\d\d(?P<aged>)(?=\ ?[,)]|\ year)
       | \ ?,\ (?:who|whose|himself|herself)\b(?P<who>)
       | \ who\b(?P<who2>)
       | \ \(\ ?(?P<country>[A-Z][\w.]*(?:\ [A-Z]\w+)?)\ ?[,)]""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)[ \u00a0]$")
_SAID_BEFORE = frozenset(
    [
        "said",
        "says",
        "told",
        "asked",
        "added",
        "wrote",
        "replied",
        "explained",
        "recalled",
        "quipped",
        "insisted",
        "warned",
    ]
)
_WITHIN = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "around",
        "across",
        "outside",
        "inside",
        "throughout",
        "into",
        "via",
        "toward",
        "towards",
        "within",
        "off",
        "beyond",
        "to",
    ]
)
_THE = frozenset(["the", "a", "an", "this", "its", "our", "these"])
_FORMS = [
    "ov",
    "ova",
    "ev",
    "eva",
    "enko",
    "chuk",
    "czyk",
    "ski",
    "sky",
    "skiy",
    "skyy",
    "cki",
    "ska",
    "vic",
    "ić",
    "ich",
    "ovich",
    "evich",
    "sson",
    "sen",
    "dottir",
    "yan",
    "ian",
    "adze",
    "idze",
    "shvili",
    "berg",
    "stein",
    "mann",
    "baum",
    "feld",
    "opoulos",
    "akis",
    "ides",
    "ez",
    "oglu",
    "zadeh",
    "pour",
    "nejad",
    "vski",
    "wicz",
    "wski",
    "escu",
    "eanu",
    "inho",
    "ini",
    "etti",
    "elli",
    "ello",
    "ucci",
    "acci",
    "asso",
    "oux",
    "eau",
    "aux",
    "ault",
    "quez",
    "guez",
    "dze",
    "nen",
    "nnen",
    "aite",
    "auskas",
    "anov",
    "inov",
]
_SURNAME_FORMS = tuple(form for form in _FORMS if len(form) > 2)
_MIDDLE = re.compile(r"[A-Z](?:\.-?[A-Z])*\.?$")


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(files("cleaner").joinpath("data/names/weights.toml").read_text(encoding="utf-8"))


def weigh(text: str, candidate: Candidate, lowered: frozenset[str]) -> float:
    """The sum of the evidence, less the limit: a person from 0 on."""
    full = len(candidate.core) > 1
    table = _weights()["full" if full else "single"]
    score = -table["limit"]
    for name in evidence(text, candidate, lowered):
        score += table.get(name, 0.0)
    return score


def evidence(text: str, candidate: Candidate, lowered: frozenset[str]) -> Iterator[str]:
    """The names of all that is known of a candidate; ``lowered`` are the lower-case words of the text."""
    yield from _inside(text, candidate, lowered)
    yield from _left(text, candidate)
    yield from _right(text, candidate)
    if candidate.heading:
        yield "heading"
    if candidate.tail & (ORGANIZATION | PLACE):
        yield "tail"


def _inside(text: str, candidate: Candidate, lowered: frozenset[str]) -> Iterator[str]:
    core, words = candidate.core, candidate.words
    first, last = core[0], core[-1]
    if any(w.code & SUFFIX for w in words[1:]):
        yield "suffix"
    if any(w.code & PARTICLE for w in words[1:-1]):
        yield "particle"
    if len(core) > 4:
        yield "long"
    if any(w.key in lowered and not given(w.code) for w in core if len(w.key) > 2):
        yield "lowered"
    if text[first.start : last.end].isupper() and len(last.key) > 2:
        yield "capitals"
    yield from _initials(text, core)
    if len(core) > 1 and given(first.code):
        yield f"given_{given(first.code)}"
        if word(first.code) > 1:
            yield "given_is_word"
        if place(first.code) > 1:
            yield "given_is_place"
    yield from _graded(core, single=len(core) == 1)


def _initials(text: str, core: list[Word]) -> Iterator[str]:
    if len(core) > 1 and _MIDDLE.match(text, core[0].start, core[0].end) and text[core[0].end - 1] == ".":
        yield "initial_first"
    if any(_MIDDLE.match(text, w.start, w.end) for w in core[1:-1]):
        yield "initial_middle"


def _graded(core: list[Word], single: bool) -> Iterator[str]:
    for i, item in enumerate(core):
        code = item.code
        named = given(code) | family(code)
        if i == len(core) - 1:
            if family(code):
                yield f"family_{family(code)}"
            elif item.key.endswith(_SURNAME_FORMS) and not word(code):
                yield "family_form"
            elif not code:
                yield "unlisted"
        elif not code and len(item.key) > 2:
            yield "unlisted"
        if single and given(code):
            yield f"given_{given(code)}"
        if word(code) and (single or not named):
            yield f"plain_{word(code)}"
        if place(code) and (single or not (i == 0 and given(code) > 1)):
            yield f"place_{place(code)}"
        if single and code & KNOWN:
            yield "known"
        if single and len(item.key) < 4 and not code:
            yield "short"


def _left(text: str, candidate: Candidate) -> Iterator[str]:
    start = candidate.start
    if candidate.before & HONORIFIC:
        yield "honorific"
    elif candidate.before & ROLE:
        yield "office"
    head = text[max(0, start - 24) : start].rstrip("“\"'‘ \u00a0")
    if not head or head[-1] in ".!?:\n•":
        yield "opens"
        return
    match = _BEFORE.search(text, max(0, start - 24), start)
    if match is None or candidate.before:
        return
    last = match[1]
    if last in _THE:
        yield "the"
    elif last in _WITHIN:
        yield "within"
    elif last in _SAID_BEFORE:
        yield "said"
    elif last[0].islower() and code_of(last) & (ROLE | HONORIFIC):
        yield "role"


def _right(text: str, candidate: Candidate) -> Iterator[str]:
    match = _AFTER.match(text, candidate.end)
    if match is None:
        return
    name = match.lastgroup or ""
    if name != "country":
        yield name.rstrip("2")
    elif len(match["country"]) < 4 or (code := code_of(match["country"])) & NATIONALITY or place(code) > 1:
        yield "country"


def is_lookalike(candidate: Candidate) -> bool:
    """Whether the whole of it, or its start, is a place, a firm or a brand of several words."""
    keys = [w.key for w in candidate.words]
    known = lookalikes()
    return any(" ".join(keys[:n]) in known for n in range(2, min(len(keys), 4) + 1))


def knows(key: str) -> int:
    """The code of a folded word."""
    return codes().get(key, 0)
