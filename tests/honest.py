"""Figures on publishers that nobody has read: ``make honest`` (``BENCH=…``, ``FOLDS=…``).

People who write rows read dumps, and a model is trained on them, so figures on the same publishers say little. Here
each publisher of the public benchmark is scored without the rows that were written from it (``data/build/seen.py`` says
which) and by a model that was trained without it: ``FOLDS`` is the folder that ``train_lines.py --folds`` writes.
Without ``FOLDS`` the shipped model is used, and the figures are too good by what it has seen.

On 0.1.0 this gives .75 of the boilerplate lines of article dumps cut (.68 of their words) and .63 (.56) of those of
extractors' output, where publishers that nobody had read gave .78 (.67) and .69 (.51).
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import cleaner
from cleaner import rules
from cleaner.models.line.model import LineModel, build, using

BUILD = Path(cleaner.__file__).parent / "data" / "build"
DUMPS = ("dumps/dumps.jsonl.gz", "dumps/dumps2.jsonl.gz")


def module(path: Path) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = found
    spec.loader.exec_module(found)
    return found


class Unseen:
    """The library as it is for publishers that neither rows nor model have seen."""

    InvalidArticle = cleaner.InvalidArticle
    learn = staticmethod(cleaner.learn)

    def __init__(self, score: ModuleType, folds: Path | None) -> None:
        self.seen_by = module(BUILD / "seen.py")
        docs = [
            (row["publisher"], [line["text"] for line in row["lines"]])
            for row in score.rows("boilerplate/lines.jsonl.gz")
        ]
        docs += [(row["publisher"] or row["id"], row["raw"].split("\n")) for name in DUMPS for row in score.rows(name)]
        self.seen = self.seen_by.Seen(docs)
        texts = {"\n".join(lines): self.seen_by.registered(publisher) for publisher, lines in docs}
        self.publisher = texts | {f"{text}\n": publisher for text, publisher in texts.items()}
        files = sorted(folds.glob("lines-*.json.gz")) if folds else []
        self.models: list[LineModel] = [build(json.loads(gzip.decompress(file.read_bytes()))) for file in files]

    def trace(self, raw: str | bytes, **more: Any) -> Any:
        """What the library makes of a text of a publisher that it has not seen."""
        publisher = self.publisher[raw.decode() if isinstance(raw, bytes) else raw]
        model = self.models[self.seen_by.fold_of(publisher)] if self.models else None
        with rules.using(self.seen.rows_without(publisher)), using(model):
            return cleaner.trace(raw, **more)


def main() -> None:
    """Score the areas with the benchmark's own scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the folder of the benchmark")
    parser.add_argument("--folds", type=Path, help="models that leave out a fold of publishers each")
    parser.add_argument("--areas", nargs="*", default=["boilerplate", "dumps"])
    args = parser.parse_args()
    score = module(args.bench / "score.py")
    unseen = Unseen(score, args.folds)
    for area in args.areas:
        print(area)
        getattr(score, area)(unseen)


if __name__ == "__main__":
    main()
