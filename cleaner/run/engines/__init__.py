"""Engines: where records are cleaned. All give the same results.

``local`` is :class:`cleaner.run.workers.Workers`; ``ray`` and ``spark`` do the same on a cluster. Both also offer a
function for jobs of your own: :func:`cleaner.run.engines.ray.clean_dataset` and
:func:`cleaner.run.engines.spark.clean_frame`, which build on :func:`cleaner.run.engines.arrow.clean_batch`.
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
