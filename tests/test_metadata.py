"""What a page says about its article: sources, repair, headlines, bylines, dates."""

import json

import pytest
from growth import assert_linear

from cleaner import clean
from cleaner.core.document import Context, Document
from cleaner.core.sources import witness, witnesses
from cleaner.readers.metadata import claims, jsonld
from cleaner.readers.tree import read_page
from cleaner.timestamps import url_date


def said(page, url=None):
    return Document("", Context(url)).apply("reader", claims(read_page(page).root, url))


def best(document, field):
    return next((c.text for c in document.claims(field)), None)


def script(value):
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "River bursts its banks",
    "datePublished": "2023-09-08T10:00:00Z",
    "dateModified": "2023-09-09T10:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Xi"}],
    "publisher": {"@type": "Organization", "name": "The Example", "url": "https://example.org"},
    "inLanguage": "en-GB",
}


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "The Example"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE).replace('"inLanguage"', '"note": "a\nb\tc", "inLanguage"'),
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace('"', "&quot;"),
        [ARTICLE | {"@type": ["Thing", "http://schema.org/NewsArticle"]}],
    ],
    ids=["plain", "list", "graph", "nested", "comment", "cdata", "controls", "comma", "semicolon", "entities", "types"],
)
def test_json_ld_in_its_shapes(value):
    found = said(script(value))
    assert best(found, "headline") == "River bursts its banks"
    assert [c.text for c in found.claims("author")] == ["Ann Lee", "Bo Xi"]
    assert best(found, "published") == "2023-09-08T10:00:00Z"
    assert best(found, "modified") == "2023-09-09T10:00:00Z"
    assert best(found, "publisher") == "The Example"
    assert best(found, "publisher_url") == "https://example.org"
    assert best(found, "language") == "en-GB"


def test_authors_by_reference():
    graph = [
        {"@type": "Article", "headline": "Rain", "author": {"@id": "#ann"}},
        {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
    ]
    assert best(said(script({"@graph": graph})), "author") == "Ann Lee"


def test_the_article_of_this_page_among_others():
    other = {
        "@type": "NewsArticle",
        "headline": "Other",
        "url": "https://example.org/b",
        "author": "X Y",
        "articleBody": "…",
    }
    mine = {"@type": "NewsArticle", "headline": "Mine", "url": "https://www.example.org/a/"}
    assert best(said(script([other, mine]), "https://example.org/a?x=1"), "headline") == "Mine"


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "12", '"x"', "{'a': 1}", "[" * 100_000])
def test_broken_json_says_nothing(text):
    assert not list(jsonld.nodes(jsonld.load(text)))


def test_entities_in_json():
    assert (
        best(said(script({"@type": "Article", "headline": "&quot;Rain&quot; &amp; wind"})), "headline")
        == '"Rain" & wind'
    )


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<title>Rain falls | The Example</title><h1>Rain falls</h1>", "Rain falls"),
        ("<title>Rain falls on the city | Example News</title>", "Rain falls on the city"),
        (
            "<h1>The Example</h1><h1>Rain falls on Leeds</h1><title>Rain falls on Leeds | The Example</title>",
            "Rain falls on Leeds",
        ),
        (
            "<meta property='og:title' content='Rain falls on Leeds'><h1><span>Weather</span> Rain falls on Leeds</h1>",
            "Rain falls on Leeds",
        ),
        (
            "<meta property='og:title' content='Rain: what it means'><title>x</title><h1>Rain, it means a lot</h1>",
            "Rain, it means a lot",
        ),
        ("<h1><svg><title>Logo</title></svg>Rain <b>f</b>alls on<br>Leeds today</h1>", "Rain falls on Leeds today"),
    ],
    ids=["suffix", "title alone", "logo", "kicker", "visible", "inline"],
)
def test_headlines(page, wanted):
    assert best(said(page), "headline") == wanted


def test_menus_and_related_articles_are_no_bylines():
    page = """<h1>Rain falls on Leeds</h1><p class="byline">By Ann Lee</p><p>Text.</p>
    <div class="related-articles"><h3>Other</h3><p class="byline">By Bo Xi</p><time datetime="2020-01-01">x</time></div>
    <footer><p class="byline">By Nobody Else</p></footer>"""
    found = said(page)
    assert [c.text for c in found.claims("byline")] == ["By Ann Lee"]
    assert not found.claims("published")


