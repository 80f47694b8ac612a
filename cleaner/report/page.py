"""A static HTML page, with a policy under which no foreign script runs and no request is made.

News text is hostile input: it holds scripts, stray tags and addresses. So all text is escaped. In addition, the content
security policy of the page forbids all requests, and all scripts and styles except its own, which are known by their
hashes. A page opens from a folder, an archive or a mail, without a network.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from typing import Literal

Script = Literal["article", "search"]


def element(name: str, content: str, **attributes: str | int | bool | None) -> str:
    """An element around ``content``, which is HTML already. Attributes are escaped; None and False are left out.

    In names of attributes, a trailing underscore is dropped, and others become hyphens.

    >>> element("a", text("a < b"), href="#x", class_="note", aria_label=None)
    '<a href="#x" class="note">a &lt; b</a>'
    """
    return f"<{name}{_attributes(attributes)}>{content}</{name}>"


def _attributes(attributes: dict[str, str | int | bool | None]) -> str:
    parts = []
    for name, value in attributes.items():
        if value is not None and value is not False:
            name = name.rstrip("_").replace("_", "-")
            parts.append(f" {name}" if value is True else f' {name}="{text(value)}"')
    return "".join(parts)


def text(value: object) -> str:
    """Any value as HTML, with quotation marks escaped.

    Characters that HTML forbids (such as NUL and lone surrogates) become U+FFFD.

    >>> text('<b title="x">'), text("bell\\x07")
    ('&lt;b title=&quot;x&quot;&gt;', 'bell\\ufffd')
    """
    shown = str(value)
    if not shown.isprintable():
        shown = "".join(c if c.isprintable() or c.isspace() or not _forbidden(c) else "\ufffd" for c in shown)
    return escape(shown)


def _forbidden(character: str) -> bool:
    return character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff"


def count(number: float, noun: str = "", plural: str = "") -> str:
    """A number with separators for thousands, and the noun in singular or plural.

    >>> count(1, "article"), count(12000, "article"), count(2, "entry", "entries")
    ('1 article', '12,000 articles', '2 entries')
    """
    if not noun:
        return f"{number:,}"
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def share(part: float, whole: float) -> str:
    """A percentage that never rounds a little to nothing, or nearly all to all.

    >>> share(1, 3), share(1, 1000), share(999, 1000), share(0, 0)
    ('33%', '<1%', '>99%', '0%')
    """
    if not part or not whole:
        return "0%"
    percent = 100 * part / whole
    if percent < 1:
        return "<1%"
    return ">99%" if 99 < percent < 100 else f"{percent:.0f}%"


def table(headings: Iterable[str], rows: Iterable[Iterable[str]], numeric: Iterable[int] = (), label: str = "") -> str:
    """A table whose cells are HTML already; columns in ``numeric`` are aligned right."""
    right = frozenset(numeric)
    head = "".join(
        element("th", text(h), scope="col", class_="n" if i in right else None) for i, h in enumerate(headings)
    )
    body = "".join(
        element("tr", "".join(element("td", cell, class_="n" if i in right else None) for i, cell in enumerate(row)))
        for row in rows
    )
    inner = element("thead", element("tr", head)) + element("tbody", body)
    return element("div", element("table", inner, aria_label=label or None), class_="scroll", tabindex=0, role="region",
                   aria_label=label or "table")  # fmt: skip


def article_address(name: str) -> str:
    """The address of an article's page below the report's folder.

    It depends on the name of the document alone, so it stays the same from run to run, and has no characters that could
    trouble a file system or a browser.

    >>> article_address("dumps/a b.txt")
    'article/8a5ce7084d8e2f8c.html'
    """
    return f"article/{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.html"


def link(name: str, root: str = "") -> str:
    """A link to the page of an article; ``root`` leads from the page that holds it to the report's folder."""
    return element("a", text(name), href=root + article_address(name))


def excerpt(value: str, most: int) -> str:
    """The first ``most`` characters of a text."""
    return value if len(value) <= most else value[: most - 1].rstrip() + "…"


def page(title: str, body: str, script: Script | None = None) -> str:
    """A complete page; ``body`` is HTML."""
    style, code = _asset("report.css"), _asset(f"{script}.js") if script else ""
    policy = f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    if code:
        policy += f"; script-src {_hash(code)}"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n"
        + (f"<script>{code}</script>\n" if code else "")
        + "</body>\n</html>\n"
    )


@cache
def _asset(name: str) -> str:
    return (files("cleaner.report") / "assets" / name).read_text(encoding="utf-8")


@cache
def _hash(asset: str) -> str:
    digest = base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()
    return f"'sha256-{digest}'"
