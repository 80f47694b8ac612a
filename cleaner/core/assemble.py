"""From text and facts to a validated article: which source wins if they disagree, and what is missing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from cleaner.core import lazy_re as re, parts
from cleaner.core.article import Article, InvalidArticle
from cleaner.core.facts import Claim, Dated, Fact, LineAbove, Obstacle, Picture, Truncated, Warn

T = TypeVar("T")


def assemble(
    raw: str,
    text: str,
    changes: tuple[parts.Change, ...],
    facts: Sequence[Fact],
    labelled: Sequence[tuple[int, int, str]],
    source: parts.Source,
    maker: parts.Maker,
    url: str | None,
) -> Article:
    """Build and validate the article; raise :class:`InvalidArticle`, with every reason, if there is none."""
    claims = sorted((f for f in facts if isinstance(f, Claim)), key=lambda c: c.rank)
    facts = [f for f in facts if not isinstance(f, (Claim, LineAbove))]  # most of a page's facts are of these kinds
    if reasons := _missing(facts, text):
        raise InvalidArticle(reasons)
    headline, headline_source = _headline(claims)
    if not headline:
        headline, headline_source = first_sentence(text), "stand-in"
        facts = [*facts, Warn("headline.missing: no source names a headline, the first sentence stands in")]
    url = url or _best(claims, "url")
    fields: dict[str, Any] = {
        "id": identify(url, source.sha256, raw),
        "url": url,
        "publisher": _publisher(claims),
        "language": _best(claims, "language"),
        "headline": headline,
        "headline_source": headline_source,
        "description": _best(claims, "description"),
        "section": _best(claims, "section"),
        "keywords": _keywords(claims),
        "is_accessible_for_free": _is_free(claims),
        "word_count": len(text.split()),
        "text": text,
        "blocks": tuple(_blocks(text, labelled)),
        "source": source,
        "cleaner": maker,
    }
    fields |= _resolved(facts)
    fields["changes"] = tuple(_writable(_arrived(changes, fields)))
    try:
        return Article.model_validate(fields)
    except ValidationError as error:
        raise InvalidArticle([f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]) from error


def first_sentence(text: str) -> str:
    """The first sentence of a text, or as much of it as a headline may hold.

    The full stop of an initial ("J. Smith"), a title ("Dr. Lee") or a figure ("3. May") does not end a sentence.

    >>> first_sentence("Dr. Lee of the U.S. Navy swam. She won.")
    'Dr. Lee of the U.S. Navy swam.'
    """
    line = text.strip().partition("\n")[0][:LONGEST_HEADLINE]
    ends = (m.end() for m in _SENTENCE_END.finditer(line))
    end = next((end for end in ends if end >= _SHORTEST_SENTENCE), len(line))
    return line[:end] if end < LONGEST_HEADLINE else line.rpartition(" ")[0] or line


LONGEST_HEADLINE, _SHORTEST_SENTENCE = 250, 15
_SENTENCE_END = re.compile(r"""(?:(?<=[^\W\d_]{4})\.|(?<=\d{4})\.|[!?…。])["”’»“)]{0,2}(?=\s+["“‘„«¿¡]?[^\Wa-z]|$)""")


def _missing(facts: Sequence[Fact], text: str) -> list[str]:
    """The reasons why there is no article."""
    obstacles = [obstacle.text for obstacle in _all(facts, Obstacle)]
    return obstacles or ([] if text.strip() else ["no text left"])


def _resolved(facts: Sequence[Fact]) -> dict[str, Any]:
    """The fields that stages have filled."""
    entities = _all(facts, parts.Entity)
    fields: dict[str, Any] = {
        "authors": _all(facts, parts.Author),
        "dateline": next(iter(_all(facts, parts.Dateline)), None),
        "year_inferred": next(iter(_all(facts, parts.YearInference)), None),
        "captions": _all(facts, parts.Caption),
        "images": tuple(_images(facts)),
        "links": _all(facts, parts.Link),
        "is_truncated": any(isinstance(fact, Truncated) for fact in facts),
        "dates": _all(facts, parts.DateMention),
        "people": _all(facts, parts.Person),
        "organizations": tuple(e for e in entities if e.kind == "organization"),
        "places": tuple(e for e in entities if e.kind == "place"),
        "warnings": tuple(dict.fromkeys(w.text for w in _all(facts, Warn))),
    }
    for fact in reversed(_all(facts, Dated)):
        fields |= {fact.field: fact.value, f"{fact.field}_raw": fact.raw, f"{fact.field}_source": fact.source}
    return fields


def _images(facts: Sequence[Fact]) -> Iterator[parts.Image]:
    """The lead picture, and those whose captions are the article's."""
    captions = ["".join(filter(str.isalnum, caption.text)) for caption in _all(facts, parts.Caption)]
    for picture in _all(facts, Picture):
        said = "".join(filter(str.isalnum, picture.caption))
        index = next((i for i, text in enumerate(captions) if text and said.startswith(text)), None)
        if index is not None or not said:
            yield parts.Image(url=picture.url, alt=picture.alt, caption=index)


