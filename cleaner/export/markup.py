"""Blocks as HTML and XML, and characters that XML cannot hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any

from cleaner.core import lazy_re as re
from cleaner.core.article import Article
from cleaner.core.parts import Block

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {"paragraph": "p", "heading": "h2", "list_item": "li", "quote": "blockquote"}


def xml_text(value: str) -> str:
    """A text for XML 1.0: each forbidden character becomes U+FFFD, so that offsets stay.

    >>> xml_text("bell \\x07 & form feed \\x0c")
    'bell \\ufffd & form feed \\ufffd'
    """
    return _FORBIDDEN.sub("\ufffd", value)


def filled(known: Mapping[str, Any]) -> dict[str, Any]:
    """The fields whose value is known; one that is false or 0 is."""
    return {name: value for name, value in known.items() if value not in (None, "", [])}


def blocks(article: Article) -> Iterator[Block]:
    """The blocks of an article; without any, a single paragraph."""
    yield from article.blocks or (Block(start=0, end=len(article.text)),)


def xhtml(article: Article) -> str:
    """The text of an article as well-formed XHTML: an element for each block, list items in their list."""
    parts = []
    for kind, run in groupby(blocks(article), lambda block: block.kind):
        tag = _TAGS[kind]
        shown = "".join(f"<{tag}>{_inner(article, block, tag)}</{tag}>" for block in run)
        parts.append(f"<ul>{shown}</ul>" if kind == "list_item" else shown)
    return "".join(parts)


def _inner(article: Article, block: Block, tag: str) -> str:
    shown = escape(xml_text(article.text[block.start : block.end]), quote=False)
    return f"<p>{shown}</p>" if tag == "blockquote" else shown
