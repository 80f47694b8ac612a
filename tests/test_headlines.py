"""Headlines of pages: which of all the titles wins, and what of it is kicker, label or the site's name."""

import json

import pytest

from cleaner.core.document import Context, Document
from cleaner.readers.metadata import claims
from cleaner.readers.metadata.addresses import slug
from cleaner.readers.tree import read_page


def headline(body, *, title="", og="", ld="", site="", url=None, head=""):
    parts = [f"<title>{title}</title>" if title else "", head]
    if og:
        parts.append(f'<meta property="og:title" content="{og}">')
    if site:
        parts.append(f'<meta property="og:site_name" content="{site}">')
    if ld:
        node = {"@type": "NewsArticle", "headline": ld}
        parts.append(f'<script type="application/ld+json">{json.dumps(node)}</script>')
    root = read_page(f"<head>{''.join(parts)}</head><body>{body}</body>").root
    return Document("", Context(url)).apply("reader", claims(root, url)).claims("headline")[0].text


def test_the_logo_is_no_headline():
    body = (
        "<h1><a href='/'>The Harbour Courier</a></h1><article><h1>Ferry runs aground</h1></article><h1>Most read</h1>"
    )
    assert headline(body, title="Ferry runs aground | The Harbour Courier") == "Ferry runs aground"
    assert headline(body, og="Ferry runs aground off Skerry Point") == "Ferry runs aground"


def test_a_breadcrumb_holds_the_search_engines_title():
    trail = "<nav><ol class='breadcrumb'><li><a>News</a></li><li><h1>Ferry Dorothea: what we know</h1></li></ol></nav>"
    body = f"{trail}<article><h2>Nobody hurt as ferry runs aground</h2><p>It ran aground.</p></article>"
    seo = "Ferry Dorothea: what we know"
    real = "Nobody hurt as ferry runs aground"
    assert headline(body, title=seo, og=seo, ld=real) == real
    assert headline(body, title=seo, og=real, ld=seo) == real
    assert headline(trail, title=seo, og=seo, ld=real) == real
    assert headline(trail, title=seo, og=seo) == seo


def test_where_no_heading_speaks_what_differs_from_the_title_was_written_for_readers():
    seo, real = "Ferry Dorothea: what we know", "Nobody hurt as ferry runs aground"
    assert headline("", title=seo, og=real, ld=seo) == real
    assert headline("", title=seo, og=seo, ld=real) == real


def test_a_headline_in_a_list_without_rival_counts():
    assert headline("<ul><li><h1>Ferry runs aground off Skerry</h1></li></ul>", title="Ferry") == (
        "Ferry runs aground off Skerry"
    )


KICKED = "<h1><span class='{}'>Storm</span><span class='sr-only'>: </span><span>Ferry runs aground</span></h1>"


def test_the_metadata_decide_whether_a_kicker_belongs():
    plain = KICKED.format("x1")
    assert headline(plain, og="Storm: Ferry runs aground") == "Storm: Ferry runs aground"
    assert headline(plain, og="Ferry runs aground") == "Ferry runs aground"
    assert headline(plain, og="Weather: Ferry runs aground") == "Ferry runs aground"
    assert headline(plain, og="What we know of the storm and the ferry") == "Storm Ferry runs aground"


def test_a_marked_kicker_goes_where_no_json_ld_speaks_for_it():
    kicked, stated = KICKED.format("article__kicker"), "Storm: Ferry runs aground"
    assert headline(kicked) == headline(kicked, og=stated, title=stated) == "Ferry runs aground"
    assert headline(kicked, og=stated, ld=stated) == headline(kicked, ld=stated) == stated


def test_a_heading_in_one_piece_outvotes_metadata_that_put_it_in_other_words():
    shown, stated = "The ferry runs aground again off Skerry", "Dorothea: Ferry runs aground off Skerry"
    assert headline(f"<h1>{shown}</h1>", og=stated, ld=stated, title=stated) == shown
    assert headline("<h1>Ferry runs aground | Opinion</h1>", og="Ferry runs aground", ld="Ferry runs aground") == (
        "Ferry runs aground"
    )


def test_the_only_h1_is_the_headline_where_the_titles_name_site_and_section():
    welcome = "<h1>A word of welcome to the ferry</h1>"
    assert headline(welcome, title="News - Skerry Line") == "A word of welcome to the ferry"
    assert headline(f"{welcome}<h1>Most read</h1>", title="Skerry Line") == "Skerry Line"
    address = "https://courier.example/2024/dorothea-aground-third-time/"
    title = "Dorothea aground for the third time"
    assert headline("<h1>Sea and shore</h1>", title=title, url=address) == title
    assert headline("<h1>The Courier</h1>", title=f"{title} | The Courier") == title
    assert headline("<h1>Courier</h1>", title=title, url="https://www.courier.example/4711") == title
    assert headline("<h1>SATIRE</h1>", title=f"{title} and nobody is at all surprised") == (
        f"{title} and nobody is at all surprised"
    )
    assert headline("<h1>Original text</h1>", title="渡船在港口搁浅") == "渡船在港口搁浅"


