"""The dates stage: time expressions in the text, each with its value.

"Friday" is a different day in every issue of a newspaper. Mentions are resolved from the day of publication. If that is
unknown, the value stays open (``XXXX-WXX-5``), since a guessed year is an invented fact. The text itself does not
change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cleaner.core.document import Document, Finding
from cleaner.core.parts import DateMention, day_of
from cleaner.language import guess
from cleaner.stages.dates.compose import join
from cleaner.stages.dates.grammar import Found
from cleaner.stages.dates.inference import infer_year
from cleaner.stages.dates.published import resolve
from cleaner.stages.dates.scope import Scope, is_chronicle
from cleaner.stages.dates.tables import figures, table
from cleaner.stages.dates.values import bounds, edtf


def propose(document: Document) -> Iterator[Finding]:
    """Resolve when a document was published, and find the dates, times, durations and sets of its text.

    >>> from cleaner.core.document import Context
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
    told = next((claim.text[:2].lower() for claim in document.claims("language")), None)
    yield from mentions(document.text, resolution.anchor and day_of(resolution.anchor), told)


def mentions(text: str, published: date | None, language: str | None = None) -> Iterator[DateMention]:
    """The time expressions of a text, given its day of publication or None.

    ``language`` is guessed by default; without a guess, the text is taken for English.

    >>> [(m.text, m.timex) for m in mentions("Der Rat tagte vor drei Tagen.", date(1998, 2, 6), "de")]
    [('vor drei Tagen', '1998-02-03')]
    """
    language = language or guess(text)
    known = table(language or "en") or figures()
    scope = Scope(text, published, known.cues, is_chronicle(text, published))
    for rule, found in join(text, known.grammar.read(scope), keep=scope.message):
        yield _mention(text, rule, found)


def _mention(text: str, rule: str, found: Found) -> DateMention:
    dated = found.type in ("DATE", "TIME")
    limits = bounds(found.timex) if dated else None
    fields = {
        "start": found.start,
        "end": found.end,
        "text": text[found.start : found.end],
        "type": found.type,
        "timex": found.timex,
        "edtf": edtf(found.timex, found.mod) if dated else None,
        "lower": limits and limits[0],
        "upper": limits and limits[1],
        "mod": found.mod,
        "anchor": found.anchor,
        "rule": rule,
    }
    return DateMention.model_validate(fields)
