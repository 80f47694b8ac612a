"""Runs of capitalised words, where names may be.

A name is a run of capitalised words, with the particles of many languages in between (*Luis de la Fuente*, *Ursula von
der Leyen*, *Mohammed Ben Sulayem*) or a nickname in quotes (*Robert "Bobby" Lee*). Only such runs are looked at: nine
words in ten of a news text are lower case and cost nothing.

A word of a run is an index into the parallel lists of :class:`Runs`: an object a word would cost more than all that is
asked of it. For the same reason what is known of a word by itself is kept for the next text in which it stands.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from cleaner.core import lazy_re as re
from cleaner.parties.name_codes import (
    BREAKS,
    FAMILY,
    FAMILY_2,
    GIVEN,
    HONORIFIC,
    KNOWN,
    LAND,
    NATIONALITY,
    ORGANIZATION,
    PARTICLE,
    ROLE,
    STOP,
    SUFFIX,
    TEAM,
    WORD,
    WORD_2,
    fold,
)
from cleaner.parties.name_lists import LONGEST, NameTables

LONGEST_RUN: Final = 24
_LONGEST_GAP: Final = 30
MOST_KEPT: Final = 50_000
_UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u024f"
_PREFIXES = "|".join(
    rf"(?<=(?<![^\W_])(?<!\w-){prefix}[-'’].)" for prefix in ("(?:al|el|ul|ur|as|an|ad|ar|at|az|de)", "ash", "[dl]")
)
_CAPITAL = re.compile(
    rf"[{_UPPER}](?:(?<![^\W_].)(?<!\w-.)(?<![@#].)|{_PREFIXES})(?:(?:(?<=[AE])l|(?<=[DLO]))[-'’][{_UPPER}])?"
    r"(?:\.(?:-?[A-Z]\.)*(?!\w)|[^\W_]*(?:(?:['’](?!(?:s|S)\b)|-)[^\W_]+)*)"
)
"""A word from its first capital on. Looking back from there costs a fifth of trying every article in front of it."""
_PREFIX = re.compile(r"(?<![^\W_])(?<!\w-)(?:al|el|ul|ur|as|ash|an|ad|ar|at|az|d|l|de)[-'’]$")
_LINK = re.compile(r"\w+")
_NICKNAME = re.compile(r""" (?:["“] ?[\w' -]{2,20} ?["”]|['‘] ?[\w -]{2,20} ?['’]) (?=[A-Z])""")
_OPENING = frozenset("\"“'‘")
_ROMAN = frozenset(["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"])
_FIRST_OF_ROMAN = re.compile(r"I(?=[,.)’']| of\b| and\b|$)")
_OFFICE = re.compile(r"-(?:in-chief|elect|designate|general)$")
_COMPOUND = re.compile(r"-[a-z]{3,}(?:ed|ing|old|prone|style|time|owned|born)$|-(?:era|led|run|like|free|only)$")
_PREFIXED = frozenset("anti non pre post pro mid multi inter cross sub trans".split())  # noqa: SIM905
_ELIDED = re.compile(r"(?:[CDJLMNST]|Un|Qu|Del?l|Nel?l|All|Dall|Sull)['’][a-zà-ÿ]")
"""An article that has lost its vowel, in front of a plain word: *L’invitation*, *Dell'accordo*."""
_ARTICLE = re.compile(r"(?:al|el|ul|as|ash|an|ad|ar|at|az)-(?=\w{3})")
_INNER = re.compile(r"([A-Z][a-z]+|[A-Z]{2,}(?=[A-Z][a-z]))[A-Z]")
_AGENCIES = frozenset({"AP", "AFP", "UPI", "EPA", "PTI", "ANI"})
_MONTHS = frozenset("may june august april january".split())  # noqa: SIM905
_BEFORE_MONTH = re.compile(r"\b(?:[Ll]ast|[Nn]ext|[Ii]n|[Ss]ince|[Uu]ntil|[Ll]ate|[Ee]arly|[Ee]very) $")
_DAY = re.compile(r"\.? \d{1,4}\b(?!-)")


@cache
def _gap(links: str) -> re.Pattern[str]:
    """A pattern for what may come between two words of a name."""
    return re.compile(rf"[ \u00a0]((?:(?:{links})[ \u00a0]){{0,3}})")


class Runs:
    """The words of all runs: their positions, folded forms and codes, and whether they are in capitals.

    ``bounds`` holds where each run ends, as an index; the last one is the number of words.
    """

    def __init__(self, is_english: bool = True) -> None:
        self.is_english = is_english
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        self.codes: list[int] = []
        self.capitals: list[bool] = []
        self.bounds: list[int] = []

    def add(self, start: int, end: int, key: str, code: int, capitals: bool) -> None:
        """Take in a word."""
        self.starts.append(start)
        self.ends.append(end)
        self.keys.append(key)
        self.codes.append(code)
        self.capitals.append(capitals)

    def any_of(self, words: list[int], kinds: int) -> bool:
        """Whether one of the words is of one of the kinds."""
        for i in words:  # noqa: SIM110 (a generator costs three times as much)
            if self.codes[i] & kinds:
                return True
        return False


