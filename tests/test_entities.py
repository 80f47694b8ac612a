"""Organizations and places: what is found, what is left alone."""

import itertools
import random
import tomllib
from pathlib import Path

import pytest
from growth import assert_linear

from cleaner import clean
from cleaner.language import shipped
from cleaner.stages.names.entities import entity_rows, find_entities

DATA = Path(__file__).parents[1] / "cleaner" / "data"


def names(text):
    return [e.name for e in find_entities(text)]


def test_the_table_is_complete():
    rows = entity_rows()
    table = tomllib.loads((DATA / "entities.toml").read_text(encoding="utf-8"))
    assert len(rows) >= 300
    assert len({row["code"] for row in table["country"]}) == len(table["country"]) >= 195
    assert len({row["code"] for row in table["state"]}) == 50
    keys = [(row.name, row.code) for row in rows]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "text, want",
    [
        ("The U.S., the US and the United States are one.", ["United States"]),
        ("The UN and the U.N. are one.", ["United Nations"]),
        ("Ukraine's army and Russia’s army met.", ["Ukraine", "Russia"]),
        ("US-led forces and Kyiv-based firms", ["United States", "Kyiv"]),
        ("He flew to the U.S. The plane was late.", ["United States"]),
        ("DR Congo, not the Republic of Congo", ["Democratic Republic of the Congo", "Congo"]),
        ("South Sudan is not Sudan.", ["South Sudan", "Sudan"]),
        ("Guinea-Bissau borders Guinea.", ["Guinea-Bissau", "Guinea"]),
        ("The New York Times was read in New York.", ["The New York Times", "New York"]),
        ("The Washington Post said that Washington had agreed.", ["The Washington Post", "Washington, D.C."]),
        ("It rained in northern Ireland and in Northern Ireland.", ["Ireland", "Northern Ireland"]),
        ("Tbilisi said that Georgia would vote.", ["Tbilisi", "Georgia"]),
        ("King Abdullah of Jordan came.", ["Jordan"]),
        ("Turkish troops left Turkey.", ["Turkey"]),
        ("Chad's capital is N'Djamena.", ["Chad"]),
        ("al-Qaeda and Al Qaeda are one.", ["Al-Qaeda"]),
        ("London Mayor Ann Lowe spoke.", ["London"]),
        ("Tim Cook said that Apple would sell more iPhones.", ["Apple"]),
        ("The FBI and the F.B.I. are one.", ["Federal Bureau of Investigation"]),
        ("St. Louis, Missouri", ["St. Louis", "Missouri"]),
        ("Republicans in Congress and the Senate", ["United States Congress"]),
        ("Putin's Russia", ["Russia"]),
        ("Western Europe and Central Asia", ["Western Europe", "Central Asia"]),
    ],
)
def test_found(text, want):
    assert names(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "TELL US MORE ABOUT IT",
        "CALL US NOW",
        "WHO IS IT",
        "They told us to go.",
        "Turkey and stuffing for eight.",
        "Michael Jordan and Jordan Peterson",
        "Georgia O'Keeffe painted flowers.",
        "Jack London and Paris Hilton",
        "Chad Kroeger sang.",
        "George Washington crossed the river.",
        "Virginia Woolf and Denzel Washington",
        "He may come in May.",
        "An apple a day. Apple pie is best warm.",
        "The Amazon is a river.",
        "Turkish coffee and Ukrainian bread",
        "ukraine.com and USAID",
        "Send it to a@London or #Ukraine",
        "The University of Ohio and the Bank of Scotland",
        "Air Canada and Radio France",
        "Houston Astros, Brooklyn Beckham, Chelsea Clinton",
        "",
    ],
)
def test_left_alone(text):
    assert names(text) == []


def test_no_entity_stands_in_a_taken_span():
    text = "London met Paris in Berlin."
    assert [e.name for e in find_entities(text, taken=[(0, 6), (20, 26)])] == ["Paris"]


def test_offsets_hold_and_mentions_are_disjoint():
    rng = random.Random(3)
    aliases = [a for row in entity_rows() for a in (row.name, *row.aliases, *row.evidence)]
    words = ["said", "in", "the", "US", "Jack", ",", ".", "'s", "MORE", "of", "University", "\n\n"]
    for _ in range(500):
        text = rng.choice(["", " "]).join(rng.choices(aliases + words * 30, k=rng.randrange(30)))
        mentions = sorted((m.start, m.end, m.text) for e in find_entities(text) for m in e.mentions)
        assert all(text[start:end] == found for start, end, found in mentions)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(mentions))


@pytest.mark.parametrize(
    "hostile", ["US " * 40_000, "A" * 2_000_000, "The " * 300_000, "Georgia " * 100_000, "\n" * 500_000]
)
def test_hostile_input_takes_linear_time(hostile):
    assert_linear(find_entities, hostile)


def test_a_short_alias_that_begins_a_longer_name_is_not_the_place():
    assert not find_entities("They married at Washington Prairie Lutheran Church.")
    assert [e.name for e in find_entities("Talks in Washington ended.")] == ["Washington, D.C."]


def test_a_name_inside_a_longer_one_is_another_organization():
    found = find_entities("Harvard Law School Advocates met the American Red Cross and the Texas Supreme Court.")
    assert [entity.name for entity in found if entity.kind == "organization"] == []


def test_names_are_official_and_carry_identifiers():
    found = find_entities("The ICRC told NATO and France.")
    assert [(e.name, e.code, e.wikidata) for e in found] == [
        ("International Committee of the Red Cross", None, None),
        ("North Atlantic Treaty Organization", None, "Q7184"),
        ("France", "FR", "Q142"),
    ]


@pytest.mark.parametrize(
    "text, want",
    [
        (
            "La ministra de España viajó el lunes a Alemania y a Estados Unidos. El Reino Unido no dijo"
            " nada de EE.UU. en la reunión que hubo por la tarde con los demás.",
            [("ES", 1), ("DE", 1), ("US", 2), ("GB", 1)],
        ),
        (
            "Für die USA und Deutschlands Wirtschaft ist das nicht gut, sagte Kanzlerin Müller im Nachbarland Polen.",
            [("US", 1), ("DE", 1), ("PL", 1)],
        ),
        (
            "Le ministre de la France est en Suisse, et Air France ne dit rien de la grève en Belgique.",
            [("FR", 1), ("CH", 1), ("BE", 1)],
        ),
        ("Maurice est un ami de Dominique, et la Grenade est un fruit que les gens de la ville aiment bien.", []),
    ],
)
def test_a_language_names_countries_in_its_own_way(text, want):
    places = clean(text, stages=["names"]).places
    assert [(place.code, len(place.mentions)) for place in places] == want


def test_each_name_of_a_country_is_found_in_its_language():
    countries = {row["code"]: row["name"] for row in tomllib.loads((DATA / "entities.toml").read_text())["country"]}
    for language in shipped():
        told = [name for names in language.countries.values() for name in names]
        assert len(told) == len(set(told)), language.code
        for code, names in language.countries.items():
            for name in names:
                assert name != countries[code], (language.code, name)
                assert [e.code for e in find_entities(f"({name})", language=language)] == [code], (language.code, name)
