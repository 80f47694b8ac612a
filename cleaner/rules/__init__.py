"""Rules are data that prove themselves: rows of TOML, compiled behind one literal prefilter.

A row says what whole lines it matches, and shows lines that it must cut and look-alikes that it must keep::

    [consent]                                      # in newsletter.toml: the rule's id is newsletter.consent
    match  = '''by signing up,? you (?:agree|consent) to .*'''
    cuts   = ["By signing up, you agree to our privacy policy and terms of use."]
    keeps  = ["By signing up 3,000 volunteers, the campaign broke a record."]
    source = "own: newsletter boxes"

Files are named after the kind of furniture; those named after a language (``de.toml``) hold rows of every kind, as
``[newsletter.anmelden]``, whose id is ``newsletter.de-anmelden``.

Reading them and proving their triggers takes half a second, so building the package does it once
(:mod:`cleaner.core.tables`). A row's pattern is compiled when its trigger first fires.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from typing import Any

from cleaner.core import tables
from cleaner.rules.triggers import beginnings, openings, triggers

_KINDS = """
    ad bio byline caption comments contact cookie copyright credit embed gallery navigation newsletter other pager
    paywall promo related share slogan tags timestamp video
"""
KINDS = frozenset(_KINDS.split())
"""What a line of furniture can be; a rule's id starts with one of these."""

LONGEST = 400
"""Rows say nothing about lines longer than this: stock phrases are short, and what is longer is prose."""

_SPEECH = re.compile(r"(?:sa(?:id|ys|gt)|told|wrot)(?<!\w.{4})")
"""Somebody speaks: a line that reports it is prose, however it begins."""

_LABELLED = re.compile(r"[a-z' ]{3,24} ?[:|>] ?.")
"""A label leads on to another story's headline, and headlines report speech, too: "read next: rain, says the mayor"."""

_FOLD = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("–", "-"), ("—", "-"),
         ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u200b", ""), ("´", "'"), ("‛", "'"))  # fmt: skip
_EDGES = ' \t-•·*►▶▸▾▼→←⟶>|…:.!"✉☰✕×+⬇↓↑'
_SPACES = re.compile(r"\s{2,}|[\t\r\n]")


def fold(line: str) -> str:
    """A line as rules see it: lower case, straight quotes, plain dashes and spaces, no bullets or final dots.

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
    words: tuple[frozenset[str], frozenset[str]] | None = None
    """The row's triggers and openings, where they are known already."""

    @cached_property
    def needs(self) -> frozenset[str]:
        """Word beginnings of which every match holds one."""
        return self.words[0] if self.words else triggers(self.match)

    @cached_property
    def opens(self) -> frozenset[str]:
        """What the first word of every match can begin with."""
        return self.words[1] if self.words else openings(self.match)

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
    def opened(self) -> dict[str, tuple[int, ...]]:
        """Beginnings of a line's first word → the rows that can begin so."""
        index: dict[str, list[int]] = {}
        for i, rule in enumerate(self.rules):
            for word in rule.opens:
                index.setdefault(word, []).append(i)
        return {word: tuple(rows) for word, rows in index.items()}

    @cached_property
    def open(self) -> dict[str, tuple[int, ...]]:
        """Triggers → the rows that can begin with anything; those without a trigger stand under the empty string."""
        index: dict[str, list[int]] = {}
        for i, rule in enumerate(self.rules):
            for word in () if rule.opens else (rule.needs or {""}):
                index.setdefault(word, []).append(i)
        return {word: tuple(rows) for word, rows in index.items()}

    @cached_property
    def triggers(self) -> frozenset[str]:
        """All word beginnings that some row needs."""
        return frozenset().union(*(rule.needs for rule in self.rules))

    def find(self, folded: str) -> Rule | None:
        """The first row, in the order of the shelf, that matches a folded line."""
        spoken = _SPEECH.search(folded) is not None
        if len(folded) > LONGEST or (spoken and not _LABELLED.match(folded)):
            return None
        words = beginnings(folded)
        if not words:
            return None
        rules, by_word, seen = self.rules, self.open, self.triggers.intersection(words)
        rows = {i for i in self.opened.get(words[0], ()) if not rules[i].needs or not seen.isdisjoint(rules[i].needs)}
        rows.update(by_word.get("", ()), *[by_word[word] for word in seen if word in by_word])
        for i in sorted(rows):
            if (not spoken or rules[i].id.startswith("related.")) and rules[i].regex.fullmatch(folded):
                return rules[i]
        return None


@cache
def rulebook() -> RuleBook:
    """All rows of the package, file by file and row by row in the order of the shelf."""
    return RuleBook(tuple(_rule(*row) for row in tables.load("rules", sources(), build)))


def sources() -> list[Traversable]:
    """The files that hold the package's rows, in the order of the shelf."""
    return sorted((tables.DATA / "rules").iterdir(), key=lambda file: file.name)


def build(shelf: Sequence[Traversable]) -> list[list[Any]]:
    """Rows as the compiled table holds them: id, pattern, language, source, cuts, keeps, triggers, openings."""
    rows = []
    for file in shelf:
        table, stem = tables.read(file), file.name.removesuffix(".toml")
        kinds, lang = ({stem: table}, "en") if stem in KINDS else (table, stem)
        rows += [_row(kind, name, row, lang) for kind, named in kinds.items() for name, row in named.items()]
    return rows


def _row(kind: str, name: str, row: dict[str, Any], lang: str) -> list[Any]:
    name = f"{kind}.{name}" if lang == "en" else f"{kind}.{lang}-{name}"
    words = (" ".join(sorted(find(row["match"]))) for find in (triggers, openings))
    return [name, row["match"], lang, row["source"], row["cuts"], row["keeps"], *words]


def _rule(
    name: str, match: str, lang: str, source: str, cuts: list[str], keeps: list[str], needs: str, opens: str
) -> Rule:
    words = frozenset(needs.split()), frozenset(opens.split())
    return Rule(name, match, tuple(cuts), tuple(keeps), source, lang, words)