def find_runs(text: str, tables: NameTables) -> Runs:
    """The runs of capitalised words of ``text``, particles included.

    >>> from cleaner.parties.name_lists import name_tables
    >>> runs = find_runs("On Monday Ursula von der Leyen met Luis de la Fuente.", name_tables())
    >>> runs.keys, runs.bounds
    (['on', 'monday', 'ursula', 'von', 'der', 'leyen', 'luis', 'de', 'la', 'fuente'], [6, 10])
    """
    runs = Runs(tables.is_english)
    gap = _gap(tables.links)
    skip = first = last = 0
    for match in _CAPITAL.finditer(text):
        start, end = _start(text, match.start()), match.end()
        name = text[start:end]
        if start < skip or not _may_be_name(name):
            continue
        count = len(runs.starts)
        if count > first and not _joins(text, runs, (first, last, start), gap):
            skip = _nickname_end(text, runs, last, count - first)
            if start < skip:
                continue
            if not skip:
                runs.bounds.append(count)
                first = count
        name = _unglued(name, runs, first, tables)
        key, code, capitals, last = _word(text, name, start, start + len(name), tables)
        runs.add(start, last, key, code, capitals)
    if len(runs.starts) > first:
        runs.bounds.append(len(runs.starts))
    if tables.genitive:
        _cut_genitives(runs, tables)
    return runs


def _may_be_name(name: str) -> bool:
    """Is a word short enough for a name, with a capital in front?"""
    return len(name) <= LONGEST and (name[0] <= "\x7f" or name[0].isupper())


def _cut_genitives(runs: Runs, tables: NameTables) -> None:
    """Cut the *s* from a name that occurs elsewhere, or in the lists, without it, and end the name there: *Merkels
    Politik*.

    One that comes back, always with the *s*, and not only before nouns, is a name that ends in it: *Valtteri Bottas*.
    """
    keys = Counter(runs.keys)
    ends = {runs.keys[end - 1] for end in runs.bounds}
    cut: list[int] = []
    for i, key in enumerate(runs.keys):
        if key[-1:] != "s" or len(key) < 4 or runs.codes[i] & ~(WORD | FAMILY) or runs.codes[i] & FAMILY == FAMILY:
            continue
        code = tables.code_of_key(key[:-1])
        bare = key[:-1] in keys or (code & FAMILY_2 and (keys[key] == 1 or key not in ends)) or _owns(runs, i, ends)
        if code & KNOWN or (not code & (WORD | BREAKS) and bare):
            runs.keys[i], runs.codes[i] = key[:-1], code
            runs.ends[i] -= 1
            cut.append(i + 1)
    runs.bounds = sorted({*runs.bounds, *cut})


def _owns(runs: Runs, i: int, ends: set[str]) -> bool:
    """Is a name between a given name and a noun: *Annika Hipplers Buch*?"""
    codes, key = runs.codes, runs.keys[i]
    if not i or key in ends or codes[i] or not codes[i - 1] & GIVEN or i + 1 == len(codes):
        return False
    return bool(codes[i + 1] & WORD) and not codes[i + 1] & (GIVEN | PARTICLE)


def _start(text: str, capital: int) -> int:
    """The start of the word with its first capital here: *al-Assad*, *d'Arvor*."""
    if capital > 1 and text[capital - 1] in "-'’" and (prefix := _PREFIX.search(text, max(0, capital - 4), capital)):
        return prefix.start()
    return capital


def _nickname_end(text: str, runs: Runs, last: int, length: int) -> int:
    """The end of the nickname after the last word of a run of this length: *Robert "Bobby" Lee*; 0 for none."""
    quoted = length < LONGEST_RUN and text[last + 1 : last + 2] in _OPENING and not runs.codes[-1] & STOP
    nickname = _NICKNAME.match(text, last) if quoted else None
    return nickname.end() if nickname else 0


def _joins(text: str, runs: Runs, place: tuple[int, int, int], gap: re.Pattern[str]) -> bool:
    """Does the word at ``start`` continue the run? Particles in between are added to it."""
    first, last, start = place
    if not 1 <= start - last <= _LONGEST_GAP or len(runs.starts) - first >= LONGEST_RUN or text[last] not in " \u00a0":
        return False
    if start - last == 1:
        return True
    found = gap.fullmatch(text, last, start) if text[start - 1] in " \u00a0" else None
    if found is None:
        return False
    for link in _LINK.finditer(found[1]):
        runs.add(last + 1 + link.start(), last + 1 + link.end(), link[0], PARTICLE, False)
    return True


