"""Guards that overrule the model's verdict on a line: its neighbours, and the cost of a mistake.

The model judges one line at a time. But a box of boilerplate is one thing, so a line in doubt goes with the lines on
both sides. And losing a paragraph is worse than keeping boilerplate: long sentences need a second witness, and if the
model would cut many sentences, it has misjudged the whole text.

``margins`` say, for each line, how far its odds are beyond the bar; lines above zero are cut.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from cleaner.core import lazy_re as re
from cleaner.models.line.kinds import worded
from cleaner.models.line.second_look import form
from cleaner.text.sentences import ends_sentence

MOST_SENTENCES = 8
"""At most one part in so many of a text may be sentences that only the model takes for boilerplate."""

PARAGRAPH = 25
"""A sentence of so many words is cut only if there is evidence besides the model."""

LONGEST_RUN = 3
"""At most so many successive lines in doubt are settled by the lines around them."""

CARDS = 3
"""So many sentences, each alone between lines that are cut, belong to cards."""

BESIDE = 600
"""A short line beside a known one may be so far below the bar."""

_BOXED = frozenset(["newsletter", "paywall", "comments", "cookie", "video", "ad"])
"""Kinds of boxes whose sentences address the reader."""

_TOLD_BY_WORDS = frozenset(["contact", "copyright", "video", "bio", "cookie"])
_TOLD_IN_SENTENCES, _TOLD_IN_LABELS = frozenset(["newsletter", "paywall"]), frozenset(["comments"])
"""Kinds of lines, of sentences, and of lines without a stop that need no more than even odds."""

POSTED = re.compile(r"[—–-]{1,2} ?[^()]{1,60} \(@\w{1,20}\)")
"""The name below an embedded post: "— Ann Lee (@annlee) May 3, 2023"."""

_TOLD_ALONE = frozenset(["contact", "copyright", "video"])
"""Kinds of lines that need no cut beside them."""

_FIRST = re.compile(r"(?<=[.!?]) ")
_FIGURE = re.compile(r"\d")
_SHORT = 60
FIGURES = 6
"""So many successive lines of one form, each with a figure, are a table."""

CELLS = 20
"""So many cells with figures in a run, more than half of it, are a table."""

_CELL = re.compile(r"[\d.,:%+–-]{1,12}$")

_OWN = re.compile(r"\W*(?:editor['’]s note|correction|clarification)\b|\d{1,2}[.)] ", re.I)
"""The beginning of an editor's note or of a numbered point, which are part of the article."""

_PICTURED = frozenset(["caption", "credit", "gallery", "embed"])
"""Kinds of lines between the sentences of a story told in pictures or posts."""

_NO_WITNESS = ("ad.", "timestamp.", "byline.", "title.", "tags.section")
"""Rules whose lines belong beside paragraphs, and so are no evidence against them."""


def guard(
    lines: Sequence[str], known: Mapping[int, str], odds: Mapping[int, int], margins: dict[int, int]
) -> frozenset[int]:
    """Overrule the model where words, neighbours or the cost of a mistake say otherwise; returns the cards."""
    trust_words(lines, known, odds, margins)
    spare_prose(lines, known, margins)
    spare_sentences(lines, known, margins)
    cards = settle_between(lines, known, odds, margins)
    settle_beside(lines, known, odds, margins)
    spare_lone_sentences(lines, known, margins)
    spare_lead_ins(lines, known, margins)
    spare_figures(lines, known, margins)
    spare_cells(lines, margins)
    return cards


def trust_words(
    lines: Sequence[str], known: Mapping[int, str], odds: Mapping[int, int], margins: dict[int, int]
) -> None:
    """Cut lines with even odds whose words name a kind that no story has: then two witnesses agree.

    If a line has sentences and no stop at its end, the first must name the kind: a credit may follow a paragraph.
    A question may be about comments, and a sentence may tell the reader how to sign up somewhere, so only notices of
    rights, reporters and film players go without a line beside them that is cut, too.
    """
    for i in [i for i, odd in odds.items() if odd > 0 >= margins[i] and not _OWN.match(lines[i])]:
        line = lines[i]
        ended = sentence(line)
        beside = _gone(i - 1, lines, known, margins) or _gone(i + 1, lines, known, margins)
        kind = worded(line if ended else _FIRST.split(line, 1)[0])
        if (beside or (kind in _TOLD_ALONE and not ended)) and (
            kind in _TOLD_BY_WORDS or kind in (_TOLD_IN_SENTENCES if ended else _TOLD_IN_LABELS)
        ):
            margins[i] = 1


