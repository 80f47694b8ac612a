"""The authors of the article, from the claims of page and byline.

Structured data list authors one by one, but sometimes also the publisher, "Staff" or the address of a profile. Bylines
name authors with roles and agencies. Links near the headline lead to authors, but also to the reader's own account. The
best source with a person wins; without one, the best source with a desk or an agency. The newspaper itself is an author
only if structured data or two sources say so: ``publisher`` tells who published the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.core.addresses import host_of
from cleaner.core.document import Document
from cleaner.core.facts import Claim, LineAbove, Warn, claim
from cleaner.core.parts import Author
from cleaner.core.sources import Kind, Witness
from cleaner.parties.bylines import is_byline, is_led
from cleaner.parties.name_lists import is_likely_name
from cleaner.stages.names.signatures import bare, is_agency, is_desk, is_person, key, names_in

_NEAR_BYLINES = frozenset(["timestamp", "contact", "bio", "byline"])
_Party = tuple[Witness, list[Author]]
_LONGEST = 300
_MOST = 40
_BESIDE = 50
"""The highest rank of bylines beside the headline."""
_TYPED_IN = 30
"""The rank from which on meta tags are those that content systems fill with the account's name."""


def resolve(document: Document) -> Iterator[Author | Warn]:
    """The authors from the best source that names persons, or else from the best source.

    >>> said = [claim("author", "The Example", "json-ld author"), claim("byline", "By Ann Lee", "class byline"),
    ...         claim("publisher", "The Example", "meta og:site_name")]
    >>> [(a.name, a.kind) for a in resolve(Document("").apply("reader", said))]
    [('Ann Lee', 'person')]
    """
    site = {key(c.text) for c in document.claims("publisher")} | set(_labels(document.context.url))
    titles = {key(c.text) for c in document.claims("headline")}
    groups: dict[tuple[int, str], list[Claim]] = {}
    for said in document.claims("author", "byline") or tuple(_cut_bylines(document)):
        if key(said.text) not in titles:
            name = said.source.name if said.source.kind is not Kind.JSON_LD else ""
            groups.setdefault((said.rank, name), []).append(said)
    parties = [(group[0].source, list(_authors(group, site))) for group in groups.values()]
    parties = [(source, _witnessed(source, party, parties, site)) for source, party in parties]
    named = [(source, party) for source, party in parties if any(map(is_person, party)) or _is_signature(source, party)]
    winner = _backed(named) or next(iter(named or [pair for pair in parties if pair[1]]), None)
    if winner:
        winner = _over_doubtful(winner, named)
        yield from _signed(*winner, site)
        yield from _disagreements(winner, named)


def _is_signature(source: Witness, party: Sequence[Author]) -> bool:
    """Does a byline beside the headline name a person, even by one word: "Posted by annlee"?"""
    return source.name == "text byline" and any(a.kind == "person" for a in party)


def _over_doubtful(winner: _Party, named: Sequence[_Party]) -> _Party:
    """Prefer a byline to a doubtful source that it contradicts.

    Links near a headline may lead to the authors of other stories. The meta tag for the author often names whoever
    entered the text, or runs the site.
    """
    source, linked = winner
    if not source.stray and (source.kind is not Kind.META or source.rank < _TYPED_IN):
        return winner
    keys = {key(a.name) for a in linked}
    for other, party in named:
        signed = {key(a.name) for a in party if is_person(a)}
        if other.field == "byline" and other.rank <= _BESIDE and (signed < keys or not _share(linked, party)):
            return other, party
    return winner


def _signed(source: Witness, party: list[Author], site: set[str]) -> list[Author]:
    """Drop newspapers and desks beside the persons of a byline: that is where they work.

    Beside a person, the newspaper itself is never an author.
    """
    persons = [a for a in party if is_person(a)]
    if source.kind is not Kind.JSON_LD or not persons:
        return persons or party
    return [a for a in party if a.kind == "person" or key(a.name) not in site]


def _labels(url: str | None) -> Iterator[str]:
    """The long labels of a host: a site that signs with its own name spells it like them."""
    yield from (key(label) for label in host_of(url).split(".")[-4:-1] if len(label) > 4)


def _witnessed(source: Witness, party: list[Author], parties: Sequence[_Party], site: set[str]) -> list[Author]:
    """The authors for whom one source is enough, or who have a second source.

    A link may lead to the reader's own account, so its text must clearly be a name, or be named elsewhere. Content
    systems put organizations into meta tags, the newspaper itself anywhere, and account holders into the author of a
    page: these need a second source, or a lead-in that readers see ("By The Example").
    """
    others = [(other, a) for other, rivals in parties if other is not source for a in rivals]

    def is_believed(author: Author) -> bool:
        voices = {_speaker(other) for other, a in others if key(a.name) == key(author.name)} - {_speaker(source)}
        if voices or source.kind is Kind.JSON_LD:
            return bool(voices) or not source.weak
        if is_likely_name(author.name):
            return True
        own = key(author.name) in site and not is_led(author.raw)
        if author.kind == "person":
            return not source.weak and not own
        shown = _speaker(source) is Kind.ELEMENT and not source.weak and not own
        return shown or (author.kind == "agency" and is_agency(author.name)) or is_desk(author.name)

    return [author for author in party if is_believed(author)]


def _backed(named: Sequence[_Party]) -> _Party | None:
    """The best source whose persons another source confirms, if nobody confirms those of the best source.

    Companies appear in place of authors, and no list has them all: a name without support against two is one.
    """
    for source, party in named:
        if any(_speaker(source) != _speaker(other) and _share(party, rivals) for other, rivals in named):
            return source, party
    return None


def _speaker(source: Witness) -> Kind:
    """The kind of a source: structured data, meta tags, visible text. One kind does not confirm itself."""
    return source.kind if source.kind in (Kind.JSON_LD, Kind.META) else Kind.ELEMENT


def _share(left: Sequence[Author], right: Sequence[Author]) -> bool:
    """Do two sources name the same person, perhaps one of them with more names?"""
    keys = [key(a.name) for a in left if is_person(a)]
    return any(name in key(b.name) or key(b.name) in name for name in keys for b in right if is_person(b))


def _cut_bylines(document: Document) -> Iterator[Claim]:
    """Bylines in lines that were cut above the text as something else: beside a timestamp, in a contact line."""
    for line in document.facts(LineAbove):
        if line.taken_for in _NEAR_BYLINES and len(line.text) <= _LONGEST:
            text = bare(line.text)
            if is_led(text) and is_byline(text):
                yield claim("byline", text, "cut line")


def _disagreements(winner: _Party, others: Sequence[_Party]) -> Iterator[Warn]:
    """Warn of sources that name nobody in common with the winner."""
    source, party = winner
    for other, rivals in others:
        if not _share(party, rivals):
            said = ", ".join(a.name for a in rivals if is_person(a))
            yield Warn(f"authors: {other.name} says {said}, {source.name} {', '.join(a.name for a in party)}")


def _authors(claims: Iterable[Claim], site: set[str]) -> Iterator[Author]:
    """The authors that one source names, each once, in its order."""
    seen: set[str] = set()
    for said in list(claims)[:_MOST]:
        for author in names_in(said, site):
            name = key(author.name)
            if name and name not in seen:
                seen.add(name)
                yield author
