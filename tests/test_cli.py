"""The command line: exit codes, help, and errors that name the file and the way out."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.cli import main, parser

STORY = "Rain again in Leeds\n\nIt rained in Leeds on Friday, the weather office said.\n"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def story(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    return file


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command and its parser."""
    return {name: sub for a in parser()._actions if isinstance(a.choices, dict) for name, sub in a.choices.items()}


def test_every_command_is_documented():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {
        "run",
        "clean",
        "explain",
        "report",
        "export",
        "check",
        "compare",
        "dedup",
        "schema",
        "learn",
        "rules",
        "init",
        "completion",
    } == set(commands())
    for name in commands():
        assert f"cleaner {name}" in readme, f"`cleaner {name}` is not in the README"


def test_every_option_has_help():
    for name, command in commands().items():
        for option in command._actions:
            assert option.help, f"{option.dest} of {name} has no help"


def test_clean_prints_an_article(story, capsys):
    assert main(["clean", str(story), "--published", "2023-09-08"]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["headline"] == "Rain again in Leeds"
    assert main(["clean", str(story), "--no-changes"]) == 0
    assert "changes" not in json.loads(capsys.readouterr().out)


def test_explain_shows_every_change(story, capsys):
    story.write_text(STORY + "\nBy signing up, you agree to our terms of use and privacy policy.\n")
    assert main(["explain", str(story)]) == 0
    out = capsys.readouterr().out
    assert "- By signing up" in out
    assert "^ newsletter." in out


def test_schema_is_the_one_in_the_package(capsys):
    assert main(["schema"]) == 0
    kept = ROOT / "cleaner" / "data" / "article.schema.json"
    assert capsys.readouterr().out == kept.read_text(encoding="utf-8"), "run `make schema`"


def test_learn_prints_a_profile_that_clean_takes(tmp_path, story, capsys):
    other = tmp_path / "other.txt"
    other.write_text("Sun\n\nThe sun shone on Hull.\n")
    assert main(["learn", str(story), str(other)]) == 0
    profile = tmp_path / "site.json"
    profile.write_text(capsys.readouterr().out)
    assert main(["clean", str(story), "--site", str(profile)]) == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["clean", "nowhere.txt"], 66, "nowhere.txt: No such file"),
        (["clean", "{story}", "--published", "soon"], 64, "ISO 8601"),
        (["clean", "{story}", "--stages", "encoding,magic"], 64, "no stage magic"),
        (["clean", "{story}", "--site", "{story}"], 78, "cleaner learn"),
        (["clean", "{empty}"], 65, "empty"),
        (["check", "nowhere"], 66, "not a folder"),
        (["run", "nowhere", "{clean}"], 66, "No such file"),
        (["run", "{folder}", "{folder}"], 78, "beside each other"),
    ],
)
def test_errors_name_the_way_out(arguments, code, message, story, tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("")
    places = {"story": story, "empty": tmp_path / "empty.txt", "clean": tmp_path / "clean", "folder": tmp_path}
    assert main([a.format(**places) for a in arguments]) == code
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err


def test_wrong_usage_is_64(capsys):
    for arguments in (
        ["fly"],
        ["run"],
        ["run", "a", "b", "--jobs", "many"],
        ["clean", "x", "--media-type", "image/png"],
    ):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        assert stop.value.code == 64
    assert main([]) == 64


def test_run_reports_and_counts_rejections(tmp_path, capsys):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(STORY)
    (raw / "b.txt").write_text("")
    assert main(["run", str(raw), str(tmp_path / "clean")]) == 0
    out = capsys.readouterr().out
    assert "1 cleaned" in out
    assert "b.txt: empty" in out
    assert main(["run", str(raw), str(tmp_path / "clean"), "--max-rejected", "0"]) == 65
    assert main(["run", str(raw), str(tmp_path / "clean"), "--max-rejected", "1"]) == 0
    assert main(["check", str(tmp_path / "clean")]) == 0
    (tmp_path / "clean" / "a.txt.json").write_text('{"headline": 3}')
    assert main(["check", str(tmp_path / "clean")]) == 65
    assert "a.txt.json" in capsys.readouterr().err


def cpu(*arguments: str) -> float:
    """CPU seconds of a fresh process, the best of five."""
    best = 99.0
    for _ in range(5):
        before = os.times()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = os.times()
        best = min(best, after.children_user + after.children_system - before.children_user - before.children_system)
    return best


def test_starting_costs_little():
    """Beside an empty interpreter in the same run: help within 150 ms of CPU, the import within 60 ms."""
    bare = cpu("-c", "pass")
    assert cpu("-m", "cleaner", "--help") < max(0.15, 4 * bare)
    assert cpu("-c", "import cleaner") < max(0.06, 2 * bare)


def test_a_pipe_that_closes_early_is_no_error(story):
    command = f"{sys.executable} -m cleaner clean {story} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout == "{\n"
    assert done.stderr == ""


OWN = """
[lamp]
match = 'light for leeds'
cuts = ['Light for Leeds!']
keeps = ['Light for Leeds failed.']
source = 'own'
"""


def test_rules_lists_explains_and_tries_rows(capsys):
    assert main(["rules"]) == 0
    assert "newsletter.consent" in capsys.readouterr().out
    assert main(["rules", "newsletter"]) == 0
    assert "  match  " in capsys.readouterr().out
    assert main(["rules", "--try", "By signing up, you agree to our terms of use."]) == 0
    assert capsys.readouterr().out.startswith("newsletter.")
    assert main(["rules", "--try", "It rained in Leeds."]) == 0
    assert "no row cuts this line" in capsys.readouterr().out
    assert main(["rules", "newsletter.no-such"]) == 66


def test_own_rules_are_proved_and_refused_with_file_and_row(tmp_path, capsys):
    file = tmp_path / "slogan.toml"
    file.write_text(OWN)
    assert main(["rules", "--rules", str(tmp_path)]) == 0
    assert "slogan.lamp" in capsys.readouterr().out
    assert main(["rules", "--rules", str(tmp_path), "--try", "Light for Leeds!"]) == 0
    file.write_text(OWN.replace("'light for leeds'", "'light.*'"))
    assert main(["rules", "--rules", str(tmp_path)]) == 78
    assert "slogan.lamp cuts 'Light for Leeds failed.', which slogan.lamp keeps" in capsys.readouterr().err
