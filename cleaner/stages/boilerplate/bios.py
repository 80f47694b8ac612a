"""Author bios after the story: "Ann Lee is the author of Rain and teaches at Leeds."

News has the same wording ("Bo Xi is the director of the clinic"), so the wording proves nothing. The person does: the
author of a story is not part of it. So a bio must come after the last paragraph, begin with somebody whom no paragraph
mentions, say in the present tense what this person is or does, and be short. If the byline names the person, that is
enough: "Ann Lee writes every Sunday" needs no word for a role.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.facts import Claim, claim
from cleaner.parties.name_lists import is_likely_name
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading

_NAME = r"(?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.(?:[A-Z]\.)*)"
_NOTE = re.compile(
    rf"(?P<name>(?:(?:Dr|Prof|Mr|Ms|Mrs|Rev)\.? )?{_NAME}(?: (?:{_NAME}|de|van|von|al|bin)){{1,4}}),?"
    r" (?:\([^()]{2,40}\),? )?"
    r"(?P<rest>(?:is|was|has been|has written|serves|works|teaches|covers|writes|reports|studies|lives|hosts|blogs"
    r"|tweets|edits|currently|also|contributed|holds|leads|runs|directs|practices|a|an|the|ist|arbeitet|schreibt|lebt"
    r"|est|es|è|é|Jahrgang|[a-z]+ emeritus)\b.{8,600})$",
    re.DOTALL,
)
_ROLE = re.compile(
    r"\b(?:authors?|co-author|editors?|writers?|columnists?|professor|lecturer|fellow|hosts?|founder|co-founder|directors?"
    r"|reporters?|correspondents?|journalists?|contributors?|contributing|analysts?|attorney|lawyer|producer|strategist"
    r"|commentator|bloggers?|historian|scholar|researcher|student|consultant|teacher|chairman|chair|president|senator"
    r"|expert|member|manager|candidate|adviser|advisor|assistant|associate|books?|podcast|newsletter|newspaper|magazine"
    r"|university|institute|college|syndicated|opinion|twitter|based in|news|Autor(?:in)?|Journalist(?:in)?"
    r"|Redakteur(?:in)?|Studium"
    r"|journaliste|periodista|giornalista|jornalista)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|told|died|announced|declined|had|did|will|would|could|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SHORTEST, _LONGEST = 5, 90
_LAST = 4


def read_bios(page: Reading) -> None:
    """Cut bios of people who are not in the story, among its last lines."""
    left, byline = page.left(), _byline(page)
    if len(left) < _LAST + 1 or (page.on_page and not byline):
        return
    story = ""
    for i in reversed(left[-_LAST:]):
        found = note_on(page.items[i], byline)
        if found is None or (page.on_page and found not in byline):
            if page.items[i].prose:
                return
            continue
        story = story or _paragraphs(page, [k for k in left if k < left[-_LAST]])
        before = story + _paragraphs(page, [k for k in left[-_LAST:] if k < i])
        if re.search(rf"\b{re.escape(found)}\b", before):
            return
        page.cut(i, "bio.behind-story", f"{found} is not in the story")


def _paragraphs(page: Reading, items: list[int]) -> str:
    return "\n".join(page.items[i].text for i in items if page.items[i].prose or not page.on_page)


def _byline(page: Reading) -> str:
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
    name = _named_in(item, byline)
    return next((word for word in reversed(name.split()) if len(word) > 1), None) if name else None


def _named_in(item: Item, byline: str = "") -> str | None:
    if not _SHORTEST <= item.words <= _LONGEST:
        return None
    found = _NOTE.match(_EDITOR.sub("", item.text.strip("*_()[]— ")))
    if not found or _PAST.search(found["rest"]):
        return None
    if found["name"] not in byline and not (item.words > _SHORTEST and _ROLE.search(found["rest"])):
        return None
    return found["name"]


_EDITOR = re.compile(r"^editor['’]?s['’]? note ?[:–—-] ?", re.IGNORECASE)


def claim_writer(page: Reading) -> None:
    """Take the one person whose bio stands above or below a dump's story for its author, where it names no other."""
    if page.on_page or _byline(page):
        return
    last = len(page.items) - _LAST
    bios = [i for i, cut in page.cuts.items() if cut.taken_for == "bio" and (i < _FIRST or i >= last)]
    names = {name for i in bios if (name := _named_in(page.items[i])) and is_likely_name(name)}
    if len(names) == 1:
        page.facts.append(claim("author", names.pop(), "bio line"))
        for i in bios:
            page.cuts[i] = page.cuts[i]._replace(moved_to="authors")


_FIRST = 3
"""Above a story its author's bio is among so many lines."""
