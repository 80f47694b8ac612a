"""Escapes that some layer forgot to undo: entities, ``\\u2019``, ``=E2=80=99``, ``%E2%80%99``."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from cleaner.core.document import Edit

_BACKSLASH = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")


def decode_backslashes(line: str) -> Iterator[Edit]:
    r"""Decode what a JSON string was left with: ``\u2019`` is an apostrophe.

    Only characters outside ASCII: nobody escapes a plain letter but a programmer who means it.

    >>> [e.new for e in decode_backslashes(r"It\u2019s \u0041")]
    ['’']
    """
    for m in _BACKSLASH.finditer(line):
        units = bytes.fromhex(m.group().replace("\\u", ""))
        text = units.decode("utf-16-be", "replace")
        if "\ufffd" not in text and not any(ch < "\xa0" for ch in text):
            yield Edit(m.start(), m.end(), text, "escape.backslash")


_PERCENT = re.compile(r"(?:%[89A-F][0-9A-F])+")


def decode_percent(line: str) -> Iterator[Edit]:
    """Decode percent-encoded UTF-8 in prose: ``%E2%80%99``. Addresses stay as they are.

    >>> [e.new for e in decode_percent("It%E2%80%99s https://example.org/caf%C3%A9")]
    ['’']
    """
    for m in _PERCENT.finditer(line):
        if not _in_address(line, m.start()) and (text := _utf8(unquote_to_bytes(m.group()))):
            yield Edit(m.start(), m.end(), text, "escape.percent")


_QUOTED = re.compile(r"(?:=[89A-F][0-9A-F])+")
_SOFT_BREAK = re.compile(r"(?<=\w)=$")


def decode_quoted_printable(line: str) -> Iterator[Edit]:
    """Decode what an e-mail gateway left: ``=E2=80=99``, or ``=92`` from a Windows mailer.

    >>> [e.new for e in decode_quoted_printable("It=E2=80=99s =93fine=94 x=AB")]
    ['’', '“', '”']
    """
    for m in _QUOTED.finditer(line):
        data = bytes.fromhex(m.group().replace("=", ""))
        text = _utf8(data)
        if not text and all(0x91 <= byte <= 0x97 or byte == 0x85 for byte in data):
            text = data.decode("cp1252")
        if text and not _in_address(line, m.start()):
            yield Edit(m.start(), m.end(), text, "escape.quoted-printable")


def _utf8(data: bytes) -> str:
    """Valid UTF-8 as text; nothing for anything else, or for controls."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if all(ch >= "\xa0" for ch in text) else ""


def _in_address(line: str, at: int) -> bool:
    """Does a place lie inside a URL or a file name?"""
    word = line[max(0, at - 2000) : at].rpartition(" ")[2]
    return "://" in word or "www." in word or "/" in word


_AMPERSANDS = re.compile("&(?:amp;){2,}")


def collapse_ampersands(line: str) -> Iterator[Edit]:
    """Shorten an ampersand that was escaped many times over: unescaping removes one level a pass.

    >>> [(e.start, e.end, e.new) for e in collapse_ampersands("Q&amp;amp;amp;A")]
    [(1, 14, '&amp;')]
    """
    for m in _AMPERSANDS.finditer(line):
        yield Edit(m.start(), m.end(), "&amp;", "entity.html")


_ENTITY = re.compile(
    r"&(?:amp;)*(?:(?:nbsp|amp|quot|apos|lt|gt|rsquo|lsquo|rdquo|ldquo|mdash|ndash|hellip|eacute|egrave|agrave|uuml|ouml"
    r"|auml|szlig|ccedil|ntilde|copy|reg|pound|euro)(?![\w=;])|#(?:\d{2,5}|x[0-9a-fA-F]{2,4})(?![\w;]))"
)


def unescape_entities(line: str) -> Iterator[Edit]:
    """Unescape entities that lost their semicolon: ``&nbsp`` and ``&#8217``; with one, ftfy has been there before.

    ``AT&T``, ``R&D`` and query strings (``?a=1&copy=2``) stay.

    >>> [(e.new, e.rule) for e in unescape_entities("It&#8217 s AT&T, R&amp D, x?a=1&copy=2")]
    [('’', 'entity.no-semicolon'), ('&', 'entity.no-semicolon')]
    """
    for m in _ENTITY.finditer(line):
        if not _in_address(line, m.start()):
            text = "&" + m.group()[1:].replace("amp;", "")
            yield Edit(m.start(), m.end(), html.unescape(text + ";"), "entity.no-semicolon")
