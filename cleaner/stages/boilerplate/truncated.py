"""Texts that break off: teasers, feed excerpts, the stub in front of a paywall.

A stub counted as an article spoils every figure about lengths, persons and topics, though no word in it is wrong. What
gives it away stands at its end: the mark of an excerpt ("[…]"), three dots on a short text, or a paywall's notice right
behind it. A long text with an offer to subscribe below it is whole.
"""

from __future__ import annotations

import re

from cleaner.core.facts import Truncated
from cleaner.stages.boilerplate.reading import Reading

_EXCERPT = re.compile(r"(?:\[(?:…|\.{3}|&hellip;)\]|\(…\)|\[\+\d{1,7} chars\])\s*$")
_DOTS = ("…", "...")
_SHORT, _NEAR = 250, 3
"""Words of a stub, at most; items behind it among which the notice stands."""


def read_truncation(page: Reading) -> None:
    """Say that the text breaks off, where its end or what was cut right behind it tells."""
    left = page.left()
    if not left:
        return
    end = page.items[left[-1]]
    words = sum(page.items[i].words for i in left)
    barred = [page.cuts[i] for i in range(left[-1] + 1, min(left[-1] + 1 + _NEAR, len(page.items))) if i in page.cuts]
    if _EXCERPT.search(end.text):
        page.facts.append(Truncated("the mark of an excerpt"))
    elif words <= _SHORT and end.text.endswith(_DOTS):
        page.facts.append(Truncated("three dots at the end"))
    elif words <= _SHORT and any(cut.taken_for == "paywall" for cut in barred):
        page.facts.append(Truncated("a paywall behind few words"))
