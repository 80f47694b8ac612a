"""One article in two forms: written as a dump and as a page, it gives one result."""

import tomllib
from html import escape
from pathlib import Path

import pytest

from cleaner import clean

ARTICLES = tomllib.loads((Path(__file__).parent / "data" / "twelve.toml").read_text(encoding="utf-8"))["article"]
SITE = "The Harbour Courier"


def as_dump(article):
    """What a scraper leaves: title, standfirst, byline, date, then the text with what stood among it."""
    first, *others = article["body"]
    head = [f"{article['headline']} - {SITE}", article.get("standfirst"), article["byline"], article["date"]]
    figure = " ".join(filter(None, [article.get("caption"), bracketed(article.get("credit"))]))
    blocks = [article.get("section"), *head, first, figure, *others[:1], *article.get("newsletter", [])]
    return "\n\n".join(filter(None, [*blocks, *others[1:], *article.get("related", [])]))


def bracketed(credit):
    return f"({credit})" if credit else None


def element(article, n):
    tag = "li" if n in article.get("listed", []) else "h2" if n in article.get("headings", []) else "p"
    return f"<{tag}>{escape(article['body'][n])}</{tag}>"


def as_page(article):
    """A page as content systems make it, its menus and boxes around and among the paragraphs."""
    page = PAGES[ARTICLES.index(article) % len(PAGES)]
    blocks = [element(article, n) for n in range(len(article["body"]))]
    figure = ""
    if "caption" in article:
        credit = f' <span class="credit">({escape(article["credit"])})</span>' if "credit" in article else ""
        figure = f"<figure><img src=a.jpg><figcaption>{escape(article['caption'])}{credit}</figcaption></figure>"
    box = "".join(f"<p>{escape(text)}</p>" for text in article.get("newsletter", []))
    related = "".join(f"<p><a href=/other>{escape(text)}</a></p>" for text in article.get("related", []))
    inner = [blocks[0], figure, blocks[1], f"<div class='newsletter-box'>{box}</div>" if box else "", *blocks[2:]]
    dek = article.get("standfirst")
    return page.format(
        lang=article["lang"],
        site=SITE,
        headline=escape(article["headline"]),
        byline=escape(article["byline"]),
        date=article["date"],
        section=article.get("section", "News"),
        description=f'<meta name="description" content="{escape(dek)}">' if dek else "",
        dek=f"<p class='dek'>{escape(dek)}</p>" if dek else "",
        body="\n".join(inner),
        related=related,
    )


HEAD = """<!DOCTYPE html><html lang="{lang}"><head><title>{headline} - {site}</title>{description}
<meta property="og:site_name" content="{site}"></head><body>
<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/s">{section}</a></li><li><a href="/w">Weather</a></li>
</ul></nav>"""
FOOT = """<aside class="most-read"><h3>Most read</h3><ul><li><a href="/1">Bridge shut for a second week</a></li>
<li><a href="/2">Bakery on Mill Lane turns to rye</a></li></ul></aside>
<footer class="footer"><p>© 2024 {site}. All rights reserved.</p><a href="/terms">Terms</a></footer></body></html>"""
PAGES = [
    HEAD
    + """<main><article><header><h1>{headline}</h1>{dek}<p class="byline">{byline}</p><time>{date}</time></header>
<div class="article-body">{body}{related}</div></article></main>"""
    + FOOT,
    HEAD
    + """<div id="content" class="single"><div class="entry-header"><h1 class="entry-title">{headline}</h1>{dek}
<div class="entry-meta"><span class="author">{byline}</span> <span class="posted-on">{date}</span></div></div>
<div class="entry-content">{body}</div><div class="sharing"><a href="#f">Facebook</a> <a href="#m">Email</a></div>
{related}</div>"""
    + FOOT,
    HEAD
    + """<div class="css-1x2"><h1 class="css-9ab">{headline}</h1>{dek}<p class="css-3cd">{byline}</p>
<p class="css-4de">{date}</p><section class="css-5ef">{body}</section>{related}</div>"""
    + FOOT,
]


@pytest.mark.parametrize("article", ARTICLES, ids=[article["name"] for article in ARTICLES])
def test_a_dump_and_a_page_of_one_article_give_one_result(article):
    dump = clean(as_dump(article), media_type="text/plain")
    page = clean(as_page(article), media_type="text/html")
    assert page.text == dump.text
    for field in ("headline", "authors", "dateline", "captions", "description", "date_published", "dates", "people"):
        assert getattr(page, field) == getattr(dump, field), field
    assert clean(page.text, media_type="text/plain").text == page.text
    assert page.headline == article["headline"]
    assert len(page.captions) == ("caption" in article)


def test_datelines_move_from_pages_and_dumps():
    for form, media_type in ((as_page, "text/html"), (as_dump, "text/plain")):
        found = {a["name"]: clean(form(a), media_type=media_type).dateline for a in ARTICLES}
        places = {name: dateline.place for name, dateline in found.items() if dateline}
        assert places == {
            "ferry": "SKERRY POINT, Maine",
            "quake": "PORT ARDEN",
            "health": "LEEDS, England",
            "hafen": "Altenhof",
        }


def test_the_result_is_the_article_and_nothing_else():
    for article in ARTICLES:
        text = clean(as_dump(article), media_type="text/plain").text
        for block in article["body"][1:]:
            assert block in text
        for other in (*article.get("related", []), *article.get("newsletter", []), article["byline"]):
            assert other not in text
