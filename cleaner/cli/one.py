"""Commands that read one document: ``clean`` and ``explain``."""

from __future__ import annotations

import argparse
from pathlib import Path

import cleaner
from cleaner.cli.exits import CONFIG, NO_INPUT, OK, REJECTED, USAGE, Commands, Failure, Parser
from cleaner.run.console import shown


def add(commands: Commands[Parser]) -> None:
    """Add the commands of this module."""
    clean = _add_one(
        commands,
        "clean",
        help="print one article as JSON",
        description="Clean one document and print the article as JSON.",
    )
    clean.add_argument("--no-changes", action="store_true", help="leave the edit log out of the JSON")
    clean.set_defaults(work=_clean)
    explain = _add_one(
        commands,
        "explain",
        help="show the raw text of one document with every change and its reason",
        description="Show the raw text line by line: - was cut, ~ was changed, ^ names the rule.",
    )
    explain.add_argument("--html", action="store_true", help="print a page to open in a browser instead")
    explain.set_defaults(work=_explain)


def _add_one(commands: Commands[Parser], name: str, help: str, description: str) -> Parser:
    """Add a command that reads one document, with the options that both share."""
    one = commands.add_parser(name, help=help, description=description)
    one.add_argument("file", metavar="FILE", help="a text dump or a page; - reads standard input")
    one.add_argument("--url", help="where the article came from")
    one.add_argument("--published", metavar="DATE", help="ISO 8601; anchors relative dates")
    one.add_argument("--fetched", metavar="TIME", help='ISO 8601; anchors "4 hours ago"')
    one.add_argument("--media-type", choices=("text/plain", "text/html"), help="default: the content decides")
    one.add_argument("--stages", metavar="A,B", help="run these only: encoding,boilerplate,typos,dates,names")
    one.add_argument("--rules", action="append", metavar="FILE", help="rows of your own; see `cleaner rules`")
    one.add_argument("--site", type=Path, metavar="FILE", help="a site profile, as `cleaner learn` writes it")
    return one


def _clean(args: argparse.Namespace) -> int:
    document = _traced(args)
    try:
        article = document.article
    except cleaner.InvalidArticle as error:
        raise Failure(REJECTED, f"{args.file}: no valid article: {error}") from error
    print(article.model_dump_json(indent=2, exclude={"changes"} if args.no_changes else None))
    return OK


def _explain(args: argparse.Namespace) -> int:
    document = _traced(args)
    print(cleaner.document_page(document, args.file) if args.html else shown(cleaner.explain(document)))
    return OK


def _traced(args: argparse.Namespace) -> cleaner.Document:
    try:
        pipeline = cleaner.Pipeline(rules=args.rules or ())
        return pipeline.trace(
            read_bytes(args.file),
            url=args.url,
            published=args.published,
            fetched=args.fetched,
            media_type=args.media_type,
            stages=args.stages.split(",") if args.stages else None,
            site=_site(args.site) if args.site else None,
        )
    except cleaner.BadRules as error:
        raise Failure(CONFIG, str(error)) from error
    except ValueError as error:
        raise Failure(USAGE, str(error)) from error


def _site(file: Path) -> cleaner.SiteProfile:
    try:
        return cleaner.SiteProfile.from_json(read_bytes(str(file)).decode("utf-8"))
    except ValueError as error:
        raise Failure(CONFIG, f"{file} is not a site profile: {error}; make one with `cleaner learn`") from error


def read_bytes(name: str) -> bytes:
    """The unpacked bytes of a file, or of standard input (``-``)."""
    try:
        return cleaner.read_document(name)
    except cleaner.NoInput as error:
        raise Failure(NO_INPUT, str(error)) from error
    except OSError as error:
        raise Failure(NO_INPUT, f"{name}: {error.strerror or error}") from error
    except (ValueError, EOFError) as error:
        raise Failure(REJECTED, f"{name}: {error}") from error
