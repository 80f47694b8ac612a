"""Mentions of people, dates, organizations and places as marks in the clean text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.core.article import Article, mentions
from cleaner.core.layers import disjoint
from cleaner.core.parts import DateMention, Entity, Person
from cleaner.report.page import element, text


class Mark(NamedTuple):
    """A span of the clean text, its kind (``person``, ``date``, ``organization``, ``place``) and its meaning."""

    start: int
    end: int
    kind: str
    meaning: str


def marks(article: Article) -> list[Mark]:
    """The mentions of an article, sorted and disjoint: of overlapping ones the leftmost wins, then the longest."""
    return disjoint(_found(article))


def _found(article: Article) -> Iterator[Mark]:
    for day in article.dates:
        yield Mark(day.start, day.end, "date", date_meaning(day))
    for kind, _, party, mention in mentions(article):
        meaning = person_meaning(party) if isinstance(party, Person) else entity_meaning(party)
        yield Mark(mention.start, mention.end, kind, meaning)


def date_meaning(day: DateMention) -> str:
    """The value of a time expression in words, and what it rests on.

    >>> date_meaning(DateMention(start=0, end=6, text="Friday", type="DATE", timex="2023-09-08", anchor="published"))
    '2023-09-08, counted from the day of publication'
    """
    rests = {"published": ", counted from the day of publication", "context": ", counted from another date of the text"}
    return day.timex + rests.get(day.anchor, "")


def person_meaning(person: Person) -> str:
    """A person in words: name, role, and doubt if there is any."""
    known = [" ".join((*person.honorifics, person.name)), person.suffix or "", person.role or ""]
    return ", ".join(filter(None, known)) + (" (low confidence)" if person.confidence == "low" else "")


def entity_meaning(entity: Entity) -> str:
    """An organization or a place in words."""
    return ", ".join(filter(None, (entity.name, entity.kind, entity.code, entity.wikidata)))


def marked(source: str, start: int, found: Sequence[Mark], first: int) -> tuple[str, int]:
    """A piece of clean text as HTML, with its marks.

    ``start`` is the position of the piece in the clean text, and ``first`` the index of the first mark that may reach
    into it. The second value is the index for the next piece. A mark that is split by a change is shown in parts.

    >>> marked("On Friday it rained", 0, [Mark(3, 9, "date", "2023-09-08")], 0)
    ('On <span class="m date" title="2023-09-08">Friday</span> it rained', 1)
    """
    end, at = start + len(source), start
    parts: list[str] = []
    while first < len(found) and found[first].end <= start:
        first += 1
    while first < len(found) and found[first].start < end:
        mark = found[first]
        begin, stop = max(mark.start, at), min(mark.end, end)
        inner = text(source[begin - start : stop - start])
        parts += (
            text(source[at - start : begin - start]),
            element("span", inner, class_=f"m {mark.kind}", title=mark.meaning),
        )
        at = stop
        if mark.end > end:
            break
        first += 1
    parts.append(text(source[at - start :]))
    return "".join(parts), first
