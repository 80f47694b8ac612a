"""The English lexicon: what it holds, what it leaves out on purpose, and how frequent words are."""

from __future__ import annotations

import pytest
from growth import assert_linear

from cleaner.text import lexicon


@pytest.mark.parametrize(
    "word",
    [
        "government",
        "Government",
        "GOVERNMENT",
        "government's",
        "colour",
        "color",
        "kerb",
        "Yerevan",
        "Kardashian",
        "quokka",
    ],
)
def test_known(word: str) -> None:
    assert lexicon.known(word)


@pytest.mark.parametrize("word", ["teh", "adn", "thier", "recieve", "inthe", "govern-", "", " ", "a" * 100_000, "xqzk"])
def test_unknown(word: str) -> None:
    assert not lexicon.known(word)


def test_a_surname_is_known_only_with_its_capital() -> None:
    assert lexicon.known("Woking") and not lexicon.known("woking")


def test_frequencies_fall() -> None:
    words = ["the", "people", "minister", "archipelago"]
    assert sorted(words, key=lexicon.frequency, reverse=True) == words
    assert lexicon.frequency("xqzk") == 0.0
    assert lexicon.frequency("The") == lexicon.frequency("the")


def test_misprints_stand_for_words() -> None:
    assert lexicon.misprint("definately") == ("definitely",)
    assert lexicon.misprint("focusses") == () == lexicon.misprint("definitely")


def test_pairs() -> None:
    assert lexicon.pair("prime", "minister") is not None
    assert lexicon.pair("minister", "prime") is None


def test_the_work_of_lookups_grows_with_their_number_and_no_faster() -> None:
    assert_linear(lambda ns: [lexicon.known(f"word{n}") for n in ns], range(20_000))
