"""The names in a statement about authors, without all that content systems put beside them.

A field that should hold a name holds "Posted on", "Super User", an address, the photographer, the paper itself, or
the name of an office that reads like two persons ("Customs and Border Protection"). What is no name of a person, a
desk or an agency is dropped here; whether a name is believed is weighed in :mod:`~cleaner.stages.names.authors`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from cleaner.core import lazy_re as re
from cleaner.core.facts import Claim
from cleaner.core.parts import Author
from cleaner.core.sources import Kind
from cleaner.core.tables import Patterns
from cleaner.parties.bylines import parse_byline, written_part
from cleaner.parties.bylines.roles import is_head
from cleaner.parties.bylines.tokens import part_template
from cleaner.parties.casing import repair_case
from cleaner.parties.name_codes import PARTICLE, STOP, WORD_2
from cleaner.parties.name_lists import code_of, is_likely_name
from cleaner.parties.vocabulary import vocabulary
from cleaner.timestamps import parse_timestamps, without_reading_time

_WORDS = Patterns("names/signatures.toml")

_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|net|html?)/|^/|^\d+$")
_HANDLE = re.compile(r"[(\[]?\S{0,80}@\S{1,80}")
_COMPANY = re.compile(r",? (?:inc|ltd|llc|gmbh|corp|plc|s\.a|e\.v)\.?$", re.I)
_JOINED = re.compile(r"[,;/|&•·\n(]|\d|\s[-–—]\s|\b(?:and|und|et|y|e|og|och|en|by|von|par|por|di|i|a)\b", re.I)
"""What shows that a string is more than one name: joints, and the small words before a name."""
_BETWEEN = re.compile(r"(?<=[^\W\d_]) (?:\((?:[^\W\d_][\w.’'-]{0,20}\s?){1,4}\)|[\"“][\w. ]{1,20}[\"”]) (?=[^\W\d_])")
"""Initials, a nickname or an earlier name between the parts of a name: "Richard (R.J.) Eskow"."""
_PAIR = re.compile(r"([^\W\d_]{2,20}) (?:and|&|und|et|y|e|og|och|en) ([^\W\d_]{2,20})", re.I)
"""Two people who sign with their given names: "Maria & Katerina"."""
_ARTICLE = re.compile(r"(?:the|das|die|der|les)\s", re.I)
"""What organizations begin with, and people do not."""
_LEAD_IN = re.compile(r"(?:by|von|par|por|di)\b[\s:|]{1,5}", re.I)
_TITLE = re.compile(r" ?(?:기자|특파원|記者|记者)$")
_SIGN = re.compile(r" ?\([a-zäöüß./]{2,6}\)(?=$|[,;])")
"""A reporter's sign behind the name: "Corina Gall (cog)"."""
_BRACKETS = "[]【】《》〈〉()（）•·|,;: "
_LONGEST = 300


def names_in(said: Claim, site: set[str]) -> Iterator[Author]:
    """Everybody whom a statement names as author, with kind and role. ``site`` are keys of the site's names."""
    raw = " ".join(said.text.split())
    text = bare(raw) if len(raw) <= _LONGEST else ""
    if not any(c.isalpha() for c in text) or _ADDRESS.search(text) or _WORDS.placeholder.fullmatch(text):
        return
    if _WORDS.checked.match(text):
        return
    led = _LEAD_IN.sub("", text, count=1).strip(" |-")
    structured = said.source.kind in (Kind.JSON_LD, Kind.META)
    if said.source.organization or _COMPANY.search(text):
        yield _organization(text, raw)
    elif _BETWEEN.search(text) and not _JOINED.search(_BETWEEN.sub(" ", text)):
        yield _single(text, raw, site)
    elif key(text) in site or (not _JOINED.search(text) and (structured or text.count(" ") < 2)):
        yield from _plausible([_single(_TITLE.sub("", text if structured else _unbuttoned(text)), raw, site)])
    elif led != text and " " not in led:
        yield from _plausible([_single(led, raw, site)] if not _WORDS.placeholder.fullmatch(led) else [])
    elif (pair := _PAIR.fullmatch(led)) and all(map(is_likely_name, pair.groups())):
        yield from (_single(name, raw, site) for name in pair.groups())
    else:
        yield from _parsed(text, led, raw, site, said)


def _parsed(text: str, led: str, raw: str, site: set[str], said: Claim) -> Iterator[Author]:
    byline = parse_byline(text)
    persons = list(_plausible([_single(a.name, raw, site, a) for a in byline.authors]))
    structured = said.source.kind in (Kind.JSON_LD, Kind.META)
    sentence = sum(w[0].islower() for w in text.split()) > 1
    if not byline.authors and not byline.agencies and not sentence and not _JOINED.search(text):
        persons = list(_plausible([_single(_TITLE.sub("", text), raw, site)]))
    known = any(is_likely_name(a.name) for a in persons)
    if persons and not known and ((sentence and structured) or _is_split(text, led, persons)):
        yield from [_organization(led, raw)] if structured or _ARTICLE.match(led) else []
        return
    yield from persons
    if said.field == "author" or not any(is_person(a) for a in persons):
        for name in byline.agencies:
            if name.islower() and is_head(name):
                continue  # "From our correspondent" names nobody
            yield Author(name=name, kind="desk" if _WORDS.desk.search(name) else "agency", raw=raw)


