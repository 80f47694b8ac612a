"""Sets, which tell how often: every Friday, twice a week, daily. Examples assume Friday, 6 February 1998."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.reckoning import duration
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import PARTS, SEASONS, UNIT_WORDS, WEEKDAYS, listed, month, number, unit, weekday

sets = Family("sets")
_PLURALS = [f"{day}s" for day in WEEKDAYS if day.endswith("day")]
_PLURALS += listed("weekends weekdays weeknights mornings afternoons evenings nights")
_ADVERBS = {
    "annually": "P1Y", "yearly": "P1Y", "monthly": "P1M", "weekly": "P1W", "daily": "P1D",
    "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "fortnightly": "P2W",
    "biannually": "P6M", "everyday": "P1D",
}  # fmt: skip


@sets.row(
    ["every", "each"],
    r"(?:every|each) (?:single |and every )?(?:(?:(?P<other>other)|{number}|{ordinal}) )?(?:{unit}"
    r"|{weekday}s?(?: {part:when})?|{part}|{season}|{month})\b(?! of the\b)",
    finds={
        "every day": "P1D",
        "every Friday": "XXXX-WXX-5",
        "every two weeks": "P2W",
        "every other year": "P2Y",
        "each summer": "XXXX-SU",
        "every morning": "XXXX-XX-XXTMO",
        "every October": "XXXX-10",
    },
    leaves=["every second of it", "each of the days"],
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


@sets.row(
    _ADVERBS,
    r"(?P<word>" + "|".join(_ADVERBS) + r")\b",
    finds={"updated daily": "P1D", "paid yearly": "P1Y"},
    leaves=["the Daily Mail", "Publishers Weekly said", "a quarterly Review"],
)
def adverb(m: re.Match[str], scope: Scope) -> Found | None:
    """Daily, weekly, yearly; names of newspapers are left alone."""
    word = m["word"]
    if word[0].isupper() and not re.search(r"(?:^|[.!?\n]\s*|[“\"])$", scope.before(m.start(), 4)):
        return None
    if re.match(r"[ \n]+[A-Z]", scope.text[m.end() : m.end() + 3]):
        return None
    return Found("SET", _ADVERBS[word.lower()])


@sets.row(
    ["a", "an", "per", "once", "twice"],
    r"(?:(?P<times>once|twice) )?(?:a|an|per) (?P<unit>second|minute|hour|day|night|week|month|quarter"
    r"|year|decade)\b(?! (?:ago|earlier|later|before|after|old|or so|in)\b|-|['’])",
    finds={
        "$30 million a year": "P1Y",
        "300,000 barrels a day": "P1D",
        "twice a week": "P1W",
        "40 hours per week": "PT40H P1W",
    },
    leaves=["for a year", "it took a day", "a year ago", "a week in June"],
    needs=UNIT_WORDS,
)
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


@sets.row(
    [*_PLURALS, *WEEKDAYS],
    r"(?:(?P<plural>{weekday})s\b(?: {part:when})?|{weekday:one} (?P<many>mornings|afternoons|evenings"
    r"|nights)|(?P<word>weekends|weekdays|weeknights))\b(?!['’])",
    finds={"on Tuesdays": "XXXX-WXX-2", "Sunday nights": "XXXX-WXX-7TNI", "on weekends": "XXXX-WXX-WE"},
    leaves=["Wednesday's vote", "a former Saturdays singer"],
    needs=_PLURALS,
)
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
