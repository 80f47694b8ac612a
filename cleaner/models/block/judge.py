"""The verdict on each block of a page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.models.block.features import row
from cleaner.models.block.model import Model, load
from cleaner.models.block.shapes import Block, read_page
from cleaner.models.block.view import View

NEVER = -9000
"""The odds of a block that is settled as boilerplate at once."""
PAST = -8000
"""The odds of a block after the end of the article."""
GAP, SHARE = 3, 0.35
HOPELESS = -1000
"""A block whose clues score less is settled as boilerplate."""


class Verdict(NamedTuple):
    """``odds`` are the log odds, times 1000, that the block belongs to the article; ``keep`` says whether it stays."""

    odds: int
    keep: bool


def probability(odds: int) -> float:
    """The probability that a block of such odds is boilerplate, to two digits.

    >>> probability(-3000)
    0.95
    """
    return round(1 / (1 + math.exp(max(-50, odds / 1000))), 2)


def judge(blocks: Sequence[Block], title: str = "", description: str = "", model: Model | None = None) -> list[Verdict]:
    """Judge every block of a page."""
    if not blocks:
        return []
    model = model or load()
    view = View(read_page(blocks, model.weights, title, description))
    odds = [NEVER] * len(blocks)
    for i in view.chosen:
        if view.scores[i] > HOPELESS:
            odds[i] = model.odds(row(view, i))
    for i in past_the_end(view, [i for i in view.chosen if odds[i] > model.threshold]):
        odds[i] = PAST
    return [Verdict(value, value > model.threshold) for value in odds]


def past_the_end(view: View, kept: Sequence[int]) -> list[int]:
    """The blocks of other stories that follow the article: they read like an article, but are in other elements.

    ``kept`` are the blocks that the trees would keep. There is no answer if the story's own element holds only a few of
    them, or if the page states a block as its body.
    """
    within, at, blocks, words = view.inside, view.at, view.page.blocks, view.page.words
    inside = [i for i in kept if at[i] in within]
    if not inside or sum([words[i] for i in inside]) < SHARE * sum([words[i] for i in kept]):
        return []
    end = inside[-1] + GAP
    return [i for i in kept if i > end and at[i] not in within and blocks[i].note != "stated"]
