"""The command line: thin skins over the library.

Exit codes follow sysexits.h: 0 all well, 64 wrong usage, 65 documents rejected (beyond ``--max-rejected``, or the one
that was asked for), 66 no input, 75 another run is at work, 78 bad configuration.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import cleaner
from cleaner.run import console

OK, USAGE, REJECTED, NO_INPUT, LOCKED, CONFIG = 0, 64, 65, 66, 75, 78


class Failure(Exception):
    """A failure that the user can mend: what went wrong, and the exit code."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n{self.prog}: try --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    args = parser().parse_args(argv)
    work: Callable[[argparse.Namespace], int] = args.work
    try:
        return work(args)
    except Failure as failure:
        print(f"cleaner: {failure}", file=sys.stderr)
        return failure.code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("cleaner: stopped; what was finished is safe, run again to go on", file=sys.stderr)
        return 130


def parser() -> argparse.ArgumentParser:
    """The whole command line, as ``--help`` teaches it."""
    top = _Parser(
        prog="cleaner",
        description="Raw news articles in, clean validated JSON out, and every change accounted for.",
        epilog="cleaner COMMAND --help tells more. " + (__doc__ or "").split("\n\n", 1)[1].replace("``", ""),
    )
    top.add_argument("--version", action="store_true", help="print the version and the fingerprint of rules and models")
    top.set_defaults(work=_version)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_add_run, _add_clean, _add_explain, _add_check, _add_schema, _add_learn):
        add(commands)
    return top


def _add_run(commands: argparse._SubParsersAction[_Parser]) -> None:
    run = commands.add_parser(
        "run",
        help="clean a folder of raw documents into a folder of JSON articles",
        description="Clean every document below RAW into CLEAN: a/b.html becomes a/b.html.json. What is unchanged since"
        " the last run is skipped; a document that yields no article is set aside in CLEAN/_rejected with every reason."
        " Beside story.txt, story.txt.meta.json may say what is known of it: url, published, fetched, media_type.",
    )
    run.add_argument("raw", type=Path, metavar="RAW", help="folder of text dumps and pages, also gzipped (.gz)")
    run.add_argument("clean", type=Path, metavar="CLEAN", help="folder for the articles; made if missing")
    run.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="processes; the result is the same (default 1)"
    )
    run.add_argument(
        "--max-rejected", type=int, metavar="N", help="exit 65 when more than N documents are rejected (default: never)"
    )
    run.add_argument("--no-changes", action="store_true", help="leave the edit log out of the JSON")
    run.set_defaults(work=_run)


def _add_one(commands: argparse._SubParsersAction[_Parser], name: str, help: str, description: str) -> _Parser:
    """A command that reads one document."""
    one = commands.add_parser(name, help=help, description=description)
    one.add_argument("file", metavar="FILE", help="a text dump or a page; - reads standard input")
    one.add_argument("--url", help="where the article came from")
    one.add_argument("--published", metavar="DATE", help="ISO 8601; anchors relative dates")
    one.add_argument("--fetched", metavar="TIME", help='ISO 8601; anchors "4 hours ago"')
    one.add_argument("--media-type", choices=("text/plain", "text/html"), help="default: look and see")
    one.add_argument("--stages", metavar="A,B", help="run these only: encoding,boilerplate,typos,dates,names")
    one.add_argument("--site", type=Path, metavar="FILE", help="a site profile, as `cleaner learn` writes it")
    return one


def _add_clean(commands: argparse._SubParsersAction[_Parser]) -> None:
    one = _add_one(
        commands,
        "clean",
        help="print one article as JSON",
        description="Clean one document and print the article as JSON.",
    )
    one.add_argument("--no-changes", action="store_true", help="leave the edit log out of the JSON")
    one.set_defaults(work=_clean)


def _add_explain(commands: argparse._SubParsersAction[_Parser]) -> None:
    one = _add_one(
        commands,
        "explain",
        help="show the raw text of one document with every change and its reason",
        description="Show the raw text line by line: - was cut, ~ was changed, ^ names the rule.",
    )
    one.set_defaults(work=_explain)


