"""The stage as a whole: what moves where, what goes and why, and what is left alone."""

import pytest
from hypothesis import given, settings, strategies as st

from cleaner import trace
from cleaner.core.document import Document
from cleaner.core.facts import LineAbove
from cleaner.core.layers import rebuild
from cleaner.core.parts import Dateline

BODY = (
    "The council voted on Tuesday night to close the swimming pool in Mill Lane, which had taught four"
    " generations of the "
    "town to swim.",
    "Campaigners said that they would ask a court to look at the decision, which came after a debate of three hours.",
    "The pool will close at the end of September, and the building will be offered for sale in the spring.",
)
TITLE = "Council votes to close the old swimming pool"


def clean(*lines: str, gap: str = "\n\n") -> Document:
    return trace(gap.join(lines) + "\n", stages=("boilerplate",))


def rules(doc: Document) -> list[str]:
    return [change.rule for change in doc.changes if not change.rule.startswith("layout.")]


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n \n\n"])
def test_paragraphs_are_parted_by_one_blank_line(gap: str):
    doc = clean(TITLE, *BODY, gap=gap)
    assert doc.text == "\n\n".join(BODY)
    assert rules(doc) == ["title.line"]


def test_verse_and_lists_keep_their_lines():
    verse = "We went down in the morning\nAnd we came up in the night"
    doc = clean(TITLE, BODY[0], verse, BODY[1])
    assert verse in doc.text


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Sign up for our daily newsletter", "newsletter."),
        ("Share this article", "share."),
        ("Most Read", "related."),
        ("Advertisement", "ad."),
        ("We use cookies to improve your experience.", "cookie."),
        ("To continue reading, subscribe now", "paywall."),
        ("© 2023 The Gazette. All rights reserved.", "copyright."),
        ("12 Comments", "comments."),
        ("Tags: Leeds, Swimming", "tags."),
        ("Page 1 of 3", "pager."),
        ("Video player is loading.", "video."),
        ("View gallery", "gallery."),
        ("Skip to main content", "navigation."),
        ("Lesen Sie auch: Stadtrat schließt das Bad", "related."),
        ("Inscrivez-vous à notre newsletter", "newsletter."),
        ("Compartir en Facebook", "share."),
        ("Leggi anche: Il sindaco chiude la piscina", "related."),
        ("Continua após a publicidade", "ad."),
    ],
)
def test_boilerplate_goes_with_a_rule_of_its_kind(line: str, rule: str):
    for at in (1, 2, 4):
        doc = clean(*[TITLE, *BODY][:at], line, *[TITLE, *BODY][at:])
        assert doc.text == "\n\n".join(BODY)
        assert any(r.startswith(rule) for r in rules(doc)), rules(doc)


@pytest.mark.parametrize(
    ("line", "text", "photographers", "agencies"),
    [
        ("The pool in May (Photo by Ann Lee/Getty Images)", "The pool in May", ("Ann Lee",), ("Getty Images",)),
        ("The pool in May. Photo: Ann Lee/AP", "The pool in May.", ("Ann Lee",), ("AP",)),
        ("The pool, empty since May.ANN LEE/AFP via Getty Images", "The pool, empty since May.", ("Ann Lee",), None),
        ("REUTERS/Ann Lee", "", ("Ann Lee",), ("Reuters",)),
        ("Ann Lee, the mayor, looks on as workers drain the pool in Leeds on May 3, 2023.", None, (), ()),
    ],
)
def test_captions_move_with_their_credit(line: str, text: str | None, photographers: tuple, agencies: tuple | None):
    doc = clean(TITLE, BODY[0], line, *BODY[1:])
    assert doc.text == "\n\n".join(BODY)
    (caption,) = doc.captions
    assert caption.text == (line if text is None else text)
    if photographers:
        assert caption.credit.photographers == photographers
        assert agencies is None or caption.credit.agencies == agencies


def test_the_head_becomes_claims():
    doc = clean(
        TITLE + " - The Guardian", "By Ann Lee and Bo Xi", "Published 3 May 2023, 10:05", "Updated 4 May 2023", *BODY
    )
    assert doc.text == "\n\n".join(BODY)
    assert doc.claims("headline")[0].text == TITLE
    assert doc.claims("publisher")[0].text == "The Guardian"
    assert doc.claims("byline")[0].text == "By Ann Lee and Bo Xi"
    assert rules(doc)[0] == "title.line"


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        (("By Ann Gardner", "HealthDay Reporter"), "By Ann Gardner, HealthDay Reporter"),
        (("By Ann Gardner", "CNN Medical Producer"), "By Ann Gardner, CNN Medical Producer"),
        (("En Español", "By Ann Gardner", "HealthDay Reporter"), "By Ann Gardner, HealthDay Reporter"),
        (("Ann Gardner and Paul J. Rowe", "USA TODAY"), "Ann Gardner and Paul J. Rowe, USA TODAY"),
        (("ANN GARDNER", "STAFF WRITER"), "ANN GARDNER, STAFF WRITER"),
        (("Ann Gardner", "Special to USA TODAY"), "Ann Gardner, Special to USA TODAY"),
    ],
)
def test_a_byline_of_two_lines_above_a_text_without_a_title_is_no_headline(head: tuple[str, ...], byline: str):
    doc = clean(*head, *BODY)
    assert doc.text == "\n\n".join(BODY)
    assert [said.text for said in doc.claims("byline")] == [byline]
    assert doc.article.headline_source == "stand-in"


