"""Sets, which tell how often: every Friday, twice a week, daily. Examples assume Friday, 6 February 1998."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.reckoning import duration
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import (
    ADVERBS,
    PARTS,
    SEASONS,
    month,
    number,
    unit,
    weekday,
)


def every(m: re.Match[str], scope: Scope) -> Found | None:
    """Every Friday, each year, every other month."""
    if m["weekday"]:
        part = f"T{PARTS[m['when'].lower()]}" if m["when"] else ""
        return Found("SET", f"XXXX-WXX-{weekday(m['weekday'].removesuffix('s')) + 1}{part}")
    if m["part"]:
        return Found("SET", f"XXXX-XX-XXT{PARTS[m['part'].lower()]}")
    if m["season"]:
        return Found("SET", f"XXXX-{SEASONS[m['season'].lower()]}")
    if m["month"]:
        return Found("SET", f"XXXX-{month(m['month']):02d}") if m["month"][0].isupper() else None
    name = unit(m["unit"])
    if name == "second" and not m["unit"].endswith("s"):
        return None
    if name in ("night", "weekend"):
        return Found("SET", "XXXX-XX-XXTNI" if name == "night" else "XXXX-WXX-WE")
    n = 2 if m["other"] else number(m["number"]) if m["number"] else 1
    return Found("SET", duration(n, name))


def adverb(m: re.Match[str], scope: Scope) -> Found | None:
    """Daily, weekly, yearly; names of newspapers are left alone."""
    word = m["word"]
    if word[0].isupper() and not re.search(r"(?:^|[.!?\n]\s*|[“\"])$", scope.before(m.start(), 4)):
        return None
    if re.match(r"[ \n]+[A-Z]", scope.text[m.end() : m.end() + 3]):
        return None
    return Found("SET", ADVERBS[word.lower()])


def rate(m: re.Match[str], scope: Scope) -> Found | None:
    """So much a day, twice a week; "a day" alone is a duration."""
    before = scope.before(m.start(), 28)
    per = m[0].lower().startswith("per")
    if m["unit"].lower() == "second" and not per:
        return None
    if (
        m["times"]
        or per
        or re.search(
            r"\d[ \n]+$|\b(?:million|billion|thousand|hundred|times|barrels|dollars|cents|pounds|percent|people|%"
            r"|hours|days|tons|tonnes|miles|units|cups|drinks|once|twice|thrice)[ \n]+$",
            before,
        )
    ):
        return Found("SET", duration(1, unit(m["unit"])))
    return None


def weekdays(m: re.Match[str], scope: Scope) -> Found | None:
    """Tuesdays, Sunday nights, weekends."""
    if m["word"]:
        return Found(
            "SET", {"weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD"}.get(m["word"].lower(), "XXXX-XX-XXTNI")
        )
    name = m["weekday"] or m["one"]
    if m["weekday"] and not m["when"] and re.search(r"\b(?:the|former)[ \n]\Z", scope.before(m.start(), 8)):
        return None
    if not name.lower().endswith("day"):
        return None
    part = m["when"] or m["many"]
    return Found("SET", f"XXXX-WXX-{weekday(name) + 1}" + (f"T{PARTS[part.lower()]}" if part else ""))
