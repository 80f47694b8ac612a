"""The verdict on each line of a text."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from cleaner.models.line.context import (
    CONTEXT,
    Surroundings,
    headline_of,
    inserts_of,
    page_like,
    slug_of,
)
from cleaner.models.line.guards import guard
from cleaner.models.line.kinds import kind_of
from cleaner.models.line.model import LineModel, line_model
from cleaner.models.line.reasons import reason_of
from cleaner.models.line.second_look import DOUBT, PLAIN_ODDS, SURE_ODDS, SecondLook
from cleaner.models.line.shape import SHAPE, Shape, measured, outlined, plain, shape, standing, tokens_of
from cleaner.models.line.words import score

_AT = {name: n for n, name in enumerate(CONTEXT)}
MONEY, _ENDING = SHAPE.index("money"), SHAPE.index("ending")
STOPPED = 7
"""An ``ending`` of this value or more is a full stop, a question mark, or the end of a quotation after one."""

ALONE, CARE, CARE_BEHIND, SENTENCE_CARE = 5, 500, 1000, 350
LIST_CARE, LIST_CARE_ABOVE, LISTED = 4000, 500, 8
"""A short line among ``LISTED`` short lines is part of a list; above a story lists are seldom its own."""

LOGS = [0, 0] + [int(1000 * math.log(n) + 0.5) for n in range(2, 201)]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The model's verdict on a line.

    ``odds`` are the log odds, times 1000, that the line is boilerplate; ``margin`` says how far they are beyond the
    bar. The bar is higher for longer lines, since a wrong cut loses all their words.
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
"""The score for the words of a plain paragraph."""

SETTLED, SETTLED_ODDS = -200, -4000
"""A line whose words score less is not boilerplate, whatever surrounds it; and the odds that it gets."""

KNOWN = 500
"""The score for the words of sure boilerplate."""

_STEADY = 8000
"""The largest odds that the trees may give."""


@dataclass(slots=True)
class FirstLook:
    """The first look at a text: the shape of each line, the score of its words, and its first odds.

    ``rows`` are the features of the lines in doubt, by index; ``around`` can give them for the others.
    """

    shapes: list[Shape]
    scores: list[int]
    odds: list[int]
    rows: dict[int, list[int]]
    around: Surroundings

    def look_closer(self, i: int, line: str, model: LineModel) -> None:
        """Measure a line that was settled without measuring it."""
        found = shape(line)
        if self.scores[i] != PLAIN:
            self.shapes[i] = found
        self.rows[i] = self.around.row(i)
        self.rows[i][0] = score(found.tokens, model.weights, model.bias)
        self.shapes[i] = found


def judge(
    lines: Sequence[str],
    title: str = "",
    url: str | None = None,
    known: Mapping[int, str] = MappingProxyType({}),
) -> dict[int, Judgement]:
    """Judge the lines of a text in their context, by index. Lines that are settled at once are left out.

    ``lines`` are stripped and not empty; ``url`` is the address of the page, whose words tell the subject; ``known``
    are lines that are surely boilerplate, with the rules that cut them.
    """
    model = line_model()
    page = page_like(lines)
    forests = model.page if page else model.article
    seen = first_look(lines, title or headline_of(lines), slug_of(url), known, model, glance=not page)
    if not seen.rows:
        return {}
    second = SecondLook(lines, seen.odds, inserts_of(known))
    for i in second.flanked():
        seen.look_closer(i, lines[i], model)
    rows = {i: seen.rows[i] + second.row(i) for i in sorted(seen.rows)}
    odds = {i: forests.at_second_look(seen.shapes[i].values + row) for i, row in rows.items()}
    margins = {i: odd - forests.bar for i, odd in odds.items()}
    cards: frozenset[int] = frozenset()
    if not page:
        for i, row in rows.items():
            values = seen.shapes[i].values
            margins[i] -= model.per_log_word * LOGS[values[0]] // 1000 + reserve(values, row)
        cards = guard(lines, known, odds, margins)
    found = {i: _verdict(i, lines, seen.shapes[i], row, odds[i], margins[i]) for i, row in rows.items()}
    return found | {i: replace(found[i], kind="related") for i in cards if found[i].cut}


def first_look(
    lines: Sequence[str], title: str, slug: str, known: Mapping[int, str], model: LineModel, *, glance: bool
) -> FirstLook:
    """Judge each line by shape, words and position; ``glance`` settles plain paragraphs without measuring."""
    shapes, scores, odds, open_ = measure(lines, known, model, glance=glance)
    around = Surroundings(lines, shapes, scores, title, slug, known, inserts_of(known))
    forests = model.article if glance else model.page
    rows = {}
    for i in open_:
        row = around.row(i)
        odds[i] = steady(forests.at_first_look(shapes[i].values + row))
        if odds[i] > DOUBT:
            rows[i] = row
    return FirstLook(shapes, scores, odds, rows, around)


def steady(odds: int) -> int:
    """The odds of the trees, limited to ``_STEADY``."""
    return max(-_STEADY, min(_STEADY, odds))


def measure(
    lines: Sequence[str], known: Collection[int], model: LineModel, *, glance: bool = True
) -> tuple[list[Shape], list[int], list[int], list[int]]:
    """The shapes of the lines, the scores of their words, the odds of settled lines, and the indices of open ones.

    With ``glance``, plain paragraphs are settled, and lines whose words speak for the article.
    """
    found: list[tuple[Shape, int, int]] = []
    open_: list[int] = []
    for i, line in enumerate(lines):
        if i in known or (glance and plain(line)):
            found.append((standing(len(line)), *((KNOWN, SURE_ODDS) if i in known else (PLAIN, PLAIN_ODDS))))
            continue
        tokens = tokens_of(line)
        points = score(tokens, model.weights, model.bias)
        if glance and points < SETTLED:
            found.append((outlined(line, tokens), points, SETTLED_ODDS))
        else:
            found.append((measured(line, tokens), points, 0))
            open_.append(i)
    return [s for s, _, _ in found], [p for _, p, _ in found], [o for _, _, o in found], open_


def reserve(values: Sequence[int], row: Sequence[int]) -> int:
    """How much higher the bar is for a line: in a list, with a price, as a sentence, or alone.

    A table without its markup (one number a line) and a list of names look like a menu. A menu seldom stands alone,
    though: where no boilerplate is near, a run of short lines is taken for the article's own. So is one short line, a
    sub-heading ("How we got here") or, behind the last paragraph, a result ("Rovers 2, Athletic 1").
    """
    listed = row[_AT["run_before"]] + row[_AT["run_after"]] >= LISTED and row[_AT["loud_near"]] <= 1
    above = not row[_AT["prose_before"]] and row[_AT["prose_after"]]
    alone = values[0] <= ALONE and row[_AT["loud_near"]] == 0
    care = (CARE if row[_AT["prose_after"]] else CARE_BEHIND) * alone
    ended = values[_ENDING] >= STOPPED and values[0] > ALONE
    return (LIST_CARE_ABOVE if above else LIST_CARE) * listed + 1000 * values[MONEY] + care + SENTENCE_CARE * ended


def _verdict(i: int, lines: Sequence[str], found: Shape, row: list[int], odds: int, margin: int) -> Judgement:
    if margin <= 0:
        return Judgement(odds, margin, "", "")
    above = lines[i - 1] if row[_AT["heading_gap"]] == 1 else ""
    return Judgement(
        odds, margin, kind_of(lines[i], row[_AT["prose_after"]] == 0, above), reason_of(i, lines, found, row)
    )
