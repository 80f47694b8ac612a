"""The verdict on each line of a text."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from cleaner.models.line.company import DOUBT, PLAIN_ODDS, SURE_ODDS, Company
from cleaner.models.line.context import (
    CONTEXT,
    Surroundings,
    asides_of,
    english_like,
    headline_of,
    page_like,
    slug_of,
)
from cleaner.models.line.kinds import kind_of
from cleaner.models.line.model import LineModel, load_lines
from cleaner.models.line.reasons import reason_of
from cleaner.models.line.shape import SHAPE, Shape, measured, outlined, plain, shape, standing, tokens_of
from cleaner.models.line.words import score

_AT = {name: n for n, name in enumerate(CONTEXT)}
MONEY, _ENDING = SHAPE.index("money"), SHAPE.index("ending")
STOPPED = 7
"""From this value on, ``ending`` is a full stop, a question mark or what closes a quotation behind one."""

ALONE, CARE, SENTENCE_CARE = 5, 1000, 350
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

SETTLED, SETTLED_ODDS = -200, -4000
"""Below this score of its words a line of an article is no furniture, whatever surrounds it; the odds it gets."""

KNOWN = 500
"""The words' score of a line that is furniture for sure."""

MOST_SENTENCES = 8
"""One part in so many of a text, no more, may be sentences that only the model takes for furniture."""

PARAGRAPH = 25
"""A sentence of so many words is cut only where something beside the model speaks against it."""

_NO_WITNESS = ("ad.", "timestamp.", "byline.", "title.", "tags.section")
"""What stands beside paragraphs of the story by its nature."""

_STEADY = 8000
"""No odds of the trees are taken for surer than this."""


@dataclass(slots=True)
class Sight:
    """A text as it looks at first sight: the lines' shapes, their words' scores, what each is taken for.

    ``rows`` are the surroundings of the lines that remain in doubt, by index; ``around`` knows those of the others.
    """

    shapes: list[Shape]
    scores: list[int]
    odds: list[int]
    rows: dict[int, list[int]]
    around: Surroundings

    def look_closer(self, i: int, line: str, model: LineModel) -> None:
        """Measure a line that was settled at a glance; what surrounds a plain paragraph is told as for any other."""
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
    model: LineModel | None = None,
) -> dict[int, Judgement]:
    """Judge the lines of a text in their context, by index; what is settled at first sight is left out.

    ``lines`` are stripped and not empty; ``url`` is the address of the page, whose words tell the subject; ``known``
    are lines that are furniture for sure, with the rules that cut them.
    """
    model = model or load_lines()
    page = page_like(lines)
    forests = model.page if page else model.article
    seen = first_sight(lines, title or headline_of(lines), slug_of(url), known, model, glance=not page)
    if not seen.rows:
        return {}
    bar = forests.bar if page or english_like(lines) else model.foreign
    company = Company(lines, seen.odds, asides_of(known))
    for i in company.flanked():
        seen.look_closer(i, lines[i], model)
    found = {}
    for i, surroundings in sorted(seen.rows.items()):
        values, row = seen.shapes[i].values, surroundings + company.row(i)
        odds = forests.in_company(values + row)
        care = 0 if page else model.per_log_word * LOGS[values[0]] // 1000 + reserve(values, row)
        found[i] = _verdict(i, lines, seen.shapes[i], row, odds, odds - bar - care)
    if not page:
        spare_prose(lines, known, found)
        spare_sentences(lines, seen.scores, found)
    return found


def first_sight(
    lines: Sequence[str], title: str, slug: str, known: Mapping[int, str], model: LineModel, *, glance: bool
) -> Sight:
    """What each line is taken for by its shape, its words and its place; ``glance`` settles plain paragraphs."""
    shapes, scores, odds, open_ = measure(lines, known, model, glance=glance)
    around = Surroundings(lines, shapes, scores, title, slug, known, asides_of(known))
    forests = model.article if glance else model.page
    rows = {}
    for i in open_:
        row = around.row(i)
        odds[i] = steady(forests.at_first_sight(shapes[i].values + row))
        if odds[i] > DOUBT:
            rows[i] = row
    return Sight(shapes, scores, odds, rows, around)


