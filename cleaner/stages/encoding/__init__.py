"""Encoding: what broke on the way from the newsroom to the file is made whole, line by line.

Mojibake (by ftfy), entities, escapes, invisible characters, odd spaces, line ends, hyphenation and hard wraps, and
quotation marks that lost their partner. NFC, never NFKC: ½ stays ½. Quotes keep their shape. What cannot be known (a
``?`` where a quote stood, U+FFFD) is flagged and not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cleaner.document import Document, Edit, Finding, Layer, compose, settle
from cleaner.facts import Warn
from cleaner.stages.encoding import characters, escapes, lines, mojibake, quotes

Fixer = Callable[[str], Iterable[Edit]]

LINE_FIXERS: tuple[Fixer, ...] = (
    mojibake.repair,
    escapes.decode_backslashes,
    escapes.decode_percent,
    escapes.decode_quoted_printable,
    escapes.unescape_entities,
    characters.restore_lost_bytes,
    characters.drop_invisible,
    characters.unjoin_ligatures,
    characters.plain_spaces,
    quotes.curl_tex,
)
"""In order: each reads what the one before it left."""

_MAX_LINE = 100_000


def propose(document: Document) -> Iterator[Finding]:
    """Repair each line that needs it, then what stands across lines; flag what cannot be repaired."""
    text = document.text
    fixed = Layer("encoding", text, settle(text, (edit for edit in _by_line(text))))
    across = settle(fixed.text, lines.mend(fixed.text))
    mended = Layer("encoding", fixed.text, across)
    paired = Layer("encoding", mended.text, settle(mended.text, quotes.match_pairs(mended.text)))
    for change in compose(text, (fixed, mended, paired)):
        yield Edit(change.start, change.end, change.new, change.rule)
    yield from _flags(paired.text)


def _by_line(text: str) -> Iterator[Edit]:
    """The edits of every line that may need one; most lines are let through by two regular expressions."""
    if characters.CLEAN_ASCII(text):
        return
    at = 0
    for line in text.split("\n"):
        for start in range(0, len(line), _MAX_LINE):
            piece = line[start : start + _MAX_LINE]
            if not (characters.CLEAN_ASCII(piece) or not (characters.SUSPECT(piece) or mojibake.suspect(piece))):
                for change in compose(piece, _layers(piece)):
                    shift = at + start
                    yield Edit(change.start + shift, change.end + shift, change.new, change.rule)
        at += len(line) + 1


def _layers(line: str) -> Iterator[Layer]:
    """What each fixer does to a line, one layer each."""
    for fixer in LINE_FIXERS:
        if edits := settle(line, fixer(line)):
            layer = Layer("encoding", line, edits)
            yield layer
            line = layer.text


def _flags(text: str) -> Iterator[Warn]:
    """Say what is lost for good."""
    if lost := text.count("\ufffd"):
        yield Warn(f"encoding.lost: {lost} characters could not be restored (U+FFFD)")
    if marks := quotes.lost_marks(text):
        yield Warn(f"encoding.question-marks: {marks} question marks stand where quotation marks may have been lost")
