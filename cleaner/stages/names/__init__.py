"""The names stage: the people, organisations and places in the text, and its authors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.core.document import Document, Finding
from cleaner.core.facts import Warn
from cleaner.language import active, guess
from cleaner.parties.name_lists import tables_for
from cleaner.stages.names import authors
from cleaner.stages.names.entities import find_entities
from cleaner.stages.names.people import people


def propose(document: Document, *, also: Iterable[tuple[int, int]] = ()) -> Iterator[Finding]:
    """The authors of the article, and the people, organisations and places in its text.

    ``also`` are spans of people that another tool has found.

    >>> doc = Document("Dr. Ann Lee met Bo Xi of the U.N. in Leeds. Lee said she was glad.")
    >>> [p.name for p in doc.apply("names", propose(doc)).people]
    ['Ann Lee', 'Bo Xi']
    """
    yield from authors.resolve(document)
    persons = []
    code = _language(document)
    if tables := tables_for(active(), code):
        persons = list(people(document.text, also, tables))
        yield from persons
    else:
        yield Warn(f"people.unknown-language: names are not looked for in texts of the language {code!r}")
    taken = [(mention.start, mention.end) for person in persons for mention in person.mentions]
    language = active().get(code) if code not in (None, "en") else None
    yield from find_entities(document.text, taken=taken, language=language, names=tables)


def _language(document: Document) -> str | None:
    """The language of the text, as its words tell it, else as the page says."""
    told = next((claim.text for claim in document.claims("language")), "")
    return guess(document.text) or told.lower().replace("_", "-").partition("-")[0] or None
