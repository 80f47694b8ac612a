"""The dates stage: time expressions in the text, each with its value.

"Friday" is a different day in every paper. A mention is read against the day of publication; where that is not known
the value stays open (``XXXX-WXX-5``), since a guessed year is an invented fact. The text itself is not rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from cleaner.article import DateMention
from cleaner.document import Document, Finding
from cleaner.stages.dates.clock import WEAK
from cleaner.stages.dates.compose import join
from cleaner.stages.dates.english import ENGLISH
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.inference import infer_year
from cleaner.stages.dates.published import resolve
from cleaner.stages.dates.scope import Scope, is_chronicle
from cleaner.stages.dates.values import bounds, edtf

_MESSAGE = 300  # characters; in a text so short a bare "morning" is that of its day


def propose(document: Document) -> Iterator[Finding]:
    """Resolve when a document was published, and find the dates, times, durations and sets of its text.

    >>> from cleaner.document import Context
    >>> doc = Document("It rained in Leeds on Friday.", Context(published=date(2023, 9, 9)))
    >>> [(m.text, m.timex) for m in doc.apply("dates", propose(doc)).dates]
    [('Friday', '2023-09-08')]
    >>> doc = Document("It rained in Leeds on Friday.")
    >>> [(m.text, m.timex) for m in doc.apply("dates", propose(doc)).dates]
    [('Friday', 'XXXX-WXX-5')]
    """
    resolution = resolve(document)
    yield from resolution.dated
    yield from resolution.warnings
    if resolution.anchor is None and (inference := infer_year(document.text)):
        yield inference
    yield from mentions(document.text, _day(resolution.anchor))


def mentions(text: str, published: date | None) -> Iterator[DateMention]:
    """The time expressions of a text that was published on a day, or nobody knows when."""
    narrative = is_chronicle(text, published)
    scope = Scope(text, published, narrative)
    for rule, found in join(text, ENGLISH.read(scope), keep=len(text) < _MESSAGE):
        start, end = found.start, found.end
        limits = bounds(found.timex) if found.type in ("DATE", "TIME") else None
        yield DateMention.model_construct(
            start=start,
            end=end,
            text=text[start:end],
            type=found.type,
            timex=found.timex,
            edtf=edtf(found.timex, found.mod) if found.type in ("DATE", "TIME") else None,
            lower=limits and limits[0],
            upper=limits and limits[1],
            mod=found.mod,
            rule=_rule(rule, found, narrative),
        )


def _rule(name: str, found: Found, narrative: bool) -> str:
    notes = [note for note in (found.note if found.note != WEAK else "", "chronicle" * narrative) if note]
    return f"{name}: {', '.join(notes)}" if notes else name


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
