"""The grammar of each language: a table of words, cues of tense, and rows with examples.

German, French and Spanish say the same as English in another order ("vor drei Tagen", "il y a trois jours"). So most
rows need only a pattern over word classes and the *kind* of their meaning, which is defined once for all languages.
English says more, and much of it is ambiguous: its rows name functions of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from cleaner.core import lazy_re as re
from cleaner.language import Language, active
from cleaner.stages.dates import (
    clock,
    deictic,
    durations,
    explicit,
    months,
    periods,
    positions,
    relative,
    sets,
    vague,
    years,
)
from cleaner.stages.dates.grammar import Grammar, Resolve, Row
from cleaner.stages.dates.lexicon import Lexicon
from cleaner.stages.dates.meanings import MEANINGS
from cleaner.stages.dates.words import CLASSES, PIECES, calendar_piece

_ENGLISH = (clock, deictic, durations, explicit, months, periods, positions, relative, sets, vague, years)
_FAMILIES = {module.__name__.rpartition(".")[2]: module for module in _ENGLISH}
_FIGURES = ("explicit.iso", "explicit.slashed", "years.year_alone", "years.joined")
"""The rows that need no words."""


@dataclass(frozen=True)
class Table:
    """The grammar of a language, and its cues of tense."""

    grammar: Grammar
    cues: re.Pattern[str]


def table(language: str) -> Table | None:
    """The table of a language, compiled on first use; ``None`` if there is none.

    >>> [row.name for row in table("de").grammar.rows][:3], table("fi")
    (['de.clock', 'de.day_month', 'de.day_range'], None)
    """
    spoken = active().get(language)
    return _table(spoken) if spoken and spoken.dates else None


@cache
def figures() -> Table:
    """What can be read in any language: dates in figures."""
    english = _table(active()["en"])
    return Table(Grammar(row for row in english.grammar.rows if row.name in _FIGURES), english.cues)


@cache
def _table(language: Language) -> Table:
    data = language.dates
    spoken, pieces = dict(data["words"]), dict(PIECES)
    if language.code != "en":
        spoken["month"] = ["|".join(names) for names in language.months]
        spoken["weekday"] = ["|".join(day for day in names if len(day) > 3) for names in language.weekdays]
        pieces |= {"day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)", "mo": r"(?:1[0-2]|0?[1-9])(?!\d)", "yy": r"\d\d(?!\d)"}
    lexicon = Lexicon({kind: list(_values(words)) for kind, words in spoken.items()})
    pieces |= {kind: _piece(values) for kind, values in lexicon.words.items()}
    pieces["month"] = calendar_piece(language.months)
    rows = sorted(data["row"].items(), key=lambda item: item[1].get("kind") != "clock")
    cues = "|".join(f"(?P<{time}>{words})" for time, words in data["cues"].items())
    return Table(
        Grammar(_row(name if "." in name else f"{language.code}.{name}", row, lexicon, pieces) for name, row in rows),
        re.compile(rf"(?<!\w)(?:{cues})(?!\w)", re.I),
    )


def _row(name: str, row: Mapping[str, Any], lexicon: Lexicon, pieces: Mapping[str, str]) -> Row:
    starts, needs = (
        frozenset(word for start in row.get(key, ()) for word in _words(start, lexicon)) for key in ("starts", "needs")
    )
    return Row(
        name=name,
        starts=starts,
        needs=needs,
        source=row["pattern"],
        pieces=pieces,
        resolve=_meaning(name, row, lexicon),
        finds=row["finds"],
        leaves=tuple(row["leaves"]),
        lead=frozenset(row.get("lead", "").split()),
        moves=row.get("moves", "always"),
        attributive=re.compile(row["attributive"], re.I) if "attributive" in row else None,
        sign=row.get("sign", ""),
    )


def _meaning(name: str, row: Mapping[str, Any], lexicon: Lexicon) -> Resolve:
    if "kind" in row:
        return partial(MEANINGS[row["kind"]], lexicon=lexicon, row=row)
    family, _, function = name.partition(".")
    found: Resolve = getattr(_FAMILIES[family], function)
    return found


def _values(words: Any) -> Iterator[tuple[str, str]]:
    """(value, pattern) of each entry; months and weekdays are lists, whose values are their positions."""
    pairs: Iterable[tuple[Any, str]] = words.items() if isinstance(words, dict) else enumerate(words)
    for value, pattern in pairs:
        yield str(value), pattern


def _piece(values: list[tuple[str, str]]) -> str:
    forms = [form for _, pattern in values for form in pattern.split("|")]
    return "(?:" + "|".join(sorted(forms, key=lambda form: (-len(form), form))) + ")"


def _words(start: str, lexicon: Lexicon) -> Iterator[str]:
    """The first words of a class in braces, or of two that are written as one word; else the word itself."""
    kinds = re.findall(r"\{(\w+)\}", start)
    if not kinds:
        yield start
    elif kinds[0] not in lexicon.words:
        yield from CLASSES[kinds[0]]
    elif len(kinds) == 2:
        yield from (word + ending for word in lexicon.spellings(kinds[0]) for ending in lexicon.spellings(kinds[1]))
    else:
        for word in lexicon.spellings(kinds[0]):
            if m := re.match(r"[^\W\d_]+|\d+", word):
                yield m[0] if not m[0].isdigit() else f"#{len(m[0])}"
