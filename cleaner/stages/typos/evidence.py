"""What an article shows about its words: how often each occurs, beside what, and what must not be changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from cleaner.core import lazy_re as re
from cleaner.text import lexicon
from cleaner.text.words import table

WORD = re.compile(r"[^\W\d_]+")
_HEADS = """
ain aren couldn daren didn doesn don hadn hasn haven isn mightn mustn needn oughtn shan shouldn wasn weren won wouldn
"""
HEADS = frozenset(_HEADS.split())
"""The parts before the apostrophe in words like *don't*."""

_FUNCTION = """
a about after all an and are as at be been but by can could for from had has have he her his i if in into is it its
more not of on one or our out over said she than that the their them there they this to up was we were what when
which who will with would you your
"""
FUNCTION = frozenset(_FUNCTION.split())
"""Function words of English; text without any of them is not English prose."""

_STRANGERS = """
la le les des du et el los il der das dem den und ist di della del dei que qui une dans avec pour por para con una unas
aux nel ich nicht ein eine mit auf elle est pas muy como che het een niet og och att det jeg ikke til alle d l qu se
"""
_FOREIGN = frozenset(_STRANGERS.split())
"""Function words of other languages that occur in English prose only in names and quotations."""

_TAIL = re.compile(r"['’](?:s|re|ve|ll|d|t|m)(?![^\W\d_])", re.I)
_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,24}) \Z")
_AFTER = re.compile(r" ([^\W\d_]{1,24})(?![^\W\d_])")
_ADDRESS = re.compile(r"://|www\.|[@#\\_=<>{}|~^]|\.(?:com|org|net|co|uk|gov|edu|io|tv)\b", re.I)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Capt|Sgt|Prof|Rev|Jr|Sr|vs?|No)\. \Z")
_OPENING = re.compile(r"(?:\A|[.!?:;•*—–\n…|]['\"’”)\]]*)[\s\"“‘'(\[—–-]*\Z")
_ARTICLE = re.compile(r"\b(?:[ae]l|[au]l|as|ar|bin|ibn|abu|ben|wa|de|la|le|el)-\Z", re.I)
_BOUND_LEFT, _BOUND_RIGHT = frozenset("&/$%+*])"), frozenset("&/$+*[(")
"""Signs that belong to the word beside them: "[S]ome", "b***ch", "B&Q"."""
_REACH = 100