def test_a_label_behind_the_headline_goes():
    body = "<h1>Ferry runs aground <span class='badge'>Subscribers</span></h1>"
    assert headline(body, title="Ferry runs aground | Courier") == "Ferry runs aground"


def test_emphasis_parts_nothing():
    body = "<h1>Why <em>Dorothea</em> ran aground twice</h1>"
    assert headline(body, og="The ferry, or why Dorothea ran aground twice") == "Why Dorothea ran aground twice"


def test_a_live_blog_keeps_its_name():
    body = "<h1>13:05 Tug arrives at the scene</h1>"
    live = "Ferry aground off Skerry Point: the day as it happened"
    assert headline(body, title=live, ld=live, og="Ferry: live") == live
    address = "https://courier.example/news/ferry-aground-off-skerry-point-the-day-as-it-happened-4711"
    assert headline(body, title="Tug arrives at the scene", ld=live, url=address) == live


def test_the_address_tells_which_heading_is_the_headline():
    body = "<h1></h1><h2>Read on</h2><h2>Dorothea aground for the third time</h2><h2>Weather</h2>"
    title = "You will not believe what this ferry did"
    assert headline(body, title=title) == title
    address = "https://courier.example/2024/dorothea-aground-third-time/"
    assert headline(body, title=title, url=address) == "Dorothea aground for the third time"


def test_one_word_that_is_the_sites_name_makes_no_headline():
    body = "<h1>Courier newsletter</h1><h1>Dispute over pier settled at last</h1>"
    address = "https://courier.example/content/dispute-over-pier-settled-at-last"
    assert headline(body, title="COURIER", url=address) == "Dispute over pier settled at last"


def test_microdata_say_which_heading_it_is():
    body = "<h1>Ferry aground again</h1><h1 itemprop='headline'>Ferry runs aground again</h1>"
    assert headline(body, title="Ferry runs aground once again") == "Ferry runs aground again"


@pytest.mark.parametrize(
    ("title", "site", "url", "wanted"),
    [
        ("Ferry runs aground - CBS Skerry", "", "https://skerry.cbslocal.com/a", "Ferry runs aground"),
        ("Ferry runs aground - SRF", "Schweizer Radio und Fernsehen (SRF)", None, "Ferry runs aground"),
        ("Ferry runs aground - KBH", "", "https://www1.kbh.example/a", "Ferry runs aground"),
        ("Ferry runs aground | Kurier – Der Bote – הבוקר", "Kurier – Der Bote – הבוקר", None, "Ferry runs aground"),
        ("フェリーが座礁した - 港ニュース", "港新聞：港ニュース", None, "フェリーが座礁した"),
        ("페리가 스케리 앞바다에서 좌초했다-사회ㅣ항구일보", "항구일보", None, "페리가 스케리 앞바다에서 좌초했다"),
        ("Ferry runs aground | The Gate Post | by Ann Lowe, The Pier", "The Gate Post", None, "Ferry runs aground"),
        (
            "Ferry runs aground – Küstenbote der Woche",
            "",
            "https://www.kuestenbote.example/",
            "Ferry runs aground – Küstenbote der Woche",
        ),
        ("Ferry – the end of an age", "Courier", "https://courier.example/a", "Ferry – the end of an age"),
        ("Courier - Dorothea: who was at the wheel?", "Tide", None, "Courier - Dorothea: who was at the wheel?"),
    ],
)
def test_names_of_unknown_sites_go_and_headlines_stay(title, site, url, wanted):
    assert headline("", title=title, site=site, url=url) == wanted


def test_saved_pages_whose_meta_tags_hold_a_value():
    head = '<meta name="og:title" value="Ferry runs aground"><meta name="author" value="Ann Lee">'
    assert headline("<p>It did.</p>", head=head, title="Courier") == "Ferry runs aground"


def test_the_article_among_others_is_known_by_the_title():
    nodes = [{"@type": "NewsArticle", "headline": h} for h in ("Snow falls in York today", "Ferry runs aground")]
    head = f'<script type="application/ld+json">{json.dumps(nodes)}</script>'
    assert headline("", head=head, title="Ferry runs aground | Courier") == "Ferry runs aground"


@pytest.mark.parametrize(
    "address", ["", "https://[", "https://courier.example", "https://courier.example/a-b/123", "no address", "x" * 9999]
)
def test_addresses_without_a_title(address):
    assert slug(address) == ()
