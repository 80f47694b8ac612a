"""The command line: a thin layer over the library, one module for each group of commands."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence

import cleaner
from cleaner.cli import corpus, exits, job, one, output, rules, start
from cleaner.cli.exits import OK, STOPPED, USAGE, Failure, Parser
from cleaner.run.console import shown_in_line

GROUPS = (job, one, output, corpus, rules, start)
"""Each module has a function ``add(commands)``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # for terminals that know ASCII only
    args = parser().parse_args(argv)
    work: Callable[[argparse.Namespace], int] = args.work
    try:
        return work(args)
    except Failure as failure:
        print(f"cleaner: {shown_in_line(str(failure))}", file=sys.stderr)
        return failure.code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("cleaner: stopped; what was finished is safe, run again to go on", file=sys.stderr)
        return STOPPED


def parser() -> argparse.ArgumentParser:
    """The whole command line, as ``--help`` teaches it."""
    top = Parser(
        prog="cleaner",
        description="Raw news articles in, clean validated JSON out, and every change accounted for.",
        epilog="`cleaner COMMAND --help` explains a command. "
        + (exits.__doc__ or "").split("\n\n", 1)[1].replace("``", ""),
    )
    top.add_argument("--version", action="store_true", help="print the version and the fingerprint of rules and models")
    top.set_defaults(work=_version)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    for group in GROUPS:
        group.add(commands)
    return top


def _version(args: argparse.Namespace) -> int:
    if not args.version:
        parser().print_help(sys.stderr)
        return USAGE
    kernels = "compiled" if cleaner.COMPILED else "pure Python"
    print(f"cleaner {cleaner.VERSION} ({cleaner.fingerprint()}), {kernels}")
    return OK
