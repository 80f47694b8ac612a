"""Text for programs, not for people.

Folders of articles also collect style sheets, scripts, feeds and exports. Cleaned like prose, they would yield nonsense
that looks valid. Each kind is refused by name, with the way to read it if there is one. In doubt, prose decides: a dump
with a leaked script still holds its story, and is accepted.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.text.sentences import is_sentence

_LOOKED_AT = 20_000
_BEFORE = r"(?:<\?[^>]{0,500}>\s{0,200}|<!--[^>]{0,500}-->\s{0,200}){0,6}"
_FEED = re.compile(_BEFORE + r"<(?:rss|feed|rdf:RDF)\b", re.I)
_STARTS = (
    (re.compile(r"\{\\rtf\d"), "an RTF document: extract its text first"),
    (re.compile(r"WARC/\d\.\d\r?\n"), "a web archive: name it .warc, and `cleaner run` reads its pages"),
    (
        re.compile(
            r"""\{\s{0,200}"[^"\n]{0,200}"\s{0,20}:|\[\s{0,200}(?:\{\s{0,200}"|\[\s{0,200}["\d]|-?\d+\s{0,20},)"""
        ),
        "JSON: name it .json or .jsonl, and `cleaner run` reads its records",
    ),
    (_FEED, "a feed: name it .rss, and `cleaner run` reads its entries"),
    (
        re.compile(r"<\?xml\b" + r"[^>]{0,200}>\s{0,200}" + _BEFORE + r"<[\w:-]"),
        "an XML document: extract its text first",
    ),
    (
        re.compile(
            r"(?:From[ :]|(?:Subject|Date|To|Return-Path|Received|MIME-Version|Message-ID|X-[\w-]{1,40}):)",
            re.I,
        ),
        "a mail: name it .eml, and `cleaner run` reads it",
    ),
)
_MAIL_FIELD = re.compile(r"^(?:MIME-Version|Received|Message-ID|Content-Type):", re.I | re.M)
_CODE = re.compile(r"[{}();=]")
_LEAST_MARKS = 5
_DENSE = 0.05
"""In scripts and style sheets, braces, semicolons and the like are 7 to 20 % of the visible characters; in prose, at
most 1 %."""

_WORDS = 8
_STORY = 2


def foreign(text: str) -> str | None:
    """The kind of this text, if it is not for people.

    >>> foreign('{"a": 1}')[:4], foreign("body { color: red; }\\n" * 9), foreign("Rain {again}; it rained (a lot).")
    ('JSON', 'a script or a style sheet', None)
    """
    head = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    for start, name in _STARTS:
        if start.match(head) and (not name.startswith("a mail") or len(_MAIL_FIELD.findall(head[:4000])) > 1):
            return name
    marks, visible = len(_CODE.findall(head)), len(head) - head.count(" ")
    if head.count("{") < _LEAST_MARKS or marks < _DENSE * visible or _sentences(head) >= _STORY:
        return None
    return "a script or a style sheet"


def is_feed(text: str) -> bool:
    """Is this an RSS or Atom feed? Its entries may hold so much markup that it looks like a page.

    >>> is_feed('<?xml version="1.0"?><rss version="2.0">'), is_feed("<html><body>")
    (True, False)
    """
    return bool(_FEED.match(text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")))


def _sentences(head: str) -> int:
    """The number of lines that end like sentences and are as long."""
    lines = (line.strip() for line in head.splitlines())
    return sum(is_sentence(line, _WORDS) and "{" not in line for line in lines)
