"""Shallow decision trees over whole numbers, as data.

A tree is ``(feature, threshold, low, high)`` where ``low`` serves values up to the threshold; a leaf is an ``int``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Tree = Any


def freeze(node: Any) -> Tree:
    """Turn nested lists, as JSON has them, into nested tuples."""
    if isinstance(node, int):
        return node
    feature, threshold, low, high = node
    return feature, threshold, freeze(low), freeze(high)


def total(trees: Sequence[Tree], values: Sequence[int]) -> int:
    """The sum of the leaves that ``values`` reach.

    >>> total([(0, 5, -10, (1, 0, 20, 30))], [6, 1])
    30
    """
    result = 0
    for node in trees:
        while node.__class__ is tuple:
            feature, threshold, low, high = node
            node = low if values[feature] <= threshold else high
        result += node
    return result
