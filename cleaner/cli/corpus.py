"""Commands about many articles: ``check``, ``compare``, ``dedup``, ``schema`` and ``learn``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import cleaner
from cleaner.cli.exits import NO_INPUT, OK, REJECTED, Commands, Failure, Parser, failing
from cleaner.cli.one import read_bytes
from cleaner.run.console import shown, shown_in_line


def add(commands: Commands[Parser]) -> None:
    """Add the commands of this module."""
    check = commands.add_parser(
        "check",
        help="validate every article of a result",
        description="Validate every article of CLEAN against the schema; exit with 65 if one is invalid. With --repair,"
        " the next run makes again whatever is missing, truncated or was edited.",
    )
    check.add_argument("clean", type=Path, metavar="CLEAN", help="a folder, or a file of JSON Lines")
    check.add_argument("--repair", action="store_true", help="let the next run make damaged results again")
    check.set_defaults(work=_check)

    compare = commands.add_parser(
        "compare",
        help="show what an upgrade or own rules change over a corpus",
        description="Compare two results of the same documents: which fields changed, which sentences were lost or"
        " gained, and by which rule. Each is a folder that `cleaner run` filled, or a file of JSON Lines.",
    )
    compare.add_argument("old", type=Path, metavar="OLD", help="the result as it was")
    compare.add_argument("new", type=Path, metavar="NEW", help="the result as it is now")
    compare.add_argument("--json", action="store_true", help="print the comparison as JSON")
    compare.set_defaults(work=_compare)

    dedup = commands.add_parser(
        "dedup",
        help="list copies and near-copies among cleaned articles",
        description="Print each cluster of articles that tell one story in nearly the same words, one line of JSON"
        " each, the earliest article first. Nothing is deleted. Cleaned text finds more than raw text.",
    )
    dedup.add_argument("clean", type=Path, metavar="CLEAN", help="a folder, or a file of JSON Lines")
    dedup.add_argument(
        "--threshold", type=float, default=0.7, metavar="T", help="share of word triples in common (default 0.7)"
    )
    dedup.set_defaults(work=_dedup)

    schema = commands.add_parser(
        "schema", help="print the JSON Schema of an article", description="Print the JSON Schema of an article."
    )
    schema.set_defaults(work=_schema)

    learn = commands.add_parser(
        "learn",
        help="learn what the articles of one publisher share",
        description="Read raw documents of one publisher and print a site profile: the lines that come back from"
        " article to article. `cleaner run` does this by itself; use this to inspect, edit and ship a profile.",
    )
    learn.add_argument("files", nargs="+", type=Path, metavar="FILE", help="raw documents, the more the better")
    learn.set_defaults(work=_learn)


def _check(args: argparse.Namespace) -> int:
    is_file = args.clean.is_file()
    if not args.clean.exists():
        raise Failure(NO_INPUT, f"{args.clean} is not a folder, and no file")
    bad = count = 0
    for path, reasons in cleaner.check_lines(args.clean) if is_file else cleaner.check_folder(args.clean):
        count += 1
        bad += bool(reasons)
        for reason in reasons:
            print(shown_in_line(f"{args.clean}{': ' if is_file else '/'}{path}: {reason}"), file=sys.stderr)
    print(f"{count} articles checked, {bad} invalid")
    if args.repair:
        with failing(args.clean):
            print(f"{cleaner.repair(args.clean)} results will be made again by the next run")
        return OK
    return REJECTED if bad else OK


def _compare(args: argparse.Namespace) -> int:
    with failing(args.old):
        found = cleaner.compare(args.old, args.new)
    print(json.dumps(found.as_json(), ensure_ascii=False, indent=1) if args.json else shown(found.as_text()))
    return OK


def _dedup(args: argparse.Namespace) -> int:
    with failing(args.clean):
        for line in cleaner.dedup(args.clean, args.threshold):
            print(line)
    return OK


def _schema(args: argparse.Namespace) -> int:
    print(cleaner.schema_json(), end="")
    return OK


def _learn(args: argparse.Namespace) -> int:
    documents = (cleaner.trace(read_bytes(str(file)), stages=()) for file in args.files)
    print(cleaner.learn(document.raw for document in documents).to_json(), end="")
    return OK
