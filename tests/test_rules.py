"""Rows prove themselves: each cuts its cuts, no row touches any row's keeps, and the prefilter loses nothing."""

import re

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from cleaner.rules import KINDS, LONGEST, Rule, faults, fold, rulebook
from cleaner.rules.triggers import beginnings, triggers

RULES = rulebook().rules


def test_ids_are_unique_and_of_a_known_kind():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert {rule_id.partition(".")[0] for rule_id in ids} <= KINDS


def test_rows_are_complete():
    for rule in RULES:
        assert rule.cuts and rule.keeps and rule.source, rule.id
        assert not re.match(r"\^|.*[^\\]\$$", rule.match), f"{rule.id}: rows match whole lines, no anchors"


def test_every_row_cuts_its_cuts_and_no_row_cuts_what_any_row_keeps():
    assert list(faults(RULES, RULES)) == []


def test_the_index_finds_what_every_row_cuts():
    missed = [(rule.id, line) for rule in RULES for line in rule.cuts if not rulebook().find(fold(line))]
    assert missed == []


def test_every_line_that_a_row_cuts_holds_one_of_its_triggers():
    for rule in RULES:
        for line in rule.cuts:
            assert any(trigger.holds(beginnings(fold(line)), fold(line)) for trigger in rule.triggers), (rule.id, line)


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
def test_whatever_a_row_matches_holds_one_of_its_triggers(rule: Rule):
    known = triggers(rule.match)
    assert known == rule.triggers

    @settings(max_examples=4, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(rule.match, fullmatch=True, alphabet=LETTERS))
    def holds(line: str) -> None:
        assert any(trigger.holds(beginnings(line), line) for trigger in known)

    holds()
