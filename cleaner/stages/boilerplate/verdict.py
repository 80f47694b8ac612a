"""One verdict from three sources of evidence: rows of wordings, what the site repeats, a model of the line.

Each knows what the others cannot. A row is sure of a wording wherever it stands; the site's other articles know the
slogan that no other publisher has; the model knows a link to another story from a sub-heading by its neighbours. Any
of them may condemn a line; the rule of the cut says which did, in words that a person can check. The surest speak
first, and what they have condemned is context for the next: a headline between two newsletter boxes is no sub-heading.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from cleaner.core.article import Caption
from cleaner.core.facts import Claim
from cleaner.core.site_profile import SiteProfile, form, heads
from cleaner.models.line import Judgement, judge, kind_of
from cleaner.stages.boilerplate.reading import Cut, Reading

LEAST_ARTICLES = 3
"""A profile of fewer articles says nothing: two articles may share a paragraph."""

UNSEEN = 600
"""Where the site is known, furniture that stands in none of its other articles is rarer: the model must be surer."""

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


def read_model(page: Reading) -> None:
    """Cut what the model of the line condemns."""
    texts = [line.text for line in page.items]
    site = page.document.context.site
    above = UNSEEN if site is not None and site.articles > LEAST_ARTICLES else 0
    known = {i: cut.rule for i, cut in page.cuts.items()}
    for i, judgement in judge(texts, _headline(page), page.document.context.url, known).items():
        if judgement.margin > above:
            _cut(page, i, judgement)


def _cut(page: Reading, i: int, judgement: Judgement) -> None:
    is_caption = judgement.kind == "caption"
    page.cut(i, f"model.{judgement.kind}", evidence_of(judgement), "captions" if is_caption else None)
    if is_caption:
        page.facts.append(Caption(text=page.items[i].text))


def _headline(page: Reading) -> str:
    found = [f for f in page.facts if isinstance(f, Claim) and f.field == "headline"]
    found += page.document.claims("headline")
    return found[0].text if found else ""


def evidence_of(judgement: Judgement) -> str:
    """How sure the model is, and what speaks for it.

    >>> evidence_of(Judgement(6200, 900, "related", "short, title case"))
    '0.998: short, title case'
    """
    return f"{judgement.probability:.3f}: {judgement.reason}"
