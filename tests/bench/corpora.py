"""The articles and pages to measure on: of the public benchmark where it is at hand, generated ones elsewhere."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import NamedTuple

import generated


class Corpus(NamedTuple):
    """Distinct raw documents, and where they come from."""

    source: str
    texts: list[str]
    pages: list[bytes]


def corpus(bench: Path, limit: int) -> Corpus:
    """At most ``limit`` texts and as many pages; no document twice."""
    if (bench / "data" / "html" / "pages.jsonl.gz").exists():
        return Corpus("the public benchmark", _texts(bench, limit), _pages(bench, limit))
    texts, pages = ([make(n) for n in range(limit)] for make in (generated.text, generated.page))
    return Corpus("generated articles", texts, [page.encode() for page in pages])


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
