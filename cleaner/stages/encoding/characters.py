"""Characters that a reader cannot see or should not: invisible ones, ligatures, lost bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cleaner.core.document import Edit

SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f&%=`\\\\\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ue000-\uf8ff\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff\ufffc\ud800-\udfffâ\u00a0\u202f]"
).search
"""May one of the fixers below, or of the escapes, change this line? Never wrong when it says no."""

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]+"
)
_JOINERS = "\u200c\u200d"
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NEEDS_JOINERS = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]"
)


def drop_invisible(line: str) -> Iterator[Edit]:
    """Drop soft hyphens, zero-width spaces, word joiners, byte order marks and direction marks.

    They come from copy and paste and from layout, split words for every search, and cannot be seen. Joiners stay inside
    emoji sequences and in scripts that need them, direction marks where the line has right-to-left letters; a
    zero-width space between two scripts without spaces (Thai, Khmer) stays too.

    >>> [e.new for e in drop_invisible("news\u200bpaper co\u00adoperate")]
    ['', '']
    >>> list(drop_invisible("👩\u200d💻")), list(drop_invisible("می\u200cخواهم"))
    ([], [])
    """
    right_to_left = _RTL.search(line) is not None
    for m in _INVISIBLE.finditer(line):
        run = m.group()
        if any(ch in _JOINERS for ch in run) and _joins(line, m.start(), m.end()):
            continue
        if right_to_left and _DIRECTIONS.issuperset(run):
            continue
        if run == "\u200b" and _spaceless(line, m.start(), m.end()):
            continue
        name = "soft-hyphen" if run == "\u00ad" else "invisible"
        yield Edit(m.start(), m.end(), "", f"character.{name}")


def _joins(line: str, start: int, end: int) -> bool:
    """Does a joiner stand inside an emoji sequence or a word of a script that needs it?"""
    before, after = line[start - 1 : start], line[end : end + 1]
    if _NEEDS_JOINERS.match(before or " ") or _NEEDS_JOINERS.match(after or " "):
        return True
    return any(unicodedata.category(ch) in ("So", "Sk", "Mn", "Me", "Cf") for ch in (before, after) if ch)


def _spaceless(line: str, start: int, end: int) -> bool:
    return all(
        "\u0e00" <= ch <= "\u109f" or "\u1780" <= ch <= "\u17ff"
        for ch in (line[start - 1 : start], line[end : end + 1])
        if ch
    )


_LIGATURES = {
    "\uf001": "fi", "\uf002": "fl", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_FORMS = re.compile("[\uf001\uf002\ufb00-\ufb06]|[\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc]+")


def unjoin_ligatures(line: str) -> Iterator[Edit]:
    """Spell presentation forms out: print's ﬁ and PDF's private U+F001 are two letters, Arabic forms are letters.

    >>> [(e.new, e.rule) for e in unjoin_ligatures("\\uf001nal")]
    [('fi', 'character.ligature')]
    """
    for m in _FORMS.finditer(line):
        yield Edit(
            m.start(),
            m.end(),
            _LIGATURES.get(m.group()) or unicodedata.normalize("NFKC", m.group()),
            "character.ligature",
        )


_UNIT = re.compile("(?<=\\d)[\u00a0\u202f](?=[^\\W\\d_]|[%€£$°])")


def split_units(line: str) -> Iterator[Edit]:
    """A no-break space between a number and its unit helps a typesetter and hurts every search.

    Other odd spaces are a matter of layout, dealt with where lines are put together.

    >>> [(e.start, e.new, e.rule) for e in split_units("10\u00a0km away")]
    [(2, ' ', 'space.nbsp')]
    """
    for m in _UNIT.finditer(line):
        yield Edit(m.start(), m.end(), " ", "space.nbsp")


def replace_surrogates(line: str) -> Iterator[Edit]:
    """A lone surrogate is half a character: no file can hold it. Pairs are put together again by ftfy.

    >>> [(e.new, e.rule) for e in replace_surrogates("x\\udc92y")]
    [('\ufffd', 'character.surrogate')]
    """
    for m in _SURROGATE.finditer(line):
        yield Edit(m.start(), m.end(), "\ufffd", "character.surrogate")


_SURROGATE = re.compile("[\ud800-\udfff]")
_LOST = re.compile("(?<![^\x00-\x7f])â€(?=[\x00->@-\x7f]|$)")


def restore_lost_bytes(line: str) -> Iterator[Edit]:
    """``â€`` is the beginning of a typographic mark whose third byte was lost: where it stands says which one.

    >>> line = "â€Yes,â€ he said â€ donâ€t go"
    >>> [e.new for e in restore_lost_bytes(line)]
    ['“', '”', '—', '’']
    """
    for m in _LOST.finditer(line):
        yield Edit(
            m.start(),
            m.end(),
            mark_between(line[m.start() - 1 : m.start()], line[m.end() : m.end() + 1]),
            "mojibake.lost-byte",
        )


def mark_between(before: str, after: str) -> str:
    """Which typographic mark stood between two characters: apostrophe, quotation mark or dash.

    Before a word and after a space it opened a quotation; between letters it was an apostrophe; after a word or a full
    stop it closed one; between spaces it was a dash.

    >>> mark_between("n", "t"), mark_between(" ", "Y"), mark_between(",", " "), mark_between(" ", " ")
    ('’', '“', '”', '—')
    """
    if before.isalpha() and after.isalpha():
        return "’"
    if (not before or before.isspace()) and after.isspace():
        return "—"
    return "“" if not before or before in " ([\n" else "”"
