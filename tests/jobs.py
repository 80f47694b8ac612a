"""Jobs for tests: a story, a way to run a job in this process, and readers of its output."""

import json
from pathlib import Path

import pytest

from cleaner import Options, run_job

STORY = "Rain again in Leeds\n\nIt rained in Leeds on Friday, the weather office said.\n"
HERE = Options(jobs=0)


def run(*sources, out, **options):
    """A job in this process: quicker to start."""
    reading = options.pop("reading", None)
    return run_job(list(map(str, sources)), out, options=Options(jobs=0, **options), reading=reading)


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def rows(out: Path) -> list[dict]:
    parquet = pytest.importorskip("pyarrow.parquet")
    return [row for part in sorted(out.glob("part-*.parquet")) for row in parquet.read_table(part).to_pylist()]
