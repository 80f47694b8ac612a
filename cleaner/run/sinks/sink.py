"""The interface of sinks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple

from cleaner.run.ledger import Row
from cleaner.run.outcome import Entry, Outcome


class Misplaced(ValueError):
    """An output and something else are in each other's way; the message says what, and what to do."""


class Stored(NamedTuple):
    """The digest and the length of what a sink wrote."""

    digest: bytes = b""
    size: int = 0


class Sink(ABC):
    """A place for results.

    A run calls ``put`` for each result in order, ``sync`` before the ledger commits, and ``finish`` after the last
    record. After ``sync``, no crash or power cut may lose what was put before; what came later is undone when the sink
    is opened again.
    """

    @abstractmethod
    def put(self, entry: Entry, outcome: Outcome, before: Row | None) -> Stored:
        """Store a clean or a rejected result; ``before`` is what the ledger knows of an earlier one."""

    def holds(self, entry: Entry, row: Row) -> bool:
        """Is the result that the ledger knows still in place? By default, the ledger is believed."""
        return True

    def sync(self) -> None:  # noqa: B027
        """Wait until everything is on disk."""

    def finish(self) -> None:  # noqa: B027
        """Tidy up at the end of a complete run."""

    def close(self) -> None:  # noqa: B027
        """Close the output, finished or not."""
