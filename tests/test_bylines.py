"""Bylines and credits: a table of our own strings, floors a language, and the lines that are none."""

import random
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from growth import assert_linear

from cleaner.parties.bylines import (
    is_byline,
    is_credit,
    is_signature_of_two,
    parse_byline,
    split_credit,
)

TABLE = tomllib.loads((Path(__file__).parent / "data" / "bylines.toml").read_text(encoding="utf-8"))


KNOWN_FAILURES = TABLE.pop("known_failures")


ROWS = [
    pytest.param(kind, *row, marks=[pytest.mark.xfail(strict=True)] if row[0] in KNOWN_FAILURES else [])
    for language in TABLE.values()
    for kind, rows in language.items()
    for row in rows
]


def plain(text):
    return text.replace("’", "'").replace(",", "").casefold()


def wanted(names):
    return {plain(name): role.rstrip("]") for name, _, role in (n.partition(" [") for n in names)}


@pytest.mark.parametrize("kind, text, names, houses", ROWS)
def test_strings(kind, text, names, houses):
    byline = parse_byline(text, kind=kind)
    assert {plain(a.name): a.role or "" for a in byline.authors} == wanted(names)
    assert sorted(map(plain, byline.agencies)) == sorted(map(plain, houses))


@pytest.mark.parametrize("language", TABLE)
def test_floor_of_a_language(language):
    n = Counter()
    for kind, rows in TABLE[language].items():
        for text, names, _ in rows:
            want, got = set(wanted(names)), {plain(a.name) for a in parse_byline(text, kind=kind).authors}
            n += Counter(right=len(want & got), got=len(got), want=len(want))
    assert 2 * n["right"] / (n["got"] + n["want"]) >= 0.97


def test_the_table_is_large_enough():
    sizes = {language: sum(map(len, kinds.values())) for language, kinds in TABLE.items()}
    assert sizes["en"] >= 150 and sum(sizes.values()) - sizes["en"] >= 150


@pytest.mark.parametrize(
    "text, name",
    [
        ("STEFANO RELLANDINI/AFP via Getty Images", "Stefano Rellandini"),
        ("JOHN MCDONALD", "John McDonald"),
        ("KATE O'BRIEN-SMYTH", "Kate O'Brien-Smyth"),
        ("ANNE MACARTHUR", "Anne MacArthur"),
        ("PIETER VAN DER BERG", "Pieter van der Berg"),
        ("MARIA DE LA CRUZ", "Maria de la Cruz"),
        ("RENÉE ZOLA III", "Renée Zola III"),
        ("J.D. HARK", "J.D. Hark"),
        ("DeShawn DeVeaux", "DeShawn DeVeaux"),
        ("Ann McDONALD", "Ann McDonald"),
        ("JO NG", "Jo Ng"),
        ("AJ HART", "AJ Hart"),
    ],
)
def test_capitals_are_repaired(text, name):
    assert parse_byline(text, kind="credit").authors[0].name == name


BYLINES = [
    "By Ann Lowe",
    "BY ANN LOWE AND BO XANDER",
    "By Ann Lowe, Political Editor",
    "Von Jutta Brandl und Klaus Petersen",
    "Par Solène Maréchal",
    "Por Lucía Arriaga y Tomás Belmonte",
    "Di Chiara Benassi",
    "Door Sanne Hoekstra",
    "By Ann Lowe | Reuters",
    "By Ann Lowe, CNN Published 4:05 PM EST, Mon May 2, 2022",
    "By Reuters",
    "By The Associated Press",
    "Ann Lowe, Staff Writer",
    "Ann Lowe Political Correspondent 16 September 2024 9:33pm",
    "Story by Ann Lowe, CNN",
    "Ann Lowe, Associated Press",
    "Written by Ann Lowe",
    "Ann Lowe | May 4, 2022",
]


NOT_BYLINES = [
    "",
    "By",
    "By Monday",
    "By the time the police came, Ann Lowe had left.",
    "By Ann Lowe's account, the house was empty.",
    "By then, Senator Ann Lowe had lost.",
    "By contrast, Germany and France grew.",
    "By 2030, New York will have flooded.",
    "Ann Lowe",
    "Ann Lowe:",
    "Reuters",
    "Reuters reported on Monday that Ann Lowe had left.",
    "Ann Lowe, 34, of Leeds",
    "Ann Lowe, who lives in Leeds, said no.",
    "Von der Leyen",
    "Von der Leyen und Macron in Kiew",
    "Di María, Messi",
    "Par avion",
    "Por favor",
    "Washington Post reporter Ann Lowe said on Monday that she had left.",
    "Photo by Ann Lowe/Reuters",
    "Foto: Ann Lowe/dpa",
    "What did Ann Lowe, Political Editor, know?",
    "Two men, two guns, one night",
    "Standing by Me",
    "Stand By Your Man",
    "New York, Associated Press",
    "By Jove!",
    "| 1 | Ann Lowe | 5040 | 5 | 1 |",
    "— Ann Lowe (@annlowe) November 18, 2019",
    "Get Sword of Truth on Amazon for $58.99",
    "Author Ann Lowe, from Leeds, said she started reading romance because it was the closest to what she knew.",
    "Ann Lowe and Her Editor on Refusing to Tidy Up Your Feelings in a Book",
    "Ann Lowe/Getty Images",
    "Download Thunder Password Manager for Free",
]


