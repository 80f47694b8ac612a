"""The report of a run: a folder of static pages, made from its articles alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cleaner.report.article import article_page
from cleaner.report.lists import list_pages, search_page
from cleaner.report.overview import overview_page
from cleaner.report.page import article_address
from cleaner.report.tally import Difference, Tally, compare, parse_summary
from cleaner.run.files import write_whole
from cleaner.run.results import read_articles, read_rejections

SUMMARY, BEFORE = "run.json", "run-before.json"


def write_report(
    results: Path,
    out: Path,
    *,
    before: Path | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Tally:
    """Write the report of a run into the folder ``out``: ``index.html`` leads to all the rest.

    ``results`` is what :func:`cleaner.run.results.read_articles` reads. ``before`` is the report or the results of an
    earlier run, to compare with; by default, the report that ``out`` holds. Pages of documents that no longer exist
    stay, without a link to them.

    Raises :class:`cleaner.run.results.NoResults` if the results cannot be read.
    """
    tally = Tally()
    for name, article in read_articles(results):
        write_whole(out / article_address(name), article_page(article, name, up="../index.html"))
        tally.add(name, article)
        progress(len(tally.measures))
    tally.rejections = list(read_rejections(results))
    summary = tally.summary()
    difference = _difference(summary, before, out)
    lists = list(list_pages(tally.measures))
    for number, listed in enumerate(lists, 1):
        write_whole(out / "list" / f"{number}.html", listed)
    write_whole(out / "articles.html", search_page(tally.measures))
    write_whole(out / "index.html", overview_page(tally, difference, len(lists)))
    return tally


def _difference(summary: dict[str, Any], before: Path | None, out: Path) -> Difference | None:
    """Compare with an earlier run, and keep the numbers of this run for the next."""
    last = _kept(out / SUMMARY)
    if last is not None and last != summary:
        _keep(out / BEFORE, last)
    _keep(out / SUMMARY, summary)
    earlier = _earlier(before) if before else _kept(out / BEFORE)
    return compare(earlier, summary) if earlier else None


def _earlier(before: Path) -> dict[str, Any]:
    """The numbers of an earlier run, from its report or from its results."""
    if (kept := _kept(before / SUMMARY)) is not None:
        return kept
    tally = Tally()
    for name, article in read_articles(before):
        tally.add(name, article)
    tally.rejections = list(read_rejections(before))
    return tally.summary()


def _kept(file: Path) -> dict[str, Any] | None:
    return parse_summary(file.read_text(encoding="utf-8")) if file.is_file() else None


def _keep(file: Path, summary: dict[str, Any]) -> None:
    write_whole(file, json.dumps(summary, ensure_ascii=True, indent=0) + "\n")
