"""Pages: the tree against BeautifulSoup's, blocks, hostile markup, and what becomes of a page as a whole."""

import gc

import pytest
from bs4 import BeautifulSoup, NavigableString
from growth import assert_linear
from hypothesis import given, settings, strategies as st

from cleaner import clean, trace
from cleaner.core.tree import Node, Text
from cleaner.readers.blocks import Block
from cleaner.readers.tree import read_page

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
def test_no_word_of_a_page_is_lost(markup):
    blocks = read_page(markup).blocks
    stock = BeautifulSoup(markup, "lxml")
    words = [w for s in stock.find_all(string=True) if type(s) is NavigableString for w in s.split()]
    assert sorted(w for b in blocks for w in b.text.replace(" | ", " ").split()) == sorted(words)


def test_the_tree_is_that_of_the_stock_soup():
    names = [node.name for node in BeautifulSoup(PAGE, "lxml").body.find_all(True) if node.get_text(strip=True)]
    body = read_page(PAGE).root.find("body")
    assert [node.name for node in body.descendants if isinstance(node, Node) and node.get_text().strip()] == names
    texts = [text for text in body.descendants if isinstance(text, Text)]
    assert all(text in text.parent.contents for text in texts)
    heading = body.find("h2")
    assert [node.name for node in heading.parents][:2] == ["div", "article"]
    before = next(text for text in heading.backward() if isinstance(text, Text))
    assert before.endswith("according to the city council.")


def test_what_was_read_of_a_page_waits_for_no_garbage_collector():
    def held() -> int:
        return sum(isinstance(each, (Node, Block)) for each in gc.get_objects())

    trace(PAGE, stages=())
    gc.collect()
    gc.disable()
    try:
        before = held()
        trace(PAGE, stages=())
        assert held() - before <= 1  # the parser's circle holds the page itself
    finally:
        gc.enable()


def test_deeply_nested_text_is_not_lost():
    blocks = read_page("<div>" * 20_000 + "deep" + "</div>" * 10_000 + "middle" + "</div>" * 10_000 + "after").blocks
    assert [block.text for block in blocks] == ["deep", "middle", "after"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<div " * 50_000,
        "<!--" * 25_000,
        "<p>a" * 25_000,
        "<a><b>x" * 20_000,
        "<table><tr><td>x" * 5_000,
        "<pre>x" * 10_000,
        "\n" * 500_000,
        "<p>" + "a" * 2_000_000,
        "<br>" * 50_000,
        '<script type="application/ld+json">{"articleBody": "' + "\\" * 200_000,
    ],
)
def test_hostile_markup_takes_linear_time(hostile):
    assert_linear(read_page, hostile)


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
        ("<table><tr><td><p>Rain</p></td><td><div>Hail</div></td></tr></table>", ["Rain | Hail"]),
        ("<pre>one\ntwo\n\nthree</pre><p>x</p>", ["one two", "three", "x"]),
        ("<ul><li>one<li>two <b>bold</b></ul>", ["one", "two bold"]),
        ("Rain &amp; hail\n\nin <i>Leeds</i> &ndash; again", ["Rain & hail", "in Leeds – again"]),
        ("<p>a\u200b</p><p>\u200b</p>", ["a\u200b"]),
        ("<select><option>Leeds</select><textarea>x</textarea><svg><title>y</title></svg><p>z", ["z"]),
    ],
)
def test_blocks(markup, texts):
    assert [block.text for block in read_page(markup).blocks] == texts


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


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>Costs <span hidden>not shown</span>rose.</p>", ["Costs rose.", "not shown"]),
        ("<p>The <a href=x>study<span class=sr-only> opens elsewhere</span></a>.", ["The study.", "opens elsewhere"]),
        ("<p>10<sup>6</sup> m<sup>2</sup> on May 1<sup>st</sup> of CO<sub>2</sub>.", ["10⁶ m² on May 1st of CO2."]),
        ("<p>So it was.<sup><a href=#n>1</a></sup> Then<sup>[2]</sup> rain.", ["So it was. Then rain.", "1", "[2]"]),
        ("<p>It was <del>hot</del><ins>cold</ins>, <q>very</q> so.", ["It was cold, “very” so.", "hot"]),
        ("<p>Up <div style='display: inline'>2 percent</div> to 9.", ["Up", "2 percent to 9."]),
        ("<div>Up <div style='display: inline'>2 percent</div> to 9.</div>", ["Up 2 percent to 9."]),
        ("<div>Shares of <x-quote>ACME</x-quote> rose.</div>", ["Shares of ACME rose."]),
        ("<div><x-item>Home</x-item><x-item>News</x-item></div>", ["Home", "News"]),
        ("<div><span>Town</span><span>1-0</span><span>Vale</span></div>", ["Town 1-0 Vale"]),
        ("<p><span>T</span><span>he</span> i<span>Pad</span>", ["The iPad"]),
        ("<p>A <span class=credit-rating>rating</span> fell.", ["A rating fell."]),
        ("<p>The lock. <span class=photo-credit>Bo Xi</span>", ["The lock.", "Bo Xi"]),
        ("<table><tr><td>a<br>b</td><td>2</td></tr></table>", ["a b | 2"]),
        ("<p><a name=top>It rained.</a>", ["It rained."]),
    ],
)
def test_what_stands_in_a_line(markup, texts):
    assert [block.text for block in read_page(markup).blocks] == texts


def test_what_no_reader_sees_is_cut_as_a_block_of_its_own():
    page = PAGE.replace("Agency said.", "Agency<span class='visually-hidden'>external link</span> said.")
    document = trace(page)
    assert "the Environment Agency said." in document.text
    assert [c.old.strip() for c in document.changes if c.rule == "hidden.unseen"] == ["external link"]


def test_menus_are_no_text_beside_which_a_stated_body_is_doubted():
    body = "It rained in Leeds on Friday, the council said, for the third day in a row. " * 8
    news = "News from the town of Leeds and from all of the villages around it, in {} parts and a map"
    menu = "".join(f"<li><a href=/{n}>{news.format(n)}</a></li>" for n in range(30))
    page = f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script><ul>{menu}</ul>'
    assert trace(page, media_type="text/html").text == body.strip()


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
    assert_linear(lambda n: trace("<h1>Rain</h1>" + hostile * len(n), stages=["boilerplate"]), range(2400))


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        (
            "<div>Rain<div></div>Hail <i>again</i><p><span></span></p>Sleet</div>",
            ["Rain", "Hail again", "Sleet"],
        ),
        ("<pre><b>one</b>\n<b>two</b></pre>", ["one two"]),
        ("<form>Name <button></button>Cancel</form>", ["Name", "Cancel"]),
    ],
)
def test_elements_that_are_left_out_still_part_the_text(markup, texts):
    assert [block.text for block in read_page(markup).blocks] == texts


@pytest.mark.parametrize("blank", ["\ufffc", "&#x202a;", "&#1;", "\u200b &#1;", "&#x2028;&#1;"])
def test_a_block_that_a_repair_leaves_blank_is_none(blank):
    body = "<p>It rained in Leeds on Friday, the council said, for the third day in a row.</p>" * 2
    article = clean(f"<h1>Rain again in Leeds</h1><p>{blank}</p>{body}<p>{blank}</p>", media_type="text/html")
    assert article.text.startswith("It rained in Leeds") and article.text.endswith("in a row.")
