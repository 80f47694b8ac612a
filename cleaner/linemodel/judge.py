"""The verdict on each line of a text."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cleaner.linemodel.context import CONTEXT, Surroundings, headline_of, page_like, slug_of
from cleaner.linemodel.kinds import kind_of
from cleaner.linemodel.model import Forest, Model, load
from cleaner.linemodel.reasons import reason_of
from cleaner.linemodel.shape import Shape, plain, shape, standing
from cleaner.linemodel.words import score

BEHIND = CONTEXT.index("prose_after")
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


PLAIN = -500
"""The words' score of a paragraph that was not looked at."""

KNOWN = 500
"""The words' score of a line that is furniture for sure."""


def judge(
    lines: Sequence[str],
    title: str = "",
    url: str | None = None,
    known: Collection[int] = (),
    model: Model | None = None,
) -> dict[int, Judgement]:
    """Judge the lines of a text in their context, by index; plain paragraphs and ``known`` lines are left out.

    ``lines`` are stripped and not empty; ``url`` is the address of the page, whose words tell the subject; ``known``
    are lines that are furniture for sure.
    """
    model = model or load()
    page = page_like(lines)
    shapes, scores, open_ = measure(lines, known, model, glance=not page)
    around = Surroundings(lines, shapes, scores, title or headline_of(lines), slug_of(url), known)
    forest = model.page if page else model.article
    return {i: _verdict(i, lines, shapes[i], around.row(i), forest, model.per_log_word) for i in open_}


def measure(
    lines: Sequence[str], known: Collection[int], model: Model, *, glance: bool = True
) -> tuple[list[Shape], list[int], list[int]]:
    """The lines' shapes, their words' scores, and which lines are open to judgement.

    At a glance, plain paragraphs are settled.
    """
    shapes: list[Shape] = []
    scores: list[int] = []
    open_: list[int] = []
    for i, line in enumerate(lines):
        if i in known or (glance and plain(line)):
            shapes.append(standing(len(line)))
            scores.append(KNOWN if i in known else PLAIN)
        else:
            found = shape(line)
            shapes.append(found)
            scores.append(score(found.tokens, model.weights, model.bias))
            open_.append(i)
    return shapes, scores, open_


def _verdict(
    i: int, lines: Sequence[str], found: Shape, row: list[int], forest: Forest, per_log_word: int
) -> Judgement:
    values = found.values + row
    odds = forest.odds(values)
    margin = odds - per_log_word * LOGS[values[0]] // 1000 - forest.bar
    if margin <= 0:
        return Judgement(odds, margin, "", "")
    return Judgement(odds, margin, kind_of(lines[i], row[BEHIND] == 0), reason_of(i, lines, found, row))