class Evidence:
    """The text of an article with its words counted; everything else is looked up on demand.

    ``closed`` are spans that must not change, such as code.
    """

    def __init__(self, text: str, closed: Iterable[tuple[int, int]] = ()) -> None:
        self.text = text
        self.table = table(text)
        self.words, self.low_words = self.table.words, self.table.lows
        self.counts, self.lows = self.table.counts, self.table.low_counts
        self.size = max(300, len(self.words))
        self._closed = sorted(closed)
        self._starts = [start for start, _ in self._closed]
        self.whole = self
        """The evidence of the whole article, if this is an excerpt."""
        self.memory: dict[str, frozenset[str]] = {}
        """A cache for what other modules find out about the article."""

    @cached_property
    def strange(self) -> frozenset[str]:
        """The words of the article, as written, that the lexicon does not know."""
        known = lexicon.known
        unknown = {w for w in self.table.outside if 2 < len(w) <= 24 and w not in HEADS and not known(w)}
        odd = (word for word in self.counts if word.lower() in unknown) if unknown else ()
        return frozenset(word for word in odd if word.islower() or not known(word))

    @cached_property
    def newcomers(self) -> list[str]:
        """Rare names that occur once in the article."""
        outside, names = self.table.outside, lexicon.names()
        single = (w for w, n in self.counts.items() if n == 1 and len(w) > 4 and w[0].isupper())
        return [w for w in single if (low := w.lower()) in outside and low not in names]

    def before(self, start: int) -> str:
        """The word before an offset, if there is exactly one space between them."""
        m = _BEFORE.search(self.text, max(0, start - 26), start)
        return m[1] if m else ""

    def after(self, end: int) -> str:
        """The word after an offset, if there is exactly one space between them."""
        m = _AFTER.match(self.text, end, end + 27)
        return m[1] if m else ""

    def tail(self, end: int) -> str:
        """The ending after an apostrophe (’s, ’re, ’t …) that follows an offset."""
        m = _TAIL.match(self.text, end)
        return m[0] if m else ""

    def opens(self, start: int, end: int) -> bool:
        """Does the word at this span begin a sentence, a line or a quotation, without being a name?

        >>> Evidence("Tre Harbison ran. The man fell.").opens(0, 3), Evidence("Teh man fell.").opens(0, 3)
        (False, True)
        """
        after = self.after(end)
        if after[:1].isupper() or _ABBREVIATED.search(self.text, max(0, start - 8), start):
            return False
        return _OPENING.search(self.text, max(0, start - 12), start) is not None

    def titled(self, start: int, end: int) -> bool:
        """Is the word at this span beside a capitalised common word, as in a title or an office?"""
        common, names = lexicon.common(), lexicon.names()
        beside = (self.before(start), self.after(end))
        words = (w.lower() for w in beside if w[:1].isupper() and w.lower() not in FUNCTION | _FOREIGN)
        return any(w in common and w not in names for w in words)

    def window(self, start: int, end: int, reach: int = _REACH) -> str:
        """The text around a span, within its line and not farther than ``reach`` on either side."""
        left, right = self._bounds(start, end, reach)
        return self.text[left:right]

    def _bounds(self, start: int, end: int, reach: int) -> tuple[int, int]:
        left = max(self.text.rfind("\n", max(0, start - reach), start) + 1, start - reach, 0)
        right = self.text.find("\n", end, end + reach)
        return left, right if right >= 0 else end + reach

    def touchable(self, start: int, end: int) -> bool:
        """May the word at this span be changed: is it separate, and outside addresses, handles and code?"""
        i = bisect_right(self._starts, start) - 1
        if i >= 0 and start < self._closed[i][1]:
            return False
        return self._free(start, end) and not _ADDRESS.search(self._chunk(start, end))

    def _free(self, start: int, end: int) -> bool:
        text = self.text
        left, right = text[max(0, start - 2) : start], text[end : end + 2]
        if (left[-1:] in "'’" and left[:1].isalpha()) or left[-1:].isdigit() or right[:1].isdigit():
            return False
        if (left[-1:] == "[" and left[:1].isalpha()) or left[-1:] in _BOUND_LEFT or right[:1] in _BOUND_RIGHT:
            return False
        if (left[-1:] == "." and left[:1].isalnum()) or (right[:1] == "." and right[1:].islower()):
            return False
        hyphens = (left[-1:] in "-–‐‑" and left != "") + (right[:1] in "-–‐‑" and right != "")
        return not (
            hyphens > 1 or (hyphens and (end - start < 5 or _ARTICLE.search(text, max(0, start - 6), start)))
        ) and (right[:1] not in "'’" or not right[1:].isalpha() or bool(self.tail(end)))

    def _chunk(self, start: int, end: int) -> str:
        """The text around a span up to white space, within reach."""
        left = self.text[max(0, start - _REACH) : start]
        right = self.text[end : end + _REACH]
        return (left.rsplit(None, 1)[-1] if left and not left[-1].isspace() else "") + (
            right.split(None, 1)[0] if right and not right[0].isspace() else ""
        )

    def english(self, start: int, end: int) -> bool:
        """Is the text around a span English prose, unlike lines of names and numbers, or verse in another language?

        >>> Evidence("He said that it was a misteak.").english(22, 29)
        True
        >>> Evidence("Il a dit que c'était une belle chanson.").english(9, 12)
        False
        """
        words = WORD.findall(self.window(start, end).lower())
        if len(words) < 8:
            words = WORD.findall(self.text[max(0, start - 300) : end + 300].lower())
        common = lexicon.common()
        return _is_prose(words) or (self.is_english and sum(map(common.__contains__, words)) >= 0.8 * len(words))

    def may_be_english(self, start: int, end: int) -> bool:
        """May :meth:`english` be true? A quick no for nearly every word of an article in another language.

        >>> evidence = Evidence("Er sagte, dass die Regierung auf die Frage des Abgeordneten nicht antworten wird.")
        >>> evidence.may_be_english(19, 28), evidence.english(19, 28)
        (False, False)
        """
        if self.is_english or "İ" in self.text:
            return True
        few, maybe = self._estimate(*self._bounds(start, end, _REACH))
        return maybe or (few and self._estimate(max(0, start - 300), end + 300)[1])

    def _estimate(self, left: int, right: int) -> tuple[bool, bool]:
        """Does a piece of text have few words, and may it be prose? Words cut at its edges count as English."""
        starts, ours, theirs = self._tallies
        first, last = bisect_left(starts, left), bisect_left(starts, right)
        surplus = ours[last] - ours[first] + 2 - (theirs[max(first, last - 1)] - theirs[first])
        return last - first < 8, surplus >= _SHARE * (last - first)

    @cached_property
    def _tallies(self) -> tuple[list[int], list[int], list[int]]:
        """The start of each word, and the numbers of English and of foreign words before it."""
        ours, theirs = (
            list(accumulate(map(small.__contains__, self.low_words), initial=0)) for small in (FUNCTION, _FOREIGN)
        )
        return self.table.starts, ours, theirs

    @cached_property
    def is_english(self) -> bool:
        """Is the article as a whole in English?"""
        return _is_prose(self.low_words[:4_000], 0.18 if len(self.words) > 200 else 0.1)

    def foreign(self, start: int, end: int) -> int:
        """The number of nearby words that seem to be foreign; function words count twice, *à* and *más* as well.

        >>> Evidence("He cried: a la porte les sauvages!").foreign(25, 33)
        2
        """
        left = WORD.findall(self.text, max(0, start - 50), start)[-4:]
        right = WORD.findall(self.text, end, end + 50)[:4]
        beside = [*left[-2:], *right[:2]]
        odd = [w for w in (*left, *right) if w in self.strange and w.islower() and not lexicon.misprint(w)]
        return len(odd) + 2 * len([w for w in beside if w.lower() in _FOREIGN or (len(w) < 4 and not w.isascii())])


