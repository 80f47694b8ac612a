"""Input that is no text at all: pictures, archives, documents of office programs."""

from __future__ import annotations

import re

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"%PDF-", "a PDF document: extract its text first"),
    (b"PK\x03\x04", "a ZIP archive or an office document: extract its text first"),
    (b"\x1f\x8b", "a gzip archive: unpack it, or give the file a name that ends in .gz"),
    (b"\xfd7zXZ", "an xz archive: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document: extract its text first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_LOOKED_AT = 20_000
_TOLERATED = 0.05


def obstacle(raw: bytes | str, text: str) -> str | None:
    """Why this input cannot be an article, if it cannot.

    A file's first bytes tell what it is; else, a text of which more than a twentieth are control characters or could
    not be decoded is none.

    >>> obstacle(b"%PDF-1.7 ...", "%PDF-1.7 ..."), obstacle("Rain.", "Rain.")
    ('not text but a PDF document: extract its text first', None)
    >>> obstacle("", "")
    'empty'
    """
    if not text.strip("\ufeff \t\r\n\0"):
        return "empty"
    if isinstance(raw, bytes):
        for start, name in _MAGIC:
            if raw.startswith(start):
                return f"not text but {name}"
    head = text[:_LOOKED_AT]
    if len(_CONTROLS.findall(head)) > _TOLERATED * len(head):
        return "not text: too many control characters"
    return None
