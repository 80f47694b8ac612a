"""``cleaner run``: a job."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

import cleaner
from cleaner.cli.exits import CONFIG, LOCKED, NO_INPUT, OK, REJECTED, Commands, Failure, Parser
from cleaner.run import console


def add(commands: Commands[Parser]) -> None:
    """Add ``run``."""
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


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)
