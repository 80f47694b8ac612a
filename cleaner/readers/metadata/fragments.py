"""Cleaning statements of pages: tags, escaped entities, soft hyphens, byte order marks.

Content systems escape what an editor has already escaped ("Smith &amp;amp; Sons"), and store hyphens for their layout.
Neither is part of the statement.
"""

from __future__ import annotations

from html import unescape

from cleaner.core import lazy_re as re

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});", re.I)
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufffe\u0000-\u0008\u000e-\u001f]")
_PARTING = ("br", "p", "div", "li", "td", "h1", "h2", "h3")
_HIDDEN = ("script", "style", "template", "rt", "rp")
_ROUNDS = 3
LONGEST = 1000


def plain(text: str) -> str:
    """A statement as readers would see it, on one line.

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
    from bs4 import BeautifulSoup  # here, since few pages state markup, and none of a dump's lines

    soup = BeautifulSoup(fragment, "lxml")
    for hidden in soup(_HIDDEN):
        hidden.decompose()
    for block in soup(_PARTING):
        block.insert_before(" ")
        block.append(" ")
    return soup.get_text()
