"""What sources yield and sinks take: each record becomes one result.

A source may be a folder, a crawl, a feed or an iterator of your own. No record is ever dropped: what cannot be read or
cleaned becomes a result that says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cleaner.core.article import Article

Status = Literal["clean", "rejected", "failed", "unchanged"]


@dataclass(frozen=True, slots=True)
class Record:
    """A raw document and its metadata.

    ``content`` is bytes, so that the charset can be detected, or text. ``published`` and ``fetched`` may be ISO 8601,
    RFC 822 or seconds since 1970; anything else costs a warning, never the article. ``media_type`` may carry a charset,
    as in HTTP. ``meta`` is the caller's own data, passed through unchanged. ``origin`` tells people where the record
    is: ``news.jsonl:12``, ``crawl.warc.gz@48213``. ``shard`` is the file that holds the record, since two feeds may use
    the same ids; it is empty if the record is a file by itself.

    ``error`` says why the source could not read the record. It is a verdict (the file is cut short) unless
    ``is_passing``: then the next try may succeed (the disk was not mounted).
    """

    id: str
    content: bytes | str
    url: str | None = None
    published: str | None = None
    fetched: str | None = None
    media_type: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    origin: str = ""
    shard: str = ""
    error: str | None = None
    is_passing: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The result for a record.

    ``status`` is ``clean``; ``rejected``, with ``reasons``: the document yields no valid article; ``failed``: memory or
    time ran out, or cleaner has a bug, so try again; or ``unchanged``: a job has an earlier result that is still valid.
    """

    id: str
    origin: str
    meta: Mapping[str, Any]
    status: Status
    reasons: tuple[str, ...] = ()
    article: Article | None = None


def identity(given: object, url: str | None, content: bytes | str) -> str:
    """The given id of a record, else a hash of its URL, else of its content.

    >>> identity("a7", None, ""), identity(7, None, ""), len(identity(None, "https://example.org/", ""))
    ('a7', '7', 32)
    >>> identity("", None, "rain") == identity(None, None, b"rain")
    True
    """
    if given is not None and given != "":
        return str(given)
    data = url or content
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:32]


def plain(meta: Mapping[str, Any]) -> dict[str, Any]:
    """The caller's own data in a form that JSON can hold: unknown types become text, and NaN becomes null.

    >>> plain({"stars": 3, "seen": {1}, "score": float("nan")})
    {'stars': 3, 'seen': '{1}', 'score': None}
    """
    held: dict[str, Any] = json.loads(json.dumps(dict(meta), default=str), parse_constant=lambda _: None)
    return held
