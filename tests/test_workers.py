"""Workers lose no item, end with their parent, and read no further than they must."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jobs import STORY

from cleaner import Pipeline, Record
from cleaner.run.workers import Fault, Workers

# Workers


def _odd(item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == 5:
        raise MemoryError
    return item


@pytest.mark.parametrize("jobs", [1, 2])  # one worker is sure to hold other items when it dies
def test_a_document_that_kills_its_worker_costs_no_other(jobs):
    with Workers(_odd, jobs) as workers:
        found = list(workers.map(range(8)))
    assert [item for item in found if not isinstance(item, Fault)] == [0, 1, 2, 4, 6, 7]
    assert "killed by SIGKILL" in found[3].reason and "memory" in found[5].reason and not found[3].is_internal


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_workers_end_with_their_parent(end):
    code = "import time\nfrom cleaner.run.workers import Workers\nlist(Workers(time.sleep, 2).map([60, 60]))"
    parent = subprocess.Popen([sys.executable, "-c", code])
    children: list[str] = []
    while len(children) < 2:
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
    parent.send_signal(end)
    parent.wait()
    until = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in children):
        assert time.monotonic() < until, "orphans"
        time.sleep(0.05)


def test_a_stream_gives_as_many_results_as_records():
    records = [
        Record("1", STORY, meta={"stars": 3}),
        Record("2", ""),
        Record("3", b"", error="cut short"),
        Record("4", STORY.encode(), published="soon", origin="a.jsonl:4"),
    ]
    found = list(Pipeline().stream(records))
    assert [(r.id, r.status) for r in found] == [("1", "clean"), ("2", "rejected"), ("3", "rejected"), ("4", "clean")]
    assert found[0].article.meta == found[0].meta == {"stars": 3}
    assert found[3].article.warnings == ("published.not-a-date: 'soon'",) and found[3].origin == "a.jsonl:4"


def test_a_stream_reads_no_further_than_it_must():
    taken = []
    stream = Pipeline().stream(Record(str(n), STORY) for n in range(10**9) if not taken.append(n))
    next(stream)
    assert taken == [0]
