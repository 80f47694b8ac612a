"""Statements as pages make them: with tags, entities of entities, soft hyphens, a byte order mark.

Content systems escape what an editor has escaped already ("Smith &amp;amp; Sons"), and store the hyphens that their
layout needs. Neither is part of what was said.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from lxml import etree

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});", re.I)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufffe\u0000-\u0008\u000e-\u001f]")
_PARTING = frozenset(["br", "p", "div", "li", "td", "h1", "h2", "h3"])
_HIDDEN = frozenset(["script", "style", "template", "rt", "rp"])
_ROUNDS = 3
LONGEST = 1000


def plain(text: str) -> str:
    """A statement as a reader would see it, on one line.

    >>> plain("\\ufeffSmith &amp;amp; Sons<br>of <b>L</b>eeds: Welt\\u00adernährung")
    'Smith & Sons of Leeds: Welternährung'
    >>> plain("<b>Rain<script>x()</script></b><p>again"), plain("if 3 < 4 & 5 > 4")
    ('Rain again', 'if 3 < 4 & 5 > 4')
    """
    text = text[:LONGEST]
    for _ in range(_ROUNDS):
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    if "<" in text and _TAG.search(text):
        text = _shown(text)
    return " ".join(_UNSEEN.sub("", text).split())


def _shown(fragment: str) -> str:
    target: Any = _Listener()
    parser = etree.HTMLParser(target=target, recover=True, encoding="utf-8")
    parser.feed(fragment.encode("utf-8", "replace"))
    return str(parser.close())


class _Listener:
    """A target of lxml's parser: the text that a fragment shows, parted where its blocks begin and end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._hidden = 0

    def start(self, tag: str, _: object) -> None:
        """Open an element."""
        self._hidden += tag in _HIDDEN
        self._part(tag)

    def end(self, tag: str) -> None:
        """Close an element."""
        self._hidden -= tag in _HIDDEN
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag in _PARTING:
            self._pieces.append(" ")

    def data(self, text: str) -> None:
        """Take in text, a piece at a time."""
        if not self._hidden:
            self._pieces.append(text)

    def close(self) -> str:
        """All that was heard."""
        return "".join(self._pieces)
