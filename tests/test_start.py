"""The first minutes: the starter folder runs as it is written, and the shell completes."""

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner
from cleaner.cli import main
from cleaner.core import lazy_re

ROOT = Path(__file__).parents[1]


def make(target: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = ["make", "-s", target, f"CLEANER={sys.executable} -m cleaner"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_starter_folder_runs(tmp_path, capsys):
    assert main(["init", str(tmp_path / "job")]) == 0
    assert "make report" in capsys.readouterr().out
    assert "1 rows of your own hold" in make("rules", tmp_path / "job")
    make("report", tmp_path / "job")
    article = (tmp_path / "job" / "clean" / "ferry-cat.txt.json").read_text(encoding="utf-8")
    assert '"Ferry cat retires with full honours"' in article
    assert '"newsletter.harbour-digest"' in article, "the row in rules/ did not fire"
    assert (tmp_path / "job" / "report" / "index.html").exists()


def test_init_leaves_what_is_there(tmp_path, capsys):
    (tmp_path / "Makefile").write_text("mine")
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "Makefile").read_text() == "mine"
    assert "1 files were there already" in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_completion_knows_every_command(shell, capsys):
    pytest.importorskip("shtab")
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in ("export", "report", "--published", "ninjs"):
        assert word in script


def test_completion_without_shtab_names_the_way(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 69
    assert "pip install" in capsys.readouterr().err


COUNT = """
import importlib
compiler, compiled = importlib.import_module("re._compiler"), []
real = compiler.compile
compiler.compile = lambda *given: compiled.append(given) or real(*given)
import cleaner
cleaner.clean
print(len(compiled))
"""


def test_importing_compiles_few_patterns():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True, env=environment)
    assert int(done.stdout) < 130, "patterns at the top of a module are lazy_re's, compiled when they are first used"


def test_every_waiting_pattern_compiles_and_takes_its_place():
    for info in pkgutil.walk_packages(cleaner.__path__, "cleaner."):
        if ".data" in info.name or info.name == "cleaner.__main__":
            continue
        module = importlib.import_module(info.name)
        for name, value in list(vars(module).items()):
            if isinstance(value, lazy_re._Waiting):
                assert value.pattern == value._given[0]
                assert isinstance(vars(module)[name], re.Pattern) or value._home is not vars(module)
