"""Which time belongs to which date, and which label to both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cleaner.core import lazy_re as re
from cleaner.timestamps.grammar import Item, items

Field = Literal["published", "modified", "other"]
"""What a label says about a date; ``other`` is an irrelevant day: received, accepted, accessed."""

_GAP = re.compile(r"(?:[ ,.;:|/·•()\[\]@fwzhTua1q&-]|(?<=\()[xND](?=\)))*")
"""What may come between the parts of a timestamp."""
_LONGEST_GAP = 12
_LONGEST_LABEL = 16
_AFTER = re.compile(r"[ :()-]*([PM])(?=[ ).|,]*$|[ ).]*[|,;·•/(])")


@dataclass(frozen=True, slots=True)
class Group:
    """A date (or "4 hours ago") with its time, weekday and label, as token positions."""

    date: Item
    time: Item | None
    field: Field | None
    weekday: int | None
    start: int
    end: int
    outer: tuple[int, int]
    borrowed: bool = False
    """Is the date taken from the group before: "3 May 2023, 10:27, updated at 12:40"?"""


def groups(kinds: str) -> Iterator[Group]:
    """All groups with a date, from left to right; times without a date are left out.

    >>> [(g.date.sort, g.time and g.time.sort, g.field) for g in groups("M d:d p z, w m d, 4")]
    [('date.month_day', 'time.clock', 'modified')]
    """
    found = list(items(kinds))
    last, used = None, -1
    for n, item in enumerate(found):
        if item.sort == "label" or item.sort.startswith("time"):
            continue
        label, time = _before(kinds, found, n, used)
        used = n + 1 if time is None and (time := _following(kinds, found, n)) else n
        group = _group(kinds, item, time, label)
        if item.sort != "relative.day" or _stands(kinds, group):
            yield group
            last = group
    if last and (borrowed := _borrowed(kinds, last, found[used + 1 :])):
        yield borrowed


def _before(kinds: str, found: list[Item], n: int, used: int) -> tuple[Item | None, Item | None]:
    """The label and the time before an item that do not belong to an earlier date."""
    at = n - 1
    time = found[at] if at > used and found[at].sort.startswith("time") and _touch(kinds, found[at], found[n]) else None
    while at > used and found[at].sort.startswith("time"):
        at -= 1
    label = found[at] if at > used and found[at].sort == "label" else None
    while label and at - 1 > used and found[at - 1].sort == "label" and _touch(kinds, found[at - 1], label):
        at -= 1
        label = found[at]
    return label, time


def _borrowed(kinds: str, last: Group, rest: list[Item]) -> Group | None:
    """A labelled time after the last date, from which it takes its date: "3 May 2023, 10:27, updated at 12:40"."""
    if len(rest) < 2 or rest[-2].sort != "label" or not rest[-1].sort.startswith("time"):
        return None
    label, time = rest[-2:]
    apart = label.start < last.end or time.start - label.end > _LONGEST_LABEL or not _touch(kinds, label, time)
    if apart or "H" in last.date.match.re.groupindex:
        return None
    reach = (label.start, time.end)
    return Group(last.date, time, _FIELDS[kinds[label.start]], last.weekday, time.start, time.end, reach, borrowed=True)


def _stands(kinds: str, group: Group) -> bool:
    """Is "today" a day here, and not a newspaper? It must have a label or a time, or be alone on its line."""
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
_BEHIND = re.compile(r"(?:[ ,]*(?:[hu]\b|[(]z[)]))?[ :()-]*(?:[PMO](?![a-zA-Z]))?[ ,.;:|/·•)\]-]*")


def _reach(kinds: str, label: int, start: int, end: int) -> tuple[int, int]:
    """The extent of a timestamp with the label, the weekday and the small words around it."""
    inner = kinds[label:start]
    first = label if re.fullmatch(r"[ fwa1,.;:|/·•()PMO-]*", inner) else start
    before = _BEFORE.search(kinds, max(0, first - _LONGEST_GAP), first)
    after = _BEHIND.match(kinds, end)
    return (before.start() if before else first), (after.end() if after else end)


_FIELDS: dict[str, Field] = {"P": "published", "M": "modified", "O": "other"}


def _weekday(kinds: str, item: Item) -> int | None:
    """The position of the weekday of a date, up to four tokens before it."""
    at = kinds.rfind("w", max(0, item.start - 4), item.start)
    return at if at >= 0 and _GAP.fullmatch(kinds[at + 1 : item.start]) else None
