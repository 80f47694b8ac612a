"""What a page says about its article: sources, repair, headlines, bylines, dates."""

import json

import pytest
from growth import assert_linear
from metadata_pages import ARTICLE, STORY, best, published, said, script

from cleaner import clean
from cleaner.core.sources import witness, witnesses
from cleaner.readers.metadata import claims, jsonld
from cleaner.readers.tree import read_page
from cleaner.timestamps import url_date


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


@pytest.mark.parametrize("name", ["standfirst", "b-subheadline", "chapo", "css-dek", "article__subtitle"])
def test_the_standfirst_stands_in_for_a_description(name):
    page = f"<h1>Night trains return to Europe</h1><p class='{name}'>Cheap flights killed them long ago.</p>"
    assert best(said(page), "description") == "Cheap flights killed them long ago."


def test_what_the_page_states_as_its_description_wins():
    page = "<meta name='description' content='Stated.'>"
    page += "<h1>Night trains return to Europe</h1><p class='dek'>They are back.</p>"
    assert best(said(page), "description") == "Stated."


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
