"""Checking the results of runs, and letting the next run make damaged ones again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from cleaner.core.article import Article
from cleaner.run import sinks
from cleaner.run.files import article_paths, walk
from cleaner.run.ledger import CLEAN, Ledger, short_digest
from cleaner.run.lock import lock
from cleaner.run.seen import Seen
from cleaner.run.sinks import parquet
from cleaner.run.sinks.lines import line_id


def check_folder(clean: Path) -> Iterator[tuple[str, list[str]]]:
    """Validate every article below a folder: its path, and the reasons why it is invalid, if it is."""
    for path in article_paths(clean):
        yield path, _faults((clean / path).read_bytes())


def check_lines(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Validate every line of a file of articles: its number, and the reasons why it is invalid, if it is."""
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"line {number}", _faults(line)


def repair(out: Path) -> int:
    """Let the next run make results again that are missing, truncated or edited; return how many there are.

    An article is intact if the ledger knows its digest. So articles that you edited count as damaged: keep them
    elsewhere. Raises ``Locked`` and ``BadLedger``.
    """
    kind = sinks.kind_of(out)
    with lock(sinks.state_file(out, kind, "lock")):
        ledger = Ledger(sinks.state_file(out, kind, "sqlite"))
        try:
            held = _READERS[kind](out, ledger)
            count = _forget_others(ledger, held)
        except BaseException:
            ledger.abandon()
            raise
        ledger.close()
    return count


def _faults(data: bytes) -> list[str]:
    try:
        Article.model_validate_json(data)
        return []
    except ValidationError as error:
        return [f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()]


def _in_folder(folder: Path, ledger: Ledger) -> Seen:
    """The digests of all articles below a folder."""
    held = Seen()
    for path in walk(folder):
        if path.endswith(".json"):
            held.add(short_digest((folder / path).read_bytes()))
    return held


def _in_parts(folder: Path, ledger: Ledger) -> Seen:
    """The digests of all articles in part files and of those that wait for one. Damaged parts are deleted."""
    held, filling = Seen(), ledger.state("part") or 0
    for part in sorted(folder.glob("part-*.parquet")):
        if part == parquet.part_file(folder, filling):
            continue  # its articles are also among those that wait
        try:
            for text in parquet.articles(part):
                held.add(short_digest(text.encode()))
        except (ValueError, OSError):
            part.unlink()
    ledger.keep_state(**{f"written-{filling}": -1})
    return _keep_known(parquet.waiting_file(folder, filling), ledger, f"lines-{filling}", held)


def _in_lines(file: Path, ledger: Ledger) -> Seen:
    return _keep_known(file, ledger, "length", Seen())


def _keep_known(file: Path, ledger: Ledger, state: str, held: Seen) -> Seen:
    """Delete the lines that the ledger does not know; add the digests of the others to ``held``."""
    fresh = file.with_name(f"{file.name}.mended")
    file.touch()
    with file.open("rb") as lines, fresh.open("wb") as out:
        for line in lines:
            if _is_known(line, ledger) and held.add(short_digest(line[:-1])):
                out.write(line)
        out.flush()
        os.fsync(out.fileno())
        length = out.tell()
    fresh.replace(file)
    ledger.keep_state(**{state: length})
    return held


def _is_known(line: bytes, ledger: Ledger) -> bool:
    try:
        row = ledger.look_up([id := line_id(line)]).get(id)
    except (ValueError, AttributeError):
        return False
    return row is not None and row.digest == short_digest(line[:-1]) and line.endswith(b"\n")


_READERS = {"folder": _in_folder, "parquet": _in_parts, "jsonl": _in_lines}


def _forget_others(ledger: Ledger, held: Seen) -> int:
    lost = [id for id, row in ledger.rows() if row.status == CLEAN and row.digest not in held]
    for id in lost:
        ledger.forget(id)
    return len(lost)
