"""How the work grows with its input: a ratio, with room for a busy machine, and no clock that a slow one would fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from cleaner.core.collector import collector_paused

S = TypeVar("S", bound=Sequence)
PARTS, ROOM, LEAST = 8, 5, 0.01
"""Eight times the input may cost 40 times the work; a quadratic step costs 64. Less than 10 ms counts as 10 ms."""


def assert_linear(work: Callable[[S], object], whole: S) -> None:
    """Fail where ``work`` on the whole input costs far more than its length accounts for, beside an eighth of it.

    Each try begins one place further on, so that no cache has seen what is timed.
    """
    size = len(whole) // PARTS
    work(whole[3 : 3 + size])
    short = max(LEAST, min(_seconds(work, (whole[i : i + size] for i in range(3)))))
    long = 0.0
    for long in _seconds(work, (whole[i:] for i in range(3))):
        if long <= PARTS * ROOM * short:
            return
    raise AssertionError(f"{PARTS} times the input cost {long / short:.0f} times the work")


def _seconds(work: Callable[[S], object], inputs: Iterable[S]) -> Iterable[float]:
    for each in inputs:
        with collector_paused():
            started = time.process_time()
            work(each)
            spent = time.process_time() - started
        yield spent
