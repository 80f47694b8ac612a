"""What the overview keeps of each article: a few numbers, not the text, so that a run of any size fits in memory."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from cleaner.core.addresses import host_of
from cleaner.core.article import Article
from cleaner.core.layers import rebuild
from cleaner.core.parts import Change
from cleaner.report.passages import FATES, Fate, doubtful_words, fate, is_doubtful, passages, word_counts
from cleaner.rules import rulebook
from cleaner.text.sentences import is_sentence

LEAST_PROSE = 12
"""A cut of at least so many words that ends like a sentence may be one."""

_LONGEST_SAMPLE = 160


class Measure(NamedTuple):
    """An article in numbers: ``words`` counts the words of the raw text by fate, ``flags`` lists what to look at,
    ``prose`` is the longest cut that reads like a sentence, ``doubtful`` counts words that a model was not sure
    about."""

    name: str
    headline: str
    publisher: str
    published: str
    people: str
    words: dict[Fate, int]
    flags: tuple[str, ...]
    warnings: tuple[str, ...]
    prose: str
    doubtful: int

    @property
    def total(self) -> int:
        """The number of words in the raw text."""
        return sum(self.words.values())

    @property
    def cut(self) -> float:
        """The share of words that were cut, from 0 to 1."""
        return self.words["cut"] / self.total if self.total else 0.0


def measure(name: str, article: Article) -> Measure:
    """Measure an article. Without its edit log it counts as kept completely, and its flags say so."""
    logged = "changes" in article.model_fields_set
    raw = rebuild(article.text, article.changes)
    words = word_counts(passages(raw, article.changes))
    doubtful = doubtful_words(article.changes)
    return Measure(
        name=name,
        headline=article.headline,
        publisher=_publisher(article),
        published=article.date_published.isoformat()[:10] if article.date_published else "",
        people=", ".join([*(a.name for a in article.authors), *(p.name for p in article.people[:8])]),
        words=words,
        flags=(*_flags(article, logged), *(["low confidence"] if is_doubtful(doubtful, sum(words.values())) else [])),
        doubtful=doubtful,
        warnings=article.warnings,
        prose=max((c.old for c in article.changes if _like_prose(c)), key=len, default="").strip()[:_LONGEST_SAMPLE],
    )


def totals(measures: Iterable[Measure]) -> dict[Fate, int]:
    """The words of many articles by fate."""
    sums: dict[Fate, int] = dict.fromkeys(FATES, 0)
    for one in measures:
        for became, words in one.words.items():
            sums[became] += words
    return sums


def _like_prose(change: Change) -> bool:
    """Did this change drop something that reads like a sentence and is not the wording of a row?

    >>> cut = "The mayor said that the bridge would stay shut until the end of May."
    >>> _like_prose(Change(start=0, end=len(cut), old=cut, new="", stage="boilerplate", rule="model.related"))
    True
    """
    if fate(change) != "cut" or change.rule in _wordings() or change.old.count(" ") < LEAST_PROSE:
        return False
    return any(is_sentence(line, LEAST_PROSE + 1) for line in change.old.split("\n"))


@cache
def _wordings() -> frozenset[str]:
    """The rules that are rows: wordings proved on look-alikes."""
    return frozenset(rule.id for rule in rulebook().rules)


def _flags(article: Article, logged: bool) -> Iterable[str]:
    """What people should know about an article before they use it."""
    if not logged:
        yield "no edit log"
    if article.headline_source == "stand-in":
        yield "no headline"
    if article.date_published is None:
        yield "no date"
    if not article.authors:
        yield "no author"
    if article.is_truncated:
        yield "truncated"


def _publisher(article: Article) -> str:
    """The name of the publisher, or the host if only the address is known."""
    return article.publisher.name if article.publisher else host_of(article.url).removeprefix("www.")


def sample(change: Change, became: Fate) -> str:
    """The words that a change took, as an example of its rule."""
    old, new = " ".join(change.old.split()), " ".join(change.new.split())
    return (f"{old} → {new}" if became == "repaired" else old)[:_LONGEST_SAMPLE]