_SHARE = 0.14


class Excerpt(Evidence):
    """Some lines of an article, read again after repairs, with the word counts of the whole article.

    ``gone`` and ``written`` are the words before and after the repairs. So a repair costs a second look at its line,
    not at the whole text.
    """

    def __init__(self, lines: Iterable[str], article: Evidence, gone: Iterable[str], written: Iterable[str]) -> None:
        super().__init__(APART.join(lines))
        self.whole = article
        gone, written = list(gone), list(written)
        self.counts = _revised(article.counts, written, gone)
        self.lows = _revised(article.lows, map(str.lower, written), map(str.lower, gone))
        self.size = article.size

    @cached_property
    def is_english(self) -> bool:
        """Is the article in English?"""
        return self.whole.is_english


def _revised(counts: Counter[str], more: Iterable[str], fewer: Iterable[str]) -> Counter[str]:
    """Counts with some words more and some fewer; adding whole counters walks all words of the article."""
    revised = counts.copy()
    revised.update(more)
    for word in fewer:
        revised[word] -= 1
        if revised[word] <= 0:
            del revised[word]
    return revised


APART = "\n" * 4
"""The separator between lines of an excerpt: longer than any between the pieces of a word."""


def _is_prose(words: list[str], share: float = _SHARE) -> bool:
    ours, theirs = sum(map(FUNCTION.__contains__, words)), sum(map(_FOREIGN.__contains__, words))
    return ours - theirs >= share * len(words)
