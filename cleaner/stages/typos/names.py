"""Misprinted names, repaired to the spelling that the article prefers.

No word list can tell whether an unknown name is misprinted. The article often can, by spelling it differently nine
times. Left alone on purpose: alternative transliterations (Zelensky, Zelenskiy), endings (Aliev, Alieva; Martin,
Martins), and people with different given names, who may be different people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from cleaner.core import lazy_re as re
from cleaner.stages.typos.channel import LONGEST, Step, step
from cleaner.stages.typos.closed import introduces, is_surname
from cleaner.stages.typos.evidence import Evidence
from cleaner.text import lexicon

_AFTER_WORD = re.compile(r"(?:(?<![^\W\d_])([^\W\d_]{1,24}) )?(?<![^\W\d_])(?=([A-Z][^\W\d_]{2,24}))")
_SOFT = frozenset("yijhe")
_TITLES = frozenset("Mr Mrs Ms Dr Sen Rep Gov President Senator".split())  # noqa: SIM905
"""Titles that may come before any surname, and so distinguish nobody."""


class Names:
    """The capitalised words of an article, with an index to find spellings one step away.

    Words one step apart have the same beginning or the same end: only such words are compared.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    @cached_property
    def _capitals(self) -> list[tuple[str, int]]:
        return [(w, n) for w, n in self._evidence.counts.items() if 3 < len(w) <= LONGEST and not w.islower()]

    @cached_property
    def _used(self) -> dict[str, list[str]]:
        """Names that the article uses at least twice, by their ends."""
        return _by_ends(word for word, n in self._capitals if n > 1 and not _is_common(word))

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        """Known capitalised words, by their ends; only unknown words are compared with them."""
        strange = self._evidence.strange
        return _by_ends(w for w, _ in self._capitals if w not in strange and _known_to_all(w))

    def rivals(self, word: str) -> list[str]:
        """The names of the article one step from ``word``, most frequent first."""
        low = word.lower()
        if len(word) > LONGEST:
            return []
        shelves = (self._used, self._known) if word in self._evidence.strange else (self._used,)
        found = {name for shelf in shelves for end in _ends(low) for name in shelf.get(end, ())} - {word}
        near = [n for n in found if abs(len(n) - len(low)) < 2 and _alike(word, n) and step(low, n.lower())]
        return sorted(near, key=lambda n: (-self._evidence.counts[n], n))

    @cached_property
    def _befores(self) -> dict[str, set[str]]:
        """The words before each capitalised word of the article, a few for each."""
        befores: dict[str, set[str]] = defaultdict(set)
        for m in _AFTER_WORD.finditer(self._evidence.text):
            if len(befores[m[2]]) < 20:
                befores[m[2]].add(m[1] or "")
        return befores

    def before(self, name: str) -> set[str]:
        """The words before a name in the article; an empty one if it is alone."""
        return self._befores.get(name, set())


def _ends(low: str) -> tuple[str, str, str]:
    """What words one step apart share: the first two letters, the last two, or the first and the last.

    >>> len(set(_ends("kardahsian")) & set(_ends("kardashian"))), set(_ends("mray")) & set(_ends("mary"))
    (3, {'m-y'})
    """
    return low[:2] + "-", "-" + low[-2:], f"{low[0]}-{low[-1]}"


