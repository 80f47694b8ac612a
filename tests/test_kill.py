"""A few kills at random moments; ``make kill`` sends a thousand."""

from pathlib import Path

import pytest
from kill import campaign

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to find a run's workers")


def test_a_run_that_is_killed_ends_as_an_undisturbed_one():
    assert campaign(2, documents=12, longest=1.0, kinds=("jsonl",)) >= 1
