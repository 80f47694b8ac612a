"""Cleaning on Spark.

Spark gives up a job if one of its tasks fails four times. The documents of that job are then cleaned here, in a process
that may be killed, so that one document costs no other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

from cleaner.run.engines import arrow
from cleaner.run.engines.batches import attempt_all, batches, merged, one_by_one, to_do
from cleaner.run.outcome import Recipe
from cleaner.run.sources.missing import needed

_JOB = 1024
_BATCH = 32


class SparkWorkers:
    """A task on Spark, in order; the counterpart of :class:`cleaner.run.workers.Workers`.

    It uses the active session, or makes one as ``spark-submit`` or ``SPARK_REMOTE`` say; by default one on this
    machine, with ``jobs`` processes.
    """

    def __init__(self, task: Callable[[Any], Any], jobs: int, max_seconds: float | None = None) -> None:
        self._task, self._max_seconds = task, max_seconds
        with needed("spark", "the engine Spark"):
            sql: Any = import_module("pyspark.sql")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        self._is_ours = sql.SparkSession.getActiveSession() is None
        builder = sql.SparkSession.builder.appName("cleaner").config("spark.ui.showConsoleProgress", "false")
        if self._is_ours and "MASTER" not in os.environ:
            builder = builder.master(f"local[{max(jobs, 1)},4]").config("spark.ui.enabled", "false")
        self._session = builder.getOrCreate()

    def __enter__(self) -> SparkWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_ours:
            self._session.stop()

    def map(self, items: Iterable[Any]) -> Iterator[Any]:
        """The answer to each item, in order."""
        for job in batches(items, _JOB):
            work = to_do(job)
            yield from merged(job, self._answers(work) if work else [])

    def _answers(self, work: list[Any]) -> list[Any]:
        parts = list(batches(work, _BATCH))
        run = partial(attempt_all, self._task, max_seconds=self._max_seconds)
        try:
            held = self._session.sparkContext.parallelize(parts, len(parts)).map(run).collect()
        except Exception as error:  # an error of Java, through Py4J: whatever it is, the documents are not lost
            print(f"cleaner: Spark gave up a job, cleaning it here: {type(error).__name__}", file=sys.stderr)
            return one_by_one(self._task, work, self._max_seconds)
        return [answer for part in held for answer in part]


def clean_frame(frame: Any, recipe: Recipe | None = None) -> Any:
    """Turn a Spark ``DataFrame`` of records into one of results: :func:`cleaner.run.engines.arrow.clean_batch`.

    Set ``spark.sql.execution.arrow.maxRecordsPerBatch`` to between 100 and 500, since a process takes a second to
    start.
    """
    types: Any = import_module("pyspark.sql.pandas.types")
    schema = types.from_arrow_schema(arrow.schema("result"))
    return frame.mapInArrow(partial(_clean_all, recipe=recipe), schema)


def _clean_all(stream: Iterator[Any], recipe: Recipe | None) -> Iterator[Any]:
    for batch in stream:
        yield arrow.clean_batch(batch, recipe)
