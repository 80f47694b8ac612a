"""How a job's sources are to be read."""

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

    ``kind`` is what ``--from`` names; without it a name's suffix decides. ``fields`` maps
    fields to the names that rows have for them.
    ``include`` and ``exclude`` are patterns for paths below a folder. ``since`` leaves out files that were last changed
    before that day. ``passed_over`` counts what a source holds beside documents: pictures and redirects in a crawl.
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
        """Each field with the names that it may have in a row; raises :class:`fields.Unmapped`."""
        return names(self.fields)


class Shard(NamedTuple):
    """An open file of many records: its bytes, unpacked as they are read, and its name."""

    stream: BinaryIO
    name: str

    def origin(self, at: str = "") -> str:
        """Where a record stands, for people."""
        return f"{written(self.name)}{at}"

    def fault(self, at: str, reason: str, *, given: str | None = None, is_passing: bool = False) -> Record:
        """A record that could not be read: it comes out as a result with the reason."""
        origin = self.origin(at)
        return Record(
            identity(given, None, origin), b"", origin=origin, shard=self.name, error=reason, is_passing=is_passing
        )


def too_large(limit: int) -> str:
    """The reason given for what is larger than it may be.

    >>> too_large(64 << 20)
    'larger than 64 MB: split it, or raise --max-megabytes'
    """
    return f"larger than {limit // MEGABYTE} MB: split it, or raise --max-megabytes"
