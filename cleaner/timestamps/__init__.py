"""Timestamps of publication and modification, in bylines, timestamp lines and metadata.

A timestamp is as precise as its writer wanted: a date, a date with a time, a time with a zone. A date parser that
always returns a full datetime invents what is missing: a midnight, the zone of the machine, the American order of day
and month. Here a date stays a date, a time without a known zone stays local, and 08/09/2023 stays ambiguous.

>>> stamp = parse_timestamp("Updated 3:41 p.m. ET, Fri September 8, 2023")
>>> stamp.value.isoformat(), stamp.field
('2023-09-08T15:41:00-04:00', 'modified')
>>> parse_timestamp("Sept. 8, 2023 / CBS News").value
datetime.date(2023, 9, 8)
>>> parse_timestamp("08/09/2023").readings
(datetime.date(2023, 9, 8), datetime.date(2023, 8, 9))
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from cleaner.timestamps.groups import Group, groups
from cleaner.timestamps.lexicon import words
from cleaner.timestamps.lines import is_timestamp, without_reading_time
from cleaner.timestamps.machine import parse_machine
from cleaner.timestamps.moments import Line, at, back, clock, days, partial
from cleaner.timestamps.order import Order, order_of
from cleaner.timestamps.tokens import Token, tokenize
from cleaner.timestamps.urls import url_date

__all__ = [
    "Timestamp",
    "is_timestamp",
    "order_of",
    "parse_timestamp",
    "parse_timestamps",
    "url_date",
    "without_reading_time",
]


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A moment read from a text.

    ``value`` is a date, or a datetime with or without a zone; None if the text leaves it open. Then ``readings`` holds
    the possible meanings (two orders of day and month), or ``partial`` what is known, in EDTF (``"XXXX-09-08"``).
    ``field`` is what its label says; ``zone`` is a zone with an unknown offset. ``raw`` is the text of the timestamp,
    ``before`` and ``after`` the text around it and its labels.
    """

    value: date | datetime | None
    field: Literal["published", "modified"] | None = None
    readings: tuple[date | datetime, ...] = ()
    partial: str | None = None
    zone: str | None = None
    raw: str = ""
    before: str = ""
    after: str = ""

    @property
    def rest(self) -> str:
        """The text without the timestamp.

        >>> parse_timestamp("Ann Lee, published 8 Sep 2023 / CBS News").rest
        'Ann Lee CBS News'
        """
        return f"{self.before} {self.after}".strip()


def parse_timestamp(
    text: str,
    *,
    country: str | None = None,
    locale: str | None = None,
    fetched: datetime | None = None,
    order: Order | None = None,
) -> Timestamp | None:
    """The timestamp of publication in ``text``, else the first timestamp; None without a date.

    ``country`` (ISO 3166) is that of the publisher: it decides BST, IST and CST and, like ``locale`` (BCP 47) or a
    known ``order``, the order of day and month. ``fetched`` is when the page was fetched: without it, "4 hours ago" has
    no value. Only the first few hundred characters are read.

    >>> parse_timestamp("8 September 2023 15:41 BST", country="GB").value.isoformat()
    '2023-09-08T15:41:00+01:00'
    >>> parse_timestamp("By Ann Lee, 17:05 am Freitag") is None
    True
    """
    found = list(parse_timestamps(text, country=country, locale=locale, fetched=fetched, order=order))
    known = [stamp for stamp in found if stamp.value] or found
    return min(known, key=lambda stamp: _PREFERRED.index(stamp.field), default=None)


_PREFERRED = ("published", None, "modified")


def parse_timestamps(
    text: str,
    *,
    country: str | None = None,
    locale: str | None = None,
    fetched: datetime | None = None,
    order: Order | None = None,
) -> Iterator[Timestamp]:
    """All timestamps in ``text``, from left to right, without the days on which a paper was received or accepted.

    >>> [(s.field, str(s.value)) for s in parse_timestamps("Published: 8 Sep 2023 | Updated: 10 Sep 2023 09:05")]
    [('published', '2023-09-08'), ('modified', '2023-09-10 09:05:00')]
    """
    if moment := parse_machine(text):
        yield Timestamp(moment, raw=text.strip())
        return
    kinds, tokens = tokenize(text)
    line = Line(text, tokens)
    order = order or order_of(country, locale) or _order_of_words(tokens)
    before: Timestamp | None = None
    for group in groups(kinds):
        if group.field == "other":
            continue
        stamp = _stamp(group, line, country, fetched, order)
        if stamp and not (group.borrowed and not _later(stamp, before)):
            yield stamp
            before = stamp


def _later(stamp: Timestamp, before: Timestamp | None) -> bool:
    """May a time take its date from the timestamp before it? Not if it would be earlier."""
    a, b = before and before.value, stamp.value
    if not a or not isinstance(b, datetime):
        return False
    return not isinstance(a, datetime) or a.replace(tzinfo=None) <= b.replace(tzinfo=None)


def _order_of_words(tokens: Sequence[Token]) -> Order | None:
    """A Portuguese or German label says that the day comes first."""
    return "dmy" if any(token.word in words().foreign for token in tokens) else None


def _stamp(
    group: Group, line: Line, country: str | None, fetched: datetime | None, order: Order | None
) -> Timestamp | None:
    start, end = line.tokens[group.start].start, line.tokens[group.end - 1].end
    time = clock(group.time, line) if group.time else None
    found, part = _days(group, line, fetched, order)
    if not found and part is None:
        return None
    placed = [at(day, None if isinstance(day, datetime) else time, country) for day in found]
    moments = tuple(moment for moment, _ in placed)
    return Timestamp(
        value=moments[0] if len(moments) == 1 else None,
        field=group.field if group.field != "other" else None,
        readings=moments if len(moments) > 1 else (),
        partial=part,
        zone=time.zone if time and any(unknown for _, unknown in placed) else None,
        raw=line.text[start:end].strip(),
        before=line.text[: line.tokens[group.outer[0]].start].strip(),
        after=line.text[_end(line, group) :].strip(),
    )


def _end(line: Line, group: Group) -> int:
    """The end of a timestamp with its labels, in characters."""
    last = group.outer[1]
    return line.tokens[last].start if last < len(line.tokens) else line.tokens[-1].end


def _days(
    group: Group, line: Line, fetched: datetime | None, order: Order | None
) -> tuple[tuple[date, ...], str | None]:
    """The days that a group may mean, or else what is known of its date."""
    item = group.date
    if item.sort.startswith("relative"):
        moment = back(item, line, fetched) if fetched else None
        return ((moment,) if moment else ()), None if moment else "XXXX-XX-XX"
    weekday = None if group.weekday is None else words().weekdays.get(line.tokens[group.weekday].word)
    return days(item, line, order, weekday), partial(item, line)
