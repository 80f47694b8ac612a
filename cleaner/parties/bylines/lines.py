"""Lines that are nothing but a byline.

In doubt, the answer is no: prose taken for a byline loses a sentence, and a photo credit taken for one invents an
author.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from cleaner.core import lazy_re as re
from cleaner.language import Languages, active
from cleaner.parties.bylines.credits import has_credit_label
from cleaner.parties.bylines.grammar import read
from cleaner.parties.bylines.leads import has_contact, is_led, unmarked, written_part
from cleaner.parties.bylines.reading import Reading
from cleaner.parties.bylines.roles import is_head, role_end
from cleaner.parties.bylines.segments import Segment, segments_of
from cleaner.parties.bylines.shapes import is_name
from cleaner.parties.bylines.tokens import is_template, part_template
from cleaner.parties.name_lists import is_likely_name
from cleaner.parties.vocabulary import Vocabulary, match, vocabulary

_LONGEST = 240
_LONGEST_ROLE = 60
_MOST_SMALL_WORDS = 8
_DATED = re.compile(r"\d+[./:-]\d+[./:-]?\d*\w*|\d+(?:st|nd|rd|th)")


def is_byline(line: str) -> bool:
    """Is a whole line a byline?

    A name alone is not a byline: it may be a heading, or a speaker in an interview. A byline has a lead-in, or a person
    with a role, a newsroom or a date. Rows of tables and the signatures of tweets are not bylines.

    >>> is_byline("By Ann Lee and Bo Xi, Associated Press"), is_byline("Ann Lee, Political Correspondent")
    (True, True)
    >>> is_byline("By the time Ann Lee came, Bo Xi had left."), is_byline("Ann Lee"), is_byline("Von der Leyen")
    (False, False, False)
    >>> is_byline("Ann Lee/Getty Images"), is_byline("Von Anna Keller, Elmsport"), is_byline("By Leeds, Hull is near")
    (False, True, False)
    """
    return _is_byline(unmarked(line), active())


@lru_cache(maxsize=1 << 10)
def _is_byline(text: str, _: Languages) -> bool:
    """Cached, since a third of all lines are checked more than once; the answer depends on the languages in use."""
    if not 4 <= len(text) <= _LONGEST:
        return False
    text = written_part(text)
    if len(text) < 4 or not text[0].isalnum() or text[-1] in "?!:":
        return False
    if sum([word[0].islower() for word in text.split()]) > _MOST_SMALL_WORDS or not _could_be(text):
        return False
    if has_credit_label(text):
        return False
    kept, rest = part_template(text)
    if not kept or not is_template(rest):
        return False
    parts = [part for part in segments_of(kept, credit=False) if not _is_section(part)]
    if [len(p.words) for p in parts] == [1, 1]:
        return False
    if is_led(text) and len(parts) > 1 and _is_place(parts[-1]) and are_names(" ".join(parts[0].words)):
        parts = parts[:-1]
    reading = read(parts, credit=False)
    if reading.unread or any(len(p.words) < 2 for p in reading.people):
        return _is_led_given_name(text)
    if is_led(text) or is_led(" ".join(kept).lstrip("|·•- ")):
        return _is_signed(reading)
    return _is_plain(reading, parts, rest, has_contact(text)) or _is_desk(reading, text)


def _is_place(part: Segment) -> bool:
    """May the last part of a byline say where the writer is: "By Ann Lee, Elmsport"?"""
    return part.before == "," and len(part.words) < 3 and all(word[0].isupper() for word in part.words)


def _is_led_given_name(text: str) -> bool:
    """Is a line "By" and one given name, as blogs sign: "by Mark"?"""
    by, _, name = text.partition(" ")
    return by.casefold() in _BY and name.istitle() and name.isalpha() and vocabulary().has("name.given", name)


_BY = ("by", "von", "par", "por")


def is_signature_of_two(names: str, below: str) -> bool:
    """Whether two lines are a byline together: one name or several, and below them a role, a newsroom or an agency.

    >>> is_signature_of_two("SARAH MILLER", "Staff Writer"), is_signature_of_two("Jane Rowan and Ann Lee", "CNN")
    (True, True)
    >>> is_signature_of_two("Sarah Miller", "She was born in Leeds."), is_signature_of_two("Human Rights", "CNN")
    (False, False)
    """
    shouted = names.isupper() and is_head(below.split()[-1])
    return are_names(names, known=not shouted) and says_what_one_is(below)


def are_names(line: str, *, known: bool = True) -> bool:
    """Whether a line is nothing but names of people, ``known`` ones by the lists.

    >>> are_names("LUCÍA ORTEGA"), are_names("Jane Rowan and Ann Lee"), are_names("Harbour Plan")
    (True, True, False)
    """
    people = [part.split() for part in _JOINING.split(line)]
    if len(people) > _MOST_NAMES or not all(2 <= len(words) <= 4 and is_name(words) for words in people):
        return False
    return not known or all(is_likely_name(" ".join(words).title()) for words in people)


_JOINING = re.compile(r",? (?:and|und|et|y|e|&) |, ")
_MOST_NAMES = 4


_SPECIAL = re.compile(r"(?:special to |for )?(?:the )?", re.IGNORECASE)


def says_what_one_is(line: str) -> bool:
    """Whether a line below a byline is its writer's newsroom, role or both: "HealthDay Reporter", "USAToday".

    >>> says_what_one_is("CNN Medical Producer"), says_what_one_is("USAToday"), says_what_one_is("Rain in Leeds")
    (True, True, False)
    """
    words = _SPECIAL.sub("", line, count=1).split()
    if not words or len(line) > _LONGEST_ROLE or line[-1] in ".?!:":
        return False
    known = vocabulary()
    folded = [word.casefold().strip(",") for word in words]
    outlet = match(known.agency_phrases, folded, 0)
    if outlet and " ".join(folded[:outlet]) not in known.newsrooms:
        return False
    rest = words[outlet:]
    if not rest or (outlet and len(rest) == 1 and rest[0].istitle()):
        return " ".join(folded[:outlet]) not in known.weak
    return role_end(rest) == len(rest) or (len(words) == 1 and folded[0] in _unspaced(known))


@cache
def _unspaced(known: Vocabulary) -> frozenset[str]:
    return frozenset(name.replace(" ", "") for name in known.newsrooms if " " in name)


def _is_section(part: Segment) -> bool:
    """Whether a segment behind a bar is the name of a section: "By Ann Lee | News"."""
    return part.before in _BARS and all(vocabulary().has("words.kicker", word) for word in part.words)


def _is_desk(reading: Reading, text: str) -> bool:
    """Whether a line is the name of a desk and nothing else: "Staff Reporter", "Web Desk"."""
    return (
        bool(reading.desks) and not reading.people and not reading.outlets and len(text.split()) <= 3 and text.istitle()
    )


def _could_be(text: str) -> bool:
    """Has a line a lead-in, a joint or a given name at all? Most lines have none, and need no reading."""
    if is_led(text) or _JOINT.search(text):
        return True
    known = vocabulary()
    return any(known.has("name.given", word) or known.has("words.desk", word) for word in _WORD.findall(text))


def _is_signed(reading: Reading) -> bool:
    """Behind a lead-in: anybody of whom we know what they are."""
    return bool(reading.people or reading.desks) or _has_newsroom(reading)


def _is_plain(reading: Reading, parts: Sequence[Segment], rest: Sequence[str], contact: bool) -> bool:
    """Without a lead-in: a person first, then what only bylines have, set off from the name or behind a given name."""
    if not reading.people or any(len(p.words) > 3 and not _is_long_name(p.words) for p in reading.people):
        return False
    first = parts[0].words
    if not is_name(first[:2]) or match(vocabulary().agency_phrases, [w.casefold() for w in first], 0):
        return False
    if any(p.before in _OF_CREDITS for p in parts) and not any(p.role for p in reading.people):
        return False
    set_off = len(parts) > 1 and is_name(first) and parts[1].before in _SET_OFF
    told = any(p.role for p in reading.people) or _has_newsroom(reading)
    dated = any(_DATED.fullmatch(w) for w in rest) or any(vocabulary().has("time.month", w.rstrip(".")) for w in rest)
    given = vocabulary().has("name.given", first[0])
    if len(reading.people) > 1 and given and any(part.before == "in" for part in parts):
        return True
    return (told and (set_off or given)) or ((dated or contact) and given)


def _is_long_name(words: Sequence[str]) -> bool:
    """Are four words a name, and not the beginning of a headline: "Al Gore Hates This Climate Scientist"?"""
    return len(words) == 4 and is_likely_name(" ".join(words).title())


_JOINT = re.compile(r"[,|(–—·•&-]|\band\b", re.I)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_OF_CREDITS = frozenset(["/", "via", "for", "from", "on"])
_SET_OFF = frozenset([",", "|", "(", "-", "–", "—", "·", "•", "and", "&", "/"])
_BARS = frozenset(["|", "·", "•", "-", "–", "—"])


def _has_newsroom(reading: Reading) -> bool:
    known = vocabulary().newsrooms
    return any(
        outlet.casefold() in known or outlet.casefold().removeprefix("the ") in known for outlet in reading.outlets
    )
