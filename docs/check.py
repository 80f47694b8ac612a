"""Check the built documentation: every link inside leads somewhere, and no page asks another host for anything."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ASKED = {
    ("script", "src"),
    ("img", "src"),
    ("link", "href"),
    ("iframe", "src"),
    ("source", "srcset"),
    ("form", "action"),
}
"""Attributes that make a browser ask for something, unlike a link that a reader follows."""


class Page(HTMLParser):
    """The ids of a page, its links, and what it asks for."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.asked: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a start tag holds."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif tag == "a" and name == "href" and value:
                self.links.append(value)
            elif (tag, name) in ASKED and value:
                self.asked.append(value)


def faults(root: Path) -> list[str]:
    """All that is wrong with the site below ``root``."""
    pages = {file: Page(file.read_text(encoding="utf-8")) for file in sorted(root.rglob("*.html"))}
    found = []
    for file, page in pages.items():
        found += [f"{file.relative_to(root)} asks {a}" for a in page.asked if urlsplit(a).netloc]
        found += [f"{file.relative_to(root)} links to {link}" for link in page.links if not _leads(file, link, pages)]
    return found


def _leads(file: Path, link: str, pages: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme in ("https", "http", "mailto")
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if target not in pages:
        return target.exists()
    return not parts.fragment or unquote(parts.fragment) in pages[target].ids


if __name__ == "__main__":
    wrong = faults(Path(sys.argv[1]).resolve())
    print("\n".join(wrong) or "every link leads somewhere, and nothing is asked of other hosts")
    sys.exit(bool(wrong))
