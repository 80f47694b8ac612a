"""Sign-offs: the agency goes, the paragraph stays; captions keep going as a whole."""

import pytest

import cleaner

HEADLINE = "Harbour plan put off until the autumn"
STORY = [
    "The council put the harbour plan off on Monday evening, after a debate that went on for more than four hours.",
    "Traders along the quay had asked for more time, and the mayor told them that nobody would be hurried into it.",
]
PARAGRAPHS = [
    "Traders were relieved that the work would not begin before the summer season was over.",
    "“We were not ready,” one of them said on the quay after the meeting had come to an end.",
    "The plan is not dead. It has been put off. Work on the quay may begin in the autumn after all.",
]
TAILS = ["— AFP", "- AFP", "-- IANS", "– AP", "PTI", "© AFP", "Source: Reuters", "—Bernama"]


def clean(*paragraphs: str) -> cleaner.Article:
    return cleaner.clean("\n\n".join([HEADLINE, *STORY, *paragraphs]))


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("paragraph", PARAGRAPHS[:2])
def test_a_sign_off_goes_alone(paragraph: str, tail: str):
    article = clean(f"{paragraph} {tail}")
    assert article.text.endswith(paragraph) and not article.captions
    assert article.changes[-1].rule == "credit.sign-off"


@pytest.mark.parametrize("tail", ["— AFP", "Photo: Getty Images", "Image: Supplied", "Picture: Ann Lee"])
@pytest.mark.parametrize("paragraph", PARAGRAPHS[1:])
def test_a_paragraph_stays_whatever_is_glued_to_it(paragraph: str, tail: str):
    assert paragraph in clean(f"{paragraph} {tail}", STORY[1].replace("hurried", "rushed")).text


def test_the_credit_behind_a_paragraph_is_kept():
    (caption,) = clean(f"{PARAGRAPHS[1]} Photo: Ann Lee/Getty Images").captions
    assert caption.text == "" and caption.credit and caption.credit.agencies == ("Getty Images",)


def test_a_caption_with_an_agency_behind_it_goes_whole():
    article = clean("A ferry leaves the harbour in Leeds at dawn. AFP", STORY[1].replace("hurried", "rushed"))
    assert "ferry" not in article.text and article.captions[0].text == "A ferry leaves the harbour in Leeds at dawn."


def test_an_agency_that_a_sentence_speaks_of_stays():
    text = "The figures, which nobody in town had seen before, were first reported on Monday by Reuters."
    assert text in clean(text).text


@pytest.mark.parametrize("last", ["(rt/dpa)", "(APA/red)", "AFP", "Reuters/AFP", "(dpa)", "(lug/dpa/AFP)", "(Reuters)"])
def test_agencies_below_the_last_paragraph_sign_the_text(last: str):
    article = clean(*PARAGRAPHS, last)
    assert article.text.endswith(PARAGRAPHS[-1]) and not article.captions
    assert article.changes[-1].rule == "credit.sign-off"


def test_a_heading_that_is_called_like_an_agency_stays():
    article = clean(*PARAGRAPHS, "Outlook", "The company expects more ferries in the year.")
    assert "Outlook" in article.text


def test_agencies_between_paragraphs_are_a_credit():
    article = clean(PARAGRAPHS[0], "Reuters/AFP", *PARAGRAPHS[1:])
    assert [caption.credit.agencies for caption in article.captions if caption.credit] == [("Reuters", "AFP")]
