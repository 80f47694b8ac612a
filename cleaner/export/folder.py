"""Exporting the articles of a run: a file for each, or one table."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from cleaner.core.article import Article
from cleaner.export.dataset import write_dataset
from cleaner.export.jsonld import to_jsonld
from cleaner.export.ninjs import to_ninjs
from cleaner.export.plain import to_markdown, to_text
from cleaner.export.spreadsheet import write_csv
from cleaner.export.tei import to_tei
from cleaner.run.files import write_whole
from cleaner.run.names import written
from cleaner.run.results import read_articles

Render = Callable[[Article], str]

FORMATS: dict[str, tuple[str, Render]] = {
    "ninjs": (".ninjs.json", lambda article: _json(to_ninjs(article))),
    "jsonld": (".jsonld", lambda article: _json(to_jsonld(article))),
    "tei": (".tei.xml", to_tei),
    "markdown": (".md", to_markdown),
    "text": (".txt", to_text),
}
"""Formats with a file for each article: the suffix, and the function that renders it."""


def export_articles(results: Path, out: Path, to: str) -> int:
    """Write the articles of a run as ``to``, one of :data:`FORMATS`, "csv" or "dataset"; returns their number.

    ``out`` is a folder: ``a/b.html`` of the run becomes ``a/b.html.md`` below it, or ``articles.csv``, or the files of
    a data set. Raises :class:`cleaner.run.results.NoResults` for results that cannot be read.
    """
    if to == "dataset":
        return write_dataset((article for _, article in read_articles(results)), out)
    if to == "csv":
        out.mkdir(parents=True, exist_ok=True)
        with (out / "articles.csv").open("w", encoding="utf-8-sig", newline="", errors="replace") as table:
            return write_csv((article for _, article in read_articles(results)), table)
    suffix, render = FORMATS[to]
    count = 0
    for name, article in read_articles(results):
        write_whole(out / place(name, suffix), render(article))
        count += 1
    return count


def place(name: str, suffix: str) -> str:
    """The path of an export below the folder; no name of a document can lead out of the folder.

    >>> place("a/b.html", ".md"), place("../../etc/passwd", ".md"), place("/etc//x", ".md")
    ('a/b.html.md', '_/_/etc/passwd.md', 'etc/x.md')
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", ".")]
    safe = ["_" if part == ".." else part.replace("\0", "_") for part in parts]
    return written("/".join(safe) or "_") + suffix


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