def test_a_label_in_a_margin_dates_the_page_where_it_has_no_other_time():
    page = "<h1>Rain falls on Leeds</h1><aside><h3>{}</h3><time datetime='2020-01-01'>1 January</time></aside>"
    assert [c.text for c in said(page.format("Published")).claims("published")] == ["2020-01-01"]
    assert not said(page.format("Diary")).claims("published")


@pytest.mark.parametrize("label", ["Author", "Written by", "Autorin/Autor"])
def test_a_label_and_a_name_in_elements_of_their_own_are_a_byline(label):
    page = f"<h1>Rain falls on Leeds</h1><p>{'It rained and rained. ' * 20}</p><h4>{label}</h4><div>Ann Lee</div>"
    assert [c.text for c in said(page).claims("byline")] == [f"{label}: Ann Lee"]


def test_links_to_profiles_are_authors():
    page = """<h1>Rain falls on Leeds</h1>
    <div><a href="/authors/ann-lee">Ann Lee</a> and <a href="/authors/bo-xi">Bo Xi</a></div>
    <a href="/topic/rain">More rain</a>"""
    assert [c.text for c in said(page).claims("author")] == ["Ann Lee", "Bo Xi"]


def test_time_elements_and_their_labels():
    page = """<h1>Rain falls on Leeds</h1><p>Published <time datetime="2023-09-08T10:00">Friday</time></p>
    <p class="updated">Updated <time datetime="2023-09-09T10:00">Saturday</time></p>"""
    found = said(page)
    assert (best(found, "published"), best(found, "modified")) == ("2023-09-08T10:00", "2023-09-09T10:00")


STORY_OF_RAIN = "<p>It rained on 3 May 1999 too, " + "and on every day of the week that followed it, " * 5 + ".</p>"


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<h1>Rain</h1><span>8 September 2023</span>{}", [("8 September 2023", "text stamp")]),
        ("<p>News | 8 September 2023</p><h1>Rain</h1>{}", [("News | 8 September 2023", "text stamp")]),
        ("<h1>Rain</h1><p>Leeds, 8 September 2023</p>{}", [("Leeds, 8 September 2023", "text stamp")]),
        ("<h1>Rain</h1>{0}{0}<p>Published: 8 September 2023</p>", [("Published: 8 September 2023", "text label")]),
        # The masthead's today, an event, a comment, a sentence, a copyright line.
        ("<div>8 September 2023</div><ul><li>Home<li>News<li>Sport<li>Opinion</ul><h1>Rain</h1>{}", []),
        ("<h1>Rain</h1><div><b>When:</b> 20 May 2026, 7pm</div>{}", []),
        ("<h1>Rain</h1>{0}{0}<div><b>KP</b> <span>8 September 2023</span></div>", []),
        ("<h1>Rain</h1><p>On 3 May 1999 it rained.</p>{}", []),
        ("<h1>Rain</h1>{}<p>© 2024 Example, 1 May 2024</p>", []),
    ],
)
def test_a_date_in_the_text_needs_a_label_or_a_place_beside_the_headline(page, wanted):
    found = said(page.format(STORY_OF_RAIN))
    assert [(c.text, c.source.name) for c in found.claims("published")] == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://example.org/2023/09/08/rain", "2023-09-08"),
        ("https://example.org/news/20230908-rain.html", "2023-09-08"),
        ("https://example.org/2023/sep/8/rain", "2023-09-08"),
        ("https://example.org/rain-08-09-2023-XYZ.php", "2023-09-08"),
        ("https://example.org/2023/09/rain", None),
        ("https://example.org/2023/13/40/rain", None),
        ("https://example.org/article/1234567890123", None),
        ("https://example.org/?date=2023-09-08", None),
        ("", None),
    ],
)
def test_dates_in_addresses(url, wanted):
    assert url_date(url) == wanted


def test_the_table_of_sources():
    assert witness("published", "json-ld datepublished").rank < witness("published", "time published").rank
    assert [w.field for w in witnesses("meta article:published_time")] == ["published"]
    assert witnesses("meta nonsense") == ()
    with pytest.raises(KeyError):
        witness("published", "hearsay")


