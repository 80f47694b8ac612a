"""The table of policies is up to date: what undoes a policy must find the code that carries it."""

from pathlib import Path

from mutants import mutants

ROOT = Path(__file__).parents[1]


def test_every_policy_points_at_code_that_stands_once_and_tests_that_exist():
    rows = mutants()
    assert len(rows) >= 50
    stale = [m.policy for m in rows if (ROOT / m.file).read_text(encoding="utf-8").count(m.old) != 1]
    missing = [m.policy for m in rows if not all((ROOT / test.split("::")[0]).exists() for test in m.tests)]
    assert (stale, missing) == ([], [])
