"""Which time belongs to which date, and which label to both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cleaner.timestamps.grammar import Item, items

_GAP = re.compile(r"(?:[ ,.;:|/·•()\[\]@fwzhTua1q&-]|(?<=\()[xND](?=\)))*")
"""What may stand between the parts of one timestamp."""
_LONGEST_GAP = 12
_LONGEST_LABEL = 16
_AFTER = re.compile(r"[ :()-]*([PM])(?=[ ).|,]*$|[ ).]*[|,;·•/(]|[ ]?[4d])")


@dataclass(frozen=True, slots=True)
class Group:
    """A date (or "4 hours ago") with the time, the weekday and the label that belong to it, in token positions."""

    date: Item
    time: Item | None
    field: Literal["published", "modified"] | None
    weekday: int | None
    start: int
    end: int
    outer: tuple[int, int]
    borrowed: bool = False
    """Does the date stand in the group before: "3 May 2023, 10:27, updated at 12:40"?"""


def groups(kinds: str) -> Iterator[Group]:
    """Every dated group from left to right; times without a date say nothing and are left out.

    >>> [(g.date.sort, g.time and g.time.sort, g.field) for g in groups("M d:d p z, w m d, 4")]
    [('date.month_day', 'time.clock', 'modified')]
    """
    found = list(items(kinds))
    label = time = last = None
    used = -1
    for n, item in enumerate(found):
        if item.sort == "label":
            label, time = (label if label and _touch(kinds, label, item) else item), None
        elif item.sort.startswith("time"):
            time = item
        else:
            before = time if time and n - 1 > used and found[n - 1] is time and _touch(kinds, time, item) else None
            after = None if before else _following(kinds, found, n)
            if after:
                used = n + 1
            group = _group(kinds, item, before or after, label)
            if item.sort != "relative.day" or _stands(kinds, group):
                yield group
                last = group
            label = time = None
    if not (last and label and time and label.start >= last.end and time.start - label.end <= _LONGEST_LABEL):
        return
    if _touch(kinds, label, time) and "H" not in last.date.match.re.groupindex:
        yield _borrowed(kinds, last, label, time)


def _borrowed(kinds: str, last: Group, label: Item, time: Item) -> Group:
    field = _FIELDS[kinds[label.start]]
    return Group(last.date, time, field, last.weekday, time.start, time.end, (label.start, time.end), borrowed=True)


def _stands(kinds: str, group: Group) -> bool:
    """Is "today" a day here, and no newspaper? It has a label or a time with it, or the line for itself."""
    first, last = group.outer
    alone = not kinds[:first].strip() and not kinds[last:].strip()
    named = kinds[: group.start].rstrip().endswith("x")
    return not named and (alone or group.time is not None or group.field is not None)


def _following(kinds: str, found: list[Item], n: int) -> Item | None:
    if n + 1 < len(found) and found[n + 1].sort.startswith("time") and _touch(kinds, found[n], found[n + 1]):
        return found[n + 1]
    return None


def _touch(kinds: str, left: Item, right: Item) -> bool:
    gap = kinds[left.end : right.start]
    return len(gap) <= _LONGEST_GAP and _GAP.fullmatch(gap) is not None


def _group(kinds: str, item: Item, time: Item | None, label: Item | None) -> Group:
    start = min(item.start, time.start) if time else item.start
    end = max(item.end, time.end) if time else item.end
    if "H" in item.match.re.groupindex:
        time = item
    if label and start - label.end > _LONGEST_LABEL:
        label = None
    word = kinds[label.start] if label else None
    if word is None and (after := _AFTER.match(kinds, end)):
        word = after.group(1)
    outer = _reach(kinds, label.start if label else start, start, end)
    return Group(item, time, _FIELDS[word] if word else None, _weekday(kinds, item), start, end, outer)


_BEFORE = re.compile(r"[ fw,.;:|/·•(\[@-]*$")
_BEHIND = re.compile(r"(?:[ ,]*(?:[hu]\b|[(]z[)]))?[ :()-]*(?:[PM](?![a-zA-Z]))?[ ,.;:|/·•)\]-]*")


def _reach(kinds: str, label: int, start: int, end: int) -> tuple[int, int]:
    """How far the label, the weekday and the small words around a timestamp reach: none of it is rest."""
    inner = kinds[label:start]
    first = label if re.fullmatch(r"[ fwa1,.;:|/·•()PM-]*", inner) else start
    before = _BEFORE.search(kinds, max(0, first - _LONGEST_GAP), first)
    after = _BEHIND.match(kinds, end)
    return (before.start() if before else first), (after.end() if after else end)


_FIELDS: dict[str, Literal["published", "modified"]] = {"P": "published", "M": "modified"}


def _weekday(kinds: str, item: Item) -> int | None:
    """Where the weekday stands that belongs to a date: up to four tokens before it."""
    at = kinds.rfind("w", max(0, item.start - 4), item.start)
    return at if at >= 0 and _GAP.fullmatch(kinds[at + 1 : item.start]) else None