@pytest.mark.parametrize("line", BYLINES)
def test_lines_that_are_bylines(line):
    assert is_byline(line)


@pytest.mark.parametrize("line", NOT_BYLINES)
def test_lines_that_are_none(line):
    assert not is_byline(line)


@pytest.mark.parametrize(
    "hostile",
    [
        "\n" * 100_000,
        "A" * 1_000_000,
        "Photo: " * 50_000,
        "Ann Lee, " * 50_000,
        "(" * 100_000,
        "A. " * 100_000,
        "1" * 1_000_000,
        "a.b." * 100_000,
        "A/" * 100_000,
        "Photo by " + "A" * 100_000 + "@" * 100_000,
        " " * 1_000_000,
        "McA" * 30_000,
    ],
)
def test_hostile_input_takes_linear_time(hostile):
    def work(line: str) -> None:
        parse_byline(line)
        parse_byline(line, kind="credit")
        is_byline(line)
        is_credit(line)
        split_credit(line)

    assert_linear(work, hostile)


def test_random_soup_raises_nothing():
    rng = random.Random(7)
    soup = [
        "By",
        "Ann",
        "LEE",
        ",",
        "/",
        "&",
        "and",
        "AP",
        "Reuters",
        "(",
        ")",
        "'t",
        "of",
        "the",
        "5",
        ".",
        "-",
        "via",
        "in",
        "Editor",
        "©",
        "\n",
    ]
    for _ in range(3000):
        text = rng.choice(["", " "]).join(rng.choices(soup, k=rng.randrange(9)))
        for kind in ("byline", "credit"):
            byline = parse_byline(text, kind=kind)
            assert all(a.name.strip() for a in byline.authors) and all(name.strip() for name in byline.agencies)
        _, credit = split_credit(text)
        assert credit is None or credit in text
        is_byline(text)


@pytest.mark.parametrize(
    "text", ["Par Élodie Castan avec AFP", "By Élodie Castan with AFP", "Von Élodie Castan mit AFP"]
)
def test_an_agency_that_helped_is_not_the_reporters_outlet(text):
    byline = parse_byline(text)
    assert [(a.name, a.affiliation) for a in byline.authors] == [("Élodie Castan", None)]
    assert byline.agencies == ("AFP",)


@pytest.mark.parametrize("text", ["Photographs by Ann Lee", "Photography by Ann Lee", "Illustrations by Ann Lee"])
def test_what_was_made_is_nobodys_name(text):
    assert [author.name for author in parse_byline(text).authors] == ["Ann Lee"]


@pytest.mark.parametrize(
    "line",
    [
        "Opinion by Dana Whitfield",
        "Story and photos by Dana Whitfield",
        "Words by Dana Whitfield | Pictures by Leon Marsh",
        "Dana Whitfield, dwhitfield@example.org",
        "Posted on by Dana Whitfield",
        "Nov 13, 2014 | By Dana Whitfield | News",
        "By Dana Whitfield · Nov 13, 2014 · Leave a comment",
        "Dana Whitfield / Staff Writer",
        "Dana Whitfield in Rio and Leon Marsh in Caracas",
        "Staff Reporter",
    ],
)
def test_a_line_that_is_a_byline(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["Step by step", "Photo by Leon Marsh", "Staff reporters gathered.", "Human Rights Watch"]
)
def test_a_line_that_is_none(line):
    assert not is_byline(line)


def test_a_name_above_a_role_is_a_byline_of_two_lines():
    assert is_signature_of_two("DANA WHITFIELD", "STAFF WRITER") and is_signature_of_two("Dana Whitfield", "Reuters")
    assert not is_signature_of_two("Dana Whitfield", "She was born in Leeds.")
    assert is_signature_of_two("Dana Whitfield and Paul J. Rowe", "USA TODAY")
    assert is_signature_of_two("Dana Whitfield", "Special to USA TODAY")
    for names, below in (("Dana Whitfield", "Getty Images"), ("North Harbour", "CNN"), ("Dana Whitfield", "Time")):
        assert not is_signature_of_two(names, below), (names, below)
