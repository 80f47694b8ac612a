"""Publishers: the table itself, titles that are parted and titles that stay, slogans."""

import random
import re
import tomllib
from pathlib import Path

import pytest
from growth import assert_linear

from cleaner.parties.publishers import find_publisher, is_slogan, publishers, split_title
from cleaner.stages.names.entities import entity_rows

DATA = Path(__file__).parents[1] / "cleaner" / "data"


def test_the_table_holds_together():
    rows = publishers()
    assert len(rows) >= 300
    assert len({row.name for row in rows}) == len(rows)
    countries = {row.code for row in entity_rows() if row.code}
    for row in rows:
        assert row.hosts and all(re.fullmatch(r"[a-z0-9.-]+\.[a-z]+", host) for host in row.hosts), row
        assert row.country in countries, row
        assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", row.locale) and row.locale.endswith(row.country), row
        assert row.source, row
    assert tomllib.loads((DATA / "publishers.toml").read_text(encoding="utf-8"))["rows"]


@pytest.mark.parametrize(
    "query, name",
    [
        ({"name": "BBC"}, "BBC News"),
        ({"name": "the guardian"}, "The Guardian"),
        ({"name": "NYTimes.com"}, "The New York Times"),
        ({"name": "Spiegel Online"}, "Der Spiegel"),
        ({"name": "LE MONDE"}, "Le Monde"),
        ({"host": "www.bbc.co.uk"}, "BBC News"),
        ({"host": "edition.cnn.com"}, "CNN"),
        ({"host": "AMP.theguardian.com."}, "The Guardian"),
        ({"host": "com"}, None),
        ({"host": ""}, None),
        ({"name": ""}, None),
        ({"name": "Nordkap Tidende"}, None),
        ({}, None),
    ],
)
def test_find(query, name):
    row = find_publisher(**query)
    assert (row.name if row else None) == name


def test_wires_are_marked():
    assert find_publisher(name="AP").wire and not find_publisher(name="CNN").wire


PARTED = [
    ("Rain again in Leeds - The Messenger", "Rain again in Leeds", "The Messenger"),
    ("Rain again in Leeds | CNN Politics", "Rain again in Leeds", "CNN"),
    ("Rain again in Leeds | CNN", "Rain again in Leeds", "CNN"),
    ("Rain again in Leeds – BBC News", "Rain again in Leeds", "BBC News"),
    ("Rain again in Leeds - BBC Sport", "Rain again in Leeds", "BBC News"),
    ("Rain again in Leeds | UK news | The Guardian", "Rain again in Leeds", "The Guardian"),
    ("Rain again in Leeds | Weather | The Guardian", "Rain again in Leeds", "The Guardian"),
    ("Rain again in Leeds - The New York Times", "Rain again in Leeds", "The New York Times"),
    ("Opinion | Rain again in Leeds - The New York Times", "Rain again in Leeds", "The New York Times"),
    ("Rain again in Leeds | Reuters", "Rain again in Leeds", "Reuters"),
    ("Rain again in Leeds : NPR", "Rain again in Leeds", "NPR"),
    ("Rain again in Leeds | AP News", "Rain again in Leeds", "Associated Press"),
    ("BBC News - Rain again in Leeds", "Rain again in Leeds", "BBC News"),
    ("Regen in Köln - DER SPIEGEL", "Regen in Köln", "Der Spiegel"),
    ("Regen in Köln | tagesschau.de", "Regen in Köln", "tagesschau"),
    ("Regen in Köln – DW – 13.06.2023", "Regen in Köln", "Deutsche Welle"),
    ("Il pleut à Lyon - Le Monde", "Il pleut à Lyon", "Le Monde"),
    ("Llueve en Madrid | EL PAÍS", "Llueve en Madrid", "El País"),
    ("Rain: five things to know - Plain Valley News", "Rain: five things to know", "Plain Valley News"),
    ("Rain again in Leeds | Plain Valley Gazette", "Rain again in Leeds", "Plain Valley Gazette"),
    ("Rain again in Leeds | Nordkapp", "Rain again in Leeds", "Nordkapp"),
    ("Rain again in Leeds - plainvalley.com", "Rain again in Leeds", "plainvalley.com"),
    ("Rain – and more rain – in Leeds | Metro News", "Rain – and more rain – in Leeds", "Metro"),
    ("Rain again in Leeds | News | Plain Valley Gazette", "Rain again in Leeds", "Plain Valley Gazette"),
    ("Rain again in Leeds | The Gateway Post | by Ann Lowe", "Rain again in Leeds", "The Gateway Post"),
]
WHOLE = [
    "Brexit – the end of the beginning",
    "Trump - Biden: who won?",
    "Live - the night as it happened",
    "Rain again in Leeds",
    "Spider-Man: No Way Home",
    "Ann Lowe | a life in words",
    "Manchester United - Real Madrid 2-1",
    "The week ahead — rain, rain, rain",
    "Is this The End?",
    "The Guardian",
    "War and Peace - The Return",
    "He said he would - Time will tell",
    "Covid-19",
    "",
    " | ",
    "-",
]


