"""The typos stage: repair obvious misprints, and nothing else.

The words of an article are counted once, and those in the English lexicon are settled. Most of the others are names.
Each of them is judged in its place: by the list of known misprints, by typical slips, by the words beside it, and by
how the article spells it elsewhere.

Left alone on purpose: real words in the wrong place (*form* for *from*), British and American spellings, dialect,
coinages, code, addresses, handles, words of other languages. In paragraphs that are not English, only spaces are
repaired.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from cleaner.core.document import Document, Edit, Finding
from cleaner.core.layers import settle
from cleaner.stages.typos import scanned, spaces, structure
from cleaner.stages.typos.channel import step
from cleaner.stages.typos.closed import is_contrasted, is_name, is_part, is_piece, is_quoted
from cleaner.stages.typos.evidence import APART, WORD, Evidence, Excerpt
from cleaner.stages.typos.names import Names, repair_name
from cleaner.stages.typos.words import beyond_repair, repair


def propose(document: Document) -> Iterator[Finding]:
    """Yield the repairs of misprints, each with the evidence for it.

    >>> from cleaner.core.document import Document
    >>> text = "It is time to break teh news.The goverment said in the the morning that it would not."
    >>> doc = Document(text).apply("typos", propose(Document(text)))
    >>> doc.text
    'It is time to break the news. The government said in the morning that it would not.'
    >>> [c.rule for c in doc.changes]
    ['typo.list', 'typo.glued', 'typo.list', 'typo.doubled']
    >>> [c.evidence for c in doc.changes][:2]
    ['teh→the', 'news.The→news. The']
    """
    closed = [(m.start, m.end) for m in document.marked(_CODE)]
    article = Evidence(document.text, closed)
    names = Names(article)
    first = settle(document.text, repairs(article, names))
    again = Document(document.text).apply("typos", first)
    for _ in range(_ROUNDS if first and not closed else 0):
        further = settle(again.text, _further(again, article, names))
        if not further:
            break
        again = again.apply("typos", further)
    if len(again.layers) < 2:
        yield from first
    else:
        yield from (Edit(c.start, c.end, c.new, c.rule, c.evidence) for c in again.changes)


_CODE = frozenset(["pre", "code", "samp", "kbd"])
_NOTE = 600
"""A text of so few characters is read again as a whole: whether it is English, a single line of it cannot tell."""

_ROUNDS = 3
"""How often repaired lines are read again, for what only the repairs have made obvious: mostly nothing."""


def _further(again: Document, article: Evidence, names: Names) -> Iterator[Edit]:
    """What a second look finds, at the lines of the last repairs, and at words close to those repairs.

    Once *dress* is in the text, *dreses* is more likely a misprint of it.
    """
    text, edits = again.text, again.layers[-1].edits
    lines = sorted({*_lines_at(text, _places(edits)), *_lines_at(text, _kin(text, edits, article))})
    lines = lines if len(text) > _NOTE else [(0, len(text))]
    gone = [word for layer in again.layers for e in layer.edits for word in WORD.findall(layer.source[e.start : e.end])]
    written = [word for layer in again.layers for edit in layer.edits for word in WORD.findall(edit.new)]
    excerpt = Excerpt([text[start:end] for start, end in lines], article, gone, written)
    starts = list(accumulate((end - start + len(APART) for start, end in lines), initial=0))
    for edit in repairs(excerpt, names):
        i = bisect_right(starts, edit.start) - 1
        by = lines[i][0] - starts[i]
        yield edit._replace(start=edit.start + by, end=edit.end + by)


def _places(edits: Iterable[Edit]) -> Iterator[int]:
    """The positions of edits in the text after them."""
    by = 0
    for edit in edits:
        yield edit.start + by
        by += len(edit.new) - (edit.end - edit.start)


def _kin(text: str, edits: Iterable[Edit], article: Evidence) -> Iterator[int]:
    """The positions of unknown words that are one step from a word that a repair has written."""
    written = {word.lower() for edit in edits for word in WORD.findall(edit.new)}
    for word in article.strange:
        if any(abs(len(word) - len(new)) < 2 and step(word.lower(), new) for new in written):
            at = text.find(word)
            while at >= 0:
                yield at
                at = text.find(word, at + len(word))


def _lines_at(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The lines at these positions."""
    for at in places:
        end = text.find("\n", at)
        yield text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def repairs(evidence: Evidence, names: Names) -> Iterator[Edit]:
    """All repairs from one reading of the text."""
    broken = [Edit(*found) for found in spaces.broken(evidence)]
    yield from broken
    taken = {at for edit in broken for at in range(edit.start, edit.end)}
    yield from (edit for edit in misprints(evidence, names) if edit.start not in taken)
    yield from structure.doubled(evidence)
    yield from structure.glued(evidence)
    yield from structure.commas(evidence)
    yield from structure.spaced(evidence)
    yield from scanned.letters(evidence)


def misprints(evidence: Evidence, names: Names) -> Iterator[Edit]:
    """Judge every unknown word, and every rare name that occurs once."""
    doubtful = evidence.strange
    if evidence.is_english:
        doubtful |= {word for word in evidence.newcomers if names.rivals(word)}
    for start, end in evidence.table.spans({word for word in doubtful if word.isascii()}):
        if evidence.may_be_english(start, end) and evidence.touchable(start, end):
            edit = _judge(evidence, names, start, end)
            if edit:
                yield edit


def _judge(evidence: Evidence, names: Names, start: int, end: int) -> Edit | None:
    word = evidence.text[start:end]
    if not word.islower() and evidence.is_english:
        named = repair_name(names, evidence, start, end)
        if named and not is_quoted(evidence, start, end):
            return Edit(start, end, *named)
    if word not in evidence.strange or not (word.islower() or word[1:].islower()):
        return None
    manner = "lower" if word.islower() else "opening" if evidence.opens(start, end) else "inside"
    if is_name(evidence, start, end) or is_part(evidence, start, end) or is_piece(evidence, start, end):
        return None
    if not evidence.english(start, end) or is_quoted(evidence, start, end):
        return None
    if beyond_repair(evidence, start, end, manner):  # last, because it looks up hundreds of words like this one
        return None
    best = repair(evidence, start, end, manner)
    if best is None or is_contrasted(evidence, start, end, best.new):
        return None
    return Edit(best.start, best.end, best.new, best.rule, f"{evidence.text[best.start : best.end]}→{best.new}")
