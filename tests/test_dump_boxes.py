"""Boxes in dumps: what stands between two cuts goes if it is worded like them, or stands there again."""

import pytest

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
