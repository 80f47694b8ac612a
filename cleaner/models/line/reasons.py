"""The reasons for a verdict, in a few words that people can check against the page."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.models.line.context import CONTEXT
from cleaner.models.line.second_look import SECOND_LOOK
from cleaner.models.line.shape import SHAPE, Shape

_SHAPE = {name: n for n, name in enumerate(SHAPE)}
_CONTEXT = {name: n for n, name in enumerate((*CONTEXT, *SECOND_LOOK))}


def reason_of(i: int, lines: Sequence[str], found: Shape, row: Sequence[int]) -> str:
    """The clearest signs of boilerplate on line ``i``: its form, then its words, then its position.

    ``found`` are the features of the line itself, and ``row`` those of its context and of the second look.
    """
    return ", ".join([*_form(found.values), *_place(i, lines, row)][:4]) or "its place among its neighbours"


def _form(values: Sequence[int]) -> list[str]:
    said = []
    if values[_SHAPE["words"]] <= 8:
        said.append("short")
    if values[_SHAPE["allcaps"]]:
        said.append("all capitals")
    elif values[_SHAPE["caps"]] >= 70 and values[_SHAPE["words"]] >= 3:
        said.append("title case")
    if values[_SHAPE["ending"]] < 5 and not said:
        said.append("no full stop")
    if values[_SHAPE["dated"]]:
        said.append("a full date")
    return said


def _place(i: int, lines: Sequence[str], row: Sequence[int]) -> list[str]:
    said = []
    if row[_CONTEXT["score"]] > 150:
        said.append("words of boilerplate")
    if row[_CONTEXT["repeated"]] > 2:
        said.append(f"{row[_CONTEXT['repeated']]} times on the page")
    gap = row[_CONTEXT["heading_gap"]]
    if gap <= 8 and i >= gap:
        said.append(f"{'after' if gap == 1 else 'below'} '{lines[i - gap][:40]}'")
    elif row[_CONTEXT["loud_near"]] >= 2 or row[_CONTEXT["suspects3"]] >= 3:
        said.append("among boilerplate")
    if row[_CONTEXT["prose_after"]] == 0:
        said.append("behind the last paragraph")
    elif row[_CONTEXT["prose_before"]] == 0:
        said.append("before the first paragraph")
    return said
