"""Lines that other articles of the publisher share: slogans and appeals that no row knows.

The profile of a site (:func:`cleaner.learn`) counts how many of its articles have a line.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from cleaner.core.site_profile import SiteProfile, form, heads
from cleaner.models.line import kind_of, worded
from cleaner.stages.boilerplate.reading import Cut, Reading
from cleaner.stages.boilerplate.scenes import told
from cleaner.text.sentences import is_sentence

LEAST_ARTICLES = 3
"""A profile of fewer articles is ignored: two articles may share a paragraph."""

OFTEN = 0.3
"""A paragraph is boilerplate if this share of the articles has it."""

LONGEST_HEADING, LEAST_SENTENCE, PROSE = 8, 4, 12

LONGEST_ALIKE, LONGEST_BEGUN, LONGEST_REPEAT = 14, 30, 80
"""Longer lines are not cut only for being repeated: a paragraph of a wire story is repeated in the follow-up."""


def read_site(page: Reading) -> None:
    """Cut lines that other articles of the publisher share."""
    site = page.document.context.site
    page.take(dict(site_repeats(site, [item.text for item in page.items], page.cuts)))


def site_repeats(site: SiteProfile | None, texts: Sequence[str], known: Container[int]) -> list[tuple[int, Cut]]:
    """The lines that other articles of the publisher share, each with a cut that says how many have it.

    Articles on one topic have similar beginnings, the same background paragraphs and the same sub-headings, so
    repetition alone proves nothing. The more a line reads like news, the more often it must be repeated, unless its
    words say that it is boilerplate. If no paragraph would be left, paragraphs stay: the profile may come from copies.
    """
    if site is None or site.articles < LEAST_ARTICLES:
        return []
    keys = [form(text) for text in texts]
    own = int(site.holds_copy(keys))
    total = site.articles - own
    found = {
        i: n
        for i, key in enumerate(keys)
        if i not in known and key and (n := _seen(site, key, texts[i], own)) and n >= _needed(texts[i], total)
    }
    found = {i: n for i, n in found.items() if not _is_heading(i, texts)}
    prose = [i for i, text in enumerate(texts) if i not in known and is_sentence(text, PROSE)]
    if all(i in found for i in prose):
        found = {i: n for i, n in found.items() if i not in prose}
    return [(i, Cut(f"site.{_kind(texts[i])}", f"in {n} of {total} articles")) for i, n in found.items()]


def _needed(text: str, total: int) -> int:
    """How many other articles must have a line: for a sentence a third of them, unless its words give its kind.

    Posts are quoted in several stories.
    """
    is_news = is_sentence(text, LEAST_SENTENCE) or " (@" in text
    return max(2, round(total * OFTEN)) if is_news and (" (@" in text or not worded(text)) else 1


def shared_heading(site: SiteProfile, i: int, texts: Sequence[str]) -> bool:
    """Is a line a sub-heading that several articles have, as articles on one topic do?"""
    return site.seen(form(texts[i])) > 1 and _is_heading(i, texts)


def _is_heading(i: int, texts: Sequence[str]) -> bool:
    """Is a line a sub-heading: short, without a stop, only once in the text, and between two paragraphs?"""
    text = texts[i]
    if (
        text.count(" ") >= LONGEST_HEADING
        or text.endswith((".", ":", ")"))
        or worded(text)
        or not 0 < i < len(texts) - 1
    ):
        return False
    return is_sentence(texts[i - 1], PROSE) and is_sentence(texts[i + 1], PROSE) and texts.count(text) == 1


def _kind(text: str) -> str:
    """The kind of a repeated line, which is never a caption."""
    kind = kind_of(text)
    return "slogan" if kind == "caption" else kind


def _seen(site: SiteProfile, key: str, text: str, own: int) -> int:
    """The number of other articles with this line, or, if it is not long, one with the same beginning or end.

    Paragraphs often have the same end ("the company said on Monday"), and stories on one topic the same beginning ("US
    President Ann Lee has"). So a beginning counts only if the words of the line give its kind, or if it does not begin
    a sentence and half of the articles have it.
    """
    words = key.count(" ") + 1
    if words > LONGEST_REPEAT:
        return 0
    whole = site.seen(key) - own
    parts = heads(key)[: 2 if words <= LONGEST_ALIKE else 1] if words <= LONGEST_BEGUN else ()
    alike = max((site.seen(part) - own for part in parts), default=0)
    named = worded(text) is not None
    if is_sentence(text, PROSE):
        return max(whole, alike) if named and not told(text) else whole
    if not named and alike < max(LEAST_ARTICLES, (site.articles - own) // 2):
        return whole
    return max(whole, alike)
