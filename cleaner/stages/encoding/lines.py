"""What spans lines: hyphenated words, and paragraphs wrapped at a fixed width."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.text.lexicon import frequency, known

_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)(?:\n ?| (?=[a-z]))")
"""A line break, or a space where somebody joined the lines."""
_HEAD = re.compile(r"(?<![\w-])[^\W\d_]{2,20}$")
_HYPHENATED = re.compile(r"[^\W\d_]-$").search
_TAIL = re.compile(r"[a-zà-ÿ]{2,20}(?![\w-])")


_SOFT_HYPHEN = re.compile("(?<=[a-zß-ÿ])\u00ad ?\\n ?(?=[a-zß-ÿ])")


def join_soft_hyphens(text: str) -> Iterator[Edit]:
    """Join words at a soft hyphen before a line break, whatever the two parts are: it has no other use.

    >>> [(e.start, e.end) for e in join_soft_hyphens("the inform\u00ad\\nation that")]
    [(10, 12)]
    """
    for m in _SOFT_HYPHEN.finditer(text) if "\u00ad" in text else ():
        yield Edit(m.start(), m.end(), "", "line.hyphenated")


def mend(text: str) -> Iterator[Edit]:
    """Unwrap hard-wrapped paragraphs, and join words that were hyphenated at a line break."""
    for m in _HYPHEN.finditer(text):
        head, tail = _HEAD.search(text[max(0, m.start() - 22) : m.start()]), _TAIL.match(text, m.end())
        if head and tail and _is_one_word(head.group(), tail.group()):
            yield Edit(m.start(), m.end(), "", "line.hyphenated")
    yield from unwrap(text)


def _is_one_word(head: str, tail: str) -> bool:
    """Is the joined word a word, and not a compound such as well-known that was broken at its hyphen?"""
    if head[0].isupper() and frequency(head + tail) == 0:
        return known(head + tail) and not (frequency(head) > 0 and known(tail))
    return frequency(head + tail) > 0 or (known(head + tail) and not (known(head) and known(tail)))


_MIN_LINES = 6
_NARROW, _WIDE, _LONG = 45, 100, 120


def unwrap(text: str) -> Iterator[Edit]:
    """Join the lines of paragraphs that were wrapped at a fixed width, as in e-mail and in the source of some pages.

    A dump with a paragraph on each line must stay, so the text has to show that it is wrapped: many lines of nearly
    the same width that break within a sentence and continue in lower case. Beside them may stand longer lines, such as
    a title. Once a text is known to be wrapped, a short line that breaks within a sentence is joined, too.

    >>> wrapped = "\\n".join(["It rained in the north of the county on Friday and the roads there"] * 7)
    >>> wrapped = wrapped.replace("\\nIt", "\\nit")
    >>> {e.rule for e in unwrap(wrapped)}, list(unwrap("One paragraph.\\nAnother paragraph."))
    ({'line.wrapped'}, [])
    """
    lines = text.split("\n")
    full = [len(line) for line in lines if _NARROW <= len(line) <= _WIDE]
    if len(full) < _MIN_LINES:
        return
    width = sorted(full)[len(full) * 9 // 10]
    if not _is_wrapped(lines, width):
        return
    at = 0
    for line, following in itertools.pairwise(lines):
        at += len(line) + 1
        if (
            line.strip(" ")
            and following.strip(" ")
            and (_is_forced(line, following, width) or _runs_on(line, following))
        ):
            end = at + len(following) - len(following.lstrip(" "))
            yield Edit(
                at - 1 - len(line) + len(line.rstrip(" ")), end, "" if _HYPHENATED(line) else " ", "line.wrapped"
            )


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Are most breaks between lines that are not long within a sentence, where the next word would not have fitted?"""
    breaks = [(a, b) for a, b in itertools.pairwise(lines) if a and b and max(len(a), len(b)) <= _LONG]
    if len(breaks) < _MIN_LINES - 1:
        return False
    forced = sum(_is_forced(a, b, width) for a, b in breaks)
    midway = sum(b[:1].islower() for _, b in breaks)
    return forced >= 0.7 * len(breaks) and midway >= 0.4 * len(breaks)


def _is_forced(line: str, following: str, width: int) -> bool:
    """Is a line full, so that the next word would not have fitted?"""
    return _NARROW < len(line) <= _LONG and len(line) + 1 + len(following.split(" ", 1)[0]) > width - 2


def _runs_on(line: str, following: str) -> bool:
    """Does a sentence go on from one line to the next?"""
    line = line.rstrip(" ")
    return line.endswith(",") or (line[-1].isalnum() and following.lstrip(" ")[0].islower())
