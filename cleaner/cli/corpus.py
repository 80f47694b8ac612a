"""Commands about folders of articles and about the package: ``check``, ``schema``, ``learn``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import cleaner
from cleaner.cli.exits import NO_INPUT, OK, REJECTED, Commands, Failure, Parser
from cleaner.cli.one import read_bytes


def add(commands: Commands[Parser]) -> None:
    """Add the commands of this module."""
    _add_check(commands)
    _add_schema(commands)
    _add_learn(commands)


def _add_check(commands: Commands[Parser]) -> None:
    check = commands.add_parser(
        "check",
        help="validate every article below a folder",
        description="Validate every JSON article below CLEAN against the schema; exit 65 if one does not hold.",
    )
    check.add_argument("clean", type=Path, metavar="CLEAN", help="folder of articles")
    check.set_defaults(work=_check)


def _add_schema(commands: Commands[Parser]) -> None:
    schema = commands.add_parser(
        "schema", help="print the JSON Schema of an article", description="Print the JSON Schema of an article."
    )
    schema.set_defaults(work=_schema)


def _add_learn(commands: Commands[Parser]) -> None:
    learn = commands.add_parser(
        "learn",
        help="learn what the articles of one publisher share",
        description="Read raw documents of one publisher and print a site profile: the lines that come back from"
        " article to article. `cleaner run` does this by itself; use this to inspect, edit and ship a profile.",
    )
    learn.add_argument("files", nargs="+", type=Path, metavar="FILE", help="raw documents, the more the better")
    learn.set_defaults(work=_learn)


def _check(args: argparse.Namespace) -> int:
    if not args.clean.is_dir():
        raise Failure(NO_INPUT, f"{args.clean} is not a folder")
    bad = count = 0
    for path, reasons in cleaner.check_folder(args.clean):
        count += 1
        bad += bool(reasons)
        for reason in reasons:
            print(f"{args.clean / path}: {reason}", file=sys.stderr)
    print(f"{count} articles checked, {bad} do not hold")
    return REJECTED if bad else OK


def _schema(args: argparse.Namespace) -> int:
    print(cleaner.schema_json(), end="")
    return OK


def _learn(args: argparse.Namespace) -> int:
    documents = (cleaner.trace(read_bytes(str(file)), stages=()) for file in args.files)
    print(cleaner.learn(document.raw for document in documents).to_json(), end="")
    return OK