@pytest.mark.parametrize(
    ("raw", "place", "agency"),
    [
        ("LEEDS, England (AP) — ", "LEEDS, England", "AP"),
        ("LONDON – ", "LONDON", None),
        ("Berlin (dpa) - ", "Berlin", "dpa"),
        ("(Reuters) - ", None, "Reuters"),
        ("(CNN)", None, "CNN"),
        ("Washington (CNN) ", "Washington", "CNN"),
        ("(Beirut) – ", "Beirut", None),
        ("ELMSPORT, 19 March 2024 – ", "ELMSPORT", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("LEEDS, March 3: ", "LEEDS", None),
        ("WASHINGTON (AP) _ ", "WASHINGTON", "AP"),
        ("LEEDS--(BUSINESS WIRE)--", "LEEDS", "BUSINESS WIRE"),
        ("LEEDS, England, March 3, 2016 /PRNewswire/ -- ", "LEEDS, England", "PRNewswire"),
        ("TUESDAY, June 2, 2015 (HealthDay News) -- ", None, "HealthDay News"),
        ("Newswise — LEEDS, Ala. – Nov. 4, 2016 – ", "LEEDS, Ala.", "Newswise"),
        ("Pune (Maharashtra) [India], March 3 (ANI): ", "Pune (Maharashtra) [India]", "ANI"),
        ("Mar del Plata, 3 mar (EFE).- ", "Mar del Plata", "EFE"),
        ("LEEDS, Ala. (October 8, 2018)--", "LEEDS, Ala.", None),
        ("LEEDS – (March 3, 2016) – ", "LEEDS", None),
    ],
)
def test_the_dateline_moves(raw: str, place: str | None, agency: str | None):
    doc = clean(TITLE, raw + BODY[0], *BODY[1:])
    assert doc.text == "\n\n".join(BODY)
    assert doc.facts(Dateline) == [Dateline(place=place, agency=agency, raw=raw.strip())]


@pytest.mark.parametrize(
    "opening",
    [
        "COVID-19 ",
        "NATO-Russia ",
        "BREAKING — ",
        "HARVEY SMITH — ",
        "London - Paris ",
        "LEEDS, ENGLAND - MAY 03: ",
        "The Good Ship (CBS) ",
        "The Union (EU) ",
        "WATER: ",
    ],
)
def test_what_looks_like_a_dateline_stays(opening: str):
    first = opening + BODY[0]
    doc = clean(TITLE, first, *BODY[1:])
    assert doc.text == "\n\n".join([first, *BODY[1:]]) and not doc.facts(Dateline)


def test_a_day_in_front_of_the_first_paragraph_is_the_publication_date():
    doc = clean(TITLE, "Jan. 6, 2010 -- " + BODY[0], *BODY[1:])
    assert doc.text == "\n\n".join(BODY) and not doc.facts(Dateline)
    assert doc.claims("published")[0].text == "Jan. 6, 2010"


def test_a_dateline_below_bullet_points_moves_but_not_the_second_of_a_round_up():
    points = ["* Ferries are full until the autumn holidays", "* Fares rise by a tenth, more than the year before"]
    doc = clean(TITLE, *points, "LEEDS, June 29 (Reuters) - " + BODY[0], "HULL (Reuters) - " + BODY[1], *BODY[2:])
    assert [d.place for d in doc.facts(Dateline)] == ["LEEDS"]
    assert "HULL (Reuters)" in doc.text


def test_the_title_is_cut_again_where_it_is_repeated():
    doc = clean(TITLE + " | BBC News", "Home", TITLE, *BODY)
    assert doc.text == "\n\n".join(BODY)


def test_a_text_without_a_headline_keeps_its_first_paragraph():
    doc = clean(*BODY)
    assert doc.text == "\n\n".join(BODY) and not doc.changes[:-1]
    assert not doc.claims("headline") and doc.article.headline_source == "stand-in"


def test_headlines_of_other_stories_below_a_label_go():
    links = ["Rain again in the north", "Library to open on Sundays from May", "Bus fares rise by a tenth"]
    doc = clean(TITLE, *BODY, "More on this story", *links)
    assert doc.text == "\n\n".join(BODY)
    assert rules(doc).count("related.listed") == 3


@pytest.mark.parametrize("text", ["", "\n", " \n\n ", "Rain", "\n" * 1000, "Share\nTweet\nPrint\n", "x" * 100_000])
def test_odd_texts_are_no_error(text: str):
    doc = trace(text, stages=("boilerplate",))
    assert rebuild(doc.text, doc.changes) == doc.raw


LINES = st.sampled_from(
    [
        TITLE,
        *BODY,
        "",
        "Share this article",
        "By Ann Lee",
        "3 May 2023",
        "Photo: Ann Lee/AP",
        "Read more",
        "RAIN",
        "Who pays?",
    ]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(LINES, max_size=12))
def test_undo_gives_the_raw_text_and_a_second_cleaning_changes_nothing(lines: list[str]):
    doc = trace("\n".join(lines), stages=("boilerplate",))
    assert rebuild(doc.text, doc.changes) == doc.raw
    assert trace(doc.text, stages=("boilerplate",)).text == doc.text


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee holds a sign outside the town hall in Leeds on Friday, May 3, 2024, during a rally for the pool.",
        "Swimmers wait outside the locked doors of the pool in Leeds, England May 3, 2023.",
        "The mayor, Ann Lee, left, and her deputy, Bo Xi, second right, speak at the pool.",
        "From left: Ann Lee, Bo Xi and Cy Dow at the opening",
        "A general view of the pool in Mill Lane, with the town hall behind it",
        "The pool in an undated photo provided by the town",
        "Ann Lee has swum here every morning since the war. Bo Xi",
        "Swimmers complain that nobody asked them. (Ann Lee/Gazette)",
        "Schwimmer vor dem Bad in der Mühlengasse (Archivbild)",
        "Ann Lee (l.) und Bo Xi (r.) vor dem Bad",
    ],
)
def test_a_caption_is_known_without_its_credit(line: str):
    doc = clean(TITLE, BODY[0], line, *BODY[1:])
    assert doc.text == "\n\n".join(BODY)
    assert len(doc.captions) == 1 and line.startswith(doc.captions[0].text)


