"""What a site repeats: order does not matter, copies count once, the file can be read, edited and shipped."""

import itertools
import json

import pytest

from cleaner import clean, learn, trace
from cleaner.core.site_profile import SiteProfile, form

NEWS = {
    "Monday": (
        "Bridge closed",
        "The old bridge over the river will stay closed until spring, the county said on its website.",
    ),
    "Tuesday": (
        "School wins prize",
        "A school in the north of the city has won a prize for its garden, which pupils tend.",
    ),
    "Wednesday": (
        "Bakery burns",
        "A fire broke out in a bakery before dawn and was put out by noon, and nobody was hurt.",
    ),
    "Thursday": (
        "Library reopens",
        "The library opens its doors again after two years of repairs, with a larger hall.",
    ),
    "Friday": (
        "Tram late again",
        "Commuters waited for an hour as trams stood still in the centre after a power failure.",
    ),
    "Sunday": (
        "Otters return",
        "Otters have been seen at the weir for the first time in forty years, a warden reports.",
    ),
}


def dump(day: str) -> str:
    head, body = NEWS[day]
    return "\n".join(
        [head, body, f"Our {day} letter to the valley: yours for a stamp", "The Valley Lamp lights the way"]
    )


def test_near_repeats_count():
    site = learn(map(dump, NEWS))
    assert site.articles == 6
    assert site.lines[form("Our Sunday letter to the valley: yours for a stamp")] == 6


def test_order_does_not_matter():
    profiles = {learn(order).to_json() for order in itertools.permutations([dump(day) for day in list(NEWS)[:4]])}
    assert len(profiles) == 1


def test_what_the_site_repeats_goes_and_says_so():
    site = learn(dump(day) for day in list(NEWS)[:5])
    document = trace(dump("Sunday"), site=site)
    assert document.text == NEWS["Sunday"][1]
    assert any(c.rule.startswith("site.") and "in 5 of 5 articles" in c.evidence for c in document.changes)


def test_an_article_that_was_learned_from_keeps_its_text():
    texts = [dump(day) for day in NEWS]
    site = learn(texts)
    for text, (_, body) in zip(texts, NEWS.values(), strict=True):
        assert body in trace(text, site=site).text


def test_copies_of_one_article_count_once():
    body = [
        f"Sentence {word} of a long story that two sites print word for word, with names and places in it."
        for word in ("one", "two", "three", "four")
    ]
    story = "\n".join(body)
    site = learn([story, story + "\nUpdated", dump("Monday"), dump("Tuesday")])
    assert site.articles == 3
    assert form(body[0]) not in site.lines


def test_a_profile_can_be_read_edited_and_shipped():
    site = learn(map(dump, NEWS))
    text = site.to_json()
    assert SiteProfile.from_json(text) == site
    raw = json.loads(text)
    del raw["lines"][form("The Valley Lamp lights the way")]
    assert not SiteProfile.from_json(json.dumps(raw)).seen(form("The Valley Lamp lights the way"))


@pytest.mark.parametrize("texts", [[], [""], ["\n\n"], "one text"])
def test_little_teaches_nothing(texts):
    assert learn(texts).lines == {}


TOPIC = [
    "US President Ann Lee has promised the harbour towns that the wall will be built before the year is over.",
    "US President Ann Lee has told the harbour towns that they will have to wait for the wall until the spring.",
    "US President Ann Lee has asked the harbour towns for patience, and said that the wall will come in time.",
    "US President Ann Lee has said nothing to the harbour towns since the wall was put off for the second time.",
    "US President Ann Lee has been told by the harbour towns that nobody there believes in the wall any more.",
]
BACKGROUND = "The wall was first promised nine years ago, after a storm had washed two streets into the old harbour."
TAIL = "Turn to the Gazette every day for the harbour"


def on_one_topic(n: int) -> str:
    town = ("Leeds", "Hull", "Whitby", "Goole", "Filey")[n]
    second = (
        BACKGROUND if n < 2 else f"In {town} the harbour board met again, and {town} sent its boats to be seen there."
    )
    return "\n\n".join([f"Wall story number {n}", TOPIC[n], "What happens now", second, TAIL])


def test_articles_on_one_topic_keep_their_leads_background_and_sub_headings():
    texts = [on_one_topic(n) for n in range(5)]
    site = learn(texts)
    for n, raw in enumerate(texts):
        text = clean(raw, site=site).text
        assert TOPIC[n] in text and "What happens now" in text and TAIL not in text
    assert BACKGROUND in clean(texts[0], site=site).text


def test_an_article_of_very_long_paragraphs_knows_itself():
    long = " ".join(f"In the year {n} the harbour board met {n} times and built no wall," for n in range(20)) + "."
    surprise = "Nobody on the quay was surprised to hear of it on Monday."
    own = "\n\n".join(
        ["Wall not built", long, long.replace("year", "month"), surprise, "Quay, board, wall: a list", TAIL]
    )
    site = learn([own, *(on_one_topic(n) for n in range(5))])
    assert not any(cut.rule.startswith("site.") and "a list" in cut.old for cut in clean(own, site=site).changes)
