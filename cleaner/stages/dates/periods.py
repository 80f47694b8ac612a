"""Quarters and halves, seasons, and other periods. Examples assume Friday, 6 February 1998."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Family, Found
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import SEASONS, listed, ordinal

periods = Family("periods")
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


@periods.row(
    listed("first second third fourth 1st 2nd 3rd 4th fiscal final #4 #1 this last next"),
    r"(?:(?:{year:owner}|(?P<poss>this|last|next) year)(?:['’]s)? )?(?:fiscal[ -])?(?:{ordinal}|final)[ -]"
    r"(?:fiscal[ -])?"
    r"(?P<kind>quarter|half)\b(?!-(?:hour|mile|century|finals?)|back|[ -]cent)" + _OF_YEAR,
    finds={
        "the third quarter of 1984": "1984-Q3",
        "the second half of 1996": "1996-H2",
        "third-quarter earnings": "1997-Q3",
        "first-quarter profit": "1998-Q1",
        "1997's fourth quarter": "1997-Q4",
        "the second quarter of last year": "1997-Q2",
    },
    leaves=["the second half of the match", "second-half goal", "a half-hour", "in the first half"],
    lead="the",
    attributive="-quarter$",
    needs=["quarter", "half"],
)
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


@periods.row(
    ["q", "h", "#4"],
    r"(?:{year:before}[ -])?(?P<kind>[qh]) ?(?P<n>[1-4])\b(?:,? (?:of )?(?:fy ?)?{year}\b)?",
    finds={"Q3 1997": "1997-Q3", "1997 Q3": "1997-Q3", "H1 1996": "1996-H1"},
    leaves=["Q5", "the Q 4 train", "H1 visas", "H3 1996"],
)
def q(m: re.Match[str], scope: Scope) -> Found | None:
    """Q3, H1: how the financial press writes it."""
    named, kind, n = m["year"] or m["before"], m["kind"], int(m["n"])
    if not kind.isupper() or (kind == "H" and (n > 2 or not named)) or (not named and " " in m[0]):
        return None
    return Found("DATE", _quarter(int(named) if named else _latest_year(n, scope, m), kind, n))


@periods.row(
    ["quarter", "latest", "that", "same", "period"],
    r"(?:(?P<which>latest|that|same) )?(?P<noun>quarter|period)\b(?!['’-]|back|s)"
    r"(?: (?:of|in) {year}\b| (?P<ago>a year (?:ago|earlier)|last year)\b)?",
    finds={
        "in the third quarter. In the quarter, sales": "1997-Q3 1997-Q3",
        "in the third quarter. The same quarter of 1995": "1997-Q3 1995-Q3 1995",
        "in the third quarter. For the quarter a year ago": "1997-Q3 1996-Q3",
    },
    leaves=["a quarter of them", "the quarter-final", "French Quarter", "an emergency period"],
    lead="the",
    needs=["quarter", "period"],
)
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


@periods.row(
    ["#4"],
    r"{year} (?:period|quarter)\b(?!s)",
    finds={"in the third quarter, up from the 1996 period": "1997-Q3 1996-Q3", "the 1995 quarter": "1995"},
    leaves=["the 1996 periodical"],
    lead="the",
    moves="never",
    needs=["period", "quarter"],
)
def year_period(m: re.Match[str], scope: Scope) -> Found:
    """The 1996 period: the quarter that the text is about, in another year."""
    return Found("DATE", m["year"] + (scope.quarter[4:] if scope.quarter else ""))


@periods.row(
    [*listed("last this next past coming previous following that"), *SEASONS],
    r"(?:(?P<which>last|this|next|past|coming|previous|following|that|the same) )?{season}(?:(?: of|,)? "
    r"(?:{year}\b|['’](?P<short>\d\d)\b|(?P<of>last|this|next|that) year\b))?",
    finds={
        "summer 1997": "1997-SU",
        "last fall": "1997-FA",
        "the winter of 1996": "1996-WI",
        "next spring": "1998-SP",
        "in the summer": "1998-SU",
    },
    leaves=[
        "the fall of Rome",
        "Spring Street",
        "will fall in",
        "the Winter Olympics",
        "spring a leak",
        "this fall in prices",
    ],
    lead="the edge earlier later",
    needs=SEASONS,
)
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


@periods.row(
    ["year", "end", "month"],
    r"(?:(?P<unit>year|month)['’]?s?[ -]end\b|end(?: of)? (?:the|this) (?P<of>year|month|week|decade"
    r"|century|quarter)\b)",
    finds={
        "by year-end": "1998-12-31",
        "the end of the year": "1998",
        "at month's end": "1998-02",
        "by the end of the decade": "199",
    },
    leaves=["a weekend"],
    lead="the",
)
def end_of(m: re.Match[str], scope: Scope) -> Found:
    """The end of the year, month or quarter that the text is about."""
    name = (m["unit"] or m["of"]).lower()
    if m[0].lower() == "year-end" and scope.today:
        return Found("DATE", f"{scope.today.year}-12-31")
    return Found("DATE", scope.count(0, name), "END")
