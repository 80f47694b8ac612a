"""Articles for spaCy: a ``Doc`` of the clean text, with the mentions as spans."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from cleaner.core.article import Article, mentions
from cleaner.core.parts import Entity

SPANS = "cleaner"
"""The key of ``doc.spans`` with all mentions."""


def to_doc(article: Article, nlp: Any) -> Any:
    """A spaCy ``Doc`` whose text is ``article.text``, made by the tokenizer of the pipeline ``nlp``.

    ``doc.spans["cleaner"]`` holds all mentions, as PERSON, ORG, GPE (countries), LOC (other places), DATE or TIME;
    ``doc.ents`` holds those that do not overlap. A span has the text of its mention, unless the tokenizer splits words
    elsewhere: it then extends to the next token boundaries. ``span.id_`` is the name of the person, the same for all
    mentions of that person.
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
    labels = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
    for kind, _, party, mention in mentions(article):
        is_country = kind == "place" and isinstance(party, Entity) and party.code
        yield mention.start, mention.end, "GPE" if is_country else labels[kind], party.name
    for day in article.dates:
        yield day.start, day.end, "TIME" if day.type == "TIME" else "DATE", day.timex
