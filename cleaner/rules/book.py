"""Rows with an index to find those that may match, and the rows in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from cleaner.core import lazy_re as re, tables
from cleaner.core.in_use import in_use
from cleaner.rules.index import Index
from cleaner.rules.rows import LONGEST, Rule, build, sources
from cleaner.rules.triggers import Trigger, beginnings

_SPEECH = re.compile(
    r"(?:sa(?:id|ys|gt)|told|wrot)(?<!\w.{4})"
    r"|, (?:[\w'-]+ ){1,4}(?:added|argued|insisted|recalled|joked|warned|urged)\b"
)
"""A line that reports speech is prose, however it begins."""

_LABELLED = re.compile(r"[a-z' ]{3,24} ?[:|>] ?.")
"""Behind a label there is another story's headline, and headlines report speech, too: "read next: rain, says the
mayor"."""


@dataclass(frozen=True)
class RuleBook:
    """Rows, with an index of the words that they need.

    >>> book = RuleBook((Rule("share.this", "share this"), Rule("tags.label", "tags")))
    >>> book.find("tags").id, book.find("share this recipe with friends")
    ('tags.label', None)
    """

    rules: tuple[Rule, ...]

    @cached_property
    def _index(self) -> Index:
        return Index(rule.triggers for rule in self.rules)

    def find(self, folded: str) -> Rule | None:
        """The first row that matches a folded line."""
        return next(self.matches(folded), None)

    def matches(self, folded: str) -> Iterator[Rule]:
        """All rows that match a folded line, in order."""
        spoken = _SPEECH.search(folded) is not None
        if len(folded) > LONGEST or (spoken and not _LABELLED.match(folded)):
            return
        words = beginnings(folded)
        if not words:
            return
        for i in self._index.candidates(words, folded):
            rule = self.rules[i]
            if (not spoken or rule.id.startswith("related.")) and rule.regex.fullmatch(folded):
                yield rule


@cache
def package_rules() -> RuleBook:
    """All rows of the package, in the order of files and rows."""
    return RuleBook(tuple(_rule(*row) for row in tables.load("rows", sources(), build)))


def _rule(
    name: str,
    match: str,
    lang: str,
    source: str,
    cuts: list[str],
    keeps: list[str],
    needed: list[tuple[frozenset[str], frozenset[str], tuple[frozenset[str], ...]]],
) -> Rule:
    return Rule(name, match, tuple(cuts), tuple(keeps), source, lang, tuple(Trigger(*each) for each in needed))


rulebook, using = in_use("rules", package_rules)
"""The rows in use: the package's, or those given to :func:`using`."""
