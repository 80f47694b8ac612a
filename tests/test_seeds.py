"""The two articles that the product was specified with: what boilerplate must make of them."""

import re
from pathlib import Path

import pytest

from cleaner import Article, clean, trace
from cleaner.core.document import Document
from cleaner.core.layers import rebuild

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not at hand")


def seed(number: str) -> Document:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    return trace(path.read_text(encoding="utf-8"), stages=("encoding", "boilerplate"))


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_plain_article_keeps_every_paragraph():
    doc = seed("000")
    headline, *body = paragraphs(doc.raw)
    assert doc.claims("headline")[0].text == headline
    assert doc.text == "\n\n".join(body)
    assert {c.rule for c in doc.changes} == {"title.line"}


def test_headline_publisher_and_slogan():
    doc = seed("001")
    assert doc.claims("headline")[0].text == "Kim Kardashian Urges Biden to 'Stop Another Armenian Genocide'"
    assert doc.claims("publisher")[0].text == "The Messenger"
    assert doc.claims("slogan")[0].text == "It's time to break the news."


def test_captions_leave_the_text_with_their_credit():
    first, second = seed("001").captions
    assert first.text.startswith("Kim Kardashian poses") and first.credit is None
    assert second.text.endswith("lawsuit in Illinois.")
    assert second.credit.photographers == ("Stefano Rellandini",)
    assert second.credit.agencies == ("AFP", "Getty Images")
    assert second.credit.raw == "STEFANO RELLANDINI/AFP via Getty Images"


def words(line: str) -> str:
    return " ".join(re.findall(r"\w+", line))


def test_furniture_is_gone_and_every_paragraph_is_left():
    doc = seed("001")
    raw = paragraphs(doc.raw.replace("\xa0", " "))
    left = {words(line) for line in paragraphs(doc.text)}
    gone = [line for line in raw if words(line) not in left]
    assert raw[2].startswith("Kim Kardashian is calling") and raw[-6].startswith("They concluded")
    assert gone[:2] == raw[:2]
    assert [line.split()[0] for line in gone[2:4]] == ["Kim", "Kim"]
    assert gone[4:] == raw[-5:]


@pytest.mark.parametrize("number", ["000", "001"])
def test_cleaning_twice_changes_nothing_and_undoing_gives_the_raw_text(number: str):
    doc = seed(number)
    assert trace(doc.text, stages=("encoding", "boilerplate")).text == doc.text
    assert rebuild(doc.text, doc.changes) == doc.raw


def whole(number: str, published: str | None = None) -> Article:
    return clean(next(SEEDS.glob(f"{number}_*.txt")).read_bytes(), published=published)


def test_dates_of_the_first_article():
    wanted = {"2023-09-08", "2023-09-09", "2019", "2020", "2022-12", "2023-08", "2023-W35"}
    dates = [d.timex for d in whole("000", "2023-09-09").dates]
    assert wanted <= set(dates)
    assert dates.count("2020") == 2


def test_nothing_is_invented_without_a_date_of_publication():
    first, second = whole("000"), whole("001")
    assert first.date_published is None and first.year_inferred.year == 2023
    assert {d.text: d.timex for d in first.dates}["Friday, September 8"] == "XXXX-09-08"
    assert {d.text: d.timex for d in second.dates}["Friday"] == "XXXX-WXX-5"
    assert second.year_inferred is None


def test_dates_of_the_second_article():
    dates = {d.text: d.timex for d in whole("001", "2023-09-08").dates}
    assert (dates["Friday"], dates["December of last year"], dates["2020"]) == ("2023-09-08", "2022-12", "2020")


def test_one_repair_and_one_pair_of_quotes_and_no_more():
    changes = [(c.old, c.new, c.rule) for c in whole("001").changes if c.stage in ("encoding", "typos")]
    assert ("Kardahsian", "Kardashian") in [change[:2] for change in changes]
    assert {change[0] for change in changes} <= {"Kardahsian", "”", "\xa0"}
    assert next(rule for old, _, rule in changes if old == "Kardahsian") == "typo.name"
    text = whole("001").text
    assert "impeding atrocities" in text and "leaders and state" in text and "\xa0" not in text
    assert not [c for c in whole("000").changes if c.stage in ("encoding", "typos")]


def test_people_are_one_entry_each_and_nothing_else():
    people = {p.name: [m.text for m in p.mentions] for n in ("000", "001") for p in whole(n).people}
    assert set(people) == {
        "Kim Kardashian",
        "Joe Biden",
        "Eric Esrailian",
        "Antony Blinken",
        "Ilham Aliyev",
        "Luis Moreno Ocampo",
    }
    assert people["Luis Moreno Ocampo"] == ["Luis Moreno Ocampo", "Ocampo", "Ocampo"]
    assert people["Kim Kardashian"].count("Kardashian") == 4
