"""CSV that spreadsheets open as it is meant: one row an article, UTF-8 with its mark, lists joined by "; ".

What the format cannot hold: offsets, the edit log, parts of captions and authors beyond their names. A cell that a
spreadsheet would run as a formula is preceded by an apostrophe; cells beyond what Excel takes are left whole.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from cleaner.core.article import Article
from cleaner.export.frame import COLUMNS, row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(articles: Iterable[Article], out: TextIO) -> int:
    """Write articles as CSV, with a line of headings; returns how many there were.

    ``out`` should be opened with ``newline=""``.
    """
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    count = 0
    for article in articles:
        writer.writerow([_cell(value) for value in row(article).values()])
        count += 1
    return count


def _cell(value: object) -> str:
    """A value as a cell.

    >>> _cell("=1+1"), _cell(["Ann", "Bo"]), _cell(None), _cell(True)
    ("'=1+1", 'Ann; Bo', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    shown = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
