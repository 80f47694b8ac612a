"""What a run learns of each publisher, and when it learns it again."""

import json
from functools import partial

import pytest

from cleaner import BadProfile, SiteProfile, clean_folder as clean_folder_in_processes

clean_folder = partial(clean_folder_in_processes, jobs=0)

NEWS = [
    (
        "Pier gets back its benches",
        "The pier has its benches back, and all 22 of them were returned on Monday by a dealer.",
    ),
    (
        "Chess club wins a match",
        "The chess club learned on Tuesday that it had won the county final of the year before.",
    ),
    (
        "Rope walk to be a pool",
        "The rope walk behind Custom House is to become the narrowest public pool in the country.",
    ),
    (
        "Fog horn to fall silent",
        "The fog horn will not sound at night any more, since the gulls had begun to answer it.",
    ),
    ("Ferry cat retires", "Bosun, the ginger cat who crossed the harbour every day, retired to a house with a view."),
    (
        "Diver finds church bell",
        "A diver looking for his own watch has found the bell that sank with a barge long ago.",
    ),
]
SLOGAN = "Printed on Dock Street, where the tide is always in"


def add(raw, first, last):
    for n in range(first, last):
        title, body = NEWS[n % len(NEWS)]
        story = f"{title} {n}\n\n{body} It was number {n} this year.\n\n{SLOGAN}\n"
        (raw / f"{n}.txt").write_text(story)
        (raw / f"{n}.txt.meta.json").write_text(json.dumps({"url": f"https://www.lamp.example/{n}"}))


@pytest.fixture
def folders(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    add(raw, 0, 6)
    return raw, tmp_path / "clean"


def text(clean, n):
    return json.loads((clean / f"{n}.txt.json").read_text())["text"]


def test_what_the_articles_share_goes_and_the_articles_stay(folders):
    raw, clean = folders
    clean_folder(raw, clean)
    for n, (_, body) in enumerate(NEWS):
        assert text(clean, n) == f"{body} It was number {n} this year."
    profile = SiteProfile.from_json((clean / "_sites" / "lamp.example.json").read_text())
    assert profile.articles == 6
    article = json.loads((clean / "0.txt.json").read_text())
    assert any("in 5 of 5 articles" in change["evidence"] for change in article["changes"])
    assert article["captions"] == []


def test_four_articles_are_too_few(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    add(raw, 0, 4)
    clean_folder(raw, tmp_path / "clean")
    assert not (tmp_path / "clean" / "_sites").exists()


def test_a_profile_is_learned_again_when_its_articles_have_doubled(folders):
    raw, clean = folders
    clean_folder(raw, clean)
    add(raw, 6, 9)
    assert clean_folder(raw, clean).unchanged == 6
    add(raw, 9, 12)
    assert clean_folder(raw, clean).unchanged == 0
    assert SiteProfile.from_json((clean / "_sites" / "lamp.example.json").read_text()).articles > 6


def test_an_edited_profile_is_used_and_never_overwritten(folders):
    raw, clean = folders
    clean_folder(raw, clean)
    file = clean / "_sites" / "lamp.example.json"
    profile = json.loads(file.read_text())
    profile["lines"] = {}
    file.write_text(json.dumps(profile))
    edited = file.read_bytes()
    clean_folder(raw, clean)
    assert SLOGAN in text(clean, 0)
    add(raw, 6, 14)
    clean_folder(raw, clean)
    assert file.read_bytes() == edited


def test_a_broken_profile_names_the_way_out(folders):
    raw, clean = folders
    clean_folder(raw, clean)
    (clean / "_sites" / "lamp.example.json").write_text("[]")
    with pytest.raises(BadProfile, match="delete it"):
        clean_folder(raw, clean)


def test_processes_and_order_change_nothing(folders, tmp_path):
    raw, clean = folders
    clean_folder(raw, clean)
    clean_folder(raw, tmp_path / "other", jobs=2)
    for path in clean.rglob("*.json"):
        assert path.read_bytes() == (tmp_path / "other" / path.relative_to(clean)).read_bytes()