HOSTILE = {
    "nested authors": "<h1>Rain falls</h1>" + "<div class=author>" * 900 + "x",
    "nested headings": "<h1>" * 900 + "word " * 20_000,
    "many times": "<h1>Rain</h1>" + "<time datetime=2023-09-08>x</time>" * 20_000,
    "one long line": "<p class=byline>" + "9" * 1_000_000,
    "long title": "<title>" + "a | " * 100_000 + "</title><h1>Rain falls here</h1>",
    "long class": "<p class='" + "author-" * 20_000 + "'>x</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_no_time(name):
    url = "https://example.org/" + "2023/" * 1000
    assert_linear(lambda page: list(claims(read_page(page).root, url)), HOSTILE[name])


def test_a_fragment_is_signed_by_its_feed():
    page = (
        "<p>Das Bad schließt.</p><p>Der Beitrag <a href='https://bote.example/bad'>„Altenhof schließt sein Bad“</a>"
        " erschien zuerst auf <a href='https://bote.example'>Altenhofer Bote</a>.</p>"
    )
    document = said(page)
    assert best(document, "headline") == "Altenhof schließt sein Bad"
    assert best(document, "publisher") == "Altenhofer Bote"
    assert best(document, "publisher_url") == "https://bote.example"


def test_a_signature_under_a_titled_page_is_anothers():
    page = "<h1>Bath closes for good</h1><p>The post Pool opens appeared first on The Mirror.</p>"
    assert best(said(page), "headline") == "Bath closes for good"


@pytest.mark.parametrize(
    ("title", "publisher"),
    [("Night trains come back | Northline", "Northline"), ("Bank chief was warned | The Monitor", "The Monitor")],
)
def test_the_title_names_the_site_as_the_page_writes_it(title, publisher):
    assert best(said(f"<title>{title}</title><h1>{title.split(' | ')[0]}</h1>"), "publisher") == publisher


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Town buys plow</h1><p>By Walt Simmons</p><p>It cost $181,000.</p>",
        "<h1>Town buys plow</h1><p>By <a href='/x'>Walt Simmons</a></p><p>January 9, 2015</p><p>It cost $181,000.</p>",
        "<table><td><b>Town buys plow</b><br><i>By WALT SIMMONS<br>Staff Writer</i><br>It cost much.</td></table>",
    ],
)
def test_a_byline_in_plain_elements_is_read(page):
    assert [c.text.casefold() for c in said(page).claims("byline")] == ["by walt simmons"]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Town buys plow</h1><p>By the time it came, the snow had gone.</p>",
        f"<h1>Town buys plow</h1><p>{'It cost more than the town had. ' * 9}</p><p>By Walt Simmons</p>",
    ],
)
def test_prose_is_no_byline(page):
    assert not said(page).claims("byline")


def test_a_broken_script_still_tells_its_dates_and_authors():
    broken = """/* <![CDATA[ */ {"@type":"NewsArticle","headline":"Elephants leave "Bello" circus","datePublished":
        "2018-04-02T10:00:00+0100","author":{"@type":"Person","name":"Fergal Nolan",},} /* ]]> */"""
    document = said(script(broken))
    assert best(document, "published") == "2018-04-02T10:00:00+0100"
    assert best(document, "author") == "Fergal Nolan"
    assert best(document, "headline") == 'Elephants leave "Bello" circus'


def test_a_hostile_script_is_salvaged_in_time():
    assert_linear(lambda n: said(script('{"@type":"NewsArticle","headline":"' + 'a "b", ' * len(n))), range(100_000))
    assert_linear(lambda n: said(script('"author":{' * len(n) + '"@type":"NewsArticle"')), range(100_000))


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ('<p class="contributor">Russ Adair at Quay Lane</p>', "Russ Adair"),
        ('<div class="signature">Par Hélène Dubourg, à Marvillac (Val)</div>', "Hélène Dubourg"),
        ('<p class="firma">Lucía Herrero / EFE</p>', "Lucía Herrero"),
        ("<p>Published 21/07/2017 12:31 - by Oliver Trent</p>", "Oliver Trent"),
    ],
)
def test_bylines_go_by_many_names(markup, author):
    article = clean(f"<h1>School closes after 140 years</h1>{markup}<p>The bell rang for the last time on Friday.</p>")
    assert author in [a.name for a in article.authors]


