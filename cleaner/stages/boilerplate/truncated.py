"""Texts that break off: teasers, feed excerpts, the stub in front of a paywall.

A stub that counts as an article spoils all statistics about lengths, people and topics, although no word in it is
wrong. It is known by its end: the mark of an excerpt ("[…]"), three dots after a short text, or a paywall notice right
after it. A long text with an offer to subscribe below it is complete.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.facts import Truncated
from cleaner.stages.boilerplate.reading import Reading

_EXCERPT = re.compile(r"(?:\[(?:…|\.{3}|&hellip;)\]|\(…\)|\[\+\d{1,7} chars\])\s*$")
_DOTS = ("…", "...")
_SHORT, _NEAR = 250, 3
"""The largest number of words of a stub, and the number of items after it that may hold the notice."""


def read_truncation(page: Reading) -> None:
    """Note that the text breaks off, if its end, or what was cut right after it, shows that."""
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
