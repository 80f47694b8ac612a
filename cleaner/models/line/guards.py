"""Guards that overrule the model's verdict on a line: its neighbours, and the cost of a mistake.

The model judges one line at a time. But a box of boilerplate is one thing, so a line in doubt goes with the lines on
both sides. And losing a paragraph is worse than keeping boilerplate: long sentences need a second witness, and if the
model would cut many sentences, it has misjudged the whole text.

``margins`` say, for each line, how far its odds are beyond the bar; lines above zero are cut.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cleaner.core import lazy_re as re
from cleaner.models.line.kinds import worded
from cleaner.text.sentences import ends_sentence

MOST_SENTENCES = 8
"""At most one part in so many of a text may be sentences that only the model takes for boilerplate."""

PARAGRAPH = 25
"""A sentence of so many words is cut only if there is evidence besides the model."""

LONGEST_RUN = 3
"""At most so many successive lines in doubt are settled by the lines around them."""

_OWN = re.compile(r"\W*(?:editor['’]s note|correction|clarification)\b|\d{1,2}[.)] ", re.I)
"""The beginning of an editor's note or of a numbered point, which are part of the article."""

_PICTURED = frozenset(["caption", "credit", "gallery"])
"""Kinds of lines between the sentences of a story told in pictures."""

_NO_WITNESS = ("ad.", "timestamp.", "byline.", "title.", "tags.section")
"""Rules whose lines belong beside paragraphs, and so are no evidence against them."""


def settle_between(
    lines: Sequence[str], known: Mapping[int, str], odds: Mapping[int, int], margins: dict[int, int]
) -> None:
    """Cut lines in doubt between lines that are cut: if half of a box is known, so is the rest.

    Their odds must still favour boilerplate, but may be below the bar, which is high for long lines and in lists. The
    end of a text counts as a cut. A sentence stays when its neighbours go: it may be the last of the story, between a
    link and a newsletter box. A line as long as a paragraph needs a second witness. A line that begins in lower case
    is a piece of a sentence that links have broken, and stays. Captions and credits settle nothing.
    """
    end = len(lines)

    def gone(i: int) -> bool:
        if i in known:
            return witness(i, known) and known[i].partition(".")[0] not in _PICTURED
        return margins.get(i, 0) > 0 and worded(lines[i]) not in _PICTURED

    def doubtful(i: int) -> bool:
        if odds.get(i, 0) <= 0 or margins[i] > 0 or lines[i][0].islower() or _OWN.match(lines[i]):
            return False
        return not sentence(lines[i]) and (lines[i].count(" ") + 1 < PARAGRAPH or witnessed(i, known))

    for first in sorted(margins):
        if not doubtful(first) or not gone(first - 1):
            continue
        last = first
        while last - first < LONGEST_RUN and doubtful(last):
            last += 1
        run = range(first, last)
        if gone(last) or last == end:
            margins.update(dict.fromkeys(run, 1))


def spare_prose(lines: Sequence[str], known: Mapping[int, str], margins: dict[int, int]) -> None:
    """Keep long sentences that only the model takes for boilerplate: losing a paragraph is the worst error.

    A second witness is sure boilerplate right above or below, other than an ad.
    """
    for i, margin in margins.items():
        if margin > 0 and long_sentence(lines[i]) and not witnessed(i, known):
            margins[i] = 0


def spare_lead_ins(lines: Sequence[str], known: Collection[int], margins: dict[int, int]) -> None:
    """Keep a line with a colon above a sentence that stays: "The Gazette reports:" says whose words follow."""
    for i, margin in margins.items():
        if margin > 0 and lines[i].endswith(":") and i + 1 < len(lines):
            stays = i + 1 not in known and margins.get(i + 1, 0) <= 0
            if stays and sentence(lines[i + 1]):
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
