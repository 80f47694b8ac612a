"""What a line is by its place and its shape: title, byline, timestamp, dateline, caption, repetition.

What structure finds is moved, not lost: the title line becomes the headline, the byline a claim about the authors, the
timestamp one about the date, the dateline a fact, captions are kept with their credits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from cleaner.core.document import Edit
from cleaner.core.facts import Claim, LineAbove, claim
from cleaner.core.parts import Dateline
from cleaner.parties.bylines import is_byline, is_credit, is_led, is_signature_of_two
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import CERTAIN, Reading
from cleaner.timestamps import is_timestamp, parse_timestamps

_LONGEST = 160
_MODIFIED = re.compile(r"updat|modif|aktualis|mis à jour|actualiz|aggiorn|atualiz|stand:", re.I)
_NEXT = r"(?=[“\"'‘A-ZÀ-Þ0-9])"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DAY = rf"(?:, (?:\d{{1,2}} )?{_MONTH}[a-z]{{0,6}}\.?(?: \d{{1,2}})?(?:, \d{{4}})?)?"
_REGION = rf"(?:, (?!{_MONTH})[A-ZÀ-Þ][\w.'’]*\.?(?: [A-ZÀ-Þ][\w.'’]*\.?){{0,2}})?"
_WIRE = (
    r"AP|AFP|Reuters|dpa|EFE|ANSA|CNN|CNN Business|APA|SDA|sda|epd|KNA|UPI|PTI|IANS|ANI|Xinhua|Lusa|AAP|PA|afp"
    r"|Belga|ANP"
    r"|Bloomberg|NEXSTAR|The Canadian Press|Canadian Press|TASS|Europa Press|Kyodo|Anadolu|BBC|CBS|NBC News"
    r"|WASHINGTON POST"
)
_DATELINE = re.compile(
    rf"(?P<raw>(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{{2,30}}{_REGION}){_DAY} ?(?:\((?P<agency>[A-Za-z][\w /.-]{{1,30}})\))?"
    rf" ?(?:[—–]|--?)\s?){_NEXT}"
)
_CITY_AGENCY = re.compile(
    rf"(?P<raw>(?P<place>[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){{0,3}}{_REGION})?{_DAY}(?:, [\w. ]{{2,24}})?"
    rf" ?\((?P<agency>{_WIRE})\)\.? ?(?:[—–]|--?)\s?){_NEXT}"
)

_PROSE = 11
_YEAR = re.compile(r"\b20\d\d\b")
_SHOUTS = """
BREAKING / BREAKING NEWS / UPDATE / UPDATED / WATCH / VIDEO / LIVE / EXCLUSIVE / OPINION / EDITORIAL / NEW / NOTE
/ WARNING / CORRECTION / READ / MORE / JUST IN / ANALYSIS / REVIEW / FACT CHECK / COMMENT / SPORT
"""
_LABELS = frozenset(label.strip() for label in _SHOUTS.split("/"))


def read_signatures(page: Reading) -> None:
    """Bylines and timestamps of the head; between paragraphs only a byline that says "By".

    A page's first and last blocks are bylines wherever they read like one.
    """
    first, _ = page.body
    left = page.left()
    ends = frozenset(i for i in (*left[:4], *left[-3:]) if _signs_block(page.items[i]))
    for i in left:
        if i not in page.cuts and _is_short(page.items[i]):
            _read_signature(page, i, first, i in ends)


def _read_signature(page: Reading, i: int, first: int, at_end: bool) -> None:
    line = page.items[i]
    if _stamps(line, i, first):
        page.cut(i, "timestamp.line", moved_to="date_published")
        page.facts.append(claim(field_of(line.text), line.text, "timestamp line"))
    elif line.words > 8 and line.text.endswith("."):
        return
    elif _signs_in_two(page, i, first):
        page.cut_all((i, i + 1), "byline.line", moved_to="authors")
        page.facts.append(claim("byline", f"{line.text}, {page.items[i + 1].text}", "byline line"))
    elif at_end or _signs(page, i, first):
        page.cut(i, "byline.line", moved_to="authors")
        page.facts.append(claim("byline", line.text, "byline line" if i < first else "body byline"))
        if i < first and any(parse_timestamps(line.text)):
            page.facts.append(claim(field_of(line.text), line.text, "byline line"))


def _is_short(line: Item) -> bool:
    return line.words <= 30 and len(line.text) <= 240


def _stamps(line: Item, i: int, first: int) -> bool:
    """Is a line above the body a timestamp? Two words alone may open the text."""
    return i < first and is_timestamp(line.text) and (i > 0 or line.words > 2)


def _signs_block(item: Item) -> bool:
    return item.on_page and item.odds < CERTAIN and len(item.text) <= _LONGEST and _is_signature(item.text)


def _is_signature(text: str) -> bool:
    return is_byline(text) or is_credit(text)


def _signs(page: Reading, i: int, first: int) -> bool:
    """A byline says "By", or stands in the head."""
    text = page.items[i].text
    return (is_led(text) or 0 < i < first) and is_byline(text)


def _signs_in_two(page: Reading, i: int, first: int) -> bool:
    """Whether a name and what stands below it are a byline together: "SARAH MILLER", "Staff Writer"."""
    if not 0 < i < first - 1 or (i + 1 in page.cuts and not page.is_cut(i + 1, "byline")):
        return False
    return is_signature_of_two(page.items[i].text, page.items[i + 1].text)


def field_of(text: str) -> Literal["published", "modified"]:
    """The date that a timestamp gives: "Updated 3 May" is that of the last change."""
    return "modified" if _MODIFIED.search(text) else "published"


def read_dateline(page: Reading) -> None:
    """Move the place and agency in front of the first paragraph to the article's dateline."""
    for i in page.left()[:3]:
        line = page.items[i]
        found = _find_dateline(line.text[:120])
        if found and line.words >= 8 and (found["agency"] or line.prose):
            place = (found["place"] or "").strip(" ,") or None
            page.facts.append(Dateline(place=place, agency=found["agency"], raw=found["raw"].strip()))
            page.edits.append(Edit(line.start, line.start + found.end(), "", "dateline.moved", moved_to="dateline"))
        if found or line.prose:
            return


def _find_dateline(head: str) -> re.Match[str] | None:
    """A place, an agency or both, and a dash; a label in capitals ("BREAKING —") is no place."""
    found = _CITY_AGENCY.match(head) or _DATELINE.match(head)
    if found and (found["agency"] or (found["place"] and found["place"].strip() not in _LABELS)):
        return found
    return None


def lines_above(page: Reading) -> Iterator[LineAbove]:
    """What was cut in front of the first line of prose, for stages that look for dates and authors there.

    A headline of many words that stays above its text is no prose yet.
    """
    claims = [*page.document.claims("headline"), *(fact for fact in page.facts if isinstance(fact, Claim))]
    titles = frozenset(said.text.strip() for said in claims if said.field == "headline")
    first = next((i for i in page.left() if page.items[i].words > _PROSE and page.items[i].text not in titles), 0)
    for i in sorted(i for i in page.cuts if i < first):
        yield LineAbove(page.items[i].text, page.cuts[i].taken_for)


def end_with_words(page: Reading) -> None:
    """A rule of underscores or stars below the last paragraph parts it from what has been cut."""
    for i in reversed(page.left()):
        if any(ch.isalnum() for ch in page.items[i].text):
            return
        page.cut(i, "other.rule")
