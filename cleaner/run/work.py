"""One pass over the records of a job: unchanged ones are skipped, the others cleaned, stored and remembered."""

from __future__ import annotations

import errno
import hashlib
import json
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.core.record import Record
from cleaner.run import profiles, sinks, sources
from cleaner.run.changes import ChangeList
from cleaner.run.engines import ENGINES
from cleaner.run.ledger import CLEAN, REJECTED, Ledger, Rejection, Row
from cleaner.run.outcome import Entry, Outcome, Recipe, Todo, clean_record, entry
from cleaner.run.seen import Seen
from cleaner.run.sinks import Sink
from cleaner.run.sources import Reading
from cleaner.run.summary import Summary
from cleaner.run.workers import Fault, Ready

MAX_SECONDS = 60.0
_BATCH = 256
_COMMIT_EVERY = 100
_COMMIT_SECONDS = 1.0
_HOPELESS = frozenset({errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO, errno.ESTALE, errno.ENODEV})
"""Disk faults that the next document would meet as well."""

_MOST_FAULTS = 20


class Unwritable(OSError):
    """The output can no longer be written; what was finished is safe."""


@dataclass(frozen=True)
class Options:
    """How a job works.

    ``force`` also cleans unchanged documents, ``retry_rejected`` also rejected ones. ``keep_older`` keeps results made
    by an older cleaner or profile. ``limit`` ends the run after so many documents were tried. ``jobs`` is the number
    of processes; with 0, this process does the work, and a document that kills it ends the run.
    """

    jobs: int = 1
    engine: str = "local"
    recipe: Recipe = field(default_factory=Recipe)
    max_seconds: float | None = MAX_SECONDS
    force: bool = False
    retry_rejected: bool = False
    keep_older: bool = False
    dry_run: bool = False
    prune: bool = False
    limit: int | None = None


class _Pending(NamedTuple):
    entry: Entry
    row: Row
    """The row for the ledger, as far as it is known."""

    before: Row | None


_UNCHANGED = Outcome("unchanged")


