"""How words are misprinted: the one-step neighbours of a word, the kind of each step, and its likelihood.

Misprints are not random. People swap letters, hit an adjacent key, strike a key twice or not at all, and confuse
vowels; first letters are seldom wrong. So a step has a *kind*, which the edit log names, and a *weight*: decimal
log-odds relative to a random step.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase
from typing import NamedTuple

LONGEST = 24
"""Longer words have no neighbours, since the work grows with the square of the length."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACE = {c: (x + (0, 0.25, 0.75)[y], y) for y, row in enumerate(_ROWS) for x, c in enumerate(row)}
_VOWELS = frozenset("aeiouy")


class Step(NamedTuple):
    """A step from the intended word to the printed one."""

    kind: str
    weight: float


def step(wrong: str, right: str) -> Step | None:
    """The kind and weight of the step between two lower-case words; ``None`` if there is none, or more than one.

    >>> step("teh", "the"), step("goverment", "government"), step("comittee", "committee")
    (Step(kind='transposed', weight=1.2), Step(kind='omitted', weight=1.0), Step(kind='undoubled', weight=1.2))
    >>> step("seperate", "separate"), step("cat", "dog")
    (Step(kind='vowel', weight=0.6), None)
    """
    if len(wrong) == len(right):
        return _same_length(wrong, right)
    return _added(wrong, right) if len(wrong) == len(right) + 1 else _omitted(wrong, right)


def _same_length(wrong: str, right: str) -> Step | None:
    at = [i for i, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
    if len(at) == 2 and at[1] == at[0] + 1 and wrong[at[0]] + wrong[at[1]] == right[at[1]] + right[at[0]]:
        return Step("transposed", 1.2 if at[0] else 0.8)
    if len(at) != 1:
        return None
    i = at[0]
    first = 0.0 if i else 2.0
    if touch(wrong[i], right[i]):
        return Step("neighbour key", 0.8 - first)
    if wrong[i] in _VOWELS and right[i] in _VOWELS:
        return Step("vowel", 0.6 - first)
    return Step("substituted", -0.6 - first)


def _added(wrong: str, right: str) -> Step | None:
    i = _only_extra(wrong, right)
    if i is None:
        return None
    letter = wrong[i]
    if letter in (wrong[i - 1 : i], wrong[i + 1 : i + 2]):
        return Step("doubled", 1.2)
    edge = 1.0 if i == 0 else 0.5 if i == len(right) else 0.0
    if touch(letter, wrong[i - 1 : i]) or touch(letter, wrong[i + 1 : i + 2]):
        return Step("neighbour key", 0.9 - edge)
    return Step("inserted", -0.8 - edge)


def _omitted(wrong: str, right: str) -> Step | None:
    i = _only_extra(right, wrong)
    if i is None:
        return None
    if right[i] in (right[i - 1 : i], right[i + 1 : i + 2]):
        return Step("undoubled", 1.2)
    return Step("omitted", 1.0 - (1.0 if i == 0 else 0.6 if i == len(wrong) else 0.0))


def _only_extra(long: str, short: str) -> int | None:
    """The position at which ``long`` has one more letter than ``short``; None if they differ otherwise."""
    if len(long) != len(short) + 1:
        return None
    i = next((i for i in range(len(short)) if long[i] != short[i]), len(short))
    return i if long[i + 1 :] == short[i:] else None


def touch(a: str, b: str) -> bool:
    """Do two keys lie beside each other on a QWERTY keyboard?

    >>> touch("o", "p"), touch("q", "p"), touch("a", "")
    (True, False, False)
    """
    if a not in _PLACE or b not in _PLACE or a == b:
        return False
    (ax, ay), (bx, by) = _PLACE[a], _PLACE[b]
    return abs(ax - bx) <= 1.1 and abs(ay - by) <= 1


def neighbours(word: str, index: Mapping[str, object]) -> list[str]:
    """All words of ``index`` within one insertion, omission, substitution or transposition; sorted.

    >>> neighbours("teh", {"the": 1, "tech": 1, "cat": 1})
    ['tech', 'the']
    """
    if len(word) > LONGEST:
        return []
    return sorted(set(filter(index.__contains__, _around(word))) - {word})


def _around(word: str) -> list[str]:
    cuts = [(word[:i], word[i:], word[i + 1 :]) for i in range(len(word) + 1)]
    return [
        *[head + rest for head, _, rest in cuts[:-1]],
        *[head + tail[1] + tail[0] + tail[2:] for head, tail, _ in cuts[:-2]],
        *[head + c + tail for head, tail, _ in cuts for c in ascii_lowercase],
        *[head + c + rest for head, _, rest in cuts[:-1] for c in ascii_lowercase],
    ]
