"""What becomes of a page's blocks by their place: posts, lists behind the story, headings that are announced."""

import pytest

from cleaner import InvalidArticle, clean, trace
from cleaner.core.document import Document
from cleaner.core.facts import claim
from cleaner.readers.tree import read_page
from cleaner.stages.boilerplate.container import contained, doubtful, headed
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Cut, Reading
from cleaner.stages.boilerplate.related import read_related
from cleaner.stages.boilerplate.repeats import read_repeats

KEPT, DOUBTFUL, CUT = 4000, -1000, -3000


def element(name):
    tag, _, classes = name.partition(".")
    return f"<{tag} class='{classes}'>" if classes else f"<{tag}>", f"</{tag}>"


def items_of(*rows):
    """Items inside a story's container, from rows of their elements, text and odds. Lists in a row are one list."""
    markup, opened = "<div class=article-body>", []
    for path, _, _ in [*rows, ("", "", 0)]:
        *outer, inner = path.split("/")
        while opened != outer[: len(opened)]:
            markup += element(opened.pop())[1]
        for name in outer[len(opened) :]:
            markup += element(name)[0]
            opened.append(name)
        markup += inner and "text".join(element(inner))
    blocks = read_page(markup).blocks
    assert len(blocks) == len(rows)
    return [
        Item(0, len(text), text, block.node, block.label, odds=odds)
        for block, (_, text, odds) in zip(blocks, rows, strict=True)
    ]


def spared(*rows):
    items = items_of(*rows)
    return list(contained(items, [i for i, item in enumerate(items) if item.odds == KEPT]))


PARAGRAPH = "The gates held on Monday as the water rose to its highest level in seven years, the agency said. " * 3


def test_a_post_among_the_paragraphs_stays_whole_with_its_authors_name():
    rows = [
        ("p", PARAGRAPH, KEPT),
        ("div.embed/blockquote.twitter-tweet/p", "It worked. So proud of this team.", CUT),
        ("div.embed/blockquote.twitter-tweet", "— Marta Okafor (@okafor) May 4, 2023", CUT),
        ("div.related", "Bridge shut for a second week", CUT),
        ("p", PARAGRAPH, KEPT),
        ("blockquote.twitter-tweet/p", "Follow us for more!", CUT),
    ]
    assert spared(*rows) == [1, 2]


def test_blocks_in_doubt_between_paragraphs_stay_where_they_are_many():
    sections = [(f"div.step{n}/p.promo", PARAGRAPH, DOUBTFUL) for n in range(3)]
    items = items_of(("p", PARAGRAPH, KEPT), *sections, ("p", PARAGRAPH, KEPT))
    assert doubtful(items, [0, 4]) == [1, 2, 3]
    assert doubtful(items, [0, 2]) == []
    assert doubtful(items, [0, 1]) == []


def test_a_sentence_between_paragraphs_stays_unless_its_elements_are_called_boilerplate():
    line = "The bridge stays shut until the water has gone down again."
    rows = [("div/p", line), ("div.newsletter/p", line), ("ul/li", line), ("p", "Bridge shut for a second week")]
    items = items_of(("p", PARAGRAPH, KEPT), *((path, text, CUT) for path, text in rows), ("p", PARAGRAPH, KEPT))
    assert doubtful(items, [0, 5]) == [1, 3]
    assert doubtful(items, [0]) == []
    card = items_of(("p", PARAGRAPH, KEPT), ("h3", "The bridge", CUT), ("p", line, CUT), ("p", PARAGRAPH, KEPT))
    assert doubtful(card, [0, 3]) == []
    rows = items_of(("p", PARAGRAPH, KEPT), ("ul/li", "The bridge", CUT), ("p", PARAGRAPH, KEPT))
    assert doubtful(rows, [0, 2]) == [1]


def test_a_heading_stays_with_the_paragraph_below_it():
    section = ("div.section/div.text/p", PARAGRAPH, KEPT)
    heads = [
        ("div.section/div.title/h2", "The road", CUT),
        ("div.related/h2", "The roof", CUT),
        ("div.section/div.title/p", "The vote", CUT),
    ]
    for head, wanted in zip(heads, [[0], [], []], strict=True):
        assert list(headed(items_of(head, section, section), [1, 2])) == wanted
    assert not list(headed(items_of(section, heads[0], heads[0], section), [0]))


def test_a_list_behind_the_story_goes_with_its_heading():
    listed = [("ul/li", "How the gates were built", DOUBTFUL), ("ul/li", "Seven floods of the past", DOUBTFUL)]
    start = ("p", PARAGRAPH, KEPT)
    assert spared(start, ("p", "The three levels were:", KEPT), *listed) == [2, 3]
    assert spared(start, ("p/strong", "More great stories", CUT), *listed) == []
    assert spared(start, ("p/strong", "Levels", CUT), *listed, start) == [2, 3]