def test_the_line_above_a_credit_is_its_caption():
    doc = clean(TITLE, BODY[0], "Ann Lee at the opening of the pool in 1990", "(Getty Images)", *BODY[1:])
    assert doc.text == "\n\n".join(BODY)
    assert [(c.text, c.credit.raw) for c in doc.captions] == [
        ("Ann Lee at the opening of the pool in 1990", "(Getty Images)")
    ]


def test_section_names_go_from_the_head_alone():
    doc = clean("News", "Politics > Leeds", TITLE, *BODY)
    assert doc.text == "\n\n".join(BODY)
    assert doc.claims("headline")[0].text == TITLE
    listed = ("Wales", BODY[0], "Scotland", BODY[1])
    assert "\n\n".join(listed) in clean(TITLE, *listed).text


def test_names_below_a_label_of_tags_go_with_it():
    doc = clean(TITLE, *BODY, "Topics", "Swimming", "Ann Lee", "Leeds Bradford York")
    assert doc.text == "\n\n".join(BODY)
    assert {"tags.label", "tags.listed"} <= set(rules(doc))


def above(text):
    return [(line.text, line.taken_for) for line in trace(text, stages=["boilerplate"]).facts(LineAbove)]


def test_what_is_cut_above_the_first_prose_is_told_with_what_it_was_taken_for():
    body = "The rain fell on the first morning of May and on every one of the days that came after it."
    assert above(f"Rain again in Leeds\n8 September 2023, 15:41\n{body}\n{body} Again.\n3 May 2019") == [
        ("Rain again in Leeds", "title"),
        ("8 September 2023, 15:41", "timestamp"),
    ]


def test_a_headline_of_many_words_is_not_yet_the_text():
    title = "'I learned to cook in a lighthouse': five minutes with a chef who bakes"
    assert above(f"{title}\nSun 3 Mar 2024 08.00 GMT\nShe bakes.") == []
    body = "She bakes. It rained on the first morning, and the whole of the harbour smelt of bread and of the sea."
    assert ("Sun 3 Mar 2024 08.00 GMT", "timestamp") in above(f"{title}\nSun 3 Mar 2024 08.00 GMT\n{body}")


def test_a_link_that_says_its_title_twice_goes_and_a_paragraph_that_repeats_itself_stays():
    link = "Museum of locks opens in the old mill"
    assert rules(clean(*BODY, f"{link} {link}")) == ["related.doubled"]
    chant = " ".join(["The choir sang the same four lines about the ferry until it grew dark."] * 8)
    assert chant in clean(*BODY, chant).text
