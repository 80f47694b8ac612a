"""Exit codes, and the failures that end a command with one.

Exit codes follow sysexits.h: 0 success, 64 wrong usage, 65 documents rejected (more than ``--max-rejected``, or the
only one), 66 no input, 69 a package is missing, 70 internal error, 74 a lack of disk space, memory or time that may
have passed by the next run, 75 another run is at work, 78 bad configuration, 130 stopped by a signal.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import cleaner

OK, USAGE, REJECTED, NO_INPUT, MISSING, INTERNAL, FAULT, LOCKED, CONFIG, STOPPED = (
    0, 64, 65, 66, 69, 70, 74, 75, 78, 130,
)  # fmt: skip


class Failure(Exception):
    """A failure that the user can fix: what went wrong, and the exit code."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


@contextmanager
def failing(place: object) -> Iterator[None]:
    """Turn what the library raises into a :class:`Failure`; ``place`` is blamed where an error names no file."""
    try:
        yield
    except BrokenPipeError:
        raise
    except cleaner.NoResults as error:
        raise Failure(NO_INPUT, f"{error}; give what `cleaner run` wrote") from error
    except cleaner.NoInput as error:
        raise Failure(NO_INPUT, f"{error}: give a folder of raw documents, or files") from error
    except cleaner.Locked as error:
        raise Failure(LOCKED, str(error)) from error
    except cleaner.Missing as error:
        raise Failure(MISSING, str(error)) from error
    except OSError as error:
        raise Failure(FAULT, f"{error.filename or place}: {error.strerror or error}") from error
    except cleaner.NoWorkers as error:
        raise Failure(FAULT, str(error)) from error
    except (ValueError, cleaner.BadLedger) as error:
        raise Failure(CONFIG, str(error)) from error


class Parser(argparse.ArgumentParser):
    """A parser that exits with 64 on wrong usage."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong."""
        if message.startswith("unrecognized arguments"):
            message += " (where a command takes one FILE, `cleaner run` cleans many)"
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n{self.prog}: try --help\n")


Commands = argparse._SubParsersAction
"""The object to which each module of this package adds its commands."""
