"""Do the tests guard the policies? Change one policy at a time and see a test fail: ``make mutants``.

``tests/data/mutants.toml`` lists policies, each with a piece of code that carries it, what to put in its place, and
the tests that must notice. A mutant that no test kills is a policy that anybody could undo unnoticed; a piece of code
that is no longer there is a row to bring up to date. Exit code 1 in both cases.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "data" / "mutants.toml"
COPIED = ("cleaner", "tests", "raw", "README.md", "pyproject.toml", "CHANGELOG.md")


class Mutant(NamedTuple):
    """One policy undone: ``old`` stands once in ``file``, ``new`` takes its place, and one of ``tests`` must fail."""

    policy: str
    file: str
    old: str
    new: str
    tests: list[str]


def mutants() -> list[Mutant]:
    """The table's rows, in order."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [Mutant(policy, **row) for policy, row in rows.items()]


def verdict(mutant: Mutant, tree: Path) -> str:
    """``killed``, ``SURVIVED``, ``STALE`` or ``BROKEN``; ``tree`` is a copy of the project, left as it was."""
    file = tree / mutant.file
    source = file.read_text(encoding="utf-8") if file.exists() else ""
    if source.count(mutant.old) != 1:
        return f"STALE: its code stands {source.count(mutant.old)} times in {mutant.file}"
    file.write_text(source.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        return {0: "SURVIVED", 1: "killed", 2: "killed"}.get(tested(mutant.tests, tree), "BROKEN: pytest cannot start")
    finally:
        file.write_text(source, encoding="utf-8")


def tested(tests: list[str], tree: Path) -> int:
    """Pytest's exit code for tests in this copy of the project: 1 where one fails, 2 where one is not collected."""
    env = os.environ | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, cwd=tree, env=env, capture_output=True, check=False).returncode


def copied(folder: Path) -> Path:
    """A copy of what the tests need, to be changed at will."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def main() -> int:
    """Try every mutant, or those whose policy holds a given word."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("word", nargs="?", default="", help="only policies that hold this word")
    args.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = args.parse_args()
    rows = [mutant for mutant in mutants() if given.word in mutant.policy]
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(given.jobs) as pool:
        trees = [copied(Path(scratch, str(n))) for n in range(given.jobs)]
        shares = [rows[n :: given.jobs] for n in range(given.jobs)]
        outcomes = pool.map(
            lambda share: [(m, verdict(m, share[0])) for m in share[1]], zip(trees, shares, strict=True)
        )
        bad = 0
        for mutant, found in (pair for share in outcomes for pair in share):
            bad += found != "killed"
            print(f"{found:10} {mutant.policy}", flush=True)
    print(f"{len(rows) - bad} of {len(rows)} policies are guarded, in {time.monotonic() - started:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
