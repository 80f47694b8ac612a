"""Engines: what runs the cleaning of records. Results are the same whichever it is.

``local`` is :class:`cleaner.run.workers.Workers`; ``ray`` and ``spark`` do the same through those systems, for a
cluster. Each also has a function for use in a job of one's own: :func:`cleaner.run.engines.ray.clean_dataset` and
:func:`cleaner.run.engines.spark.clean_frame`, both over :func:`cleaner.run.engines.arrow.clean_batch`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cleaner.run.engines.ray import RayWorkers
from cleaner.run.engines.spark import SparkWorkers
from cleaner.run.workers import Workers

ENGINES: dict[str, Callable[[Callable[[Any], Any], int, float | None], Any]] = {
    "local": Workers,
    "ray": RayWorkers,
    "spark": SparkWorkers,
}
