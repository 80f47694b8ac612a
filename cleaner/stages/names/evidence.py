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
       | \ ?,?\ (?:who|whose|himself|herself)\b(?P<who>)
       | \ \(\ ?(?P<country>[A-Z][\w.]*(?:\ [A-Z]\w+)?)\ ?[,)]
       | \ ?/\ ?(?:Pool|File|AFP|AP|Getty|REUTERS|Reuters|Handout)(?P<byline>)
       | \ ?,\ (?:(?:an?|the|its|his|her|their|our|who|senior|former|chief|head|executive|deputy|managing|general|vice|then|\d\d)\ (?:,\ )?){0,3}
         (?P<apposition>[a-z][\w-]+(?:\ [a-z][\w-]+)?)
       | \ ?,\ (?P<comma_place>[A-Z][\w.]+)""",
    re.VERBOSE,
)
_PRONOUN = re.compile(r"[ .,”\"]{1,3}[^\n]{0,60}?\b(?:he|He|she|She|his|His|her|Her|him)\b")
_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*) ?(/|,)?[ \u00a0]$")
_SAID_BEFORE = frozenset("said says told asked added wrote replied explained recalled quipped insisted warned".split())
_WITHIN = frozenset(
    "in at near from around across outside inside throughout into via toward towards within off beyond to".split()
)
_THE = frozenset("the a an this its our these".split())
_KIN = frozenset(
    "father mother brother sister son daughter wife husband uncle aunt cousin nephew niece grandson granddaughter sons fiance "
    "daughters brothers sisters parents boyfriend girlfriend partner fiancee grandfather grandmother widow "
    "ex-wife ex-husband stepfather stepmother friend twins".split()
)
_BYLINE = re.compile(
    r"(?:\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled|[Pp]hotos?|[Pp]hotograph|[Ww]ords|[Ss]tory) by"
    r"|REUTERS ?/|Getty Images ?/|AP Photo ?/) $"
)
_FORMS = (
    "ov ova ev eva enko chuk czyk ski sky skiy skyy cki ska vic ich ovich evich sson sen dottir yan ian adze idze shvili "
    "berg stein mann baum feld opoulos akis ides oglu zadeh pour nejad vski wicz wski escu eanu inho ini etti elli ello "
    "ucci acci asso oux eau aux ault quez guez dze nen nnen aite auskas anov inov"
).split()  # noqa: SIM905
_SURNAME_FORMS = tuple(form for form in _FORMS if len(form) > 2)
_MIDDLE = re.compile(r"[A-Z](?:\.-?[A-Z])*\.?$")


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(files("cleaner").joinpath("data/names/weights.toml").read_text(encoding="utf-8"))


def weigh(seen: Iterable[str], table: str) -> float:
    """The sum of the evidence in the table ``full`` or ``single``, less its limit: a person from 0 on."""
    weights = _weights()[table]
    return sum(weights.get(name, 0.0) for name in seen) - weights["limit"]


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
    if len(core) == 2 and len(core[1].key) == 1 and text[core[1].end - 1] == ".":
        yield "initial_last"


def _graded(core: list[Word], single: bool) -> Iterator[str]:
    for i, item in enumerate(core):
        code = item.code
        named = given(code) | family(code)
        if i == len(core) - 1:
            if family(code):
                yield f"family_{family(code)}"
            elif item.key.startswith(("al-", "el-", "o'", "d'")) or (item.key.endswith(_SURNAME_FORMS) and not word(code)):
                yield "family_form"
            elif not code:
                yield "unlisted"
        elif not code and len(item.key) > 2:
            yield "unlisted_first" if i == 0 and _named_last(core[-1]) else "unlisted"
        if single and given(code):
            yield f"given_{given(code)}"
        if word(code) and not code & KNOWN and (single or not named):
            yield f"plain_{word(code)}"
        if place(code) and (single or not (i == 0 and given(code) > 1)):
            yield f"place_{place(code)}"
        if single and code & KNOWN:
            yield "known"
        if single and len(item.key) < 4 and not code:
            yield "short"


def _named_last(last: Word) -> bool:
    return bool(family(last.code)) and not word(last.code) and not place(last.code)


def _left(text: str, candidate: Candidate) -> Iterator[str]:
    start = candidate.start
    if candidate.before & HONORIFIC:
        yield "honorific"
    elif candidate.before & ROLE:
        yield "office"
    elif candidate.before & (ORGANIZATION | PLACE):
        yield "named_after"
    head = text[max(0, start - 24) : start].rstrip("“\"'‘ \u00a0")
    if not head or head[-1] in ".!?:\n•":
        yield "opens"
        if len(candidate.core) == 1 and word(candidate.core[0].code) > 1:
            yield "opens_plain"
        return
    if candidate.before:
        return
    if _BYLINE.search(text, max(0, start - 24), start):
        yield "byline"
    elif match := _BEFORE.search(text, max(0, start - 24), start):
        yield from _beside(match[1], match[2] or "")


def _beside(last: str, mark: str) -> Iterator[str]:
    """What the word in front of a name says; a comma may stand between."""
    if last in _KIN:
        yield "kin"
    elif mark:
        return
    elif last in _THE:
        yield "the"
    elif last in _WITHIN:
        yield "within"
    elif last in _SAID_BEFORE:
        yield "said"
    elif last in ("by", "By"):
        yield "by"
    elif last[0].islower() and (code := code_of(last)) & (ROLE | HONORIFIC | ORGANIZATION):
        yield "role" if code & (ROLE | HONORIFIC) else "firm"


def _right(text: str, candidate: Candidate) -> Iterator[str]:
    if _PRONOUN.match(text, candidate.end):
        yield "pronoun"
    match = _AFTER.match(text, candidate.end)
    if match is None:
        return
    name = match.lastgroup or ""
    if name == "apposition":
        if any(code_of(w) & (ROLE | HONORIFIC) or w in _KIN for w in match["apposition"].split()):
            yield "apposition"
    elif name == "comma_place":
        if place(code_of(match["comma_place"])) == 3:
            yield "comma_place"
    elif name != "country":
        yield name
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
