"""What can be measured, a function each: it prints as it goes and returns its figures."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import generated
from corpora import Corpus
from hostile import Make, Work, constructions, to_json
from timing import Timed, interleaved, ratio

import cleaner
from cleaner.pipeline import STAGES

Figures = dict[str, float]
EXTRACTION = ("encoding", "boilerplate")
"""What an extractor does: text and metadata, without spelling, dates in the text, and names."""


def text(corpus: Corpus) -> Figures:
    """All stages on text, beside ftfy.fix_text."""
    import ftfy

    works = {"cleaner": to_json, "ftfy.fix_text": ftfy.fix_text}
    return _beside(works, corpus.texts) | _stages(corpus.texts)


def pages(corpus: Corpus) -> Figures:
    """All stages on pages, and extraction alone, beside trafilatura with metadata."""
    import trafilatura

    def rival(page: object) -> object:
        return trafilatura.bare_extraction(page, with_metadata=True)

    works = {
        "cleaner": to_json,
        "cleaner, extraction alone": lambda page: to_json(page, EXTRACTION),
        "trafilatura with metadata": rival,
    }
    return _beside(works, corpus.pages) | _stages(corpus.pages)


def _beside(works: dict, documents: list) -> Figures:
    """Print and return the ratio of each work to the last, which is the rival."""
    *ours, rival = interleaved(works, documents)
    size = sum(map(len, documents)) / len(documents) / 1024
    print(f"  {len(documents)} documents of {size:.0f} KB; {rival.name}: {_ms(rival):.2f} ms a document")
    figures: Figures = {}
    for timed in ours:
        r = ratio(timed, rival)
        print(
            f"  {timed.name:28} {_ms(timed):8.2f} ms  {r.whole:.2f} x {rival.name}"
            f"  (half of the documents {r.low:.2f}-{r.high:.2f}, p95 {r.p95:.2f}, worst {r.worst:.1f})"
        )
        figures |= {
            f"{timed.name} : {rival.name}": r.whole,
            f"{timed.name}, p95": r.p95,
            f"{timed.name}, worst": r.worst,
        }
    return figures


def _ms(timed: Timed) -> float:
    return 1000 * timed.total / len(timed.seconds)


def _stages(documents: list) -> Figures:
    """The share of each stage, as it runs behind the others."""
    spent: dict[str, float] = defaultdict(float)
    for raw in documents:
        started = time.process_time()
        document = cleaner.trace(raw, stages=())
        spent["read"] += time.process_time() - started
        for name, stage in STAGES.items():
            started = time.process_time()
            document = document.apply(name, stage(document))
            spent[name] += time.process_time() - started
        started = time.process_time()
        with suppress(cleaner.InvalidArticle):
            document.article.model_dump_json()
        spent["article"] += time.process_time() - started
    whole = sum(spent.values())
    for name, seconds in spent.items():
        print(f"    {name:12} {1000 * seconds / len(documents):7.2f} ms  {seconds / whole:4.0%}")
    return {f"share of {name}": seconds / whole for name, seconds in spent.items()}


def start(corpus: Corpus) -> Figures:
    """CPU seconds of a fresh process: the import, --help, the first article."""
    first = f"import cleaner; cleaner.clean({corpus.texts[0]!r}).model_dump_json()"
    commands = {
        "bare Python": ["-c", "pass"],
        "import cleaner": ["-c", "import cleaner"],
        "cleaner --help": ["-m", "cleaner", "--help"],
        "first article": ["-c", first],
    }
    figures = {name: min(_cpu(command) for _ in range(7)) for name, command in commands.items()}
    bare = figures.pop("bare Python")
    for name, seconds in figures.items():
        print(f"  {name:16} {seconds:.3f} s, {seconds - bare:.3f} s over bare Python")
    return {name: seconds - bare for name, seconds in figures.items()}


def _cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def jobs(_: Corpus, documents: int = 2000, rounds: int = 5) -> Figures:
    """Wall time of one job against two, and of a run in which nothing changed; the best of several."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw")
        raw.mkdir()
        for n in range(documents):
            (raw / f"{n:05}.txt").write_text(generated.text(n), encoding="utf-8")
        best: dict[str, float] = {}
        for n in range(rounds):
            for count in (1, 2):
                clean = Path(folder, f"clean-{n}-{count}")
                for name in (f"{count} jobs", "nothing changed"):
                    seconds = _wall(["run", str(raw), str(clean), "--jobs", str(count)])
                    best[name] = min(best.get(name, seconds), seconds)
    gain, idle = best["1 jobs"] / best["2 jobs"], best["nothing changed"] / best["1 jobs"]
    print(
        f"  {documents} documents: two jobs are {gain:.2f} x as fast as one; nothing changed: {idle:.3f} of the first"
    )
    return {"two jobs : one": gain, "nothing changed : first": idle}


def _wall(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "cleaner", *command], check=True, capture_output=True)
    return time.perf_counter() - started


def memory(_: Corpus, documents: int = 20_000) -> Figures:
    """Resident memory of a process that cleans distinct articles, one after the other."""
    figures: Figures = {}
    for n in range(documents):
        to_json(generated.text(n))
        if n + 1 in (1, 100, 500, 2000, 5000, 10_000, documents):
            figures[f"after {n + 1}"] = _resident()
            print(f"  {n + 1:6} documents: {_resident():.0f} MB")
    return figures


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def growth(_: Corpus) -> Figures:
    """CPU time at ten times the size, from 10 KB to 10 MB: 10 is linear, 100 is quadratic. The steepest step counts."""
    figures: Figures = {}
    for name, make, work in constructions():
        spent = _grown(make, work)
        steps = [late / max(early, LEAST) for early, late in pairwise(spent)]
        figures[name] = max(steps)
        shown = " -> ".join(f"{seconds:.2f}" for seconds in spent)
        left = (
            ""
            if len(spent) == len(SIZES)
            else f"; {SIZES[-1] // 10**6} MB left out: it would take {10 * spent[-1]:.0f} s"
        )
        print(f"  {name:28} {shown} s: x {figures[name]:.1f}{left}", flush=True)
    return figures


SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LEAST, MOST = 0.02, 15.0
"""Less than 20 ms counts as 20 ms. A size that would take more than 15 seconds is left out: those below it tell."""


def _grown(make: Make, work: Work) -> list[float]:
    """The CPU seconds at each size, as far as the next one is worth its time."""
    spent: list[float] = []
    for size in SIZES:
        if spent and 10 * spent[-1] > MOST:
            break
        made = make(size)
        started = time.process_time()
        work(made)
        spent.append(time.process_time() - started)
    return spent


PARTS = {part.__name__: part for part in (text, pages, start, jobs, memory, growth)}
