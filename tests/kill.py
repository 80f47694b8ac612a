"""Kill runs at random moments and compare what comes out with an undisturbed run, byte for byte.

``python tests/kill.py 1000`` sends a thousand SIGKILLs: to the parent, to a worker, to both; with a folder, JSON Lines
and Parquet as the output. ``make kill`` does so, tests/test_kill.py a dozen.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUTPUTS = {"folder": "clean", "jsonl": "news.jsonl", "parquet": "news.parquet"}
VICTIMS = ("parent", "worker", "both")
_CODE = """
import sys
import cleaner.run.sinks.parquet as parquet
parquet.ROWS = 25  # small parts, so that kills meet their making
from cleaner.cli import main
sys.exit(main(sys.argv[1:]))
"""


def corpus(folder: Path, documents: int) -> Path:
    """Raw documents: the samples, again and again, each with a number of its own."""
    samples = [p for p in sorted((ROOT / "raw" / "dumps").iterdir()) if p.suffix == ".txt"]
    raw = folder / "raw"
    raw.mkdir()
    for n in range(documents):
        (raw / f"{n:04}.txt").write_bytes(samples[n % len(samples)].read_bytes() + f"\n\nIt was number {n}.\n".encode())
    return raw


def start(raw: Path, out: Path, jobs: int = 1) -> subprocess.Popen[bytes]:
    """One run of the command in a process of its own."""
    command = [sys.executable, "-c", _CODE, "run", str(raw), "-o", str(out), "--jobs", str(jobs), "--quiet"]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)


def contents(out: Path) -> dict[str, str]:
    """The digest of everything that a run has made, but for its own state and the lists of changes."""
    files = [out, *out.parent.glob(f"{out.stem}.rejected.jsonl")] if out.is_file() else sorted(out.rglob("*"))
    kept = [f for f in files if f.is_file() and "_changes" not in f.parts and not f.name.startswith(".cleaner.")]
    return {str(f.relative_to(out.parent)): hashlib.sha256(f.read_bytes()).hexdigest() for f in kept}


def rows(out: Path) -> list[str]:
    """The digest of every article, in no order: a document that has outlived three workers is tried again by the next
    run, and what that run adds to a file of rows stands at its end."""
    if out.suffix == ".jsonl":
        made = out.read_bytes().splitlines()
    else:
        import pyarrow.parquet as pq

        files = (f for f in sorted(out.rglob("*.parquet")) if "_changes" not in f.parts)
        made = [repr(row).encode() for file in files for row in pq.read_table(file).to_pylist()]
    return sorted(hashlib.sha256(row).hexdigest() for row in made)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def is_alive(pid: int) -> bool:
    """Is a process there, and not just waiting to be buried?"""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def end(pids: list[int]) -> int:
    """Send SIGKILL; how many were still there."""
    sent = 0
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
            sent += 1
        except ProcessLookupError:
            continue
    return sent


def disturb(raw: Path, out: Path, victim: str, chance: random.Random, longest: float) -> tuple[int, bool]:
    """One run that is disturbed; the number of kills that hit, and whether it gave up a document for the next run."""
    run = start(raw, out, jobs=chance.choice((1, 2)))
    kills = 0
    while run.poll() is None:
        time.sleep(chance.uniform(0.05, longest))
        workers = children(run.pid)
        if victim in ("worker", "both") and workers:
            kills += end([chance.choice(workers)])
        if victim in ("parent", "both") and run.poll() is None:
            kills += end([run.pid])
    _, said = run.communicate()
    if victim == "worker":
        assert run.returncode in (0, 74), (run.returncode, said.decode())
    else:
        wait_for_end(children(run.pid))
    assert b"Traceback" not in said, said.decode()
    return kills, run.returncode == 74


def wait_for_end(pids: list[int], seconds: float = 10) -> None:
    """Workers end with their parent."""
    until = time.monotonic() + seconds
    while any(map(is_alive, pids)):
        assert time.monotonic() < until, f"orphans: {pids}"
        time.sleep(0.05)


def campaign(
    kills: int, documents: int = 200, longest: float = 3.0, seed: int = 7, kinds: tuple[str, ...] = tuple(OUTPUTS)
) -> int:
    """Send so many kills in all; return how many runs it took. Asserts that nothing is lost, doubled or partial."""
    chance, sent, runs = random.Random(seed), 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        raw = corpus(folder, documents)
        wanted = {}
        for kind in kinds:
            (folder / "undisturbed").mkdir(exist_ok=True)
            out = folder / "undisturbed" / OUTPUTS[kind]
            assert start(raw, out).wait() == 0
            wanted[kind] = contents(out)
        while sent < kills:
            kind, victim = chance.choice(kinds), chance.choice(VICTIMS)
            place = folder / "disturbed"
            place.mkdir()
            out, gave_up = place / OUTPUTS[kind], False
            for _ in range(chance.randint(1, 4)):
                hits, is_late = disturb(raw, out, victim, chance, longest)
                sent, runs, gave_up = sent + hits, runs + 1, gave_up or is_late
            assert start(raw, out).wait() == 0
            if gave_up and kind != "folder":
                assert rows(out) == rows(folder / "undisturbed" / out.name), f"{kind}, {victim}: other articles"
            else:
                assert contents(out) == wanted[kind], f"{kind}, {victim}: another result"
            shutil.rmtree(place)
            print(f"{sent} kills in {runs} runs", flush=True)
    return runs


if __name__ == "__main__":
    campaign(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
