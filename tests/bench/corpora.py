"""The articles and pages to measure on: of the public benchmark where it is at hand, generated ones elsewhere."""

from __future__ import annotations

import gzip
import json
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import generated

T = TypeVar("T")


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
    """Distinct English articles, mixed: dumps of news pages, dumps that people have on disk, and bodies of pages."""
    data = bench / "data"
    first: dict[str, dict] = {}
    for n, row in enumerate(_rows(data / "boilerplate" / "lines.jsonl.gz")):
        if row["lang"] == "en" and row["dump_kind"] != "fullpage" and (row["doc_id"] not in first or n % 3 == 0):
            first[row["doc_id"]] = row  # of the kinds of dump in turn
    on_disk = [row["raw"] for name in ("dumps", "dumps2") for row in _rows(data / "dumps" / f"{name}.jsonl.gz")]
    shown = [row for name in ("pages", "more") for row in _rows(data / "html" / f"{name}.jsonl.gz")]
    bodies = [row["text"] for row in shown if row["text"] and _short(row["id"]) not in first]
    dumps = ["\n".join(line["text"] for line in row["lines"]) for row in first.values()]
    return _mixed(list(dict.fromkeys(filter(_is_english, dumps + on_disk + bodies))))[:limit]


def _short(page: str) -> str:
    """The id of a page as the dumps of it have it."""
    kind, _, name = page.partition("/")
    return f"{kind}:{name[:12]}"


def _is_english(text: str) -> bool:
    """Does an article of some length use "the" as English does?"""
    return len(text) >= 500 and text.count(" the ") * 300 > len(text)


def _mixed(found: list[T]) -> list[T]:
    """The same in an order that mixes what stands together."""
    step = next(n for n in range(97, 200) if len(found) % n)
    return [found[i * step % len(found)] for i in range(len(found))]


def _pages(bench: Path, limit: int) -> list[bytes]:
    """Pages in an order that mixes their sets."""
    order = _mixed(_rows(bench / "data" / "html" / "pages.jsonl.gz"))
    names = dict.fromkeys(row["html"] for row in order[:limit])
    return [gzip.decompress((bench / "data" / "html" / name).read_bytes()) for name in names]
