"""A row of a rule file: a pattern for whole folded lines, with lines that it must cut and lines that it must keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import PurePath
from typing import Any

from cleaner.core import lazy_re as re, tables
from cleaner.rules.triggers import Trigger, triggers

_KINDS = """
    ad bio byline caption comments contact cookie copyright credit embed gallery navigation newsletter other pager
    paywall promo related share slogan tags timestamp video
"""
KINDS = frozenset(_KINDS.split())
"""The kinds of boilerplate; the id of a rule starts with one of them."""

LONGEST = 400
"""Longer lines match no row: stock phrases are short, and anything longer is prose."""

_FOLD = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("–", "-"), ("—", "-"),
         ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u200b", ""), ("´", "'"), ("‛", "'"))  # fmt: skip
_EDGES = ' \t-•·*►▶▸▾▼→←⟶>|…:.!"✉☰✕×+⬇↓↑'
_SPACES = re.compile(r"\s{2,}|[\t\r\n]")


def fold(line: str) -> str:
    """A line as rules see it: lower case, straight quotes, plain dashes and spaces, no bullets, no final dots.

    >>> fold("•  Don’t miss — Sign up now!")
    "don't miss - sign up now"
    """
    line = line.lower()
    if not line.isascii():
        for old, new in _FOLD:
            line = line.replace(old, new)
    if "  " in line or not line.isprintable():
        line = _SPACES.sub(" ", line)
    return line.strip(_EDGES)


@dataclass(frozen=True)
class Rule:
    """A row: a pattern for whole folded lines, with its evidence.

    >>> Rule("share.this", "share this(?: article)?", cuts=("Share this article:",)).matches(fold("SHARE THIS"))
    True
    """

    id: str
    match: str
    cuts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    source: str = ""
    lang: str = "en"
    read: tuple[Trigger, ...] | None = None
    """The row's triggers, where they are known already."""

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """What the words of a line must be, one trigger for each alternative of the pattern."""
        return triggers(self.match) if self.read is None else self.read

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed."""
        return re.compile(self.match)

    def matches(self, folded: str) -> bool:
        """Does the whole folded line match?"""
        return self.regex.fullmatch(folded) is not None


def sources() -> list[Traversable]:
    """The files with the package's rows, in order: English by kind, then language by language."""
    english, languages = (
        sorted((tables.DATA / folder).iterdir(), key=lambda item: item.name) for folder in ("rules", "languages")
    )
    return [*english, *(rows for item in languages if item.is_dir() and (rows := item / _OF_LANGUAGE).is_file())]


_OF_LANGUAGE = "rules.toml"


def build(shelf: Sequence[Traversable]) -> list[list[Any]]:
    """Rows as the compiled table holds them: id, pattern, language, source, cuts, keeps, triggers."""
    rows = []
    for file in shelf:
        table, place = tables.read(file), PurePath(str(file))
        kinds, lang = (table, place.parent.name) if place.name == _OF_LANGUAGE else ({place.stem: table}, "en")
        rows += [_row(kind, name, row, lang) for kind, named in kinds.items() for name, row in named.items()]
    return rows


def _row(kind: str, name: str, row: dict[str, Any], lang: str) -> list[Any]:
    name = f"{kind}.{name}" if lang == "en" else f"{kind}.{lang}-{name}"
    needed = [tuple(trigger) for trigger in triggers(row["match"])]
    return [name, row["match"], lang, row["source"], row["cuts"], row["keeps"], needed]
