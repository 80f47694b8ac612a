"""Batches of items, some of which have their answer already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from cleaner.run.workers import Fault, Ready, Workers, attempt


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Lists of up to ``size`` items.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    stream = iter(items)
    while some := list(islice(stream, size)):
        yield some


def to_do(batch: Sequence[Any]) -> list[Any]:
    """The items of a batch that need work."""
    return [item for item in batch if not isinstance(item, Ready)]


def merged(batch: Sequence[Any], answers: Iterable[Any]) -> Iterator[Any]:
    """The answers to a batch, in order, with those that were known already.

    >>> list(merged([1, Ready("known"), 2], ["one", "two"]))
    ['one', 'known', 'two']
    """
    stream = iter(answers)
    for item in batch:
        yield item.value if isinstance(item, Ready) else next(stream)


def attempt_all(task: Callable[[Any], Any], items: Sequence[Any], max_seconds: float | None) -> list[Any]:
    """Do the task on each item in a process of an engine; no item stops the others."""
    return [attempt(task, item, max_seconds) for item in items]


def one_by_one(task: Callable[[Any], Any], items: Sequence[Any], max_seconds: float | None) -> list[Any | Fault]:
    """Do the task on each item of a batch that killed its process, here, in processes that may be killed as well."""
    with Workers(task, 1, max_seconds) as workers:
        return list(workers.map(items))