def _add_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    check = commands.add_parser(
        "check",
        help="validate every article below a folder",
        description="Validate every JSON article below CLEAN against the schema; exit 65 if one does not hold.",
    )
    check.add_argument("clean", type=Path, metavar="CLEAN", help="folder of articles")
    check.set_defaults(work=_check)


def _add_schema(commands: argparse._SubParsersAction[_Parser]) -> None:
    schema = commands.add_parser(
        "schema", help="print the JSON Schema of an article", description="Print the JSON Schema of an article."
    )
    schema.set_defaults(work=_schema)


def _add_learn(commands: argparse._SubParsersAction[_Parser]) -> None:
    learn = commands.add_parser(
        "learn",
        help="learn what the articles of one publisher share",
        description="Read raw documents of one publisher and print a site profile: the lines that come back from"
        " article to article. `cleaner run` does this by itself; use this to inspect, edit and ship a profile.",
    )
    learn.add_argument("files", nargs="+", type=Path, metavar="FILE", help="raw documents, the more the better")
    learn.set_defaults(work=_learn)


def _version(args: argparse.Namespace) -> int:
    if not args.version:
        parser().print_help(sys.stderr)
        return USAGE
    print(f"cleaner {cleaner.VERSION} ({cleaner.fingerprint()})")
    return OK


def _run(args: argparse.Namespace) -> int:
    progress = console.Progress(sys.stderr)
    clean_folder = cleaner.clean_folder
    gc.freeze()  # what is loaded by now stays: pages make much garbage, and each search for it would go through all
    try:
        summary = clean_folder(args.raw, args.clean, jobs=args.jobs, changes=not args.no_changes, progress=progress)
    except cleaner.NoInput as error:
        raise Failure(NO_INPUT, f"{error}: give a folder of raw documents") from error
    except cleaner.Locked as error:
        raise Failure(LOCKED, str(error)) from error
    except (cleaner.Misplaced, cleaner.BadProfile) as error:
        raise Failure(CONFIG, str(error)) from error
    except OSError as error:
        raise Failure(CONFIG, f"{error.filename or args.clean}: {error.strerror or error}") from error
    finally:
        progress.close()
    print(console.table(summary, args.clean))
    too_many = args.max_rejected is not None and len(summary.rejected) > args.max_rejected
    return REJECTED if too_many else OK


def _clean(args: argparse.Namespace) -> int:
    document = _traced(args)
    try:
        article = document.article
    except cleaner.InvalidArticle as error:
        raise Failure(REJECTED, f"{args.file}: no valid article: {error}") from error
    print(article.model_dump_json(indent=2, exclude={"changes"} if args.no_changes else None))
    return OK


def _explain(args: argparse.Namespace) -> int:
    print(cleaner.explain(_traced(args)))
    return OK


def _traced(args: argparse.Namespace) -> cleaner.Document:
    try:
        return cleaner.trace(
            _bytes(args.file),
            url=args.url,
            published=args.published,
            fetched=args.fetched,
            media_type=args.media_type,
            stages=args.stages.split(",") if args.stages else None,
            site=_site(args.site) if args.site else None,
        )
    except ValueError as error:
        raise Failure(USAGE, str(error)) from error


def _site(file: Path) -> cleaner.SiteProfile:
    try:
        return cleaner.SiteProfile.from_json(_bytes(str(file)).decode("utf-8"))
    except ValueError as error:
        raise Failure(CONFIG, f"{file} is not a site profile: {error}; make one with `cleaner learn`") from error


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        data = Path(name).read_bytes()
        return cleaner.gunzip(data) if name.endswith(".gz") else data
    except OSError as error:
        raise Failure(NO_INPUT, f"{name}: {error.strerror or error}") from error
    except cleaner.Unreadable as error:
        raise Failure(REJECTED, f"{name}: {error}") from error


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
    documents = (cleaner.trace(_bytes(str(file)), stages=()) for file in args.files)
    print(cleaner.learn(document.raw for document in documents).to_json(), end="")
    return OK


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)
