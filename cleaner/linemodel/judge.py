"""The verdict on each line of a text."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cleaner.linemodel.context import CONTEXT, Surroundings, english_like, headline_of, page_like, slug_of
from cleaner.linemodel.kinds import kind_of
from cleaner.linemodel.model import LineModel, load_lines
from cleaner.linemodel.reasons import reason_of
from cleaner.linemodel.shape import SHAPE, Shape, plain, shape, standing
from cleaner.linemodel.words import score

_AT = {name: n for n, name in enumerate(CONTEXT)}
MONEY = SHAPE.index("money")
LISTED = 8
"""So many short lines around a short line make a list."""

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

SETTLED = -200
"""Below this score of its words a line of an article is no furniture, whatever surrounds it."""

KNOWN = 500
"""The words' score of a line that is furniture for sure."""


def judge(
    lines: Sequence[str],
    title: str = "",
    url: str | None = None,
    known: Collection[int] = (),
    model: LineModel | None = None,
) -> dict[int, Judgement]:
    """Judge the lines of a text in their context, by index; what is settled at a glance is left out.

    ``lines`` are stripped and not empty; ``url`` is the address of the page, whose words tell the subject; ``known``
    are lines that are furniture for sure.
    """
    model = model or load_lines()
    page = page_like(lines)
    shapes, scores, open_ = measure(lines, known, model, glance=not page)
    around = Surroundings(lines, shapes, scores, title or headline_of(lines), slug_of(url), known)
    forest = model.page if page else model.article
    bar = forest.bar if page or english_like(lines) else model.foreign
    found = {}
    for i in open_:
        if scores[i] < SETTLED and not page:
            continue
        row = around.row(i)
        odds = forest.odds(shapes[i].values + row)
        margin = odds - model.per_log_word * LOGS[shapes[i].values[0]] // 1000 - bar
        margin -= 0 if page else reserve(shapes[i].values, row)
        found[i] = _verdict(i, lines, shapes[i], row, odds, margin)
    return found


def measure(
    lines: Sequence[str], known: Collection[int], model: LineModel, *, glance: bool = True
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


def reserve(values: Sequence[int], row: Sequence[int]) -> int:
    """What an article's line must clear beyond the bar: more in a list, more with a price.

    A table without its markup (one number a line) and a list of names look like a menu. A menu seldom stands alone,
    though: where no furniture is near, a run of short lines is taken for the article's own.
    """
    listed = row[_AT["run_before"]] + row[_AT["run_after"]] >= LISTED and row[_AT["loud_near"]] <= 1
    return 4000 * listed + 1000 * values[MONEY]


def _verdict(i: int, lines: Sequence[str], found: Shape, row: list[int], odds: int, margin: int) -> Judgement:
    if margin <= 0:
        return Judgement(odds, margin, "", "")
    above = lines[i - 1] if row[_AT["heading_gap"]] == 1 else ""
    return Judgement(
        odds, margin, kind_of(lines[i], row[_AT["prose_after"]] == 0, above), reason_of(i, lines, found, row)
    )
