"""What overrules the model of the line: the lines around a line, and what a mistake would cost."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from cleaner.models.line.guards import (
    settle_beside,
    settle_between,
    spare_cells,
    spare_figures,
    spare_lead_ins,
    spare_lone_sentences,
    spare_prose,
    spare_sentences,
    trust_words,
)
from cleaner.models.line.model import build, line_model, package_model, using

PITCH, BUTTON = "Letters from the island, once a week", "Sign me up"
LINES = [
    "The ferry runs again.",
    "Sign up for our newsletter",
    PITCH,
    BUTTON,
    "The winter timetable begins in November.",
]
LABEL, FORM = {1: "newsletter.sign-up"}, {3: "newsletter.button"}


NOTHING: Mapping[int, int] = MappingProxyType({})


def settled(
    line: str = PITCH, known: dict[int, str] = LABEL | FORM, odds: int = 300, model: Mapping[int, int] = NOTHING
):
    """Does line 2, whose margin is far below the bar, go between what is known and what the model cuts?"""
    margins = {2: -900, **model}
    settle_between([*LINES[:2], line, *LINES[3:]], known, {2: odds}, margins)
    return margins[2] > 0


def test_a_line_in_doubt_goes_between_lines_that_are_cut():
    assert settled()
    assert settled(known=LABEL, model={3: 700})
    assert settled(known={}, model={1: 700, 3: 700})


def test_a_line_that_the_model_takes_for_the_article_stays_between_cuts():
    assert not settled(odds=-200)


@pytest.mark.parametrize("known", [LABEL, FORM, LABEL | {3: "ad.label"}, {1: "title.line"} | FORM])
def test_one_cut_beside_a_line_settles_nothing(known):
    assert not settled(known=known)


@pytest.mark.parametrize(
    "line", ["Editor’s note: the fares of March were corrected.", "Correction, 3 May: it was Tuesday."]
)
def test_an_editors_note_is_not_settled(line):
    assert not settled(line)


def test_a_numbered_point_is_not_settled():
    assert not settled("6. The pier cost nine million")


@pytest.mark.parametrize("cut", ["caption.line", "credit.line", "gallery.counter", "embed.post"])
def test_pictures_settle_nothing_as_a_story_may_be_told_in_them(cut):
    assert not settled(known={1: cut, 3: cut})
    assert not settled("She wore it once more in Paris, in May.", known={1: cut}, model={3: 700})


def test_a_credit_that_the_model_cuts_settles_nothing():
    lines = ["Photo: Ann Lee/Getty Images", "She wore it once more in Paris, in May.", "Photo: Jo Roe/Getty Images"]
    margins = {0: 900, 1: -900, 2: 900}
    settle_between(lines, {}, {0: 2000, 1: 300, 2: 2000}, margins)
    assert margins[1] == -900


def test_a_piece_of_a_broken_sentence_is_not_settled():
    assert not settled("rose by two per cent in Leeds")


def test_a_line_as_long_as_a_paragraph_needs_a_known_neighbour_to_be_settled():
    long = "Timetable, fares, bicycles, dogs, the sick and the old, school classes and their teachers, " * 3
    assert not settled(long, known={}, model={1: 700, 3: 700})
    assert settled(long, known=LABEL, model={3: 700})


@pytest.mark.parametrize(("run", "goes"), [(1, True), (3, True), (4, False)])
def test_a_short_run_is_settled_as_one(run, goes):
    lines = [LINES[1], *[PITCH] * run, BUTTON, LINES[0]]
    margins = dict.fromkeys(range(1, run + 1), -900)
    settle_between(lines, {0: "newsletter.sign-up", run + 1: "newsletter.button"}, dict.fromkeys(margins, 300), margins)
    assert [margin > 0 for margin in margins.values()] == [goes] * run


@pytest.mark.parametrize("sentences", [1, 2])
def test_sentences_between_cuts_stay(sentences):
    lines = [LINES[1], *["The pier was closed for a week in all."] * sentences, BUTTON]
    doubt = range(1, sentences + 1)
    margins = dict.fromkeys(doubt, -900)
    known = {0: "related.read-more", sentences + 1: "newsletter.button"}
    settle_between(lines, known, dict.fromkeys(doubt, 300), margins)
    assert set(margins.values()) == {-900}


def test_a_sentence_with_the_words_of_a_box_goes_between_its_lines():
    assert settled("Letters from the island come to your inbox once a week.")
    assert not settled("Letters from the island came to the mayor once a week.")


@pytest.mark.parametrize(("cards", "go"), [(2, False), (3, True)])
def test_sentences_go_in_the_rhythm_of_cards(cards, go):
    card = ["The pier is no more", "What a winter of storms has left of the quay.", "Ann Lee"]
    lines = ["It rained in Leeds all day, and the ferry did not sail."] + card * cards
    deks = range(2, len(lines), 3)
    margins = {i: -600 if i in deks else 900 for i in range(1, len(lines))}
    settle_between(lines, {}, dict.fromkeys(margins, 300), margins)
    assert [margins[i] > 0 for i in deks] == [go] * cards


def test_a_storys_last_sentence_stays_among_the_cards_behind_it():
    card = ["The pier is no more", "What a winter of storms has left of the quay.", "Ann Lee"]
    lines = ["Read more: Rain again", "The inquiry opens in Leeds on 3 May at nine.", *card * 3]
    margins = {i: -600 if lines[i].endswith(".") else 900 for i in range(1, len(lines))}
    settle_between(lines, {0: "related.read-more"}, {i: 300 if i > 1 else -300 for i in margins}, margins)
    assert [i for i in margins if margins[i] <= 0] == [1]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Additional reporting by Ann Lee", True),
        ("Sign up for our newsletter and have it in your inbox by seven.", False),
        ("Sign up for the newsletter", False),
        ("Who pays for the pier? (With reporting by Ann Lee)", False),
        ("Do you read the comments?", False),
        ("Rovers 2, Athletic 1", False),
    ],
)
def test_a_line_whose_words_name_its_kind_needs_only_even_odds(line, goes):
    even, odd = {0: -900}, {0: -900}
    trust_words([line], {}, {0: 100}, even)
    trust_words([line], {}, {0: -100}, odd)
    assert (even[0] > 0, odd[0] > 0) == (goes, False)


@pytest.mark.parametrize(
    ("line", "known", "model", "goes"),
    [
        ("The council did not answer by Monday evening.", {}, {0: 900}, False),
        ("The council did not answer by Monday evening.", {}, {0: 900, 2: 900}, True),
        ("The council did not answer by Monday evening.", {0: "related.label"}, {}, True),
        ("Our newsletter has the tides of the whole week.", {}, {}, True),
        ("Rain again in Leeds", {}, {}, True),
    ],
)
def test_a_sentence_does_not_go_by_the_models_word_alone(line, known, model, goes):
    margins = {1: 900, **model}
    spare_lone_sentences(["Most read", line, "Rain again"], known, margins)
    assert (margins[1] > 0) is goes


def test_the_name_below_a_post_stays_with_the_post():
    margins = {0: -900, 1: 900}
    spare_lead_ins(["What a winter it was", "— Ann Lee (@annlee) May 3, 2023"], {}, margins)
    assert margins[1] == 0
    margins = {0: 900, 1: 900}
    spare_lead_ins(["What a winter it was", "— Ann Lee (@annlee) May 3, 2023"], {}, margins)
    assert margins[1] == 900


def test_rights_behind_a_sentence_do_not_take_the_line():
    margins = {1: -900}
    lines = ["Weekly", "Who pays for the pier? © The Gazette 2024"]
    trust_words(lines, {0: "newsletter.label"}, {1: 100}, margins)
    assert margins[1] < 0


def test_a_sentence_that_tells_how_to_sign_up_needs_a_cut_beside_it():
    margins = {1: -900}
    trust_words(
        ["Weekly", "Sign up here and have it in your inbox by seven."], {0: "newsletter.label"}, {1: 100}, margins
    )
    assert margins[1] > 0


@pytest.mark.parametrize(
    ("above", "lines", "stay"),
    [
        ("Prizes will be given to these tickets.", [f"+ {n}: 3 millions" for n in range(7)], True),
        ("Prizes will be given to these tickets.", [f"+ {n}: 3 millions" for n in range(5)], False),
        ("Most read", [f"+ {n}: 3 millions" for n in range(7)], False),
        ("Prizes will be given to these tickets.", ["+ Rain again in Leeds"] * 7, False),
    ],
)
def test_a_table_below_a_sentence_stays(above, lines, stay):
    margins = {0: 900 if above == "Most read" else -900, **dict.fromkeys(range(1, len(lines) + 1), 900)}
    spare_figures([above, *lines], {}, margins)
    assert (margins[1] <= 0) is stay


PROSE = "The company said that it would ask the council for a new subsidy, and that no fare would rise " * 2 + "now."


@pytest.mark.parametrize(
    ("line", "known", "goes"),
    [
        ("Rain again in Leeds", {1: "related.label"}, True),
        ("Rain again in Leeds", {1: "caption.line"}, False),
        ("Rain again in Leeds", {1: "ad.label"}, False),
        ("Rain again in Leeds", {}, False),
        ("It rained in Leeds all day, the council said.", {1: "related.label"}, False),
    ],
)
def test_a_short_line_beside_a_known_one_may_be_a_little_below_the_bar(line, known, goes):
    lines, margins = [PROSE, "Most read", line, PROSE], {1: 900, 2: -300}
    settle_beside(lines, known, {1: 900, 2: 300}, margins)
    assert (margins[2] > 0) is goes


def test_results_behind_the_last_paragraph_are_not_settled_by_one_line():
    margins = {2: -300}
    settle_beside([PROSE, "Most read", "Rovers 2, Athletic 1"], {1: "related.label"}, {2: 300}, margins)
    assert margins == {2: -300}


@pytest.mark.parametrize(
    ("last", "goes"), [("More on ferries", True), ("The inquiry opens in Leeds on 3 May at nine.", False)]
)
def test_a_storys_last_sentence_stays_behind_a_cut(last, goes):
    margins = {1: -900}
    settle_between([LINES[1], last], {0: "related.label"}, {1: 300}, margins)
    assert (margins[1] > 0) is goes


@pytest.mark.parametrize(
    ("line", "below", "goes"),
    [
        ("The Gazette reports:", "The pier was closed for a week in all.", False),
        ("The Gazette reports", "The pier was closed for a week in all.", True),
        ("More on ferries:", "Rain again in Leeds", True),
    ],
)
def test_a_line_that_says_whose_words_follow_stays(line, below, goes):
    margins = {0: 900}
    spare_lead_ins([line, below], {}, margins)
    assert (margins[0] > 0) is goes


def test_a_paragraph_needs_a_second_witness():
    alone, beside = {0: 900}, {0: 900}
    spare_prose([PROSE, BUTTON], {}, alone)
    spare_prose([PROSE, BUTTON], {1: "newsletter.button"}, beside)
    assert (alone[0] > 0, beside[0] > 0) == (False, True)


@pytest.mark.parametrize(("taken", "spared"), [(2, False), (3, True)])
def test_a_model_that_would_take_many_sentences_takes_none(taken, spared):
    lines = ["She wore it once more in Paris, in May."] * taken + ["Read more"] + ["It rained in Leeds all day."] * 30
    margins = dict.fromkeys(range(taken + 1), 900)
    spare_sentences(lines, {}, margins)
    assert [margins[i] > 0 for i in range(taken + 1)] == [not spared] * taken + [True]


def test_another_model_is_used_within_its_block_only():
    other = build(
        {
            "weights": {},
            "bias": 0,
            "first": [[], []],
            "second": [[], []],
            "bars": [0, 0],
            "per_log_word": 0,
            "names": [],
        }
    )
    with using(other):
        assert line_model() is other
    assert line_model() is package_model()


def test_a_table_with_a_cell_a_line_stays_and_a_calendar_goes():
    table = [cell for n in range(4) for cell in ("Vance", str(50 - n), "4", "6", "15", "26", "4")]
    margins = dict.fromkeys(range(len(table)), 900)
    spare_cells(table, margins)
    assert set(margins.values()) == {0}
    calendar = [str(n) for n in range(1, 32)]
    margins = dict.fromkeys(range(len(calendar)), 900)
    spare_cells(calendar, margins)
    assert set(margins.values()) == {900}
