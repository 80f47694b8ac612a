"""Characters that readers cannot see, or should not see: invisible ones, ligatures, remains of lost bytes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit

SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f&%=`\\\\\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ue000-\uf8ff\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff\ufffc\ud800-\udfffâ\u00a0\u202f]"
).search
"""May a fixer of this module, or of the escapes, change this line? A no is always right."""

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

    They come from copy and paste and from layout, cannot be seen, and split words for every search. Joiners stay inside
    emoji sequences and in scripts that need them, direction marks in lines with right-to-left letters, and zero-width
    spaces in scripts without spaces (Thai, Khmer).

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
    """Is a joiner inside an emoji sequence, or inside a word of a script that needs it?"""
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
    """Replace presentation forms by letters: the ligature ﬁ, the private U+F001 of PDFs, Arabic forms.

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
    """Replace no-break spaces between a number and its unit: they help typesetters and hurt every search.

    Other odd spaces are a matter of layout, and are handled with the lines.

    >>> [(e.start, e.new, e.rule) for e in split_units("10\u00a0km away")]
    [(2, ' ', 'space.nbsp')]
    """
    for m in _UNIT.finditer(line):
        yield Edit(m.start(), m.end(), " ", "space.nbsp")


def replace_surrogates(line: str) -> Iterator[Edit]:
    """Replace lone surrogates, halves of characters that no file can hold. ftfy joins pairs of them.

    >>> [(e.new, e.rule) for e in replace_surrogates("x\\udc92y")]
    [('\ufffd', 'character.surrogate')]
    """
    for m in _SURROGATE.finditer(line):
        yield Edit(m.start(), m.end(), "\ufffd", "character.surrogate")


_SURROGATE = re.compile("[\ud800-\udfff]")
_LOST = re.compile("(?<![^\x00-\x7f])â€(?=[\x00->@-\x7f]|$)")


def restore_lost_bytes(line: str) -> Iterator[Edit]:
    """Restore typographic marks from ``â€``, two of their three bytes: the position tells which mark it was.

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
    """The typographic mark that must have been between two characters: apostrophe, quotation mark or dash.

    After a space and before a word, it opened a quotation; after a word or a full stop, it closed one; between letters
    it was an apostrophe, and between spaces a dash.

    >>> mark_between("n", "t"), mark_between(" ", "Y"), mark_between(",", " "), mark_between(" ", " ")
    ('’', '“', '”', '—')
    """
    if before.isalpha() and after.isalpha():
        return "’"
    if (not before or before.isspace()) and after.isspace():
        return "—"
    return "“" if not before or before in " ([\n" else "”"
