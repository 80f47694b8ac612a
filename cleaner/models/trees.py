"""Shallow decision trees over whole numbers, as data.

A tree is ``(feature, threshold, low, high)`` where ``low`` serves values up to the threshold; a leaf is an ``int``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Tree = Any


def freeze(node: Any) -> Tree:
    """Turn nested lists, as JSON has them, into nested tuples."""
    if isinstance(node, int):
        return node
    feature, threshold, low, high = node
    return feature, threshold, freeze(low), freeze(high)


def summed(trees: Sequence[Tree]) -> Callable[[Sequence[int]], int]:
    """A function that sums the leaves that a row of features reaches.

    It walks the trees for the first ``_FEW`` rows, which is all that a few articles ask for. Then it compiles them to
    one expression, which takes a sixth of the time, but takes as long to compile as to walk them for five hundred rows.

    >>> forest = summed([(0, 5, -10, (1, 0, 20, 30)), 4])
    >>> {forest([6, 1]) for _ in range(2 * _FEW)}
    {34}
    """
    rows = 0
    compiled: Callable[..., int] | None = None

    def total(row: Sequence[int]) -> int:
        nonlocal rows, compiled
        if compiled is not None:
            return compiled(*row)
        rows += 1
        if rows == _FEW:
            compiled = _compiled(trees)
        return sum(_leaf(tree, row) for tree in trees)

    return total


_FEW = 40


def _leaf(node: Tree, row: Sequence[int]) -> int:
    while not isinstance(node, int):
        feature, threshold, low, high = node
        node = low if row[feature] <= threshold else high
    return node


def _compiled(trees: Sequence[Tree]) -> Callable[..., int]:
    """A function of the features themselves: a look into a list would cost more than the comparison behind it."""
    names = "".join([f"f{feature}, " for feature in range(1 + max(map(_last, trees), default=-1))])
    source = f"lambda {names}*_: sum(({''.join(_spelt(tree) + ',' for tree in trees)}))"
    found: Callable[..., int] = eval(source, {"__builtins__": {}, "sum": sum})
    return found


def _last(node: Tree) -> int:
    """The last feature that a tree asks for; -1 if it asks for none."""
    return -1 if isinstance(node, int) else max(node[0], _last(node[2]), _last(node[3]))


def _spelt(node: Tree) -> str:
    if isinstance(node, int):
        return f"({node:d})"
    feature, threshold, low, high = node
    return f"({_spelt(low)} if f{feature:d} <= {threshold:d} else {_spelt(high)})"
