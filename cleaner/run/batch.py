"""A batch: every raw document below one folder becomes an article, or a rejection with its reasons, below another.

What the result of one document depends on is its own bytes, its sidecar, the options, the pipeline and the site
profile of its publisher, never on its neighbours' order or on the number of processes.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from cleaner.core.article import Article, InvalidArticle
from cleaner.core.version import fingerprint
from cleaner.pipeline import trace
from cleaner.run import profiles
from cleaner.run.files import RawFile, Unreadable, read_raw, walk, write_whole, written
from cleaner.run.ledger import Entry, Ledger, lock

REJECTED = "_rejected"


class NoInput(ValueError):
    """The raw folder is missing or holds nothing to clean."""


class Misplaced(ValueError):
    """The raw and the clean folder stand in each other's way."""


class Job(NamedTuple):
    """One document to be cleaned, with all that its worker has to know."""

    raw: Path
    clean: Path
    path: str
    changes: bool
    site: Path | None

    @property
    def name(self) -> str:
        """Its path, as results, records and the ledger write it."""
        return written(self.path)


class Outcome(NamedTuple):
    """What became of one document."""

    path: str
    key: str
    outcome: str
    reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass
class Summary:
    """What a run did."""

    cleaned: int = 0
    unchanged: int = 0
    rejected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def seen(self) -> int:
        """How many documents the raw folder holds."""
        return self.cleaned + self.unchanged + len(self.rejected)


