"""A limit to the CPU time that one document may take.

The limit counts CPU seconds, so that no document fails on a busy machine. There are two alarms. A timer raises
:class:`TimeLimit` inside Python code. If a library in C does not return to Python in time, the kernel ends the process
a few seconds later with ``SIGXCPU``. Both need Unix; elsewhere there is no limit.
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
    """A document took too much CPU time. Not an ``Exception``, so that no fallback catches it."""


@contextmanager
def cpu_limit(seconds: float | None) -> Iterator[None]:
    """Raise :class:`TimeLimit` if the block takes more than ``seconds`` of CPU. Works in the main thread only.

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
        signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # and each second from then on
        _kernel_limit(last if hard == resource.RLIM_INFINITY else min(last, hard), hard)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        _kernel_limit(hard, hard)
        signal.signal(signal.SIGPROF, before)


def no_core_files() -> None:
    """Write no core dump if the kernel ends this process."""
    if resource is not None:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _kernel_limit(soft: int, hard: int) -> None:
    with suppress(OSError, ValueError):  # a hardened service must not set limits; the timer remains
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _out_of_time(number: int, frame: object) -> NoReturn:
    raise TimeLimit
