"""Optional packages, which only some sources and sinks need: the extras of this package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Missing(ImportError):
    """An optional package is not installed; the message says how to install it."""


@contextmanager
def needed(extra: str, what: str) -> Iterator[None]:
    """Say what to install if an import fails.

    >>> with needed("feeds", "a feed"):
    ...     import nothing_of_this_name
    Traceback (most recent call last):
    cleaner.run.sources.missing.Missing: a feed needs a package that is not installed: pip install ...feeds]'
    """
    try:
        yield
    except ImportError as error:
        raise Missing(
            f"{what} needs a package that is not installed: pip install 'article-cleaner[{extra}]'"
        ) from error
