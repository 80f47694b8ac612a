"""Articles for spaCy: a ``Doc`` over the clean text, with the mentions that cleaner found as spans."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from cleaner.core.article import Article

SPANS = "cleaner"
"""The key of ``doc.spans`` under which all mentions stand."""


def to_doc(article: Article, nlp: Any) -> Any:
    """A spaCy ``Doc`` whose text is ``article.text``, made by the tokenizer of the pipeline ``nlp``.

    All mentions stand in ``doc.spans["cleaner"]`` as PERSON, ORG, GPE (countries), LOC (other places), DATE or TIME;
    those that do not overlap in ``doc.ents``, too. Offsets hold: ``span.text`` is the mention's text unless the
    tokenizer parts words elsewhere, in which case the span reaches to the next bounds of tokens. The id of a
    person's span (``span.id_``) is the person's name, which joins the mentions of one person.
    """
    doc = nlp.make_doc(article.text)
    spans = [
        span
        for start, end, label, name in _mentions(article)
        if (span := doc.char_span(start, end, label=label, span_id=name, alignment_mode="expand")) is not None
    ]
    doc.spans[SPANS] = spans
    doc.ents = import_module("spacy.util").filter_spans(spans)
    return doc


def _mentions(article: Article) -> Iterator[tuple[int, int, str, str]]:
    for person in article.people:
        for mention in person.mentions:
            yield mention.start, mention.end, "PERSON", person.name
    for entity in (*article.organizations, *article.places):
        label = "ORG" if entity.kind == "organization" else "GPE" if entity.code else "LOC"
        for mention in entity.mentions:
            yield mention.start, mention.end, label, entity.name
    for day in article.dates:
        yield day.start, day.end, "TIME" if day.type == "TIME" else "DATE", day.timex
