"""Text that looks like furniture and is not must come out whole, wherever in an article it stands."""

import tomllib
from pathlib import Path

import pytest

from cleaner import trace

TABLE = tomllib.loads((Path(__file__).parent / "data" / "never_drop.toml").read_text(encoding="utf-8"))
LINES = [(group, line) for group, rows in TABLE.items() if group != "article" for line in rows["lines"]]
ARTICLES = TABLE["article"]
HEADLINE = "Council votes to close the old swimming pool after 90 years"
PARAGRAPHS = [
    "The council voted on Tuesday night to close the swimming pool in Mill Lane, which had been open since"
    " 1931 and had "
    "taught four generations of the town to swim.",
    "The decision, by 14 votes to 11, came after a debate of three hours in which residents shouted from the"
    " gallery and "
    "one councillor was asked to leave the room.",
    "“We do not have the money,” said the leader of the council, adding that repairs to the roof alone would cost more "
    "than the town spends on its parks in five years.",
    "Campaigners said that they would ask a court to look at the decision, and that they had raised a third of the sum "
    "that a survey in March said was needed.",
    "The pool will close at the end of September, and the building will be offered for sale in the spring.",
]
PLACES = {"front": 1, "middle": 3, "end": 5}


def text_of(line: str, at: int, gap: str) -> str:
    paragraphs = [*PARAGRAPHS[:at], line, *PARAGRAPHS[at:]]
    return gap.join([HEADLINE, *paragraphs]) + "\n"


def test_the_corpus_is_large_enough():
    assert len(LINES) + len(ARTICLES) >= 200
    assert len({line for _, line in LINES}) == len(LINES)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("group", "line"), LINES, ids=[f"{group}-{n}" for n, (group, _) in enumerate(LINES)])
def test_a_look_alike_stays(group: str, line: str, place: str):
    for gap in ("\n\n", "\n"):
        doc = trace(text_of(line, PLACES[place], gap), stages=("boilerplate",))
        why = [change.rule for change in doc.changes]
        assert doc.text.split("\n\n") == text_of(line, PLACES[place], "\n\n").strip().split("\n\n")[1:], why


@pytest.mark.parametrize("article", ARTICLES, ids=[a["text"].strip().partition("\n")[0] for a in ARTICLES])
def test_a_short_article_stays(article: dict):
    doc = trace(article["text"], stages=("boilerplate",))
    left = doc.text
    for block in article["body"]:
        assert block in left or all(line in left for line in block.split("\n")), [c.rule for c in doc.changes]
