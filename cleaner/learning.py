"""Learn what the articles of one publisher share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cleaner.site import SiteProfile


def learn(texts: Iterable[str]) -> SiteProfile:
    """The lines that come back in several articles of one publisher.

    >>> learn(["a\\nSign up", "b\\nSign up"]).lines
    {'sign up': 2}
    """
    counts: Counter[str] = Counter()
    articles = 0
    for text in texts:
        articles += 1
        counts.update({line.strip().lower() for line in text.splitlines() if line.strip()})
    return SiteProfile(articles, {line: n for line, n in sorted(counts.items()) if n > 1})
