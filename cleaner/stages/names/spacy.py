"""A spaCy pipeline that the user has installed, beside the rules: off unless asked for.

A statistical model finds people that no list knows (*Logistx*), and takes firms and places for people more often than
the rules do. So its ``PERSON`` spans only join: where they overlap a name that the rules found, the rules stay; the
rest become mentions and are linked like all others. Nothing here is imported, and spaCy need not be there, until
:func:`propose_with` is called; the result then depends on the model's version, which is the user's to pin.

    document = trace(raw, stages=["encoding", "boilerplate", "typos", "dates"])
    document = document.apply("names", propose_with("en_core_web_sm")(document))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from cleaner.core.document import Document, Finding
from cleaner.stages import names

LONGEST = 1_000_000
"""spaCy refuses longer texts; they go to the rules alone."""


def propose_with(pipeline: str | Callable[[str], Any]) -> Callable[[Document], Iterator[Finding]]:
    """A names stage that joins the people of a spaCy pipeline, given by its name or itself.

    >>> class Ent: start_char, end_char, label_ = 0, 7, "PERSON"
    >>> class Doc: ents = [Ent]
    >>> stage = propose_with(lambda text: Doc)
    >>> [person.name for person in stage(Document("Logistx danced with Ann Lee."))]
    ['Logistx', 'Ann Lee']
    """
    run = import_module("spacy").load(pipeline) if isinstance(pipeline, str) else pipeline

    def propose(document: Document) -> Iterator[Finding]:
        text = document.text
        found = run(text).ents if len(text) < LONGEST else ()
        spans = [(entity.start_char, entity.end_char) for entity in found if entity.label_ in ("PERSON", "PER")]
        return names.propose(document, also=spans)

    return propose
