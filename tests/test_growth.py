"""The work that hostile inputs cause grows as they do: calls are counted, so no slow machine fails a test.

``make bench PARTS=growth`` times the same inputs up to 10 MB.
"""

import sys
from pathlib import Path

import pytest

from cleaner import explain, trace

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from hostile import constructions

SIZE, TIMES, ROOM, LEAST = 1500, 4, 2, 4000
"""Four times the input may cause eight times the calls; a quadratic step causes sixteen. Fewer calls than 4,000 count
as 4,000."""


@pytest.mark.parametrize(("make", "work"), [pytest.param(make, work, id=name) for name, make, work in constructions()])
def test_work_grows_with_its_input(make, work):
    work(make(TIMES * SIZE))  # what is loaded and compiled on first use does not count
    small, large = (calls(work, make(size)) for size in (SIZE, TIMES * SIZE))
    assert large <= TIMES * ROOM * max(small, LEAST)


def calls(work, raw):
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work(raw)
    finally:
        sys.setprofile(None)
    return count


def test_explaining_a_document_reads_its_changes_once():
    few, many = (trace("Share this article\nThe poeple of Leeds met.\n" * n) for n in (50, 200))
    assert calls(explain, many) <= TIMES * ROOM * calls(explain, few)
