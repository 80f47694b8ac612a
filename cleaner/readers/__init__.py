"""Readers: from bytes to a document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from importlib import import_module

from cleaner.core import lazy_re as re
from cleaner.core.addresses import host_of
from cleaner.core.document import Context, Document
from cleaner.core.facts import Claim, Obstacle, claim
from cleaner.core.parts import Source
from cleaner.language import detect
from cleaner.parties.publishers import find_publisher
from cleaner.readers import binary, placeholders, text
from cleaner.readers.decode import Decoded, decode
from cleaner.readers.foreign import foreign, is_feed

_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|section|span)\b[^<>]*>", re.I)

MEDIA_TYPES = ("text/plain", "text/html")

Reader = Callable[[str, Context, Source], Document]


def read(raw: bytes | str, context: Context, media_type: str | None = None) -> Document:
    """Read text or a page into a document: decode it, detect its kind, mark its blocks.

    ``media_type`` may carry a charset, as in HTTP: ``text/html; charset=utf-8``.
    """
    named = media_type.partition(";")[0].strip().lower() if media_type else None
    if named not in (None, *MEDIA_TYPES):
        raise ValueError(f"media type {media_type!r} is not one of {', '.join(MEDIA_TYPES)}")
    if isinstance(raw, bytes) and (why := binary.by_magic(raw)):
        source = Source(sha256=hashlib.sha256(raw).hexdigest(), bytes=len(raw))
        return Document("", context, source).apply("reader", [Obstacle(why)])
    if isinstance(raw, bytes):
        decoded = decode(raw, media_type=media_type)
        digest, size = hashlib.sha256(raw).hexdigest(), len(raw)
    else:
        decoded, digest, size = Decoded(raw, "str"), None, None
    kind = named or sniff(decoded.text)
    lost = tuple((at, piece.hex()) for at, piece in decoded.undecodable)
    source = Source(sha256=digest, bytes=size, media_type=kind, encoding=decoded.encoding, undecodable=lost)
    if why := binary.obstacle(decoded.text) or _refusal(decoded.text, kind, is_told=named is not None):
        return Document(decoded.text, context, source).apply("reader", [Obstacle(why)])
    document = _reader(kind)(decoded.text, context, source)
    if why := placeholders.obstacle(document):
        return document.apply("reader", [Obstacle(why)])
    return document.apply("reader", _known_from_outside(document))


def _reader(media_type: str) -> Reader:
    """The reader of a kind of document. That of pages waits for the first page: texts need neither it nor lxml."""
    reader: Reader = text.read if media_type != "text/html" else import_module("cleaner.readers.html").read
    return reader


def _known_from_outside(document: Document) -> Iterator[Claim]:
    """Claims about the publisher, from the address, and the language, from the words."""
    if (url := document.context.url) and (row := find_publisher(host=host_of(url))):
        yield claim("publisher", row.name, "host publisher")
    told = next((said.text for said in document.claims("language")), None)
    if (language := detect(document.raw, told)) and language != told:
        yield claim("language", language, "function words")


def _refusal(text: str, kind: str, *, is_told: bool) -> str | None:
    """Why a text that is not for people is refused. What the caller says about it counts more than its looks."""
    name = None if is_told or (kind == "text/html" and not is_feed(text)) else foreign(text)
    return f"not an article but {name}" if name else None


def sniff(text: str) -> str:
    """Is this a page or a dump? Markup near the start tells.

    >>> sniff("<!DOCTYPE html><title>x</title>"), sniff("Prices < 5 rose")
    ('text/html', 'text/plain')
    """
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if head.startswith("<") and _MARKUP.search(head):
        return "text/html"
    return "text/html" if len(_MARKUP.findall(head)) > 2 else "text/plain"
