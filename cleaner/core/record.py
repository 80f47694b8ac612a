"""What every source yields and every sink takes: a record goes in, a result comes out, one for one.

A source may be a folder, a crawl, a feed or a program's own iterator; nothing behind it knows which. No record is ever
dropped: what cannot be read, cleaned or finished comes out as a result that says so.
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
    """A raw document and what is known of it.

    ``content`` is bytes where they are at hand, for then the charset is still open, else text. ``published`` and
    ``fetched`` may be ISO 8601, RFC 822 or seconds since 1970; what cannot be read as a date costs a warning, never
    the article. ``media_type`` may carry a charset, as HTTP does. ``meta`` is the caller's own and passes through
    untouched. ``origin`` says where the record stands, for people: ``news.jsonl:12``, ``crawl.warc.gz@48213``.
    ``shard`` is the file in which records with ids of their own stand, empty where a record is a file by itself: two
    feeds may use the same ids.

    ``error`` is why the source could not read the record. It is a verdict (the file is cut short) unless
    ``is_passing`` says that it may go well next time (the disk was away).
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
    """What became of a record.

    ``status`` is ``clean``; ``rejected``, a verdict with its ``reasons``: no valid article comes out of this document;
    ``failed``, no verdict: memory, time or a worker ran out, or the program has a fault, so try again; or
    ``unchanged``, where a job has an earlier result that still holds.
    """

    id: str
    origin: str
    meta: Mapping[str, Any]
    status: Status
    reasons: tuple[str, ...] = ()
    article: Article | None = None


def identity(given: object, url: str | None, content: bytes | str) -> str:
    """The id of a record: the one given, else a hash of the URL, else of the content.

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
    """The caller's own data as JSON can hold it: what it cannot is written as text, and what is no number is null.

    >>> plain({"stars": 3, "seen": {1}, "score": float("nan")})
    {'stars': 3, 'seen': '{1}', 'score': None}
    """
    held: dict[str, Any] = json.loads(json.dumps(dict(meta), default=str), parse_constant=lambda _: None)
    return held
