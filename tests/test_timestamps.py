"""Timestamps: a table of strings and their values, whole lines, and what must not happen."""

import random
import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest
from growth import assert_linear

from cleaner.timestamps import is_timestamp, parse_timestamp, parse_timestamps

TABLE = tomllib.loads((Path(__file__).parent / "data" / "timestamps.toml").read_text(encoding="utf-8"))
FETCHED = datetime(2023, 9, 9, 12, 0, 30)


def cases():
    for section, rows in TABLE.items():
        for line in rows["cases"].strip().splitlines():
            text, _, wanted = line.partition(" => ")
            marks = [pytest.mark.xfail(strict=True)] if section == "known_failures" else []
            yield pytest.param(text, wanted.split(), marks=marks, id=f"{section}: {text}")


@pytest.mark.parametrize(("text", "wanted"), list(cases()))
def test_table(text, wanted):
    options = dict(word.split("=") for word in wanted if "=" in word)
    wanted = [word for word in wanted if "=" not in word]
    stamp = parse_timestamp(text, fetched=FETCHED, **options)
    if wanted[0] == "-":
        assert stamp is None or (stamp.value is None and not stamp.readings)
    elif wanted[0] == "?":
        assert stamp.value is None
        assert [reading.isoformat() for reading in stamp.readings] == wanted[1:]
    elif wanted[0] == "partial":
        assert (stamp.value, stamp.partial) == (None, wanted[1])
    else:
        assert stamp.value.isoformat() == wanted[0]
        assert [stamp.field] == (wanted[1:] or [None])


def test_the_table_is_long_enough():
    assert sum(len(rows["cases"].strip().splitlines()) for rows in TABLE.values()) >= 300


@pytest.mark.parametrize("zone", ["BST", "IST", "CST"])
def test_a_zone_that_nobody_knows_is_said(zone):
    stamp = parse_timestamp(f"8 September 2023 15:41 {zone}")
    assert stamp.zone == zone and stamp.value.tzinfo is None


def test_relative_needs_the_time_of_fetching():
    stamp = parse_timestamp("4 hours ago")
    assert stamp.value is None and not stamp.readings


@pytest.mark.parametrize(
    "text", ["USA TODAY", "By Ann Lee, USA TODAY", "Russia Today, 15:41", "Today I saw her", "Yesterday's man"]
)
def test_today_is_a_newspaper_too(text):
    assert parse_timestamp(text, fetched=FETCHED) is None


def test_a_label_between_two_times_belongs_to_the_second():
    first, second = parse_timestamps("10:03, 3 MAR 2021UPDATED12:14, 4 MAR 2021")
    assert (first.field, first.value, second.field, second.value.isoformat()) == (
        None,
        datetime(2021, 3, 3, 10, 3),
        "modified",
        "2021-03-04T12:14:00",
    )


def test_a_labelled_time_has_its_date_from_the_date_before_it():
    _, updated = parse_timestamps("14 May 2020 | Updated 1453 GMT")
    assert (updated.field, updated.value.isoformat()) == ("modified", "2020-05-14T14:53:00+00:00")


def test_days_of_receipt_are_no_timestamps():
    assert list(parse_timestamps("Received 3 May 2019; accepted 4 June 2019")) == []


def test_summer_time_in_winter_is_said():
    stamp = parse_timestamp("09:15 BST, 10 January 2021", country="GB")
    assert stamp.zone == "BST" and stamp.value.tzinfo is None


def test_a_label_far_away_labels_nothing():
    text = "Published by a small house in Leeds that nobody knew, the book came out on 3 May 2019"
    assert parse_timestamp(text).field is None


def test_a_date_gets_no_midnight():
    assert type(parse_timestamp("8 September 2023").value) is date


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("By Ann Lee, Published 8 September 2023, 15:41", "By Ann Lee"),
        ("Sept. 8, 2023 / 3:41 PM / CBS News", "CBS News"),
        ("Von Anna Lehmann | Aktualisiert am 8. September 2023, 15:41 Uhr", "Von Anna Lehmann"),
        ("Fri 8 Sep 2023 17.41 BST", ""),
    ],
)
def test_rest(text, rest):
    assert parse_timestamp(text).rest == rest


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3:41 p.m. ET, Fri September 8, 2023",
        "5 min read",
        "5-minute read",
        "8 September 2023 · 5 min read",
        "Lesezeit: 5 Minuten",
        "Lesezeit 3 Min.",
        "Published 2 hours ago",
        "vor 2 Stunden",
        "il y a 2 heures",
        "Sept. 8, 2023 / 3:41 PM / CBS News",
        "Published: 8 Sep 2023 | Updated: 10 Sep 2023",
        "Publié le 8 septembre 2023 à 15h41, mis à jour le 9 septembre 2023 à 8h05",
        "Stand: 08.09.2023, 15:41 Uhr",
        "2023年9月8日 15時41分",
        "2023-09-08T15:41:00Z",
        "(Updated: Sept. 8, 2023)",
        "3:41 PM ET",
        "Friday, September 8, 2023",
    ],
)
def test_lines_that_are_timestamps(line):
    assert is_timestamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "On September 8, 2023 the bridge fell.",
        "By Ann Lee",
        "By Ann Lee, 8 September 2023",
        "8 September 2023 | Ann Lee",
        "Friday",
        "2023",
        "September 2023",
        "3.14",
        "12",
        "12.5",
        "Chapter 8",
        "Updated",
        "Updated daily",
        "They met in May 2022.",
        "Bridge falls on 8 September 2023",
        "11 September 2001 attacks",
        "4 July parade",
        "1, 2, 3",
        "£8.50",
        "0-2",
        "10 Downing Street",
        "The 8 May 1945 speech",
        "Just now I saw her",
        "Yesterday I saw her",
        "",
        "  ",
    ],
)
def test_lines_that_are_not(line):
    assert not is_timestamp(line)


HOSTILE = [
    "1" * 100_000,
    "8 " * 50_000,
    "8/" * 50_000,
    "September " * 20_000,
    "(" * 100_000,
    "\n" * 100_000,
    "à" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:9])
def test_hostile_input_takes_no_time(text):
    assert_linear(lambda part: (list(parse_timestamps(part)), is_timestamp(part)), text)


def test_anything_goes_in():
    rng = random.Random(8)
    letters = "0123456789/.-: ,TZapm()年月日時é’Sept September ago vor h Uhr+|\n"
    for _ in range(3000):
        text = "".join(rng.choice(letters) for _ in range(rng.randint(0, 30)))
        for stamp in parse_timestamps(text, fetched=FETCHED):
            assert stamp.raw in text
        is_timestamp(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "3 maggio 2023 | 10:27 - Aggiornato alle 12:40",
            [(None, "2023-05-03 10:27:00"), ("modified", "2023-05-03 12:40:00")],
        ),
        (
            "Published: 8 Sep 2023 15:41. Updated 16:02",
            [("published", "2023-09-08 15:41:00"), ("modified", "2023-09-08 16:02:00")],
        ),
        ("Published: 8 Sep 2023 15:41. Updated 09:02", [("published", "2023-09-08 15:41:00")]),
    ],
)
def test_a_later_time_without_a_date_has_the_date_in_front_of_it(text, said):
    assert [(s.field, str(s.value)) for s in parse_timestamps(text)] == said
