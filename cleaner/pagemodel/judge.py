"""The verdict on each block of a page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.document import Mark
from cleaner.pagemodel.features import View, read_page
from cleaner.pagemodel.model import Model, load

NEVER = -9000
"""The odds of a block that is settled as furniture without a closer look."""
HOPELESS = -1000
"""Below this score of all its clues a block is settled."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``odds`` are the log odds, times 1000, that the block belongs to the article; ``keep`` says whether it stays."""

    odds: int
    keep: bool

    @property
    def probability(self) -> float:
        """The probability that the block is furniture, to two digits.

        >>> Verdict(-3000, False).probability
        0.95
        """
        return round(1 / (1 + math.exp(max(-50, self.odds / 1000))), 2)


def judge(
    texts: Sequence[str],
    marks: Sequence[Mark],
    title: str = "",
    description: str = "",
    model: Model | None = None,
) -> list[Verdict]:
    """Judge every block of a page; ``marks`` are the reader's, one a block."""
    if not texts:
        return []
    model = model or load()
    view = View(read_page(texts, marks, model.weights, title, description))
    odds = [NEVER] * len(texts)
    for i in view.chosen:
        if view.scores[i] <= HOPELESS:
            continue
        odds[i] = model.odds(view.row(i))
    return [Verdict(value, value > model.threshold) for value in odds]
