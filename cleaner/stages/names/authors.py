"""Who wrote the article, from what the page and the byline claim.

Structured data name authors one by one, but also put the publisher, "Staff" or a profile's address there; bylines
name them together with roles and agencies. The best source that names a person wins; where none does, the best one
that names a desk or an agency.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from cleaner.core.article import Author
from cleaner.core.document import Document
from cleaner.core.facts import Claim, LineAbove, Warn, claim
from cleaner.core.sources import Kind, Witness
from cleaner.parties.bylines import is_byline, parse_byline
from cleaner.parties.casing import repair_case
from cleaner.timestamps import parse_timestamps, without_reading_time

_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|html?)/|^/|^\d+$")
_DESK = re.compile(
    r"\b(?:staff|redaktion|redazione|redacción|rédaction|redaktionen|desk|team|newsroom|editors?|editorial|"
    r"admin|administrator|reporters?|writers?|submissions|contributors?|web|online|digital)\b|\w-redaktion\b",
    re.I,
)
_AGENCY = re.compile(
    r"^(?:the )?(?:ap|afp|dpa|apa|reuters|associated press|agence france-presse|deutsche presse-agentur|bloomberg|"
    r"sid|epd|kna|ansa|efe|tass|xinhua|kyodo|pti|ani|ians|aap|pa media|press association|upi|canadian press|"
    r"keystone-sda|sda|ritzau|ntb|tt|lusa|europa press|swns|newsquest)$",
    re.I,
)
_ORGANIZATION = re.compile(
    r"\b(?:news|press|times|post|journal|tribune|herald|magazine|media|agency|\w*agentur|\w*zeitung|nachrichten|network|"
    r"radio|tv|university|institute|foundation|association|ministry|council|inc|ltd|llc|gmbh|today|daily|weekly)\b|\.(?:com|org|net|de|at|ch|co\.uk|fr|be)\b",
    re.I,
)
_COMPANY = re.compile(r",? (?:inc|ltd|llc|gmbh|corp|plc|s\.a|e\.v)\.?$", re.I)
_JOINED = re.compile(r"[,;/|&•·\n(]|\d|\b(?:and|und|et|y|e|og|och|en|by|von|par|por|di|i|a)\b", re.I)
"""What shows that a string is more than one name: joints, and the small words before a name."""
_TITLE = re.compile(r" ?(?:기자|특파원|記者|记者)$")
_SIGN = re.compile(r" ?\([a-zäöüß./]{2,6}\)(?=$|[,;])")
"""A reporter's sign behind the name: "Corina Gall (cog)"."""
_BRACKETS = "[]【】《》〈〉()（）•·|,;: "
_NEAR_BYLINES = frozenset(["timestamp", "contact", "bio", "byline"])
_LED = re.compile(r"(?:by|von|par|por|di|da|door)\b", re.I)
_Party = tuple[Witness, list[Author]]
_LONGEST = 300
_MOST = 40


def resolve(document: Document) -> Iterator[Author | Warn]:
    """The article's authors from the best source that names persons, else from the best that names anybody.

    >>> said = [claim("author", "The Example", "json-ld author"), claim("byline", "By Ann Lee", "class byline"),
    ...         claim("publisher", "The Example", "meta og:site_name")]
    >>> [(a.name, a.kind) for a in resolve(Document("").apply("reader", said))]
    [('Ann Lee', 'person')]
    """
    site = {_key(c.text) for c in document.claims("publisher")} | set(_labels(document.context.url))
    titles = {_key(c.text) for c in document.claims("headline")}
    groups: dict[tuple[int, str], list[Claim]] = {}
    for said in document.claims("author", "byline") or tuple(_cut_bylines(document)):
        if _key(said.text) not in titles:
            name = said.source.name if said.source.kind is not Kind.JSON_LD else ""
            groups.setdefault((said.rank, name), []).append(said)
    parties = [(group[0].source, list(_authors(group, site))) for group in groups.values()]
    named = [(source, party) for source, party in parties if any(_is_person(a) for a in party)]
    winner = _backed(named) or next(iter(named or [pair for pair in parties if pair[1]]), None)
    if winner:
        yield from winner[1]
        yield from _disagreements(winner, named)


def _labels(url: str | None) -> Iterator[str]:
    """The long labels of an address's host: a site that signs with its own name signs as they spell it."""
    host = (url or "").partition("//")[2].partition("/")[0]
    yield from (_key(label) for label in host.casefold().split(".")[-4:-1] if len(label) > 4)


def _backed(named: Sequence[_Party]) -> _Party | None:
    """The best source whose persons another witness names too, where nobody names those of the best source.

    Companies are put where authors belong, and no list knows them all: a name that stands alone against two is one.
    """
    for source, party in named:
        if any(_speaker(source) != _speaker(other) and _share(party, rivals) for other, rivals in named):
            return source, party
    return None


