"""The shapes of names: persons, initials, web domains, user names."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.core import lazy_re as re
from cleaner.parties.vocabulary import vocabulary

INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
ABBREVIATION = re.compile(r"[A-Z][a-z]{0,3}\.(?:[A-Z][a-z]{0,2}\.?){1,3}")
DOMAIN = re.compile(
    r"[\w-]+\.(?:com|org|net|de|at|ch|co\.\w\w|com\.\w\w|in|fr|es|it|nl|be|eu|tv|info|news|uk|ie|ca|pt|io)",
    re.IGNORECASE,
)
USERNAME = re.compile(r"[A-Z]+[a-z]+[A-Z]\w*|\w*\d\w*|[a-z]+[A-Z]\w*")
_CAPITAL = re.compile(
    r"[“\"'‘]?[^\W\d_a-zß-ÿ][\w'’.-]*[”\"'’]?|(?:[dl]|al|el|as|ar|an|at|ad|ibn|ben)['’-][^\W\d_a-zß-ÿ][\w'’-]*"
)
_JOINED_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.){1,2}[^\W\d_a-z][^\W\d_]{2,}")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3・]+")
_OF_OUTLETS = frozenset(["der", "des"])
_BEFORE_DER = frozenset(["van", "von", "auf", "zu", "in", "op", "uit", "aus"])


def is_han_name(word: str) -> bool:
    """Has a word the shape of a Chinese, Japanese or Korean name?

    >>> is_han_name("山田太郎"), is_han_name("김철수"), is_han_name("共同通信"), is_han_name("Lee")
    (True, True, False, False)
    """
    if word.isascii() or not 2 <= len(word) <= 8 or not _HAN.fullmatch(word):
        return False
    known = vocabulary()
    return not word.endswith(known.han) and not known.has("role.head", word) and word not in known.agencies


def is_name(words: Sequence[str]) -> bool:
    """Have the words the shape of a person's name: at least two capitalized words, none of an organization?

    >>> is_name(["Ursula", "von", "der", "Leyen"]), is_name(["Daily", "News"]), is_name(["Reuters"])
    (True, False, False)
    >>> is_name(["Bundesamt", "der", "Justiz"]), is_name(["Loïc", "d'Arvor"])
    (False, True)
    """
    known = vocabulary()
    if len(words) == 1:
        return is_han_name(words[0]) or _JOINED_INITIAL.fullmatch(words[0]) is not None
    whole = " ".join(words).casefold()
    if (
        not 2 <= len(words) <= 7
        or words[0] == words[-1]
        or whole in known.agencies
        or whole in known.words["place.datelines"]
    ):
        return False
    given = len(words) == 2 and known.has("name.given", words[0]) and known.has("words.surname", words[1])
    names = 0
    for i, word in enumerate(words):
        if is_organization_word(word) and not given:
            return False
        if not word[0].isupper() and known.has("name.particle", word):
            if word in _OF_OUTLETS and (i == 0 or words[i - 1].casefold() not in _BEFORE_DER):
                return False
        elif _CAPITAL.fullmatch(word):
            names += 1
        else:
            return False
    return 2 <= names <= 6 and not (words[-1].islower())


def is_organization_word(word: str) -> bool:
    """Does a word show an organization, not a person: News, MM-Redaktion, Jupiterimages, example.com?

    >>> is_organization_word("Jupiterimages"), is_organization_word("Press"), is_organization_word("Lee")
    (True, True, False)
    """
    known = vocabulary()
    folded = word.casefold()
    if known.has("words.organization", word) or known.has("words.organization", folded.rpartition("-")[2]):
        return True
    if folded.endswith(known.endings):
        return any(folded.endswith(end) and len(folded) > len(end) + 2 for end in known.endings)
    return DOMAIN.fullmatch(word) is not None


def is_plain_word(word: str) -> bool:
    """A capitalized word that the vocabulary knows only as a name, if at all."""
    known = vocabulary()
    groups = ("words.organization", "words.drop", "role.head", "name.degree", "name.suffix", "place.datelines")
    if word.casefold() in known.agencies or any(known.has(group, word) for group in groups):
        return False
    return word[:1].isupper() and not word.isupper() and not DOMAIN.fullmatch(word)
