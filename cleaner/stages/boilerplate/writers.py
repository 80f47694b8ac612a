"""The author of a dump that has lost its byline, from what newspapers print below a story.

"Ann Lee is a writer in Leeds", "Write to Ann Lee at ann.lee@example.org", "Follow Bo Xi on Twitter @boxi", "(Reporting
by Ann Lee; Editing by Tom Bright)": each says who wrote the text. A press release says whom to ask with the same words
("Contact Ann Lee at …"), so only wordings count that invite readers to the writer. A name needs a second witness: it is
one that people have, or the address spells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.core import lazy_re as re
from cleaner.core.facts import claim
from cleaner.parties.bylines import parse_byline
from cleaner.parties.name_lists import is_likely_name
from cleaner.stages.boilerplate.bios import byline_of, people_in
from cleaner.stages.boilerplate.reading import Reading
from cleaner.text.words import bare

_FIRST = 3
"""Above a story its author's bio is among so many lines."""

_LAST = 12
"""Below a story the note on its author is among so many lines."""

_BIOS = ("bio", "copyright")
"""What a line with a bio is cut as: "Ann Lee is the editor of The Courier. © 2024 The Courier"."""

_MOST = 6
"""More people than this are no authors of a dump, but a list of a newspaper's staff."""

_NOTES = re.compile(
    r"(?:^|[.!?)\"”’'] |[•●–—*|] ?)(?:"
    r"(?:write to|follow|tweet|e-?mail|reach"
    r"|contact(?=.{0,160}\bfollow (?:her|him|them)\b)) (?P<asked>(?-i:[A-Z]).{4,240})"
    r"|(?P<reached>(?-i:[A-Z]).{4,60}) can be (?:reached|contacted|followed)\b"
    r"|to contact the (?:reporters?|authors?) (?:on|of|for|responsible for) this story:?"
    r" (?P<contact>(?-i:[A-Z]).{4,240})"
    r"|\(?reporting (?:and writing )?by (?P<reporting>(?-i:[A-Z])[^;()]{4,160})"
    r"|(?:click here (?:to|for) )?(?:read )?more (?:from|by) (?P<more>(?-i:[A-Z]).{4,40})"
    r")",
    re.IGNORECASE,
)
_CUES = (
    "write to ",
    "follow ",
    "tweet ",
    "mail ",
    "reach ",
    "contact ",
    " can be ",
    "ing by ",
    "more from ",
    "more by ",
)
"""No note is without one of these."""

_SOURCE = re.compile(r"\b(?:more information|interviews?|media|press)\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\[email\W+protected\]|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]{1,64}|@\w{1,40}"
    r"|\b(?:twitter|facebook|instagram|linkedin|e-?mail)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?:at|in|on|via|by|through|for)\b:?|[’']s\b|[(:]|(?<=[^\W\d_]{2})[.!?](?: |$)")
_JOINT = re.compile(r",? and |, ", re.IGNORECASE)


def claim_writers(page: Reading) -> None:
    """Claim the authors of a dump without a byline from the notes above and below its story."""
    if page.on_page or byline_of(page):
        return
    ends = _ends(page)
    bios = [i for i in ends if i in page.cuts and page.cuts[i].taken_for in _BIOS]
    if not _claim(page, {i: list(_described(page.items[i].text)) for i in bios}):
        _claim(page, {i: list(_noted(page.items[i].text)) for i in ends})


def _ends(page: Reading) -> list[int]:
    """The items above the story and below it."""
    last = max((i for i in page.left() if page.items[i].prose), default=0)
    below = min(last + 1, len(page.items) - _LAST)
    return [*range(min(_FIRST, len(page.items))), *range(max(_FIRST, below), len(page.items))]


def _claim(page: Reading, found: dict[int, list[str]]) -> bool:
    """Claim the people found in some items, if they are not too many."""
    names = dict.fromkeys(name for each in found.values() for name in each)
    if not 0 < len(names) <= _MOST:
        return False
    page.facts += [claim("author", name, "bio line") for name in names]
    for i in page.cuts.keys() & {i for i, named in found.items() if named}:
        page.cuts[i] = page.cuts[i]._replace(moved_to="authors")
    return True


def _described(text: str) -> list[str]:
    return [name for name in people_in(text) if _is_person(name)]


def _noted(text: str) -> Iterator[str]:
    """The people to whom a note below a story sends its readers.

    >>> list(_noted("Write to Ann Lee at ann.lee@example.org and Bo Lind at bo.lind@example.org"))
    ['Ann Lee', 'Bo Lind']
    >>> list(_noted("Follow The Courier on Twitter")), list(_noted("Contact Ann Lee at ann.lee@example.org"))
    ([], [])
    """
    low = text.lower()
    if not any(cue in low for cue in _CUES):
        return
    letters = bare("".join(_ADDRESS.findall(text))).lower()
    for found in _NOTES.finditer(text):
        said = next(part for part in found.group("asked", "reached", "contact", "reporting", "more") if part)
        parts = (_BEHIND.split(part)[0] for part in _JOINT.split(_ADDRESS.sub("@ ", said)))
        if not _SOURCE.search(said):
            names = (part.replace("@", " ").strip() for part in parts)
            yield from (name for name in names if _is_author(name, letters))


def _is_author(name: str, letters: str = "") -> bool:
    """Is a name that of a person by two signs: a given name, an address that spells the surname, no word of a firm?

    >>> _is_author("Tara Law", "taralawexampleorg"), _is_author("Fox News", "foxnewscom"), _is_author("Xu Qi")
    (True, False, False)
    """
    words = name.split()
    if not 2 <= len(words) <= 4:
        return False
    last = bare(words[-1]).lower()
    signs = is_likely_name(name.title()), len(last) > 2 and last in letters, _is_person(name)
    return sum(signs) > 1


def _is_person(name: str) -> bool:
    byline = parse_byline(f"By {name}")
    return len(byline.authors) == 1 and not byline.agencies
