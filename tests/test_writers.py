"""Whom a dump without a byline names as its writer, below or above its story."""

import pytest

import cleaner

STORY = (
    "The council closed the old harbour on Monday for the rest of the winter, after two ferries ran aground there.",
    "Divers found that a third of the wall under the pier had washed away in the storms of the last five years.",
    "The ferry company said that it would send its boats to the northern quay until the wall had been repaired.",
    "Fishermen, who pay for their berths by the year, asked the council on Friday to give them half of it back.",
    "A first part of the wall, of some forty yards, is to be built before the tides of the spring reach the pier.",
)


def clean(*lines: str) -> cleaner.Article:
    return cleaner.clean("\n\n".join(lines), media_type="text/plain")


def authors(*lines: str) -> list[str]:
    return [author.name for author in clean(*lines).authors]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Write to Ann Lee at ann.lee@example.org", ["Ann Lee"]),
        ("Write to Ann Lee at ann.lee@example.org, Bo Lind at bo.lind@example.org and Tom Bright at t@example.org", 3),
        ("Write to Tara Law at tara.law@example.org.", ["Tara Law"]),
        ("Follow Ann Lee on Twitter @annlee.", ["Ann Lee"]),
        ("Follow Ann Lee on Twitter at www.example.org/annlee and Tom Bright at www.example.org/tbright .", 2),
        ("Energy Reporter Ann Lee can be reached at ann.lee@example.org.", ["Ann Lee"]),
        ("• Ann Lee can be reached at ann.lee@example.org; follow her on Twitter @annlee.", ["Ann Lee"]),
        ("Contact Ann B. Lee: 555-0100 or alee@example.org. Follow her on Twitter @annlee.", ["Ann B. Lee"]),
        ("To contact the reporter on this story: Ann Lee in Leeds at alee@example.org", ["Ann Lee"]),
        ("(Reporting by Ann Lee in Leeds and Tom Bright; Editing by Rose Marchbanks)", ["Ann Lee", "Tom Bright"]),
        ("Contact Ann Lee at ann.lee@example.org", []),
        ("For interviews, write to Ann Lee at ann.lee@example.org", []),
        ("Follow The Harbour Courier on Twitter @harbourcourier.", []),
        ("Follow Fox News on Twitter @foxnews.", []),
        ("(Additional reporting by Ann Lee; Editing by Tom Bright)", []),
    ],
)
def test_a_note_below_the_story_names_its_writer(line: str, names: list[str] | int):
    found = authors(*STORY, line)
    assert len(found) == names if isinstance(names, int) else found == names


@pytest.mark.parametrize(
    "line",
    [
        "• Ann Lee is a staff writer for The Courier.",
        "— Ann Lee is editor-in-chief emeritus of The Harbour Courier.",
        "Rep. Ann Lee is a member of the board and a columnist.",
        "Ann Lee served under three mayors of Leeds and is a contributing opinion writer.",
        "Ann Lee edits the coverage of ports for the desk of The Harbour Courier.",
        "— Ann Lee is the editor-in-chief of The Courier, where this column first appeared. © All rights reserved.",
    ],
)
def test_a_bio_is_one_behind_a_bullet_a_dash_or_a_title(line: str):
    article = clean(*STORY, line)
    assert ([author.name for author in article.authors], article.text) == (["Ann Lee"], "\n\n".join(STORY))


def test_two_people_share_a_bio():
    assert authors(*STORY, "Ann Lee and Tom Bright are staff writers for The Courier.") == ["Ann Lee", "Tom Bright"]


@pytest.mark.parametrize(
    "line",
    [
        "When Ann Lee, the first director of the harbour, moved in, she wrote that it was cold.",
        "Rep. Ann Lee also went on Twitter to call the plan of the council a waste of money.",
        "— President Ann Lee has been briefed on the closing, the Courier news desk reports.",
        "Rain Aid is a nonprofit organization and the publisher of a newspaper.",
    ],
)
def test_a_sentence_of_the_story_is_no_bio(line: str):
    article = clean(*STORY, line)
    assert not article.authors
    assert "Rain Aid" in line or line in article.text


def test_a_bio_above_the_story_goes_if_its_person_does_not_come_back():
    bio = "Ann Lee is a political analyst and commentator in Leeds."
    article = clean(bio, *STORY)
    assert ([author.name for author in article.authors], article.text) == (["Ann Lee"], "\n\n".join(STORY))
    back = "Lee said that the harbour had been closed for too long, and that nobody had asked her about it at all."
    assert bio in clean(bio, *STORY, back).text
    assert bio not in clean(f"{bio} The opinions expressed here are solely those of the author.", *STORY, back).text
    assert "White House" in clean("The White House is a member of the group and an adviser to it.", *STORY).text


def test_a_byline_that_is_glued_to_the_dateline_is_both():
    article = clean(f"By Ann Lee LEEDS (Reuters) - {STORY[0]}", *STORY[1:])
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert article.dateline and (article.dateline.place, article.dateline.agency) == ("LEEDS", "Reuters")
    assert article.text == "\n\n".join(STORY)


def test_an_unknown_agency_in_brackets_follows_a_known_place_in_capitals():
    article = clean(f"BOSTON (RNS) {STORY[0]}", *STORY[1:])
    assert article.dateline and (article.dateline.place, article.dateline.agency) == ("BOSTON", "RNS")
    assert not clean(f"BOSTON (UK) {STORY[0]}", *STORY[1:]).dateline


def test_a_byline_behind_a_dash_ends_the_story():
    article = clean(*STORY, "—By Ann Lee, The Courier")
    assert ([author.name for author in article.authors], article.text) == (["Ann Lee"], "\n\n".join(STORY))


@pytest.mark.parametrize(
    "line",
    [
        "Photographer: Ann Lee/Courier Images Photographer: Ann Lee/Courier Images",
        "Al Gore Hates This Climate Scientist",
    ],
)
def test_a_photographer_and_a_headline_about_a_scientist_are_no_authors(line: str):
    assert not authors(line, *STORY)


def test_a_given_name_behind_by_is_a_byline():
    assert authors("The Harbour Stays Shut", "by Mark", *STORY) == ["Mark"]
    assert authors("Der Hafen bleibt zu", "Von Anna Lee auf Hafenblick", *STORY) == ["Anna Lee"]
    assert not authors("The Harbour Stays Shut", "By Christmas", *STORY)
