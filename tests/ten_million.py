"""Time and memory of a pass over millions of documents in which nothing has changed.

``python tests/ten_million.py 10000000`` makes a file of so many records and a ledger that knows them all, runs the job
in a process of its own, and prints what it took.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TextIO

from cleaner.core.record import Record
from cleaner.run import profiles, work
from cleaner.run.ledger import CLEAN, Ledger, Row, row_id
from cleaner.run.outcome import Recipe
from cleaner.run.sources import Reading, files_below

_ROWS = 1_000_000
_CODE = """
import re, sys
from cleaner.cli import main
main(["run", *sys.argv[1:], "--json"])
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024, "MB at most")
"""


def make(folder: Path, count: int) -> tuple[Path, Path]:
    """A source of so many records, and an output whose ledger knows them all."""
    source, out = folder / "in.jsonl", folder / "news.jsonl"
    ledger = Ledger(folder / ".news.jsonl.cleaner.sqlite")
    maker = ledger.maker(Recipe().fingerprint)
    with source.open("w") as lines:
        for first in range(0, count, _ROWS):
            rows = [_row(n, maker, lines) for n in range(first, min(first + _ROWS, count))]
            ledger.enter(sorted(rows))
            ledger.commit()
    looks = profiles.looks(files_below([source], Reading()), folder / "news_sites")
    ledger.keep_state(length=0, learned=looks)
    ledger.close()
    out.touch()
    return source, out


def _row(n: int, maker: int, lines: TextIO) -> tuple[bytes, Row]:
    """Write one record, and say what the ledger would know of it."""
    text = f"Rain again\n\nIt rained {n} times."
    lines.write(json.dumps({"id": str(n), "text": text}) + "\n")
    record = Record(str(n), text, origin="", shard="in.jsonl")
    return row_id(f"in.jsonl/{n}"), Row(work.content_hash(record, Recipe()), maker, CLEAN, b"12345678", 2000)


def measure(count: int) -> None:
    """Print the size of the ledger, and time and memory of a pass."""
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as name:
        source, out = make(Path(name), count)
        size = (Path(name) / ".news.jsonl.cleaner.sqlite").stat().st_size
        print(f"{count:,} rows, {size / count:.0f} bytes each on the disk", flush=True)
        started = time.monotonic()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [sys.executable, "-c", _CODE, source, "-o", out], check=True, capture_output=True, text=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(done.stdout.strip())
        print(f"{time.monotonic() - started:.0f} s, {cpu:.0f} s of CPU", flush=True)


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
