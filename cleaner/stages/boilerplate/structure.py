"""What a line is by its place and its shape: title, byline, timestamp, dateline, caption, repetition.

What structure finds is moved, not lost: the title line becomes the headline, the byline a claim about the authors, the
timestamp one about the date, the dateline a fact, captions are kept with their credits.
"""

from __future__ import annotations

import re
from typing import Literal

from cleaner.article import Dateline
from cleaner.bylines import is_byline
from cleaner.document import Document, Edit
from cleaner.facts import Claim
from cleaner.stages.boilerplate.captions import read_captions
from cleaner.stages.boilerplate.lines import Line
from cleaner.stages.boilerplate.reading import Reading, headline_like, prose_like
from cleaner.stages.boilerplate.repeats import read_repeats
from cleaner.stages.boilerplate.title import read_title
from cleaner.timestamps import is_timestamp

_LED = re.compile(
    r"(?:written |story |words |text |reported |report |posted |reviewed |edited )?(?:by|von|par|por|di|de|door"
    r"|af|av)\b:?\s",
    re.I,
)
_MODIFIED = re.compile(r"updat|modif|aktualis|mis à jour|actualiz|aggiorn|atualiz|stand:", re.I)
_DATELINE = re.compile(
    r"(?P<raw>(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}(?:, ?(?:[A-ZÀ-Þ][\w.'’]*\.? ?){1,3})?)?"
    r"(?:, (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:, \d{4})?)?"
    r" ?(?:\((?P<agency>[A-Za-z][\w /.-]{1,30})\))? ?(?:[—–]|--?)\s?)(?=[“\"'‘A-ZÀ-Þ0-9])"
)
_CITY_AGENCY = re.compile(
    r"(?P<raw>(?P<place>[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){0,3})?(?:, [\w. ]{2,24})? ?\((?P<agency>AP"
    r"|AFP|Reuters|dpa|EFE|ANSA|CNN|CNN Business"
    r"|APA|SDA|sda|epd|KNA|UPI|PTI|IANS|ANI|Xinhua|Lusa|AAP|PA|afp|Belga|ANP|Bloomberg|NEXSTAR|KRON|WJW|The"
    r" Canadian Press|TASS|Europa Press)\)"
    r"\.? ?(?:[—–]|--?)\s?)(?=[“\"'‘A-ZÀ-Þ0-9])"
)


def read(document: Document, lines: list[Line], known: dict[int, str]) -> Reading:
    """Read the page's structure; ``known`` are the lines that rows have claimed."""
    page = Reading(document, lines, dict(known))
    _signatures(page)
    read_captions(page)
    read_title(page)
    read_repeats(page)
    _dateline(page)
    return page


def _signatures(page: Reading) -> None:
    """Bylines and timestamps of the head; between paragraphs only a byline that says "By"."""
    first, _ = page.body
    for i in page.left():
        line = page.lines[i]
        if line.words > 30 or len(line.text) > 240 or (line.words > 8 and line.text.endswith(".")):
            continue
        if i < first and is_timestamp(line.text) and (i > 0 or line.words > 2):
            page.cuts[i] = "timestamp.line"
            page.facts.append(Claim(_field(line.text), line.text, "timestamp line", 5))
        elif _signs(page, i, first):
            page.cuts[i] = "byline.line"
            page.facts.append(Claim("byline", line.text, "byline line", 4 if i < first else 7))


def _signs(page: Reading, i: int, first: int) -> bool:
    """A byline says "By", or stands in the head beside a timestamp or another byline."""
    text = page.lines[i].text
    if _LED.match(text):
        return is_byline(text)
    return 0 < i < first and _near_stamp(page, i) and is_byline(text)


def _field(text: str) -> Literal["published", "modified"]:
    return "modified" if _MODIFIED.search(text) else "published"


def _near_stamp(page: Reading, i: int) -> bool:
    """Does a timestamp or a byline stand beside a line?"""
    return any(
        0 <= k < len(page.lines)
        and (page.cuts.get(k, "").startswith(("byline", "timestamp")) or is_timestamp(page.lines[k].text))
        for k in (i - 1, i + 1)
    )


def _dateline(page: Reading) -> None:
    """Move the place and agency in front of the first paragraphs to the article's dateline."""
    for i in page.left()[:3]:
        line = page.lines[i]
        head = line.text[:120]
        found = _CITY_AGENCY.match(head) or _DATELINE.match(head)
        if not found or line.words < 8 or not (found["place"] or found["agency"]) or len(line.text) == found.end():
            continue
        if headline_like(line) and not prose_like(line) and not found["agency"]:
            continue
        place = (found["place"] or "").strip(" ,") or None
        raw = found["raw"].strip()
        page.facts.append(Dateline(place=place, agency=found["agency"], raw=raw))
        page.edits.append(Edit(line.start, line.start + found.end(), "", "dateline.moved"))
        return
