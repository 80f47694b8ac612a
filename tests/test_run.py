"""A job survives whatever a scheduler meets; nothing is lost, and no passing fault becomes a verdict."""

import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cleaner import BadLedger, Misplaced, Options, Pipeline, Reading, Recipe, Record, run_job
from cleaner.cli import main
from cleaner.run import outcome, profiles
from cleaner.run.console import shown, shown_in_line
from cleaner.run.ledger import CLEAN, Ledger, Row, row_id
from cleaner.run.names import result_name, written
from cleaner.run.outcome import Entry, Outcome
from cleaner.run.sinks.folder import Folder
from cleaner.run.sinks.lines import Lines
from cleaner.run.work import Unwritable
from cleaner.run.workers import Fault, Workers

STORY = "Rain again in Leeds\n\nIt rained in Leeds on Friday, the weather office said.\n"
HERE = Options(jobs=0)


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(STORY.replace("Friday", f"Friday the {n + 1}th"))
    return folder


def run(*sources, out, **options):
    """A job in this process: quicker to start."""
    reading = options.pop("reading", None)
    return run_job(list(map(str, sources)), out, options=Options(jobs=0, **options), reading=reading)


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def rows(out: Path) -> list[dict]:
    parquet = pytest.importorskip("pyarrow.parquet")
    return [row for part in sorted(out.glob("part-*.parquet")) for row in parquet.read_table(part).to_pylist()]


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


# Words to a person


def test_escapes_of_terminals_are_shown_and_not_sent(tmp_path, capsys):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a\x1b[2J\n9 cleaned.txt").write_text("")
    main(["run", str(raw), str(tmp_path / "clean")])
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\n9 cleaned.txt" not in out and "a\\x1b[2J\\n9 cleaned.txt: empty" in out
    (tmp_path / "b.txt").write_text(STORY + "\x1b]0;owned\x07 It rained.\n")
    main(["explain", str(tmp_path / "b.txt")])
    assert "\x1b" not in capsys.readouterr().out
    assert shown("\u202e\ud800\x9b") == "\\u202e\\ud800\\x9b" and shown_in_line("a\r\n") == "a\\r\\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["run", "https://e.example/a", "{tmp}/clean"], 66, "fetches nothing"),
        (["clean", "https://e.example/a"], 66, "fetches nothing"),
        (["run", "{raw}"], 64, "give a SOURCE and an OUT"),
        (["run", "{raw}", "{tmp}/clean", "--max-rejected", "-1"], 64, "-1"),
        (["run", "{raw}", "{tmp}/clean", "--max-seconds", "nan"], 64, "not a number"),
        (["run", "{raw}", "{tmp}/clean", "--since", "soon"], 78, "--since"),
        (["run", "{raw}", "{tmp}/clean", "--map", "colour=x"], 78, "no field colour"),
        (["run", "{raw}", "{tmp}/clean", "--prune", "--limit", "1"], 64, "--prune"),
        (["run", "{raw}", "-o", "{raw}/0.txt/x.jsonl"], 78, "beside each other"),
        (["run", "{raw}", "-o", "{raw}/../other.jsonl"], 78, "no run of cleaner knows it"),
        (["run", "--config", "{tmp}/odd.toml"], 78, "no option 'colour'"),
        (["clean", "{raw}"], 66, "`cleaner run`"),
        (["clean", "a", "b"], 64, "`cleaner run` cleans many"),
    ],
)
def test_errors_name_the_way_out(raw, tmp_path, capsys, arguments, code, words):
    (tmp_path / "other.jsonl").write_text("mine")
    (tmp_path / "odd.toml").write_text('[run]\ncolour = "red"')
    try:
        found = main([a.format(raw=raw, tmp=tmp_path) for a in arguments])
    except SystemExit as stop:
        found = stop.code
    err = capsys.readouterr().err
    assert (found, words in err, "Traceback" in err) == (code, True, False), err
    assert (tmp_path / "other.jsonl").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_not_called_another_run(raw, tmp_path, capsys):
    (tmp_path / "clean").mkdir(mode=0o500)
    assert main(["run", str(raw), str(tmp_path / "clean")]) == 74
    assert "another run" not in capsys.readouterr().err


def test_a_terminal_that_knows_ascii_only_is_no_fault(tmp_path):
    (tmp_path / "a.txt").write_text(STORY + "“Ça pleut”, they said in Łódź.\n", encoding="utf-8")
    command = [sys.executable, "-m", "cleaner", "explain", str(tmp_path / "a.txt")]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 0 and b"Traceback" not in done.stderr


# For schedulers


