"""What a run tells people, and the options that schedulers use."""

import json
import os
import subprocess
import sys

import pytest
from jobs import STORY, lines, run

from cleaner import Recipe
from cleaner.cli import main
from cleaner.run.console import shown, shown_in_line
from cleaner.run.sinks.folder import Folder

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
