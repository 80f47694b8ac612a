"""What the publisher's other articles say too: the slogan and the appeal that no row knows.

The profile of a site (:func:`cleaner.learn`) counts in how many of its articles a line stands.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from cleaner.core.site_profile import SiteProfile, form, heads
from cleaner.models.line import kind_of
from cleaner.stages.boilerplate.reading import Cut, Reading

LEAST_ARTICLES = 3
"""A profile of fewer articles says nothing: two articles may share a paragraph."""

LONGEST_ALIKE, LONGEST_BEGUN, LONGEST_REPEAT = 14, 30, 80
"""Longer lines are not cut for being repeated alone: a wire story's paragraph comes back in its follow-up."""


def read_site(page: Reading) -> None:
    """Cut what the publisher's other articles say too."""
    site = page.document.context.site
    for i, cut in site_repeats(site, [item.text for item in page.items], page.cuts):
        page.cuts[i] = cut


def site_repeats(site: SiteProfile | None, texts: Sequence[str], known: Container[int]) -> list[tuple[int, Cut]]:
    """The lines that the publisher's other articles hold too, each with the rule that says in how many.

    Where nothing like a paragraph would be left, paragraphs stay: a profile may have learned from copies.
    """
    if site is None or site.articles < LEAST_ARTICLES:
        return []
    keys = [form(text) for text in texts]
    own = int(site.holds_copy(keys))
    found = {i: n for i, key in enumerate(keys) if i not in known and key and (n := _seen(site, key) - own) >= 1}
    prose = [i for i, text in enumerate(texts) if i not in known and is_prose(text)]
    if all(i in found for i in prose):
        found = {i: n for i, n in found.items() if i not in prose}
    total = site.articles - own
    return [(i, Cut(f"site.{_kind(texts[i])}", f"in {n} of {total} articles")) for i, n in found.items()]


def _kind(text: str) -> str:
    """What a repeated line is; what comes back from article to article is no picture's caption."""
    kind = kind_of(text)
    return "slogan" if kind == "caption" else kind


def _seen(site: SiteProfile, key: str) -> int:
    """In how many articles a line stands, or one that begins or ends like it, if it is not long.

    Paragraphs often end alike ("the company said on Monday") and are no furniture for that.
    """
    words = key.count(" ") + 1
    if words > LONGEST_REPEAT:
        return 0
    near = heads(key)[: 2 if words <= LONGEST_ALIKE else 1] if words <= LONGEST_BEGUN else ()
    return max(site.seen(key), *(site.seen(part) for part in near), 0)


def is_prose(text: str) -> bool:
    """Does a line read like a paragraph: a dozen words and a full stop?"""
    return text.count(" ") >= 11 and text.rstrip()[-1:] in '.!?”"’'