def spare_figures(lines: Sequence[str], known: Collection[int], margins: dict[int, int]) -> None:
    """Keep a run of lines of one form, each with a figure, below a sentence that stays: a table or a list of results.

    The model takes them for a menu, although the sentence announces them.
    """
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _like(lines[start], lines[end]):
            end += 1
        stays = start and start - 1 not in known and margins.get(start - 1, 0) <= 0
        if end - start >= FIGURES and stays:
            margins.update({i: 0 for i in range(start, end) if margins.get(i, 0) > 0})
        start = end


def spare_cells(lines: Sequence[str], margins: dict[int, int]) -> None:
    """Keep a table that stands a cell a line, as results and standings do; a calendar or a pager counts up."""
    run: list[int] = []
    for i in [*sorted(margins), len(lines) + 1]:
        if run and (i != run[-1] + 1 or margins[i] <= 0):
            cells = [lines[k] for k in run if _CELL.match(lines[k])]
            counts = sum(a.isdigit() and b.isdigit() and int(b) - int(a) == 1 for a, b in pairwise(cells))
            if len(cells) >= CELLS and 2 * len(cells) > len(run) and 2 * counts < len(cells):
                margins.update(dict.fromkeys(run, 0))
            run = []
        if margins.get(i, 0) > 0:
            run.append(i)


def _like(line: str, other: str) -> bool:
    """Have two lines a figure each, and the same first and last sign, or a letter in both places?"""
    if not (_FIGURE.search(line[:_SHORT]) and _FIGURE.search(other[:_SHORT])):
        return False
    return form(line, 1)[:2] == form(other, 1)[:2] and abs(line.count(" ") - other.count(" ")) <= 1


def settle_between(
    lines: Sequence[str], known: Mapping[int, str], odds: Mapping[int, int], margins: dict[int, int]
) -> frozenset[int]:
    """Cut lines in doubt between lines that are cut: if half of a box is known, so is the rest.

    Returns the sentences of cards, which announce other stories and are no captions.

    Their odds must still favour boilerplate, but may be below the bar, which is high for long lines and in lists. The
    end of a text counts as a cut. A sentence stays when its neighbours go: it may be the last of the story, between a
    link and a newsletter box. It goes only with words of such a box, or in the rhythm of cards (:func:`_cards`). A line
    as long as a paragraph needs a second witness. A line that begins in lower case is a piece of a sentence that links
    have broken, and stays. Captions and credits settle nothing.
    """
    cards = _cards(lines, known, odds, margins)

    def doubtful(i: int) -> bool:
        if not _in_doubt(i, lines, odds, margins):
            return False
        if sentence(lines[i]) and i not in cards and not (worded(lines[i]) in _BOXED and i + 1 < len(lines)):
            return False
        return lines[i].count(" ") + 1 < PARAGRAPH or witnessed(i, known)

    for first in sorted(margins):
        if not doubtful(first) or not _gone(first - 1, lines, known, margins):
            continue
        last = first
        while last - first < LONGEST_RUN and doubtful(last):
            last += 1
        if last == len(lines) or _gone(last, lines, known, margins):
            margins.update(dict.fromkeys(range(first, last), 1))
    return cards


def settle_beside(
    lines: Sequence[str], known: Mapping[int, str], odds: Mapping[int, int], margins: dict[int, int]
) -> None:
    """Cut a short line a little below the bar, between the first and the last paragraph, beside one that a row cuts.

    The model's own cut is no evidence for the line beside it: one mistake in a list would take the whole list. Above
    the first paragraph stand deks, behind the last results and addresses, which are often the article's own.
    """
    body = [i for i, line in enumerate(lines) if i not in known and long_sentence(line)]
    for i in [i for i, margin in margins.items() if body and body[0] < i < body[-1] and margin > -BESIDE]:
        if _in_doubt(i, lines, odds, margins) and not sentence(lines[i]) and lines[i].count(" ") < PARAGRAPH:
            sure = [k for k in (i - 1, i + 1) if k in known and _gone(k, lines, known, margins)]
            margins[i] = 1 if sure else margins[i]


def _gone(i: int, lines: Sequence[str], known: Mapping[int, str], margins: Mapping[int, int]) -> bool:
    """Is a line cut, and no picture's?"""
    if i in known:
        return witness(i, known) and known[i].partition(".")[0] not in _PICTURED
    return margins.get(i, 0) > 0 and worded(lines[i]) not in _PICTURED


