"""How much CPU one document may take.

Time is counted in CPU seconds, so that a busy machine fails no document. Two alarms stand one behind the other: a
timer raises :class:`TimeLimit` inside Python code; where a library written in C does not give Python the chance to
listen, the kernel ends the process a few seconds later with ``SIGXCPU``. Both need a Unix; elsewhere there is no limit.
"""

from __future__ import annotations

import math
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

try:
    import resource
except ImportError:  # not a Unix
    resource = None  # type: ignore[assignment]

GRACE = 5
"""CPU seconds between the two alarms."""


class TimeLimit(BaseException):
    """A document took more CPU than it may. Not an ``Exception``: no fallback on the way may swallow it."""


@contextmanager
def cpu_limit(seconds: float | None) -> Iterator[None]:
    """Raise :class:`TimeLimit` when the block takes more than ``seconds`` of CPU. In the main thread only.

    >>> with cpu_limit(60):
    ...     pass
    """
    if seconds is None or resource is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _out_of_time)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    last = math.ceil(time.process_time() + seconds) + GRACE
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # again each second, should the first be swallowed
        _kernel_limit(last if hard == resource.RLIM_INFINITY else min(last, hard), hard)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        _kernel_limit(hard, hard)
        signal.signal(signal.SIGPROF, before)


def no_core_files() -> None:
    """Let a process that is ended by the kernel leave no image of its memory behind."""
    if resource is not None:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _kernel_limit(soft: int, hard: int) -> None:
    with suppress(OSError, ValueError):  # a hardened service may not set limits; the timer remains
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _out_of_time(number: int, frame: object) -> NoReturn:
    raise TimeLimit
