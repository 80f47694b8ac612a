"""Learning a site profile: lines that the articles of a publisher share are boilerplate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cleaner.core.site_profile import LONG, MOST, SiteProfile, checksum, form, heads

_COPY = 0.5
"""Two texts are copies of one article (an update, a syndicated copy) if they share this part of their sentences."""


def learn(texts: Iterable[str]) -> SiteProfile:
    """Learn what the articles of one publisher share; ``texts`` are whole raw dumps.

    Use dumps of one kind and one publisher. The result does not depend on their order. Copies of one article count
    once; otherwise its sentences would look like boilerplate.

    >>> site = learn(f"{news} in Leeds\\nTurn to the Post every {day}." for news, day in
    ...              [("Rain", "Monday"), ("Snow", "Friday"), ("Hail", "Sunday")])
    >>> site.articles, site.lines["turn to the post every <day>"]
    (3, 3)
    """
    if isinstance(texts, str):
        texts = [texts]
    articles = [frozenset(filter(None, map(form, text.splitlines()))) for text in texts]
    return _profile(_unite(articles))


def _profile(articles: Sequence[frozenset[str]]) -> SiteProfile:
    counts: Counter[str] = Counter()
    for article in articles:
        known = {key for key in article if key.count(" ") < MOST}
        counts.update(known | {near for key in known for near in heads(key)})
    lines = {key: n for key, n in sorted(counts.items()) if n > 1}
    once = frozenset(checksum(key) for key, n in counts.items() if n == 1 and "…" not in key)
    return SiteProfile(len(articles), lines, once)


def _unite(articles: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Unite the forms of copies of one article."""
    sentences = [{key for key in article if key.count(" ") >= LONG - 1} for article in articles]
    owner = list(range(len(articles)))
    for (a, b), n in sorted(_shared(sentences).items()):
        if n >= 3 and n > _COPY * min(len(sentences[a]), len(sentences[b])):
            old, new = owner[b], owner[a]
            owner = [new if o == old else o for o in owner]
    groups: dict[int, frozenset[str]] = {}
    for i, article in enumerate(articles):
        groups[owner[i]] = groups.get(owner[i], frozenset()) | article
    return list(groups.values())


def _shared(sentences: Sequence[set[str]]) -> Counter[tuple[int, int]]:
    """The number of sentences that two articles share, apart from boilerplate, which a third of the articles have."""
    holders: dict[str, list[int]] = {}
    for i, keys in enumerate(sentences):
        for key in keys:
            holders.setdefault(key, []).append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for who in holders.values():
        if 1 < len(who) <= max(3, len(sentences) // 3):
            shared.update((a, b) for n, a in enumerate(who) for b in who[n + 1 :])
    return shared
