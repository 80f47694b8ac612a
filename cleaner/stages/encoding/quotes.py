"""Quotation marks whose partner has another shape or is lost."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.stages.encoding.characters import mark_between
from cleaner.text.lexicon import known

_TEX = re.compile(r"``(?=\S)([^`\n]{1,2000}?)''")


def curl_tex(line: str) -> Iterator[Edit]:
    """Replace the quotation marks of TeX and old wire services, ``like this''.

    >>> [e.new for e in curl_tex("He said ``yes'' twice")]
    ['“', '”']
    """
    for m in _TEX.finditer(line) if "``" in line else ():
        yield Edit(m.start(), m.start() + 2, "“", "quote.tex")
        yield Edit(m.end() - 2, m.end(), "”", "quote.tex")


_MARKS = re.compile(r'["“”]')


def match_pairs(text: str) -> Iterator[Edit]:
    """Make a pair that is half straight and half curly match the shape that the text uses most.

    Pairs are searched within a paragraph. Inches (6'2") are not quotation marks, and doubtful pairs stay.

    >>> [(e.start, e.new, e.rule) for e in match_pairs('"One," he said. "Two,” she said. "Three."')]
    [(21, '"', 'quote.pair')]
    """
    straight, curly = text.count('"'), text.count("“") + text.count("”")
    if not straight or not curly:
        return
    prefer_straight = straight >= curly
    at = 0
    for line in text.split("\n"):
        for opening, closing in _pairs(line):
            wrong = closing if (line[closing] != '"') == prefer_straight else opening
            mark = '"' if prefer_straight else ("“" if wrong == opening else "”")
            yield Edit(at + wrong, at + wrong + 1, mark, "quote.pair")
        at += len(line) + 1


def _pairs(line: str) -> Iterator[tuple[int, int]]:
    """Offsets of pairs whose marks differ in shape."""
    opening: int | None = None
    for m in _MARKS.finditer(line):
        mark, at = m.group(), m.start()
        if opening is None:
            opening = at if mark != "”" and _opens(line, at) else None
        elif mark == "“" or (mark == '"' and not _closes(line, at)):
            opening = at if _opens(line, at) else None
        else:
            if (line[opening] == '"') != (mark == '"'):
                yield opening, at
            opening = None


def _opens(line: str, at: int) -> bool:
    """Can a quotation begin here: at the start of a line, after a space, a bracket or a dash?"""
    return (at == 0 or line[at - 1] in " ([{—–-:/‘'") and at + 1 < len(line) and not line[at + 1].isspace()


def _closes(line: str, at: int) -> bool:
    """Can a quotation end here: after a word or a stop?"""
    return at > 0 and not line[at - 1].isspace()


_ENDING = r"(?=(?:s|t|re|ve|ll|d|m)(?![\w=/&]))"
_APOSTROPHE = re.compile(rf"[?\ufffd](?:(?<=[^\W\d_].){_ENDING}|(?<=\b[OD].)(?=[A-Z][a-z]))")
_OPENING = re.compile("(?:^|(?<=[ (—–-]))[?\ufffd](?=[A-Za-z])")
_CLOSING = re.compile("(?<=[.,])[?\ufffd](?= |$)|(?<=[a-z!])\ufffd(?=[ ,.;:)]|$)")
_TWO_LOST = re.compile(r"â(?<![^\x00-\x7f]â)\?\?(?!\?)")
"""The lookbehind follows the first character of all matches, so that the search skips to that character in C."""
_STRAIGHT = str.maketrans("’“”", '\'""')
_WORD = re.compile("[A-Za-z]+")


def restore_lost(text: str) -> Iterator[Edit]:
    """Restore typographic marks that became ``?`` or U+FFFD, if the position leaves no other reading.

    Between a word and *s*, *t*, *re*, *ve*, *ll*, *d* or *m* it was an apostrophe. One before a word, with another one
    after a comma, a full stop or a word of the same line, were a pair of quotation marks, unless a letter more would
    make a word there. Anything else may have been a letter; it stays and gets a warning. ``â??`` is a mark of three
    bytes, two of which were lost.

    >>> [e.new for e in restore_lost("?We won?t,? he said. Why? Because.")]
    ['’', '“', '”']
    >>> list(restore_lost("The caf\ufffd closed. Was it?"))
    []
    """
    if "?" not in text and "\ufffd" not in text:
        return
    straight = text.count('"') + text.count("'") > sum(map(text.count, "“”’"))
    apostrophe, opening, closing = '\'""' if straight else "’“”"
    for m in _TWO_LOST.finditer(text):
        mark = mark_between(text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1])
        yield Edit(m.start(), m.end(), mark.translate(_STRAIGHT) if straight else mark, "mojibake.lost-byte")
    for m in _APOSTROPHE.finditer(text):
        if not _in_address(text, m.start()):
            yield Edit(m.start(), m.end(), apostrophe, "quote.lost-apostrophe")
    at = 0
    for line in text.split("\n"):
        for first, last in _lost_pairs(line) if "?" in line or "\ufffd" in line else ():
            yield Edit(at + first, at + first + 1, opening, "quote.lost")
            yield Edit(at + last, at + last + 1, closing, "quote.lost")
        at += len(line) + 1


def _lost_pairs(line: str) -> Iterator[tuple[int, int]]:
    """The offsets of lost marks that opened and closed a quotation, pair by pair."""
    openings = [m.start() for m in _OPENING.finditer(line)]
    closings = [m.start() for m in _CLOSING.finditer(line)]
    for first, following in itertools.zip_longest(openings, openings[1:], fillvalue=len(line) + 1):
        i = bisect.bisect_right(closings, first)
        if i < len(closings) and closings[i] < following and line[first] == line[closings[i]]:
            opened, closed = _WORD.match(line, first + 1), line[max(0, closings[i] - 30) : closings[i]].rstrip(".,!")
            last = closed.rpartition(" ")[2].lstrip("?\ufffd")
            if opened and known(opened[0]) and (not last.isalpha() or known(last)):
                yield first, closings[i]


def _in_address(text: str, at: int) -> bool:
    word = text[max(0, at - 100) : at].rpartition(" ")[2]
    return "/" in word or "www." in word


_LOST = re.compile(r"\?(?:(?<=[^\W\d_]\?)(?=(?:s|t|re|ve|ll|d|m)\b)|(?<![\w?!.]\?)(?=[A-Z][a-z])|(?<=[a-z],\?)(?= ))")


def lost_marks(text: str) -> int:
    """The number of question marks in the place of a quotation mark or an apostrophe.

    >>> lost_marks("?We won?t,? he said"), lost_marks("Why? Because. Really?")
    (3, 0)
    """
    return sum(1 for _ in _LOST.finditer(text)) if "?" in text else 0
