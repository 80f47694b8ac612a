"""What cleaning costs, beside the tools that people use today, in one run: ``make bench``.

Machines differ and drift: so works take turns on each document, every document is a first sight, time is CPU time,
and what counts is the ratio. Where the public benchmark is at hand (--bench), its articles and pages are measured;
elsewhere, generated ones of the same sizes.

    make bench                          text and pages beside ftfy and trafilatura, and starting up
    make bench PARTS="jobs memory growth"
    make bench PARTS=all WRITE=docs/figures/speed.json      what the README and the docs quote
"""

from __future__ import annotations

import argparse
import json
import platform
from pathlib import Path

from corpora import Corpus
from parts import PARTS

import cleaner


def main() -> None:
    """Measure, print, and write where asked."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}, all; default: text pages start")
    args.add_argument("--bench", type=Path, default=Path("no-such-folder"), help="folder of the public benchmark")
    args.add_argument("--limit", type=int, default=400, help="documents of each kind (default 400)")
    args.add_argument("--write", type=Path, metavar="FILE", help="write the figures as JSON, too")
    given = args.parse_args()
    chosen = list(PARTS) if "all" in given.parts else given.parts or ["text", "pages", "start"]
    if unknown := [name for name in chosen if name not in PARTS]:
        args.error(f"no part {unknown[0]}; there are {', '.join(PARTS)}")
    at_hand = Corpus(given.bench, given.limit)
    kernels = "compiled" if cleaner.COMPILED else "pure Python"
    print(f"cleaner {cleaner.VERSION} ({kernels}), Python {platform.python_version()}, on {at_hand.source}")
    figures: dict[str, object] = {
        "version": cleaner.VERSION,
        "kernels": kernels,
        "python": platform.python_version(),
        "on": at_hand.source,
    }
    for name in chosen:
        print(f"{name}: {(PARTS[name].__doc__ or '').splitlines()[0]}", flush=True)
        figures[name] = {key: round(value, 3) for key, value in PARTS[name](at_hand).items()}
    if given.write:
        given.write.parent.mkdir(parents=True, exist_ok=True)
        given.write.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