@pytest.mark.parametrize("title, headline, publisher", PARTED)
def test_titles_are_parted(title, headline, publisher):
    assert split_title(title) == (headline, publisher)


@pytest.mark.parametrize("title", WHOLE)
def test_titles_stay_whole(title):
    assert split_title(title) == (" ".join(title.split()), None)


def test_what_else_is_known_helps():
    assert split_title("Rain again - kapp", site="Kapp") == ("Rain again - kapp".removesuffix(" - kapp"), "Kapp")
    assert split_title("Regen in Köln — der Freitag", host="www.freitag.de") == ("Regen in Köln", "der Freitag")
    assert split_title("Rain again * The Gateway Pundit", host="www.thegatewaypundit.com")[0] == "Rain again"
    others = ["Fish prices fall - nytt i dag", "Snow in June - nytt i dag"]
    assert split_title("Rain again - nytt i dag", others=others) == ("Rain again", "nytt i dag")
    assert split_title("Rain again - nytt i dag") == ("Rain again - nytt i dag", None)


@pytest.mark.parametrize(
    "line",
    [
        "All the News That's Fit to Print",
        "Democracy Dies in Darkness",
        "The Messenger It's time to break the news.",
        "It's time to break the news.The Messenger's slogan",
        "First for breaking news",
    ],
)
def test_slogans(line):
    assert is_slogan(line)


@pytest.mark.parametrize(
    "line", ["", "It's time to break the news to Ann Lowe.", "Breaking news", "Metro", "The slogan's slogan"]
)
def test_no_slogans(line):
    assert not is_slogan(line)


@pytest.mark.parametrize(
    "hostile", [" - " * 100_000, "|" * 1_000_000, "a - " * 100_000, "A" * 1_000_000, "News | " * 100_000]
)
def test_hostile_input_takes_linear_time(hostile):
    def work(text: str) -> None:
        split_title(text, site=text, host=text, others=[text] * 3)
        find_publisher(name=text, host=text)
        is_slogan(text)

    assert_linear(work, hostile)


def test_a_headline_is_always_left():
    rng = random.Random(5)
    parts = [
        "Rain",
        "again",
        "The Guardian",
        "News",
        "|",
        " - ",
        " – ",
        "Opinion",
        ":",
        "CNN Politics",
        "x.com",
        "by Ann Lowe",
    ]
    for _ in range(3000):
        title = " ".join(rng.choices(parts, k=rng.randrange(1, 9)))
        headline, publisher = split_title(title)
        assert headline.strip() and headline in " ".join(title.split())
        assert publisher is None or publisher.strip()


def test_a_site_in_front_goes_where_the_host_spells_it():
    for title in ("Leeds Daily News: Rain floods the market", "Leeds Daily News - Rain floods the market"):
        assert split_title(title, host="www.leedsdailynews.example.com")[0] == "Rain floods the market"
        assert split_title(title, host="www.other.example")[0] == title
    assert split_title("Rain: what it means for Leeds", host="www.leeds.example")[0] == "Rain: what it means for Leeds"
