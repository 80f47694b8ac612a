"""Rows look at sentences: a wording takes its own sentence out of a line, and none of the prose beside it."""

import pytest

import cleaner
from cleaner.rules import Rule, RuleBook, rulebook
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.wordings import matched

PROSE = "The council met again on Monday evening and put the harbour plan off until the autumn."
ROWS = [rule for rule in rulebook().rules if rule.lang == "en"]


def left(text: str) -> str:
    """What the rows leave of a line."""
    for start, end, _ in reversed(matched(rulebook(), Item(0, len(text), text))):
        text = text[:start] + text[end:]
    return text.strip()


def ended(line: str) -> str:
    return line.rstrip(" .:") + "!"


def test_no_row_takes_the_sentence_in_front_of_its_wording():
    lines = [f"{PROSE} {line[0].upper()}{line[1:]}" for rule in ROWS for line in rule.cuts]
    assert [line for line in lines if PROSE not in left(line)] == []


def test_no_row_takes_the_sentence_behind_its_wording():
    lines = [f"{ended(line)} {PROSE}" for rule in ROWS for line in rule.cuts]
    assert [line for line in lines if PROSE not in left(line)] == []


def test_a_sentence_that_the_wording_needs_goes_with_it():
    book = RuleBook((Rule("newsletter.two", r"never miss a story\. sign up today"),))
    text = "Never miss a story. Sign up today."
    assert [part[:2] for part in matched(book, Item(0, len(text), text))] == [(0, len(text))]


@pytest.mark.parametrize("tail", ["Continue reading", "Read more", "READ MORE: Harbour plan put off again"])
def test_a_link_glued_to_a_paragraph_goes_alone(tail: str):
    text = f"{PROSE} {PROSE} {tail}"
    assert left(text) == f"{PROSE} {PROSE}"


def test_a_reporter_named_at_the_end_of_a_paragraph_is_news():
    text = f"{PROSE} Ann Lee is a politics reporter for The Daily Post."
    assert PROSE in left(text)
    longer = f"{PROSE} {PROSE} {PROSE} {PROSE} {PROSE} Ann Lee is a politics reporter for The Daily Post."
    assert left(longer) == longer


def test_the_change_names_the_row_and_keeps_the_paragraph():
    article = cleaner.clean(
        f"Harbour plan put off\n\n{PROSE} All rights reserved.\n\n{PROSE.replace('again', 'twice')}"
    )
    assert article.text.startswith(PROSE + "\n")
    assert any(change.rule.startswith("copyright.") and "rights" in change.old for change in article.changes)
