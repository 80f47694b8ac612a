"""Author bios after the story: "Ann Lee is the author of Rain and teaches at Leeds."

News has the same wording ("Bo Xi is the director of the clinic"), so the wording proves nothing. The person does: the
author of a story is not part of it. So a bio must come after the last paragraph, begin with somebody whom no paragraph
mentions, say in the present tense what this person is or does, and be short. If the byline names the person, that is
enough: "Ann Lee writes every Sunday" needs no word for a role.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.facts import Claim
from cleaner.core.tables import Patterns
from cleaner.parties.name_codes import STOP
from cleaner.parties.name_lists import code_of, is_likely_name
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading

_WORDS = Patterns("bios.toml")

_NAME = r"(?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.(?:[A-Z]\.)*)"
_SHORTEST, _LONGEST = 5, 90
_FIRST = 5
"""Highlights and captions may come between the headline and the bio."""
_TOP, _LAST = 2, 4


def read_bios(page: Reading) -> None:
    """Cut bios of people who are not in the story, among its last lines, and those whose views are their own."""
    left, byline = page.left(), byline_of(page)
    if len(left) < _LAST + 1 or (page.on_page and not byline):
        return
    for i in left[:_FIRST]:
        _read_bio_above(page, i, left, byline)
    story = ""
    for i in reversed(left[-_LAST:]):
        found = note_on(page.items[i], byline)
        if found is None or (page.on_page and found not in byline):
            if page.items[i].prose and not _is_mostly_cut(page, page.items[i]):
                return
            continue
        story = story or _paragraphs(page, [k for k in left if k < left[-_LAST]])
        before = story + _paragraphs(page, [k for k in left[-_LAST:] if k < i])
        if re.search(rf"\b{re.escape(found)}\b", before):
            return
        page.cut(i, "bio.behind-story", f"{found} is not in the story")


def _is_mostly_cut(page: Reading, item: Item) -> bool:
    """Have rows cut most of its sentences?"""
    gone = sum(edit.end - edit.start for edit in page.edits if item.start <= edit.start < item.end)
    return gone * 2 > len(item.text)


def _read_bio_above(page: Reading, i: int, left: list[int], byline: str) -> None:
    """Cut a bio above the story if its views are its author's own, or if a dump does not name the person again.

    A story, too, begins with a person and a role: "Ann Lee is the mayor of Leeds." But it comes back to this person.
    """
    found = note_on(page.items[i], byline)
    if found is None or (page.on_page and found not in byline):
        return
    if _WORDS.views.search(page.items[i].text):
        page.cut(i, "bio.above-story", "the views are the author's own")
        return
    named = i in left[:_TOP] and not page.on_page and is_likely_name(people_in(page.items[i].text, byline)[0])
    if named and not re.search(rf"\b{re.escape(found)}\b", _paragraphs(page, [k for k in left if k != i])):
        page.cut(i, "bio.above-story", f"{found} is not in the story")


def _paragraphs(page: Reading, items: list[int]) -> str:
    return "\n".join(page.items[i].text for i in items if page.items[i].prose or not page.on_page)


def byline_of(page: Reading) -> str:
    """The authors of the story, from bylines and structured data."""
    claims = [*page.document.claims("byline", "author"), *(f for f in page.facts if isinstance(f, Claim))]
    return "\n".join(claim.text for claim in claims if claim.field in ("byline", "author"))


def note_on(item: Item, byline: str = "") -> str | None:
    """The last name of the person whose bio a line is, or None; ``byline`` names the authors of the story.

    >>> note_on(Item(0, 0, "Ann Lee is the author of Rain and teaches at Leeds."))
    'Lee'
    >>> note_on(Item(0, 0, "Ann Lee is the director of the clinic, the mayor said on Monday.")) is None
    True
    >>> note_on(Item(0, 0, "Ann Lee writes every Sunday."), "By Ann Lee")
    'Lee'
    >>> note_on(Item(0, 0, "Ann Lee writes every Sunday.")) is None
    True
    """
    names = people_in(item.text, byline)
    return next((word for word in reversed(names[0].split()) if len(word) > 1), None) if names else None


def people_in(text: str, byline: str = "") -> list[str]:
    """The one or two people whose bio a text is.

    >>> people_in("• Ann Lee and Bo Xi are staff writers."), people_in("Rain Aid is a charity in Leeds.")
    (['Ann Lee', 'Bo Xi'], [])
    """
    words = text.count(" ") + 1
    if not _SHORTEST <= words <= _LONGEST:
        return []
    found = _WORDS.note.match(_EDITOR.sub("", text.strip(_MARKS)))
    if not found or code_of(found["name"].split()[0]) & STOP or _WORDS.organization.match(found["rest"]):
        return []
    if _WORDS.past.search(found["rest"]):
        return []
    told = words > _SHORTEST and not found["rest"].startswith("also ") and _WORDS.role.search(found["rest"])
    if not told and found["name"] not in byline:
        return []
    return [name for name in found.group("name", "other") if name]


_MARKS = "*_()[]—–-•⦁●▪ "
_EDITOR = re.compile(r"^editor['’]?s['’]? note ?[:–—-] ?", re.IGNORECASE)
