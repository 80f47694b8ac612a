"""Lists of the articles of a run: plain pages to browse, and one page that searches without a server."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from cleaner.report.charts import share_bar
from cleaner.report.measures import Measure
from cleaner.report.page import article_address, count, element, link, page, table, text

PER_PAGE = 200
_LONGEST_HEADLINE = 140


def list_pages(measures: Sequence[Measure]) -> Iterator[str]:
    """Pages without scripts, each with a part of the articles."""
    pages = -(-len(measures) // PER_PAGE)
    for number in range(1, pages + 1):
        part = measures[(number - 1) * PER_PAGE : number * PER_PAGE]
        rows = ([link(one.name, "../"), text(one.headline[:_LONGEST_HEADLINE]), text(one.publisher),
                 text(one.published), count(one.total), share_bar(one.words), text(", ".join(one.flags))]
                for one in part)  # fmt: skip
        shown = table(("Document", "Headline", "Publisher", "Published", "Words", "Shares", "Notes"), rows, numeric=[4],
                      label="Articles")  # fmt: skip
        leaf = _pager(number, pages)
        head = _navigation("../") + element("h1", text(f"Articles, page {number} of {pages}")) + leaf
        yield page(f"Articles {number}", element("header", head) + element("main", shown + leaf))


def search_page(measures: Sequence[Measure]) -> str:
    """The page that searches and sorts; it contains the list of all articles."""
    head = _navigation("") + element("h1", text(count(len(measures), "article")))
    search = element("label", "Search" + '<input type="search" id="query" autocomplete="off" placeholder="'
                     'words of headline, document, publisher, people, notes">')  # fmt: skip
    options = (
        ("name", "document"),
        ("cut", "share cut, most first"),
        ("words", "words, most first"),
        ("published", "latest first"),
    )
    order = element("select", "".join(element("option", text(said), value=key) for key, said in options), id="order")
    form = element("div", search + element("label", "Order" + order), class_="search", role="search")
    without = element("noscript", element("p", "Searching needs the script of this page; " + element(
        "a", "the lists", href="list/1.html") + " do not."))  # fmt: skip
    headings = ("Document", "Headline", "Publisher", "Published", "Words", "Cut", "Notes")
    shown = table(headings, (), numeric=(4, 5), label="Articles found")
    pager = element("div", '<button type="button" id="back">Back</button><button type="button" id="on">Next</button>'
                    '<span id="told" role="status"></span>', class_="pager")  # fmt: skip
    data = f'<script type="application/json" id="articles">{_index(measures)}</script>'
    body = element("header", head) + element("main", form + without + pager + shown) + data
    return page("Search the articles", body, script="search")


def _index(measures: Sequence[Measure]) -> str:
    """The articles as JSON for a script element: every ``<`` of a text is escaped."""
    rows = [
        [article_address(m.name), m.name, m.headline[:_LONGEST_HEADLINE], m.publisher, m.published, m.total,
         round(100 * m.cut), ", ".join(m.flags), m.people]
        for m in measures
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c").replace(">", "\\u003e")


def _navigation(root: str) -> str:
    return element("nav", element("a", "← Overview", href=f"{root}index.html") + element(
        "a", "Search", href=f"{root}articles.html"))  # fmt: skip


def _pager(number: int, pages: int) -> str:
    parts = [element("a", "Back", href=f"{number - 1}.html", rel="prev")] if number > 1 else []
    parts += [element("a", "Next", href=f"{number + 1}.html", rel="next")] if number < pages else []
    parts.append(element("span", text(f"{number} of {pages}"), class_="dim"))
    return element("div", "".join(parts), class_="pager")
