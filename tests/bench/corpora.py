"""The articles and pages to measure on: of the public benchmark where it is at hand, generated ones elsewhere."""

from __future__ import annotations

import gzip
import json
from functools import cached_property
from pathlib import Path

import generated


class Corpus:
    """At most ``limit`` distinct texts and as many pages, each kind made when it is first asked for."""

    def __init__(self, bench: Path, limit: int) -> None:
        self._bench, self._limit = bench, limit
        self._at_hand = (bench / "data" / "html" / "pages.jsonl.gz").exists()
        self.source = "the public benchmark" if self._at_hand else "generated articles"

    @cached_property
    def texts(self) -> list[str]:
        """Dumps of articles."""
        return _texts(self._bench, self._limit) if self._at_hand else [generated.text(n) for n in range(self._limit)]

    @cached_property
    def pages(self) -> list[bytes]:
        """Pages as they were fetched."""
        if self._at_hand:
            return _pages(self._bench, self._limit)
        return [generated.page(n).encode() for n in range(self._limit)]


def _rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _texts(bench: Path, limit: int) -> list[str]:
    """One dump an article, English news; of the kinds of dump in turn."""
    rows = [row for row in _rows(bench / "data" / "boilerplate" / "lines.jsonl.gz") if row["lang"] == "en"]
    first: dict[str, dict] = {}
    for n, row in enumerate(rows):
        if row["dump_kind"] != "fullpage" and (row["doc_id"] not in first or n % 3 == 0):
            first[row["doc_id"]] = row
    return ["\n".join(line["text"] for line in row["lines"]) for row in first.values()][:limit]


def _pages(bench: Path, limit: int) -> list[bytes]:
    """Pages in an order that mixes their sets."""
    rows = _rows(bench / "data" / "html" / "pages.jsonl.gz")
    step = next(n for n in range(97, 200) if len(rows) % n)
    order = [rows[i * step % len(rows)] for i in range(min(limit, len(rows)))]
    names = dict.fromkeys(row["html"] for row in order)
    return [gzip.decompress((bench / "data" / "html" / name).read_bytes()) for name in names]
