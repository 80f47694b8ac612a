"""Markdown with front matter, and plain text.

The front matter of Markdown holds the fields of the article, apart from the edit log, mentions, warnings and the
source. Plain text holds only the headline and the text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from cleaner.core import lazy_re as re
from cleaner.core.article import Article
from cleaner.core.parts import Block, Link
from cleaner.export.addresses import web_address
from cleaner.export.markup import blocks, filled

_ACTIVE = re.compile(r"([\\`*_\[\]<>&#|~$])")
_OPENS_LINE = re.compile(r"^[ \t]*([-+=:])", re.M)
_NUMBERS_LINE = re.compile(r"^[ \t]*(\d{1,9})([.)])", re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)


def to_text(article: Article) -> str:
    """The headline, a blank line, the text."""
    return f"{article.headline}\n\n{article.text}\n"


def to_markdown(article: Article) -> str:
    """An article as CommonMark, with YAML front matter for static site generators.

    Everything that Markdown would take for markup is escaped.
    """
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in _front(article).items())
    body = "\n\n".join(_block(article, block) for block in blocks(article))
    return f"---\n{front}---\n\n# {escape_markdown(article.headline)}\n\n{body}\n"


def _front(article: Article) -> dict[str, object]:
    """The known fields of the front matter. Values are written as JSON, which is also YAML."""
    known = {
        "title": article.headline,
        "date": article.date_published and article.date_published.isoformat(),
        "lastmod": article.date_modified and article.date_modified.isoformat(),
        "description": article.description,
        "authors": [author.name for author in article.authors],
        "publisher": article.publisher and article.publisher.name,
        "section": article.section,
        "tags": list(article.keywords),
        "lang": article.language,
        "url": web_address(article.url),
        "captions": [f"{c.text} ({c.credit.raw})".strip() if c.credit else c.text for c in article.captions],
        "id": article.id,
    }
    return filled(known)


def _block(article: Article, block: Block) -> str:
    links = [link for link in article.links if block.start <= link.start < link.end <= block.end]
    shown = _linked(article.text, block, links)
    if block.kind == "heading":
        return "## " + shown.replace("\n", " ")
    mark, indent = {"list_item": ("- ", "  "), "quote": ("> ", "> ")}.get(block.kind, ("", ""))
    return mark + shown.replace("\n", f"\n{indent}")


def _linked(source: str, block: Block, links: Sequence[Link]) -> str:
    at = block.start
    parts: list[str] = []
    for link in sorted(links, key=lambda link: link.start):
        address = web_address(link.url)
        if address is not None and link.start >= at:
            parts += _escaped(source[at : link.start]), f"[{_escaped(link.text)}](<{address}>)"
            at = link.end
    return _line_starts("".join(parts) + _escaped(source[at : block.end]))


def escape_markdown(value: str) -> str:
    """Escape a text so that CommonMark finds no markup in it.

    >>> print(escape_markdown("1. *Really* <b>?"))
    1\\. \\*Really\\* \\<b\\>?
    """
    return _line_starts(_escaped(value))


def _escaped(value: str) -> str:
    return _ACTIVE.sub(r"\\\1", value)


def _line_starts(shown: str) -> str:
    """Escape what would start a list, a numbered item or the underline of a heading."""
    return _INDENT.sub("", _NUMBERS_LINE.sub(r"\1\\\2", _OPENS_LINE.sub(r"\\\1", shown)))
