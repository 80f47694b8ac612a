"""The place of an element in a page, named by the elements from the outside in: ``"div.story-body#main"``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PATH_LENGTH = 24
WORD_LENGTH = 120


class _Place:
    """A path of elements, and those that lead on from it: paths that are equal are one object."""

    __slots__ = ("inner", "path")

    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path
        self.inner: dict[str, _Place] = {}

    def lead(self, element: str) -> _Place:
        found = self.inner.get(element)
        if found is None:
            found = self.inner[element] = _Place((*self.path[-PATH_LENGTH + 1 :], element))
        return found


class Frame:
    """An open element: its ``block``-level element, and whether it stands in a link."""

    __slots__ = ("attrs", "block", "in_link", "name", "place", "up")

    def __init__(self, name: str, attrs: Mapping[str, Any], up: Frame | None, in_link: bool = False) -> None:
        self.name = name
        self.attrs = attrs
        self.up = up
        self.in_link = in_link
        self.block = self
        self.place: _Place | None = None

    def path(self) -> tuple[str, ...]:
        """The elements from the outside in, as words; they are put together when they are first asked for."""
        wanted: list[Frame] = []
        frame: Frame | None = self
        while frame is not None and frame.place is None:
            wanted.append(frame)
            frame = frame.up
        place = frame.place if frame is not None else None
        for inner in reversed(wanted):
            place = inner.place = place.lead(word(inner.name, inner.attrs)) if place else _Place(())
        return place.path if place else ()


def word(name: str, attrs: Mapping[str, Any]) -> str:
    """An element in one word.

    >>> word("div", {"class": ["story", "lead"], "id": "x", "style": "display: none"})
    'div.story.lead#x[hidden]'
    """
    if _TELLING.isdisjoint(attrs):
        return name
    found, hidden = name, ""
    for key, value in attrs.items():
        if sign := _SIGNS.get(key):
            found += sign + (sign.join(value) if isinstance(value, list) else "-".join(value.split()))
        elif key in _HIDING and is_hidden(attrs):
            hidden = "[hidden]"
    return found[:WORD_LENGTH] + hidden


_SIGNS = {"class": ".", "id": "#", "role": "@", "itemprop": "%", "data-testid": "~", "data-component": "~"}
_HIDING = frozenset(["hidden", "aria-hidden", "style"])
_TELLING = _HIDING | _SIGNS.keys()


def is_hidden(attrs: Mapping[str, object]) -> bool:
    """Do the attributes keep the element from being shown at first?"""
    if "hidden" in attrs or attrs.get("aria-hidden") == "true":
        return True
    style = attrs.get("style")
    return isinstance(style, str) and "display:none" in style.replace(" ", "").lower()
