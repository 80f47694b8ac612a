"""Names of results, safe on every file system and without collisions."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from cleaner.core import lazy_re as re

OWN = ("_sites", "_rejected", "_changes", "_gone")
"""The folders that a run keeps beside the articles."""

_LONGEST_NAME = 230
"""In bytes. File systems allow 255, and the name of a result is longer than that of its document."""

_RESERVED = re.compile(r"_+(?:sites|rejected|changes|gone)")
_SPELT = re.compile(r"\\(?=x[0-9a-f]{2})")
_SIMPLE = re.compile(r"[\w.@+,=-]{1,120}")


@lru_cache(maxsize=4096)
def written(path: str) -> str:
    """A path as valid Unicode, safe for a result.

    Bytes that are not UTF-8 are spelt out, and so is a backslash that would look like one of them. Long parts are
    shortened. A folder with the name of one of the run's own folders gets one more underscore.

    >>> written("deep/bad\\udcff.txt"), written("bad\\\\xff.txt"), len(written("a" * 250))
    ('deep/bad\\\\xff.txt', 'bad\\\\x5cxff.txt', 217)
    >>> written("_sites/a.txt"), written("__sites/a.txt"), written("a/_sites")
    ('__sites/a.txt', '___sites/a.txt', 'a/_sites')
    """
    text = _SPELT.sub(r"\\x5c", path)
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    first, *rest = text.split("/")
    if _RESERVED.fullmatch(first):
        first = f"_{first}"
    return "/".join(_fitting(part) for part in (first, *rest))


def _fitting(name: str) -> str:
    data = name.encode()
    if len(data) <= _LONGEST_NAME:
        return name
    return data[:200].decode("utf-8", "ignore") + "-" + hashlib.sha256(data).hexdigest()[:16]


def result_name(shard: str, id: str, occurrence: int = 0) -> str:
    """The path of a result below an output folder, without ``.json``.

    For a file it is the path of the file. Records of a shard lie in a folder of its name, under their id; an id that
    cannot be a name is simplified and gets a hash.

    >>> result_name("", "deep/a.txt"), result_name("crawl.warc.gz", "a7"), result_name("a.jsonl", "a7", 1)
    ('deep/a.txt', 'crawl.warc.gz/a7', 'a.jsonl/a7+1')
    >>> result_name("feed.rss", "https://example.org/rain")
    'feed.rss/https-example.org-rain-008e4c06'
    """
    if not shard:
        return written(id)
    is_name = _SIMPLE.fullmatch(id) and not id.startswith(".")
    name = id if is_name else f"{_readable(id)}-{hashlib.sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"{written(shard)}/{name}" + (f"+{occurrence}" if occurrence else "")


def _readable(id: str) -> str:
    """An id, simplified to a name."""
    return re.sub(r"[^a-zA-Z0-9.]+", "-", id).strip("-.")[:80] or "record"