@pytest.mark.parametrize("name", ["standfirst", "b-subheadline", "chapo", "css-dek", "article__subtitle"])
def test_the_standfirst_stands_in_for_a_description(name):
    page = f"<h1>Night trains return to Europe</h1><p class='{name}'>Cheap flights killed them long ago.</p>"
    assert best(said(page), "description") == "Cheap flights killed them long ago."


def test_what_the_page_states_as_its_description_wins():
    page = "<meta name='description' content='Stated.'>"
    page += "<h1>Night trains return to Europe</h1><p class='dek'>They are back.</p>"
    assert best(said(page), "description") == "Stated."


def published(page, url="https://courier.example/a"):
    article = clean(page, url=url, media_type="text/html")
    return str(article.date_published or "")[:10]


STORY = "<p>The ferry Dorothea ran aground off Skerry Point on Friday, and nobody was hurt, the harbour said.</p>" * 2


@pytest.mark.parametrize(
    ("body", "day"),
    [
        # A teaser's headline speaks of "public" transport: no label of a date.
        (
            "<h1>Ferry aground</h1><time>1 September 2017</time>{}<a>Public ferries<time>27 April 2017</time></a>",
            "2017-09-01",
        ),
        # What a time shows, and calls the day of publication, holds against what it tells machines.
        ("<h1>Ferry aground</h1><time datetime='2019-07-03T10:18:46Z'>Publié le 29 juin 2019</time>{}", "2019-06-29"),
        ("<h1>Ferry aground</h1><time datetime='2019-06-29T23:30:00Z'>Published 30 June 2019</time>{}", "2019-06-29"),
        # The label stands in an element of its own.
        (
            "<h1>Ferry aground</h1><div>Updated:</div><div><time datetime=2018-03-06>x</time></div>"
            "<div>Original:</div><div><time datetime=2016-12-21>y</time></div>{}",
            "2016-12-21",
        ),
        # A credit before a time of day is no copyright line; a year alone never dates a page.
        ("<h1>Ferry aground</h1><p>© Port Agency | 07.11.2023 08:03</p>{}", "2023-11-07"),
        ("<h1>Ferry aground</h1>{}<p>© Copyright 2018 Harbour Courier</p>", ""),
        ("<h1>Ferry aground</h1>{}<p>Copyright 1.1.2018</p>", ""),
        # A date among other articles stands back behind the article's own.
        (
            "<h1>Ferry aground</h1><div class=related><span>14/05/2021</span></div><p>16 August 2022, 15:40</p>{}",
            "2022-08-16",
        ),
        ("<h1>Fähre gestrandet</h1><span>Mittwoch, 8. März 2023</span>{}", "2023-03-08"),
        ("<h1>Ferry échoué</h1><span>le mercredi 8 mars 2023 à 10h05</span>{}", "2023-03-08"),
    ],
)
def test_dates_that_a_page_shows(body, day):
    assert published(f"<html><body>{body.format(STORY)}</body></html>") == day


def test_a_british_address_orders_the_date_of_an_american_publisher():
    page = "<html><head><meta property='og:site_name' content='HuffPost'></head><body><h1>Ferry aground</h1>{}{}</body>"
    page = page.format("<span class=published>02/11/2023 02:00pm GMT</span>", STORY)
    assert published(page, "https://www.huffpost.co.uk/a") == "2023-11-02"


def test_a_byline_in_blocks_parts_the_name_from_the_house():
    page = "<h1>Ferry aground</h1><div class=byline><div>By <b>Ann Lee</b></div><div>Plain Valley Post</div></div>"
    assert best(said(page), "byline") == "By Ann Lee | Plain Valley Post"
    assert [a.name for a in clean(page + STORY, media_type="text/html").authors] == ["Ann Lee"]


def test_a_byline_behind_a_standfirst():
    standfirst = "The harbour says that the ferry will stay where it is until the spring tide of the coming week, " * 2
    assert best(said(f"<h1>Ferry aground</h1><p>{standfirst}</p><p>By Ann Lee</p>"), "byline") == "By Ann Lee"


