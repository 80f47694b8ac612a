"""The page of an article: its raw text, showing what was kept, moved, cut and repaired, beside its fields."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.core.article import Article, InvalidArticle
from cleaner.core.document import Document
from cleaner.core.layers import rebuild
from cleaner.core.parts import Change
from cleaner.report.charts import share_bar
from cleaner.report.fields import fields
from cleaner.report.marks import marked, marks
from cleaner.report.page import count, element, page, share, text
from cleaner.report.passages import FATES, SURE, Fate, doubtful_words, is_doubtful, passages, word_counts
from cleaner.report.trail import log, trail

_SHOWN = ("kept", "repaired", "moved", "cut", "person", "date", "organization", "place")
_PLURAL = {"person": "people", "date": "dates", "organization": "organizations", "place": "places"}
_MARKED_AT_FIRST = ("kept", "repaired", "moved", "cut", "person", "date")


def has_log(article: Article) -> bool:
    """Does the article have its edit log, so that the raw text can be rebuilt?"""
    return "changes" in article.model_fields_set


def article_page(article: Article, name: str = "", *, up: str | None = None) -> str:
    """The page of an article, from the article alone; the raw text is rebuilt from its edit log.

    ``name`` is the name of the document, ``up`` the address of the overview. For an article without its edit log, the
    page shows the clean text and says what is missing.
    """
    name = name or article.source.path or article.id
    if not has_log(article):
        missing = "This article was written without its edit log (--no-changes), so the raw text cannot be shown."
        body = element("div", _clean_text(article), class_="raw")
        return _assembled(article.headline, _head(article, name, up, [missing]), body, fields(article), "")
    raw = rebuild(article.text, article.changes)
    body = trail(raw, article.changes, marks(article))
    counts = word_counts(passages(raw, article.changes))
    head = _head(article, name, up, _doubts(counts, article.changes)) + _shares(counts, article.changes)
    return _assembled(article.headline, head, _raw(body), fields(article), log(article.changes))


def document_page(document: Document, name: str) -> str:
    """The page of a traced document; if it yields no article, the page says why."""
    try:
        return article_page(document.article, name)
    except InvalidArticle as error:
        reasons = [f"No article: {reason}" for reason in error.reasons]
    counts = word_counts(passages(document.raw, document.changes))
    head = _title(name, [], None) + _warnings(reasons) + _shares(counts, document.changes)
    body = trail(document.raw, document.changes, [])
    return _assembled(name, head, _raw(body), "", log(document.changes))


def _assembled(title: str, head: str, body: str, beside: str, changes: str) -> str:
    side = element("h2", "Fields", id="fields") + beside if beside else ""
    if changes:
        side += element("h2", "Changes", id="changes") + changes
    main = element("main", element("section", body, aria_label="Text") + element("aside", side, aria_label="Fields"))
    return page(title, element("header", head) + main, script="article")


def _raw(body: str) -> str:
    return element("div", body, class_="raw")


def _head(article: Article, name: str, up: str | None, missing: list[str]) -> str:
    source = article.source
    about = [name, source.media_type, source.encoding, article.language, count(article.word_count, "word")]
    if article.is_truncated:
        missing = [*missing, "The document holds only the beginning of the article."]
    return _title(article.headline, about, up) + _warnings([*missing, *article.warnings])


def _doubts(counts: dict[Fate, int], changes: Sequence[Change]) -> list[str]:
    words = doubtful_words(changes)
    told = f"Low confidence: a model cut {count(words, 'word')} without being sure ({SURE:.0%}). Look at what was cut."
    return [told] if is_doubtful(words, sum(counts.values())) else []


def _title(headline: str, about: Sequence[str | None], up: str | None) -> str:
    back = element("nav", element("a", "← Overview", href=up)) if up else ""
    return back + element("h1", text(headline)) + element("p", text(" · ".join(filter(None, about))), class_="dim")


def _warnings(warnings: Sequence[str]) -> str:
    items = "".join(element("li", text(warning)) for warning in warnings)
    return element("ul", items, class_="warnings", aria_label="Warnings") if items else ""


def _shares(counts: dict[Fate, int], changes: Sequence[Change]) -> str:
    total = sum(counts.values())
    toggles = "".join(_toggle(name, counts, total) for name in _SHOWN)
    legend = element("fieldset", element("legend", "Show", class_="out") + toggles, class_="legend")
    told = f"{count(total, 'word')} in the raw text and {count(len(changes), 'change')}, from which it is rebuilt."
    return share_bar(counts) + legend + element("p", text(told), class_="dim")


def _toggle(name: str, counts: dict[Fate, int], total: int) -> str:
    """A checkbox of the legend that shows or hides a kind of passage or mark, by CSS alone."""
    box = f'<input type="checkbox" id="show-{name}"{" checked" if name in _MARKED_AT_FIRST else ""}>'
    said = text(_PLURAL.get(name, name))
    for fate in FATES:
        if fate == name:
            said += " " + element("b", text(share(counts[fate], total)))
    return element("label", box + element("span", said, class_=f"key {name}"), for_=f"show-{name}")


def _clean_text(article: Article) -> str:
    found, first, parts = marks(article), 0, []
    at = 0
    for paragraph in article.text.split("\n\n"):
        shown, first = marked(paragraph, at, found, first)
        parts.append(element("p", shown, class_="l kept"))
        at += len(paragraph) + 2
    return "".join(parts)