def _speaker(source: Witness) -> Kind:
    """Structured data, meta tags, and all that the page shows: what stands in one is no proof for itself."""
    return source.kind if source.kind in (Kind.JSON_LD, Kind.META) else Kind.ELEMENT


def _share(left: Sequence[Author], right: Sequence[Author]) -> bool:
    """Do two parties name a person in common, one of them perhaps with more names?"""
    keys = [_key(a.name) for a in left if _is_person(a)]
    return any(key in _key(b.name) or _key(b.name) in key for key in keys for b in right if _is_person(b))


def _cut_bylines(document: Document) -> Iterator[Claim]:
    """Bylines in lines that were cut from above the text for something else: beside a timestamp, as a contact line."""
    for line in document.facts(LineAbove):
        if line.taken_for in _NEAR_BYLINES and len(line.text) <= _LONGEST:
            text = _without_dates(line.text).strip(_BRACKETS)
            if _LED.match(text) and is_byline(text):
                yield claim("byline", text, "cut line")


def _disagreements(winner: _Party, others: Sequence[_Party]) -> Iterator[Warn]:
    """Sources that name nobody whom the winner names."""
    source, party = winner
    for other, rivals in others:
        if not _share(party, rivals):
            said = ", ".join(a.name for a in rivals if _is_person(a))
            yield Warn(f"authors: {other.name} says {said}, {source.name} {', '.join(a.name for a in party)}")


def _is_person(author: Author) -> bool:
    """Surely a person: a full name, not one word such as "amw" or "Sources"."""
    return author.kind == "person" and (" " in author.name or not author.name.isascii())


def _authors(claims: Iterable[Claim], site: set[str]) -> Iterator[Author]:
    """The authors that one source names, each once, in its order."""
    seen: set[str] = set()
    for said in list(claims)[:_MOST]:
        for author in _parsed(said, site):
            key = _key(author.name)
            if key and key not in seen:
                seen.add(key)
                yield author


def _parsed(said: Claim, site: set[str]) -> Iterator[Author]:
    raw = " ".join(said.text.split())
    text = _SIGN.sub("", _without_dates(raw)).strip(_BRACKETS) if len(raw) <= _LONGEST else ""
    if not any(c.isalpha() for c in text) or _ADDRESS.search(text):
        return
    structured = said.source.kind in (Kind.JSON_LD, Kind.META)
    if said.source.organization or _COMPANY.search(text):
        yield _organization(text, raw)
        return
    if _key(text) in site or (not _JOINED.search(text) and (structured or text.count(" ") < 2)):
        yield _single(_TITLE.sub("", text), raw, site)
        return
    byline = parse_byline(text)
    persons = [_single(a.name, raw, site, a) for a in byline.authors]
    sentence = sum(word[0].islower() for word in text.split()) > 1
    if not persons and not byline.agencies and not sentence and not _JOINED.search(text):
        persons = [_single(_TITLE.sub("", text), raw, site)]
    yield from persons
    if said.field == "author" or not any(_is_person(a) for a in persons):
        for name in byline.agencies:
            yield Author(name=name, kind="desk" if _DESK.search(name) else "agency", raw=raw)


def _without_dates(text: str) -> str:
    """A byline without the timestamps and reading times in it."""
    for _ in range(2):
        stamp = next(parse_timestamps(text), None)
        if stamp is None or stamp.rest == text or not any(c.isdigit() for c in stamp.raw):
            break
        text = " | ".join(part for part in (stamp.before, stamp.after) if part)
    return without_reading_time(text)


def _single(name: str, raw: str, site: set[str], parsed: Author | None = None) -> Author:
    """One name with its kind; a role that the byline parser found is kept."""
    half = name[: len(name) // 2]
    name = half if name == f"{half} {half}" else name
    kind = "desk" if _is_house(_key(name), site) else _kind(name)
    if kind == "person" and name.isupper() and name.isascii() and " " in name:
        name = repair_case(name.split())
    if parsed is not None and kind == "person":
        return parsed.model_copy(update={"name": name, "raw": raw})
    return Author(name=name, kind=kind, raw=raw)


def _is_house(key: str, site: set[str]) -> bool:
    """Is a name the site's own, or one that begins with it: "Courier Sport", "The Courier with dpa"?"""
    bare = key.removeprefix("the")
    return key in site or any(len(own) > 5 and bare.startswith(own.removeprefix("the")) for own in site)


def _organization(name: str, raw: str) -> Author:
    kind = _kind(name)
    return Author(name=name, kind="desk" if kind == "person" else kind, raw=raw)


def _kind(text: str) -> Literal["person", "desk", "agency"]:
    if _AGENCY.match(text):
        return "agency"
    return "desk" if _DESK.search(text) or _ORGANIZATION.search(text) else "person"


def _key(name: str) -> str:
    """A name without case, accents, dots and blanks: "José  Díaz" and "Jose Diaz" are one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum())
