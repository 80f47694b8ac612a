"""Fixtures that several test files share."""

import pytest
from jobs import STORY


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(STORY.replace("Friday", f"Friday the {n + 1}th"))
    return folder
