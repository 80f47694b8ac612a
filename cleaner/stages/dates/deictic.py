"""Days relative to the day of speaking: yesterday, tonight, Friday, next Monday.

A bare weekday is past or future, depending on the tense around it. Examples assume Friday, 6 February 1998.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.reckoning import day, plus_days
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import DEICTIC, MONTHS, WEEKDAYS, weekday

_NAME = re.compile(r"[A-Z][A-Za-z]+[ \n]\Z")
_PAPER = re.compile(rf"[Tt]he [A-Z][a-z]+day (?!(?:{'|'.join(name.capitalize() for name in MONTHS)})\b)[A-Z][a-z]+")
_ALSO_EVERY = re.compile(rf"\b(?:every|each) (?:(?:{'|'.join(WEEKDAYS)}),? )+(?:and |or )?\Z")
_THAT = re.compile(r"\bthat (?:same |early |late )*$")
_SHOW = re.compile(r" (?:Night|Morning|Evening|Afternoon)s? [A-Z]")
_BESIDE = re.compile(rf"\s?[,-]?\s?(?:\d|(?:{'|'.join(MONTHS)})\b)", re.I)


def today(m: re.Match[str], scope: Scope) -> Found | None:
    """Yesterday, today, tomorrow."""
    if m["word"] and m["word"][0].isupper() and _names_paper(m, scope):
        return None
    step = DEICTIC[m["word"].lower()] if m["word"] else -2 if "before" in m["two"].lower() else 2
    return Found("DATE", day(plus_days(scope.speaking(m.start()), step)))


def _names_paper(m: re.Match[str], scope: Scope) -> bool:
    """USA TODAY, Russia Today: capitals behind a name, in a line that is not in capitals as a whole."""
    if not _NAME.search(scope.text, max(0, m.start() - 14), m.start()):
        return False
    around = scope.text[max(0, m.start() - 60) : m.end() + 60]
    return m["word"].istitle() or around.upper() != around


def tonight(m: re.Match[str], scope: Scope) -> Found | None:
    """The night of the day of speaking."""
    if m["word"].lower() == "overnight" and not re.match(r"\s*(?:[.,;]|$|\n|and\b|to\b|on\b)", scope.after(m.end())):
        return None
    if m["word"] == "Tonight" and scope.after(m.end(), 5) == " show":
        return None
    return Found("TIME", f"{day(scope.now)}TNI")


def weekday_name(m: re.Match[str], scope: Scope) -> Found | None:
    """A weekday by itself: the tense tells whether it is past or future."""
    name, which = m["weekday"], (m["which"] or "").lower()
    if not name.lower().endswith("day") and not _is_short_weekday(name, which, m, scope):
        return None
    if not which and re.search(
        r"\b(?:black|good|ash|palm|bloody|holy|cyber|super|fat|easter)[ \n]$", scope.before(m.start(), 8)
    ):
        return None
    if _SHOW.match(scope.text, m.end()) or (not which and _PAPER.match(scope.text, max(0, m.start() - 4))):
        return None  # Saturday Night Live, the Sunday Times
    n = weekday(name)
    if _ALSO_EVERY.search(scope.before(m.start(), 40)):
        return Found("SET", f"XXXX-WXX-{n + 1}", start=m.start(), end=m.end())
    if not which and _THAT.search(scope.before(m.start(), 18)) and (story := scope.that_day(m.start())):
        return Found("DATE", day(plus_days(story, (n - story.weekday()) % 7)), start=m.start(), end=m.end())
    which = {"this coming": "next", "this past": "last"}.get(which, which)
    d = scope.weekday(n, m.start(), m.end(), which)
    return Found("DATE", day(d) if d else f"XXXX-WXX-{n + 1}", start=m.start(), end=m.end())


def _is_short_weekday(name: str, which: str, m: re.Match[str], scope: Scope) -> bool:
    """Abbreviations must look like ones: "Fri.", "on Tue", "this sat, 7pm"; "the Sun" is a paper and "sat" a verb."""
    before = scope.before(m.start(), 10)
    low = name.lower().rstrip(".")
    if which:
        return name[0].isupper() or low in ("fri", "tue", "wed", "mon", "thu", "thurs", "tues")
    if not name[0].isupper():
        return False
    if low not in ("sun", "sat", "mon", "wed"):
        return True
    preposed = re.search(r"\b(?:on|every|and|until|till)[ \n]$", before)
    named = re.match(r" [A-Z]", scope.text[m.end() : m.end() + 2]) and not name.endswith(".")
    return bool((preposed and not named) or _BESIDE.match(scope.text, m.end()))
