"""Rows prove themselves: each cuts its cuts, no row touches any row's keeps, and the prefilter loses nothing."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.rules import KINDS, LONGEST, Rule, fold, rulebook
from cleaner.rules.triggers import beginnings, openings, triggers

RULES = rulebook().rules
KEEPS = [(rule.id, line) for rule in RULES for line in rule.keeps]


def test_ids_are_unique_and_of_a_known_kind():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert {rule_id.partition(".")[0] for rule_id in ids} <= KINDS


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_row_is_complete_and_cuts_its_cuts(rule: Rule):
    assert rule.cuts and rule.keeps and rule.source
    assert not re.match(r"\^|.*[^\\]\$$", rule.match), "rows match whole lines: no anchors"
    for line in rule.cuts:
        assert rule.matches(fold(line)), line
        assert rulebook().find(fold(line)), line


@pytest.mark.parametrize(("owner", "line"), KEEPS, ids=[f"{owner}-{n}" for n, (owner, _) in enumerate(KEEPS)])
def test_no_row_cuts_what_any_row_keeps(owner: str, line: str):
    cut_by = [rule.id for rule in RULES if rule.matches(fold(line))]
    assert not cut_by, f"{owner} keeps it"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_every_line_that_a_row_cuts_holds_one_of_its_triggers(rule: Rule):
    words = triggers(rule.match)
    assert all(words & set(beginnings(fold(line))) for line in rule.cuts) or not words
    begins = openings(rule.match)
    assert all(beginnings(fold(line))[0] in begins for line in rule.cuts) or not begins


def test_the_prefilter_loses_nothing():
    lines = [fold(line) for rule in RULES for line in (*rule.cuts, *rule.keeps)]
    for line in lines:
        found = rulebook().find(line)
        first = next((rule for rule in RULES if rule.matches(line)), None)
        assert found is first or (found is None and "said" in line), line


def test_long_lines_are_left_alone():
    assert rulebook().find(fold("Sign up for our newsletter " + "and more " * LONGEST)) is None


LETTERS = st.characters(codec="latin-1", exclude_categories=["Cc", "Lu"])


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_whatever_a_row_matches_holds_its_triggers_and_begins_as_foreseen(rule: Rule):
    words, begins = triggers(rule.match), openings(rule.match)

    @settings(max_examples=4, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(rule.match, fullmatch=True, alphabet=LETTERS))
    def holds(line: str) -> None:
        found = beginnings(line)
        assert not words or words & set(found)
        assert not begins or found[0] in begins

    holds()
