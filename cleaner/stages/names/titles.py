"""What comes beside a name: honorifics, suffix, and the role in the words of the text.

*Dr.* and *Mrs.* are honorifics and kept as such; *U.S. Secretary of State* is a role, and it is what a reader wants to
know of a person. It stands in front of the name (``U.S. Secretary of State Antony Blinken``) or behind it, between
commas (``Antony Blinken, the U.S. secretary of state, …``). Roles told in any other way are left alone: reading them is
understanding sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, takewhile
from typing import NamedTuple

from cleaner.core import lazy_re as re
from cleaner.parties.name_codes import NATIONALITY, ROLE, STOP, fold
from cleaner.parties.name_lists import NameTables, code_of, cues, is_role, name_tables
from cleaner.parties.vocabulary import vocabulary
from cleaner.stages.names.candidates import is_heading

_SUFFIX = re.compile(r",?\s(Jr\.?|Sr\.?|Jnr|Snr|I{1,3}|I?V|VI{0,3}|IX|X{1,3}I{0,3}|XI?V|XVI{0,3})$")
_BEHIND = re.compile(r"\s?,\s((?:[^,.;:()\n–—]|(?<=\b[A-Z])\.){3,80}?)\s?(?=[,;)\n–—]|(?<!\b[A-Z])\.)")
_LEFT = 100
_LONGEST_IN_HEADING = 3
"""Where every word is capitalised, a longer role takes in the verb in front of it."""
_APOSTROPHE = re.compile("['’]")
_CLOSING = '"”’»“'
_WORD = re.compile(r"\S+")


class Beside(NamedTuple):
    """What comes beside a name."""

    honorifics: tuple[str, ...] = ()
    role: str | None = None


def split_suffix(name: str) -> tuple[str, str | None]:
    """A name and its suffix.

    >>> split_suffix("Robert F. Kennedy Jr."), split_suffix("Bo Xi")
    (('Robert F. Kennedy', 'Jr.'), ('Bo Xi', None))

    A number behind one name alone is part of it:

    >>> split_suffix("Elizabeth II")
    ('Elizabeth II', None)
    """
    suffix = _SUFFIX.search(name)
    if suffix is None or (" " not in name[: suffix.start()] and suffix[1][0] in "IVX"):
        return name, None
    return name[: suffix.start()], suffix[1]


def beside(text: str, spans: Iterable[tuple[int, int]], tables: NameTables | None = None) -> Beside:
    """The honorifics of the mentions at ``spans``, and their first role.

    In languages other than English a role is a title right in front of the name; nothing else is read.

    >>> beside("U.S. Secretary of State Antony Blinken left.", [(24, 38)])
    Beside(honorifics=(), role='U.S. Secretary of State')
    >>> beside("Ann Lee, the museum's director, left. Dr. Lee smiled.", [(0, 7), (42, 45)])
    Beside(honorifics=('Dr.',), role="museum's director")
    """
    tables = tables or name_tables()
    honorifics: dict[str, str] = {}
    role = None
    for start, end in spans:
        titles, found = in_front(text, start, tables)
        for title in titles:
            honorifics.setdefault(fold(title), title)
        role = role or found or (behind(text, end) if tables.is_english and " " in text[start:end] else None)
    return Beside(tuple(honorifics.values()), role)


def in_front(text: str, start: int, tables: NameTables) -> tuple[list[str], str | None]:
    """The honorifics and the role in front of a name."""
    line = max(text.rfind("\n", max(0, start - _LEFT), start) + 1, start - _LEFT, 0)
    words = _WORD.findall(text, line, start)
    if start and not text[start - 1].isspace():
        return [], None
    titles: list[str] = []
    while words and fold(words[-1]) in tables.cues["courtesy"] and (words[-1][0].isupper() or not tables.is_english):
        titles.insert(0, words.pop())
    role = _role(words) if tables.is_english else _title(words, tables)
    if role and len(role.split()) > _LONGEST_IN_HEADING and is_heading(text[line:].partition("\n")[0], tables):
        return titles, None
    return titles, role


def _title(words: list[str], tables: NameTables) -> str | None:
    """The titles that a row of words ends in, in a language other than English: *Bundestagspräsidentin*."""
    at = len(words)
    while at and _is_title(words[at - 1], tables):
        at -= 1
    if at and words[at - 1].rstrip(",")[-1:] in _CLOSING:
        return None  # what stands behind a quotation is its verb: *», juge Mme Binet*
    stem = words[-1][:-1] if tables.genitive and words[at:] and words[-1][-1] == "s" else ""
    words[-1:] = [stem] if tables.code(stem) & ROLE else words[-1:]  # "des Künstlers Guido Weggenmann"
    return " ".join(words[at:]) or None


def _is_title(word: str, tables: NameTables) -> bool:
    if tables.nouns:
        return (
            word[0].isupper() and bool(tables.code(word.rpartition("-")[2]) & ROLE) and word not in tables.cues["kin"]
        )
    return fold(word) in tables.titles and word not in tables.cues["kin"]


def _role(words: list[str]) -> str | None:
    """The role that a row of words ends in: as far left as its words go."""
    if not words or not _is_office(words[-1]):
        return None
    at = len(words) - 1
    while at and len(words) - at < 9 and _goes_on(words, at):
        at -= 1
    if words[at][0].islower() or (words[at].isupper() and words[-1][0].islower()):
        at = _to_boundary(words, at)
    if all(word.lower() in cues("portfolio") for word in words[at:] if _is_role(word)):
        return None  # Personal Health
    while at < len(words) - 1 and (fold(words[at]) in cues("link") | cues("determiner") or _opens(words[at])):
        at += 1
    if at == len(words) - 1 and code_of(words[at]) & STOP:
        return None  # Then Jay Powell
    return " ".join(words[at:]).strip("“”\"'‘’(") or None


def _is_office(word: str) -> bool:
    """Does a word end a role of one person, who is not told of as somebody's relative?"""
    if not _is_role(word) or _is_plural(word) or word.lower() in cues("kin") or word in cues("relation"):
        return False
    return word[-1] != "." or fold(word) in cues("abbreviated")


