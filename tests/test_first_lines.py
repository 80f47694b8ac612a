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


EXPLAINER = """\
Election in Elmsport: what you need to know
By Anna Keller, Elmsport
Updated March 3, 2024, 6:42 p.m. ET

Who can vote?
Everyone who is 16 on Sunday.

When do the polls close?
At 6 p.m.

What is at stake?
The majority on the council. Mayor Jonas Lindqvist (independent) lost it in the autumn, when two members left.
"""


def test_the_questions_and_answers_of_an_explainer_stay():
    article = clean(EXPLAINER)
    assert article.headline == "Election in Elmsport: what you need to know"
    assert article.text.startswith("Who can vote?") and "At 6 p.m." in article.text
    assert [author.name for author in article.authors] == ["Anna Keller"]


def test_a_name_above_the_time_of_publication_is_the_writer():
    body = "El pleno municipal aplazó el lunes el proyecto del nuevo puerto, tras un debate de más de cuatro horas."
    head = "El pleno aplaza el proyecto del puerto\nLUCÍA ORTEGA\nSantander - 03 MAR 2024 - 18:42 CET"
    article = clean(f"{head}\n\n{body}\n\n{body.replace('lunes', 'martes')}")
    assert [author.name for author in article.authors] == ["Lucía Ortega"]
    assert article.date_published and article.date_published.isoformat() == "2024-03-03T18:42:00+01:00"


@pytest.mark.parametrize(
    ("suffix", "pitch", "url"),
    [
        (" ⋆ Mill Daily", "", None),
        (
            " – Millers' Last Word",
            "Join Millers’ Last Word and share this article now! 11 shares on this and that",
            None,
        ),
        (" - Mill Lane", "", "https://www.mill-lane.example/pool"),
        (" - El Faro del Sur", "", None),
    ],
)
def test_the_sites_name_leaves_the_first_line_where_a_sign_tells_it(suffix: str, pitch: str, url: str | None):
    article = clean("\n\n".join([HEADLINE + suffix, *([pitch] if pitch else []), *STORY]), url=url)
    assert (article.headline, article.publisher and article.publisher.name) == (HEADLINE, suffix[3:])
    assert dump(f"{HEADLINE} - Mill Lane", *STORY).headline == f"{HEADLINE} - Mill Lane"


@pytest.mark.parametrize("line", ["Hull", "CLOSE The pool in Mill Lane seen from the air last week. MILL DAILY"])
def test_one_word_or_the_button_of_a_player_begins_no_headline(line: str):
    assert dump(line, *STORY).headline_source == "stand-in"


def test_a_line_that_posted_by_begins_is_no_headline_above_a_byline():
    assert dump("Posted on by millman", "By Ann Lee", *STORY).headline != "Posted on by millman"


def test_a_sentence_of_seventeen_words_is_a_headline_in_english_only():
    line = "Learning to swim is getting harder in the north, and the reasons are older than the cuts"
    assert dump(line, *STORY).headline_source == "first line"
    spanish = "Aprender a nadar es cada vez más difícil en el norte y las razones son más viejas"
    text = (
        "El ayuntamiento votó el martes por la noche cerrar la piscina de la calle del Molino, que nos enseñó a nadar."
    )
    assert clean("\n\n".join([spanish, text, text.replace("martes", "lunes")])).headline_source == "stand-in"
