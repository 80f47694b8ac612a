"""Escapes that nobody decoded: entities, ``\\u2019``, ``=E2=80=99``, ``%E2%80%99``."""

from __future__ import annotations

import html
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit

_BACKSLASH = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")


def decode_backslashes(line: str) -> Iterator[Edit]:
    r"""Decode the remaining escapes of a JSON string: ``\u2019`` is an apostrophe.

    Only characters outside ASCII are decoded: an escaped plain letter is intended.

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


def decode_quoted_printable(line: str) -> Iterator[Edit]:
    """Decode quoted-printable bytes, left by e-mail gateways: ``=E2=80=99``, or ``=92`` in Windows-1252.

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
    """Valid UTF-8 as text; empty for anything else, and for control characters."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if all(ch >= "\xa0" for ch in text) else ""


def _in_address(line: str, at: int) -> bool:
    """Is an offset inside a URL or a file name?"""
    word = line[max(0, at - 2000) : at].rpartition(" ")[2]
    return "://" in word or "www." in word or "/" in word


_AMPERSANDS = re.compile("&(?:amp;){2,}")


def collapse_ampersands(line: str) -> Iterator[Edit]:
    """Shorten ampersands that were escaped several times, since unescaping removes only one level.

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
    """Unescape entities without a semicolon: ``&nbsp`` and ``&#8217``. ftfy has unescaped those with one.

    ``AT&T``, ``R&D`` and query strings (``?a=1&copy=2``) stay.

    >>> [(e.new, e.rule) for e in unescape_entities("It&#8217 s AT&T, R&amp D, x?a=1&copy=2")]
    [('’', 'entity.no-semicolon'), ('&', 'entity.no-semicolon')]
    """
    for m in _ENTITY.finditer(line):
        if not _in_address(line, m.start()):
            text = "&" + m.group()[1:].replace("amp;", "")
            yield Edit(m.start(), m.end(), html.unescape(text + ";"), "entity.no-semicolon")