def _by_ends(words: Iterable[str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if not word.isupper():
            for end in _ends(word.lower()):
                index[end].append(word)
    return index


def _alike(word: str, name: str) -> bool:
    """Are both in the same case: Capitalised, or both mixed (iPhone, WeWork)?"""
    return word[1:].islower() or not name[1:].islower()


def repair_name(names: Names, evidence: Evidence, start: int, end: int) -> tuple[str, str, str] | None:
    """The article's own spelling of the name at a span, the rule, and how often the article uses it.

    >>> text = "Kardashian wrote. Kardashian said so. Kardahsian penned it, Kardashian added."
    >>> evidence = Evidence(text)
    >>> repair_name(Names(evidence), evidence, 38, 48)
    ('Kardashian', 'typo.name', '3× Kardashian in this article')
    """
    word = evidence.text[start:end]
    if not 4 <= len(word) <= LONGEST or word.isupper():
        return None
    found = [name for name in names.rivals(word) if _same(names, evidence, start, end, name)]
    if not found or (len(found) > 1 and evidence.counts[found[0]] < 3 * evidence.counts[found[1]]):
        return None
    return found[0], "typo.name", f"{evidence.counts[found[0]]}× {found[0]} in this article"


def _same(names: Names, evidence: Evidence, start: int, end: int, name: str) -> bool:
    """Is the word at a span a slip for ``name`` rather than another name?"""
    word = evidence.text[start:end]
    n, own = evidence.counts[name], evidence.counts[word]
    strange = word in evidence.strange
    famous = strange and _known_to_all(name)
    kind = step(word.lower(), name.lower())
    if kind is None or _rather_another(word.lower(), name.lower(), kind, famous):
        return False
    if kind.kind != "transposed" and introduces(name) and not _same_surname(evidence, name, end):
        return False
    if n < (own if famous and kind.weight >= 0.7 and len(word) > 4 else 2 * own if own == 1 else 5 * own):
        return False
    before = evidence.before(start)
    given = introduces(before)
    together = given and before in names.before(name)
    if not together and is_surname(word) and (before not in _TITLES if given else strange):
        return False
    if not strange:
        return own == 1 and _unlikely_newcomer(evidence, word, name, start, n, given, together)
    apart = given and any(map(introduces, names.before(name)))
    return together or not apart or kind.weight >= 1.2


def _same_surname(evidence: Evidence, name: str, end: int) -> bool:
    """Is no other surname behind a given name than elsewhere: *Bob Dylan* is not *Dylann Roof*?"""
    surname = evidence.after(end)
    return not surname[:1].isupper() or f"{name} {surname}" in evidence.whole.text


def _is_common(word: str) -> bool:
    return word.lower() in lexicon.common()


def _known_to_all(name: str) -> bool:
    """Is this a frequent name, or a common word of titles and offices?"""
    low = name.lower()
    return low in lexicon.common() or lexicon.names().get(low, 99) < 62


def _rather_another(low: str, right: str, kind: Step, famous: bool) -> bool:
    """Do the two differ like different names: in an ending, a first letter, or a transliteration?"""
    doubling = kind.kind in ("doubled", "undoubled")
    ending = low[:-1] == right or right[:-1] == low
    if kind.weight < 0.5 or low[0] != right[0] or kind.kind == "vowel" or (ending and not (famous and doubling)):
        return not (right[:-1] == low and kind.kind == "undoubled")
    if doubling or kind.kind not in ("omitted", "inserted"):
        return False
    at = next((i for i, (a, b) in enumerate(zip(low, right, strict=False)) if a != b), len(low))
    late = at >= min(len(low), len(right)) - 2
    return late and not famous and (low.endswith("s") or set(low) ^ set(right) <= _SOFT)


def _unlikely_newcomer(
    evidence: Evidence, word: str, name: str, start: int, n: int, given: bool, together: bool
) -> bool:
    """Is a word that can be a name unlikely to be one here? People are introduced once, by given name and surname.

    So a rare surname that occurs once, alone, in an article about a similar name is a slip.
    """
    if word.lower() in lexicon.common() or word.lower() in lexicon.names() or name.lower() in lexicon.common():
        return False
    if word[:-1] == name[:-1] or (
        is_surname(word) and (before := evidence.before(start))[:1].isupper() and before not in _TITLES and not together
    ):
        return False  # Americana and Americans, Ghazi Hamad and Hamas
    after = evidence.after(start + len(word))
    return n >= 2 if together else n >= 4 and len(word) > 4 and not given and not after[:1].isupper()
