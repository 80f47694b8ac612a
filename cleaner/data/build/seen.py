"""On which publishers of labelled dumps each row was seen, and the rows that are left when one publisher is scored.

Rows are written by people who read dumps. A row that only a few publishers bear out was written from them, and says
nothing about the next publisher; so it is left out where one of these few is scored, or is learned from.
"""

import zlib
from collections import defaultdict
from functools import cache

from cleaner.rules import RuleBook, fold, rulebook

LEARNED = 3
"""A row seen at so many publishers or fewer was written from them: with this number the public half of the benchmark
gives the figures that version 0.1.0 had on publishers nobody had read."""

FOLDS = 3

_SECOND_LEVEL = frozenset(["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"])


def registered(host):
    """The part of a host that a publisher registers: "edition.cnn.com" and "www.cnn.com" are one publisher."""
    labels = (host or "").lower().removeprefix("www.").split(".")
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])


def fold_of(publisher):
    """The fold that a publisher belongs to, the same for each of its hosts and on every machine."""
    return zlib.crc32(registered(publisher).encode()) % FOLDS


class Seen:
    """``docs`` are publishers with the lines of one dump each."""

    def __init__(self, docs):
        self.book = rulebook()
        self.publishers = defaultdict(set)
        for publisher, lines in docs:
            for line in set(lines):
                for rule in self.book.matches(fold(line)) if line else ():
                    self.publishers[rule.id].add(registered(publisher))
        self.rows_without = cache(self._rows_without)

    def _rows_without(self, publisher):
        """The rows that were not written from this publisher."""
        kept = (
            rule
            for rule in self.book.rules
            if publisher not in self.publishers[rule.id] or len(self.publishers[rule.id]) > LEARNED
        )
        return RuleBook(tuple(kept))