def clean_folder(
    raw: Path,
    clean: Path,
    *,
    jobs: int = 1,
    changes: bool = True,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Summary:
    """Clean every document below ``raw`` into ``clean``; skip what is unchanged since the last run.

    ``a/b.html`` becomes ``a/b.html.json``; a document that yields no valid article leaves a record with every reason
    in ``_rejected/a/b.html.json`` and does not stop the rest. ``jobs`` is the number of processes.

    Raises :class:`NoInput`, :class:`Misplaced` and :class:`cleaner.run.ledger.Locked`.
    """
    raw, clean = raw.resolve(), clean.resolve()
    if not raw.is_dir():
        raise NoInput(f"{raw} is not a folder")
    if raw == clean or raw in clean.parents or clean in raw.parents:
        raise Misplaced(f"{clean} and {raw} must stand beside each other, neither inside the other")
    clean.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with lock(clean):
        paths = list(walk(raw))
        if not paths:
            raise NoInput(f"{raw} holds no documents")
        ledger = Ledger(clean)
        try:
            summary = _run(raw, clean, paths, ledger, jobs, changes, progress)
        finally:
            ledger.close()
    summary.seconds = time.monotonic() - started
    return summary


def _run(
    raw: Path,
    clean: Path,
    paths: list[str],
    ledger: Ledger,
    jobs: int,
    changes: bool,
    progress: Callable[[int, int], None],
) -> Summary:
    known, summary = ledger.known(), Summary()
    learned = profiles.profiles(raw, clean, paths, ledger)
    work = ((Job(raw, clean, path, changes, learned.get(path)), known.get(written(path))) for path in paths)
    for done, outcome in enumerate(_outcomes(work, jobs), 1):
        _record(outcome, known.get(outcome.path), ledger, summary)
        progress(done, len(paths))
    return summary


def _record(outcome: Outcome, before: Entry | None, ledger: Ledger, summary: Summary) -> None:
    entry = Entry(outcome.key, outcome.outcome, "\n".join(outcome.reasons))
    if outcome.outcome == "unchanged":
        summary.unchanged += 1
        return
    if outcome.outcome == "rejected":
        summary.rejected[outcome.path] = outcome.reasons
    else:
        summary.cleaned += 1
        summary.rules.update(outcome.rules)
    if entry != before:
        ledger.enter(outcome.path, entry)


def _outcomes(work: Iterable[tuple[Job, Entry | None]], jobs: int) -> Iterator[Outcome]:
    """Clean in order, in this process or in several."""
    if jobs <= 1:
        for job, before in work:
            yield process(job, before)
        return
    queue = iter(work)
    pending: list[tuple[Job, Entry | None, Future[Outcome]]] = []
    pool = ProcessPoolExecutor(jobs)
    try:
        while True:
            pending += [(*item, pool.submit(process, *item)) for item in islice(queue, 8 * jobs - len(pending))]
            if not pending:
                return
            job, before, future = pending.pop(0)
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                yield _alone(job, before)
                pool = ProcessPoolExecutor(jobs)
                pending = [(j, b, pool.submit(process, j, b)) for j, b, _ in pending]
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(job: Job, before: Entry | None) -> Outcome:
    """Clean one document in a process of its own: it may be the one that killed the others."""
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(process, job, before).result()
        except BrokenProcessPool:
            return _reject(job, "", ("the process that cleaned it died: it may need more memory than there is",))


def process(job: Job, before: Entry | None) -> Outcome:
    """Clean one document and write the result; what is unchanged is left alone."""
    try:
        file = read_raw(job.raw, job.path)
    except Unreadable as error:
        return _reject(job, "", (str(error),))
    key = _key(file, job)
    if before and before.key == key and _result(job, before.outcome).exists():
        kept = "unchanged" if before.outcome == "clean" else "rejected"
        return Outcome(job.name, key, kept, tuple(before.reasons.split("\n")) if kept == "rejected" else ())
    try:
        return _clean(job, file, key)
    except InvalidArticle as error:
        return _reject(job, key, tuple(error.reasons))
    except Exception as error:
        return _reject(job, key, (f"internal error, please report it: {type(error).__name__}: {error}",))


def _clean(job: Job, file: RawFile, key: str) -> Outcome:
    known = file.known
    try:
        document = trace(
            file.data,
            url=known.get("url"),
            published=known.get("published"),
            fetched=known.get("fetched"),
            media_type=known.get("media_type"),
            site=profiles.load(job.site)[0] if job.site else None,
        )
    except ValueError as error:
        raise InvalidArticle([f"{job.name}: {error}"]) from error
    source = document.source.model_copy(update={"path": job.name})
    article = replace(document, source=source).article
    rules = tuple(change.rule.split(":")[0].split(" ")[0] for change in article.changes)
    omitted = set() if job.changes else {"changes"}
    write_whole(_result(job, "clean"), article.model_dump_json(indent=2, exclude=omitted) + "\n")
    _result(job, "rejected").unlink(missing_ok=True)
    return Outcome(job.name, key, "clean", rules=rules)


def _reject(job: Job, key: str, reasons: tuple[str, ...]) -> Outcome:
    """Set a document aside with its reasons. An article made of an earlier version of it stays where it is."""
    record = {"path": job.name, "reasons": reasons, "cleaner": fingerprint()}
    write_whole(_result(job, "rejected"), json.dumps(record, ensure_ascii=False, indent=2) + "\n")
    return Outcome(job.name, key, "rejected", reasons)


def _result(job: Job, outcome: str) -> Path:
    folder = job.clean / REJECTED if outcome == "rejected" else job.clean
    return folder / f"{job.name}.json"


def _key(file: RawFile, job: Job) -> str:
    digest = hashlib.sha256(file.data)
    profile = profiles.load(job.site)[1] if job.site else ""
    digest.update(json.dumps([file.known, job.changes, fingerprint(), profile], sort_keys=True).encode())
    return digest.hexdigest()


def check_folder(clean: Path) -> Iterator[tuple[str, list[str]]]:
    """Validate every article below a folder: its path, and the reasons why it does not hold (none where it does)."""
    for path in walk(clean):
        if path.endswith(".json") and not path.startswith((f"{REJECTED}/", f"{profiles.FOLDER}/")):
            try:
                Article.model_validate_json((clean / path).read_bytes())
                yield path, []
            except ValidationError as error:
                yield path, [f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()]