def _is_plural(word: str) -> bool:
    """Whether a role is said of several people, and so not of the first of them: *lawyers Ann Lee and Bo Xi*."""
    key = fold(word)
    return key in cues("plural") or (key.endswith("s") and is_role(key[:-1]))


def _is_role(word: str) -> bool:
    return is_role(word) or fold(word).rpartition("-")[2] in ("elect", "chief", "general")


def _opens(word: str) -> bool:
    """Whether a capitalised word only begins the sentence."""
    code = code_of(word)
    if word.lower() in cues("adjective"):
        return False  # "First lady", "New president"
    return bool(code & STOP) and not code & ROLE and not word.isupper() and "." not in word


def _goes_on(words: list[str], at: int) -> bool:
    """Does a role continue to the left of the word at ``at``?"""
    left, right = words[at - 1], words[at]
    if left[-1] in ',;:!?”")' or (left[-1] == "." and "." not in left[:-1] and fold(left) not in cues("abbreviated")):
        return False
    if left in cues("link"):
        of_it = left == "and" or words[-1].lower() in cues("portfolio")  # "adviser to President" is another's role
        return of_it and at > 1 and _is_role(words[at - 2]) and words[at - 2] not in cues("relation")
    if code_of(_APOSTROPHE.split(left)[0]) & STOP and _APOSTROPHE.search(left):
        return False  # That's
    if left[0].isupper():
        if left.lower() in cues("adjective") or left.isupper() or right[0].isupper() or right in cues("link"):
            return True
        return bool(code_of(left) & NATIONALITY)
    return left in cues("adjective") or (_is_role(left) and left not in cues("relation") | cues("boundary"))


def _to_boundary(words: list[str], at: int) -> int:
    """The start of a role in lower case, if an article, a comma or *and* bounds it: *the reality television* star."""
    for back in range(at - 1, max(-1, at - 4), -1):
        word = words[back]
        if word in cues("boundary") | cues("said_before") or word[-1] in ",;:" or not word[-1].isalnum():
            return at if _is_clause(words[back:at], words[at]) else back + 1
        if code_of(word) & STOP:
            break
    return at


def _is_clause(words: list[str], last: str) -> bool:
    """Is there a verb between a boundary and a role?

    *To investigate* former Vice President, *, naming* campaign manager, *"…" write* researcher.
    """
    first, *between = words
    if not between:
        return False
    if (first[-1] in _CLOSING and between[0].islower()) or (first == "to" and last in cues("adjective")):
        return True
    if any(_is_role(word) and word.lower() not in cues("portfolio") for word in between):
        return True
    if any(word.endswith("ed") and not last.endswith("ly") for last, word in pairwise(between)):
        return True
    return first not in cues("determiner") and between[0].endswith("ing")


def _own(words: list[str]) -> list[str]:
    """The text after a name, without degrees, up to the next person: *, M.D. and Bo Xi, …*."""
    while words and vocabulary().has("name.degree", words[0]):
        words = words[1:]
    told = next((at for at, word in enumerate(words) if word in cues("said_before")), len(words))
    if told < len(words):
        words = words[:told] if words[0] != "the" else []  # a name, the president said
    for at, word in enumerate(words[:-1]):
        if word in cues("link") and word not in cues("determiner"):
            behind = words[at + 1]
            another = word == "and" and behind[0].isupper() and not (_is_role(behind) or code_of(behind) & NATIONALITY)
            return words[:at] if another else words
    return words


def behind(text: str, end: int) -> str | None:
    """The role between commas behind a name."""
    match = _BEHIND.match(text, end, end + 100)
    if match is None:
        return None
    words = _own(match[1].split())
    if not words:
        return None
    if words[0] in cues("determiner"):
        words = words[1:]
        if not words:
            return None
    elif not (
        _is_role(words[0]) or words[0] in cues("adjective") or code_of(words[0]) & NATIONALITY or "." in words[0]
    ):
        return None
    words = list(takewhile(lambda word: word not in ("who", "that", "which"), words))
    until = next((i for i, word in enumerate(words) if word in cues("link")), len(words))
    if fold(words[-1]) in cues("abbreviated"):
        words = words[:until]  # "campaign manager for Mr."
    if not words or len(words) > 10 or words[0] == "then":
        return None
    if not any(_is_role(word) and word not in cues("relation") for word in words[:until]):
        return None
    return " ".join(words)
