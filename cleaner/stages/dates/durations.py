"""Durations: three years, a two-week trip, the past five days, weeks on end."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.reckoning import duration, shift
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import NUMBERS, listed, number, unit

_STARTS = listed("# a an several few many some half couple dozens hundreds thousands countless multiple numerous")
_STARTS += NUMBERS


def counted(m: re.Match[str], scope: Scope) -> Found | None:
    """A number of units; "several" leaves the number open."""
    name, fuzzy = unit(m["unit"]), re.sub(r"\s+", " ", (m["fuzzy"] or "").lower())
    if _not_a_time(name, fuzzy, m, scope):
        return None
    if "half" in fuzzy:
        return Found("DURATION", duration(0.5, name))
    if fuzzy in ("a", "an") and m["half"]:
        return Found("DURATION", duration(1.5, name))
    return Found("DURATION", duration(_several(fuzzy) if fuzzy else _sum(m), name))


def _sum(m: re.Match[str]) -> float:
    """The number; of a range its upper end; with its half."""
    return number(m["to"] or m["number"]) + 0.5 * bool(m["half"] or m["halves"])


def _several(fuzzy: str) -> float | str:
    if fuzzy in ("a", "an"):
        return 1
    return 2 if "couple" in fuzzy else "X"


def _not_a_time(name: str, fuzzy: str, m: re.Match[str], scope: Scope) -> bool:
    """Second chances, quarters of a cake, 60 Minutes, Day One."""
    word = m["unit"]
    plural = word.lower().endswith("s")
    if name in ("second", "quarter", "night", "weekend") and (not plural or fuzzy in ("few", "some", "many")):
        return True
    if name == "quarter" and re.match(r"\s+(?:of|final)", scope.after(m.end())):
        return True
    titled = m[0].istitle() and re.match(r" [A-Z]", scope.text[m.end() : m.end() + 2])
    if word.istitle() and (m[0][0].isdigit() or titled):
        return True
    return plural if fuzzy in ("a", "an") else not plural and fuzzy in ("some", "many", "few")


def span(m: re.Match[str], scope: Scope) -> Found | None:
    """A period that ends or begins now, or that the text has named: the past five days."""
    name, fuzzy = unit(m["unit"]), (m["fuzzy"] or "").lower()
    if name == "second" and not m["unit"].endswith("s"):
        return None
    if fuzzy.startswith("half"):
        return Found("DURATION", duration(0.5, name))
    if name == "month" and m["which"].lower() in ("first", "latest"):
        scope.quarter = None  # from here on "a year earlier" compares these months
    n: float | str = 2 if fuzzy.startswith("couple") else "X" if fuzzy else number(m["number"])
    return Found("DURATION", duration(n, name))


def hyphened(m: re.Match[str], scope: Scope) -> Found | None:
    """A duration as an adjective; ages are left alone."""
    name = unit(m["unit"])
    if m["old"] or name == "quarter":
        return None
    if (m["fuzzy"] or "").lower() == "half":
        return Found("DURATION", duration(0.5, name))
    n = "X" if m["fuzzy"] else number(m["number"]) + 0.5 * bool(m["half"])
    article = m["period"] and re.search(r"\ba[ \n]\Z", scope.before(m.start(), 3))
    return Found("DURATION", duration(n, name), start=m.start() - 2 * bool(article), end=m.end())


def bare(m: re.Match[str], scope: Scope) -> Found | None:
    """Units without a number, if the words around them show that it is a duration."""
    if m["way"]:
        way = m["way"].strip().lower()
        return Found("DATE", "FUTURE_REF" if way == "later" else "PAST_REF")
    before = scope.before(m.start(), 16)
    if re.search(
        r"\b(?:for|in|within|after|over|through|take|takes|took|lasted?|spent|spend|of|and|by|until|only"
        r"|just)[ \n]+$",
        before,
    ) or re.match(r"\s+(?:before|after|of\b|to come|to\b|on end|if not)", scope.after(m.end())):
        return Found("DURATION", duration("X", unit(m["unit"])))
    return None


def long(m: re.Match[str], scope: Scope) -> Found:
    """A year-long study."""
    return Found("DURATION", duration(1, unit(m["unit"])))


def all_of(m: re.Match[str], scope: Scope) -> Found:
    """All day, the whole week."""
    return Found("DURATION", duration(1, unit(m["unit"])))


def ended(m: re.Match[str], scope: Scope) -> Found:
    """The year ended March 31: a period, and its last day."""
    return Found("DURATION", duration(1, unit(m["unit"])), start=m.start(), end=m.end("unit"))


def message(m: re.Match[str], scope: Scope) -> Found | None:
    """A bare unit, in a short message: "have a nice day"; in an article it is left alone."""
    if not scope.message:
        return None
    name = unit(m["unit"])
    if name == "weekend":
        return Found("DATE", shift(scope.today, 0, name))
    return Found("DURATION", duration("X" if m["unit"].lower() == "days" else 1, name))
