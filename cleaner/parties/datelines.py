"""Datelines: place, day and agency before the first paragraph, "LEEDS, England, 3 May (AP) —".

Every newsroom has its own style: capitals or not, a day or not, the agency in parentheses or between slashes, then a
dash, an underscore, a colon or nothing. So a dateline is read piece by piece, and the pieces decide: a known agency
needs no dash, an unknown place needs capitals or a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from cleaner.core import lazy_re as re
from cleaner.parties.bylines.shapes import is_organization_word
from cleaner.parties.vocabulary import Vocabulary, vocabulary

LONGEST = 160
"""The largest length of a dateline."""

_SHOUTS = """
BREAKING / BREAKING NEWS / UPDATE / UPDATED / WATCH / VIDEO / LIVE / EXCLUSIVE / OPINION / EDITORIAL / NEW / NOTE
/ WARNING / CORRECTION / READ / MORE / JUST IN / ANALYSIS / REVIEW / FACT CHECK / COMMENT / SPORT / FILE
"""
_LABELS = frozenset(label.strip() for label in _SHOUTS.split("/"))
_WORD = r"[A-ZÀ-Þ][\w.'’]*(?:-[\w.'’]+)*"
_SMALL = r"(?:de|del|la|las|los|el|do|da|dos|di|am|an|der|sur|of|and|und|upon|y|et|e) "
_OPENS = r"(?=[“\"'‘«„(¿¡\[A-ZÀ-Þ0-9])"
_DASH = r"(?:[—–―─]|-{2,3}|-(?= )|(?<= )-|_(?= ))"
_SIGN = re.compile(r"[(/:_—–―─]|-[- ]| -")
"""No dateline is without any of these, and few paragraphs begin with one: the full pattern is slow."""

_OUTLET = r"[A-Za-zÀ-ÿ][\w À-ÿ.&!-]{0,37}[\w!]"
_FRONT = re.compile(rf"\(?({_WORD}(?: {_WORD}){{0,2}})\)? ?(?:[—–―─]|--) ?(?=[A-ZÀ-Þ])")


class Opening(NamedTuple):
    """A dateline at the start of a paragraph; ``day`` is its date, ``raw`` its whole text with the dash."""

    place: str | None
    agency: str | None
    day: str
    raw: str

    @property
    def sure(self) -> bool:
        """Does it name an agency, or a place in capitals, so that it is a dateline even below a caption?"""
        return bool(self.agency) or (self.place is not None and _shouts(self.place))


def read_opening(text: str) -> Opening | None:
    """The dateline at the start of a paragraph.

    >>> read_opening("ELMSPORT, 19 March 2024 – The harbour reopened.")
    Opening(place='ELMSPORT', agency=None, day='19 March 2024', raw='ELMSPORT, 19 March 2024 – ')
    >>> read_opening("TUESDAY, June 2, 2015 (HealthDay News) -- Walking helps.")[:2]
    (None, 'HealthDay News')
    >>> read_opening("Washington (CNN)The Senate voted.")[:2], read_opening("COVID-19 is back, doctors say.")
    (('Washington', 'CNN'), None)
    """
    head = text[:LONGEST]
    front = _FRONT.match(head)
    if front and front[1].casefold() in vocabulary().newsrooms and not _is_weak(front[1]):
        rest = _opening_at(head, front.end())
        day, end = (rest.day, len(rest.raw)) if rest else ("", 0)
        return Opening(rest and rest.place, front[1], day, head[: front.end() + end])
    return _opening_at(head, 0)


def _opening_at(head: str, at: int) -> Opening | None:
    found = _pattern(vocabulary()).match(head, at) if _SIGN.search(head, at) else None
    if found is None or found.end() == at:
        return None
    place = (found["place"] or "").strip(" ,") or None
    day = (found["day"] or found["within"] or "").strip(" ,.")
    agency = found["agency"] or found["slashed"]
    if agency and not place and _is_known(agency):
        place, agency = agency, None
    opening = Opening(place, agency, day, found[0])
    return opening if _holds(opening, found) else None


def _holds(opening: Opening, found: re.Match[str]) -> bool:
    """Are the pieces sufficient for a dateline?"""
    place, agency, end = opening.place, opening.agency, (found["end"] or "").strip()
    known = place is not None and _is_known(place)
    shouts = place is not None and _shouts(place)
    if agency and not end:
        sure = known and shouts and agency.isupper() and len(agency) > 2 and not _is_known(agency)  # "BOSTON (RNS) The"
        return sure or (
            _is_outlet(agency) and not _is_weak(agency) and (place is None or known or shouts or "," in place)
        )
    if agency:
        return _is_outlet(agency) or shouts or bool(opening.day)
    if place is None:
        return end not in ("", ":") and any(len(part) == _YEAR and part.isdigit() for part in opening.day.split())
    if end == ":":
        return shouts and (known or bool(opening.day)) and not _CAPTION.search(opening.raw)
    another = found.string[found.end() :].split()[0].casefold() in _places()
    return bool(end) and (bool(opening.day) or shouts or (known and not another))


def _shouts(place: str) -> bool:
    """Is a place in capitals, and neither a label, a person nor an acronym?"""
    city = _city(place)
    if not city.isupper() or sum(map(str.isalpha, city)) < _SHORTEST or place in _LABELS:
        return False
    first, _, more = city.partition(" ")
    return city != place or not more or _is_known(place) or not vocabulary().has("name.given", first)


_SHORTEST = 3
_CAPTION = re.compile(r" [–—-] ")
"""Picture agencies put a dash before the day: "LEEDS, ENGLAND - MAY 03: Supporters wave"."""


_YEAR = 4


def _city(place: str) -> str:
    return place.partition(",")[0]


def _places() -> frozenset[str]:
    return vocabulary().words["place.datelines"]


def _is_known(place: str) -> bool:
    """Is it a known place of correspondents?"""
    return all(part.strip().casefold() in _places() for part in _city(place).split("/"))


_STATION = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?$")


def _is_outlet(name: str) -> bool:
    """Is it an agency or a newsroom, perhaps with a desk or region: "AP Exclusive", "dpa/lno", "CNSNews.com"?"""
    known = vocabulary()
    words = name.replace("/", " ").split()
    names = (" ".join(words[:n]).casefold() for n in range(len(words), 0, -1))
    if any(name in known.newsrooms for name in names):
        return True
    return is_organization_word(words[-1]) or _STATION.match(name) is not None


def _is_weak(name: str) -> bool:
    return name.casefold() in vocabulary().weak


def _day(known: Vocabulary) -> tuple[str, str]:
    """A pattern for days in datelines, in all known languages, and one for words that no place begins with."""
    month, weekday = (_any_of(known.words[group], _ABBREVIATED) for group in ("time.month", "time.weekday"))
    dated = rf"(?:{month}\b\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.?(?: de)? {month}\b\.?)(?:(?:,| de)? \d{{4}}\b)?"
    day = rf"(?:(?:{weekday}\b\.?,? ?)?{dated}|{weekday}\b|\d{{1,2}}(?= \())"
    return day, rf"(?:{dated}|{_any_of(known.words['time.weekday'], _SPELT_OUT)}\b)"


def _any_of(words: Iterable[str], more_than: int) -> str:
    """A pattern for one of some words, in any case, the longest first."""
    long = {word.rstrip(".") for word in words if len(word) > more_than}
    return f"(?i:{'|'.join(map(re.escape, sorted(long, reverse=True)))})"


_ABBREVIATED, _SPELT_OUT = 2, 5


@cache
def _pattern(known: Vocabulary) -> re.Pattern[str]:
    day, dated = _day(known)
    word = rf"(?!{dated}){_WORD}"
    city = rf"{word}(?:(?: |/| ?& ?)(?:{_SMALL}){{0,2}}{word}){{0,4}}"
    region = rf" ?[(\[]{_WORD}[)\]](?= ?[,\[])|, ?{word}(?: {_WORD}){{0,2}}"
    return re.compile(
        rf"(?P<place>{city}(?:{region}){{0,2}})?"
        rf"(?:(?:,| ?[–—-]|\.)? ?(?:\((?P<within>{day})\)|(?P<day>{day})))?"
        rf"(?:,? ?(?:--|—|–)? ?(?:\((?P<agency>{_OUTLET}(?:/[\w-]{{2,12}}|, {_WORD})?)\)|/(?P<slashed>{_OUTLET})/))?"
        rf"(?P<end>[.,]? ?{_DASH}\s?|\.?: ?| )?{_OPENS}"
    )
