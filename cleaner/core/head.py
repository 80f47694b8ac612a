"""What was cut from above an article's text.

Cut is not lost: a line that one rule took for a timestamp may hold the byline too, and a byline that no rule of bylines
knew may have been taken for a contact line. Stages that read dates and authors look there again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.core.article import Change
from cleaner.core.document import Document

_LINE = re.compile(r"[^\n]+")
_PROSE = 11
"""How many blanks a line has at least that is prose."""


def cut_above(document: Document) -> Iterator[Change]:
    """What was cut in front of the first line of prose, in order; nothing where no prose is left.

    A headline of many words that stays above its text is no prose yet.

    >>> from cleaner.core.document import Edit
    >>> text = "3 May, by Bo\\nThe rain fell on the first of May and on all of the days after it."
    >>> [c.old for c in cut_above(Document(text).apply("boilerplate", [Edit(0, 13, "", "timestamp.line")]))]
    ['3 May, by Bo\\n']
    """
    titles = {claim.text.strip() for claim in document.claims("headline")}
    lines = (m for m in _LINE.finditer(document.text) if m.group().strip() not in titles)
    prose = next((m.start() for m in lines if m.group().count(" ") >= _PROSE), None)
    if prose is None:
        return
    head, _ = document.origin(prose, prose + 1)
    for change in document.changes:
        if change.start >= head:
            return
        yield change
