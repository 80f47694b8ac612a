"""Boilerplate that form alone gives away, in dumps: and the look-alikes that stay."""

import pytest

import cleaner
from cleaner.stages.boilerplate.bios import note_on
from cleaner.stages.boilerplate.captions import labelled
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.residue import is_code, is_end_mark, is_share_bar
from cleaner.stages.boilerplate.teasers import teaser

HEADLINE = "Harbour plan put off until the autumn"
STORY = [
    "The council put the harbour plan off on Monday evening, after a debate that went on for more than four hours.",
    "Traders along the quay had asked for more time, and the mayor promised that nobody would be hurried into it.",
    "Work on the new wall was to begin in May, and the boats were to be moved to the other side of the river.",
    "A second vote is planned for September, when the council will know what the state is going to pay for it.",
]


def item(text: str) -> Item:
    return Item(0, len(text), text)


def clean(*lines: str) -> cleaner.Article:
    return cleaner.clean("\n\n".join(lines))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("More: Council puts off harbour plan again", "related.labelled"),
        ("READ: Traders ask for more time", "related.labelled"),
        ("Also read: Boats to be moved in May", "related.labelled"),
        ("(WATCH: The mayor's speech on the quay)", "related.bracketed"),
        ("[Support our reporting on the harbour. Join today.]", "related.bracketed"),
        ("JUST WATCHED Harbour plan put off Replay More Videos ...", "video.player"),
        ("More: it was the one word that Oliver could think of.", None),
        ("(The mayor's office did not answer by Monday.)", None),
        ("[Editor's note: an earlier version named the wrong quay.]", None),
        ("See you in September", None),
        ("Read the whole plan and you will find no wall", None),
    ],
)
def test_teasers_are_known_by_their_label_or_brackets(line: str, rule: str | None):
    assert teaser(item(line)) == rule


def test_a_label_on_the_first_line_is_the_storys_own():
    assert clean("Watch: Harbour plan put off until the autumn", *STORY).headline.endswith("until the autumn")


@pytest.mark.parametrize(
    "line", ["69.9k SHARES Share Tweet", "Facebook Twitter Email", "SHARE THIS ARTICLE Share Tweet Post"]
)
def test_share_bars_go(line: str):
    assert is_share_bar(line) and line not in clean(HEADLINE, *STORY[:2], line, *STORY[2:]).text


@pytest.mark.parametrize(
    "line", ["Twitter", "Share prices", "Facebook and Twitter fell.", "He likes to share", "Follow"]
)
def test_what_only_sounds_like_a_share_bar_stays(line: str):
    assert not is_share_bar(line)


@pytest.mark.parametrize(
    "line",
    ["googletag.cmd.push(function() { googletag.display('a'); });", ".ad { margin: 0; }", '<iframe src="x"></iframe>'],
)
def test_code_goes(line: str):
    assert is_code(item(line))


def test_a_sentence_with_brackets_is_no_code():
    assert not is_code(item("Document (and this is the point) after document was lost; nobody knows why."))


def test_end_marks_go_from_the_end_alone():
    assert is_end_mark("-30-") and is_end_mark("###") and is_end_mark("ENDS") and not is_end_mark("Ends meet")
    assert clean(HEADLINE, *STORY, "ENDS").text.endswith(STORY[-1])


def test_a_note_on_somebody_who_is_not_in_the_story_goes():
    note = "Ann Lee is the author of a book on harbours and teaches at the University of Leeds."
    assert note not in clean(HEADLINE, *STORY, note).text
    in_it = STORY[0].replace("The council", "Ann Lee's council")
    assert note in clean(HEADLINE, in_it, *STORY[1:], note).text


def test_a_note_that_tells_news_stays():
    assert note_on(item("Ann Lee is the director of the port, and she said on Monday that she would resign.")) is None


def test_run_together_captions_are_parted():
    assert labelled("Image copyright Reuters Image caption Boats in the old harbour") == (
        "Boats in the old harbour",
        "Reuters",
    )
    assert labelled("Enlarge this image toggle caption Ann Lee/AP") == ("Ann Lee/AP", None)
    assert labelled("The harbour | and the sea | and nobody") is None


def test_a_name_above_a_role_is_a_byline():
    article = clean(HEADLINE, "ANN LEE", "STAFF WRITER", *STORY)
    assert [author.name for author in article.authors] == ["Ann Lee"] and "ANN LEE" not in article.text


