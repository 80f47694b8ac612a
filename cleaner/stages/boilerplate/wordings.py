"""The parts of an item that rows match: the whole item, or some of its sentences.

A row is tried on the whole line first. If the line has several sentences, those that the match does not need are not
part of the wording: a row for copyright lines also matches a paragraph with a copyright line glued to it. So a sentence
is cut only if a row matches it by itself, or if the match fails without it.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.rules import LONGEST, Rule, RuleBook, fold
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.scenes import names_first, told
from cleaner.text.sentences import sentences

_TAIL = 240
"""The number of characters at the end of a paragraph to search for a glued wording."""

_GLUED = frozenset(["related", "newsletter", "share", "pager", "paywall", "comments", "copyright"])
"""Kinds whose wording alone proves them, even after a paragraph. ("Ann Lee is a reporter" does not.)"""

_FEWEST = 6
_CALL, _INTRODUCTION = 3, 20
_PRONOUNS = ("He ", "She ", "They ", "His ", "Her ", "Their ")

_SIGNED = ("contact.", "credit.", "byline.")
_BY_NOBODY = re.compile(r"\b[Bb]y (?!the |an? |our |staff|de |van |von |and )[a-zà-ÿ]{3,}")
"""A signature has a name with a capital: "reporting by readers" is news."""

Part = tuple[int, int, Rule]


def matched(book: RuleBook, item: Item) -> list[Part]:
    """The parts of an item that rows match, as spans with their rows.

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
    """The row by which sentence ``n`` is cut: one that matches it, or else ``rule``, if its match needs the sentence.

    A few words ("Log in here") are not a sentence of the article.
    """
    start, end = spans[n]
    sentence = text[start:end]
    if row := book.find(fold(sentence)):
        return row
    needed = not rule.matches(fold(text[:start] + text[end:]))
    return rule if needed or sentence.count(" ") < _CALL or _of_author(rule, sentence, n) else None


def _of_author(rule: Rule, sentence: str, n: int) -> bool:
    """Does a sentence belong to an author bio: "Ann Lee covers Leeds." first, "She lives there." after it?"""
    if not rule.id.startswith("bio."):
        return False
    if n > 0:
        return sentence.startswith(_PRONOUNS)
    return sentence.count(" ") < _INTRODUCTION and names_first(sentence) and not told(sentence)


def _glued(book: RuleBook, item: Item) -> list[Part]:
    """Wordings of certain kinds after the last sentence of a paragraph."""
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
    """Cut a part of an item, with the space beside it."""
    text = item.text
    if end == len(text):
        start = len(text[:start].rstrip())
    else:
        end += len(text[end:]) - len(text[end:].lstrip())
    return Edit(item.start + start, item.start + end, "", rule.id, "a sentence of its own")
