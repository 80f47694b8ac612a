"""What does not belong inside a line: odd spaces, and tags that a scraper left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.stages.boilerplate.items import Item

_KINDS = "\t\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3164"
_SPACES = re.compile(f"[{_KINDS}][ {_KINDS}]*| [ {_KINDS}]+")
_TAG = re.compile(r"</?(?:a|abbr|b|br|div|em|font|i|p|small|span|strong|sub|sup|u)(?:\s[^<>]{0,300})?/?>", re.I)
_ODD = re.compile(f"[{_KINDS}<]")


def edits(text: str, lines: Sequence[Item], cuts: Collection[int]) -> Iterator[Edit]:
    """Replace every kind of space by single plain spaces, and remove stray tags, in the lines that stay.

    No-break spaces help typesetters and hurt every search. The ideographic space stays, since it means a pause. Tags
    that a page displays stay, too: they are its subject.

    >>> text = "Ten\u00a0<b>km</b> on,  it rained."
    >>> [(e.start, e.end, e.new, e.rule) for e in sorted(edits(text, [Item(0, len(text), text)], {}))]
    [(3, 4, ' ', 'space.nbsp'), (4, 7, '', 'markup.tag'), (9, 13, '', 'markup.tag'), (17, 19, ' ', 'space.run')]
    """
    if "  " not in text and not _ODD.search(text):
        return
    for i, line in enumerate(lines):
        if i not in cuts:
            yield from _spaces(text, line)
            yield from () if line.on_page else _tags(text, line)


def _spaces(text: str, line: Item) -> Iterator[Edit]:
    for m in _SPACES.finditer(text, line.start, line.end):
        rule = "space.nbsp" if set(m.group()) == {"\u00a0"} else "space.run"
        yield Edit(m.start(), m.end(), " ", rule)


def _tags(text: str, line: Item) -> Iterator[Edit]:
    for m in _TAG.finditer(text, line.start, line.end):
        between = text[m.start() - 1 : m.start()].isalnum() and text[m.end() : m.end() + 1].isalnum()
        broken = between and m.group().lower().startswith(("<br", "<p", "</p", "<div", "</div"))
        yield Edit(m.start(), m.end(), " " if broken else "", "markup.tag")
