"""What becomes of a page's blocks by their place: posts, lists behind the story, headings that are announced."""

from cleaner.core.document import Mark
from cleaner.stages.boilerplate.page_links import announced
from cleaner.stages.boilerplate.page_repeats import repeats
from cleaner.stages.boilerplate.story import spared

HOME = ("html", "body", "div.article-body")
KEPT, DOUBTFUL, CUT = 4000, -1000, -3000


def blocks(*rows):
    """Texts, marks, odds and the blocks kept, from rows of path below the story's container, text, odds."""
    texts = [text for _, text, _ in rows]
    marks = [
        Mark(0, len(text), path.split("/")[-1].partition(".")[0], (*HOME, *path.split("/"))) for path, text, _ in rows
    ]
    odds = [odd for _, _, odd in rows]
    return texts, marks, odds, [i for i, odd in enumerate(odds) if odd == KEPT]


PARAGRAPH = "The gates held on Monday as the water rose to its highest level in seven years, the agency said. " * 3


def test_a_post_among_the_paragraphs_stays_whole_with_its_authors_name():
    page = blocks(
        ("p", PARAGRAPH, KEPT),
        ("div.embed/blockquote.twitter-tweet/p", "It worked. So proud of this team.", CUT),
        ("div.embed/blockquote.twitter-tweet", "— Marta Okafor (@okafor) May 4, 2023", CUT),
        ("div.related", "Bridge shut for a second week", CUT),
        ("p", PARAGRAPH, KEPT),
        ("blockquote.twitter-tweet/p", "Follow us for more!", CUT),
    )
    assert list(spared(*page)) == [1, 2]


def test_a_list_behind_the_story_goes_with_its_heading():
    listed = [("ul/li", "How the gates were built", DOUBTFUL), ("ul/li", "Seven floods of the past", DOUBTFUL)]
    start = ("p", PARAGRAPH, KEPT)
    assert list(spared(*blocks(start, ("p", "The three levels were:", KEPT), *listed))) == [2, 3]
    assert list(spared(*blocks(start, ("p/strong", "More great stories", CUT), *listed))) == []
    assert list(spared(*blocks(start, ("p/strong", "Levels", CUT), *listed, start))) == [2, 3]


def test_a_heading_that_a_table_of_contents_announces_stays():
    texts, marks, _, kept = blocks(
        ("ul.toc/li", "Why the gates were built in 2015", KEPT),
        ("h2", "Why the gates were built in 2015", KEPT),
        ("p", PARAGRAPH, KEPT),
        ("div.box/p", PARAGRAPH, KEPT),
    )
    assert list(repeats(texts, marks, kept, {"floodgateshold"})) == [(3, "repeat.block")]


def test_the_container_is_seen_past_quotes():
    quote = ("blockquote/p", PARAGRAPH, KEPT)
    assert list(spared(*blocks(quote, ("h2/strong", "What the gates cost", DOUBTFUL), quote))) == [1]


def test_a_class_that_every_paragraph_bears_says_nothing():
    start = ("p.paywall", PARAGRAPH, KEPT)
    assert list(spared(*blocks(start, ("p.paywall/em", "Then the rain came.", DOUBTFUL), start))) == [1]
    plain = ("p", PARAGRAPH, KEPT)
    assert list(spared(*blocks(plain, ("p.paywall/em", "Subscribe to read on.", DOUBTFUL), plain))) == []


def test_a_list_of_links_goes_with_the_line_that_announces_it():
    texts, marks, *_ = blocks(
        ("p/strong", "More great stories", CUT),
        ("ul/li", "How the gates were built", KEPT),
        ("ul/li", "Seven floods of the past", KEPT),
        ("p", PARAGRAPH, KEPT),
        ("ul/li", "Highest level: 4.1 metres", KEPT),
    )
    linked = [Mark(0, 9, mark.label, mark.path, links=0.5) for mark in marks]
    assert list(announced(texts, linked, {0: "related.more"})) == [1, 2]
    assert list(announced(texts, marks, {0: "related.more"})) == []
    assert list(announced(texts, linked, {0: "model."})) == []
