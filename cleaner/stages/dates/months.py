"""Months with or without a year, and pairs of months. Examples assume Friday, 6 February 1998.

"May" may be a verb or a name, "March" a verb, and "Jan", "April", "June" and "August" people: a month without a day or
a year needs a word before it that goes with months.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found, date_range
from cleaner.stages.dates.reckoning import month_value
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import MONTHS, month

_FROM_MONTH = re.compile(r"\b(?:from|between) (?:early |late |mid-)?(?:" + "|".join(MONTHS) + r")\.? to $")
_PREPOSITION = re.compile(
    r"\b(?:in|of|since|by|until|till|through|throughout|during|from|late|early|mid|last|next|this|for|and"
    r"|to|or|between|"
    r"before|after|around|about|every|each|end|beginning|on|is|was|,)[ \n-]+$"
)


def months_of_year(m: re.Match[str], scope: Scope) -> list[Found]:
    """Two months of one year: "July–November 1954"."""
    year, a, b = int(m["year"]), month(m["month"]), month(m["to"])
    first = month_value(year - (a > b), a)
    return date_range(first, m.start(), m.end("month"), month_value(year, b), m.start("to"), m.end())


def month_year(m: re.Match[str], scope: Scope) -> Found | None:
    """A month with its year, named or counted: "December of last year"."""
    mo = month(m["month"])
    if m["year"]:
        return Found("DATE", month_value(int(m["year"]), mo))
    which = m["which"].lower()
    base = scope.today if which in ("last", "this", "next") else scope.last
    step = {"last": -1, "next": 1, "the previous": -1, "the following": 1}.get(which, 0)
    return Found("DATE", month_value(base.year + step if base else None, mo))


def month_alone(m: re.Match[str], scope: Scope) -> Found | None:
    """A month without its year: last August, this June, or the nearest one that the tense allows."""
    name, which = m["month"].lower(), (m["which"] or "").lower()
    if not m["month"][0].isupper() and (not which or name in ("may", "march", "mar", "sec", "dec", "jun", "sep")):
        return None
    if not which and not _is_month(name, m, scope):
        return None
    mo = month(name)
    return Found("DATE", month_value(_which_year(mo, which, m, scope), mo))


def _is_month(name: str, m: re.Match[str], scope: Scope) -> bool:
    """Is this word a month here, and not a name or a verb?"""
    before = scope.before(m.start())
    preposed = _PREPOSITION.search(before) is not None
    if name == "march" and re.search(r"\b(?:to|for|the|a)[ \n]+$", before) and not _FROM_MONTH.search(before):
        return _is_attributive(m, scope)
    if name == "may" and _is_attributive(m, scope):
        return True
    if name in ("may", "mar") and (not preposed or re.search(r"(?:\b(?:and|to|or|about|on|is|was)|,)[ \n]+$", before)):
        return bool(re.search(r"[a-z]{3,9} (?:and|to|or)[ \n]$", before)) and any(
            w in before.split()[-2:-1] for w in MONTHS
        )
    if len(name) <= 4 and name not in ("june", "july"):
        return name.endswith(".") or bool(preposed and not re.match(r" [A-Z]|[’']s", scope.text[m.end() : m.end() + 2]))
    if name == "march" and not preposed and re.match(r"\s+(?:on|of|for|against|toward|by)\b", scope.after(m.end())):
        return False
    named = re.match(r"[ \n]+[A-Z][a-z]+", scope.text[m.end() : m.end() + 8])
    return not (
        named
        and name in ("april", "june", "august", "march")
        and not re.search(r"\b(?:in|of|since|by|until|from|during)[ \n]+(?:early |late |mid-)?$", before)
    )


def _is_attributive(m: re.Match[str], scope: Scope) -> bool:
    """The May election, its March meeting: an article before it and a noun behind it."""
    return m["month"][0].isupper() and bool(
        re.search(r"\b(?:the|its|their|his|her|a)[ \n]+$", scope.before(m.start()))
        and re.match(
            r" (?!on\b|of\b|for\b|against\b|to\b|was\b|is\b|has\b|had\b|will\b|and\b|in\b)[a-z]{4,}",
            scope.text[m.end() : m.end() + 12],
        )
    )


def _which_year(mo: int, which: str, m: re.Match[str], scope: Scope) -> int | None:
    now = scope.today
    if not which:
        return scope.year_of(mo, None, m.start("month"), m.end())
    if now is None:
        return None
    if which in ("last", "past"):
        return now.year - (mo >= now.month - 1)
    return now.year + (mo <= now.month) if which in ("next", "coming") else now.year
