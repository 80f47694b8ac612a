"""Input that is not text: pictures, archives, office documents."""

from __future__ import annotations

from functools import cache

from cleaner.core import lazy_re as re, tables

_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\x80-\x84\x86-\x9f](?<![\x80-\xbf\xc2-\xf4][\x80-\x84\x86-\x9f])"
)
"""Characters from 80 to 9F after a letter of Latin-1 are mojibake, which can be repaired."""
_LOOKED_AT = 20_000
_TOLERATED = 0.05
_FEW = 10


@cache
def _magic() -> tuple[tuple[bytes, str], ...]:
    return tuple((bytes.fromhex(row["start"]), row["is"]) for row in tables.single("formats.toml")["binary"])


def by_magic(raw: bytes) -> str | None:
    """Why these bytes cannot be an article, by their first few, before megabytes of a picture are decoded.

    >>> by_magic(b"%PDF-1.7 ..."), by_magic(b"Rain.")
    ('not text but a PDF document: extract its text first', None)
    """
    return next((f"not text but {name}" for start, name in _magic() if raw.startswith(start)), None)


def obstacle(text: str) -> str | None:
    """Why this text cannot be an article: it is empty, or more than a twentieth of it is control characters.

    A few of them are tolerated in a text of any length, and so is mojibake, which looks similar.

    >>> obstacle("Rain."), obstacle("")
    (None, 'empty')
    """
    if not text.strip("\ufeff \t\r\n\0"):
        return "empty"
    head = text[:_LOOKED_AT]
    if len(_CONTROLS.findall(head)) > max(_FEW, _TOLERATED * len(head)):
        return "not text: too many control characters"
    return None