class Pass:
    """One pass. Records are looked up in the ledger in batches, and results are stored in order."""

    def __init__(
        self,
        paths: Sequence[Path],
        reading: Reading,
        options: Options,
        summary: Summary,
        progress: Callable[[int, int | None], None],
    ) -> None:
        self.paths, self.reading, self.options = paths, reading, options
        self.summary, self._progress = summary, progress
        self.seen = Seen()
        self._repeats: dict[str, int] = {}
        self._pending: deque[_Pending] = deque()
        self._profiles: dict[str, tuple[Path | None, int]] = {}
        self._tried, self._faults = 0, 0
        self._total: int | None = None

    def work(
        self, sink: Sink, ledger: Ledger | None, changes: ChangeList | None, profile_folder: Path | None = None
    ) -> None:
        """Clean all records; commit now and then, and at the end, whatever ends the run."""
        self._sink, self._ledger, self._changes, self._folder = sink, ledger, changes, profile_folder
        self._uncommitted: list[tuple[bytes, Row]] = []
        self._committed = time.monotonic()
        if ledger is not None and profile_folder is not None:
            self._total = self._learn(ledger, profile_folder)
        is_whole = False
        try:
            self._clean_all()
            is_whole = True
        except KeyboardInterrupt:
            self.summary.is_stopped = True
            raise
        finally:
            if not self._is_taking:
                self._commit()
        if is_whole:
            sink.finish()
            if ledger is not None and not self.options.dry_run:
                ledger.commit()

    def _learn(self, ledger: Ledger, folder: Path) -> int | None:
        if any(str(path) == "-" for path in self.paths):
            return None
        if ledger.state("learned") == self._state_of_files(folder):
            return None  # no file has changed: there is nothing new to learn
        count = profiles.update(lambda: sources.records(self.paths, self.reading), folder, ledger)
        ledger.keep_state(learned=self._state_of_files(folder))
        return count

    def _state_of_files(self, folder: Path) -> int:
        return profiles.state_of(sources.files_below(self.paths, self.reading), folder)

    _is_taking = False

    def _clean_all(self) -> None:
        workers = ENGINES[self.options.engine](clean_record, self.options.jobs, self.options.max_seconds)
        with workers, closing(workers.map(self._items())) as answers:
            for answer in answers:
                self._is_taking = True
                self._take(self._pending.popleft(), _outcome(answer))
                self._is_taking = False
                self._progress(self.summary.seen, self._total)
                self._commit_if_due()

    def _commit_if_due(self) -> None:
        is_late = time.monotonic() - self._committed > _COMMIT_SECONDS
        if len(self._uncommitted) >= _COMMIT_EVERY or (self._uncommitted and is_late):
            self._commit()

    def _items(self) -> Iterator[Todo | Ready]:
        """Every record, as work or with an answer that is known already."""
        stream = sources.records(self.paths, self.reading)
        while some := list(islice(stream, _BATCH)):
            entries = [self._entry(record) for record in some]
            known = self._ledger.look_up([e.id for e in entries]) if self._ledger else {}
            for record, told in zip(some, entries, strict=True):
                if self.options.limit is not None and self._tried >= self.options.limit:
                    return
                yield self._item(record, told, known.get(told.id))

    def _entry(self, record: Record) -> Entry:
        told = entry(record, self._repeats.get(record.id, 0) if record.shard else 0)
        if record.shard or self.options.prune:
            while not self.seen.add(told.id):
                key = f"{record.shard}/{record.id}"
                self._repeats[key] = self._repeats.get(key, 0) + 1
                told = entry(record, self._repeats[key])
        return told

    def _item(self, record: Record, told: Entry, before: Row | None) -> Todo | Ready:
        site, maker = self._maker(record)
        content = content_hash(record, self.options.recipe)
        self._pending.append(_Pending(told, Row(content, maker, CLEAN, b"", 0), before))
        if before is not None and self._holds(record, told, before, content, maker):
            return Ready(_UNCHANGED)
        self._tried += 1
        if record.error:
            return Ready(Outcome("failed" if record.is_passing else "rejected", (record.error,)))
        return Ready(Outcome("clean")) if self.options.dry_run else Todo(record, told, self.options.recipe, site)

    def _holds(self, record: Record, told: Entry, before: Row, content: bytes, maker: int) -> bool:
        """Is there an earlier result that is still valid?"""
        options = self.options
        if options.force or record.is_passing or (options.retry_rejected and before.status == REJECTED):
            return False
        is_same = before.content == content or (
            not before.content and options.keep_older and _is_of(self._sink, told, record)
        )
        return is_same and (options.keep_older or before.maker == maker) and self._sink.holds(told, before)

    def _maker(self, record: Record) -> tuple[Path | None, int]:
        """The profile of a record's publisher, and the ledger's number for fingerprint and profile."""
        host = (profiles.host_of_record(record) if self._folder else None) or ""
        if host not in self._profiles:
            file = profiles.profile_file(self._folder, host) if self._folder and host else None
            file = file if file and file.exists() else None
            digest = profiles.load(file)[1] if file else ""
            name = f"{self.options.recipe.fingerprint} {digest}".strip()
            self._profiles[host] = file, self._ledger.maker(name) if self._ledger else 0
        return self._profiles[host]

    def _take(self, pending: _Pending, outcome: Outcome) -> None:
        told, row, before = pending
        if outcome.status == "unchanged":
            self._take_unchanged(told, before)
            return
        if outcome.status in ("clean", "rejected") and not self.options.dry_run:
            outcome = self._put(told, row, before, outcome)
        if outcome.status == "failed":
            self.summary.fail(told.name, outcome.reasons, is_internal=outcome.is_internal)
        elif outcome.status == "rejected":
            self.summary.reject(told.name, outcome.reasons)
        else:
            self.summary.cleaned += 1
            self.summary.rules.update(outcome.rules)
        if self._changes is not None:
            self._changes.add(told, outcome)

    def _take_unchanged(self, told: Entry, before: Row | None) -> None:
        if before is not None and before.status == REJECTED:
            held = self._ledger.rejection(told.id) if self._ledger else None
            self.summary.reject(told.name, held.reasons if held else ("rejected by an earlier run",))
        else:
            self.summary.unchanged += 1

    def _put(self, told: Entry, row: Row, before: Row | None, outcome: Outcome) -> Outcome:
        """Give a result to the sink; if that fails, the document has failed."""
        try:
            stored = self._sink.put(told, outcome, before)
        except OSError as error:
            self._faults += 1
            why = f"{error.filename or told.path}: {error.strerror or error}"
            if error.errno in _HOPELESS or self._faults >= _MOST_FAULTS:
                raise Unwritable(error.errno, f"{why}; what was finished is safe, run again to go on") from error
            return Outcome("failed", (why,))
        self._faults = 0
        if self._ledger is not None:
            self._note(told, row, before, outcome, stored)
        return outcome

    def _note(self, told: Entry, row: Row, before: Row | None, outcome: Outcome, stored: sinks.Stored) -> None:
        assert self._ledger is not None
        if outcome.status == "rejected":
            kept = before or row
            row = row._replace(status=REJECTED, digest=kept.digest, size=kept.size)
            self._ledger.reject(told.id, Rejection(told.name, outcome.reasons, told.origin))
        else:
            row = row._replace(digest=stored.digest, size=stored.size)
            if before is not None and before.status == REJECTED:
                self._ledger.accept(told.id)
        self._uncommitted.append((told.id, row))

    def _commit(self) -> None:
        """Make everything durable: first the results, then the ledger."""
        self._committed = time.monotonic()
        if self._ledger is None or self.options.dry_run:
            return
        self._ledger.enter(self._uncommitted)
        self._uncommitted.clear()
        self._sink.sync()
        self._ledger.commit()


def _outcome(answer: Outcome | Fault) -> Outcome:
    if isinstance(answer, Fault):
        return Outcome("failed", (answer.reason,), is_internal=answer.is_internal)
    return answer


def content_hash(record: Record, recipe: Recipe) -> bytes:
    """A hash of all that a result depends on, apart from the version and the profile."""
    data = record.content.encode("utf-8", "surrogatepass") if isinstance(record.content, str) else record.content
    known = (
        record.url,
        record.published,
        record.fetched,
        record.media_type,
        record.meta,
        record.error,
        record.warnings,
    )
    digest = hashlib.sha256(data)
    digest.update(b"t" if isinstance(record.content, str) else b"b")
    digest.update(json.dumps([known, recipe.changes, recipe.stages], sort_keys=True, default=str).encode())
    return digest.digest()[:8]


def _is_of(sink: Sink, told: Entry, record: Record) -> bool:
    """Was an article of an older ledger made from the same bytes? Its ``source.sha256`` tells."""
    if not isinstance(sink, sinks.Folder) or not isinstance(record.content, bytes):
        return False
    try:
        article: Any = json.loads(sink.article(told).read_bytes())
        return bool(article["source"]["sha256"] == hashlib.sha256(record.content).hexdigest())
    except (OSError, ValueError, KeyError, TypeError):
        return False
