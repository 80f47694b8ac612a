"""The line model's cuts, among the items that all other evidence has left.

The model can tell a link to another story from a sub-heading by its neighbours, which no row can. Cuts by rows and
structure are context for it: a headline between two newsletter boxes is not a sub-heading. On a page it reads what the
block model has left, like a dump.
"""

from __future__ import annotations

from cleaner.core.facts import Claim
from cleaner.core.parts import Caption
from cleaner.models.line import Judgement, judge
from cleaner.stages.boilerplate.reading import Reading
from cleaner.stages.boilerplate.site import shared_heading


def read_model(page: Reading) -> None:
    """Cut what the line model takes for boilerplate."""
    read = [i for i in range(len(page.items)) if i not in page.outside]
    known = {k: page.cuts[i].rule for k, i in enumerate(read) if i in page.cuts}
    remaining = page.remaining()
    texts = [remaining[i] for i in read]
    site, url = page.document.context.site, page.document.context.url
    for k, judgement in judge(texts, _headline(page), url, known).items():
        if judgement.cut and not (site and shared_heading(site, k, texts)):
            _cut(page, read[k], judgement)


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
    """The probability of a verdict, and its reasons.

    >>> evidence_of(Judgement(6200, 900, "related", "short, title case"))
    '0.998: short, title case'
    """
    return f"{judgement.probability:.3f}: {judgement.reason}"
