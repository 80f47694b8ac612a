"""Charts in SVG, with their numbers in words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cleaner.report.page import count, element, share, text
from cleaner.report.passages import FATES, Fate

_HEIGHT = 160
_STEP = 18
_BAR = 14
_LABELLED = 12
"""At most so many columns of a chart have a label."""


def share_bar(counts: Mapping[Fate, int], label: str = "Words of the raw text") -> str:
    """A bar across the page: the share of words with each fate."""
    total = sum(counts.values())
    said = ", ".join(f"{share(counts[fate], total)} {fate}" for fate in FATES)
    at, parts = 0.0, []
    for fate in FATES:
        width = 100 * counts[fate] / total if total else 0.0
        if width:
            tip = element("title", text(f"{fate}: {count(counts[fate], 'word')}, {share(counts[fate], total)}"))
            parts.append(element("rect", tip, class_=fate, x=f"{at:.3f}%", width=f"{width:.3f}%", height="100%"))
        at += width
    return element("svg", "".join(parts), class_="bar", role="img", aria_label=f"{label}: {said}")


def share_columns(periods: Sequence[tuple[str, Mapping[Fate, int], int]], label: str) -> str:
    """Columns over time: for each period its name, its words by fate, and its number of articles."""
    every = max(1, -(-len(periods) // _LABELLED))
    columns = "".join(_column(i, *period, labelled=i % every == 0) for i, period in enumerate(periods))
    width = max(1, len(periods)) * _STEP + 44
    drawn = element(
        "svg", columns, class_="columns", role="img", aria_label=label,
        viewBox=f"0 0 {width} {_HEIGHT + 24}", width=width, height=_HEIGHT + 24,
    )  # fmt: skip
    return element("div", drawn, class_="scroll", tabindex=0, role="region", aria_label=label)


def _column(i: int, name: str, counts: Mapping[Fate, int], articles: int, *, labelled: bool) -> str:
    total, y, parts = sum(counts.values()), float(_HEIGHT), []
    said = f"{name}: {count(articles, 'article')}; " + ", ".join(f"{share(counts[f], total)} {f}" for f in FATES)
    for fate in FATES:
        height = _HEIGHT * counts[fate] / total if total else 0.0
        y -= height
        if height:
            parts.append(
                element("rect", "", class_=fate, x=i * _STEP, y=f"{y:.2f}", width=_BAR, height=f"{height:.2f}")
            )
    mark = element("text", text(name), x=i * _STEP, y=_HEIGHT + 16) if labelled else ""
    return element("g", element("title", text(said)) + "".join(parts) + mark)
