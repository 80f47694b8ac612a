"""One static HTML page: its shell, its style, and a policy under which nothing in it can run or leave it.

News text is hostile input: it holds scripts, stray tags and addresses. So all text is escaped, and on top of that the
page forbids by its content security policy every script and style but its own, known by their hashes, and every
request. A page opens from a folder, an archive or a mail without a network.
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
    """An element around ``content``, which is markup already; attributes are escaped, those of None or False left out.

    A trailing underscore is dropped from attribute names, and an inner one becomes a hyphen.

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
    """Any value as markup that shows it, quotation marks escaped too.

    Characters that no HTML page may hold (NUL and its like, lone surrogates) show as U+FFFD.

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
    """A number with its thousands parted, and the noun in the number that it asks for.

    >>> count(1, "article"), count(12000, "article"), count(2, "entry", "entries")
    ('1 article', '12,000 articles', '2 entries')
    """
    if not noun:
        return f"{number:,}"
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def share(part: float, whole: float) -> str:
    """A share in percent, in which a little never reads as nothing and nearly all never as all.

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
    """A table of cells that are markup already; columns in ``numeric`` are set flush right."""
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


def page(title: str, body: str, script: Script | None = None) -> str:
    """A whole page, as a string; ``body`` is markup."""
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
