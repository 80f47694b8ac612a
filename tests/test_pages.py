"""Pages: the soup against BeautifulSoup's own, blocks, hostile markup, and what becomes of a page as a whole."""

import time

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import clean, trace
from cleaner.readers.blocks import read_blocks
from cleaner.readers.linked import KNOWN, KNOWN_STRING, linkable
from cleaner.readers.soup import parse, read_page

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Flood gates hold in Leeds | The Aire Courier</title>
<meta property="og:title" content="Flood gates hold in Leeds"><style>p {color: red}</style>
<script>var p = "<p>not text</p>";</script></head><body>
<header class="site-header"><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/weather">Weather</a></li></ul></nav></header>
<main><article class="article"><h1>Flood gates hold in Leeds</h1><p class="byline">By Ann Lee</p>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">Email</a></div>
<figure class="lead-image"><img src="a.jpg" alt="The river"><figcaption class="caption">The Aire on Monday morning.
<span class="photo-credit">Photograph: Bo Xi/Reuters</span></figcaption></figure>
<div class="article-body">
<p>The new flood gates on the river Aire held on Monday as the water rose to its highest level in seven years, the
Environment Agency said.</p>
<p>About 120 families had been asked to leave their homes near <a href="/crown-point">Crown Point</a>, but were allowed
back in the evening when the level began to fall, according to the city council.</p>
<h2>“It worked”</h2>
<p>“We built this after 2015, and it worked,” said Marta Okafor, who leads the flood team. “I slept for the first
time in three days.”</p>
<ul><li>Highest level: 4.1 metres</li><li>Gates closed: 11 hours</li></ul>
<table><tr><th>Year</th><th>Level</th></tr><tr><td>2015</td><td>5.2 m</td></tr></table>
<div class="newsletter-signup"><h3>Get our morning newsletter</h3><p>Sign up for the Courier briefing.</p></div>
<p>The council will publish a full report in the spring, and hold a meeting for residents at the Corn Exchange.</p>
</div></article>
<section class="related-stories"><h2>More on this story</h2><ul><li><a href="/1">Rain returns to the Dales</a></li>
<li><a href="/2">Bridge shut for a second week</a></li></ul></section></main>
<footer class="site-footer"><p>© 2023 The Aire Courier. All rights reserved.</p><a href="/terms">Terms</a></footer>
</body></html>"""

SELECTORS = [
    "p",
    "div.article-body > p",
    "ul li",
    "h1",
    "figure figcaption",
    "a[href='/2']",
    ".photo-credit",
    "main h2",
]


def squeezed(tags):
    return [" ".join(tag.get_text().split()) for tag in tags]


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("selector", SELECTORS)
def test_the_soup_selects_what_the_stock_soup_selects(selector, linked):
    ours, stock = parse(PAGE, linked=linked), BeautifulSoup(PAGE, "lxml")
    assert squeezed(ours.select(selector)) == squeezed(stock.select(selector))


def test_elements_consist_of_what_the_linking_builder_knows():
    """A new release of BeautifulSoup that adds to its elements makes this fail, and makes us link by its methods."""
    soup = BeautifulSoup("<p>x</p>", "lxml")
    assert vars(soup.p).keys() == KNOWN
    assert vars(NavigableString("x")).keys() == KNOWN_STRING
    assert linkable()
    mutable = {name for name, value in vars(soup.p).items() if isinstance(value, list | dict)}
    assert mutable <= {"attrs", "contents", "_namespaces", "cdata_list_attributes"}, (
        "a new value that elements must not share"
    )


def test_links_between_elements_are_those_of_the_stock_builder():
    ours, theirs = parse(PAGE), parse(PAGE, linked=False)
    for a, b in zip([ours, *ours.descendants], [theirs, *theirs.descendants], strict=True):
        assert isinstance(a, Tag) == isinstance(b, Tag)
        for name in ("next_element", "previous_element", "next_sibling", "previous_sibling", "parent"):
            one, other = getattr(a, name), getattr(b, name)
            assert (one is None) == (other is None), name
            assert getattr(one, "name", None) == getattr(other, "name", None), name
        if isinstance(a, Tag) and a.name != "[document]":
            assert (a.attrs, str(a)) == (b.attrs, str(b))
            assert all(
                getattr(a, name) == getattr(b, name) for name in KNOWN - {"parent", "parser_class"} if "_" not in name
            )


MARKUP = st.lists(
    st.sampled_from(
        str.split(
            "<p> </p> <div> </div> <b> </b> <br> <ul> <li> </li> <td> <tr> <a> </a> rain hail &amp; <!-- -->"
            " <table> </table> <pre> </pre>"
        )
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_both_builders_give_the_same_blocks_and_lose_no_word(markup):
    blocks = read_blocks(parse(markup)).blocks
    assert blocks == read_blocks(parse(markup, linked=False)).blocks
    assert blocks == read_page(markup)[1].blocks
    stock = BeautifulSoup(markup, "lxml")
    words = [w for s in stock.find_all(string=True) if type(s) is NavigableString for w in s.split()]
    assert sorted(w for b in blocks for w in b.text.replace(" | ", " ").split()) == sorted(words)


def test_blocks_read_while_parsing_are_those_of_the_stock_soup():
    soup, page = read_page(PAGE)
    assert page == read_blocks(soup)
    stock = read_blocks(BeautifulSoup(PAGE, "lxml"))
    assert [block[:2] for block in page.blocks] == [block[:2] for block in stock.blocks]


def test_deeply_nested_text_is_not_lost():
    _, page = read_page("<div>" * 20_000 + "deep" + "</div>" * 10_000 + "middle" + "</div>" * 10_000 + "after")
    assert [block.text for block in page.blocks] == ["deep", "middle", "after"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<div " * 50_000,
        "<!--" * 25_000,
        "<p>a" * 25_000,
        "<a><b>" * 20_000 + "x",
        "<table><tr><td>" * 5_000 + "x",
        "<pre>" * 10_000 + "x",
        "\n" * 500_000,
        "<p>" + "a" * 2_000_000,
        "<br>" * 50_000,
        '<script type="application/ld+json">{"articleBody": "' + "\\" * 200_000,
    ],
)
def test_hostile_markup_takes_linear_time(hostile):
    start = time.process_time()
    read_page(hostile)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>It <b>rained</b>.</p><p>It<a>hailed</a></p>", ["It rained.", "Ithailed"]),
        ("Rain<br><br>Hail", ["Rain", "Hail"]),
        ("<p>1 Mill Lane<br>Leeds</p><p>x</p>", ["1 Mill Lane Leeds", "x"]),
        (
            f"<div>{'A long line of prose. ' * 4}<br>And another.</div>",
            [("A long line of prose. " * 4).strip(), "And another."],
        ),
        ("<table><tr><td>2015</td><td>5 m</td></tr></table>", ["2015 | 5 m"]),
        ("<table><tr><td><p>Rain</p></td><td><div>Hail</div></td></tr></table>", ["Rain", "Hail"]),
        ("<pre>one\ntwo\n\nthree</pre><p>x</p>", ["one two", "three", "x"]),
        ("<ul><li>one<li>two <b>bold</b></ul>", ["one", "two bold"]),
        ("Rain &amp; hail\n\nin <i>Leeds</i> &ndash; again", ["Rain & hail", "in Leeds – again"]),
        ("<p>a\u200b</p><p>\u200b</p>", ["a\u200b"]),
        ("<select><option>Leeds</select><textarea>x</textarea><svg><title>y</title></svg><p>z", ["z"]),
    ],
)
def test_blocks(markup, texts):
    assert [block.text for block in read_blocks(parse(markup)).blocks] == texts


def test_a_page_becomes_an_article():
    article = clean(PAGE, url="https://example.org/flood")
    assert article.headline == "Flood gates hold in Leeds"
    assert article.text.startswith("The new flood gates on the river Aire held on Monday")
    assert article.text.endswith("hold a meeting for residents at the Corn Exchange.")
    for furniture in ("Facebook", "newsletter", "Rain returns", "All rights", "By Ann Lee", "morning."):
        assert furniture not in article.text
    kinds = {article.text[b.start : b.end]: b.kind for b in article.blocks}
    assert kinds["“It worked”"] == "heading"
    assert kinds["Highest level: 4.1 metres"] == "list_item"
    assert "2015 | 5.2 m" in kinds


def test_captions_are_moved_with_their_credits():
    (caption,) = clean(PAGE).captions
    assert caption.text == "The Aire on Monday morning."
    assert caption.credit is not None
    assert caption.credit.photographers == ("Bo Xi",)


def test_every_cut_of_a_page_has_a_reason_and_can_be_undone():
    document = trace(PAGE)
    assert document.undo().text or document.raw
    assert all("." in change.rule for change in document.changes)
    at = 0
    parts = []
    for change in document.changes:
        parts += document.raw[at : change.start], change.new
        at = change.end
    assert "".join([*parts, document.raw[at:]]) == document.text


def test_a_fragment_is_read_like_a_page():
    document = trace(
        "<p>It rained in Leeds on <em>Friday</em>, the council said, for the third day in a row.</p><p>It hailed.</p>"
    )
    assert document.text.startswith("It rained in Leeds on Friday, the council said")


def test_a_page_without_text_falls_back_on_its_stated_body():
    body = "It rained in Leeds on Friday, the council said, for the third day in a row. " * 8
    page = f'<title>Rain</title><script type="application/ld+json">{{"articleBody": "{body}"}}</script><p>'
    assert trace(page).text == body.strip()


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>" + "It rained in Leeds on Friday, the council said. " * 40 + "</p>",
        "<li><a href=x>Rain in Leeds</a></li>",
        "<figure><figcaption>The river (Photo by Ann Lee/Getty Images)</figcaption></figure>",
        "<tr><td>2015</td><td>5 m</td></tr>",
    ],
)
def test_large_pages_take_linear_time(hostile):
    start = time.process_time()
    trace("<h1>Rain</h1>" + hostile * 4_000, stages=["boilerplate"])
    assert time.process_time() - start < 30


@pytest.mark.parametrize(
    "markup",
    [
        "<div>Rain<div></div>Hail <i>again</i><p><span></span></p>Sleet</div>",
        "<pre><b>one</b>\n<b>two</b></pre>",
        "<form>Name <button></button>Cancel</form>",
    ],
)
def test_elements_that_are_left_out_still_part_the_text(markup):
    stock = BeautifulSoup(markup, "lxml")
    assert [b.text for b in read_blocks(parse(markup)).blocks] == [b.text for b in read_blocks(stock).blocks]
