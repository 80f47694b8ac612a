"""Byline and credit strings: who wrote it, who took the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cleaner.article import Author


@dataclass(frozen=True, slots=True)
class Byline:
    """The parties that a byline or a photo credit names."""

    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()


def parse_byline(text: str, *, kind: Literal["byline", "credit"] = "byline") -> Byline:
    """Split a byline or credit string into persons and agencies.

    >>> parse_byline("By Ann Lee").authors[0].name
    'Ann Lee'
    """
    name = text.strip().removeprefix("By ").strip()
    return Byline((Author(name=name, raw=text),) if name else ())
