"""The encoding stage: repair the damage that a text took on its way from the newsroom to the file.

First come texts that a program wrote out as a string; then, line by line, mojibake (by ftfy), entities, escapes and
invisible characters; last, what spans lines: hyphenation, hard wraps, quotation marks without their partner. The result
is NFC, not NFKC, so that ½ stays ½, and quotation marks keep their shape. A ``?`` or U+FFFD becomes a quotation mark or
apostrophe again if its position leaves no other reading. If it may have been a letter, it stays, with a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cleaner.core.document import Document, Edit, Finding
from cleaner.core.facts import Warn
from cleaner.core.layers import Layer, merge, settle
from cleaner.stages.encoding import characters, escapes, lines, mojibake, quotes, serialized

Fixer = Callable[[str], Iterable[Edit]]

LINE_FIXERS: tuple[Fixer, ...] = (
    escapes.collapse_ampersands,
    characters.restore_lost_bytes,
    mojibake.repair,
    escapes.decode_backslashes,
    escapes.decode_percent,
    escapes.decode_quoted_printable,
    escapes.unescape_entities,
    characters.drop_invisible,
    characters.unjoin_ligatures,
    characters.split_units,
    characters.replace_surrogates,
)
"""In order: each fixer reads the result of the one before."""

_MAX_LINE = 50_000


def by_line(text: str) -> Iterator[Edit]:
    """The edits of every line that may need one; two regular expressions recognise clean text."""
    for at, line in _lines(text):
        if line.endswith("\r"):
            yield Edit(at + len(line) - 1, at + len(line), "", "line.end")
        for start, piece in _pieces(line.removesuffix("\r")):
            if characters.SUSPECT(piece) or mojibake.suspect(piece):
                for edit in merge(piece, _in_turn(piece, LINE_FIXERS)):
                    yield Edit(edit.start + at + start, edit.end + at + start, edit.new, edit.rule)


TEXT_FIXERS: tuple[Fixer, ...] = (
    serialized.unescape,
    serialized.join_soft_breaks,
    lines.join_soft_hyphens,
    by_line,
    serialized.untokenize,
    lines.mend,
    quotes.curl_tex,
    quotes.restore_lost,
    quotes.match_pairs,
)
"""Fixers of the whole text, in order; the fixers of lines are one of them."""


def propose(document: Document) -> Iterator[Finding]:
    """Repair each line that needs it, then what spans lines; warn about what cannot be repaired."""
    text = document.text
    layers = list(_in_turn(text, TEXT_FIXERS))
    yield from merge(text, layers)
    yield from _flags(layers[-1].text if layers else text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines to look at, with their offsets: all of them if there are signs of mojibake."""
    if mojibake.suspect(text):
        at = 0
        for line in text.split("\n"):
            yield at, line
            at += len(line) + 1
        return
    end = -1
    while sign := characters.SUSPECT(text, end + 1):
        start = text.rfind("\n", 0, sign.start()) + 1
        end = text.find("\n", sign.start())
        end = len(text) if end < 0 else end
        yield start, text[start:end]


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """A line, or the pieces of a line so long that repairing it at once would take more than linear time."""
    at = 0
    while len(line) - at > _MAX_LINE:
        end = line.rfind(" ", at, at + _MAX_LINE) + 1 or at + _MAX_LINE
        yield at, line[at:end]
        at = end
    yield at, line[at:]


def _in_turn(text: str, fixers: Iterable[Fixer]) -> Iterator[Layer]:
    """Apply fixers in turn: a layer for each one that changes something."""
    for fixer in fixers:
        if edits := settle(text, fixer(text)):
            layer = Layer("encoding", text, edits)
            yield layer
            text = layer.text


def _flags(text: str) -> Iterator[Warn]:
    """Warn about what is lost for good."""
    if lost := text.count("\ufffd"):
        yield Warn(f"encoding.lost: {lost} characters could not be restored (U+FFFD)")
    if marks := quotes.lost_marks(text):
        yield Warn(f"encoding.question-marks: {marks} question marks stand where quotation marks may have been lost")
