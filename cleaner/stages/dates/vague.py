"""Now, recently, in the past, soon: times without a date."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.scope import Scope

_PAST_NOUN = re.compile(r"\s+(?:tense|perfect|participle|few|several|couple|half|master|president)\b|-")


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
