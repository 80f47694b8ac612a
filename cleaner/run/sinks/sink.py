"""What every sink can do."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from cleaner.run.ledger import Row
from cleaner.run.outcome import Entry, Outcome


class Misplaced(ValueError):
    """An output stands in the way of something else; the message says of what, and the way out."""


class Stored(NamedTuple):
    """What a sink wrote: its hash and its length."""

    digest: bytes = b""
    size: int = 0


class Sink(Protocol):
    """A place for results.

    A run calls ``put`` for each result in order, ``sync`` before the ledger commits, and ``finish`` when every record
    has been seen. Nothing that ``sync`` has seen may be lost by a crash or a power cut; what came later is undone when
    the sink is opened again.
    """

    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Take a clean or a rejected result."""

    def holds(self, entry: Entry, row: Row) -> bool:
        """Is the result that the ledger knows still there?"""

    def sync(self) -> None:
        """Make what was put last."""

    def finish(self) -> None:
        """Tidy up at the end of a whole run."""

    def close(self) -> None:
        """Let go of the output, finished or not."""
