"""``cleaner run``: a job."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import cleaner
from cleaner.cli.exits import CONFIG, FAULT, INTERNAL, OK, REJECTED, Commands, Failure, Parser, failing
from cleaner.run import config, console

_DESCRIPTION = """
Clean every document of the sources into OUT. Documents that have not changed since the last run are skipped. A
document that yields no article is rejected, with every reason. One that fails for lack of memory, time or disk space
is tried again by the next run. You may stop or kill a run at any moment: the next one continues where it stopped.

sources: a folder of text dumps and pages (also .gz, .zst), files, patterns, or - for standard input. The suffix, or
  --from, tells how to read a file: .jsonl .json .csv .parquet .warc .wet .rss .atom .xml .eml; any other file is one
  document. story.txt.meta.json can give the url, published, fetched and media_type of story.txt beside it.
outputs: a folder (a/b.html becomes a/b.html.json), NAME.jsonl, NAME.parquet (a folder of parts), or - for JSON Lines
  on standard output.

  cleaner run raw clean                                   a folder into a folder
  cleaner run crawl-*.warc.gz -o news.parquet --jobs 8    a crawl into Parquet
  cat in.jsonl | cleaner run - -o - --map text=body       in a pipe
  cleaner run                                             all options from cleaner.toml
"""

_KINDS = ("files", "jsonl", "json", "csv", "parquet", "warc", "feed", "mail")


def add(commands: Commands[Parser]) -> None:
    """Add ``run``."""
    run = commands.add_parser(
        "run",
        help="clean folders, crawls, feeds and tables into JSON articles",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        argument_default=argparse.SUPPRESS,
    )
    run.add_argument("sources", nargs="*", metavar="SOURCE", help="what to clean; without -o, the last SOURCE is OUT")
    run.add_argument("-o", "--out", metavar="OUT", help="where to write the articles; created if missing")
    run.add_argument("--from", dest="from_", choices=_KINDS, help="kind of the sources (default: by suffix)")
    run.add_argument("--to", choices=("folder", "jsonl", "parquet"), help="kind of OUT (default: by suffix)")
    run.add_argument(
        "--map", action="append", metavar="FIELD=NAME", help="text=body: read the text from the field `body`"
    )
    run.add_argument(
        "--jobs", type=_count, metavar="N", help="number of processes; the result stays the same (default 1)"
    )
    run.add_argument("--engine", choices=("local", "ray", "spark"), help="what runs the processes (default: local)")
    run.add_argument(
        "--config", type=Path, metavar="FILE", help="options in TOML (default: cleaner.toml, if it is there)"
    )
    _add_selection(run.add_argument_group("which documents"))
    _add_cleaning(run.add_argument_group("how to clean them"))
    _add_output(run.add_argument_group("what to report"))
    run.set_defaults(work=partial(_run, run))


def _add_selection(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--include", action="append", metavar="PATTERN", help="in folders, only files that match: *.html"
    )
    group.add_argument("--exclude", action="append", metavar="PATTERN", help="in folders, skip files that match")
    group.add_argument("--since", metavar="DATE", help="only files changed on that day or later")
    group.add_argument("--limit", type=_number, metavar="N", help="stop after N documents; the next run continues")
    group.add_argument("--force", action="store_true", help="also clean documents that have not changed")
    group.add_argument("--retry-rejected", action="store_true", help="try rejected documents again")
    group.add_argument("--keep-older", action="store_true", help="keep articles cleaned by an older version")
    group.add_argument("--prune", action="store_true", help="move articles whose raw file is gone to OUT/_gone")
    group.add_argument("--dry-run", action="store_true", help="only count what would be cleaned")


def _add_cleaning(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--rules", action="append", metavar="FILE", help="rows of your own; see `cleaner rules`")
    group.add_argument("--no-repairs", action="store_true", help="leave misspellings as they are")
    group.add_argument("--no-changes", action="store_true", help="leave the edit log out of the JSON")
    group.add_argument(
        "--max-seconds", type=_amount, metavar="S", help="CPU seconds a document may take, else it fails (default 60)"
    )
    group.add_argument(
        "--max-megabytes", type=_number, metavar="M", help="size a document may have, else it is rejected (default 64)"
    )


def _add_output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--max-rejected",
        type=_whole,
        metavar="N",
        help="exit with 65 if more than N documents are rejected (default: if all are)",
    )
    group.add_argument("--json", action="store_true", help="print the summary as JSON; on stderr if OUT is -")
    group.add_argument("--log", metavar="FILE", help="append a line for each rejection, failure and run")
    group.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")


_TYPES: dict[str, type] = {
    **dict.fromkeys(("sources", "map", "include", "exclude", "rules"), list),
    **dict.fromkeys(("out", "from_", "from", "to", "engine", "since", "log"), str),
    **dict.fromkeys(("jobs", "limit", "max_megabytes", "max_rejected"), int),
    **dict.fromkeys(
        ("force", "retry_rejected", "keep_older", "prune", "no_repairs", "no_changes", "json", "quiet"), bool
    ),
    "max_seconds": float,
}
"""The options that ``cleaner.toml`` may hold, with the type of each."""


def _run(parser: Parser, args: argparse.Namespace) -> int:
    given = _given(parser, args)
    progress = _progress(given)
    signal.signal(signal.SIGTERM, _stop)
    try:
        summary = _summary(given, progress)
    finally:
        if isinstance(progress, console.Progress):
            progress.close()
    _tell(summary, given)
    if summary.internal:
        return INTERNAL
    most = given.get("max_rejected")
    if most is not None and summary.rejections > most:
        return REJECTED
    if most is None and summary.rejections and not summary.cleaned + summary.unchanged + summary.failures:
        return REJECTED  # not a single article: the source is wrong, or it is read as the wrong kind
    return FAULT if summary.failures else OK


def _given(parser: Parser, args: argparse.Namespace) -> dict[str, Any]:
    """The options of the command line, and from the file those that it leaves open."""
    said = {name: value for name, value in vars(args).items() if name not in ("work", "config") and value != []}
    file = getattr(args, "config", None) or (Path(config.NAME) if Path(config.NAME).is_file() else None)
    try:
        kept = config.read_config(file, _TYPES) if file and (not said.get("sources") or hasattr(args, "config")) else {}
    except config.BadConfig as error:
        raise Failure(CONFIG, str(error)) from error
    if "from" in kept:
        kept["from_"] = kept.pop("from")
    given = kept | said
    sources = list(given.get("sources", ()))
    if "out" not in given and len(sources) > 1:
        given["out"] = sources.pop()
    if not sources or "out" not in given:
        parser.error("give a SOURCE and an OUT: cleaner run raw clean")
    if given.get("prune") and any(name in given for name in ("limit", "since", "include", "exclude")):
        parser.error("--prune needs to see every document: leave out --limit, --since, --include and --exclude")
    return given | {"sources": sources}


def _progress(given: dict[str, Any]) -> Callable[[int, int | None], None]:
    if given.get("quiet"):
        return lambda done, total: None
    return console.Progress(sys.stderr)


def _summary(given: dict[str, Any], progress: Callable[[int, int | None], None]) -> cleaner.Summary:
    with failing(given["out"]):
        return cleaner.run_job(given["sources"], Path(given["out"]), progress=progress, **_job(given))


def _job(given: dict[str, Any]) -> dict[str, Any]:
    """The arguments of :func:`cleaner.run_job`."""
    stages = ("encoding", "boilerplate", "dates", "names") if given.get("no_repairs") else ()
    recipe = cleaner.Recipe(tuple(given.get("rules", ())), stages, not given.get("no_changes", False))
    flags = ("force", "retry_rejected", "keep_older", "prune", "dry_run", "limit", "jobs", "engine", "max_seconds")
    options = cleaner.Options(recipe=recipe, **{name: given[name] for name in flags if name in given})
    own = dict(pair.partition("=")[::2] for pair in given.get("map", ()))
    reading = cleaner.Reading(
        kind=given.get("from_"),
        fields=own,
        include=tuple(given.get("include", ())),
        exclude=tuple(given.get("exclude", ())),
        since=_day(given.get("since")),
        **({"max_bytes": given["max_megabytes"] << 20} if "max_megabytes" in given else {}),
    )
    return {"kind": given.get("to"), "options": options, "reading": reading}


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ValueError(f"--since {text} is not a date like 2026-01-31") from error


def _tell(summary: cleaner.Summary, given: dict[str, Any]) -> None:
    where = sys.stderr if given["out"] == "-" else sys.stdout
    if given.get("json"):
        print(json.dumps(summary.as_json(), ensure_ascii=False), file=where)
    elif not given.get("quiet"):
        print(console.table(summary, Path(given["out"]), is_dry=given.get("dry_run", False)), file=where)
    if "log" in given:
        _log(summary, Path(given["log"]))


def _log(summary: cleaner.Summary, file: Path) -> None:
    """Append a line for each rejection and failure, and one for the run."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    events = [("rejected", name, reasons) for name, reasons in summary.rejected.items()]
    events += [("failed", name, reasons) for name, reasons in summary.failed.items()]
    lines = [f"{now} {what} {console.shown_in_line(f'{name}: ' + '; '.join(why))}" for what, name, why in events]
    counts = {name: value for name, value in summary.as_json().items() if isinstance(value, int | float)}
    lines.append(f"{now} run " + " ".join(f"{name}={value}" for name, value in counts.items()))
    try:
        with file.open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write("\n".join(lines) + "\n")
    except OSError as error:
        raise Failure(FAULT, f"{file}: {error.strerror or error}") from error


def _stop(number: int, frame: object) -> NoReturn:
    """Treat SIGTERM, which schedulers send, like Ctrl-C."""
    raise KeyboardInterrupt


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 0 or more")
    return int(text)


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return int(text)


def _amount(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return value


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)
