"""Fixtures that several test files share."""

import pytest
from hypothesis import settings
from jobs import STORY

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")  # the same examples in each run: a failure is a change's, not luck's


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(STORY.replace("Friday", f"Friday the {n + 1}th"))
    return folder
