"""The typos stage: what it repairs, what it leaves alone, and what it may never do to hostile input."""

from __future__ import annotations

from pathlib import Path

import pytest
from growth import assert_linear
from hypothesis import given, settings, strategies as st

from cleaner.core.document import Document, Mark
from cleaner.stages import typos
from cleaner.stages.typos import evidence
from cleaner.text import lexicon
from cleaner.text.words import WordTable

SCRAPS = [
    "teh",
    "the",
    "goverment",
    "of",
    "of",
    "said",
    ".",
    ",",
    "’s",
    "(U.S.)",
    "Kardahsian\n—",
    "“x”",
    "it’s",
    "don't",
]
CASES = Path(__file__).parent / "typos"


def lines(name: str) -> list[str]:
    rows = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def repaired(text: str) -> Document:
    return Document(text).apply("typos", typos.propose(Document(text)))


REPAIRED = [tuple(row.split(" => ")) for row in lines("repaired.txt")]
STAYS = [row.replace(" / ", "\n") for row in lines("stays.txt")]
OPEN = [tuple(row.split(" => ")) for row in lines("open.txt")]


@pytest.mark.parametrize(("printed", "meant"), REPAIRED)
def test_misprints_are_repaired(printed: str, meant: str) -> None:
    assert repaired(printed).text == meant


@pytest.mark.parametrize("text", STAYS)
def test_what_is_right_stays(text: str) -> None:
    document = repaired(text)
    assert document.text == text, [change.rule for change in document.changes]


@pytest.mark.parametrize(("printed", "meant"), OPEN)
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failures(printed: str, meant: str) -> None:
    assert repaired(printed).text == meant


@pytest.mark.parametrize("text", [text for text, _ in REPAIRED] + STAYS)
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = repaired(text).text
    assert repaired(once).text == once


def test_every_change_names_its_evidence() -> None:
    for text, _ in REPAIRED:
        for change in repaired(text).changes:
            assert change.rule.startswith(("typo.", "space.")) and change.evidence


def test_there_are_enough_cases() -> None:
    assert len(REPAIRED) >= 150 and len(STAYS) >= 200


def test_no_surname_that_is_also_a_misprint_is_repaired() -> None:
    """The whole list, where nothing but the list tells: at the beginning of a sentence, and inside of one."""
    opening = [
        name for name in sorted(lexicon.surnames()) if changed(f"{name.capitalize()} was the first to leave it.")
    ]
    inside = [
        name for name in sorted(lexicon.surnames()) if changed(f"He was with {name.capitalize()} at the end of it.")
    ]
    assert not opening and not inside


def changed(text: str) -> bool:
    return repaired(text).text != text


def test_a_repair_makes_its_line_be_read_again_and_not_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def recorded(text: str) -> WordTable:
        read.append(len(text))
        return WordTable(text)

    monkeypatch.setattr(evidence, "table", recorded)
    text = "It was time to break teh news.\n" + "It rained in the town on Friday.\n" * 50
    repaired(text)
    assert read == [len(text), len("It was time to break the news.")]


def test_code_is_left_alone() -> None:
    text = "It is teh end. teh = recieve(goverment)"
    document = Document(text).apply("readers", [Mark(15, len(text), "code")])
    assert document.apply("typos", typos.propose(document)).text == "It is the end. teh = recieve(goverment)"


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "xqzk" * 25_000,
        "\n" * 100_000,
        " " * 100_000,
        "," * 100_000,
        " ," * 50_000,
        "teh " * 20_000,
        "the " * 25_000,
        "o'" * 50_000,
        "abc-" * 25_000,
        "word.Word" * 10_000,
        " ".join(f"Abcd{n:020b}".replace("0", "a").replace("1", "b") for n in range(5_000)),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_input_takes_no_longer(text: str) -> None:
    assert_linear(repaired, text)


def test_a_short_text_is_read_again_as_a_whole() -> None:
    text = "teh don't don't teh Kardahsian\n— the"
    assert repaired(repaired(text).text).text == repaired(text).text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS)))
def test_any_mixture_is_stable_and_can_be_undone(words: list[str]) -> None:
    text = " ".join(words)
    document = repaired(text)
    assert repaired(document.text).text == document.text
    if document.changes:
        assert document.undo().text == text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    assert isinstance(repaired(text).text, str)
