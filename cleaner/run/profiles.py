"""What a run knows of each publisher before it cleans the first article: site profiles, kept in ``CLEAN/_sites``.

A publisher is a host: of the URL that a sidecar gives, else of the canonical link that a page gives. From five
documents on, a profile is learned from up to fifty of them, chosen by a hash of their paths, so that neither order nor
number of processes matters. It is learned again when the publisher's documents have doubled, so that a long-running
archive is not cleaned anew with every article that comes in. A profile that a person has edited is never overwritten.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from cleaner.core.site_profile import BadProfile, SiteProfile
from cleaner.pipeline import trace
from cleaner.run.files import Unreadable, read_beside, read_raw, write_whole
from cleaner.run.ledger import Ledger
from cleaner.stages.boilerplate.learn import learn

FOLDER = "_sites"
LEAST, MOST = 5, 50
_HEAD = 1 << 16
_CANONICAL = re.compile(
    rb"""<link\b(?=[^<>]{0,500}?\brel\s*=\s*["']?canonical\b)[^<>]{0,500}?\bhref\s*=\s*["']?([^"'\s<>]{1,500})""", re.I
)


def host_of(url: str | None) -> str | None:
    """The host that stands for a publisher.

    >>> host_of("https://www.example.org/a"), host_of("no url"), host_of("http://[bad")
    ('example.org', None, None)
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and re.fullmatch(r"[\w.-]+", host) else None


def profiles(raw: Path, clean: Path, paths: Iterable[str], ledger: Ledger) -> dict[str, Path]:
    """Learn what is missing; return the profile's file for every document that has one."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        if host := _host(raw, path):
            by_host[host].append(path)
    known = ledger.sites()
    found: dict[str, Path] = {}
    for host, members in sorted(by_host.items()):
        file = clean / FOLDER / f"{host}.json"
        if len(members) >= LEAST and _is_stale(file, len(members), known.get(host)):
            write_whole(file, learn(_texts(raw, members)).to_json())
            ledger.enter_site(host, digest_of(file), len(members))
        if file.exists():
            load(file)
            found |= dict.fromkeys(members, file)
    return found


def _host(raw: Path, path: str) -> str | None:
    """The publisher of one document, read from as little of it as possible."""
    try:
        if url := read_beside(raw / path).get("url"):
            return host_of(url)
        if not (raw / path).is_file():
            return None
        with (raw / path).open("rb") as file:
            m = _CANONICAL.search(file.read(_HEAD))
    except (Unreadable, OSError):
        return None
    return host_of(m[1].decode("utf-8", "replace")) if m else None


def _is_stale(file: Path, members: int, known: tuple[str, int] | None) -> bool:
    """Is a profile missing, or made by us of less than half of what there is now?"""
    if not file.exists():
        return True
    return known is not None and known[0] == digest_of(file) and members >= 2 * known[1]


def _texts(raw: Path, members: list[str]) -> Iterator[str]:
    """The raw texts to learn from."""
    chosen = sorted(members, key=lambda path: hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest())[:MOST]
    for path in sorted(chosen):
        try:
            file = read_raw(raw, path)
        except Unreadable:
            continue
        yield trace(file.data, media_type=file.known.get("media_type"), stages=()).raw


def digest_of(file: Path) -> str:
    """A hash of a profile's file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def load(file: Path) -> tuple[SiteProfile, str]:
    """A profile and its digest; raises :class:`BadProfile` naming the file and the way out."""
    state = file.stat()
    return _load(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _load(file: Path, mtime: int, size: int) -> tuple[SiteProfile, str]:
    try:
        return SiteProfile.from_json(file.read_text(encoding="utf-8")), digest_of(file)
    except (BadProfile, UnicodeDecodeError) as error:
        raise BadProfile(f"{file} is not a site profile: {error}; mend it, or delete it to have it learned") from error
