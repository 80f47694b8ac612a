"""Exit codes, and the failures that end a command with one.

Exit codes follow sysexits.h: 0 all well, 64 wrong usage, 65 documents rejected (beyond ``--max-rejected``, or the one
that was asked for), 66 no input, 69 a package is missing, 70 an internal error, 74 a fault of disk, memory or time that
may be gone by the next run, 75 another run is at work, 78 bad configuration, 130 stopped by a signal.
"""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

OK, USAGE, REJECTED, NO_INPUT, MISSING, INTERNAL, FAULT, LOCKED, CONFIG, STOPPED = (
    0, 64, 65, 66, 69, 70, 74, 75, 78, 130,
)  # fmt: skip


class Failure(Exception):
    """A failure that the user can mend: what went wrong, and the exit code."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Parser(argparse.ArgumentParser):
    """A parser that leaves with 64 and says where to read on."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong with the arguments."""
        if message.startswith("unrecognized arguments"):
            message += " (where a command takes one FILE, `cleaner run` cleans many)"
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n{self.prog}: try --help\n")


Commands = argparse._SubParsersAction
"""What a module of this package adds its commands to."""
