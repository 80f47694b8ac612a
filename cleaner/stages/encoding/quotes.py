"""Quotation marks that lost their partner, in shape or altogether."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.core.document import Edit

_TEX = re.compile(r"``(?=\S)([^`\n]{1,2000}?)''")


def curl_tex(line: str) -> Iterator[Edit]:
    """TeX and old wire services set quotations ``like this''.

    >>> [e.new for e in curl_tex("He said ``yes'' twice")]
    ['“', '”']
    """
    for m in _TEX.finditer(line) if "``" in line else ():
        yield Edit(m.start(), m.start() + 2, "“", "quote.tex")
        yield Edit(m.end() - 2, m.end(), "”", "quote.tex")


_MARKS = re.compile(r'["“”]')


def match_pairs(text: str) -> Iterator[Edit]:
    """Make a pair that is half straight and half curly match the shape that the text uses most.

    Pairs are looked for inside one paragraph. Inches (6'2") are no quotation marks, and where the pairing is in doubt
    nothing is touched.

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
    """Can a quotation begin here: at a line's start, after a space, a bracket or a dash?"""
    return (at == 0 or line[at - 1] in " ([{—–-:/‘'") and at + 1 < len(line) and not line[at + 1].isspace()


def _closes(line: str, at: int) -> bool:
    """Can a quotation end here: after a word or a stop?"""
    return at > 0 and not line[at - 1].isspace()


_LOST = re.compile(r"\?(?:(?<=[^\W\d_]\?)(?=(?:s|t|re|ve|ll|d|m)\b)|(?<![\w?!.]\?)(?=[A-Z][a-z])|(?<=[a-z],\?)(?= ))")


def lost_marks(text: str) -> int:
    """How many question marks stand where a quotation mark or an apostrophe must have been.

    >>> lost_marks("?We won?t,? he said"), lost_marks("Why? Because. Really?")
    (3, 0)
    """
    return sum(1 for _ in _LOST.finditer(text)) if "?" in text else 0