def _unbuttoned(text: str) -> str:
    """A name without the button beside it: "MrExample Follow"; empty if it is all buttons: "Full Bio"."""
    kept, rest = part_template(text)
    return " ".join(kept) if rest else text


def _is_split(text: str, led: str, found: Sequence[Author]) -> bool:
    """Is a part of an organization's name taken for a person's: "Church and Life", "The Leeds Post Reporter"?"""
    if _ARTICLE.match(found[0].name):
        return True
    alone = len(found) == 1 and " " not in found[0].name and found[0].role is None
    return alone and led == text and _JOINED.search(text) is not None


def bare(text: str) -> str:
    """A statement without labels, handles, addresses, dates, signs and those who took the pictures.

    >>> bare("Eingestellt von Ann Lee @annlee"), bare("Story by Ann Lee, photos by Bo Xi")
    ('Ann Lee', 'By Ann Lee')
    """
    text = written_part(_HANDLE.sub("", without_dates(_WORDS.label.sub("", text))))
    return _SIGN.sub("", text).strip(_BRACKETS)


def without_dates(text: str) -> str:
    """A byline without the timestamps and reading times in it."""
    for _ in range(2):
        stamp = next(parse_timestamps(text), None)
        if stamp is None or stamp.rest == text or not any(c.isdigit() for c in stamp.raw):
            break
        text = " | ".join(part for part in (stamp.before, stamp.after) if part)
    return without_reading_time(text)


def _single(name: str, raw: str, site: set[str], parsed: Author | None = None) -> Author:
    """One name with its kind; a role that the byline parser found is kept."""
    half = name[: len(name) // 2]
    name = half if name == f"{half} {half}" else name
    kind = "desk" if _is_outlet(key(name), site) else _kind(name)
    if kind == "person":
        name = _without_site(name, site)
    if kind == "person" and name.isupper() and " " in name:
        name = repair_case(name.split())
    if parsed is not None and kind == "person":
        return parsed.model_copy(update={"name": name, "raw": raw})
    return Author(name=name, kind=kind, raw=raw)


def _without_site(name: str, site: set[str]) -> str:
    """A name without the site's beside it: "Ann Lee HarbourCourier", "Courier-Experte Bo Xi"."""
    words = name.split()
    if len(words) > 2 and _is_outlet(key(words[0]), site):
        words = words[1:]
    if len(words) > 2 and key(words[-1]) in site:
        words = words[:-1]
    return " ".join(words)


def _is_outlet(name: str, site: set[str]) -> bool:
    """Is a name the site's own, or one that begins with it: "Courier Sport", "The Courier with dpa"?"""
    bare_name = name.removeprefix("the")
    return name in site or any(len(own) > 5 and bare_name.startswith(own.removeprefix("the")) for own in site)


def _organization(name: str, raw: str) -> Author:
    kind = _kind(name)
    return Author(name=name, kind="desk" if kind == "person" else kind, raw=raw)


def _kind(text: str) -> Literal["person", "desk", "agency"]:
    if is_agency(text):
        return "agency"
    named_like_one = _ARTICLE.match(text) is not None and not is_likely_name(text)
    return "desk" if named_like_one or _WORDS.desk.search(text) or _WORDS.organization.search(text) else "person"


def _plausible(found: list[Author]) -> Iterator[Author]:
    return (a for a in found if a.name and (a.kind != "person" or not _is_phrase(a.name)))


def _is_phrase(name: str) -> bool:
    """Is a would-be name plain words: "See More", "Publiziert am", "Border Protection"?"""
    words = [w.strip(".,'’\"()") for w in name.split()]
    if (
        len(words) > 1
        and any(w.islower() and len(w) > 1 and not code_of(w) & PARTICLE for w in words)
        and name != name.lower()
    ):
        return True
    if len(words) > 1 and any(map(str.isdigit, name)):
        return True
    codes = [code_of(w) for w in words if len(w) > 1]
    is_plain = bool(codes) and name.isascii() and all(code & (WORD_2 | STOP) for code in codes)
    return is_plain and not is_likely_name(name)


def is_agency(name: str) -> bool:
    """Is this a wire agency's name?"""
    return name.casefold().removeprefix("the ") in vocabulary().wires


def is_desk(name: str) -> bool:
    """Is this the name of a newsroom's desk ("Staff", "Sports Desk", "Redaktion")?"""
    return _WORDS.desk.search(name) is not None


def is_person(author: Author) -> bool:
    """Surely a person: a full name, not one word such as "amw" or "Sources"."""
    return author.kind == "person" and (" " in author.name or not author.name.isascii())


def key(name: str) -> str:
    """A name without case, accents, dots and blanks: "José  Díaz" and "Jose Diaz" are one."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in folded if c.isalnum())
