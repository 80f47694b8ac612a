"""Now, recently, in the past, soon: times without a date."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import listed

vague = Family("vague")
_PAST_NOUN = re.compile(r"\s+(?:tense|perfect|participle|few|several|couple|half|master|president)\b|-")


@vague.row(
    listed("now right currently nowadays presently these at present current"),
    r"(?:right now|now|currently|nowadays|presently|these days|at (?:the )?present(?: time)?|at (?:the"
    r"|this) moment(?! of)|at this time|present[ -]day|current(?! (?:account|affairs|and)))\b(?!-)",
    finds={"he is now": "PRESENT_REF", "at the moment": "PRESENT_REF", "currently": "PRESENT_REF"},
    leaves=["alternating currents", "Apocalypse Now", "at the time of", "from now on"],
)
def present(m: re.Match[str], scope: Scope) -> Found | None:
    """Now, currently, these days."""
    word = m[0]
    before = scope.before(m.start(), 14)
    if word == "Now" and re.search(r"[a-z,&][ \n]$", before):
        return None
    if word.lower() == "now" and re.match(r"[ \n]+on\b", scope.after(m.end())) and before.endswith("from "):
        return None
    start = m.start() + 3 if word.lower().startswith("at ") else m.start()
    return Found("DATE", "PRESENT_REF", start=start, end=m.end())


@vague.row(
    listed("recently more most lately recent past formerly former previously"),
    r"(?:(?:more |most )?recently|lately|recent (?P<unit>days|weeks|months|quarters|years|decades)"
    r"(?: and (?:weeks|months|years))?|recent|"
    r"(?P<past>past)|formerly|former|previously)\b(?!-)",
    finds={"recently": "PAST_REF", "in recent years": "PAST_REF", "in the past he": "PAST_REF"},
    leaves=["walked past the house", "half past nine", "the past president"],
)
def past(m: re.Match[str], scope: Scope) -> Found | None:
    """Recently, in the past, in recent weeks."""
    if m["past"]:
        if not re.search(r"\bin the[ \n]+$", scope.before(m.start())) or _PAST_NOUN.match(scope.after(m.end())):
            return None
        return Found("DATE", "PAST_REF", start=m.start() - 4, end=m.end())
    if m["unit"]:
        return Found("DATE", "PAST_REF")
    if m[0].lower() == "former" and not scope.narrative:
        return None
    if m[0] == "previously":
        return None
    return Found("DATE", "PAST_REF")


@vague.row(
    listed("soon future near foreseeable distant coming upcoming"),
    r"(?:soon(?! (?:after|as|before|became))|(?:near |foreseeable |distant )?future|(?:coming|upcoming) "
    r"(?P<unit>days|weeks|months|years|decades|quarters)(?: and (?:weeks|months|years))?)\b(?!['’s-])",
    finds={"soon": "FUTURE_REF", "in the future": "FUTURE_REF", "the coming weeks": "FUTURE_REF"},
    leaves=["crude futures", "as soon as", "his future wife", "soon after"],
    lead="the",
)
def coming(m: re.Match[str], scope: Scope) -> Found | None:
    """Soon, in the future, in the coming weeks."""
    if m["unit"]:
        return Found("DATE", "FUTURE_REF")
    low = m[0].lower()
    if "Future" in m[0]:
        return None  # a name
    if low == "soon" and scope.narrative:
        return None
    if low == "soon":
        return (
            Found("DATE", "FUTURE_REF")
            if not re.search(r"\b(?:as|too|how)[ \n]+$", scope.before(m.start(), 6))
            else None
        )
    if re.search(
        r"\bthe (?:near |foreseeable |distant |not-too-distant )?$", scope.before(m.start(), 24)
    ) and not re.match(r"\s+(?:of|[a-z]+(?:s|er|or)\b)", scope.after(m.end())):
        return Found("DATE", "FUTURE_REF")
    return None
