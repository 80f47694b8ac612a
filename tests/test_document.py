"""The document against a simple oracle: a list of characters, each of which knows where it came from."""

import pytest
from hypothesis import given, settings, strategies as st

import cleaner
from cleaner.core.document import Document, Edit, Mark
from cleaner.core.layers import rebuild, settle

TEXT = st.text(alphabet="abc\n é", max_size=30)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, list[tuple[str, list[Edit]]]]:
    document = Document(draw(TEXT))
    history = []
    for depth in range(draw(st.integers(0, 4))):
        size = len(document.text)
        edits = [
            Edit(
                *sorted(draw(st.tuples(st.integers(0, size), st.integers(0, size)))),
                draw(st.text("xyz", max_size=3)),
                f"r.{i}",
            )
            for i in range(draw(st.integers(0, 5)))
        ]
        document = document.apply(f"stage{depth}", edits)
        history.append((f"stage{depth}", edits))
    return document, history


@settings(max_examples=2000, deadline=None)
@given(documents())
def test_layers_do_what_slicing_does(case):
    document, history = case
    text = document.raw
    for _, edits in history:
        for edit in reversed(settle(text, edits)):
            text = text[: edit.start] + edit.new + text[edit.end :]
    assert document.text == text


@settings(max_examples=3000, deadline=None)
@given(documents())
def test_changes_are_disjoint_and_rebuild_the_raw_text(case):
    document, _ = case
    at = 0
    for change in document.changes:
        assert at <= change.start <= change.end
        assert document.raw[change.start : change.end] == change.old != change.new
        at = change.end
    assert rebuild(document.text, document.changes) == document.raw


@settings(max_examples=1000, deadline=None)
@given(documents())
def test_undo_leads_back_to_the_raw_text(case):
    document, _ = case
    while document.layers:
        before = document.layers[-1].source
        document = document.undo()
        assert document.text == before
    assert document.text == document.raw


@settings(max_examples=2000, deadline=None)
@given(documents(), st.data())
def test_what_no_edit_touched_maps_both_ways(case, data):
    document, _ = case
    survivors = trace_characters(document)
    for at, raw_at in enumerate(survivors):
        if raw_at is not None:
            assert document.origin(at, at + 1) == (raw_at, raw_at + 1)
            assert document.image(raw_at, raw_at + 1) == (at, at + 1)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(document.text))] * 2)))
    a, b = document.origin(start, end)
    assert 0 <= a <= b <= len(document.raw)
    assert [r for r in survivors[start:end] if r is not None] == [
        r for r in survivors[start:end] if r is not None and a <= r < b
    ]


def trace_characters(document: Document) -> list[int | None]:
    """For each character of the text, where it stood in the raw text; None where an edit put it."""
    places: list[int | None] = list(range(len(document.raw)))
    for layer in document.layers:
        for edit in reversed(layer.edits):
            places[edit.start : edit.end] = [None] * len(edit.new)
    return places


def test_of_overlapping_edits_the_leftmost_then_the_longest_wins():
    assert settle("abcdef", [Edit(1, 3, "X", "a"), Edit(0, 2, "Y", "b"), Edit(0, 4, "Z", "c")]) == (
        Edit(0, 4, "Z", "c"),
    )


def test_marks_move_with_the_text_and_vanish_with_it():
    document = Document("one two three").apply("s", [Mark(4, 7, "word"), Mark(8, 13, "word")])
    document = document.apply("t", [Edit(0, 4, "", "cut.one"), Edit(8, 13, "", "cut.three")])
    assert [(m.start, m.end) for m in document.marks] == [(0, 3)]


def test_a_cut_tells_only_why_it_was_cut():
    document = Document("a\u00a0b").apply("encoding", [Edit(1, 2, " ", "space.nbsp")])
    document = document.apply("boilerplate", [Edit(0, 3, "", "ad.label")])
    assert [(c.old, c.rule, c.evidence) for c in document.changes] == [("a\u00a0b", "ad.label", "")]


def test_a_place_touched_twice_has_the_last_rule_and_names_the_other():
    document = Document("Kardah\u00adsian").apply("encoding", [Edit(6, 7, "", "char.soft-hyphen")])
    document = document.apply("typos", [Edit(0, 10, "Kardashian", "typo.name")])
    (change,) = document.changes
    assert (change.new, change.rule, change.evidence) == ("Kardashian", "typo.name", "also char.soft-hyphen")


def test_text_that_begins_or_ends_with_a_tag_makes_an_article_and_rebuilds():
    for raw in ("<br> It rained on Tuesday.", "It rained on Tuesday. <br>", "It rained.\n<p>"):
        article = cleaner.clean(raw, media_type="text/plain")
        assert cleaner.rebuild(article.text, article.changes) == raw
        assert cleaner.Article.model_validate_json(article.model_dump_json()) == article


def test_an_article_of_schema_1_is_refused_with_a_word_that_says_so():
    with pytest.raises(ValueError, match=r"schema 1\.0, where 2\.0 is read: clean the raw document again"):
        cleaner.Article.model_validate({"schema_version": "1.0", "id": "a", "headline": "A", "text": "A"})


def article(**fields):
    whole = {"id": "a", "headline": "Rain", "headline_source": "h1", "word_count": 2, "text": "It rained."}
    maker = {"version": "0", "fingerprint": "0"}
    return cleaner.Article.model_validate(whole | {"cleaner": maker} | fields)


@pytest.mark.parametrize("field", ["headline", "text", "id"])
def test_a_blank_text_is_refused(field):
    with pytest.raises(ValueError, match="is blank"):
        article(**{field: " \n"})


@pytest.mark.parametrize("rule", ["model.related 0.98: links", "related", "Model.related", "a.b + c.d"])
def test_a_rule_is_an_id_that_one_can_group_by(rule):
    change = {"start": 0, "end": 1, "old": "a", "new": "", "stage": "s", "rule": rule}
    with pytest.raises(ValueError, match="pattern"):
        article(changes=[change])
    assert article(changes=[change | {"rule": "model.related-link"}])


def test_a_mention_that_does_not_stand_there_is_refused():
    mention = {"start": 3, "end": 9, "text": "rained", "type": "DATE", "timex": "2023"}
    assert article(dates=[mention])
    with pytest.raises(ValueError, match="does not stand at"):
        article(dates=[mention | {"text": "snowed"}])
