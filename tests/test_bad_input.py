"""Bad input: a clear outcome, in time that grows no faster than the input, and no visible text lost silently."""

import pytest
from growth import assert_linear

from cleaner import Article, InvalidArticle, clean, rebuild, trace

STORY = "Rain again in Leeds\n\nIt rained in Leeds on Friday, the weather office said.\n"
WORD = "unmistakable"

TEXTS = {
    "one line of 1 MB": "It rained in Leeds again. " * 40_000,
    "newlines": STORY + "\n" * 100_000 + WORD,
    "open tags": STORY + "<div " * 20_000 + WORD,
    "open comments": STORY + "<!--" * 25_000 + WORD,
    "one token": STORY + "x" * 100_000 + " " + WORD,
    "one token of capitals": STORY + "Xx" * 50_000 + " " + WORD,
    "digits": STORY + "2023 " * 20_000 + WORD,
    "dashes": STORY + "- " * 50_000 + WORD,
    "quotes": STORY + '"“' * 50_000 + WORD,
    "names": STORY + " ".join(f"Ann{i} Lee{i} met" for i in range(10_000)) + " " + WORD,
    "short lines": STORY + "Read more\n" * 20_000 + "The word was " + WORD + ".",
    "lone surrogates": STORY + "\ud800 \udfff " * 20 + WORD,
    "NULs": STORY + "a\0b " * 100 + WORD,
    "right-to-left": STORY + "مرحبا \u202e " * 2000 + WORD,
    "combining marks": STORY + "e" + "\u0301" * 20_000 + " " + WORD,
}

PAGES = {
    "nested tags": "<h1>Rain</h1>" + "<div>" * 20_000 + f"<p>It rained in Leeds. {WORD}</p>",
    "open tags in a page": "<html><body><h1>Rain</h1><p>It rained in Leeds.</p>" + "<div " * 20_000,
    "open comments in a page": f"<html><body><h1>Rain</h1><p>It rained in Leeds. {WORD}</p>" + "<!--" * 25_000,
    "attributes": "<html><body><h1>Rain</h1><p " + 'a="b" ' * 20_000 + f">It rained in Leeds. {WORD}</p>",
    "entities": "<html><body><h1>Rain</h1><p>" + "&amp;" * 20_000 + f" {WORD}</p>",
    "many paragraphs": "<html><body><h1>Rain</h1>" + f"<p>It rained in Leeds and in {WORD} Hull today.</p>" * 5_000,
    "broken JSON-LD": '<html><script type="application/ld+json">'
    + "[" * 50_000
    + f"</script><h1>Rain</h1><p>It rained, {WORD}.</p>",
    "unclosed inline tags": "<html><body><h1>Rain</h1><p>" + "<b><i>" * 5_000 + f"It rained in Leeds. {WORD}",
}


def outcome(raw: str | bytes, media_type: str | None = None) -> Article | list[str]:
    try:
        return clean(raw, media_type=media_type)
    except InvalidArticle as error:
        assert error.reasons
        return error.reasons


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(name):
    raw = TEXTS[name]
    document = trace(raw, media_type="text/plain")
    assert rebuild(document.text, document.changes) == raw
    if WORD in raw:
        assert WORD in document.text or any(WORD in c.old for c in document.changes)
    assert_linear(lambda part: outcome(part, "text/plain"), raw)


@pytest.mark.parametrize("name", PAGES)
def test_hostile_pages(name):
    raw = PAGES[name]
    document = trace(raw, media_type="text/html")
    assert rebuild(document.text, document.changes) == document.raw
    if WORD in raw:
        assert WORD in document.raw
    assert_linear(lambda part: outcome(part, "text/html"), raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" \n\t\r\n",
        b"\0" * 500,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"\x1f\x8b\x08\0" + bytes(40),
        b"%PDF-1.7\n1 0 obj",
    ],
    ids=["empty", "blank", "NULs", "PNG", "gzip", "PDF"],
)
def test_what_is_no_text_is_rejected_with_the_reason(raw):
    reasons = outcome(raw)
    assert isinstance(reasons, list)
    assert any(word in reasons[0] for word in ("empty", "not text"))


def test_an_article_of_lone_surrogates_can_be_written():
    article = clean(STORY + "It was \ud800 wet.")
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_the_work_grows_with_the_input_and_no_faster():
    part = STORY + 'By Ann Lee\nHe said "yes” on Friday, Sept. 8, 2023, in Leeds.\nRead more\nPhoto: X/AP\n' * 1200
    assert_linear(lambda raw: outcome(raw, "text/plain"), part)


def test_a_text_without_a_sentence_is_doubted():
    assert clean("Know Your Town").warnings == ("text.little: 3 words stay, and no sentence",)
    assert not any("text.little" in warning for warning in clean("It rained.").warnings)
