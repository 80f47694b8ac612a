"""What the article is made of where sources are silent."""

import pytest

from cleaner import InvalidArticle, clean
from cleaner.core.assemble import first_sentence


def test_without_any_title_the_first_sentence_is_the_headline():
    article = clean(
        "<p>A dog rode the number 9 bus for a week. It got off at the butcher’s.</p><p>Its name is Pip.</p>"
    )
    assert article.headline == "A dog rode the number 9 bus for a week."


@pytest.mark.parametrize(
    "raw",
    [
        "<p>A dog rode the bus for a week. It got off at the butcher’s.</p><p>Its name is Pip.</p>",
        "It rained in Leeds for a week.\n\nIt fell.",
    ],
)
def test_a_first_sentence_that_stands_in_is_marked_as_a_stand_in(raw):
    article = clean(raw)
    assert article.headline_source == "stand-in"
    assert any(w.startswith("headline.missing: ") for w in article.warnings)


@pytest.mark.parametrize("raw", ["", "<html><body></body></html>", "<p> </p>"])
def test_nothing_has_no_headline(raw):
    with pytest.raises(InvalidArticle, match=r"empty|no text"):
        clean(raw)


def test_a_headline_of_its_own_takes_no_warning():
    assert not clean("<h1>Dog rides bus alone</h1><p>A dog rode the number 9 bus for a week.</p>").warnings


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The plan costs 3.5 million. It will pass.", "The plan costs 3.5 million."),
        ("“It rained,” he said. It did.", "“It rained,” he said."),
        ("One line only\nand another", "One line only"),
    ],
)
def test_a_first_sentence_ends_where_it_ends(text, sentence):
    assert first_sentence(text) == sentence
    assert len(first_sentence("ab " * 1000)) <= 250