def _keywords(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The keywords of the most trusted source that has some, without duplicates."""
    said = [c for c in claims if c.field == "keyword"]
    words = [word.strip() for c in said if c.source.name == said[0].source.name for word in c.text.split(",")]
    found: dict[str, str] = {}
    for word in filter(None, words):
        found.setdefault(word.casefold(), word)
    return tuple(found.values())


def _is_free(claims: Sequence[Claim]) -> bool | None:
    """Is the whole article free to read? None if the page does not say."""
    return _FREE.get((_best(claims, "free") or "").casefold())


_FREE = {"true": True, "free": True, "false": False, "locked": False, "metered": False}


def _arrived(changes: Iterable[parts.Change], fields: Mapping[str, Any]) -> Iterator[parts.Change]:
    """Let a change name the field of authors or of dates only where that field holds what was moved."""
    said = [x for a in fields["authors"] for x in (a.name.rpartition(" ")[2], a.role, a.affiliation) if x]
    for change in changes:
        if change.moved_to == "authors" and not any(x.casefold() in change.old.casefold() for x in said):
            change = change.model_copy(update={"moved_to": None})
        elif change.moved_to in _DATES:
            told = next((name for name in _DATES if fields.get(name) and _says(change.old, fields, name)), None)
            change = change.model_copy(update={"moved_to": told})
        yield change


_DATES = ("date_published", "date_modified")


def _says(text: str, fields: Mapping[str, Any], name: str) -> bool:
    """Does a text say the date of a field, as the field's own source does or in figures?"""
    day, numbers = fields[name], {int(number) for number in _NUMBER.findall(text)}
    return fields[f"{name}_raw"] in text or ({day.year, day.day} <= numbers)


_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")


def _writable(changes: Iterable[parts.Change]) -> Iterator[parts.Change]:
    """Spell out lone surrogates in the log as ``\\ud800``: no UTF-8 file can hold them."""
    for change in changes:
        if _SURROGATE.search(change.old):
            change = change.model_copy(update={"old": change.old.encode("utf-8", "backslashreplace").decode()})
        yield change


_SURROGATE = re.compile("[\ud800-\udfff]")


def identify(url: str | None, sha256: str | None, raw: str) -> str:
    """A stable id: a hash of the URL, else of the raw bytes, else of the raw text.

    >>> identify("https://example.org/a", None, "") == identify("https://example.org/a", "ff", "x")
    True
    """
    if url:
        return hashlib.sha256(url.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return (sha256 or hashlib.sha256(raw.encode("utf-8", "backslashreplace")).hexdigest())[:16]


def _best(claims: Iterable[Claim], field: str) -> str | None:
    return next((c.text.strip() for c in claims if c.field == field and c.text.strip()), None)


def _headline(claims: Iterable[Claim]) -> tuple[str, str]:
    """The headline of the most trusted source, and that source; empty if no source names one."""
    named = (c for c in claims if c.field == "headline" and c.text.strip())
    return next(((c.text.strip(), c.source.name) for c in named), ("", ""))


def _publisher(claims: Sequence[Claim]) -> parts.Publisher | None:
    name = _best(claims, "publisher")
    if not name:
        return None
    return parts.Publisher(name=name, url=_best(claims, "publisher_url"), slogan=_best(claims, "slogan"))


def _all(facts: Iterable[Fact], kind: type[T]) -> tuple[T, ...]:
    return tuple([f for f in facts if isinstance(f, kind)])


_BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")


def _blocks(text: str, labelled: Sequence[tuple[int, int, str]]) -> Iterator[dict[str, Any]]:
    """The blocks of the text, for the article to validate all at once; a mark that covers a block gives its kind."""
    marks = sorted(labelled)
    i = 0
    for m in _BLOCK.finditer(text):
        start, end = m.start(), m.start() + len(m.group().rstrip())
        while i < len(marks) and marks[i][1] <= start:
            i += 1
        kind = marks[i][2] if i < len(marks) and marks[i][0] < end else "paragraph"
        yield {"start": start, "end": end, "kind": kind}
