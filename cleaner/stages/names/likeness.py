"""Comparing names: short forms, initials, misprints."""

from __future__ import annotations

from cleaner.parties.name_codes import GIVEN
from cleaner.parties.name_lists import codes, nicknames


def same_given(a: str, b: str) -> bool:
    """Whether two given names may be one: equal, one the initial, the beginning or the short form of the other.

    >>> same_given("joe", "joseph"), same_given("j", "joe"), same_given("rob", "robert"), same_given("joe", "john")
    (True, True, True, False)
    """
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short == long or (len(short) != 2 and long.startswith(short)):
        return True
    return b in nicknames().get(a, ())


def misspelt(a: str, b: str) -> bool:
    """Whether one given name is the other with a letter wrong inside: *Hendrik*, *Hendrick*.

    Names that differ in their first or last letter (*Donald*, *Ronald*; *Mario*, *Maria*), or that are both common
    (*Marco*, *Mario*), are two.
    """
    known = codes()
    common = known.get(a, 0) & known.get(b, 0) & GIVEN == GIVEN
    return a[:1] == b[:1] and a[-1:] == b[-1:] and not common and near(a, b)


def near(a: str, b: str) -> bool:
    """Whether two words of five letters or more differ by one letter, or by two that changed places.

    >>> near("kardahsian", "kardashian"), near("blinken", "blinkin"), near("lee", "lea")
    (True, True, False)
    """
    if a == b or min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return a == b
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
        return swapped or a[at + 1 :] == b[at + 1 :]
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return long[at + 1 :] == short[at:]
