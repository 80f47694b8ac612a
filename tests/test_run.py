"""A job survives whatever a scheduler meets: no passing fault becomes a verdict, no ledger or name stops it."""

import errno
import json
import sqlite3

import pytest
from jobs import STORY, run

from cleaner import BadLedger, Pipeline, Reading
from cleaner.cli import main
from cleaner.run import outcome, profiles
from cleaner.run.ledger import CLEAN, Ledger, Row, row_id
from cleaner.run.names import result_name, written
from cleaner.run.sinks.folder import Folder
from cleaner.run.work import Unwritable

# Passing faults


@pytest.mark.parametrize("fault", [MemoryError(), OSError(errno.EMFILE, "Too many open files"), ValueError("a bug")])
def test_a_passing_fault_is_told_and_tried_again_and_never_kept(raw, tmp_path, monkeypatch, fault):
    def fail(*args, **known):
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(Pipeline, "trace", fail)
        summary = run(raw, out=tmp_path / "clean")
    assert (summary.failures, summary.rejections, summary.internal) == (3, 0, 3 * isinstance(fault, ValueError))
    assert not list((tmp_path / "clean").rglob("*.json"))
    assert run(raw, out=tmp_path / "clean").cleaned == 3


def test_a_full_disk_ends_the_run_and_nothing_is_stored(raw, tmp_path, monkeypatch):
    def full(self, entry, outcome, before):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Folder, "put", full)
        with pytest.raises(Unwritable, match="No space left"):
            run(raw, out=tmp_path / "clean")
    assert run(raw, out=tmp_path / "clean").cleaned == 3


def test_one_result_that_cannot_be_written_stops_no_other(raw, tmp_path):
    (tmp_path / "clean" / "1.txt.json").mkdir(parents=True)
    summary = run(raw, out=tmp_path / "clean")
    assert (summary.cleaned, list(summary.failed)) == (2, ["1.txt"])


def test_a_document_that_takes_too_long_fails_and_the_rest_goes_on(raw, tmp_path, monkeypatch):
    def loop(*args, **known):
        while True:
            pass

    monkeypatch.setattr(Pipeline, "trace", loop)
    summary = run(raw, out=tmp_path / "clean", max_seconds=0.1)
    assert summary.failures == 3 and "more than 0.1 seconds" in summary.failed["0.txt"][0]


def test_a_document_that_is_too_large_is_rejected(raw, tmp_path):
    (raw / "big.txt").write_text(STORY * 20_000)
    summary = run(raw, out=tmp_path / "clean", reading=Reading(max_bytes=1 << 20))
    assert "--max-megabytes" in summary.rejected["big.txt"][0] and summary.cleaned == 3


