"""What overrules the model's verdict on a line, whatever its odds: the lines around it, and what a mistake would cost.

The model judges one line at a time. A box of boilerplate is one thing, though, so a line in doubt goes with the lines
on both sides of it. And a paragraph is worth more than all boilerplate: long sentences need a second witness, and a
text in which the model would take many sentences has been mistaken for something else.

``margins`` say, by line, how far the odds lie beyond the bar; what is above zero goes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

MOST_SENTENCES = 8
"""One part in so many of a text, no more, may be sentences that only the model takes for boilerplate."""

PARAGRAPH = 25
"""A sentence of so many words is cut only where something beside the model speaks against it."""

LONGEST_RUN = 3
"""So many lines in doubt, no more, are settled by the lines around them."""

_NOTE = re.compile(r"\W*(?:editor['’]s note|correction|clarification)\b", re.I)
"""How an editor's note begins, which is part of the article."""

_NO_WITNESS = ("ad.", "timestamp.", "byline.", "title.", "tags.section")
"""What stands beside paragraphs of the story by its nature."""


def settle_between(
    lines: Sequence[str], known: Mapping[int, str], odds: Mapping[int, int], margins: dict[int, int]
) -> None:
    """Cut lines in doubt that stand between lines that are cut: where half of a box is known, the rest is, too.

    For each of them the odds must speak for boilerplate, though they may be below the bar, which is high for long lines
    and in lists. The end of a text counts as a cut, but not for a sentence, which may be the story's last. Of sentences
    only one is settled at a time.
    """
    end = len(lines)

    def gone(i: int) -> bool:
        return margins.get(i, 0) > 0 or witness(i, known)

    def doubtful(i: int) -> bool:
        if odds.get(i, 0) <= 0 or margins[i] > 0 or lines[i][0].islower() or _NOTE.match(lines[i]):
            return False
        return lines[i].count(" ") + 1 < PARAGRAPH or witnessed(i, known)

    for first in sorted(margins):
        if not doubtful(first) or not gone(first - 1):
            continue
        last = first
        while last - first < LONGEST_RUN and doubtful(last):
            last += 1
        run = range(first, last)
        speaks = any(sentence(lines[i]) for i in run)
        if (not speaks or len(run) == 1) if gone(last) else (last == end and not speaks):
            margins.update(dict.fromkeys(run, 1))


def spare_prose(lines: Sequence[str], known: Mapping[int, str], margins: dict[int, int]) -> None:
    """Give back long sentences that nothing but the model takes for boilerplate: losing a paragraph is the worst error.

    A second witness is boilerplate right above or below that is known for sure, other than an ad.
    """
    for i, margin in margins.items():
        if margin > 0 and long_sentence(lines[i]) and not witnessed(i, known):
            margins[i] = 0


def spare_sentences(lines: Sequence[str], known: Collection[int], margins: dict[int, int]) -> None:
    """Give back the sentences where the model would take many: then it has mistaken the article for something else.

    A story told in pictures is one sentence and one credit after the other, which looks like captions to the model.
    Boilerplate that reads like sentences and is known to no row is never so much of a text.
    """
    taken = {i: lines[i].count(" ") + 1 for i, margin in margins.items() if margin > 0 and sentence(lines[i])}
    if not taken:
        return
    left = [i for i in range(len(lines)) if i not in known and margins.get(i, 0) <= 0]
    kept = sum([lines[i].count(" ") + 1 for i in left])
    if sum(taken.values()) * MOST_SENTENCES > kept:
        margins.update(dict.fromkeys(taken, 0))


def long_sentence(line: str) -> bool:
    """Does a line read like a paragraph: ``PARAGRAPH`` words and a stop?"""
    return line.count(" ") + 1 >= PARAGRAPH and sentence(line)


def sentence(line: str) -> bool:
    """Does a line read like a sentence: eight words and a stop?

    >>> sentence("She wore it once more in Paris, in May."), sentence("Read more.")
    (True, False)
    """
    return line.count(" ") >= 7 and line.rstrip("\"”’')").endswith((".", "!", "?", "…"))


def witnessed(i: int, known: Mapping[int, str]) -> bool:
    """Does boilerplate that is known for sure stand beside line ``i``?

    >>> witnessed(3, {2: "newsletter.sign-up"}), witnessed(3, {2: "ad.label"}), witnessed(3, {5: "newsletter.sign-up"})
    (True, False, False)
    """
    return witness(i - 1, known) or witness(i + 1, known)


def witness(i: int, known: Mapping[int, str]) -> bool:
    """Is line ``i`` known for boilerplate that speaks against the lines beside it?"""
    return i in known and not known[i].startswith(_NO_WITNESS)
