"""CSV for spreadsheets: a row for each article, UTF-8 with a byte order mark, lists joined by "; ".

What the format cannot hold: offsets, the edit log, the parts of captions and authors apart from their names. A cell
that a spreadsheet would run as a formula gets an apostrophe in front. Cells are not shortened to Excel's limit.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from cleaner.core.article import Article
from cleaner.export.frame import COLUMNS, row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(articles: Iterable[Article], out: TextIO) -> int:
    """Write articles as CSV, with a line of headings; returns their number.

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
