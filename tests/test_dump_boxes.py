"""Boxes in dumps: what stands between two cuts goes if it is worded like them, or stands there again."""

import pytest

import cleaner
from cleaner import Document
from cleaner.stages.boilerplate.boxes import settle_boxes
from cleaner.stages.boilerplate.items import items_of
from cleaner.stages.boilerplate.reading import Cut, Reading

STORY = "The council put the harbour plan off on Monday evening, after a debate of more than four hours."
OFFERS = ["Unlimited access to every article of the Gazette.", "The crossword and the sudoku, every day."]


def left(*lines: str | tuple[str, str]) -> list[str]:
    """The lines that stay when those that come with a rule are cut."""
    texts = [line if isinstance(line, str) else line[0] for line in lines]
    document = Document("\n".join(texts))
    page = Reading(document, items_of(document))
    page.cuts.update({i: Cut(line[1]) for i, line in enumerate(lines) if isinstance(line, tuple)})
    settle_boxes(page)
    return [texts[i] for i in page.left()]


LABEL, BUTTON = ("For subscribers only", "model.paywall"), ("Subscribe now", "paywall.button")


def test_the_offers_of_a_subscription_go_with_its_label_and_button():
    assert left(STORY, LABEL, *OFFERS, BUTTON, STORY) == [STORY, STORY]


@pytest.mark.parametrize(
    "lines",
    [
        (STORY,),
        (STORY, OFFERS[1]),
        ("“Unlimited access to every article,” the editor said.", OFFERS[0]),
        ("The inquiry opens in Leeds on 3 May at nine.",),
    ],
)
def test_a_storys_own_lines_stay_between_two_boxes(lines: tuple[str, ...]):
    assert left(STORY, LABEL, *lines, BUTTON) == [STORY, *lines]


def test_a_line_worded_like_a_box_stays_beside_other_cuts():
    assert OFFERS[0] in left(STORY, ("Read more: Rain", "related.read-more"), OFFERS[0], BUTTON)
    assert OFFERS[0] in left(STORY, ("Photo: Ann Lee", "credit.line"), *OFFERS, BUTTON)


AD = ("Advertisement", "ad.label")
NOTICE = "This message has not arrived yet, but your text goes on below."


def test_a_notice_that_stands_between_cuts_three_times_goes():
    assert left(STORY, AD, NOTICE, AD, STORY, AD, NOTICE, AD, STORY, AD, NOTICE, AD, STORY) == [STORY] * 3 + [STORY]
    assert NOTICE in left(STORY, AD, NOTICE, AD, STORY, AD, NOTICE, AD)
    assert NOTICE in left(STORY, NOTICE, STORY, AD, NOTICE, AD, STORY, AD, NOTICE, AD)


def test_lines_that_stand_between_cuts_again_go():
    form = ["Write to the harbour master", "and tell him what you think of it"]
    assert left(STORY, AD, *form, AD, STORY, AD, *form, AD) == [STORY, STORY]


def test_short_answers_of_an_interview_stay():
    answers = ["Bo Xi", "Yes."]
    assert left(STORY, AD, *answers, AD, STORY, AD, *answers, AD) == [STORY, *answers, STORY, *answers]


HEADLINE, DEK = ("The pier is no more", "model.related"), ("What a winter has left of the old quay.", "model.related")


def test_what_stands_between_cards_goes_and_the_story_around_them_stays():
    cards = [HEADLINE, DEK, HEADLINE, "Nobody asked the boats in the harbour.", HEADLINE, DEK, HEADLINE, DEK, HEADLINE]
    assert left(STORY, *cards, STORY) == [STORY, STORY]
    assert left(STORY, HEADLINE, STORY, *cards, STORY) == [STORY] * 3
    assert left(STORY, *cards[:6], STORY) == [STORY, cards[3], STORY]


def test_a_story_between_ads_stays_with_cards_above_and_below_it():
    ad, short = ("Advertisement", "ad.label"), "The vote is on Monday at nine, he said."
    long = STORY.replace("hours.", "hours in the old hall, where nobody could hear the mayor for the rain on the roof.")
    story = [long, ad, short, ad, long, ad]
    assert left(HEADLINE, DEK, HEADLINE, DEK, *story, HEADLINE, DEK, HEADLINE) == [long, short, long]
    assert left(HEADLINE, DEK, HEADLINE, long, HEADLINE, DEK, HEADLINE, DEK, HEADLINE) == [long]


PROSE = (
    "Traders along the quay had asked for more time, and the mayor promised that nobody would be hurried into it.",
    "Work on the new wall was to begin in May, and the boats were to be moved to the other side of the river.",
    "The mayor told the meeting that the state had not yet said what it was going to pay for the work in all.",
    "Two of the traders have sold their boats since the spring, and a third is looking for a place down the coast.",
    "A second vote is planned for September, when the council will know what the state is going to pay for it.",
)


def text(*lines: str) -> str:
    """The text of a story around some lines."""
    return cleaner.clean("\n\n".join([*PROSE[:3], *lines, *PROSE[3:]])).text


@pytest.mark.parametrize(("below", "stays"), [("— Ann Lee (@annlee) May 3, 2023", True), (PROSE[0], False)])
def test_a_post_in_capitals_stays_above_its_writer(below: str, stays: bool):
    post = "THEY PUT THE HARBOUR OFF AGAIN AND NOBODY ASKED THE BOATS"
    assert (post in text(post, below)) is stays


def test_a_barred_label_announces_a_film_even_with_a_colon():
    line = "WATCH | Traders answer the mayor on the quay:"
    assert line not in text(line)
