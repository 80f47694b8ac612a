"""The meanings of the kinds of rows in tables of other languages: from the groups of a match to a value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from cleaner.core import lazy_re as re
from cleaner.stages.dates.grammar import Found, ordered
from cleaner.stages.dates.lexicon import Lexicon, figure, roman, year_of
from cleaner.stages.dates.reckoning import day, day_of_holiday, duration, full, month_value, plus_days, shift
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import CLOCK_UNITS

Match = re.Match[str]
Row = Mapping[str, Any]
"""A row of a table, as in its file."""


class Meaning(Protocol):
    """The function of a kind of rows."""

    __name__: str

    def __call__(self, m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | list[Found] | None: ...


def _from(m: Match, group: str) -> int:
    """The start of a mention whose match begins with a preposition: after it."""
    if not m.groupdict().get(group):
        return m.start()
    rest = m.string[m.end(group) : m.end()]
    return m.end(group) + len(rest) - len(rest.lstrip())


def _date(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    mo = lexicon.month(groups)
    d = figure(groups.get("day"))
    which = lexicon.which(groups)
    if which is not None and not year_of(groups):
        value = full(scope.today.year + which if scope.today else None, mo, d)
    else:
        value = full(year_of(groups) or scope.year_of(mo, d, m.start(), m.end()), mo, d)
    return Found("DATE", value) if value else None


def _range(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> list[Found] | None:
    mo = lexicon.month(m.groupdict())
    a, b = figure(m["day"]), figure(m["to"])
    year = year_of(m.groupdict()) or scope.year_of(mo, b, m.start(), m.end())
    return ordered(full(year, mo, a), m.start(), m.end("day"), full(year, mo, b), m.start("to"), m.end())


def _month(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    mo, which, year = lexicon.month(groups), lexicon.which(groups), year_of(groups)
    if not (groups.get("lead") or groups.get("edge") or year or which is not None):
        return None
    if year is None and which is not None and scope.today:
        year = _which_year(mo, which, scope.today, whole=bool(groups.get("of")))
    elif year is None and which is None:
        year = scope.year_of(mo, None, m.start("month"), m.end())
    mod = lexicon.value("edge", groups.get("edge"))
    return Found("DATE", month_value(year, mo), mod, _from(m, "lead"), m.end())


def _which_year(mo: int, which: int, now: date, *, whole: bool) -> int:
    """The year of "last December", or of "December of last year"."""
    if whole:
        return now.year + which
    if which < 0:
        return now.year - (mo >= now.month)
    return now.year + (which > 0 and mo <= now.month)


def _year(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    if re.search(r"[$£€#./:,-]$|\bNr\.? ?$", scope.text[max(0, m.start() - 4) : m.start()]):
        return None
    if scope.published and int(m["year"]) > scope.published.year + 80:
        return None
    mod = lexicon.value("edge", m.groupdict().get("edge"))
    return Found("DATE", m["year"], mod, m.start() if mod else m.start("year"), m.end())


def _decade(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    decade = groups.get("decade") or lexicon.value("tens", groups.get("tens")) or ""
    return Found("DATE", (groups.get("century") or ("20" if decade in "01" else "19")) + decade)


def _century(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    n = roman(groups["roman"]) if groups.get("roman") else figure(groups.get("nth"))
    return Found("DATE", f"{n - 1:02d}") if 0 < n < 30 else None


def _season(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    code, which, year = lexicon.value("season", m["season"]) or "", lexicon.which(groups), year_of(groups)
    if year is None and which is None and not groups.get("lead"):
        return None
    if year is None and scope.today:
        middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code]
        year = _which_year(middle, which, scope.today, whole=False) if which is not None else scope.today.year
        if which is None and middle - scope.today.month > 5:
            year -= 1
    return Found("DATE", f"{year or 'XXXX'}-{code}", None, _from(m, "lead"), m.end())


def _quarter(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    n, which = int(lexicon.value("ordinal", m["ordinal"]) or 1), lexicon.which(m.groupdict())
    year, letter, size = year_of(m.groupdict()), *(("H", 6) if m.groupdict().get("half") else ("Q", 3))
    if n > 12 // size:
        return None
    if year is None and scope.today:
        year = scope.today.year + (which or 0) - (which is None and n > (scope.today.month - 1) // size + 1)
    return Found("DATE", f"{year or 'XXXX'}-{letter}{n}")


def _with_part(value: str, part: str | None) -> Found:
    return Found("TIME", f"{value}T{part}") if part else Found("DATE", value)


def _weekday(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    n, which = int(lexicon.value("weekday", m["weekday"]) or 0), lexicon.which(groups)
    behind, before = lexicon.to_weekday
    spans = behind.match(scope.text, m.end()) or before.search(scope.text, max(0, m.start() - 24), m.start())
    d = None if spans else scope.weekday(n, m.start(), m.end(), {-1: "last", 1: "next"}.get(which or 0, ""))
    return _with_part(day(d) if d else f"XXXX-WXX-{n + 1}", lexicon.value("part", groups.get("part")))


def _deictic(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    if m["deictic"] in row.get("not_as", ()) or _stands_beside(m, row.get("not_after", {}), scope):
        return None
    if _stands_beside(m, row.get("at_large_after", {}), scope):
        return Found("DATE", "PRESENT_REF")
    step, _, part = (lexicon.value("deictic", m["deictic"]) or "0").partition(" ")
    said = lexicon.value("part", m.groupdict().get("part"))
    return _with_part(day(plus_days(scope.now, int(step))), said or part)


def _stands_beside(m: Match, before: Mapping[str, str], scope: Scope) -> bool:
    """Does the word follow one that changes its meaning: "am Morgen", "noch heute"?"""
    words = before.get(m["deictic"].lower())
    return words is not None and re.search(rf"\b(?:{words})[ \n]$", scope.before(m.start(), 16)) is not None


def _part(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    if lexicon.which(m.groupdict()) != 0:
        return None
    return _with_part(day(scope.now), lexicon.value("part", m["part"]))


def _unit(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    name = lexicon.value("unit", groups.get("unit") or groups.get("unit2"))
    which = lexicon.which(groups)
    if name is None or which is None or name in CLOCK_UNITS:
        return None
    plural = lexicon.value("plural", groups.get("unit") or groups.get("unit2"))
    if name == "day" and which and not plural:
        return None
    if plural:
        return Found("DATE", ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[which])
    return Found("DATE", shift(scope.today, which, name))


def _span(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    name = lexicon.value("unit", groups.get("unit") or groups.get("unit2"))
    figures = re.search(r"\d+", m[0])
    n = float(figures[0]) if figures else lexicon.count(groups)
    return Found("DURATION", duration("X" if n is None else n, name)) if name else None


def _ago(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    name, n = lexicon.value("unit", m["unit"]) or "day", lexicon.count(m.groupdict())
    if n is None:
        return Found("DATE", "PAST_REF")
    if name in CLOCK_UNITS:
        return Found("TIME", day(scope.now) if name == "hour" else "PAST_REF")
    n, name = (10 * n, "year") if name == "decade" else (n, name)
    return Found("DATE", shift(scope.now, -int(n), name))


def _duration(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    groups = m.groupdict()
    name, n = lexicon.value("unit", m["unit"]), lexicon.count(groups)
    if name is None or (name == "second" and n == 1) or (groups.get("number") and name == "weekend"):
        return None
    if groups.get("since") and lexicon.words["unit"] and m["unit"].lower()[-1:] not in "nsx":
        return None
    value = duration("X" if n is None or groups.get("n2") or groups.get("d2") else n, name)
    if groups.get("more"):
        value += _smaller(lexicon, groups)
    return Found("DURATION", value, None, _from(m, "since"), m.end())


def _smaller(lexicon: Lexicon, groups: Mapping[str, str | None]) -> str:
    """The second half of "three years and four months"."""
    n = lexicon.value("number", groups.get("more")) or figure(groups.get("more"))
    return duration(float(n), lexicon.value("unit", groups.get("unit2")) or "day").removeprefix("P")


def _whole(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    return Found("DURATION", duration(1, lexicon.value("unit", m["unit"]) or "day"))


def _later(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    name, n = lexicon.value("unit", m["unit"]) or "day", lexicon.count(m.groupdict())
    story = scope.near_story(m.start())
    if n is None or n % 1 or name in CLOCK_UNITS or story is None:
        return Found("DURATION", duration("X" if n is None else n, name), None, m.start(), m.end("unit"))
    return Found("DATE", shift(story, int(n) * (-1 if m.groupdict().get("back") else 1), name))


def _edge(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    """The end of the year, "Jahresende"; ``word`` is a compound: its unit, and a step or an edge."""
    groups = m.groupdict()
    if word := lexicon.value("compound", groups.get("compound")):
        unit, _, rest = word.partition(" ")
        if rest == "AGO":
            return Found("DATE", scope.year_before())
        if unit == "day":
            return Found("DATE", day(plus_days(scope.story_day or scope.now, int(rest))))
        step = int(rest) if rest.lstrip("-").isdigit() else 0
        return Found("DATE", shift(scope.today, step, unit), None if step else rest)
    unit = lexicon.value("unit", m["unit"]) or "year"
    if unit in CLOCK_UNITS or unit == "day":
        return None
    mod = lexicon.value("edge", m["edge"])
    return Found("DATE", shift(scope.today, lexicon.which(groups) or 0, unit), mod)


def _weekend(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    return Found("DATE", scope.weekend(m.start(), m.end()), None, _from(m, "lead"), m.end())


def _holiday(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    """A holiday, the nearest one that the tense allows."""
    named, groups = lexicon.value("holiday", m["holiday"]) or "", m.groupdict()
    year, which = year_of(groups), lexicon.which(groups)
    if year is None and (now := scope.today):
        this = day_of_holiday(named, now.year)
        if which:
            year = now.year + which * ((this - now).days * which <= 0)
        else:
            year = scope.year_of(this.month, this.day, m.start(), m.end())
    if year:
        return Found("DATE", day(day_of_holiday(named, year)))
    return Found("DATE", f"XXXX-{named}") if named[0].isdigit() else None


def _set(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    if m.groupdict().get("weekday"):
        return Found("SET", f"XXXX-WXX-{int(lexicon.value('weekday', m['weekday']) or 0) + 1}")
    groups = m.groupdict()
    name = lexicon.value("unit", groups.get("unit") or groups.get("unit2")) or "day"
    return Found("SET", duration(lexicon.count(groups) or 1, name))


def _adverb(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    value = lexicon.value("adverb", re.sub(r"\s+", " ", m["adverb"])) or ""
    return Found("DATE" if value.endswith("REF") else "SET", value)


def _clock(m: Match, scope: Scope, lexicon: Lexicon, row: Row) -> Found | None:
    if (guard := row.get("guard")) and not re.search(guard, scope.before(m.start(), 12)):
        return None
    groups = m.groupdict()
    minute = groups.get("minute") or groups.get("minute2") or "00"
    late = lexicon.value("part", groups.get("part")) in ("AF", "EV", "NI")
    hour = int(m["hour"]) + 12 * (late and _EARLIEST <= int(m["hour"]) < 12)
    return Found("TIME", f"{day(scope.day_of_time(m.start()))}T{hour % 24:02d}:{minute}")


_EARLIEST = 5
"""Before this hour, "at night" means after midnight."""

_ALL: tuple[Meaning, ...] = (
    _date, _range, _month, _year, _decade, _century, _season, _quarter, _weekday, _deictic, _part, _unit, _span,
    _ago, _duration, _set, _adverb, _whole, _later, _edge, _weekend, _holiday, _clock,
)  # fmt: skip
MEANINGS = {meaning.__name__.removeprefix("_"): meaning for meaning in _ALL}
"""The meanings by the kinds of rows."""
