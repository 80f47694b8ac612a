"""The summary of a run: counts, and the names of documents that were rejected or failed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

_NAMED = 10_000
"""At most so many documents are named, the others only counted, so that memory does not grow with the run."""


@dataclass
class Summary:
    """The summary of a run.

    ``rejected`` and ``failed`` map the names of documents to the reasons, for the first ten thousand of each.
    ``passed_over`` counts what in the sources was no document; ``gone`` counts results that were moved away because
    their raw file no longer exists.
    """

    cleaned: int = 0
    unchanged: int = 0
    rejections: int = 0
    failures: int = 0
    internal: int = 0
    gone: int = 0
    rejected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    failed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    is_stopped: bool = False

    @property
    def seen(self) -> int:
        """The number of documents in the sources."""
        return self.cleaned + self.unchanged + self.rejections + self.failures

    def reject(self, name: str, reasons: tuple[str, ...]) -> None:
        """Count a rejected document."""
        self.rejections += 1
        if len(self.rejected) < _NAMED:
            self.rejected[name] = reasons

    def fail(self, name: str, reasons: tuple[str, ...], *, is_internal: bool = False) -> None:
        """Count a document that has no result yet."""
        self.failures += 1
        self.internal += is_internal
        if len(self.failed) < _NAMED:
            self.failed[name] = reasons

    def as_json(self) -> dict[str, Any]:
        """The summary for programs.

        >>> Summary(cleaned=2).as_json()["cleaned"]
        2
        """
        counts = ("cleaned", "unchanged", "rejections", "failures", "internal", "gone")
        return {
            "documents": self.seen,
            **{name: getattr(self, name) for name in counts},
            "seconds": round(self.seconds, 3),
            "stopped": self.is_stopped,
            "rejected": {name: list(reasons) for name, reasons in self.rejected.items()},
            "failed": {name: list(reasons) for name, reasons in self.failed.items()},
            "passed_over": dict(sorted(self.passed_over.items())),
            "rules": dict(sorted(self.rules.items())),
        }