def _in_doubt(i: int, lines: Sequence[str], odds: Mapping[int, int], margins: Mapping[int, int]) -> bool:
    """Is a line below the bar, with odds that favour boilerplate?"""
    return odds.get(i, 0) > 0 >= margins[i] and not lines[i][0].islower() and not _OWN.match(lines[i])


def _cards(
    lines: Sequence[str], known: Mapping[int, str], odds: Mapping[int, int], margins: Mapping[int, int]
) -> frozenset[int]:
    """The sentences of cards that announce other stories: each alone between its headline and what follows.

    One sentence between two cuts may be the story's last. ``CARDS`` of them in the same text are not.
    """
    alone = [
        i
        for i in sorted(margins)
        if _in_doubt(i, lines, odds, margins)
        and sentence(lines[i])
        and _gone(i - 1, lines, known, margins)
        and (i + 1 == len(lines) or _gone(i + 1, lines, known, margins))
    ]
    return frozenset(alone if len(alone) >= CARDS else ())


def spare_prose(lines: Sequence[str], known: Mapping[int, str], margins: dict[int, int]) -> None:
    """Keep long sentences that only the model takes for boilerplate: losing a paragraph is the worst error.

    A second witness is sure boilerplate right above or below, other than an ad.
    """
    for i, margin in margins.items():
        if margin > 0 and long_sentence(lines[i]) and not witnessed(i, known):
            margins[i] = 0


def spare_lone_sentences(lines: Sequence[str], known: Mapping[int, str], margins: dict[int, int]) -> None:
    """Keep a sentence that neither its words nor both neighbours take for boilerplate: the model alone does not do."""

    def stays(i: int) -> bool:
        return 0 <= i < len(lines) and i not in known and margins.get(i, 0) <= 0

    alone = [i for i, margin in margins.items() if margin > 0 and (stays(i - 1) or stays(i + 1))]
    margins.update({i: 0 for i in alone if sentence(lines[i]) and not worded(lines[i]) and not witnessed(i, known)})


def spare_lead_ins(lines: Sequence[str], known: Collection[int], margins: dict[int, int]) -> None:
    """Keep a line with a colon above a sentence that stays: "The Gazette reports:" says whose words follow.

    So does a line above such a line, and the name below a post that stays.
    """
    for i in sorted(margins, reverse=True):
        if margins[i] > 0 and lines[i].endswith(":") and i + 1 < len(lines):
            stays = i + 1 not in known and margins.get(i + 1, 0) <= 0
            if stays and (sentence(lines[i + 1]) or lines[i + 1].endswith(":")):
                margins[i] = 0
        elif margins[i] > 0 and i and POSTED.match(lines[i]) and i - 1 not in known and margins.get(i - 1, 0) <= 0:
            margins[i] = 0


def spare_sentences(lines: Sequence[str], known: Collection[int], margins: dict[int, int]) -> None:
    """Keep all sentences if the model would cut many: then it has misjudged the article.

    A story told in pictures, sentence by sentence with a credit each, looks like captions to the model. Boilerplate
    that reads like sentences and matches no row is never so much of a text.
    """
    taken = {i: lines[i].count(" ") + 1 for i, margin in margins.items() if margin > 0 and sentence(lines[i])}
    if not taken:
        return
    left = [i for i in range(len(lines)) if i not in known and margins.get(i, 0) <= 0]
    kept = sum([lines[i].count(" ") + 1 for i in left])
    if sum(taken.values()) * MOST_SENTENCES > kept:
        margins.update(dict.fromkeys(taken, 0))


def long_sentence(line: str) -> bool:
    """Does a line read like a paragraph: ``PARAGRAPH`` words or more, and a stop?"""
    return line.count(" ") + 1 >= PARAGRAPH and sentence(line)


def sentence(line: str) -> bool:
    """Does a line read like a sentence: eight words or more, and a stop?

    >>> sentence("She wore it once more in Paris, in May."), sentence("Read more.")
    (True, False)
    """
    return line.count(" ") >= 7 and ends_sentence(line)


def witnessed(i: int, known: Mapping[int, str]) -> bool:
    """Is there sure boilerplate beside line ``i``?

    >>> witnessed(3, {2: "newsletter.sign-up"}), witnessed(3, {2: "ad.label"}), witnessed(3, {5: "newsletter.sign-up"})
    (True, False, False)
    """
    return witness(i - 1, known) or witness(i + 1, known)


def witness(i: int, known: Mapping[int, str]) -> bool:
    """Is line ``i`` sure boilerplate that is evidence against its neighbours?"""
    return i in known and not known[i].startswith(_NO_WITNESS)
