"""What the README says is what happens: every console block is run and compared."""

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.M | re.S)


def commands(block: str) -> list[tuple[str, str]]:
    """Each ``$ command`` of a block with the output that is shown for it; ``...`` stands for anything."""
    parts = re.split(r"^\$ ", block, flags=re.M)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: b.splitlines()[0][:40])
def test_console_blocks(block, tmp_path):
    shutil.copytree(ROOT / "raw", tmp_path / "raw")
    launcher = tmp_path / "bin" / "cleaner"
    launcher.parent.mkdir()
    launcher.write_text(f'#!/bin/sh\nexec {sys.executable} -m cleaner "$@"\n')
    launcher.chmod(0o755)
    for command, shown in commands(block):
        if command.startswith(("make", "git", "pip", "cd")):
            continue  # what sets a machine up is what runs these tests
        done = subprocess.run(
            command,
            shell=True,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": f"{launcher.parent}:/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        )
        assert done.returncode == 0, done.stderr
        assert doctest.OutputChecker().check_output(shown, done.stdout, FLAGS), f"{command} prints\n{done.stdout}"


def test_every_link_inside_the_repository_leads_somewhere():
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / target).exists(), f"the README links to {target}"


def test_every_make_target_is_known():
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"`make (\w+)`", README):
        assert re.search(rf"^{target}:", makefile, re.M), f"make {target}"
