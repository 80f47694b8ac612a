"""Text for programs, not for people.

Folders of articles also collect style sheets, scripts, feeds and exports. Cleaned like prose, they would yield nonsense
that looks valid. Each kind is refused by name, with the way to read it if there is one. In doubt, prose decides: a dump
with a leaked script still holds its story, and is accepted.
"""

from __future__ import annotations

from functools import cache

from cleaner.core import lazy_re as re, tables
from cleaner.text.sentences import is_sentence

_LOOKED_AT = 20_000
_BEFORE = r"(?:<\?[^>]{0,500}>\s{0,200}|<!--[^>]{0,500}-->\s{0,200}){0,6}"
_FEED = re.compile(_BEFORE + r"<(?:rss|feed|rdf:RDF)\b", re.I)
_MAIL_FIELD = re.compile(r"^(?:MIME-Version|Received|Message-ID|Content-Type):", re.I | re.M)
_CODE = re.compile(r"[{}();=]")
_LEAST_MARKS = 5
_DENSE = 0.05
"""In scripts and style sheets, braces, semicolons and the like are 7 to 20 % of the visible characters; in prose, at
most 1 %."""

_WORDS = 8
_STORY = 2


@cache
def _starts() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = tables.single("formats.toml")["text"]
    return tuple((re.compile(row["start"].replace("{before}", _BEFORE)), row["is"]) for row in rows)


def foreign(text: str) -> str | None:
    """The kind of this text, if it is not for people.

    >>> foreign('{"a": 1}')[:4], foreign("body { color: red; }\\n" * 9), foreign("Rain {again}; it rained (a lot).")
    ('JSON', 'a script or a style sheet', None)
    """
    head = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    for start, name in _starts():
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
