"""Roles: where "Senior Sports Correspondent" begins and ends in a segment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cleaner.parties.vocabulary import Vocabulary, vocabulary

_LONGEST_TAIL = 7


def is_head(word: str) -> bool:
    """Does a word name an occupation? In German and Dutch it may be a compound.

    >>> is_head("Editor"), is_head("Online-Redakteurin"), is_head("Wirtschaftskorrespondent"), is_head("Lee")
    (True, True, True, False)
    """
    return _is_head(vocabulary(), word.casefold())


@lru_cache(maxsize=4096)
def _is_head(words: Vocabulary, folded: str) -> bool:
    heads = words.words["role.head"]
    if folded in heads or folded.rpartition("-")[2] in heads:
        return True
    return folded.endswith(words.role_endings) and any(
        folded.endswith(end) and len(folded) > len(end) + 2 for end in words.role_endings
    )


def is_plural(role: str) -> bool:
    """Does a role mean several people?

    >>> is_plural("Staff Writers"), is_plural("Staff Writer")
    (True, False)
    """
    return any(vocabulary().has("role.plural", word) for word in role.split()[-1:])


def role_end(words: Sequence[str]) -> int:
    """The end of a role at the start of the words; 0 if there is none.

    >>> role_end(["Political", "Editor", "Ann", "Lee"]), role_end(["Ann", "Lee"])
    (2, 0)
    >>> role_end(["Editor", "of", "the", "Daily", "Post"])
    5
    """
    groups = vocabulary().words
    end = 0
    for i, word in enumerate(words):
        folded = word.casefold()
        if is_head(word):
            end = i + 1
        elif end and folded in groups["role.tail"] and (word.islower() or (len(word) > 4 and i + 1 == len(words))):
            return len(words) if len(words) - i <= _LONGEST_TAIL else end
        elif folded not in groups["role.modifier"]:
            break
    return end


def role_start(words: Sequence[str]) -> int | None:
    """The start of a role at the end of the words; None if there is none. A name before it keeps two words.

    >>> role_start(["Ann", "Lee", "White", "House", "Reporter"]), role_start(["Ann", "Lee"])
    (2, None)
    >>> role_start(["Ann", "Lee", "Corresponsal", "en", "Londres"])
    2
    """
    groups = vocabulary().words
    folded = [w.casefold() for w in words]
    heads = [i for i, w in enumerate(words) if is_head(w)]
    tails = [i for i in heads if i + 1 < len(words) and folded[i + 1] in groups["role.tail"] and words[i + 1].islower()]
    if tails and len(words) - tails[0] <= _LONGEST_TAIL + 1:
        return _widen(words, tails[0])
    return _widen(words, heads[-1]) if heads and heads[-1] == len(words) - 1 else None


def _widen(words: Sequence[str], i: int) -> int:
    """Extend a role by the modifiers before its head; after a name also by a short word in capitals ("SEO Editor")."""
    while i > 0 and i != 2 and (_modifies(words[i - 1]) or (i == 3 and _is_acronym(words))):
        i -= 1
    return i


def _modifies(word: str) -> bool:
    known = vocabulary()
    return known.has("role.modifier", word) or known.has("role.head", word)


def _is_acronym(words: Sequence[str]) -> bool:
    third = words[2]
    return (
        third.isupper()
        and 2 <= len(third) <= 4
        and not words[0].isupper()
        and third.casefold() not in vocabulary().agencies
    )
