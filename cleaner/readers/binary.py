"""Input that is not text: pictures, archives, office documents."""

from __future__ import annotations

from cleaner.core import lazy_re as re

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
    (b"PAR1\x15", "a Parquet file: name it .parquet, and `cleaner run` reads its rows"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive: unpack it first"),
    (b"BZh9", "a bzip2 archive: unpack it first"),
    (b"Rar!\x1a", "a RAR archive: unpack it first"),
    (b"OggS\0", "a sound"),
    (b"ID3\x03", "a sound"),
    (b"\x00\x00\x00\x18ftyp", "a film"),
    (b"\x00\x00\x00\x20ftyp", "a film"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"wOF", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"\xd0\xcf\x11\xe0", "an old office document: extract its text first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\x80-\x84\x86-\x9f](?<![\x80-\xbf\xc2-\xf4][\x80-\x84\x86-\x9f])"
)
"""Characters from 80 to 9F after a letter of Latin-1 are mojibake, which can be repaired."""
_LOOKED_AT = 20_000
_TOLERATED = 0.05
_FEW = 10


def by_magic(raw: bytes) -> str | None:
    """Why these bytes cannot be an article, by their first few, before megabytes of a picture are decoded.

    >>> by_magic(b"%PDF-1.7 ..."), by_magic(b"Rain.")
    ('not text but a PDF document: extract its text first', None)
    """
    return next((f"not text but {name}" for start, name in _MAGIC if raw.startswith(start)), None)


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
