"""A job: from sources to a sink. Every record becomes an article, or a rejection with its reasons.

The result for a document depends on its bytes and metadata, the options, the pipeline and the site profile of its
publisher. It never depends on the order of documents, the number of processes, or how often the job was stopped. A
fault that says nothing about the document (memory, time, a full disk) is reported, and the next run tries again; it is
never stored as a verdict.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from cleaner.run import changes, profiles, sinks, sources
from cleaner.run.changes import ChangeList
from cleaner.run.ledger import Ledger
from cleaner.run.lock import lock
from cleaner.run.outcome import Recipe
from cleaner.run.prune import prune
from cleaner.run.sinks import Misplaced
from cleaner.run.sources import NoInput, Reading
from cleaner.run.summary import Summary
from cleaner.run.work import Options, Pass


def clean_folder(
    raw: Path,
    clean: Path,
    *,
    jobs: int = 1,
    changes: bool = True,
    progress: Callable[[int, int | None], None] = lambda done, total: None,
) -> Summary:
    """Clean every document below ``raw`` into ``clean``; skip what has not changed since the last run.

    ``a/b.html`` becomes ``a/b.html.json``. A document without a valid article does not stop the others; it leaves a
    record with every reason in ``_rejected/a/b.html.json``. ``jobs`` is the number of processes.

    Raises :class:`NoInput`, :class:`Misplaced`, :class:`cleaner.run.ledger.Locked` and ``OSError``.
    """
    if not raw.is_dir():
        raise NoInput(f"{raw} is not a folder")
    return run_job([str(raw)], clean, options=Options(jobs=jobs, recipe=Recipe(changes=changes)), progress=progress)


def run_job(
    names: Sequence[str],
    out: Path,
    *,
    kind: str | None = None,
    reading: Reading | None = None,
    options: Options | None = None,
    progress: Callable[[int, int | None], None] = lambda done, total: None,
) -> Summary:
    """Clean the records of all sources into one sink; see :mod:`cleaner.run.sources` and :mod:`cleaner.run.sinks`.

    Raises :class:`NoInput`, :class:`Misplaced`, ``Locked``, ``BadLedger``, ``BadProfile``, ``Missing`` and ``OSError``
    before the first record is cleaned; during the run only :class:`Unwritable`.
    """
    reading, options = reading or Reading(), options or Options()
    paths, kind = sources.find(names), kind or sinks.kind_of(out)
    _ = reading.table  # raises before the job begins if --map names an unknown field
    started, summary = time.monotonic(), Summary(passed_over=reading.passed_over)
    if kind == "stdout":
        Pass(paths, reading, options, summary, progress).work(sinks.Stdout(), None, None)
    elif options.dry_run:
        _dry_run(out, kind, Pass(paths, reading, options, summary, progress))
    else:
        _keep_apart(paths, out)
        (out.parent if kind == "jsonl" else out).mkdir(parents=True, exist_ok=True)
        with lock(sinks.state_file(out, kind, "lock")):
            _write(out, kind, Pass(paths, reading, options, summary, progress))
    summary.seconds = time.monotonic() - started
    if not summary.seen:
        raise NoInput(f"{', '.join(names)}: no documents in there")
    return summary


def _keep_apart(paths: Sequence[Path], out: Path) -> None:
    target = out.resolve()
    for path in paths:
        source = path.resolve()
        if str(path) != "-" and (source == target or source in target.parents or target in source.parents):
            raise Misplaced(f"{target} and {source} must stand beside each other, neither inside the other")


def _dry_run(out: Path, kind: str, run: Pass) -> None:
    file = sinks.state_file(out, kind, "sqlite")
    ledger = Ledger(file, read_only=True) if file.exists() else None
    try:
        run.work(sinks.Folder(out) if kind == "folder" else sinks.DryRun(), ledger, None)
    finally:
        if ledger is not None:
            ledger.abandon()


def _write(out: Path, kind: str, run: Pass) -> None:
    ledger = Ledger(sinks.state_file(out, kind, "sqlite"))
    change_list = ChangeList(sinks.state_folder(out, kind, changes.FOLDER))
    try:
        with closing(sinks.open_sink(out, kind, ledger)) as sink, closing(change_list):
            run.work(sink, ledger, change_list, sinks.state_folder(out, kind, profiles.FOLDER))
            if run.options.prune and not run.summary.is_stopped:
                run.summary.gone = prune(sink, ledger, run.seen, change_list)
    except BaseException:
        ledger.abandon()
        raise
    ledger.close()
