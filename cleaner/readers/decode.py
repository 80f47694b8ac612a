"""Bytes to text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding that it was read with."""

    text: str
    encoding: str


def decode(data: bytes, *, media_type: str | None = None) -> Decoded:
    """Decode bytes.

    >>> decode("naïve".encode("cp1252")).text
    'naïve'
    """
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode("latin-1"), "latin-1")
