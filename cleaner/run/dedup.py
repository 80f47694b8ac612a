"""Copies of one story: the same text twice, and wire copy that several publishers printed with small changes.

This needs cleaned text: a raw page shares as much with other pages of its publisher as with a copy of its story
elsewhere. Nothing is deleted: the clusters are listed, each with its earliest article first.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.core import lazy_re as re
from cleaner.core.article import Article
from cleaner.run.results import read_articles
from cleaner.run.sources.missing import needed

THRESHOLD = 0.7
"""Two articles tell one story if they share at least this part of their word triples."""

_PERMUTATIONS, _BANDS, _SEED = 128, 32, 7
_SHINGLE = 3
_WORD = re.compile(r"\w+")
_LAST = "9999"


class Copy(NamedTuple):
    """What a cluster says of an article; copies sort by date of publication."""

    published: str
    name: str
    url: str | None


@dataclass(frozen=True)
class Cluster:
    """Articles of one story, the earliest first; ``is_exact`` if all have exactly the same words."""

    articles: tuple[Copy, ...]
    is_exact: bool

    def as_json(self) -> dict[str, Any]:
        """The cluster as one line of a list."""
        first, *others = self.articles
        told = [
            {"path": a.name, "url": a.url, "date_published": None if a.published == _LAST else a.published}
            for a in self.articles
        ]
        return {"first": first.name, "copies": len(others), "exact": self.is_exact, "articles": told}


def clusters(articles: Iterable[tuple[str, Article]], threshold: float = THRESHOLD) -> Iterator[Cluster]:
    """The clusters among articles, by the name of the first; raises :class:`Missing` if rensa is not installed.

    Memory grows with the number of articles: some 700 bytes each.
    """
    groups = _Groups(threshold)
    for name, article in articles:
        groups.add(name, article)
    yield from groups.clusters()


class _Groups:
    def __init__(self, threshold: float) -> None:
        with needed("dedup", "finding near-duplicates"):
            self._rensa: Any = import_module("rensa")
        self._index = self._rensa.RMinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._threshold = threshold
        self._told: list[Copy] = []
        self._hashes: list[Any] = []
        self._texts: list[bytes] = []
        self._parents: list[int] = []

    def add(self, name: str, article: Article) -> None:
        words = _WORD.findall(article.text.casefold())
        number = len(self._told)
        date = article.date_published
        self._told.append(Copy(date.isoformat() if date else _LAST, name, article.url))
        self._texts.append(hashlib.sha256(" ".join(words).encode("utf-8", "replace")).digest()[:16])
        self._parents.append(number)
        made = self._rensa.RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        made.update(list(_shingles(words)))
        self._hashes.append(made)
        for other in sorted(self._index.query(made)):
            if self._texts[other] == self._texts[number] or made.jaccard(self._hashes[other]) >= self._threshold:
                self._parents[self._root(number)] = self._root(other)
        self._index.insert(number, made)

    def _root(self, number: int) -> int:
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def clusters(self) -> Iterator[Cluster]:
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._told)):
            members[self._root(number)].append(number)
        found = [group for group in members.values() if len(group) > 1]
        made = [Cluster(tuple(sorted(self._told[n] for n in g)), len({self._texts[n] for n in g}) == 1) for g in found]
        yield from sorted(made, key=lambda cluster: cluster.articles[0].name)


def _shingles(words: list[str]) -> Iterator[str]:
    """Every three successive words; a shorter text as a whole.

    >>> list(_shingles(["it", "rained", "in", "Leeds"]))
    ['it rained in', 'rained in Leeds']
    """
    for at in range(max(len(words) - _SHINGLE + 1, 1)):
        yield " ".join(words[at : at + _SHINGLE])


def dedup(results: Path, threshold: float = THRESHOLD) -> Iterator[str]:
    """The clusters among the results of a run, as lines of JSON. Raises ``NoResults`` and ``Missing``."""
    for cluster in clusters(read_articles(results), threshold):
        yield json.dumps(cluster.as_json(), ensure_ascii=False)
