"""The languages in use: those of the package, and those that a caller adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from cleaner.core import tables
from cleaner.core.in_use import in_use
from cleaner.language.tables import Language, code_of, language_of, main_file


class Languages:
    """A collection of languages, by code. It compares by identity, so that it can be the key of caches."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self._by_code = {language.code: language for language in languages}

    def __iter__(self) -> Iterator[Language]:
        return iter(self._by_code.values())

    def get(self, code: str) -> Language | None:
        """The language with this code."""
        return self._by_code.get(code)

    def plus(self, *languages: Language) -> Languages:
        """These languages and some more; a language replaces one with the same code."""
        return Languages([*self, *languages])

    def __getitem__(self, code: str) -> Language:
        return self._by_code[code]


def places() -> list[Traversable]:
    """The folders and files of the package's languages, sorted by code."""
    return sorted((tables.DATA / "languages").iterdir(), key=code_of)


def sources() -> list[Traversable]:
    """The main file of each."""
    return [main_file(place) for place in places()]


def build(files: Sequence[Traversable]) -> list[Any]:
    """The main tables, in the order of the files."""
    return [tables.read(file) for file in files]


@cache
def shipped() -> Languages:
    """The languages of the package.

    >>> [language.code for language in shipped() if language.rules]
    ['de', 'es', 'fr', 'it', 'nl', 'pt']
    """
    found = tables.load("languages", sources(), build)
    return Languages(language_of(code_of(p), table, p) for p, table in zip(places(), found, strict=True))


active, using = in_use("languages", shipped)
"""The languages in use: the package's, or those given to :func:`using`.

>>> with using(shipped().plus(Language("tlh", "Klingon", frozenset({"je"})))):
...     active()["tlh"].name
'Klingon'
"""