def test_a_byline_with_its_date_and_section_is_read_in_pieces():
    article = clean(HEADLINE, "Nov 13, 2014 | By Chris Vale | News", *STORY)
    assert [author.name for author in article.authors] == ["Chris Vale"]
    assert str(article.date_published).startswith("2014-11-13")


@pytest.mark.parametrize(
    "title",
    [
        "Council puts off the plan for a new wall along the old harbour until June",
        "The Harbour Stays Shut. Nobody Has Asked Why.",
    ],
)
def test_long_titles_and_titles_of_two_sentences_go(title: str):
    article = clean(title, *STORY)
    assert article.headline == title and article.text.startswith(STORY[0]) and article.headline_source != "stand-in"


LONG = "Council puts off the plan for a new wall along the old harbour until the state has said what it will pay"


def test_a_long_sentence_without_its_full_stop_is_a_title_above_a_byline_alone():
    assert clean(LONG, "By Ann Lee", *STORY).headline == LONG
    article = clean(LONG, *STORY)
    assert article.headline_source == "stand-in" and article.text.startswith(LONG)


@pytest.mark.parametrize(
    "line",
    [
        "We were paid for this by Harbour Ltd and its brand. All opinions are ours alone. Enjoy the #harbour",
        "Tested by: Ann Lee More info: www.harbour.example",
    ],
)
def test_a_first_line_of_several_sentences_or_with_an_address_is_no_title(line: str):
    article = clean(line, *STORY)
    assert article.headline_source == "stand-in" and article.text.startswith(line)


def test_a_first_sentence_is_a_stand_in():
    article = clean(*STORY)
    assert article.headline_source == "stand-in" and article.text.startswith(STORY[0])
    assert any(warning.startswith("headline.missing") for warning in article.warnings)


@pytest.mark.parametrize("line", ["2.8k SHARES Facebook Twitter", "For Immediate Release: February 15, 2017"])
def test_a_stand_in_is_no_boilerplate(line: str):
    article = clean(line, *STORY)
    assert article.headline_source == "stand-in" and article.headline == STORY[0]


BIO_STORY = """Let the clocks alone

By Elspeth Crane

Twice a year the country argues about an hour, and twice a year it forgets the argument within a week of losing it.

Nobody would invent the custom now, and if a minister proposed it tomorrow, she would be led away gently.

There are three clocks in this house, and on the last Sunday of October each of them holds an opinion of its own.

The church has a fourth one, and I have never seen anybody climb up to put it right before the middle of November.

{note}
"""


@pytest.mark.parametrize(
    ("note", "stays"),
    [
        ("Elspeth Crane writes every Sunday.", False),
        ("Elspeth Crane covers City Hall. Reach her at ecrane@gazette.example.", False),
        ("Ada Penrose writes every Sunday.", True),
        ("Elspeth Crane said on Monday that she would stop.", True),
    ],
)
def test_a_note_on_the_author_of_the_byline_needs_no_role(note, stays):
    article = clean(BIO_STORY.format(note=note))
    assert (note in article.text) is stays
    assert "opinion of its own" in article.text


def told(label: str, times: int) -> str:
    """A story with a label after each paragraph."""
    paragraph = "The ferry was late again on day {} of the strike, and nobody on the pier could say when it would come."
    parts = [f"{paragraph.format(n)}\n\n{label if n < times else 'Nobody waited.'}" for n in range(8)]
    return "Strike stops the ferry for a week\n\n" + "\n\n".join(parts) + "\n\nThe strike ends on Sunday, they say."


@pytest.mark.parametrize(
    ("label", "times", "stays"),
    [
        ("Column content", 8, False),
        ("The page goes on", 5, False),
        ("Ann Lee", 8, True),
        ("Why so late?", 8, True),
        ("It rained.", 8, True),
    ],
)
def test_a_label_that_comes_back_between_paragraphs_goes(label, times, stays):
    article = cleaner.clean(told(label, times))
    assert (label in article.text) is stays
    assert all(f"day {n} of the strike" in article.text for n in range(8))


def page(*blocks: str) -> cleaner.Article:
    """A page of the story, with some blocks in front of it inside its container."""
    inner = "".join(blocks) + "".join(f"<p>{text}</p>" for text in STORY)
    head = f"<html lang=en><head><title>{HEADLINE}</title><meta name=description content='The harbour waits.'></head>"
    return cleaner.clean(
        f"{head}<body><article><h1>{HEADLINE}</h1>{inner}</article></body></html>", media_type="text/html"
    )


