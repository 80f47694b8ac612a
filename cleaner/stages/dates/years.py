"""Years, decades and centuries, in digits and in words. Examples assume Friday, 6 February 1998."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found, date_range
from cleaner.stages.dates.reckoning import month_value
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import (
    COUNTED,
    DECADES,
    ONES,
    SEASONS,
    month,
    number,
    ordinal,
)

_CAR = re.compile(
    r" (?:model|(?:Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Ferrari|Fiat|Ford|GMC"
    r"|Honda|Hyundai|Jaguar|"
    r"Jeep|Kia|Lexus|Lincoln|Mazda|Mercedes|Mercury|Nissan|Oldsmobile|Plymouth|Pontiac|Porsche|Renault|Subaru|Tesla|"
    r"Toyota|Volkswagen|Volvo)\b)"
)
_LABEL = re.compile(
    r"[$£€#./:]$|\d[,-]$|\b(?:no|flight|route|room|page|section|model|channel)\.? ?$|(?:^|\W)[a-z]{1,2}-$"
)
_PLURAL = re.compile(r"\s+[a-z]{1,15}s\b")
_INTRODUCED = re.compile(
    r"\b(?:in|of|since|by|from|to|until|early|late|mid|the|and|after|before|during|circa|around|about|between|[-–,(])"
    r"[ \n(-]*$"
)
_QUOTED = ("“”", '""', "‘’", "''")
_ADDRESS = re.compile(
    r" (?:[NSEW]\.? )?[A-Z][a-z]+ (?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Lane|Way|Place)\b"
)
_DESIGNATION = re.compile(r" [A-HJ-Y][A-HJ-Z]\d*\b")
_BODY = re.compile(r"\b(?:asteroids?|comets?|minor planet|near-Earth|space rock|meteors?|astronomers?|NASA)\b")


def year_alone(m: re.Match[str], scope: Scope) -> Found | None:
    """A year: four digits that do not count something."""
    named = len(m[0]) > 4
    if _counts(m, scope, named):
        return None
    start = m.start() if (m["fiscal"] or "").lower() != "calendar" else m.start("year")
    if m[0].lower().startswith("year"):
        the = scope.before(m.start(), 4) == "the "
        start = m.start() - 4 if the else m.start("year")
    return Found("DATE", m["year"], start=start, end=m.end())


def _counts(m: re.Match[str], scope: Scope, named: bool) -> bool:
    """Does the number count or label something: people, a flight, a model of car?"""
    before = scope.before(m.start("year"), 20)
    if _LABEL.search(before) or _CAR.match(scope.text, m.end()):
        return True
    year = int(m["year"])
    if scope.published and year > scope.published.year + 80:
        return True
    if named:
        return False
    if (
        COUNTED.match(scope.after(m.end()))
        or _is_name(m, scope)
        or (year < 1900 and _PLURAL.match(scope.text, m.end()))
    ):
        return True
    return year < 1850 and not scope.narrative and not _INTRODUCED.search(before)


def _is_name(m: re.Match[str], scope: Scope) -> bool:
    """The novel "1984", the asteroid 2014 RC, 1600 Pennsylvania Avenue."""
    around = scope.text[m.start() - 1 : m.start()] + scope.text[m.end() : m.end() + 1]
    if around in _QUOTED or _ADDRESS.match(scope.text, m.end()):
        return True
    if int(m["year"]) < 1850 and re.match(r" [A-Z][a-z]", scope.text[m.end() : m.end() + 3]):
        return re.search(r"\b(?:at|of|outside|near)[ \n]$", scope.before(m.start(), 9)) is not None
    return _DESIGNATION.match(scope.text, m.end()) is not None and bool(
        _BODY.search(scope.text, max(0, m.start() - 80), m.end() + 80)
    )


def joined(m: re.Match[str], scope: Scope) -> list[Found] | None:
    """Two years joined by a dash or a slash: "2009–10"."""
    if re.search(r"[$£€#./:]$|\d[,-]$", scope.before(m.start(), 3)):
        return None
    group = "short" if m["short"] else "long"
    last = m["long"] or m["year"][:2] + m["short"]
    if not int(m["year"]) < int(last) < int(m["year"]) + 500:
        return None
    return date_range(m["year"], m.start(), m.end("year"), last, m.start(group), m.end())


def spelled(m: re.Match[str], scope: Scope) -> Found | None:
    """Years in words, as in broadcast transcripts: "nineteen ninety-seven"."""
    if m["thousand"]:
        if (
            not m["month"]
            and m[0][0] not in "yY"
            and not re.search(r"\b(?:in|since|by|until|of)[ \n]+$", scope.before(m.start()))
        ):
            return None
        year = 2000 + int(number(m["few"]) if m["few"] else 0)
    else:
        rest = (m["rest"] or "").lower()
        if m["century"].lower() == "twenty" and rest not in ONES[10:] and not m["month"]:
            return None
        year = 100 * int(number(m["century"])) + int(number(rest.replace("oh", "")))
    return Found("DATE", month_value(year, month(m["month"])) if m["month"] else str(year))


def era(m: re.Match[str], scope: Scope) -> list[Found] | Found | None:
    """Years before and after Christ."""
    if not m["era"].isupper() and "." not in m["era"]:
        return None
    first = int(m["from"])
    prefix = "BC" if m["era"][0] in "bB" else ""
    if not m["to"]:
        part = f"-{month(m['month']):02d}" if m["month"] else f"-{SEASONS[m['season'].lower()]}" if m["season"] else ""
        return Found("DATE", f"{prefix}{first:04d}{part}")
    end = m.end("from")
    return date_range(f"{prefix}{first:04d}", m.start(), end, f"{prefix}{int(m['to']):04d}", m.start("to"), m.end())


def decade(m: re.Match[str], scope: Scope) -> Found | None:
    """A decade in figures; "in his 60s" is an age and "the low 70s" the weather."""
    if not m["century"] and (len(re.findall(r"\d", m[0])) != 2 or not _is_decade(m, scope)):
        return None
    start = m.start() - (scope.text[m.start() - 1 : m.start()] in ("'", "’"))
    century = m["century"] or ("20" if m["decade"] in "01" else "19")
    return Found("DATE", century + m["decade"], start=start, end=m.end())


def _is_decade(m: re.Match[str], scope: Scope) -> bool:
    before = scope.before(m.start())
    if re.search(r"['’]$", before):
        return True
    if re.search(
        r"\b(?:his|her|their|my|our|your|in|upper|low|high|temperatures|lower|people|women|men)[ \n]+(?:the "
        r"|early |mid-?|late )*$",
        before,
    ) and not re.search(r"\bin the (?:early |late |mid-?)?$", before):
        return False
    return bool(re.search(r"\bthe (?:early |late |mid-?|middle )?$", before)) and not re.search(
        r"\b(?:temperatures?|degrees|highs|lows|upper|age)\b", scope.before(m.start(), 60)
    )


def short_year(m: re.Match[str], scope: Scope) -> Found | None:
    """'68, after a word that goes with years."""
    if not re.search(r"\b(?:in|of|since|until|from|to)[ \n]['’]$", scope.before(m.start(), 9)):
        return None
    century = 1900 if int(m["short"]) > 40 else 2000
    return Found("DATE", str(century + int(m["short"])), start=m.start() - 1, end=m.end())


def decade_word(m: re.Match[str], scope: Scope) -> Found | None:
    """A decade in words."""
    if not re.search(r"\bthe (?:roaring |swinging |early[ -]|late[ -]|mid[ -]?)?$", scope.before(m.start(), 22)):
        return None
    return Found("DATE", f"19{DECADES[m['word'].lower()] // 10}")


def century(m: re.Match[str], scope: Scope) -> Found | None:
    """A century by its number; 20th Century Fox is a name."""
    if "Century" in m[0] and re.match(r" [A-Z]", scope.text[m.end() : m.end() + 2]):
        return None
    return Found("DATE", f"{'BC' if m['bc'] else ''}{ordinal(m['ordinal']) - 1:02d}")
