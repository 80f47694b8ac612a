"""One function for every engine, one result whichever runs it."""

import os
import signal
from pathlib import Path

import pytest

from cleaner.run.engines.batches import attempt_all, batches, merged, one_by_one, to_do
from cleaner.run.workers import Fault, Ready

STORY = "Rain again in Leeds\n\nIt rained in Leeds on Friday, the weather office said.\n"


def odd(item: int) -> int:
    """A task that dies of one item."""
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * 10


def test_a_batch_gives_as_many_rows_as_it_takes():
    pa = pytest.importorskip("pyarrow")
    from cleaner.run.engines.arrow import clean_batch, schema

    batch = pa.RecordBatch.from_pydict(
        {
            "id": ["a", "b", "c", "d"],
            "text": [STORY, None, "", None],
            "bytes": [None, STORY.encode("utf-16"), None, None],
            "published": ["2023-09-08", "soon", None, None],
            "stars": [1, 2, None, 4],
        }
    )
    made = clean_batch(batch)
    assert made.schema == schema("result")
    rows = made.to_pylist()
    assert [(row["record_id"], row["status"]) for row in rows] == [
        ("a", "clean"),
        ("b", "clean"),
        ("c", "rejected"),
        ("d", "rejected"),
    ]
    assert rows[0]["meta"] == '{"stars": 1}' and rows[0]["date_published"] == "2023-09-08"
    assert rows[1]["text"] == rows[0]["text"] and rows[1]["warnings"] == ["published.not-a-date: 'soon'"]
    assert "no content" in rows[3]["reasons"][0]
    assert clean_batch(batch.slice(0, 0)).num_rows == 0


def test_known_answers_stay_in_their_places():
    items = [1, Ready("x"), 2, Ready("y"), 4]
    found = [answer for batch in batches(items, 2) for answer in merged(batch, attempt_all(odd, to_do(batch), None))]
    assert found == [10, "x", 20, "y", 40]


def test_a_batch_that_killed_its_process_is_done_one_by_one():
    found = one_by_one(odd, [1, 3, 4], None)
    assert found[0] == 10 and isinstance(found[1], Fault) and found[2] == 40


@pytest.mark.parametrize("name", ["ray", "spark"])
def test_an_engine_gives_what_local_processes_give(name, tmp_path, monkeypatch):
    pytest.importorskip({"ray": "ray", "spark": "pyspark"}[name])
    from cleaner.run.engines import ENGINES

    here = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", f"{here.parent}:{here}")
    items = [n if n % 7 else Ready(n * 10) for n in range(1, 200)]
    with ENGINES[name](odd, 2, None) as workers:
        found = list(workers.map(items))
    assert isinstance(found[2], Fault)
    assert found[:2] + found[3:] == [n * 10 for n in range(1, 200) if n != 3]


def test_near_copies_are_found_in_cleaned_text_and_the_earliest_comes_first():
    pytest.importorskip("rensa")
    from cleaner import clean
    from cleaner.run.dedup import clusters

    body = (
        "It rained in Leeds on Friday, the weather office said, and more rain will fall on Monday in the north."
        " A spokesman said that the town was ready for it and that pumps were in place. Schools stay open."
    )
    sun = "The sun shone on Hull all day long, and people went to the beach in numbers that nobody had seen before."
    told = {
        "a": (f"Rain again\n\n{body}", "2023-02-02"),
        "b": (f"Rain in the north\n\n{body.replace('Friday', 'Thursday')}", "2023-01-02"),
        "c": (f"Rain again\n\n{body}", None),
        "d": (f"Sun\n\n{sun}", "2023-01-01"),
        "e": (f"Sun at last\n\n{sun}", "2023-01-03"),
    }
    articles = [(name, clean(text, published=date)) for name, (text, date) in told.items()]
    found = {cluster.articles[0].name: cluster for cluster in clusters(articles)}
    assert [[a.name for a in cluster.articles] for cluster in found.values()] == [["b", "a", "c"], ["d", "e"]]
    assert not found["b"].is_exact and found["d"].is_exact


RECORDS = {"id": ["a", "b"], "text": [STORY, ""], "stars": [1, 2]}


def test_a_data_set_of_ray_becomes_one_of_results():
    pytest.importorskip("ray.data")
    import ray.data

    from cleaner.run.engines.ray import clean_dataset

    rows = clean_dataset(ray.data.from_arrow(pytest.importorskip("pyarrow").table(RECORDS))).take_all()
    assert sorted((row["record_id"], row["status"]) for row in rows) == [("a", "clean"), ("b", "rejected")]


def test_a_frame_of_spark_becomes_one_of_results():
    sql = pytest.importorskip("pyspark.sql")
    from cleaner.run.engines.spark import clean_frame

    session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    frame = session.createDataFrame(list(zip(*RECORDS.values(), strict=True)), list(RECORDS))
    rows = clean_frame(frame).collect()
    assert sorted((row["record_id"], row["status"]) for row in rows) == [("a", "clean"), ("b", "rejected")]
    session.stop()