def test_a_file_holds_the_options_of_a_job(raw, tmp_path, monkeypatch, capsys):
    (tmp_path / "cleaner.toml").write_text('[run]\nsources = "raw"\nout = "clean"\nexclude = ["2.txt"]\njson = true\n')
    monkeypatch.chdir(tmp_path)
    assert main(["run", "--dry-run"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["documents"], told["cleaned"]) == (2, 2) and not (tmp_path / "clean").exists()
    assert main(["run", "--log", "run.log", "--quiet"]) == 0
    assert "cleaned=2" in (tmp_path / "run.log").read_text()


def test_limit_goes_on_where_it_was(raw, tmp_path):
    assert run(raw, out=tmp_path / "clean", limit=2).cleaned == 2
    second = run(raw, out=tmp_path / "clean", limit=2)
    assert (second.cleaned, second.unchanged) == (1, 2)


def test_what_was_rejected_can_be_tried_again(raw, tmp_path, monkeypatch):
    (raw / "0.txt").write_text("")
    run(raw, out=tmp_path / "clean")
    tried = []
    put = Folder.put
    monkeypatch.setattr(Folder, "put", lambda self, *told: tried.append(told[0].name) or put(self, *told))
    assert run(raw, out=tmp_path / "clean").rejections == 1 and not tried
    assert run(raw, out=tmp_path / "clean", retry_rejected=True).rejections == 1
    assert tried == ["0.txt"]


def test_what_changed_is_listed_and_what_is_gone_is_pruned(raw, tmp_path):
    clean = tmp_path / "clean"
    run(raw, out=clean)
    (raw / "0.txt").unlink()
    assert run(raw, out=clean).gone == 0
    (raw / "1.txt").write_text(STORY)
    summary = run(raw, out=clean, prune=True)
    assert summary.gone == 1 and (clean / "_gone" / "0.txt.json").is_file() and not (clean / "0.txt.json").exists()
    last = max((clean / "_changes").iterdir(), key=lambda file: file.stat().st_mtime_ns)
    assert [(row["path"], row["status"]) for row in lines(last)] == [("1.txt", "clean"), ("0.txt", "gone")]
    (raw / "0.txt").write_text(STORY)
    assert run(raw, out=clean).cleaned == 1, "what comes back is cleaned again"


def test_misspellings_can_be_left_as_they_are(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(STORY + "The goverment said that it would definately rain.\n")
    run(raw, out=tmp_path / "a")
    run(raw, out=tmp_path / "b", recipe=Recipe(stages=("encoding", "boilerplate", "dates", "names")))
    texts = [json.loads((tmp_path / out / "a.txt.json").read_text())["text"] for out in "ab"]
    assert "government" in texts[0] and "goverment" in texts[1]


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


# Workers


def _odd(item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if item == 5:
        raise MemoryError
    return item


@pytest.mark.parametrize("jobs", [1, 2])  # one worker is sure to hold other items when it dies
def test_a_document_that_kills_its_worker_costs_no_other(jobs):
    with Workers(_odd, jobs) as workers:
        found = list(workers.map(range(8)))
    assert [item for item in found if not isinstance(item, Fault)] == [0, 1, 2, 4, 6, 7]
    assert "killed by SIGKILL" in found[3].reason and "memory" in found[5].reason and not found[3].is_internal


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
def test_workers_end_with_their_parent(end):
    code = "import time\nfrom cleaner.run.workers import Workers\nlist(Workers(time.sleep, 2).map([60, 60]))"
    parent = subprocess.Popen([sys.executable, "-c", code])
    children: list[str] = []
    while len(children) < 2:
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
    parent.send_signal(end)
    parent.wait()
    until = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in children):
        assert time.monotonic() < until, "orphans"
        time.sleep(0.05)


def test_a_stream_gives_as_many_results_as_records():
    records = [
        Record("1", STORY, meta={"stars": 3}),
        Record("2", ""),
        Record("3", b"", error="cut short"),
        Record("4", STORY.encode(), published="soon", origin="a.jsonl:4"),
    ]
    found = list(Pipeline().stream(records))
    assert [(r.id, r.status) for r in found] == [("1", "clean"), ("2", "rejected"), ("3", "rejected"), ("4", "clean")]
    assert found[0].article.meta == found[0].meta == {"stars": 3}
    assert found[3].article.warnings == ("published.not-a-date: 'soon'",) and found[3].origin == "a.jsonl:4"


def test_a_stream_reads_no_further_than_it_must():
    taken = []
    stream = Pipeline().stream(Record(str(n), STORY) for n in range(10**9) if not taken.append(n))
    next(stream)
    assert taken == [0]
