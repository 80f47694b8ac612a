"""What is in use: the package's own rules, languages and models, or those that a caller brings for a block of code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Using = Callable[[T | None], AbstractContextManager[None]]


def in_use(name: str, default: Callable[[], T]) -> tuple[Callable[[], T], Using[T]]:
    """Two functions: ``current()`` returns what is in use, and ``using(…)`` replaces it for a block and this thread.

    At first ``default()`` is in use. ``using(None)`` leaves things as they are.

    >>> season, using = in_use("season", lambda: "winter")
    >>> with using("summer"):
    ...     season()
    'summer'
    >>> season()
    'winter'
    """
    chosen: ContextVar[T | None] = ContextVar(name, default=None)

    def current() -> T:
        return chosen.get() or default()

    @contextmanager
    def using(value: T | None) -> Iterator[None]:
        token = chosen.set(value or chosen.get())
        try:
            yield
        finally:
            chosen.reset(token)

    return current, using
