"""The words of a language by class, each with its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cleaner.core import lazy_re as re


def spell(form: str) -> list[str]:
    """Every spelling of a word with optional and alternative endings.

    >>> spell("diese[nr]?"), spell("anterior(?:es)?"), spell("derniers?")
    (['diese', 'diesen', 'dieser'], ['anterior', 'anteriores'], ['dernier', 'derniers'])
    """
    spellings = [""]
    for atom, optional in re.findall(r"(\(\?:[^()]*\)|\[[^\]]*\]|.)(\??)", form):
        if atom.startswith("(?:"):
            choices = atom[3:-1].split("|")
        else:
            choices = list(atom[1:-1]) if atom.startswith("[") else [atom]
        choices = ["", *choices] if optional else choices
        spellings = [before + choice for before in spellings for choice in choices]
    return spellings


def figure(text: str | None) -> int:
    """The number that a text begins with, else 1."""
    m = re.match(r"\d+", text or "")
    return int(m[0]) if m else 1


def year_of(groups: Mapping[str, str | None]) -> int | None:
    """The year that a match names, in four figures or in two."""
    if groups.get("year"):
        return figure(groups["year"])
    if short := groups.get("yy"):
        return int(short) + (1900 if int(short) > 40 else 2000)
    return None


def roman(text: str) -> int:
    """The value of a Roman numeral.

    >>> roman("XIX"), roman("iv")
    (19, 4)
    """
    figures = [{"i": 1, "v": 5, "x": 10}[c] for c in text.lower()]
    return sum(-a if a < b else a for a, b in zip(figures, [*figures[1:], 0], strict=True))


@dataclass(frozen=True)
class Lexicon:
    """The words of a language by class, each with what it stands for."""

    words: Mapping[str, list[tuple[str, str]]] = field(hash=False)

    @cached_property
    def _compiled(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        return {
            kind: [(value, re.compile(rf"(?:{pattern})\.?", re.I)) for value, pattern in values]
            for kind, values in self.words.items()
        }

    @cached_property
    def to_weekday(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Patterns of weekdays in opening hours, which belong to no particular week: "bis Sonntag", "Dienstag bis"."""
        days = "|".join(pattern for _, pattern in self.words["weekday"])
        to = r"(?: (?:bis|au|à|al?)(?: zum)? | ?[-–] ?)"
        return re.compile(rf"{to}(?:{days})\b", re.I), re.compile(rf"\b(?:{days}){to}\Z", re.I)

    def month(self, groups: Mapping[str, str | None]) -> int:
        """The number of the month that a match names."""
        return figure(groups["mo"]) if groups.get("mo") else int(self.value("month", groups["month"]) or 0) + 1

    def value(self, kind: str, text: str | None) -> str | None:
        """The value of a word."""
        if text:
            text = " ".join(text.split())
            for value, pattern in self._compiled.get(kind, ()):
                if pattern.fullmatch(text):
                    return value
        return None

    def spellings(self, kind: str) -> list[str]:
        """Every form of every word of a class."""
        return [word for _, pattern in self.words[kind] for form in pattern.split("|") for word in spell(form)]

    def count(self, groups: Mapping[str, str | None]) -> float | None:
        """A count: from digits or a number word; ``None`` for "several"."""
        if figures := groups.get("digits") or groups.get("d2"):
            return float(figures.replace(",", "").replace("½", ".5").split("-")[0])
        word = self.value("number", groups.get("number") or groups.get("n2"))
        return float(word) if word else None

    def which(self, groups: Mapping[str, str | None]) -> int | None:
        """-1 for last, 0 for this, 1 for next."""
        for name in ("which", "w2", "w3", "of"):
            if (value := self.value("which", groups.get(name))) is not None:
                return int(value)
        return None
