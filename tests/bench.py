"""What cleaning costs, beside the tools that people use today, in one run: ``make bench``.

Times the whole pipeline, bytes to JSON, on the sample articles (or on any folder), interleaved with trafilatura (with
metadata) on pages and with ftfy on text, and each stage alone. Machines are noisy: read the ratios, not the seconds.

    python tests/bench.py [FOLDER] [--rounds N]
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import ftfy
import trafilatura

import cleaner
from cleaner.pipeline import STAGES

Work = Callable[[bytes], object]


def to_json(data: bytes) -> object:
    """The whole pipeline: bytes to JSON."""
    try:
        return cleaner.clean(data).model_dump_json()
    except cleaner.InvalidArticle:
        return None


def rival_page(data: bytes) -> object:
    """What trafilatura makes of a page."""
    return trafilatura.bare_extraction(data, with_metadata=True)


def rival_text(data: bytes) -> object:
    """What ftfy alone makes of a text."""
    return ftfy.fix_text(data.decode("utf-8", "replace"))


def documents(folder: Path) -> dict[str, list[bytes]]:
    """All raw documents below a folder, as text or HTML."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.endswith(".json")):
        data = path.read_bytes()
        if path.suffix == ".gz":
            try:
                data = gzip.decompress(data)
            except (OSError, EOFError):
                continue
        try:
            found[cleaner.trace(data, stages=()).source.media_type or ""].append(data)
        except ValueError:
            continue
    return found


def measure(docs: list[bytes], works: dict[str, Work], rounds: int) -> dict[str, float]:
    """CPU milliseconds a document, the best of several interleaved rounds."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            started = time.process_time()
            for data in docs:
                work(data)
            best[name] = min(best[name], (time.process_time() - started) * 1000 / len(docs))
    return best


def stage_costs(docs: list[bytes], rounds: int) -> dict[str, float]:
    """CPU milliseconds a document of each stage, as it runs behind the others."""
    best = dict.fromkeys(["read", *STAGES], float("inf"))
    for _ in range(rounds):
        spent: dict[str, float] = defaultdict(float)
        for data in docs:
            started = time.process_time()
            document = cleaner.trace(data, stages=())
            spent["read"] += time.process_time() - started
            for name, stage in STAGES.items():
                started = time.process_time()
                document = document.apply(name, stage(document))
                spent[name] += time.process_time() - started
        best = {name: min(best[name], spent[name] * 1000 / len(docs)) for name in best}
    return best


def main() -> None:
    """Measure and print."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "raw")
    args.add_argument("--rounds", type=int, default=5)
    chosen = args.parse_args()
    rivals = {"text/html": ("trafilatura", rival_page), "text/plain": ("ftfy", rival_text)}
    for kind, docs in sorted(documents(chosen.folder).items()):
        name, rival = rivals[kind]
        costs = measure(docs, {"cleaner": to_json, name: rival}, chosen.rounds)
        size = sum(map(len, docs)) / len(docs) / 1024
        print(f"{kind}: {len(docs)} documents, {size:.1f} KB each")
        print(f"  cleaner, whole pipeline  {costs['cleaner']:8.2f} ms a document")
        print(f"  {name:24s} {costs[name]:8.2f} ms; cleaner takes {costs['cleaner'] / costs[name]:.2f} of that")
        for stage, cost in stage_costs(docs, chosen.rounds).items():
            print(f"    {stage:22s} {cost:8.2f} ms, {1000 * cost / size:.0f} µs a KB")


if __name__ == "__main__":
    main()
