"""Section names above a story: "News", "Politics > Europe".

Inside the text, the same words are headings ("Wales", "Movies" in a list of regions or tips). So they count only at the
top, and only if the text has no such headings.
"""

from __future__ import annotations

from functools import cache

from cleaner.core import lazy_re as re
from cleaner.language import Languages, active
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading

_LONGEST = 60
_BETWEEN = re.compile(r"\s*[>/|»›·\\]\s*")
_WAY = re.compile(r"\s*[>»›]\s*")


@cache
def _sections(languages: Languages) -> frozenset[str]:
    return frozenset(name for language in languages for name in language.sections)


def names_section(line: Item) -> bool:
    """Does a line name a section, or a path to one?

    >>> [names_section(Item(0, 0, text)) for text in ("Politics", "News > Leeds", "Politics as usual")]
    [True, True, False]
    """
    if len(line.text) > _LONGEST or not line.folded:
        return False
    known = _sections(active())
    if all(part in known for part in _BETWEEN.split(line.folded)):
        return True
    way = _WAY.split(line.folded)
    return 2 <= len(way) <= 4 and way[0] in known and all(part.count(" ") < 3 for part in way)


def read_sections(page: Reading) -> None:
    """Cut section names above the story."""
    first, last = page.body
    named = [i for i in page.left() if (i < first or i < last) and names_section(page.items[i])]
    if named and named[-1] < first:
        page.cut_all(named, "tags.section")
