"""Mojibake: UTF-8 that was decoded as something else. ftfy repairs it; we find the lines that need it.

ftfy takes some 400 µs per KB of clean text, nearly all of it to look for signs of mojibake. All these signs contain two
or more adjacent characters outside ASCII, a C1 control character, or one of Œ œ Ã Â: only the text around such places
must be searched. ``cleaner/data/build/prove_gate.py`` proves that the result is the same. Importing ftfy takes longer
than cleaning a short article, so it is imported at the first suspect line. What we copied from its tables is checked
against them by a test.
"""

from __future__ import annotations

import html
import itertools
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_FOREIGN = re.compile("[^\x00-\x7f]+").finditer
_TELLING = frozenset({*map(chr, range(0x80, 0xA0)), "\u0152", "\u0153", "\u00c3", "\u00c2"})
CLEAN_PAIRS = frozenset(a + b for a in "’“”‘—–…" for b in "’“”‘—–…")
"""Adjacent characters outside ASCII that are never a sign of mojibake."""

TOUCHED = (
    r"\x00-\x08\x0b\r-\x1f\x7f-\x9f\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\u2028\u2029\u206a-\u206f\u3000\ud800-\udfff"
    r"\ufb00-\ufb06\ufeff\uff01-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe0-\uffe6\uffe8-\uffee\ufff9-\ufffc"
)
"""What else ftfy replaces: ligatures, full-width forms, control characters, odd line breaks, surrogates."""

_TOUCHES = re.compile(f"[{TOUCHED}]").search
_TOUCHES_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]").search
_ENTITY = re.compile("&#?[0-9A-Za-z]{1,24};").search


def suspect(line: str) -> bool:
    """May ftfy change this line? A no is always right; a yes may be wrong.

    >>> suspect("“Clean”, he said — café."), suspect("donâ€™t")
    (False, True)
    """
    if line.isascii():
        return _TOUCHES_ASCII(line) is not None or ("&" in line and _ENTITY(line) is not None)
    if _TOUCHES(line) or ("&" in line and _ENTITY(line)):
        return True
    return _looks_bad(line) or not unicodedata.is_normalized("NFC", line)


def _looks_bad(line: str) -> bool:
    for m in _FOREIGN(line):
        run = m.group()
        if (run in _TELLING if len(run) == 1 else run not in CLEAN_PAIRS) and _badness().search(
            line, max(0, m.start() - 2), m.end() + 2
        ):
            return True
    return False


@cache
def _badness() -> re.Pattern[str]:
    from ftfy.badness import BADNESS_RE

    return BADNESS_RE


@cache
def config() -> TextFixerConfig:
    """The configuration of ftfy: curly quotes stay; entities are unescaped even if the line has a ``<``."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(uncurl_quotes=False, unescape_html=True, explain=False)


def fix(line: str) -> str:
    """The result of ftfy for a line, fast if the line is clean.

    Full-width punctuation is left alone in Chinese, Japanese and Korean, where it is the norm.

    >>> fix("â€œMy guess?â€\x9d he said, itâ€™s ½ past."), fix("ＬＯＵＤ"), fix("東京，大阪")
    ('“My guess?” he said, it’s ½ past.', 'LOUD', '東京，大阪')
    """
    if not suspect(line):
        return line
    from ftfy import fix_and_explain

    wide = not _EAST_ASIAN.search(line)
    return fix_and_explain(line, config() if wide else config()._replace(fix_character_width=False)).text


def repair(line: str) -> Iterator[Edit]:
    """The differences between a line and ftfy's result, as edits.

    >>> [(e.start, e.end, e.new, e.rule) for e in repair("It wasnâ€™t me")]
    [(7, 10, '’', 'mojibake.ftfy')]
    """
    fixed = fix(line)
    if fixed == line:
        return
    for a, b, c, d in _differences(line, fixed):
        yield Edit(a, b, fixed[c:d], _rule(line[a:b], fixed[c:d]))


def _shared(a: str, b: str) -> int:
    """The length of the common prefix."""
    n = min(len(a), len(b))
    if a[:n] == b[:n]:
        return n
    return next(i for i in range(n) if a[i] != b[i])


_TOKEN = re.compile(r"&#?[0-9A-Za-z]{1,24};|[^\x00-\x7f]+|[\x00-\x7f]")
"""An entity is one token, and so is a run of characters outside ASCII, which mojibake is and becomes."""
_LOOK_AHEAD = 12
"""Two texts are realigned within so many tokens."""
_STEPS = sorted(
    itertools.product(range(_LOOK_AHEAD + 1), repeat=2), key=lambda step: (sum(step), abs(step[0] - step[1]))
)[1:]
"""Pairs of steps ahead in both texts, nearest first, and equal steps before unequal ones."""


def _differences(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """The differences between two similar texts, as spans of both.

    A repair replaces a few characters between words that stay. So both texts are read token by token, and after a
    difference they are realigned at the nearest two tokens that they share. Searching for the longest common part, as
    difflib does, takes quadratic time: seconds for a paragraph.

    >>> list(_differences("The cafÃ© wonâ€™t", "The café won’t"))
    [(7, 9, 7, 8), (13, 16, 12, 13)]
    >>> list(_differences("It rained &ndash; said so", "It rained – said so"))
    [(10, 17, 10, 11)]
    >>> list(_differences("u\u0308ber Za\u0308une", "über Zäune"))
    [(0, 2, 0, 1), (7, 9, 6, 7)]
    """
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    i = j = a = c = 0
    while i < len(ours) or j < len(theirs):
        if i < len(ours) and j < len(theirs) and ours[i] == theirs[j]:
            a, c = a + len(ours[i]), c + len(theirs[j])
            i, j = i + 1, j + 1
            continue
        m, n = _meeting(ours, theirs, i, j)
        b, d = a + sum(map(len, ours[i:m])), c + sum(map(len, theirs[j:n]))
        yield _trimmed(old, new, a, b, c, d)
        i, j, a, c = m, n, b, d


def _meeting(ours: list[str], theirs: list[str], i: int, j: int) -> tuple[int, int]:
    """The nearest positions after ``i`` and ``j`` from which both texts are the same again, or end."""
    for m, n in _STEPS:
        if _meet(ours[i + m : i + m + 2], theirs[j + n : j + n + 2], m == n):
            return min(i + m, len(ours)), min(j + n, len(theirs))
    return (i + 1, j + 1) if i < len(ours) and j < len(theirs) else (len(ours), len(theirs))


def _meet(ours: list[str], theirs: list[str], abreast: bool) -> bool:
    """Are the next two tokens the same, or, at the same position in both texts, the next one?"""
    return ours == theirs or (abreast and ours[:1] == theirs[:1] and bool(ours))


def _trimmed(old: str, new: str, a: int, b: int, c: int, d: int) -> tuple[int, int, int, int]:
    """A difference without the common beginning and end of both sides."""
    start = _shared(old[a:b], new[c:d])
    end = _shared(old[a + start : b][::-1], new[c + start : d][::-1])
    return a + start, b - end, c + start, d - end


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]+").fullmatch


def _rule(old: str, new: str) -> str:
    """The rule for a repair."""
    if not new and _CONTROL(old):
        return "character.control"
    if html.unescape(old) == new or (not new and re.fullmatch("[&#\\w;]+", old)):
        return "entity.html"
    if unicodedata.normalize("NFC", old) == new:
        return "character.nfc"
    if unicodedata.normalize("NFKC", old) == new:
        return "character.form"
    return "mojibake.ftfy"
