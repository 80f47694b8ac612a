"""Grammars of other languages, each from a table of words, cues of tense, and patterns with examples.

German, French and Spanish say the same as English in another order ("vor drei Tagen", "il y a trois jours"). So a row
needs only a pattern over word classes and the *kind* of its meaning, which is defined once for all languages. What only
English has (fiscal years, holidays) is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cleaner.core import lazy_re as re
from cleaner.language import Language, active
from cleaner.stages.dates.grammar import Family, Found, Grammar
from cleaner.stages.dates.lexicon import Lexicon
from cleaner.stages.dates.meanings import MEANINGS
from cleaner.stages.dates.scope import Scope
from cleaner.stages.dates.words import PIECES, calendar_piece


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
def _table(language: Language) -> Table:
    data = language.dates
    calendar = {"month": language.months, "weekday": [[d for d in names if len(d) > 3] for names in language.weekdays]}
    spoken = data["words"] | {kind: ["|".join(names) for names in calendar[kind]] for kind in calendar}
    lexicon = Lexicon({kind: list(_values(words)) for kind, words in spoken.items()})
    family = Family(language.code)
    pieces = dict(PIECES) | {kind: _piece(values) for kind, values in lexicon.words.items()}
    pieces["month"] = calendar_piece(language.months)
    pieces |= {"day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)", "mo": r"(?:1[0-2]|0?[1-9])(?!\d)", "yy": r"\d\d(?!\d)"}
    for name, row in sorted(data["row"].items(), key=lambda item: item[1]["kind"] != "clock"):
        _add(family, name, row, lexicon, pieces)
    cues = "|".join(f"(?P<{time}>{words})" for time, words in data["cues"].items())
    return Table(Grammar([family]), re.compile(rf"(?<!\w)(?:{cues})(?!\w)", re.I))


def _add(family: Family, name: str, row: Mapping[str, Any], lexicon: Lexicon, pieces: Mapping[str, str]) -> None:
    meaning = MEANINGS[row["kind"]]

    def resolve(m: re.Match[str], scope: Scope) -> Found | list[Found] | None:
        return meaning(m, scope, lexicon, row)

    resolve.__name__, resolve.__doc__ = name, row["kind"]
    starts = [word for start in row["starts"] for word in _starts(start, lexicon)]
    family.row(starts, row["pattern"], finds=row["finds"], leaves=row["leaves"], pieces=pieces)(resolve)


def _values(words: Any) -> Iterator[tuple[str, str]]:
    """(value, pattern) of each entry; months and weekdays are lists, whose values are their positions."""
    pairs: Iterable[tuple[Any, str]] = words.items() if isinstance(words, dict) else enumerate(words)
    for value, pattern in pairs:
        yield str(value), pattern


def _piece(values: list[tuple[str, str]]) -> str:
    forms = [form for _, pattern in values for form in pattern.split("|")]
    return "(?:" + "|".join(sorted(forms, key=lambda form: (-len(form), form))) + ")"


def _starts(start: str, lexicon: Lexicon) -> Iterator[str]:
    """The first words of a word class, of two joined by "+", or the word itself."""
    first, _, second = start.partition("+")
    if first not in lexicon.words:
        yield start
        return
    for word in lexicon.spellings(first):
        if second:
            yield from (word + ending for ending in lexicon.spellings(second))
        elif m := re.match(r"[^\W\d_]+|\d+", word):
            yield m[0] if not m[0].isdigit() else f"#{len(m[0])}"
