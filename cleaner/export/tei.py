"""TEI P5: the format of archives and the digital humanities.

Documents use a small subset of TEI, whose grammar is ``tei.rng`` beside this module, and are also valid TEI P5. What
the format cannot hold: the edit log and warnings. Characters that XML forbids become U+FFFD. TIMEX3 values that TEI's
attributes cannot express ("every Monday") go to ``date/@n``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple

from lxml.etree import Element, SubElement, _Element, tostring

from cleaner.core import lazy_re as re
from cleaner.core.article import Article, mentions
from cleaner.core.layers import disjoint
from cleaner.core.parts import Block, Caption, DateMention
from cleaner.export.addresses import web_address, wikidata_address
from cleaner.export.markup import blocks, xml_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_W3C = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")


def to_tei(article: Article) -> str:
    """An article as a TEI document."""
    root = Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    if article.language:
        root.set(f"{_XML}lang", article.language)
    _header(root, article)
    text = _add(root, "text")
    _body(_add(text, "body"), article)
    if article.captions or article.images:
        _captions(_add(_add(text, "back"), "div", type="captions"), article)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add(parent: _Element, name: str, text: str | None = None, **attributes: str | None) -> _Element:
    """Add a child with a text, and with the attributes that are not None."""
    child = SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = xml_text(text) if text is not None else None
    for key, value in attributes.items():
        if value:
            child.set(key, xml_text(value))
    return child


def _named(element: _Element, identifier: str) -> _Element:
    element.set(f"{_XML}id", identifier)
    return element


def _header(root: _Element, article: Article) -> None:
    header = _add(root, "teiHeader")
    file = _add(header, "fileDesc")
    title = _add(file, "titleStmt")
    _add(title, "title", article.headline)
    for author in article.authors:
        _add(title, "author", author.name)
    publication = _add(file, "publicationStmt")
    _add(publication, "publisher", article.publisher.name if article.publisher else "unknown")
    if article.date_published:
        _add(publication, "date", article.date_published.isoformat(), when=_when(article.date_published))
    _add(publication, "idno", article.id, type="cleaner")
    if address := web_address(article.url):
        _add(publication, "idno", address, type="URI")
    _source(_add(file, "sourceDesc"), article)
    _encoding(_add(header, "encodingDesc"), article)
    _profile(_add(header, "profileDesc"), article)


def _source(parent: _Element, article: Article) -> None:
    source = article.source
    known = [source.path, source.media_type, source.encoding, source.sha256 and f"sha256:{source.sha256}"]
    _add(parent, "p", ", ".join(filter(None, known)) or "unknown")


def _encoding(parent: _Element, article: Article) -> None:
    application = _add(_add(parent, "appInfo"), "application", ident="cleaner", version=article.cleaner.version)
    _add(application, "label", f"cleaner, rules and models {article.cleaner.fingerprint}")


def _profile(parent: _Element, article: Article) -> None:
    if article.description:
        _add(_add(parent, "abstract"), "p", article.description)
    if article.language:
        _add(_add(parent, "langUsage"), "language", article.language, ident=article.language)
    terms = [(article.section, "section")] if article.section else []
    terms += [(keyword, "keyword") for keyword in article.keywords]
    if terms:
        keywords = _add(_add(parent, "textClass"), "keywords")
        for term, kind in terms:
            _add(keywords, "term", term, type=kind)
    if article.people or article.organizations:
        _parties(_add(parent, "particDesc"), article)
    if article.places:
        places = _add(_add(parent, "settingDesc"), "listPlace")
        for i, place in enumerate(article.places):
            entry = _named(_add(places, "place"), f"place-{i}")
            _add(entry, "placeName", place.name, key=place.code, ref=wikidata_address(place))


def _parties(parent: _Element, article: Article) -> None:
    if article.people:
        people = _add(parent, "listPerson")
        for i, person in enumerate(article.people):
            entry = _named(_add(people, "person", cert=person.confidence), f"person-{i}")
            _add(entry, "persName", " ".join((*person.honorifics, person.name, person.suffix or "")).strip())
            if person.role:
                _add(entry, "occupation", person.role)
    if article.organizations:
        parties = _add(parent, "listOrg")
        for i, party in enumerate(article.organizations):
            entry = _named(_add(parties, "org"), f"org-{i}")
            _add(entry, "orgName", party.name, ref=wikidata_address(party))


def _body(body: _Element, article: Article) -> None:
    _add(body, "head", article.headline)
    if article.authors:
        byline = _add(body, "byline")
        for i, author in enumerate(article.authors):
            name = _add(byline, "docAuthor", author.name)
            name.tail = ", " if i + 1 < len(article.authors) else None
    if article.dateline:
        _add(body, "dateline", article.dateline.raw)
    found = disjoint(_mentioned(article))
    place = body
    for kind, run in groupby(blocks(article), lambda block: block.kind):
        for block in _grouped(kind, run):
            if kind == "heading":
                place = _add(body, "div")
            _block(place, article, block, found)


def _grouped(kind: str, run: Iterable[Block]) -> Iterator[list[Block]]:
    """Group successive list items; every other block is a group of its own."""
    if kind == "list_item":
        yield list(run)
    else:
        yield from ([block] for block in run)


def _block(place: _Element, article: Article, run: list[Block], found: list[_Reference]) -> None:
    kind = run[0].kind
    if kind == "list_item":
        items = _add(place, "list")
        for block in run:
            _fill(_add(items, "item"), article, block, found)
        return
    inner = {"heading": "head", "quote": "quote"}.get(kind, "p")
    element = _add(place, inner)
    _fill(_add(element, "p") if inner == "quote" else element, article, run[0], found)


class _Reference(NamedTuple):
    """A mention in the text, as an inline element."""

    start: int
    end: int
    name: str
    attributes: dict[str, str]


def _mentioned(article: Article) -> Iterator[_Reference]:
    for kind, number, _, mention in mentions(article):
        name, identifier = _PARTIES[kind]
        yield _Reference(mention.start, mention.end, name, {"ref": f"#{identifier}-{number}"})
    for day in article.dates:
        yield _Reference(day.start, day.end, "date", _date(day))
    for link in article.links:
        if address := web_address(link.url):
            yield _Reference(link.start, link.end, "ref", {"target": address})


_PARTIES = {"person": ("persName", "person"), "organization": ("orgName", "org"), "place": ("placeName", "place")}


def _date(day: DateMention) -> dict[str, str]:
    """A time expression as TEI attributes: its value, or its bounds if the value is not a W3C date, and its TIMEX3."""
    known = {"type": day.type.lower(), "n": day.timex}
    if when := _w3c(day.timex):
        known["when"] = when
    elif day.lower and day.upper:
        known |= {"notBefore": day.lower.isoformat(), "notAfter": day.upper.isoformat()}
    elif _DURATION.fullmatch(day.timex):
        known["dur"] = day.timex
    return known


def _fill(element: _Element, article: Article, block: Block, found: list[_Reference]) -> None:
    """The text of a block, with mentions as elements."""
    at, last = block.start, None
    for reference in found:
        if block.start <= reference.start and reference.end <= block.end:
            _append(element, last, article.text[at : reference.start])
            last = _add(element, reference.name, article.text[reference.start : reference.end], **reference.attributes)
            at = reference.end
    _append(element, last, article.text[at : block.end])


def _append(element: _Element, last: _Element | None, text: str) -> None:
    if last is None:
        element.text = xml_text(text)
    else:
        last.tail = xml_text(text)


def _captions(div: _Element, article: Article) -> None:
    urls = {image.caption: web_address(image.url) for image in article.images}
    for i, caption in enumerate(article.captions):
        _figure(div, caption, urls.get(i))
    for image in article.images:
        if image.caption is None:
            _figure(div, None, web_address(image.url))


def _figure(div: _Element, caption: Caption | None, url: str | None) -> None:
    figure = _add(div, "figure")
    if url:
        _add(figure, "graphic", url=url)
    if caption is None:
        return
    if caption.text:
        _add(figure, "ab", caption.text, type="caption")
    if caption.credit:
        _add(figure, "ab", caption.credit.raw, type="credit")


def _w3c(timex: str) -> str | None:
    """A TIMEX3 value as a W3C date, if it is one: an existing year, month, day or minute.

    >>> _w3c("2024-03-12T09:00"), _w3c("2024-03"), _w3c("2023-02-30"), _w3c("2024-W11")
    ('2024-03-12T09:00:00', '2024-03', None, None)
    """
    if not _W3C.fullmatch(timex) or timex.startswith("0000"):
        return None
    try:
        datetime.fromisoformat(timex + "0000-01-01"[len(timex) :])
    except ValueError:
        return None
    return f"{timex}:00" if timex.count(":") == 1 else timex


def _when(moment: date) -> str:
    """A moment as xsd:date or xsd:dateTime, which requires seconds."""
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()
