"""Commands that show and export what a run made: ``report`` and ``export``."""

from __future__ import annotations

import argparse
from pathlib import Path

import cleaner
from cleaner.cli.exits import OK, Commands, Parser, failing

FORMATS = ("ninjs", "jsonld", "tei", "markdown", "text", "csv", "dataset")
RESULTS = "what `cleaner run` wrote: a folder, a .jsonl file or .parquet; or one article"


def add(commands: Commands[Parser]) -> None:
    """Add the commands of this module."""
    report = commands.add_parser(
        "report",
        help="write static pages that show what a run did",
        description="Write a report of the articles in CLEAN as static pages: open OUT/index.html in a browser, no"
        " server or network is needed. A report written over an older one compares the two runs.",
    )
    report.add_argument("clean", type=Path, metavar="CLEAN", help=RESULTS)
    report.add_argument(
        "-o", "--out", type=Path, default=Path("report"), metavar="OUT", help="folder for the pages (default: report)"
    )
    report.add_argument(
        "--before", type=Path, metavar="FOLDER", help="compare with this report or these results of an earlier run"
    )
    report.set_defaults(work=_report)
    export = commands.add_parser(
        "export",
        help="write the articles of a run in a format that other systems read",
        description="Write the articles in CLEAN as IPTC ninjs 3.1, schema.org JSON-LD, TEI P5, Markdown with front"
        " matter or plain text (a file each below OUT), as OUT/articles.csv, or as a data set: Parquet with a card, as"
        " Hugging Face datasets loads it.",
    )
    export.add_argument("clean", type=Path, metavar="CLEAN", help=RESULTS)
    export.add_argument("--to", required=True, choices=FORMATS, help="the format")
    export.add_argument(
        "-o", "--out", type=Path, default=Path("export"), metavar="OUT", help="folder for the result (default: export)"
    )
    export.set_defaults(work=_export)


def _export(args: argparse.Namespace) -> int:
    with failing(args.out):
        count = cleaner.export_articles(args.clean, args.out, args.to)
    print(f"{count:,} articles in {args.out}")
    return OK


def _report(args: argparse.Namespace) -> int:
    with failing(args.out):
        tally = cleaner.write_report(args.clean, args.out, before=args.before)
    print(f"{len(tally.measures):,} articles, {len(tally.rejections):,} rejected: open {args.out / 'index.html'}")
    return OK
