"""Site profiles: what a run learns of each publisher before it cleans the first article, kept in ``CLEAN/_sites``.

A publisher is a host: the host of a record's URL, else of the canonical link in the page. With five or more documents
of a publisher, a profile is learned from up to fifty of them, chosen by a hash of their names, so that neither order
nor number of processes matters. It is learned again when the number of documents has doubled, so that a growing archive
is not cleaned anew with every article. A profile that a person edited is never overwritten.
"""

from __future__ import annotations

import hashlib
import heapq
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path

from cleaner.core import lazy_re as re
from cleaner.core.addresses import host_of
from cleaner.core.record import Record
from cleaner.core.site_profile import BadProfile, SiteProfile
from cleaner.pipeline import trace
from cleaner.run.files import write_whole
from cleaner.run.known import understand
from cleaner.run.ledger import Ledger
from cleaner.run.names import written
from cleaner.stages.boilerplate.learn import learn

FOLDER = "_sites"
LEAST, MOST = 5, 50
_HEAD = 1 << 16
_CANONICAL = re.compile(
    rb"""<link\b(?=[^<>]{0,500}?\brel\s*=\s*["']?canonical\b)[^<>]{0,500}?\bhref\s*=\s*["']?([^"'\s<>]{1,500})""", re.I
)
_LONGEST_HOST = 253


def publisher_of(url: str | None) -> str | None:
    """The host that identifies a publisher.

    >>> publisher_of("https://www.example.org/a"), publisher_of("no url"), publisher_of("http://" + "a" * 300)
    ('example.org', None, None)
    """
    host = host_of(url)
    is_name = len(host) <= _LONGEST_HOST and re.fullmatch(r"[\w-][\w.-]*", host)
    return host.removeprefix("www.") if is_name else None


def host_of_record(record: Record) -> str | None:
    """The host of a record's URL, else of the canonical link near the start of the page."""
    if record.url:
        return publisher_of(record.url)
    start = record.content[:_HEAD]
    data = start if isinstance(start, bytes) else start.encode("utf-8", "replace")
    m = _CANONICAL.search(data)
    return publisher_of(m[1].decode("utf-8", "replace")) if m else None


def profile_file(folder: Path, host: str) -> Path:
    """The path of a host's profile."""
    return folder / f"{written(host)}.json"


@dataclass
class _Sample:
    """The number of documents of a host, and those to learn from: the names with the smallest hashes."""

    count: int = 0
    chosen: list[tuple[int, str]] = field(default_factory=list)

    def add(self, name: str) -> None:
        self.count += 1
        order = -int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:8], "big")
        if len(self.chosen) < MOST:
            heapq.heappush(self.chosen, (order, name))
        else:
            heapq.heappushpop(self.chosen, (order, name))


def state_of(raw: Iterable[Path], folder: Path) -> int:
    """A hash that changes whenever a raw file or a profile is added, removed or written."""
    digest = hashlib.sha256()
    for file in chain(sorted(folder.glob("*.json")) if folder.is_dir() else (), raw):
        try:
            state = file.stat()
            digest.update(f"{file}\0{state.st_size}\0{state.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
        except OSError:
            digest.update(b"gone")
    return int.from_bytes(digest.digest()[:7], "big")


def update(read: Callable[[], Iterable[Record]], folder: Path, ledger: Ledger) -> int:
    """Learn the profiles that are missing or out of date; return the number of records.

    ``read`` returns all records, and is called a second time if there is something to learn. The texts to learn from
    are kept in a temporary file, so that memory does not grow with the number of publishers.
    """
    samples: dict[str, _Sample] = {}
    count = 0
    for record in read():
        count += 1
        if not record.error and (host := host_of_record(record)):
            samples.setdefault(host, _Sample()).add(_name(record))
    stale = {
        host: sample
        for host, sample in samples.items()
        if sample.count >= LEAST and _is_stale(folder, host, sample, ledger)
    }
    if not stale:
        return count
    with closing(sqlite3.connect("")) as texts:  # a temporary file, deleted with the connection
        texts.execute("CREATE TABLE texts (host TEXT, name TEXT, raw TEXT, PRIMARY KEY (host, name)) WITHOUT ROWID")
        wanted = {(host, name) for host, sample in stale.items() for _, name in sample.chosen}
        for record in read():
            host = host_of_record(record)
            if host and (host, _name(record)) in wanted:
                row = (host, _name(record), _raw(record).encode("utf-8", "surrogatepass"))
                texts.execute("INSERT OR IGNORE INTO texts VALUES (?, ?, ?)", row)
        for host, sample in sorted(stale.items()):
            _learn(host, sample.count, _texts(texts, host), folder, ledger)
    return count


def _name(record: Record) -> str:
    return f"{record.shard}/{record.id}" if record.shard else record.id


def _texts(base: sqlite3.Connection, host: str) -> Iterator[str]:
    for (raw,) in base.execute("SELECT raw FROM texts WHERE host = ? ORDER BY name", (host,)):
        yield raw.decode("utf-8", "surrogatepass")


def _raw(record: Record) -> str:
    return trace(record.content, media_type=understand(record).media_type, stages=()).raw


def _learn(host: str, count: int, texts: Iterable[str], folder: Path, ledger: Ledger) -> None:
    text = learn(texts).to_json()
    digest = hashlib.sha256(text.encode()).hexdigest()
    ledger.enter_profile(host, digest, count)
    write_whole(profile_file(folder, host), text)


def _is_stale(folder: Path, host: str, sample: _Sample, ledger: Ledger) -> bool:
    """Is a profile missing or empty, or did we learn it from half of the present documents or fewer?"""
    file = profile_file(folder, host)
    if not file.exists() or not file.stat().st_size:
        return True
    made = ledger.profiles(host).get(digest_of(file))
    return made is not None and sample.count >= 2 * made


def digest_of(file: Path) -> str:
    """A hash of the file of a profile."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def load(file: Path) -> tuple[SiteProfile, str]:
    """A profile and its digest; raises :class:`BadProfile`, which names the file and says what to do."""
    state = file.stat()
    return _load(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _load(file: Path, mtime: int, size: int) -> tuple[SiteProfile, str]:
    try:
        return SiteProfile.from_json(file.read_text(encoding="utf-8")), digest_of(file)
    except (BadProfile, UnicodeDecodeError) as error:
        raise BadProfile(f"{file} is not a site profile: {error}; mend it, or delete it to have it learned") from error
