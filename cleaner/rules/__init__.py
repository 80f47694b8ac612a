"""Rules are data that prove themselves: rows of TOML, compiled behind one literal prefilter.

A row says what whole lines it matches, and shows lines that it must cut and look-alikes that it must keep::

    [consent]                                      # in newsletter.toml: the rule's id is newsletter.consent
    match  = '''by signing up,? you (?:agree|consent) to .*'''
    cuts   = ["By signing up, you agree to our privacy policy and terms of use."]
    keeps  = ["By signing up 3,000 volunteers, the campaign broke a record."]
    source = "own: newsletter boxes"

Files are named after the kind of furniture; those named after a language (``de.toml``) hold rows of every kind, as
``[newsletter.anmelden]``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from cleaner.rules.triggers import beginnings, triggers

_KINDS = """
    ad bio byline caption comments contact cookie copyright credit embed gallery navigation newsletter other pager
    paywall promo related share slogan tags timestamp video
"""
KINDS = frozenset(_KINDS.split())
"""What a line of furniture can be; a rule's id starts with one of these."""

LONGEST = 500
"""Rows say nothing about lines longer than this: stock phrases are short, and what is longer is prose."""

_FOLD = str.maketrans({"’": "'", "‘": "'", "‛": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                       "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": None, "–": "-", "—": "-"})  # fmt: skip
_EDGES = ' \t-•·*►▶▸▾▼→←⟶>|…:.!"✉☰✕×+⬇↓↑'
_SPACES = re.compile(r"\s{2,}|[\t\r\n]")


def fold(line: str) -> str:
    """A line as rules see it: lower case, straight quotes, plain dashes and spaces, no bullets or final dots.

    >>> fold("•  Don’t miss — Sign up now!")
    "don't miss - sign up now"
    """
    return _SPACES.sub(" ", line.lower().translate(_FOLD)).strip(_EDGES)


@dataclass(frozen=True)
class Rule:
    """One row: a pattern for whole folded lines, with its evidence.

    >>> Rule("share.this", "share this(?: article)?", cuts=("Share this article:",)).matches(fold("SHARE THIS"))
    True
    """

    id: str
    match: str
    cuts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    source: str = ""
    lang: str = "en"

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed."""
        return re.compile(self.match)

    def matches(self, folded: str) -> bool:
        """Does the whole folded line match?"""
        return self.regex.fullmatch(folded) is not None


@dataclass(frozen=True)
class RuleBook:
    """Rows with their index: each word beginning that some row needs, and the rows that need it.

    >>> book = RuleBook((Rule("share.this", "share this"), Rule("tags.label", "tags")))
    >>> book.find("tags").id, book.find("share this recipe with friends")
    ('tags.label', None)
    """

    rules: tuple[Rule, ...]

    @cached_property
    def index(self) -> dict[str, tuple[int, ...]]:
        """Word beginnings → rows; rows that can be triggered by no word stand under the empty string."""
        index: dict[str, list[int]] = {}
        for i, rule in enumerate(self.rules):
            for word in triggers(rule.match) or {""}:
                index.setdefault(word, []).append(i)
        return {word: tuple(rows) for word, rows in index.items()}

    def find(self, folded: str) -> Rule | None:
        """The first row, in the order of the shelf, that matches a folded line."""
        if not folded or len(folded) > LONGEST:
            return None
        rows = set(self.index.get("", ()))
        for word in self.index.keys() & beginnings(folded):
            rows.update(self.index[word])
        return next((self.rules[i] for i in sorted(rows) if self.rules[i].matches(folded)), None)


@cache
def rulebook() -> RuleBook:
    """All rows of the package, file by file and row by row in the order of the shelf."""
    return RuleBook(tuple(_load()))


def _load() -> Iterator[Rule]:
    shelf = files("cleaner") / "data" / "rules"
    for path in sorted(shelf.iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".toml"):
            continue
        stem, table = path.name.removesuffix(".toml"), tomllib.loads(path.read_text(encoding="utf-8"))
        if stem in KINDS:
            yield from _rows(stem, table, "en")
        else:
            for kind, rows in table.items():
                yield from _rows(kind, rows, stem)


def _rows(kind: str, table: dict[str, dict[str, Any]], lang: str) -> Iterator[Rule]:
    for name, row in table.items():
        yield Rule(f"{kind}.{name}", row["match"], tuple(row["cuts"]), tuple(row["keeps"]), row["source"], lang)