def test_a_heading_that_a_table_of_contents_announces_stays():
    items = items_of(
        ("ul.toc/li", "Why the gates were built in 2015", KEPT),
        ("h2", "Why the gates were built in 2015", KEPT),
        ("p", PARAGRAPH, KEPT),
        ("div.box/p", PARAGRAPH, KEPT),
    )
    page = Reading(Document("").apply("reader", [claim("headline", "Flood gates hold", "h1")]), items)
    read_repeats(page)
    assert page.cuts == {3: Cut("repeat.block")}


def test_the_container_is_seen_past_quotes():
    quote = ("blockquote/p", PARAGRAPH, KEPT)
    assert spared(quote, ("h2/strong", "What the gates cost", DOUBTFUL), quote) == [1]


def test_a_class_that_every_paragraph_bears_says_nothing():
    start = ("p.paywall", PARAGRAPH, KEPT)
    assert spared(start, ("p.paywall/em", "Then the rain came.", DOUBTFUL), start) == [1]
    plain = ("p", PARAGRAPH, KEPT)
    assert spared(plain, ("p.paywall/em", "Subscribe to read on.", DOUBTFUL), plain) == []


NEWSLETTER = (
    "<div class=b1><p>Sign up for our morning newsletter</p><p>The three stories that matter.</p>"
    "<button>Sign up</button></div>"
)
FACTS = "<div class=b2><p>Height of the gates</p><p>Four metres, in the middle.</p></div>"


def body_of(*inner):
    story = "".join(f"<p>{n}. {PARAGRAPH}</p>" for n in range(4))
    page = f"<title>Gates hold</title><article><h1>Gates hold</h1><div class=body>{story}{''.join(inner)}{story}"
    return trace(page + "</div></article>", media_type="text/html", stages=["boilerplate"])


def test_a_box_is_settled_as_a_whole_and_a_fact_box_stays():
    text = body_of(NEWSLETTER, FACTS).text
    assert "three stories" not in text
    assert "Four metres" in text


def test_an_article_behind_the_one_of_the_headline_goes():
    other = f"<article><h2>Owls</h2><p>Two pairs of owls bred. {PARAGRAPH}</p></article>"
    page = f"<title>Gates hold</title><article><h1>Gates hold</h1>{'<p>' + PARAGRAPH + '</p>'}{FACTS}</article>{other}"
    assert "owls bred" not in trace(page, media_type="text/html", stages=["boilerplate"]).text


def test_a_page_of_links_is_the_shell_of_an_article():
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("News", "Sport", "Weather", "Jobs", "Opinion"))
    with pytest.raises(InvalidArticle, match="links and labels"):
        clean(f"<title>Rain | Post</title><ul>{menu}</ul>", media_type="text/html")


def test_a_list_of_links_goes_with_the_line_that_announces_it():
    rows = [
        ("p/strong", "More great stories", CUT),
        ("ul/li", "How the gates were built", KEPT),
        ("ul/li", "Seven floods of the past", KEPT),
        ("p", PARAGRAPH, KEPT),
        ("ul/li", "Highest level: 4.1 metres", KEPT),
        ("p", PARAGRAPH, KEPT),
    ]
    for links, rule, gone in (0.5, "related.more", [1, 2]), (0, "related.more", []), (0.5, "model.related", []):
        page = Reading(Document(""), items_of(*rows))
        for item in page.items:
            item.links = links
        page.cut(0, rule)
        page.cut(3, "other.paragraph")
        read_related(page)
        assert [i for i, cut in page.cuts.items() if cut.rule == "related.listed"] == gone


PICTURE = "<div class=box><div class=x1>{}</div><div class=x2>{}</div></div>"


@pytest.mark.parametrize("credit", ["Photo: Ann Lee", "<a href=/shop>Photograph: Ann Lee</a>"])
def test_a_caption_above_its_credit_is_kept_with_it(credit):
    page = story(PICTURE.format("Readers at the library in Leeds", credit))
    (caption,) = clean(page).captions
    assert caption.credit.photographers == ("Ann Lee",)
    assert caption.text == "Readers at the library in Leeds"


def test_a_credit_alone_belongs_to_the_caption_in_its_box():
    box = "<div><p class=caption>Readers at the library in Leeds</p><p class=credit>The Associated Press</p></div>"
    (caption,) = clean(story(box)).captions
    assert (caption.text, caption.credit.raw) == ("Readers at the library in Leeds", "The Associated Press")


def test_the_byline_behind_a_picture_is_no_credit():
    figure = "<figure><figcaption>Readers at the library in Leeds</figcaption></figure><p class=byline>By Ann Lee</p>"
    (caption,) = clean(story(figure)).captions
    assert caption.credit is None


def story(box):
    paragraphs = f"<p>{PARAGRAPH}</p>"
    return f"<h1>Rain floods Leeds again</h1><div class=article-body>{paragraphs}{box}{paragraphs * 3}</div>"