def test_an_internal_error_has_an_exit_code(raw, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("cleaner.cli.job._count", int)
    monkeypatch.setattr(Pipeline, "trace", lambda *args, **known: 1 / 0)
    assert main(["run", str(raw), str(tmp_path / "clean"), "--jobs", "0"]) == 70
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_a_run_without_one_article_does_not_end_well(tmp_path, capsys):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("")
    assert main(["run", str(tmp_path / "raw"), str(tmp_path / "clean")]) == 65
    assert main(["run", str(tmp_path / "raw"), str(tmp_path / "clean"), "--max-rejected", "1"]) == 0


# Ledgers


@pytest.mark.parametrize("damage", [b"nonsense" * 1000, b"SQLite format 3\0" + b"x" * 5000])
def test_a_damaged_ledger_names_the_way_out(raw, tmp_path, damage):
    run(raw, out=tmp_path / "clean")
    (tmp_path / "clean" / ".cleaner.sqlite").write_bytes(damage)
    with pytest.raises(BadLedger, match="move it away"):
        run(raw, out=tmp_path / "clean")


def test_a_newer_ledger_is_left_alone(raw, tmp_path):
    run(raw, out=tmp_path / "clean")
    base = sqlite3.connect(tmp_path / "clean" / ".cleaner.sqlite")
    base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(BadLedger, match="newer cleaner"):
        run(raw, out=tmp_path / "clean")


def test_an_older_ledger_is_taken_over(raw, tmp_path):
    run(raw, out=tmp_path / "clean")
    file = tmp_path / "clean" / ".cleaner.sqlite"
    file.unlink()
    base = sqlite3.connect(file)
    base.execute("CREATE TABLE documents (path TEXT PRIMARY KEY, key TEXT, outcome TEXT, reasons TEXT)")
    base.execute("CREATE TABLE sites (host TEXT PRIMARY KEY, digest TEXT, articles INTEGER)")
    base.executemany("INSERT INTO documents VALUES (?, 'k', 'clean', '')", [("0.txt",), ("1.txt",)])
    base.commit()
    base.close()
    (raw / "1.txt").write_text(STORY.replace("Leeds", "Hull"))
    summary = run(raw, out=tmp_path / "clean", keep_older=True)
    assert (summary.unchanged, summary.cleaned) == (1, 2), "1.txt has changed since, 2.txt was not known"
    assert run(raw, out=tmp_path / "clean").unchanged == 2, "what an older cleaner made is made again"


def test_keep_older_cleans_only_what_is_new(raw, tmp_path, monkeypatch):
    run(raw, out=tmp_path / "clean")
    monkeypatch.setattr(outcome, "fingerprint", lambda: "another")
    (raw / "new.txt").write_text(STORY)
    assert run(raw, out=tmp_path / "clean", keep_older=True).cleaned == 1
    assert run(raw, out=tmp_path / "clean").cleaned == 3


def test_a_row_of_the_ledger_takes_eighty_bytes_at_most(tmp_path):
    ledger = Ledger(tmp_path / "ledger")
    ledger.enter((row_id(f"news/{n}.txt"), Row(b"8 bytes.", 3, CLEAN, b"digest..", 12_345)) for n in range(30_000))
    ledger.close()
    assert (tmp_path / "ledger").stat().st_size < 80 * 30_000


def test_a_truncated_result_is_made_again(raw, tmp_path):
    run(raw, out=tmp_path / "clean")
    file = tmp_path / "clean" / "1.txt.json"
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    assert run(raw, out=tmp_path / "clean").cleaned == 1
    assert file.read_bytes() == whole


# Names


def test_names_of_raw_files_never_meet_the_folders_of_a_run(tmp_path):
    raw = tmp_path / "raw"
    for name in ("_sites/a.txt", "__sites/a.txt", "_rejected/a.txt", "_changes/b.txt", "a/_gone/b.txt"):
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text(STORY)
    (raw / "a.txt").write_text("")
    assert run(raw, out=tmp_path / "clean").cleaned == 5
    assert (tmp_path / "clean" / "_rejected" / "a.txt.json").is_file()
    assert run(raw, out=tmp_path / "clean").unchanged == 5


def test_two_names_never_become_one():
    names = [
        "bad\udcff.txt",
        "bad\\xff.txt",
        "bad\\x5cxff.txt",
        "bad\\\udcff.txt",
        "_sites/a",
        "__sites/a",
        "___sites/a",
    ]
    assert len({written(name) for name in names}) == len(names)
    ids = ["a/b", "a-b", "a b", "a", "a+1", "https://e.example/a", "..", ".a", ""]
    assert len({result_name("x.jsonl", name) for name in ids}) == len(ids)
    assert not any(part in ("", ".", "..") for name in ids for part in result_name("x.jsonl", name).split("/"))


def test_a_host_of_any_length_stops_no_run(raw, tmp_path):
    for n in range(6):
        (raw / f"{n}.html").write_text(
            f'<link rel="canonical" href="https://{"x" * 300}.example/{n}"><h1>Rain</h1><p>It rained.'
        )
    assert run(raw, out=tmp_path / "clean").cleaned == 9


def test_an_emptied_profile_is_learned_again_and_one_cut_by_a_crash_is_not_taken_for_edited(raw, tmp_path, monkeypatch):
    for n in range(6):
        (raw / f"{n}.txt.meta.json").write_text(json.dumps({"url": f"https://e.example/{n}"}))
        (raw / f"{n}.txt").write_text(STORY + f"It was number {n}.\n")
    file = tmp_path / "clean" / "_sites" / "e.example.json"
    write = profiles.write_whole
    for crash in (lambda *args: 1 / 0, lambda *args: write(*args) or 1 / 0):  # before the file is there, and after
        with monkeypatch.context() as patch:
            patch.setattr(profiles, "write_whole", crash)
            with pytest.raises(ZeroDivisionError):
                run(raw, out=tmp_path / "clean")
    ledger = Ledger(tmp_path / "clean" / ".cleaner.sqlite")
    assert profiles.digest_of(file) in ledger.profiles("e.example")
    ledger.close()
    run(raw, out=tmp_path / "clean")
    made = file.read_bytes()
    file.write_bytes(b"")
    run(raw, out=tmp_path / "clean")
    assert file.read_bytes() == made
