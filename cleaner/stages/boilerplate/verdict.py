"""One verdict from three sources of evidence: rows of wordings, a model of the line, what the site repeats.

Each knows what the others cannot. A row is sure of a wording wherever it stands; the model knows a link to another
story from a sub-heading by its neighbours; the site's other articles know the slogan that no other publisher has.
Any of them may condemn a line; the rule of the cut says which did, in words that a person can check.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cleaner.article import Caption
from cleaner.document import Document
from cleaner.linemodel import Judgement, judge
from cleaner.stages.boilerplate.lines import Line


@dataclass
class Verdict:
    """Lines to cut, each with the rule that says why, and the captions among them."""

    cuts: dict[int, str] = field(default_factory=dict)
    captions: list[Caption] = field(default_factory=list)


def decide(document: Document, lines: Sequence[Line], known: Mapping[int, str], title: str) -> Verdict:
    """Judge the lines that are not ``known`` already."""
    verdict = Verdict()
    judgements = judge([line.text for line in lines], title, document.context.url, known.keys())
    for i, judgement in enumerate(judgements):
        if judgement.cut and i not in known:
            verdict.cuts[i] = rule_of(judgement)
            if judgement.kind == "caption":
                verdict.captions.append(Caption(text=lines[i].text))
    return verdict


def rule_of(judgement: Judgement) -> str:
    """The rule's id with its evidence.

    >>> rule_of(Judgement(6200, 900, "related", "short, title case"))
    'model.related 0.998: short, title case'
    """
    return f"model.{judgement.kind} {judgement.probability:.3f}: {judgement.reason}"
