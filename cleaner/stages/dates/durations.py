"""Durations: three years, a two-week trip, the past five days, weeks on end."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.reckoning import duration, shift
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import NUMBERS, UNIT_WORDS, listed, number, unit

durations = Family("durations")
_STARTS = listed("# a an several few many some half couple dozens hundreds thousands countless multiple numerous")
_STARTS += NUMBERS


@durations.row(
    _STARTS,
    r"(?:{fuzzy}|{number})(?:-and-a-(?P<halves>half))?(?:(?: to | or | ?[-–] ?){number:to})? ?{adjective}?{unit}(?!-)"
    r"(?P<half> and a half)?(?! (?:old|of age)\b)",
    finds={
        "three years": "P3Y",
        "nearly two hours": "PT2H",
        "a few days": "PXD",
        "half an hour": "PT30M",
        "24 hours": "PT24H",
        "two-and-a-half years": "P2Y6M",
        "a decade": "P10Y",
    },
    leaves=["a second chance", "a quarter of them", "30 years old", "a second", "60 Minutes", "a 1998 film"],
    lead="about the",
    attributive="[^s]$",
    needs=UNIT_WORDS,
)
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


@durations.row(
    listed(
        "last past next first final coming previous recent following latest preceding this these upcoming "
        "prior opening closing"
    ),
    r"(?P<which>last|past|next|first|final|coming|previous|recent|following|latest|preceding|these"
    r"|upcoming|prior|opening|closing|this past) (?:(?P<fuzzy>few|several|couple(?: of)?|many|half[ -]?)"
    r"|{number})[ -]?(?:full |consecutive |fiscal |trading |business |calendar |or so )?{unit}(?: or so\b)?(?!-)",
    finds={
        "the past five days": "P5D",
        "the next few weeks": "PXW",
        "the first nine months": "P9M",
        "the last couple of years": "P2Y",
    },
    leaves=["the first two men"],
    lead="the",
    needs=UNIT_WORDS,
)
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


@durations.row(
    ["#", *NUMBERS, "several", "multi", "half"],
    r"(?:(?P<fuzzy>several|multi|half)|{number})[ -]?(?P<half>and-a-half)?-{unit}(?P<old>[ -]olds?)?"
    r"(?P<long>-long)?\b"
    r"(?P<period> period\b)?",
    finds={"a two-week trip": "P2W", "30-year bonds": "P30Y", "multi-year": "PXY", "a 10-day-long siege": "P10D"},
    leaves=["a 12-year-old boy", "third-quarter"],
    needs=UNIT_WORDS,
)
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


@durations.row(
    listed("hours days weeks months years decades centuries minutes"),
    r"(?P<unit>hours|days|weeks|months|years|decades|centuries|minutes)\b(?P<way> (?:ago|earlier|later))?(?!['’-])",
    finds={"for years": "PXY", "weeks of talks": "PXW", "months ago": "PAST_REF", "in days": "PXD"},
    leaves=["the good old days", "five-star years"],
)
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


@durations.row(
    ["day", "week", "month", "year", "decade", "quarter"],
    r"(?:all )?(?P<unit>day|week|month|year|decade)[ -]long\b",
    finds={"a year-long study": "P1Y", "the decade-long war": "P10Y"},
    leaves=["a long day"],
)
def long(m: re.Match[str], scope: Scope) -> Found:
    """A year-long study."""
    return Found("DURATION", duration(1, unit(m["unit"])))


@durations.row(
    ["all", "whole", "entire"],
    r"(?:all|whole|entire) (?P<unit>day|week|month|year|decade|night)\b(?![ -]long|-)",
    finds={"all day": "P1D", "the whole week": "P1W"},
    leaves=["all days", "all daylight"],
    lead="the",
)
def all_of(m: re.Match[str], scope: Scope) -> Found:
    """All day, the whole week."""
    return Found("DURATION", duration(1, unit(m["unit"])))


@durations.row(
    ["year", "fiscal", "quarter", "week", "month"],
    r"(?:fiscal )?(?P<unit>year|quarter|week|month) (?=(?:that )?(?:ended|ending|ends)\b)",
    finds={"in the year ended March 31": "P1Y 1997-03-31"},
    leaves=["year endings"],
    lead="the",
)
def ended(m: re.Match[str], scope: Scope) -> Found:
    """The year ended March 31: a period, and its last day."""
    return Found("DURATION", duration(1, unit(m["unit"])), start=m.start(), end=m.end("unit"))


@durations.row(
    listed("day week month year hour weekend days weekends"),
    r"(?P<unit>days?|week|month|year|hour|weekend)\b(?!['’-])",
    finds={"have a nice day": "P1D", "a lazy weekend": "1998-W06-WE"},
    leaves=["a nice day", "the long weekend"],
)
def message(m: re.Match[str], scope: Scope) -> Found | None:
    """A bare unit, in a short message: "have a nice day"; in an article it is left alone."""
    if not scope.message:
        return None
    name = unit(m["unit"])
    if name == "weekend":
        return Found("DATE", shift(scope.today, 0, name))
    return Found("DURATION", duration("X" if m["unit"].lower() == "days" else 1, name))
