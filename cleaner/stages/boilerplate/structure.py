"""What a line is by its position and shape: byline, timestamp, dateline.

Nothing of this is lost: a byline becomes a claim about the authors, a timestamp a claim about the date, a dateline a
fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.core.facts import Claim, LineAbove, claim
from cleaner.core.parts import Dateline
from cleaner.parties.bylines import are_names, is_byline, is_credit, is_led, is_signature_of_two
from cleaner.parties.bylines.leads import unmarked
from cleaner.parties.datelines import Opening, read_opening
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import CERTAIN, Reading
from cleaner.timestamps import is_timestamp, parse_timestamps

_LONGEST = 160
_MODIFIED = re.compile(r"updat|modif|aktualis|mis à jour|actualiz|aggiorn|atualiz|stand:", re.I)
_SHOUTED = re.compile(r"(?<=\s)(?=[A-ZÀ-Þ]{3})")
_PROSE = 11
_YEAR = re.compile(r"\b20\d\d\b")


def read_signatures(page: Reading) -> None:
    """Cut bylines and timestamps above the body; between paragraphs only bylines with "By".

    The first and last blocks of a page are bylines whenever they read like one.
    """
    first, _ = page.body
    left = page.left()
    ends = frozenset(i for i in (*left[:4], *left[-3:]) if _signs_block(page.items[i]))
    for i in left:
        if i not in page.cuts and _is_short(page.items[i]):
            _read_signature(page, i, first, i in ends)


def _read_signature(page: Reading, i: int, first: int, at_end: bool) -> None:
    line = page.items[i]
    if _stamps(page, line, i, first):
        page.cut(i, "timestamp.line")
        page.facts.append(claim(field_of(line.text), line.text, "timestamp line"))
    elif line.words > 8 and line.text.endswith("."):
        return
    elif _signs_above_date(page, i, first):
        _sign(page, i, i + 1, "byline line")
    elif _signs_in_two(page, i, first):
        _sign(page, i, i + 2, "byline line")
    elif at_end or _signs(page, i, first):
        _sign(page, i, i + 1, "byline line" if i < first else "body byline")
        if i < first and any(parse_timestamps(line.text)):
            page.facts.append(claim(field_of(line.text), line.text, "byline line"))


def _sign(page: Reading, i: int, end: int, source: str) -> None:
    """Take the lines from ``i`` on for one byline."""
    page.cut_all(range(i, end), "byline.line")
    page.facts.append(claim("byline", ", ".join(item.text for item in page.items[i:end]), source))


def _is_short(line: Item) -> bool:
    return line.words <= 30 and len(line.text) <= 240


def _stamps(page: Reading, line: Item, i: int, first: int) -> bool:
    """Is a line above the body a timestamp? Two words alone may begin the text."""
    answers = i - 1 in page.questions
    return i < first and not answers and is_timestamp(line.text) and (i > 0 or line.words > 2)


def _signs_block(item: Item) -> bool:
    return item.on_page and item.odds < CERTAIN and len(item.text) <= _LONGEST and _is_signature(item.text)


def _is_signature(text: str) -> bool:
    return is_byline(text) or is_credit(text)


def _signs(page: Reading, i: int, first: int) -> bool:
    """Is a line a byline: with "By", or above the body?"""
    text = page.items[i].text
    return (is_led(unmarked(text)) or 0 < i < first) and is_byline(text)


def _signs_in_two(page: Reading, i: int, first: int) -> bool:
    """Are a name and the line below it a byline together: "SARAH MILLER", "Staff Writer"?"""
    if not i < first - 1 or (i + 1 in page.cuts and not page.is_cut(i + 1, "byline", "contact")):
        return False
    return is_signature_of_two(page.items[i].text, page.items[i + 1].text)


def _signs_above_date(page: Reading, i: int, first: int) -> bool:
    """Is a line below the title a name, and the next one the time of publication?"""
    return 0 < i < first - 1 and is_timestamp(page.items[i + 1].text) and are_names(page.items[i].text)


def field_of(text: str) -> Literal["published", "modified"]:
    """The field that a timestamp gives: "Updated 3 May" is the date of modification."""
    return "modified" if _MODIFIED.search(text) else "published"


def read_dateline(page: Reading) -> None:
    """Move the dateline before the first paragraph to its field; a day alone becomes the date of publication.

    This pass is late, since the first paragraph is known only when everything above it is cut.
    """
    behind = False
    for i in page.left()[:_NEAR]:
        line = page.items[i]
        signed = _signed_before_dateline(line.text)
        found = read_opening(line.text[signed:])
        if found and line.words >= _SHORTEST and (found.agency or line.prose) and (found.sure or not behind):
            if signed:
                page.facts.append(claim("byline", line.text[:signed].strip(), "byline line"))
                page.edits.append(
                    Edit(line.start, line.start + signed, "", "byline.before-dateline", moved_to="authors")
                )
            _move_dateline(page, line.start + signed, found)
            return
        behind = behind or line.prose


def _signed_before_dateline(text: str) -> int:
    """The width of a byline that a dump has glued to the dateline behind it; 0 for none.

    >>> _signed_before_dateline("By Ann Lee LEEDS (Reuters) - The harbour stays shut.")
    11
    """
    if not is_led(text):
        return 0
    at = (m.start() for m in _SHOUTED.finditer(text[:_LONGEST]))
    return next((i for i in at if is_byline(text[:i]) and (found := read_opening(text[i:])) and found.sure), 0)


def _move_dateline(page: Reading, start: int, found: Opening) -> None:
    end = start + len(found.raw)
    if found.place or found.agency:
        page.facts.append(Dateline(place=found.place, agency=found.agency, raw=found.raw.strip()))
        page.edits.append(Edit(start, end, "", "dateline.moved", moved_to="dateline"))
    else:
        page.facts.append(claim("published", found.day, "dateline"))
        page.edits.append(Edit(start, end, "", "timestamp.dateline", moved_to="date_published"))


_NEAR = 4
"""Bullet points, captions and notes on the author may come before the first paragraph."""

_SHORTEST = 8


def lines_above(page: Reading) -> Iterator[LineAbove]:
    """What was cut above the first line of prose, for stages that look for dates and authors.

    A long headline that stays above the text is not prose.
    """
    claims = [*page.document.claims("headline"), *(fact for fact in page.facts if isinstance(fact, Claim))]
    titles = frozenset(said.text.strip() for said in claims if said.field == "headline")
    first = next((i for i in page.left() if page.items[i].words > _PROSE and page.items[i].text not in titles), 0)
    for i in sorted(i for i in page.cuts if i < first):
        yield LineAbove(page.items[i].text, page.cuts[i].taken_for)


def end_with_words(page: Reading) -> None:
    """Cut a line of underscores or stars below the last paragraph, which separated it from what was cut."""
    for i in reversed(page.left()):
        if any(ch.isalnum() for ch in page.items[i].text):
            return
        page.cut(i, "other.rule")
