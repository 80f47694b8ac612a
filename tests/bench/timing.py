"""CPU time of several works on the same documents, interleaved: machines drift, ratios hold."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

Work = Callable[[object], object]


class Timed(NamedTuple):
    """Seconds of CPU for each document, in the order of the documents."""

    name: str
    seconds: list[float]

    @property
    def total(self) -> float:
        """All documents together."""
        return sum(self.seconds)

    def rank(self, share: float) -> float:
        """The time that ``share`` of the documents keep within."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, int(share * len(self.seconds)))]


class Ratio(NamedTuple):
    """One work against another on the same documents."""

    whole: float
    """Sum to sum."""
    low: float
    high: float
    """The quarter and the three-quarter mark of the documents' own ratios."""
    p95: float
    """The 95th percentile of one to that of the other."""
    worst: float
    """The largest ratio of a document that costs the other more than a millisecond."""


def interleaved(works: dict[str, Work], documents: Sequence[object]) -> list[Timed]:
    """Each document goes through each work once, in turns that rotate: a first sight for all of them.

    The first documents warm every work up and do not count: lists are loaded and patterns compiled on first use.
    """
    names = list(works)
    spent: dict[str, list[float]] = {name: [] for name in names}
    warm = documents[: min(20, len(documents) // 3)]
    for document in warm:
        for work in works.values():
            work(document)
    for n, document in enumerate(documents[len(warm) :]):
        for name in (*names[n % len(names) :], *names[: n % len(names)]):
            started = time.process_time()
            works[name](document)
            spent[name].append(time.process_time() - started)
        if n % 50 == 0:
            gc.collect()
    return [Timed(name, seconds) for name, seconds in spent.items()]


def ratio(ours: Timed, theirs: Timed) -> Ratio:
    """How ``ours`` compares with ``theirs``."""
    each = [a / b for a, b in zip(ours.seconds, theirs.seconds, strict=True) if b > 0]
    large = [a / b for a, b in zip(ours.seconds, theirs.seconds, strict=True) if b > 0.001]
    low, _, high = statistics.quantiles(each, n=4)
    return Ratio(ours.total / theirs.total, low, high, ours.rank(0.95) / theirs.rank(0.95), max(large or each))
