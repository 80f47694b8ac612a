"""The table of publishers, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from cleaner.core import tables
from cleaner.parties.tables import PUBLISHERS

_SPACES = str.maketrans(dict.fromkeys("\t\n .,:;!?'’‘\"“”„«»()[]{}/|•·—–-_…*™®©", " "))


class PublisherRow(NamedTuple):
    """One publisher. ``country`` is ISO 3166-1 alpha-2, ``locale`` the BCP 47 tag of most of what it publishes."""

    name: str
    hosts: tuple[str, ...]
    country: str
    locale: str
    aliases: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    wire: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    rows: tuple[PublisherRow, ...]
    by_host: dict[str, PublisherRow]
    words: dict[str, frozenset[str]]


@cache
def _table() -> _Table:
    data = tables.load("publishers", PUBLISHERS)
    rows = tuple(_row(entry) for entry in data["rows"])
    by_host = {host: row for row in reversed(rows) for host in row.hosts}
    return _Table(rows, by_host, {group: frozenset(words) for group, words in data["titles"].items()})


def _row(entry: dict[str, Any]) -> PublisherRow:
    given: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in entry.items()}
    return PublisherRow(**given)


@cache
def _by_name() -> dict[str, PublisherRow]:
    rows = publishers()
    found: dict[str, PublisherRow] = {}
    for row in rows:
        found.setdefault(fold(row.name), row)
    for row in rows:
        for alias in (*row.aliases, *row.hosts):
            found.setdefault(fold(alias), row)
    return found


@cache
def _slogans() -> frozenset[str]:
    return frozenset(
        form for row in publishers() for slogan in row.slogans for form in (fold(slogan), fold(f"{row.name} {slogan}"))
    )


def fold(name: str) -> str:
    """A name as it is compared: case, punctuation and a leading "the" do not count.

    >>> fold("The Atlanta Journal-Constitution") == fold("Atlanta Journal Constitution")
    True
    """
    return " ".join(name.casefold().translate(_SPACES).split()).removeprefix("the ")


def title_words(group: str) -> frozenset[str]:
    """Words that titles are parted by: "section", "press", "small"."""
    return _table().words[group]


def publishers() -> tuple[PublisherRow, ...]:
    """Every row of the table.

    >>> len(publishers()) >= 300
    True
    """
    return _table().rows


def find_publisher(*, name: str | None = None, host: str | None = None) -> PublisherRow | None:
    """The publisher of this name, or of this host or the nearest host above it.

    >>> find_publisher(name="guardian").name, find_publisher(host="www.edition.cnn.com").name
    ('The Guardian', 'CNN')
    >>> find_publisher(host="example.org") is None
    True
    """
    if name and (row := _by_name().get(fold(name[:200]))):
        return row
    labels = host.casefold().strip(".").split(".")[-6:] if host and len(host) < 255 else []
    for i in range(len(labels) - 1):
        if row := _table().by_host.get(".".join(labels[i:])):
            return row
    return None


def is_slogan(line: str) -> bool:
    """Is a line a known slogan, perhaps with the name of its publisher?

    >>> is_slogan("It's time to break the news.The Messenger's slogan"), is_slogan("Democracy Dies in Darkness")
    (True, True)
    >>> is_slogan("Democracy dies in darkness, the editor said on Monday.")
    False
    """
    if not 8 <= len(line) <= 160:
        return False
    folded = fold(line)
    head, ends, _ = folded.partition(" s slogan")
    if not ends or folded != head + ends:
        return folded in _slogans()
    return any(head == f"{slogan} {who}" for slogan in _slogans() for who in _named(head))


def _named(head: str) -> list[str]:
    """The last words of ``head`` that name a publisher, with and without "the"."""
    words = head.split()
    tails = (" ".join(words[-size:]) for size in range(1, 6))
    return [tail for tail in tails if fold(tail) in _by_name()]
