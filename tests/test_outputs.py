"""Outputs hold the latest article of each document, whatever stops a run; they can be repaired and compared."""

import json
from pathlib import Path

import pytest
from jobs import STORY, lines, rows, run

from cleaner import Misplaced, Recipe
from cleaner.cli import main
from cleaner.run.ledger import CLEAN, Ledger, Row, row_id
from cleaner.run.outcome import Entry, Outcome
from cleaner.run.sinks.lines import Lines

# Sinks


@pytest.mark.parametrize("name", ["news.jsonl", "news.parquet"])
def test_an_output_holds_the_latest_article_of_each_document(raw, tmp_path, name):
    out, held = tmp_path / name, lines if name.endswith("l") else rows
    run(raw, out=out)
    first = held(out)
    assert len(first) == 3
    (raw / "1.txt").write_text(STORY.replace("Leeds", "Hull"))
    (raw / "3.txt").write_text(STORY)
    assert run(raw, out=out).cleaned == 2
    found = held(out)
    assert len(found) == 4 and sum("Hull" in row["text"] for row in found) == 1
    (raw / "1.txt").write_text("")
    summary = run(raw, out=out)
    assert summary.rejections == 1 and held(out) == found, "an article of an earlier version survives a bad one"
    rejected = out.with_name("news.rejected.jsonl") if out.is_file() else out / "_rejected.jsonl"
    assert [row["path"] for row in lines(rejected)] == ["1.txt"]
    before = {file: file.stat().st_mtime_ns for file in (out.glob("part-*") if out.is_dir() else [out])}
    assert run(raw, out=out).unchanged == 3
    assert before == {file: file.stat().st_mtime_ns for file in (out.glob("part-*") if out.is_dir() else [out])}


def test_records_of_one_id_are_all_kept(tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text(
        "".join(
            json.dumps({"id": "7", "text": STORY.replace("Leeds", where)}) + "\n" for where in ("Hull", "York", "Hull")
        )
    )
    for sink in ("news.jsonl", "clean"):
        assert run(source, out=tmp_path / sink).cleaned == 3
        assert run(source, out=tmp_path / sink).unchanged == 3
    assert [article["id"] for article in lines(tmp_path / "news.jsonl")] == ["7", "7", "7"]
    assert sorted(p.name for p in (tmp_path / "clean" / "a.jsonl").iterdir()) == ["7+1.json", "7+2.json", "7.json"]


def test_what_a_crash_left_behind_the_last_commit_is_cut_off(raw, tmp_path):
    out = tmp_path / "news.jsonl"
    run(raw, out=out)
    whole = out.read_bytes()
    out.write_bytes(whole + b'{"half an arti')
    run(raw, out=out)
    assert out.read_bytes() == whole
    out.write_bytes(whole[:-20])
    with pytest.raises(Misplaced, match="check --repair"):
        run(raw, out=out)


def test_a_crash_while_older_articles_are_taken_out_loses_nothing(tmp_path, monkeypatch):
    def sink() -> Lines:
        return Lines(tmp_path / "a.jsonl", ledger)

    def put(name: str, text: str) -> None:
        told = Entry(row_id(name), name, name, name)
        data = json.dumps({"source": {"path": name}, "text": text}).encode()
        before = ledger.look_up([told.id]).get(told.id)
        stored = out.put(told, Outcome("clean", data=data), before)
        ledger.enter([(told.id, Row(b"", 1, CLEAN, stored.digest, stored.size))])

    ledger = Ledger(tmp_path / "ledger")
    out = sink()
    for name, text in (("a", "1"), ("b", "2"), ("a", "3"), ("a", "1"), ("c", "4")):
        put(name, text)
    out.sync()
    ledger.commit()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda *args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            out.finish()
    ledger.abandon()
    ledger = Ledger(tmp_path / "ledger")
    out = sink()
    out.finish()
    assert [(row["source"]["path"], row["text"]) for row in lines(tmp_path / "a.jsonl")] == [
        ("a", "1"),
        ("b", "2"),
        ("c", "4"),
    ]


# Looking back


@pytest.mark.parametrize("name", ["clean", "news.jsonl", "news.parquet"])
def test_what_is_damaged_is_made_again(raw, tmp_path, name, capsys):
    out = tmp_path / name
    run(raw, out=out)
    whole = {
        file: file.read_bytes()
        for file in [*out.rglob("*.json"), *out.glob("part-*"), *([out] if out.is_file() else ())]
    }
    file = max(whole)
    file.write_bytes(whole[file].replace(b"Leeds", b"Hull!") if name == "clean" else whole[file][:-40])
    if name == "news.parquet":
        (out / ".waiting-00000.jsonl").write_text("")
    assert main(["check", str(out), "--repair"]) == 0
    assert run(raw, out=out).cleaned == (3 if name == "news.parquet" else 1)
    if name == "clean":
        assert {file: file.read_bytes() for file in whole} == whole
    else:
        found = rows(out) if name == "news.parquet" else lines(out)
        assert sorted(row["path"] if name == "news.parquet" else row["source"]["path"] for row in found) == [
            "0.txt",
            "1.txt",
            "2.txt",
        ]


def test_two_results_are_compared_by_field_sentence_and_rule(raw, tmp_path, capsys):
    (raw / "1.txt").write_text(
        STORY + "It will rain more.\n\nBy signing up, you agree to our terms of use and privacy policy.\n"
    )
    run(raw, out=tmp_path / "old")
    (raw / "1.txt").write_text(
        STORY.replace("again", "at last") + "By signing up, you agree to our terms of use and privacy policy.\n"
    )
    run(raw, out=tmp_path / "new", recipe=Recipe(stages=("encoding", "dates")))
    (tmp_path / "new" / "2.txt.json").unlink()
    assert main(["compare", str(tmp_path / "old"), str(tmp_path / "new"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["only_old"] == ["2.txt"] and told["changed"] == 2
    assert any(rule.startswith("newsletter.") for rule in told["gained"])
    assert (
        told["lost"] == {"(no rule names it)": 1}
        and "It will rain more." in told["examples"]["lost (no rule names it)"][0]
    )
    assert main(["compare", str(tmp_path / "old"), str(tmp_path / "old")]) == 0
    assert "3 articles are the same" in capsys.readouterr().out
