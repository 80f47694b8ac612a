"""The URL, dates and media type of a record, in whatever form its source wrote them.

Feeds write RFC 822 dates, crawlers seconds since 1970, sidecars whatever a script put there. An article is worth more
than a date: what cannot be understood, or cannot be true, is left out with a warning, and the article stays.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from cleaner.core import lazy_re as re
from cleaner.core.parts import day_of, parse_moment
from cleaner.core.record import Record

_EPOCH = re.compile(r"-?\d{9,10}(\.\d{1,9})?|\d{12,13}")
_MILLISECONDS = 11
"""Seconds since 1970 have ten digits or fewer until the year 2286; longer numbers count milliseconds."""

_SHOWN = 60
_SLACK = timedelta(days=2)
"""Clocks and time zones differ: an article may be published this long after it was fetched."""

_LAST_YEAR = 2100
"""Years after this one are in the future. No clock is read: the same record must give the same article next year."""

_MEDIA = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "application/xhtml": "text/html",
    "text/xhtml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/plain",
}
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:+-]{1,40})""", re.I)


class Known(NamedTuple):
    """Arguments for :func:`cleaner.trace`, and warnings about what was left out."""

    url: str | None = None
    published: date | datetime | None = None
    fetched: datetime | None = None
    media_type: str | None = None
    warnings: tuple[str, ...] = ()


def understand(record: Record) -> Known:
    """What is known of a record, in the form that :func:`cleaner.trace` takes.

    >>> known = understand(Record("a", "", published="Fri, 08 Sep 2023 15:41:00 +0100", url="javascript:void(0)"))
    >>> known.published.isoformat(), known.url, known.warnings
    ('2023-09-08T15:41:00+01:00', None, ("url.unusable: 'javascript:void(0)'",))
    """
    warnings = list(record.warnings)
    published = _moment(record.published, "published", warnings)
    fetched = _moment(record.fetched, "fetched", warnings)
    if fetched is not None and not isinstance(fetched, datetime):
        fetched = datetime(fetched.year, fetched.month, fetched.day)
    if fetched is not None and fetched.year > _LAST_YEAR:
        warnings.append(f"fetched.in-the-future: {record.fetched}")
        fetched = None
    if published is not None and (why := _impossible(published, fetched)):
        warnings.append(f"published.{why}: {record.published}")
        published = None
    url, media_type = _address(record.url, warnings), _media(record.media_type, warnings)
    return Known(url, published, fetched, media_type, tuple(warnings))


def moment(text: str) -> date | datetime | None:
    """A date in ISO 8601, RFC 822 or seconds or milliseconds since 1970; ``None`` for anything else.

    >>> moment("2023-09-08"), moment("1694184060").isoformat(), moment("soon")
    (datetime.date(2023, 9, 8), '2023-09-08T14:41:00+00:00', None)
    """
    text = text.strip()
    try:
        if _EPOCH.fullmatch(text):
            number = float(text)
            seconds = number / 1000 if len(text.split(".")[0].lstrip("-")) > _MILLISECONDS else number
            return datetime.fromtimestamp(seconds, UTC)
        value = parse_moment(text)
        return value if isinstance(value, date) else None
    except (ValueError, OverflowError, OSError):
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _moment(text: str | None, name: str, warnings: list[str]) -> date | datetime | None:
    if not text or not text.strip():
        return None
    value = moment(text)
    if value is None:
        warnings.append(f"{name}.not-a-date: {_short(text)}")
    return value


def _impossible(published: date | datetime, fetched: datetime | None) -> str | None:
    """Why a date of publication cannot be true."""
    if fetched is not None and day_of(published) > day_of(fetched) + _SLACK:
        return "after-fetched"
    return "in-the-future" if published.year > _LAST_YEAR else None


def _address(url: str | None, warnings: list[str]) -> str | None:
    """The URL of a page on the web or in a file."""
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        if (parts.scheme.lower() in ("http", "https") and parts.hostname) or parts.scheme.lower() == "file":
            return url.strip()
    except ValueError:
        pass
    warnings.append(f"url.unusable: {_short(url)}")
    return None


def _media(media_type: str | None, warnings: list[str]) -> str | None:
    """``text/html`` or ``text/plain``, with the charset if one is given.

    >>> _media('text/html; charset="UTF-8"; boundary=x', []), _media("application/octet-stream", seen := []), seen
    ('text/html; charset=UTF-8', None, ["media-type.unknown: 'application/octet-stream'"])
    """
    if not media_type or not media_type.strip():
        return None
    name, _, parameters = media_type.partition(";")
    kind = _MEDIA.get(name.strip().lower())
    if kind is None:
        warnings.append(f"media-type.unknown: {_short(media_type)}")
        return None
    charset = _CHARSET.search(parameters)
    return f"{kind}; charset={charset[1]}" if charset else kind


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