def spare_sentences(lines: Sequence[str], scores: Sequence[int], found: dict[int, Judgement]) -> None:
    """Give back the sentences where the model would take many: then it has mistaken the article for something else.

    A story told in pictures is one sentence and one credit after the other, which looks like captions to the model.
    Furniture that reads like sentences and is known to no row is never so much of a text.
    """
    taken = {i: lines[i].count(" ") + 1 for i, verdict in found.items() if verdict.cut and sentence(lines[i])}
    if not taken:
        return
    left = [i for i in range(len(lines)) if scores[i] != KNOWN and not (i in found and found[i].cut)]
    kept = sum([lines[i].count(" ") + 1 for i in left])
    if sum(taken.values()) * MOST_SENTENCES > kept:
        for i in taken:
            found[i] = replace(found[i], margin=0)


def spare_prose(lines: Sequence[str], known: Mapping[int, str], found: dict[int, Judgement]) -> None:
    """Give back long sentences that nothing but the model takes for boilerplate: losing a paragraph is the worst error.

    A second witness is boilerplate right above or below that is known for sure, other than an ad.
    """
    for i, verdict in found.items():
        if verdict.cut and long_sentence(lines[i]) and not witnessed(i, known):
            found[i] = replace(verdict, margin=0)


def long_sentence(line: str) -> bool:
    """Does a line read like a paragraph: ``PARAGRAPH`` words and a stop?"""
    return line.count(" ") + 1 >= PARAGRAPH and sentence(line)


def witnessed(i: int, known: Mapping[int, str]) -> bool:
    """Does boilerplate that is known for sure stand beside line ``i``?

    >>> witnessed(3, {2: "newsletter.sign-up"}), witnessed(3, {2: "ad.label"}), witnessed(3, {5: "newsletter.sign-up"})
    (True, False, False)
    """
    return any(j in known and not known[j].startswith(_NO_WITNESS) for j in (i - 1, i + 1))


def sentence(line: str) -> bool:
    """Does a line read like a sentence: eight words and a stop?

    >>> sentence("She wore it once more in Paris, in May."), sentence("Read more.")
    (True, False)
    """
    return line.count(" ") >= 7 and line.rstrip("\"”’')").endswith((".", "!", "?", "…"))


def steady(odds: int) -> int:
    """The odds of the trees, never as sure as what is known."""
    return max(-_STEADY, min(_STEADY, odds))


def measure(
    lines: Sequence[str], known: Collection[int], model: LineModel, *, glance: bool = True
) -> tuple[list[Shape], list[int], list[int], list[int]]:
    """The lines' shapes, their words' scores, their odds as far as they are settled, and which lines are open.

    At a glance, plain paragraphs are settled, and lines whose words speak for them.
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
    """What an article's line must clear beyond the bar: more in a list, with a price, as a sentence, alone.

    A table without its markup (one number a line) and a list of names look like a menu. A menu seldom stands alone,
    though: where no boilerplate is near, a run of short lines is taken for the article's own. So is one short line, a
    sub-heading ("How we got here") or a result ("Rovers 2, Athletic 1").
    """
    listed = row[_AT["run_before"]] + row[_AT["run_after"]] >= LISTED and row[_AT["loud_near"]] <= 1
    alone = values[0] <= ALONE and row[_AT["loud_near"]] == 0
    ended = values[_ENDING] >= STOPPED and values[0] > ALONE
    return 4000 * listed + 1000 * values[MONEY] + CARE * alone + SENTENCE_CARE * ended


def _verdict(i: int, lines: Sequence[str], found: Shape, row: list[int], odds: int, margin: int) -> Judgement:
    if margin <= 0:
        return Judgement(odds, margin, "", "")
    above = lines[i - 1] if row[_AT["heading_gap"]] == 1 else ""
    return Judgement(
        odds, margin, kind_of(lines[i], row[_AT["prose_after"]] == 0, above), reason_of(i, lines, found, row)
    )
