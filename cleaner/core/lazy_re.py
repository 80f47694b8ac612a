"""Regular expressions that are compiled when they are first used.

Python compiles a pattern for half a millisecond on average, and the modules of this package hold five hundred, of which
a text needs half and a run without changes none. So these modules write ``from cleaner.core import lazy_re as re``, and
all else stays as it is: here, too, ``re.compile`` gives a pattern. At the top of a module it gives one that waits. When
it is first used, the compiled pattern takes its place among the globals of that module, so that later uses cost no more
than they always did.
"""

from __future__ import annotations

import re as _re
import sys
from re import (
    DOTALL as DOTALL,
    IGNORECASE as IGNORECASE,
    VERBOSE as VERBOSE,
    A as A,
    I as I,
    M as M,
    Match as Match,
    Pattern as Pattern,
    S as S,
    X as X,
    error as error,
    escape as escape,
    findall as findall,
    fullmatch as fullmatch,
    match as match,
    search as search,
    split as split,
    sub as sub,
)
from typing import Any, AnyStr, cast


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """A pattern. It is compiled on first use if a module is being imported, and now if a function asks for it.

    >>> compile("rain|snow").findall("Rain, then snow")
    ['snow']
    """
    caller = sys._getframe(1)
    if caller.f_code.co_name != "<module>":
        return _re.compile(pattern, flags)
    return cast("Pattern[AnyStr]", _Waiting(pattern, flags, caller.f_globals))


class _Waiting:
    """A pattern that is not compiled yet, and the globals in which it stands."""

    def __init__(self, pattern: str | bytes, flags: int, home: dict[str, Any]) -> None:
        self._given = pattern, flags
        self._home = home

    def __getattr__(self, name: str) -> Any:
        compiled: Pattern[Any] = _re.compile(*self._given)
        for key, value in list(self._home.items()):
            if value is self:
                self._home[key] = compiled
        for method in _METHODS:  # for those who hold this object still: in a tuple, or imported by another module
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")