@pytest.mark.parametrize("tag", ["p", "h2"])
def test_a_standfirst_without_its_full_stop_leaves_a_page_as_it_leaves_a_dump(tag: str):
    dek = "Traders had asked the council for more time"
    article = page(f"<{tag}>{dek}</{tag}>")
    assert article.text == "\n\n".join(STORY) and article.description == dek
    assert [(c.rule, c.moved_to) for c in article.changes if dek in c.old] == [("title.standfirst", "description")]
    assert clean(article.text).text == article.text


def test_the_first_of_a_pages_headings_stays():
    article = page("<h2>What was asked</h2>", f"<p>{STORY[0]} It went on.</p>", "<h2>What comes next</h2>")
    assert article.text.startswith("What was asked")


def test_a_change_names_a_field_only_where_that_field_holds_what_was_cut():
    head = {
        "By Ann Lee, Staff Writer": "authors",
        "Published 3 May 2024, 10:05": "date_published",
        "Updated 4 May 2024, 11:05": "date_modified",
        "By Web Desk": None,
    }
    article = clean(HEADLINE, *head, *STORY)
    assert {c.old.strip(): c.moved_to for c in article.changes if c.old.strip() in head} == head


def test_bylines_and_dates_that_a_model_finds_say_where_they_went():
    signed = "<p class=who>By Ann Lee</p><p class=when>3 May 2024</p>"
    article = page(signed)
    assert {c.moved_to for c in article.changes if "Ann Lee" in c.old} == {"authors"}
    assert {c.moved_to for c in article.changes if "3 May" in c.old} == {"date_published"}


def test_a_letter_keeps_its_writer_and_a_line_break_parts_the_name_from_the_town():
    letters = [("Dogs on trains", "Ann Lee", "Upper Harrow"), ("Short and sweet", "Dr Rose Marchbanks", "Cove End")]
    blocks = [f"<h3>{of}</h3><p>Sir – No.</p><p><b>{who}</b><br>{town}</p>" for of, who, town in letters]
    article = page(*blocks)
    for of, who, town in letters:
        assert f"{of}\n\nSir – No.\n\n{who}\n\n{town}" in article.text
    assert [person.name for person in article.people] == ["Ann Lee", "Rose Marchbanks"]


def test_a_page_of_a_heading_and_one_short_paragraph_is_that_paragraph():
    article = cleaner.clean(f"<html><body><h1>{HEADLINE}</h1><p>It waits.</p></body></html>", media_type="text/html")
    assert (article.headline, article.text, article.description) == (HEADLINE, "It waits.", None)


def test_the_one_person_whose_bio_stands_above_or_below_a_dump_wrote_it():
    bio = "Ann Lee is a senior staff writer for The Courier and the author of Rain."
    for lines in ((bio, *STORY), (*STORY, bio)):
        article = clean(*lines)
        assert [author.name for author in article.authors] == ["Ann Lee"]
        assert article.text == "\n\n".join(STORY)
        assert [c.moved_to for c in article.changes if bio in c.old] == ["authors"]
    assert [a.name for a in clean("By Tom Bright", *STORY, bio).authors] == ["Tom Bright"]
    assert not clean(*STORY, "The Big Courier is a weekly newspaper and the host of an award for news.").authors


def test_the_head_of_a_markdown_dump_is_read():
    article = clean(f"# {HEADLINE}", "**By Ann Lee** | May 3, 2024", *STORY)
    assert (article.headline, article.text) == (HEADLINE, "\n\n".join(STORY))
    assert [author.name for author in article.authors] == ["Ann Lee"]


def test_a_first_line_whose_sentence_goes_on_in_the_next_line_is_neither_title_nor_standfirst():
    first = "The council put the harbour plan off on Monday evening\nafter a debate of more than four hours about it."
    for head in ((), (HEADLINE, "By Ann Lee")):
        article = clean(*head, first, *STORY[1:])
        assert article.text.startswith("The council put the harbour plan off")


@pytest.mark.parametrize("line", ["Posted on by harbourman", '"Rain," a novel. (Photo: Courtesy of Mill Press)'])
def test_a_signature_or_a_credited_caption_is_no_headline(line: str):
    assert clean(line, *STORY).headline_source == "stand-in"
