"""The kicker: a label above the headline of a page, such as "Opinion" or "The Saturday interview".

A kicker gives the kind of a story. It is above the headline, so it is not part of the text. If it stayed, it would be
taken for the headline when the text is cleaned again.
"""

from __future__ import annotations

from cleaner.stages.boilerplate.reading import Reading

_MOST_WORDS, _ABOVE = 6, 2


def read_kicker(page: Reading) -> None:
    """Cut the few words right above the headline of a page."""
    if not page.on_page:
        return
    headline = min(page.cut_as("title"), default=0)
    for i in range(headline - 1, max(-1, headline - 1 - _ABOVE), -1):
        if i not in page.cuts and page.items[i].words <= _MOST_WORDS and not page.items[i].prose:
            page.cut(i, "title.kicker")
