"""Why a line was judged as it was, in a few words that a person can check against the page."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.linemodel.context import CONTEXT
from cleaner.linemodel.shape import Shape

_AT = {name: n for n, name in enumerate(CONTEXT)}


def reason_of(found: Shape, row: Sequence[int]) -> str:
    """The plainest marks of furniture on a line, strongest first."""
    values = found.values
    said = []
    if values[0] <= 8:
        said.append("short")
    if values[4] >= 70 and values[0] >= 3:
        said.append("title case")
    if values[8] < 5:
        said.append("no full stop")
    if row[_AT["score"]] > 150:
        said.append("words of furniture")
    if row[_AT["repeated"]] > 2:
        said.append(f"{row[_AT['repeated']]} times on the page")
    if row[_AT["prose_after"]] == 0:
        said.append("after the last paragraph")
    elif row[_AT["prose_before"]] == 0:
        said.append("before the first paragraph")
    return ", ".join(said[:4]) or "its place among its neighbours"
