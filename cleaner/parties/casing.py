"""Normalising names: repairing capitals, removing titles and degrees, splitting glued names."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.core import lazy_re as re
from cleaner.parties.vocabulary import vocabulary

_HALF = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|O['’])[A-ZÀ-Þ]{3,}")
_PART = re.compile(r"[^\W\d_]+")
_GLUE = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_PREFIX = re.compile(
    r"(?:Mc|Mac|Mak|De|Di|Da|Du|Des|Del|Della|La|Le|Lo|Van|Von|Fitz|O|El|Al|Ben|St|Vander|Ver|Ter|Ten|Saint|Ma|Ja|Jo|Ann|Mary|Lee|Bette|Le|Abdul|Abu)"
)


def unglue(words: Sequence[str]) -> list[list[str]]:
    """Split names that lost the space between them; McDonald and DeVeaux stay whole.

    A lost space can be seen only between two full names: with at least two words before it, or one word and a surname
    after it.

    >>> unglue(["Paul", "WisemanFatima", "Hussein"]), unglue(["Ann", "McDonald", "Xi"])
    ([['Paul', 'Wiseman'], ['Fatima', 'Hussein']], [['Ann', 'McDonald', 'Xi']])
    >>> unglue(["Paul", "Wiseman", "Anna", "Hussein"]), unglue(["Ana", "Lucía", "García", "Prieto"])
    ([['Paul', 'Wiseman'], ['Anna', 'Hussein']], [['Ana', 'Lucía', 'García', 'Prieto']])
    """
    for i, word in enumerate(words):
        for glue in _GLUE.finditer(word):
            left, right = word[: glue.start()], word[glue.start() :]
            if not _PREFIX.fullmatch(left.rpartition("-")[2]) and 0 < i < len(words) - 1:
                return [[*words[:i], left], *unglue([right, *words[i + 1 :]])]
    return _part_pairs(list(words))


def _part_pairs(words: list[str]) -> list[list[str]]:
    """Four words are two names where both pairs are one name, or where given names begin both pairs alone."""
    half = len(words) // 2
    if half >= 2 and words[:half] == words[half:]:
        return [words[:half]]
    given = [vocabulary().has("name.given", word) for word in words]
    return [words[:2], words[2:]] if given == [True, False, True, False] else [words]


def bare_name(words: Sequence[str]) -> list[str]:
    """The name without honorifics and degrees.

    >>> bare_name(["Dr.", "Ann", "Lee", "PhD"])
    ['Ann', 'Lee']
    """
    has = vocabulary().has
    kept = list(words)
    while len(kept) > 2 and has("name.honorific", kept[0]):
        kept.pop(0)
    while len(kept) > 2 and (has("name.degree", kept[-1]) and not kept[-1].istitle()):
        kept.pop()
    return kept


def repair_case(words: Sequence[str]) -> str:
    """Convert a name in capitals to upper and lower case; a name in mixed case stays.

    Some information is lost: DEVEAUX becomes Deveaux. Mc, O', hyphens, particles, numerals and initials are handled.

    >>> repair_case(["JOHN", "MCDONALD-O'BRIEN", "III"]), repair_case(["MILLIE", "VON", "PLATEN"])
    ("John McDonald-O'Brien III", 'Millie von Platen')
    >>> repair_case(["Chokri", "GHARBI"]), repair_case(["JD", "Vance"])
    ('Chokri Gharbi', 'JD Vance')
    """
    shouted = all(w.isupper() or w.casefold() in vocabulary().words["name.particle"] for w in words)
    if not shouted and not any(len(w) > 2 and "." not in w and (w.isupper() or _HALF.fullmatch(w)) for w in words):
        return " ".join(words)
    return " ".join(_lower(w, i, len(words), shouted) for i, w in enumerate(words))


def _lower(word: str, i: int, count: int, shouted: bool) -> str:
    names = vocabulary().words
    folded = word.casefold()
    if _HALF.fullmatch(word):
        return re.sub(r"[A-ZÀ-Þ]{3,}", lambda m: m.group().capitalize(), word)
    if not word.isupper() or "." in word[:-1] or len(word) == 1:
        return word
    if folded in names["name.suffix"]:
        return word if folded.startswith("i") else word.capitalize()
    if shouted and 0 < i < count - 1 and folded in names["name.particle"]:
        return folded
    if len(word) == 2 and not (shouted and folded in names["name.short"]):
        return word
    if len(word) == 3 and not set(folded) & set("aeiouyäöüáéíóú"):
        return word
    return _PART.sub(_capitalize, word).replace("’S", "’s").replace("'S", "'s")


def _capitalize(part: re.Match[str]) -> str:
    text = part.group().capitalize()
    if text.startswith("Mc") and len(text) > 3:
        return "Mc" + text[2:].capitalize()
    if text.startswith("Mac") and text[3:].casefold() in vocabulary().words["name.mac"]:
        return "Mac" + text[3:].capitalize()
    return text