def _word(text: str, name: str, start: int, end: int, tables: NameTables) -> tuple[str, int, bool, int]:
    """A word's folded form, code, whether it is in capitals, and its end: an abbreviation's full stop belongs to it."""
    if found := tables.met.get(name):
        return *found, end
    key = fold(name)
    capitals = len(key) > 2 and name.isupper()
    if key in tables.cues["abbreviated"]:
        end += text[end : end + 1] == "."
        return key, _code(key, name, tables), capitals, end
    if key == "i" and _FIRST_OF_ROMAN.match(text, start):
        return key, tables.codes.get(key, 0) & ~STOP | SUFFIX, capitals, end
    if key in _MONTHS and (_DAY.match(text, end) or _BEFORE_MONTH.search(text, max(0, start - 7), start)):
        return key, STOP, capitals, end
    if name == "X." and text[start - 3 : start] == "on ":
        return key, STOP, capitals, end
    code = _code(key, name, tables)
    if not tables.codes.get(key, 0) and (article := _ARTICLE.match(key)):
        key = key[article.end() :]
    if key != "i" and key not in _MONTHS and name != "X.":
        if len(tables.met) > MOST_KEPT:
            tables.met.clear()
        tables.met[name] = key, code, capitals
    return key, code, capitals, end


def _code(key: str, name: str, tables: NameTables) -> int:
    """The code of a word by itself."""
    if name in _AGENCIES:
        return STOP
    code = tables.code_of_key(key)
    if not code and (article := _ARTICLE.match(key)):
        key = key[article.end() :]
        code = tables.codes.get(key, 0) & (GIVEN | FAMILY) or 1 << 2
    if key in _ROMAN and name.isupper() and name[-1] != ".":
        return code & ~STOP | SUFFIX
    if len(key) == 1 and name[-1] == ".":
        return code if code & HONORIFIC else 0
    if "-" in key and not code & ~WORD:
        hyphened = _hyphened(key, name, tables)
        return hyphened if not code or hyphened == ORGANIZATION else code
    return _form(name, key, code, tables)


def _form(name: str, key: str, code: int, tables: NameTables) -> int:
    """What the form of a word says: *WeWork*, *Islamists*, *L’invitation* are no names."""
    if not tables.is_english and _ELIDED.match(name):
        return STOP
    if not code and (_is_coined(name, tables) or (tables.is_english and key.endswith("ists"))):
        return STOP | TEAM
    return code


def _is_coined(name: str, tables: NameTables) -> bool:
    """Are there digits or capitals inside as in *WeWork* and *JPMorgan*, unlike *McConnell* and *DeShawn*?"""
    if not name.isalpha() and any(c.isdigit() for c in name):
        return True
    inner = _INNER.match(name)
    if inner is None:
        return False
    head = inner[1]
    return head.isupper() or (len(head) > 3 and head != "Fitz") or bool(tables.codes.get(head.lower(), 0) & WORD_2)


def _unglued(name: str, runs: Runs, first: int, tables: NameTables) -> str:
    """A surname without what a lost space, or a link's hidden text, has glued to it: *Donald John TrumpBiden*."""
    if len(runs.starts) == first or not runs.codes[-1] & GIVEN:
        return name
    inner = _INNER.match(name)
    if not inner or inner[1].isupper() or len(inner[1]) < 4 or not _is_coined(name, tables):
        return name
    code = tables.code(inner[1])
    sure = code & KNOWN or (code & FAMILY_2 and not code & (WORD | LAND | BREAKS))
    return inner[1] if sure else name


def _hyphened(key: str, name: str, tables: NameTables) -> int:
    """*Editor-in-Chief* is a role, *Perth-based* no part of a name, *Jean-Pierre* as good a name as *Jean*."""
    first, last = key.partition("-")[0], key.rpartition("-")[2]
    if first in _PREFIXED:
        return STOP
    before, behind = tables.codes.get(first, 0), tables.code_of_key(last)
    if behind & ROLE or _OFFICE.search(key):
        return ROLE
    if behind & ORGANIZATION or (tables.genitive and last[-1:] == "s" and tables.code_of_key(last[:-1]) & ORGANIZATION):
        return ORGANIZATION
    if (before | behind) & NATIONALITY or (before & LAND == LAND and before & GIVEN < GIVEN):
        return STOP
    if name.rpartition("-")[2][:1].islower() and (_COMPOUND.search(key) or (len(last) > 4 and behind & WORD)):
        return STOP
    if key.count("-") > 1 and before & WORD and behind & WORD:
        return STOP
    return WORD_2 if before & WORD_2 and behind & WORD_2 else before & (GIVEN | FAMILY) | behind & FAMILY
