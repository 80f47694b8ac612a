"""The parts of an item that rows match: all of it, or some of its sentences.

A row is tried on a whole line first. Where the line is several sentences, those that the row does not need are no part
of the wording: a row for copyright lines also matches a paragraph that somebody glued one to. So a sentence goes only
if a row matches it by itself, or if the match breaks without it. What stays of the line is the article's.
"""

from __future__ import annotations

import re

from cleaner.core.document import Edit
from cleaner.rules import LONGEST, Rule, RuleBook, fold
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.scenes import names_first, told
from cleaner.text.sentences import sentences

_TAIL = 240
"""So many characters at the end of a paragraph are looked at for a wording that was glued to it."""

_GLUED = frozenset(["related", "newsletter", "share", "pager", "paywall", "comments", "copyright"])
"""Kinds that are told from news by the wording alone, even behind a paragraph; "Ann Lee is a reporter" is not."""

_FEWEST = 6
_CALL, _INTRODUCTION = 3, 20
_PRONOUNS = ("He ", "She ", "They ", "His ", "Her ", "Their ")

_SIGNED = ("contact.", "credit.", "byline.")
_BY_NOBODY = re.compile(r"\b[Bb]y (?!the |an? |our |staff|de |van |von |and )[a-zà-ÿ]{3,}")
"""Work is signed by somebody, with a capital: "reporting by readers" is news."""

Part = tuple[int, int, Rule]


def matched(book: RuleBook, item: Item) -> list[Part]:
    """The parts of an item that rows match: all of it, or some of its sentences, as spans with their rows.

    >>> rows = (Rule("copyright.rights", ".{0,160}all rights reserved.{0,160}"),)
    >>> [part[:2] for part in matched(RuleBook(rows), Item(0, 0, "It rained in Leeds. All rights reserved."))]
    [(20, 40)]
    """
    rule = book.find(item.folded)
    if rule is not None and rule.id.startswith(_SIGNED) and _BY_NOBODY.search(item.text):
        return []
    if rule is None:
        return _glued(book, item)
    spans = sentences(item.text)
    if len(spans) < 2:
        return [(0, len(item.text), rule)]
    rows = [_row_of(book, rule, item.text, spans, n) for n in range(len(spans))]
    if all(rows):
        return [(0, len(item.text), rule)]
    return [(start, end, row) for (start, end), row in zip(spans, rows, strict=True) if row]


def _row_of(book: RuleBook, rule: Rule, text: str, spans: list[tuple[int, int]], n: int) -> Rule | None:
    """The row that sentence ``n`` falls to: one that matches it, or else ``rule``, if it needs this sentence.

    A few words ("Log in here") are no sentence of the article.
    """
    start, end = spans[n]
    sentence = text[start:end]
    if row := book.find(fold(sentence)):
        return row
    needed = not rule.matches(fold(text[:start] + text[end:]))
    return rule if needed or sentence.count(" ") < _CALL or _of_author(rule, sentence, n) else None


def _of_author(rule: Rule, sentence: str, n: int) -> bool:
    """Does a sentence belong to a note on an author: "Ann Lee covers Leeds." in front, "She lives there." behind?"""
    if not rule.id.startswith("bio."):
        return False
    if n > 0:
        return sentence.startswith(_PRONOUNS)
    return sentence.count(" ") < _INTRODUCTION and names_first(sentence) and not told(sentence)


def _glued(book: RuleBook, item: Item) -> list[Part]:
    """The wordings of certain kinds that stand behind a paragraph's last sentence."""
    text = item.text
    if not item.prose and item.words < _FEWEST:
        return []
    found: list[Part] = []
    offset = max(0, len(text) - _TAIL)
    for start, end in reversed(sentences(text[offset:])[1:]):
        folded = fold(text[offset + start : offset + end])
        row = book.find(folded) if len(folded) <= LONGEST else None
        if row is None or row.id.partition(".")[0] not in _GLUED:
            break
        found.insert(0, (offset + start, offset + end, row))
    return found


def edit_of(item: Item, start: int, end: int, rule: Rule) -> Edit:
    """Take a part of an item out of the text, with the space that parted it from its neighbour."""
    text = item.text
    if end == len(text):
        start = len(text[:start].rstrip())
    else:
        end += len(text[end:]) - len(text[end:].lstrip())
    return Edit(item.start + start, item.start + end, "", rule.id, "a sentence of its own")
