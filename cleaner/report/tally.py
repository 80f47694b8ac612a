"""The sums for the overview, collected article by article."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cleaner.core.article import Article
from cleaner.report.measures import Measure, measure, sample
from cleaner.report.passages import FATES, Fate, fate
from cleaner.run.ledger import Rejection

FORMAT = 1
"""The format of ``run.json``; others are not compared."""


@dataclass
class RuleTally:
    """How often a rule fired, in how many articles, how many words it took, and one example."""

    firings: int = 0
    articles: int = 0
    words: int = 0
    fate: Fate = "cut"
    sample: str = ""
    example: str = ""


@dataclass
class Tally:
    """Everything that the overview shows."""

    measures: list[Measure] = field(default_factory=list)
    rules: dict[str, RuleTally] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)

    def add(self, name: str, article: Article) -> Measure:
        """Count an article; returns its measure."""
        taken = measure(name, article)
        self.measures.append(taken)
        seen: set[str] = set()
        for change in article.changes:
            if (became := fate(change)) == "kept":
                continue
            rule = self.rules.setdefault(change.rule, RuleTally(0, 0, 0, became, sample(change, became), name))
            rule.firings += 1
            rule.words += len(change.old.split())
            rule.articles += change.rule not in seen
            seen.add(change.rule)
        return taken

    def publishers(self) -> dict[str, list[Measure]]:
        """The articles of each publisher, largest first; "" stands for unknown publishers."""
        groups: dict[str, list[Measure]] = {}
        for one in self.measures:
            groups.setdefault(one.publisher, []).append(one)
        return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))

    def periods(self) -> dict[str, list[Measure]]:
        """The dated articles by day, month or year, whichever gives a few dozen columns."""
        dated = sorted((one for one in self.measures if one.published), key=lambda one: one.published)
        for length in (10, 7, 4):
            groups: dict[str, list[Measure]] = {}
            for one in dated:
                groups.setdefault(one.published[:length], []).append(one)
            if len(groups) <= _MOST_PERIODS:
                break
        return groups

    def summary(self) -> dict[str, Any]:
        """The numbers to compare with the next run, ready for JSON."""
        return {
            "format": FORMAT,
            "articles": {one.name: [one.words[fate] for fate in FATES] for one in self.measures},
            "rejected": {rejection.path: list(rejection.reasons) for rejection in self.rejections},
            "rules": {name: rule.firings for name, rule in sorted(self.rules.items())},
        }


_MOST_PERIODS = 62


class Difference(NamedTuple):
    """How a run differs from an earlier one; shares go from 0 to 1."""

    new: list[str]
    gone: list[str]
    rejected: list[str]
    rescued: list[str]
    moved: list[tuple[str, float, float]]
    rules: list[tuple[str, int, int]]

    @property
    def nothing(self) -> bool:
        """Do both runs agree in everything that is compared?"""
        return not any(self)


def compare(before: Mapping[str, Any], now: Mapping[str, Any]) -> Difference:
    """Compare two summaries: new, missing and newly rejected documents, changed shares, rules that fire differently.

    >>> old = {"articles": {"a": [9, 0, 0, 1]}, "rejected": {"b": ["empty"]}, "rules": {"ad.label": 1}}
    >>> new = {"articles": {"a": [5, 0, 0, 5], "b": [4, 0, 0, 0]}, "rejected": {}, "rules": {"ad.label": 3}}
    >>> found = compare(old, new)
    >>> found.rescued, found.moved, found.rules
    (['b'], [('a', 0.1, 0.5)], [('ad.label', 1, 3)])
    """
    was, is_ = before["articles"], now["articles"]
    known, seen = {*was, *before["rejected"]}, {*is_, *now["rejected"]}
    shares = ((name, _cut(was[name]), _cut(is_[name])) for name in sorted(was.keys() & is_.keys()))
    counts = (
        (name, before["rules"].get(name, 0), now["rules"].get(name, 0))
        for name in sorted({*before["rules"], *now["rules"]})
    )
    return Difference(
        new=sorted(seen - known),
        gone=sorted(known - seen),
        rejected=sorted(was.keys() & now["rejected"].keys()),
        rescued=sorted(is_.keys() & before["rejected"].keys()),
        moved=sorted((m for m in shares if abs(m[1] - m[2]) >= _NOTED), key=lambda m: (-abs(m[1] - m[2]), m[0])),
        rules=sorted((c for c in counts if c[1] != c[2]), key=lambda c: (-abs(c[1] - c[2]), c[0])),
    )


_NOTED = 0.005
"""A share that changed by less than half a percentage point counts as unchanged."""


def _cut(words: list[int]) -> float:
    return words[FATES.index("cut")] / sum(words) if sum(words) else 0.0


def parse_summary(data: str) -> dict[str, Any] | None:
    """Read the summary of an earlier run; None if it cannot be compared."""
    try:
        summary = json.loads(data)
    except ValueError:
        return None
    return summary if isinstance(summary, dict) and summary.get("format") == FORMAT else None
