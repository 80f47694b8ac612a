"""Mojibake: UTF-8 that was read as something else. The repair is ftfy's; deciding who needs it is ours.

ftfy spends some 400 µs a KB on clean text, nearly all of it on looking for signs of mojibake. Those signs are all made
of two or more neighbours outside ASCII, of a C1 control, or of one of Œ œ Ã Â: only windows around such places have to
be looked at. ``cleaner/data/build/prove_gate.py`` proves that the outcome is the same. Even to load ftfy takes longer
than to clean a short article, so it is loaded at the first suspect line; what the gate knows of it is written down here
and held against ftfy's own tables by a test.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from cleaner.core.document import Edit

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_FOREIGN = re.compile("[^\x00-\x7f]+").finditer
_TELLING = frozenset({*map(chr, range(0x80, 0xA0)), "\u0152", "\u0153", "\u00c3", "\u00c2"})
CLEAN_PAIRS = frozenset(a + b for a in "’“”‘—–…" for b in "’“”‘—–…")
"""Neighbours outside ASCII that are no sign of mojibake, whatever stands around them."""

TOUCHED = (
    r"\x00-\x08\x0b\r-\x1f\x7f-\x9f\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\u2028\u2029\u206a-\u206f\u3000\ud800-\udfff"
    r"\ufb00-\ufb06\ufeff\uff01-\uffbe\uffc2-\uffc7\uffca-\uffcf\uffd2-\uffd7\uffda-\uffdc\uffe0-\uffe6\uffe8-\uffee\ufff9-\ufffc"
)
"""What ftfy replaces by itself: ligatures, full-width forms, controls, odd line ends, surrogates."""

_TOUCHES = re.compile(f"[{TOUCHED}]").search
_TOUCHES_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]").search
_ENTITY = re.compile("&#?[0-9A-Za-z]{1,24};").search


def suspect(line: str) -> bool:
    """May ftfy change this line? Never wrong when it says no.

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
    """News keeps its curly quotes; entities are unescaped even where a ``<`` stands in the line."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(uncurl_quotes=False, unescape_html=True, explain=False)


def fix(line: str) -> str:
    """ftfy's result for one line, fast where the line is clean.

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

    >>> list(repair("It wasnâ€™t me"))
    [Edit(start=7, end=10, new='’', rule='mojibake.ftfy')]
    """
    fixed = fix(line)
    if fixed == line:
        return
    start = _shared(line, fixed)
    tail = _shared(line[start:][::-1], fixed[start:][::-1])
    old, new = line[start : len(line) - tail], fixed[start : len(fixed) - tail]
    for a, b, c, d in _differences(old, new):
        yield Edit(start + a, start + b, new[c:d], _rule(old[a:b], new[c:d]))


def _shared(a: str, b: str) -> int:
    """The length of the common prefix."""
    n = min(len(a), len(b))
    if a[:n] == b[:n]:
        return n
    return next(i for i in range(n) if a[i] != b[i])


_TOKEN = re.compile(r"[^\W\d_]+|\s+|.", re.S)
_MAX_DIFF = 4000


def _differences(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Where two strings differ: spans of both, word by word; all of it where they are long."""
    if not old or not new or len(old) > _MAX_DIFF:
        yield 0, len(old), 0, len(new)
        return
    if (spans := _composed(old, new)) is not None:
        yield from spans
        return
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield a, b, c, d


_ACCENTED = re.compile("[^\u0300-\u036f][\u0300-\u036f]")


def _composed(old: str, new: str) -> list[tuple[int, int, int, int]] | None:
    """The differences where letters were put together with their accents and nothing else; None where more was done.

    A text typed on a Mac may be decomposed from end to end; to look for the longest common part again and again takes
    a long time to find what can be read off.

    >>> _composed("u\\u0308ber Za\\u0308une", "über Zäune")
    [(0, 2, 0, 1), (7, 9, 6, 7)]
    """
    spans: list[tuple[int, int, int, int]] = []
    parts: list[str] = []
    at = size = 0
    for m in _ACCENTED.finditer(old):
        letter = unicodedata.normalize("NFC", m.group())
        if len(letter) == 1:
            parts += old[at : m.start()], letter
            size += m.start() - at
            a, c = spans.pop()[::2] if spans and spans[-1][1] == m.start() else (m.start(), size)
            spans.append((a, m.end(), c, size + 1))
            at, size = m.end(), size + 1
    return spans if "".join(parts) + old[at:] == new else None


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]+").fullmatch


def _rule(old: str, new: str) -> str:
    """Name what was mended."""
    if not new and _CONTROL(old):
        return "character.control"
    if html.unescape(old) == new or (not new and re.fullmatch("[&#\\w;]+", old)):
        return "entity.html"
    if unicodedata.normalize("NFC", old) == new:
        return "character.nfc"
    if unicodedata.normalize("NFKC", old) == new:
        return "character.form"
    return "mojibake.ftfy"
