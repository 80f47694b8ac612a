"""Parquet files: a record for each row, read a few hundred at a time."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from cleaner.core.record import Record
from cleaner.run.sources import fields
from cleaner.run.sources.missing import needed
from cleaner.run.sources.reading import Reading, Shard

_ROWS = 256


def parquet(shard: Shard, reading: Reading) -> Iterator[Record]:
    """The rows of a Parquet file; columns have the same names as fields in JSON."""
    with needed("parquet", "a Parquet file"):
        reader: Any = import_module("pyarrow.parquet")
        arrow: Any = import_module("pyarrow")
    number = 0
    try:
        for batch in reader.ParquetFile(shard.stream).iter_batches(_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield fields.record(row, shard.origin(f":{number}"), reading.table, shard.name)
    except (arrow.ArrowException, ValueError, OSError) as error:
        yield shard.fault(f":{number + 1}", f"not a readable Parquet file: {error}")
