"""Words that look like misprints but must stay: names, quoted misspellings, pieces of broken words.

Repairing one of these is worse than keeping a hundred misprints. This holds above all for names: one surname in thirty
is one step from a common word (*Cleary*, *Frist*, *Brower*), and at the start of a sentence, only the rest of the
article or a list of surnames can tell.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from cleaner.core import lazy_re as re
from cleaner.parties.name_codes import FAMILY, GIVEN, GIVEN_2, HONORIFIC, PARTICLE, ROLE
from cleaner.parties.name_lists import code_of
from cleaner.stages.typos.evidence import FUNCTION, Evidence
from cleaner.text import lexicon

_SIC = re.compile(r"[\[(]\s?s[iy][ck][\s!?]*[\])]", re.I)
_SPELLED = re.compile(r"\b(?:mis-?spel\w+|spel(?:led|ling|lings|t)|mis-?typ(?:ed|ing)|typos?|mis-?print\w*)\b", re.I)
_RATHER = re.compile(r"[\"'”’,]{0,2} (?:instead of|rather than|and not|not|for) [\"'“‘]?")
_CURSES = """
anal arse arses ass asses bastard bastards bitch bitches bitching bollocks cock cocks crap crappy cum cunt cunts dick
dicks fag faggot fags fuck fucked fucker fuckers fucking fucks piss pissed pissing porn prick pricks pussy rape raped
rapes raping shit shits shitting shitty slut sluts slutty tit tits titty turd turds twat wank wanker whore whores
"""
SPARED = frozenset(["dela", "jus", "noo", "welp"])
"""Words that lists of misprints have or that stand too close to frequent ones: *Dela Cruz*, *jus soli*."""

VULGAR = frozenset(_CURSES.split())
"""What no repair may write: *snitty* is a word."""

_NEAR, _BESIDE = 80, 40
_HALF_BEFORE, _HALF_AFTER = re.compile(r"([^\W\d_]{1,24})[-‐‑]\Z"), re.compile(r"[-‐‑]([^\W\d_]{1,24})")
_INITIAL = re.compile(r" [A-Z]\. [A-Z]")
_WORDS_OF_A_LETTER = frozenset("aiou")
_BETWEEN = re.compile(r"[\s\u00ad-]{1,3}")


def is_name(evidence: Evidence, start: int, end: int) -> bool:
    """Is the word at a span somebody's name, or a particle of one: *ibn*?

    A capitalised word is one where a list of surnames has it, where it says something, and where it stands, here or
    elsewhere in the article, behind a given name, an initial or a title, or in front of *Corp.* and its like.

    >>> text = "Ann Clery left. Clery said so. Mr Verry stayed. Verry good."
    >>> evidence = Evidence(text)
    >>> [is_name(evidence, at, at + 5) for at in (16, 48)], is_name(Evidence("Athough it rained."), 0, 7)
    ([True, True], False)
    """
    word = evidence.text[start:end]
    if not word[:1].isupper():
        return bool(code_of(word) & PARTICLE)
    if _INITIAL.match(evidence.text, end):
        return True  # Vanila M. Singh
    return is_surname(word) or evidence.after(end) in _SAYS or word in _introduced(evidence)


_SAYS = frozenset("said says told added announced reported wrote argued explained declined".split())  # noqa: SIM905
_FIRMS = frozenset(["Corp", "Inc", "Ltd", "LLC", "PLC", "plc", "Group", "Holdings", "Co", "AG", "SE", "SA", "NV"])


@lru_cache(10_000)
def is_surname(word: str) -> bool:
    """Is this a known surname, given name or place, and not a common word?"""
    low = word.lower()
    return not is_common(word) and (
        low in lexicon.surnames() or lexicon.named(low) or code_of(word) & (FAMILY | GIVEN) > 0
    )


@lru_cache(10_000)
def introduces(word: str) -> bool:
    """Is this a given name, an initial or a title, which may come before a surname?

    >>> [introduces(w) for w in ("Bill", "J", "Mr", "Senator", "The", "bill")]
    [True, True, True, True, False, False]
    """
    if not word[:1].isupper():
        return False
    code = code_of(word)
    if len(word) == 1:
        return word not in "AI"
    given = code & GIVEN
    return given >= GIVEN_2 or (given > 0 and not is_common(word)) or bool(code & (ROLE | HONORIFIC))


def is_common(word: str) -> bool:
    """Is it, in lower case, a common word of English?"""
    return word.lower() in lexicon.common()


def _introduced(evidence: Evidence) -> frozenset[str]:
    """The unknown capitalised words that follow a given name, an initial or a title somewhere."""
    evidence = evidence.whole
    found = evidence.memory.get("introduced")
    if found is None:
        words = evidence.words
        places = (i for i, word in enumerate(words) if word in evidence.strange and word[0].isupper())
        found = frozenset(words[i] for i in places if _is_introduced(evidence, i))
        evidence.memory["introduced"] = found
    return found


def _is_introduced(evidence: Evidence, i: int) -> bool:
    words = evidence.words
    if i and introduces(words[i - 1]) and _beside(evidence, i - 1):
        return True
    return i + 1 < len(words) and words[i + 1] in _FIRMS and _beside(evidence, i)


def _beside(evidence: Evidence, i: int) -> bool:
    """Is there only a space between a word and the next, perhaps after the full stop of an abbreviation?"""
    starts = evidence.table.starts
    return evidence.text[starts[i] + len(evidence.words[i]) : starts[i + 1]] in (" ", ". ", "\u00a0", ".\u00a0")


def is_quoted(evidence: Evidence, start: int, end: int) -> bool:
    """Does the text say that the word at a span, or a word nearby, is misspelt?

    >>> is_quoted(Evidence("The sign said “teh end” [sic]."), 15, 18), is_quoted(Evidence("It was teh end."), 7, 10)
    (True, False)
    """
    line = evidence.window(start, end, 4 * _NEAR)
    if ("(" in line or "[" in line) and _SIC.search(line):
        return True
    return _SPELLED.search(evidence.window(start, end, _NEAR)) is not None


def is_contrasted(evidence: Evidence, start: int, end: int, right: str) -> bool:
    """Does the text set a misspelling against the right form: *recieve* instead of *receive*?

    >>> is_contrasted(Evidence("He wrote recieve instead of receive."), 9, 16, "receive")
    True
    """
    after = _RATHER.match(evidence.text, end)
    if after and evidence.text.startswith(right, after.end()):
        return True
    before = evidence.text[max(0, start - _BESIDE) : start]
    return any(m.end() == len(before) and before[: m.start()].endswith(right) for m in _RATHER.finditer(before))


def is_piece(evidence: Evidence, start: int, end: int) -> bool:
    """Does the word at a span make a known word together with its neighbour, so that it is a piece of one?

    >>> is_piece(Evidence("the depart\\nment of"), 11, 15), is_piece(Evidence("the depart of ment"), 14, 18)
    (True, False)
    """
    words, starts = evidence.words, evidence.table.starts
    if len(after := evidence.after(end)) == 1 and after.islower() and after not in _WORDS_OF_A_LETTER:
        return True  # mor e
    i = bisect_left(starts, start)
    low = evidence.text[start:end].lower()
    if i and _broken(evidence, i - 1, words[i - 1]) and _whole(words[i - 1].lower(), low):
        return True
    return i + 1 < len(words) and _broken(evidence, i, words[i + 1]) and _whole(low, words[i + 1].lower())


def is_part(evidence: Evidence, start: int, end: int) -> bool:
    """Is the word at a span one half of a hyphened form of a known word: *pre-empted*, *im-pression*?

    >>> is_part(Evidence("It pre-empted the talks."), 7, 13), is_part(Evidence("a front-runnner"), 8, 15)
    (True, False)
    """
    text, low = evidence.text, evidence.text[start:end].lower()
    before, after = _HALF_BEFORE.search(text, max(0, start - 26), start), _HALF_AFTER.match(text, end)
    return any(
        whole in lexicon.common() or lexicon.listed(whole)
        for whole in (before and before[1].lower() + low, after and low + after[1].lower())
        if whole
    )


def _broken(evidence: Evidence, i: int, neighbour: str) -> bool:
    """Is a word broken from the next: by a line break, a hyphen, or a space beside a content word?"""
    starts = evidence.table.starts
    between = evidence.text[starts[i] + len(evidence.words[i]) : starts[i + 1]]
    return (between.strip(" ") != "" and _BETWEEN.fullmatch(between) is not None) or (
        between == " " and neighbour.lower() not in FUNCTION
    )


def _whole(first: str, second: str) -> bool:
    """Are two pieces one word? The longer it is, the less it is by chance; *a* and *in* complete too many."""
    whole = first + second
    return len(whole) > 4 and (
        whole in lexicon.common() or (min(len(first), len(second)) > 1 and lexicon.listed(whole))
    )
