"""Dates in the addresses of pages."""

from __future__ import annotations

from datetime import date

from cleaner.core import lazy_re as re
from cleaner.timestamps.lexicon import fold, words

_PATH_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_PATH_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?!\d)", re.I)
_PATH_DMY = re.compile(r"(?<![\d/])(0[1-9]|[12]\d|3[01])[-_](0[1-9]|1[0-2])[-_](20\d\d)(?!\d)")


def url_date(url: str) -> str | None:
    """The date in the path of a URL, as ISO 8601.

    >>> url_date("https://example.org/news/2023/09/08/rain"), url_date("https://example.org/news/rain-20230908.html")
    ('2023-09-08', '2023-09-08')
    >>> url_date("https://example.org/2023/sep/8/rain"), url_date("https://example.org/rain-7016153")
    ('2023-09-08', None)
    """
    path = url.split("?")[0].split("#")[0][:500].partition("//")[2]
    if match := _PATH_DATE.search(path):
        return "-".join(match.groups())
    if match := _PATH_NAMED.search(path):
        month = words().months.get(fold(match[2]))
        return _iso(int(match[1]), month, int(match[3])) if month else None
    if match := _PATH_DMY.search(path):
        return "-".join(reversed(match.groups()))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
