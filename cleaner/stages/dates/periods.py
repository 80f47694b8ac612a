"""Quarters and halves, seasons, and other periods. Examples assume Friday, 6 February 1998."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import SEASONS, ordinal

_GAME = re.compile(
    r"\b(?:touchdowns?|yards?|rebounds?|interception|field goal|quarterback|jumper|3-pointer|halftime|fouls?|"
    r"free throws?|left the court|overtime|coach|scored|tipoff|kickoff|dunk|layup|assists)\b",
    re.I,
)
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "the same": 0, "that": 0, "next": 1, "coming": 1}
_OF_YEAR = (
    r"(?:,? (?:of |in )?(?:(?:fiscal |calendar )?{year}\b|(?P<which>last|this|next|the previous|the same) year\b)"
)
_OF_YEAR += r"| of the (?P<the>year)\b)?"


def _quarter(year: int | None, kind: str, n: int) -> str:
    return f"{year:04d}-{kind}{n}" if year else f"XXXX-{kind}{n}"


def quarter(m: re.Match[str], scope: Scope) -> Found | None:
    """A quarter of a year, or a half if the year is named, since matches have halves, too."""
    kind = m["kind"][0].upper()
    named = m["year"] or m["owner"] or m["poss"] or m["which"] or m["the"]
    n = ordinal(m["ordinal"]) if m["ordinal"] else 4 if kind == "Q" else 2
    if n > (4 if kind == "Q" else 2) or not (named or (kind == "Q" and m["ordinal"] and not _in_match(m, scope))):
        return None
    return Found("DATE", _quarter(_owner_year(m, scope) if named else _latest_year(n, scope, m), kind, n))


def _in_match(m: re.Match[str], scope: Scope) -> bool:
    """A quarter of a ball game."""
    return bool(_GAME.search(scope.text, max(0, m.start() - 90), m.end() + 90))


def _owner_year(m: re.Match[str], scope: Scope) -> int | None:
    if m["year"] or m["owner"]:
        return int(m["year"] or m["owner"])
    which = (m["which"] or m["poss"] or "").lower()
    base = scope.today if which in ("last", "this", "next") else scope.last
    step = {"last": -1, "next": 1, "the previous": -1}.get(which, 0)
    return base.year + step if base else None


def _latest_year(n: int, scope: Scope, m: re.Match[str]) -> int | None:
    """The year of a quarter without one: this year if the quarter has begun or the text is about the future."""
    now = scope.today
    if now is None:
        return None
    current = (now.month - 1) // 3 + 1
    return now.year - (n > current and not scope.future(m.start(), m.end()))


def q(m: re.Match[str], scope: Scope) -> Found | None:
    """Q3, H1: how the financial press writes it."""
    named, kind, n = m["year"] or m["before"], m["kind"], int(m["n"])
    if not kind.isupper() or (kind == "H" and (n > 2 or not named)) or (not named and " " in m[0]):
        return None
    return Found("DATE", _quarter(int(named) if named else _latest_year(n, scope, m), kind, n))


def the_quarter(m: re.Match[str], scope: Scope) -> Found | None:
    """The quarter that was named last; "the latest" is the last that has ended."""
    which, noun = (m["which"] or "").lower(), m["noun"]
    if noun[0].isupper() or (noun.lower() == "period" and which not in ("latest", "same")):
        return None
    if not re.search(r"\bthe[ \n]+$", scope.before(m.start())) and which != "that":
        return None
    if re.match(r"\s+(?:of|million|century)\b", scope.after(m.end())):
        return None
    value = scope.count(-1, "quarter") if which == "latest" else scope.quarter
    if value and (m["year"] or m["ago"]):
        value = (m["year"] or f"{int(value[:4]) - 1:04d}") + value[4:]
    end = m.end("ago") if m["ago"] else m.end("noun")
    return Found("DATE", value, start=m.start(), end=end) if value else None


def year_period(m: re.Match[str], scope: Scope) -> Found:
    """The 1996 period: the quarter that the text is about, in another year."""
    return Found("DATE", m["year"] + (scope.quarter[4:] if scope.quarter else ""))


def season(m: re.Match[str], scope: Scope) -> Found | None:
    """A season; "fall" and "spring" may also be verbs."""
    word, which = m["season"], (m["which"] or m["of"] or "").lower()
    if not (which or m["year"] or m["short"]) and not _is_season(word, m, scope):
        return None
    if (
        word.lower() == "fall"
        and not m["year"]
        and re.match(r"\s+(?:in|of|from|to|by|below)\b", scope.after(m.end()))
        and which != "last"
    ):
        return None
    if re.match(r" (?:Olympic|Games|Street|Paralympic|of [A-Z])", scope.text[m.end() : m.end() + 12]) and not m["year"]:
        return None
    code = SEASONS[word.lower()]
    short = m["short"] and int(m["short"]) + (1900 if int(m["short"]) > 40 else 2000)
    year = int(m["year"]) if m["year"] else short or _season_year(code, which, scope, m)
    return Found("DATE", f"{year:04d}-{code}" if year else f"XXXX-{code}")


def _is_season(word: str, m: re.Match[str], scope: Scope) -> bool:
    before = scope.before(m.start())
    if (scope.narrative and word.lower() in ("summer", "winter", "autumn")) or (
        scope.narrative and before.endswith("the ")
    ):
        return not re.match(r"\s+(?:of|in)\b", scope.after(m.end())) or word.lower() != "fall"
    if word.lower() == "fall":
        return bool(re.search(r"\b(?:in|by|during|until|since|through) the[ \n]+$", before)) and not re.match(
            r"\s+of\b", scope.after(m.end())
        )
    if word[0].isupper() and re.match(r"[ -][A-Z]", scope.text[m.end() : m.end() + 2]):
        return False
    return bool(
        re.search(
            r"\b(?:in|by|during|until|since|of|through|throughout|early|late|mid|this|for)[ \n-]+(?:the[ \n]+)?$",
            before,
        )
    )


_FAR_AHEAD = 5
"""Months. "This summer" is past in January, where a verb of the past says so."""


def _season_year(code: str, which: str, scope: Scope, m: re.Match[str]) -> int | None:
    now = scope.today
    if now is None:
        return None
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code]
    if which == "that" and not scope.narrative:
        story = scope.near_story(m.start())
        return story.year if story else None
    if which in ("last", "past", "previous"):
        return now.year - (middle >= now.month)
    if which in ("next", "coming", "following"):
        return now.year + (middle <= now.month)
    if which == "this" and middle - now.month > _FAR_AHEAD:
        return now.year - scope.is_too_late(f"{now.year}-{code}", m.start(), m.end())
    if which or scope.narrative or abs(middle - now.month) < 2:
        return now.year
    return scope.year_of(middle, None, m.start(), m.end())


def end_of(m: re.Match[str], scope: Scope) -> Found:
    """The end of the year, month or quarter that the text is about."""
    name = (m["unit"] or m["of"]).lower()
    if m[0].lower() == "year-end" and scope.today:
        return Found("DATE", f"{scope.today.year}-12-31")
    return Found("DATE", scope.count(0, name), "END")
