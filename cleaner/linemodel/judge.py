"""The verdict on each line of a text."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cleaner.linemodel.context import context, headline_of, slug_of
from cleaner.linemodel.kinds import kind_of
from cleaner.linemodel.model import Model, load
from cleaner.linemodel.reasons import reason_of
from cleaner.linemodel.shape import Shape, shape
from cleaner.linemodel.trees import total
from cleaner.linemodel.words import score

LOGS = [0, 0] + [int(1000 * math.log(n) + 0.5) for n in range(2, 201)]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model thinks of one line.

    ``odds`` are the log odds, times 1000, that the line is furniture; ``margin`` says how far beyond the bar it lies,
    which is higher for longer lines: a wrong cut costs as many words as the line has.
    """

    odds: int
    margin: int
    kind: str
    reason: str

    @property
    def probability(self) -> float:
        """The probability of boilerplate, to three digits."""
        return round(1 / (1 + math.exp(-self.odds / 1000)), 3)

    @property
    def cut(self) -> bool:
        """Is the line beyond the bar?"""
        return self.margin > 0


def judge(
    lines: Sequence[str],
    title: str = "",
    url: str | None = None,
    known: Collection[int] = (),
    model: Model | None = None,
) -> list[Judgement]:
    """Judge every line of a text in its context; ``lines`` are stripped and not empty.

    ``url`` is the address of the page, whose words tell the subject; ``known`` are lines that are furniture for sure.
    """
    model = model or load()
    shapes = [shape(line) for line in lines]
    scores = [score(s.tokens, model.weights, model.bias) for s in shapes]
    rows = context(lines, shapes, scores, title or headline_of(lines), slug_of(url), known)
    return [_verdict(i, lines, shapes, rows, model) for i in range(len(lines))]


def _verdict(
    i: int, lines: Sequence[str], shapes: Sequence[Shape], rows: Sequence[list[int]], model: Model
) -> Judgement:
    values = shapes[i].values + rows[i]
    odds = model.base + total(model.trees, values)
    margin = odds - model.per_log_word * LOGS[values[0]] // 1000 - model.threshold
    if margin <= 0:
        return Judgement(odds, margin, "", "")
    return Judgement(odds, margin, kind_of(i, lines, shapes), reason_of(i, lines, shapes, rows))
