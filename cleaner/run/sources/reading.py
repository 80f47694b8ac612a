"""How to read the sources of a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import BinaryIO, NamedTuple

from cleaner.core.record import Record, identity
from cleaner.run.names import written
from cleaner.run.sources.fields import names

MEGABYTE = 1 << 20
MAX_MEGABYTES = 64


@dataclass(frozen=True)
class Reading:
    """Options that every source may need.

    ``kind`` is what ``--from`` names; without it the suffix decides. ``fields`` maps fields to the names that rows
    have for them. ``include`` and ``exclude`` are patterns for paths below a folder. ``since`` leaves out files that
    were last changed before that day. ``passed_over`` counts what is no document, such as redirects in a crawl.
    """

    kind: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = MAX_MEGABYTES * MEGABYTE
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    since: date | None = None
    passed_over: Counter[str] = field(default_factory=Counter)

    @cached_property
    def table(self) -> Mapping[str, tuple[str, ...]]:
        """The names that each field may have in a row; raises :class:`fields.Unmapped`."""
        return names(self.fields)


class Unreadable(ValueError):
    """A file that cannot be read as one document; the message says why, and what to do."""


class Shard(NamedTuple):
    """An open file of many records: a stream of its unpacked bytes, and its name."""

    stream: BinaryIO
    name: str

    def origin(self, at: str = "") -> str:
        """The position of a record, for people."""
        return f"{written(self.name)}{at}"

    def fault(self, at: str, reason: str, *, given: str | None = None) -> Record:
        """A record that could not be read, with the reason."""
        origin = self.origin(at)
        return Record(identity(given, None, origin), b"", origin=origin, shard=self.name, error=reason)


def read_limited(stream: BinaryIO, limit: int) -> bytes:
    """All of an unpacked stream; raises :class:`Unreadable` beyond ``limit`` bytes, and ``Cut`` if it breaks off."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(too_large(limit))
    return data


def too_large(limit: int) -> str:
    """The reason given for a document that is too large.

    >>> too_large(64 << 20)
    'larger than 64 MB: split it, or raise --max-megabytes'
    """
    return f"larger than {limit // MEGABYTE} MB: split it, or raise --max-megabytes"
