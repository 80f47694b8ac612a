"""Every sample in raw/: its golden result, and what must hold of any article."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from cleaner import Article, Document, InvalidArticle, clean, rebuild, trace
from cleaner.run.files import walk
from cleaner.run.sources import Reading
from cleaner.run.sources.files import Found, document

RAW = Path(__file__).parents[1] / "raw"
SAMPLES = [path for path in walk(RAW) if not path.startswith("broken/")]
BROKEN = [path for path in walk(RAW) if path.startswith("broken/")]


def arguments(path: str) -> tuple[bytes, dict[str, str]]:
    record = document(Found(path, RAW / path), Reading())
    if record.error:
        raise InvalidArticle([record.error])
    known = {name: getattr(record, name) for name in ("url", "published", "fetched", "media_type")}
    return record.content, known


def test_there_are_enough_samples():
    assert len(SAMPLES) >= 16


@pytest.mark.parametrize("path", SAMPLES)
def test_golden(path, file_regression):
    data, known = arguments(path)
    article = json.loads(clean(data, **known).model_dump_json())
    article["cleaner"] = {"version": "…", "fingerprint": "…"}
    text = json.dumps(article, ensure_ascii=False, indent=1) + "\n"
    file_regression.check(text, basename=path.replace("/", "."), extension=".json", encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES)
def test_the_raw_text_can_be_rebuilt(path):
    data, known = arguments(path)
    document = trace(data, **known)
    assert rebuild(document.text, document.changes) == document.raw
    article = Article.model_validate_json(document.article.model_dump_json())
    assert rebuild(article.text, article.changes) == document.raw


BEGINS_WITH_A_HEADING = pytest.mark.xfail(strict=True, reason="the heading of its first part looks like a headline")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=BEGINS_WITH_A_HEADING)
        if path.endswith(("live-blog.html", "letters-page.html"))
        else path
        for path in SAMPLES
    ],
)
def test_cleaning_a_clean_text_changes_nothing(path):
    data, known = arguments(path)
    text = clean(data, **known).text
    again = trace(text, media_type="text/plain")
    assert [(c.old, c.new, c.rule) for c in again.changes] == []


def words_out_of_nowhere(document: Document) -> list[str]:
    """Words of the text that neither stand in the raw text where they come from, nor were touched by a change."""
    strange = []
    for m in re.finditer(r"\w+", document.text):
        start, end = document.origin(m.start(), m.end())
        touched = any(c.start <= end and c.end >= start for c in document.changes)
        if document.raw[start:end] != m.group() and not touched:
            strange.append(m.group())
    return strange


@pytest.mark.parametrize("path", SAMPLES)
def test_no_word_comes_out_of_nowhere(path):
    data, known = arguments(path)
    assert not words_out_of_nowhere(trace(data, **known))


@pytest.mark.parametrize("path", SAMPLES)
def test_the_same_input_gives_the_same_bytes(path):
    data, known = arguments(path)
    assert clean(data, **known).model_dump_json() == clean(data, **known).model_dump_json()


@pytest.mark.parametrize("path", BROKEN)
def test_what_is_broken_is_rejected(path):
    with pytest.raises(InvalidArticle):
        clean(arguments(path)[0])


LINES = [line for path in SAMPLES[:12] for line in trace(arguments(path)[0], stages=()).raw.splitlines()]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=12))
def test_what_must_hold_of_any_text(lines):
    raw = "\n".join(lines)
    document = trace(raw, media_type="text/plain")
    assert rebuild(document.text, document.changes) == raw
    assert not words_out_of_nowhere(document)
    for mention in [*document.dates, *(m for p in document.people for m in p.mentions)]:
        assert document.text[mention.start : mention.end] == mention.text
    try:
        article = document.article
    except InvalidArticle:
        return
    assert Article.model_validate_json(article.model_dump_json()) == article
