"""Cleaning on Ray.

When the process of a task dies, Ray tries the task again, and loses all rows of its batch if it gives up. So a batch
whose process died twice is taken out of Ray, and cleaned here one document at a time.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from cleaner.run.engines import arrow
from cleaner.run.engines.batches import attempt_all, batches, merged, one_by_one, to_do
from cleaner.run.outcome import Recipe
from cleaner.run.sources.missing import needed

_BATCH = 32
_AHEAD = 3
"""Batches under way for each process."""


class RayWorkers:
    """A task on Ray, in order; the counterpart of :class:`cleaner.run.workers.Workers`.

    It joins the cluster that ``RAY_ADDRESS`` names, or starts Ray on this machine with ``jobs`` processes.
    """

    def __init__(self, task: Callable[[Any], Any], jobs: int, max_seconds: float | None = None) -> None:
        with needed("ray", "the engine Ray"):
            self._ray: Any = import_module("ray")
        self._task, self._max_seconds, self._is_ours = task, max_seconds, not self._ray.is_initialized()
        if self._is_ours:
            self._ray.init(num_cpus=None if _address() else max(jobs, 1), log_to_driver=False, include_dashboard=False)
        self._ahead = _AHEAD * int(self._ray.cluster_resources().get("CPU", 1))
        self._remote = self._ray.remote(attempt_all).options(max_retries=1, num_cpus=1)

    def __enter__(self) -> RayWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_ours:
            self._ray.shutdown()

    def map(self, items: Iterable[Any]) -> Iterator[Any]:
        """The answer to each item, in order."""
        pending: deque[tuple[list[Any], Any]] = deque()
        for batch in batches(items, _BATCH):
            work = to_do(batch)
            pending.append((batch, self._remote.remote(self._task, work, self._max_seconds) if work else None))
            if len(pending) >= self._ahead:
                yield from self._answers(*pending.popleft())
        while pending:
            yield from self._answers(*pending.popleft())

    def _answers(self, batch: list[Any], held: Any) -> Iterator[Any]:
        try:
            answers = self._ray.get(held) if held is not None else []
        except self._ray.exceptions.RayError:
            answers = one_by_one(self._task, to_do(batch), self._max_seconds)
        return merged(batch, answers)


def clean_dataset(dataset: Any, recipe: Recipe | None = None, *, batch_size: int = 128) -> Any:
    """Turn a ``ray.data.Dataset`` of records into one of results: :func:`cleaner.run.engines.arrow.clean_batch`.

    A record that kills its process ends the job or loses its batch, depending on the settings of Ray. If that
    matters, compare ``record_id`` with your input, or use ``cleaner run --engine ray``, which handles it.
    """
    return dataset.map_batches(clean_table, batch_format="pyarrow", batch_size=batch_size, fn_kwargs={"recipe": recipe})


def clean_table(table: Any, recipe: Recipe | None = None) -> Any:
    """Turn an Arrow table of records into one of results."""
    made = [arrow.clean_batch(batch, recipe) for batch in table.combine_chunks().to_batches()]
    return arrow.pyarrow().Table.from_batches(made, schema=arrow.schema("result"))


def _address() -> str | None:
    return os.environ.get("RAY_ADDRESS")