def test_json_ld_authors_in_their_shapes():
    people = [
        {"@type": "Person", "byline": "Ann Lee"},
        {"@type": "Organization", "name": "Port Agency"},
        {"@type": "Person", "url": "https://courier.example/author/bo-xi"},
        {"@type": "Person", "givenName": "Dee", "familyName": "Ray"},
        {"@type": "Role", "author": {"@type": "Person", "name": "Eve Orr"}},
        "Cy Poe",
    ]
    found = said(script({"@type": "NewsArticle", "headline": "Ferry aground", "author": people}))
    assert [(c.text, c.source.name) for c in found.claims("author")] == [
        ("Ann Lee", "json-ld author"),
        ("Port Agency", "json-ld organization"),
        ("Dee Ray", "json-ld author"),
        ("Eve Orr", "json-ld author"),
        ("Cy Poe", "json-ld author"),
    ]


def test_json_ld_dates_that_count_from_1970():
    for stamp in (1694160000, 1694160000000, "1694160000"):
        page = script({"@type": "NewsArticle", "headline": "Ferry aground", "datePublished": stamp})
        assert published(f"<html><head>{page}</head><body><h1>Ferry aground</h1>{STORY}</body></html>") == "2023-09-08"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("vr:published-time", "published"),
        ("content_publishedDate", "published"),
        ("DCSext.articleFirstPublished", "published"),
        ("dtk:createddate", "published"),
        ("last_updated_date", "modified"),
        ("article:expiration_time", None),
        ("premiumContentOnFirstPublish", None),
        ("i18n:date:today", None),
        ("render_timestamp", None),
        ("article:publisher", None),
    ],
)
def test_meta_tags_that_no_table_knows_are_read_by_their_names(name, field):
    found = said(f'<meta name="{name}" content="2023-09-08T10:00:00Z">')
    assert [f for f in ("published", "modified", "author") if found.claims(f)] == ([field] if field else [])


@pytest.mark.parametrize(("name", "known"), [("lp.article:author", 1), ("content_author_id", 0), ("author-email", 0)])
def test_authors_in_meta_tags_that_no_table_knows(name, known):
    assert len(said(f'<meta name="{name}" content="Ann Lee">').claims("author")) == known


def test_pictures_links_and_what_a_page_says_of_its_kind_are_data():
    page = f"""<head><title>Ferry runs aground</title><meta property="og:image" content="/lead.jpg">
    <meta name="keywords" content="ferries, Leeds, Ferries">{script(ARTICLE | {"headline": "Ferry runs aground"})}
    {script({"@type": "NewsArticle", "isAccessibleForFree": False, "articleSection": "Harbour"})}</head>
    <body><nav><a href="/sport">Sport</a></nav><article><h1>Ferry runs aground</h1>
    <p>{STORY} It was <a href="/b">the third time</a> this year that it did so.</p><p>{STORY}</p>
    <figure><img src="/a.jpg"><figcaption>The ferry on the sandbank. Photo: Bo Xi/AFP</figcaption></figure>
    <p>{STORY}</p></article></body>"""
    article = clean(page, url="https://example.org/n/1", media_type="text/html")
    assert [(i.url, i.caption) for i in article.images] == [
        ("https://example.org/lead.jpg", None),
        ("https://example.org/a.jpg", 0),
    ]
    (link,) = article.links
    assert (link.text, link.url) == ("the third time", "https://example.org/b")
    assert article.text[link.start : link.end] == link.text
    assert article.keywords == ("ferries", "Leeds")
    assert article.word_count == len(article.text.split())


@pytest.mark.parametrize(
    ("end", "wanted"),
    [("It rained all […]", True), ("It rained all day and ...", True), ("It rained all day.", False)],
)
def test_a_text_that_breaks_off_says_so(end, wanted):
    assert (
        clean(f"Rain again in Leeds\n\nIt rained in Leeds on Friday, the mayor said.\n\n{end}").is_truncated is wanted
    )


def test_a_long_text_that_ends_in_dots_is_whole():
    body = "\n\n".join(
        f"It rained in Leeds for {n} days on end, the mayor said on Friday, and nobody cared." for n in range(20)
    )
    assert not clean(f"Rain again in Leeds\n\n{body}\n\nAnd then it rained again ...").is_truncated


def test_the_masthead_s_heading_is_no_headline_where_no_title_helps():
    page = "<h1><a href='/'>The Harbour Courier of Leeds</a></h1><h2>Ferry runs aground off Skerry Point</h2>" + STORY
    found = said(f"<title>The Harbour Courier of Leeds » Ferry runs aground off Skerry Point</title>{page}")
    assert best(found, "headline") == "Ferry runs aground off Skerry Point"
