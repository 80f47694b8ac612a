"""Streams compressed with gzip or zstd, known by their first bytes rather than by their name."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO

from cleaner.run.sources.missing import needed

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_PIECE = 1 << 14
_SIP = 512
"""Bytes of a zstd stream to unpack at once: what comes out may be 32,000 times as long."""


class Cut(EOFError):
    """A compressed stream that is cut short or damaged."""


def unpacked(stream: BinaryIO) -> BinaryIO:
    """A stream, unpacked piece by piece if it is compressed.

    Reading raises :class:`Cut` if the compressed stream is cut short or damaged.

    >>> import gzip
    >>> unpacked(io.BytesIO(gzip.compress(b"rain") + gzip.compress(b"fall"))).read()
    b'rainfall'
    >>> unpacked(io.BytesIO(b"rain")).read()
    b'rain'
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(_pieces(stream)))
    start = buffered.peek(4)[:4]
    if start.startswith(_GZIP):
        return io.BufferedReader(_Raw(_gunzipped(buffered)), _PIECE)
    if start == _ZSTD:
        return io.BufferedReader(_Raw(_unzstd(buffered)), _PIECE)
    return buffered


class _Raw(io.RawIOBase):
    """An iterator of pieces, as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._left = pieces, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def _pieces(stream: BinaryIO, size: int = _PIECE) -> Iterator[bytes]:
    while piece := stream.read(size):
        yield piece


def _gunzipped(stream: BinaryIO) -> Iterator[bytes]:
    """Every member of a gzip stream; zeros after the last one are padding, as on tapes."""
    inflate: Any = None
    for piece in _pieces(stream):
        while piece:
            if inflate is None:
                piece = piece.lstrip(b"\0")
                if not piece:
                    break
                inflate = zlib.decompressobj(wbits=31)
            try:
                out = inflate.decompress(piece, _PIECE)
            except zlib.error as error:
                raise Cut("not a valid gzip stream: fetch the file again") from error
            if out:
                yield out
            piece = inflate.unconsumed_tail
            if inflate.eof:
                piece, inflate = inflate.unused_data, None
    if inflate is not None:
        raise Cut("the gzip stream is cut short: fetch the file again")


def _unzstd(stream: BinaryIO) -> Iterator[bytes]:
    with needed("zstd", "a zstd file"):
        zstandard = import_module("zstandard")
    inflate: Any = None
    for piece in _pieces(stream, _SIP):
        while piece:
            inflate = inflate or zstandard.ZstdDecompressor().decompressobj()
            try:
                out = inflate.decompress(piece)
            except zstandard.ZstdError as error:
                raise Cut(f"not a valid zstd stream ({error}): fetch the file again") from error
            if out:
                yield out
            piece, inflate = (inflate.unused_data, None) if inflate.eof else (b"", inflate)
    if inflate is not None:
        raise Cut("the zstd stream is cut short: fetch the file again")
