"""Web archives: WARC as crawlers write it, and WET, the text that Common Crawl makes of it.

The reader is our own for two reasons: libraries return a record that is cut short as if it were whole, and they need a
file in which they can seek, while a crawl often comes through a pipe.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import BinaryIO

from cleaner.core.record import Record, identity
from cleaner.run.sources.missing import Missing, needed
from cleaner.run.sources.packed import Cut
from cleaner.run.sources.reading import Reading, Shard, too_large

_KINDS = ("response", "conversion", "resource")
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_LONGEST_HEAD = 1 << 20
_CUT = "the record is cut short: fetch the file again"

Head = Mapping[str, str]


def warc(shard: Shard, reading: Reading) -> Iterator[Record]:
    """The pages and texts of an archive; whatever else it holds is counted in ``reading.passed_over``."""
    counted = _Counted(shard.stream)
    at = 0
    try:
        while (start := counted.skip_blank_lines()) is not None:
            at = counted.position - len(start)
            head = _head(start, counted)
            size = int(head["content-length"])
            if head.get("warc-type") not in _KINDS:
                counted.skip(size)
                continue
            if size > reading.max_bytes:
                counted.skip(size)
                yield shard.fault(f"@{at}", too_large(reading.max_bytes), given=head.get("warc-record-id"))
                continue
            record = _record(head, counted.exactly(size), at, shard, reading)
            if record is not None:
                yield record
    except Cut as error:
        yield shard.fault(f"@{at}", str(error))
    except (ValueError, KeyError):
        yield shard.fault(f"@{at}", "not a WARC record: the rest of the file cannot be read")


def _head(start: bytes, stream: _Counted) -> Head:
    """The header of a record, with names in lower case."""
    if not start.startswith(b"WARC/"):
        raise ValueError(start)
    head = _fields(stream.lines())
    return {**head, "content-length": head["content-length"]}


def _fields(lines: Iterator[bytes]) -> dict[str, str]:
    """Header fields up to a blank line."""
    found: dict[str, str] = {}
    for line in lines:
        if not line.strip():
            return found
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    raise Cut(_CUT)


def _record(head: Head, block: bytes, at: int, shard: Shard, reading: Reading) -> Record | None:
    """The record of a page or a text; ``None`` for a picture, a redirect or an error page."""
    url = head.get("warc-target-uri", "").strip("<>") or None
    given = head.get("warc-record-id", "").strip("<>").removeprefix("urn:uuid:")
    kind, body = head.get("content-type", ""), block
    if kind.startswith("application/http"):
        status, http, body = _http(block)
        kind = http.get("content-type", "")
        if status != 200:
            reading.passed_over[f"HTTP status {status}"] += 1
            return None
    else:
        http = {}
    if kind and kind.partition(";")[0].strip().lower() not in _TEXTS:
        reading.passed_over[kind.partition(";")[0].strip().lower()] += 1
        return None
    try:
        body = _decoded(body, http, reading.max_bytes)
    except (zlib.error, ValueError, Missing) as error:
        return shard.fault(f"@{at}", f"the page cannot be unpacked: {error}", given=given)
    return Record(
        identity(given, url, body),
        body,
        url=url,
        fetched=head.get("warc-date"),
        media_type=kind or None,
        meta={"warc": {"id": given, "type": head.get("warc-type", "")}},
        origin=shard.origin(f"@{at}"),
        shard=shard.name,
    )


def _http(block: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, header and body of a response; the status is 0 if there is none."""
    head, _, body = block.partition(b"\r\n\r\n")
    if b"\r\n" not in head and b"\n\n" in block:
        head, _, body = block.partition(b"\n\n")
    first, *lines = head.split(b"\n")
    words = first.split()
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
    return status, _fields(iter([*lines, b""])), body


def _decoded(body: bytes, http: Head, limit: int) -> bytes:
    """The body as a browser sees it. Some crawlers decode it but keep the header: it then stays as it is."""
    if "chunked" in http.get("transfer-encoding", "").lower():
        body = _joined(body)
    for coding in reversed(http.get("content-encoding", "").lower().replace(" ", "").split(",")):
        if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
            body = zlib.decompressobj(31).decompress(body, limit)
        elif coding == "deflate":
            body = _inflated(body, limit)
        elif coding == "br" and b"<" not in body[:100]:
            with needed("warc", "a page packed with Brotli"):
                body = import_module("brotli").decompress(body)
    return body


def _inflated(body: bytes, limit: int) -> bytes:
    for bits in (15, -15):
        try:
            return zlib.decompressobj(bits).decompress(body, limit)
        except zlib.error:
            continue
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body, joined; a body without chunks stays as it is.

    >>> _joined(b"4\\r\\nrain\\r\\n4\\r\\nfall\\r\\n0\\r\\n\\r\\n"), _joined(b"<p>Rain")
    (b'rainfall', b'<p>Rain')
    """
    pieces: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 100)
        try:
            size = int(body[at:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(pieces) if pieces else body
        if not size:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


class _Counted:
    """A stream that knows its position and raises :class:`Cut` if it ends too early."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.position = stream, 0

    def skip_blank_lines(self) -> bytes | None:
        """The first line of the next record; ``None`` at the end."""
        while line := self._line():
            if line.strip():
                return line
        return None

    def lines(self) -> Iterator[bytes]:
        """The lines of a header, up to a limit."""
        first = self.position
        while self.position - first < _LONGEST_HEAD and (line := self._line()):
            yield line

    def exactly(self, size: int) -> bytes:
        data = self.stream.read(size)
        self.position += len(data)
        if len(data) < size:
            raise Cut(_CUT)
        return data

    def skip(self, size: int) -> None:
        while size > 0:
            size -= len(self.exactly(min(size, 1 << 16)))

    def _line(self) -> bytes:
        line = self.stream.readline(_LONGEST_HEAD)
        self.position += len(line)
        return line
