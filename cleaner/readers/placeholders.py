"""Placeholders: an empty shell for a script, a check for robots, an error page, a consent wall.

A crawler stores them under the address of the article, and with a title and sentences they look like short articles.
They are known by a title that is only the name of an error, or by sentences that are nearly all known notices
(``data/placeholders.toml``). A word such as "JavaScript" or "404" proves nothing: articles mention both, and most real
pages have such a notice somewhere. If a page names an author or a date, one other sentence makes it an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cleaner.core import lazy_re as re, tables
from cleaner.core.document import Document

_EMPTY = "the page shows no text: a script may have to fill it, so render it first"
_SUFFIX = re.compile(r"\s[|–—-]\s\S{1,30}(?: \S{1,30}){0,2}$")
_SENTENCE = re.compile(r"\S(?:[^.!?。…\n]|[.!?…](?=\w)){1,600}[.!?。…]?")
_FEWEST_WORDS, _MOST_OTHERS = 3, 12
_LONGEST = 6000


class _Kind(NamedTuple):
    reason: str
    line: re.Pattern[str]
    title: re.Pattern[str] | None


@cache
def _kinds() -> tuple[_Kind, ...]:
    data = tables.single("placeholders.toml")
    return tuple(
        _Kind(kind["reason"], _any(kind["lines"]), _any(kind["titles"]) if "titles" in kind else None)
        for kind in data.values()
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def obstacle(document: Document) -> str | None:
    """Why a document is a placeholder, if it is one.

    >>> from cleaner.core.parts import Source
    >>> obstacle(Document("Please enable JavaScript to view this page.", source=Source(media_type="text/html")))
    'not an article but the shell of one, which a script has to fill: render the page first'
    >>> obstacle(Document("Please enable JavaScript. The mayor of Leeds asked for it on Friday, to no avail."))
    """
    is_page = document.source.media_type == "text/html"
    if is_page and not document.raw.strip():
        return _EMPTY
    if len(document.raw) > _LONGEST:
        return None
    signed = document.claims("author", "byline")
    dated = [claim for claim in document.claims("published") if claim.source.machine and not claim.source.weak]
    by_title = _by_title(document) if is_page and not signed and not dated else None
    return by_title or _by_sentences(document.raw, alone=bool(signed or dated) or not is_page)


def _by_title(document: Document) -> str | None:
    stated = [claim.text.strip() for claim in document.claims("headline")[:3]]
    titles = [*stated, *(_SUFFIX.sub("", title) for title in stated)]
    return next((k.reason for k in _kinds() for title in titles if k.title and k.title.fullmatch(title)), None)


def _by_sentences(text: str, *, alone: bool) -> str | None:
    """The kind of the notices that make up a text: the whole text if they must be ``alone``."""
    words: dict[str, int] = {}
    most = 0 if alone else _MOST_OTHERS
    for sentence, notice in _sentences(text):
        words[notice] = words.get(notice, 0) + len(sentence.split())
        if words.get("", 0) > most:
            return None
    other = words.pop("", 0)
    if not words or other > sum(words.values()):
        return None
    return max(words, key=lambda reason: words[reason])


def _sentences(text: str) -> Iterator[tuple[str, str]]:
    """The sentences and notices of a text, each notice with its reason."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        notice = next((kind.reason for kind in _kinds() if kind.line.match(sentence)), "")
        whole = len(sentence.split()) >= _FEWEST_WORDS and sentence[-1] in ".!?。…"
        if notice or whole or len(sentence) > 150:
            yield sentence, notice
