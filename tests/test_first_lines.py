"""What stands between the title and the story: a standfirst, a publisher's name, or the story's own first line."""

import pytest

from cleaner import Article, clean

HEADLINE = "Council votes to close the old swimming pool"
STORY = [
    "The council voted on Tuesday night to close the swimming pool in Mill Lane, which had taught the town to swim.",
    "Campaigners said that they would ask a court to look at the decision, which came after a debate of three hours.",
    "The pool will close at the end of September, and the building will be offered for sale in the spring.",
]


def dump(*lines: str) -> Article:
    return clean("\n\n".join(lines))


def test_a_standfirst_like_a_headline_becomes_the_description():
    standfirst = "Swimmers of four generations will have to travel to Hull from autumn"
    article = dump(HEADLINE, standfirst, *STORY)
    assert article.description == standfirst and article.text == "\n\n".join(STORY)


def test_a_standfirst_with_its_full_stop_stays():
    standfirst = "Swimmers of four generations will have to travel to Hull from autumn."
    assert dump(HEADLINE, standfirst, *STORY).text == "\n\n".join([standfirst, *STORY])


def test_the_first_line_of_a_wrapped_page_stays():
    page = """<html><head><title>Dry spring leaves farmers praying for rain</title></head><body>
<h1>Dry spring leaves farmers praying for rain</h1><p>By Cordelia Vane</p>
<pre>Wheat in the western valleys stands barely knee high where it
should reach the hip, and farmers say that only a wet June can save
half of what they sowed in the fall.

Less than two inches of rain have fallen on the valleys since the
first of March, the least for those months in a century.</pre></body></html>"""
    assert clean(page, media_type="text/html").text.startswith("Wheat in the western valleys stands")


def test_a_standfirst_outside_the_story_leaves_a_page_with_its_full_stop():
    dek = "The harbour says that the ferry will stay where it is until the tide turns."
    body = "".join(f"<p>{line}</p>" for line in STORY)
    page = f"""<html><head><title>Ferry aground</title><meta name="description" content="{dek}"></head><body><main>
<header><h1>Ferry aground off the pier</h1><p class="dek">{dek}</p></header>
<div class="article-body">{body}</div></main></body></html>"""
    article = clean(page, media_type="text/html")
    assert article.description == dek and dek not in article.text


@pytest.mark.parametrize(("line", "publisher"), [("The Guardian", "The Guardian"), ("Of The Gazette Staff", None)])
def test_only_a_known_name_below_the_title_is_the_publisher(line, publisher):
    article = dump(HEADLINE, line, *STORY)
    assert (article.publisher and article.publisher.name) == publisher and article.text.startswith(STORY[0])
    assert [c.moved_to for c in article.changes if line in c.old] == ["publisher" if publisher else None]
