"""The second look at a line: what the lines around it, and lines like it, were taken for at first.

A headline between two paragraphs is a sub-heading; between two links to other stories, the same words are another link.
So every line in doubt is judged twice: first by its shape, its words and its position, then again with the first
verdicts on its neighbours (*auto-context*: Tu & Bai 2010, "Auto-context and its application to high-level vision
tasks"). The first verdicts also tell the subject of the article: the words of its sure paragraphs.

Markers that repeat between the paragraphs of a story ("Article content") are skipped, and so are ads and captions,
which belong there: they say nothing about the lines beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from itertools import accumulate, pairwise

from cleaner.core import lazy_re as re

SURE_ODDS, PLAIN_ODDS, NOBODY = 9000, -9000, -9999
"""The odds of a line that is surely boilerplate, of a plain paragraph, and of a missing neighbour."""

DOUBT = -1500
"""Lines with higher odds after the first look get a second one."""

BODY, PARAGRAPH = -1500, 12
"""A line with lower odds and at least so many words counts as a paragraph of the body."""

_SUSPECT, _OPEN = 500, -3000
_WORD = re.compile(r"[^\W\d_]{4,}")
_READ, _FAR, _MOST = 400, 41, 20
_WINDOWS = (3, 6, 12)
_STORY = 20_000

_NAMES = """
first first-1 first-2 first-3 first+1 first+2 first+3 mean3 suspects3 mean6 suspects6 mean12 suspects12 past6 coming6
topic names_known names names_new topic_weight topic_above topic_below done ahead_of_body from_first to_last
since_body until_body paragraphs body_before body_after kin kin_odds same_start same_end same_word same
run_back run_on words-3 words-2 words-1 words+1 words+2 words+3 quoted past_main before_main main_share
"""
SECOND_LOOK = tuple(_NAMES.split())


class SecondLook:
    """The lines of a text, with the verdicts of the first look.

    ``odds`` are the log odds, times 1000, that each line is boilerplate: ``SURE_ODDS`` if that is known, ``PLAIN_ODDS``
    for plain paragraphs. ``inserts`` are ads and captions, which occur within stories.
    """

    def __init__(self, lines: Sequence[str], odds: Sequence[int], inserts: Collection[int] = ()) -> None:
        times = Counter(lines)
        kept = [i for i, line in enumerate(lines) if not (i in inserts or (odds[i] >= SURE_ODDS and times[line] >= 3))]
        self.at = {i: n for n, i in enumerate(kept)}
        self.lines = [lines[i] for i in kept]
        self.words = [line.count(" ") + 1 for line in self.lines]
        self.odds = [odds[i] for i in kept]
        self.count = len(kept)
        self._count()
        self._listen()
        self._compare()

    def _count(self) -> None:
        """Sums along the text, the positions of body paragraphs, runs of lines of similar length."""
        odds, words, n = self.odds, self.words, self.count
        self.body = [i for i in range(n) if odds[i] < BODY and words[i] >= PARAGRAPH]
        self.inside = inside = [False] * n
        for i in self.body:
            inside[i] = True
        self.sums = [0, *accumulate(odds)]
        self.suspects = [0, *accumulate([o > _SUSPECT for o in odds])]
        self.bodies = [0, *accumulate(inside)]
        self.mass = [0, *accumulate([w if b else 0 for w, b in zip(words, inside, strict=True)])]
        self.back, self.ahead = _distances(inside), _distances(inside[::-1])[::-1]
        alike = [abs(a - b) <= 3 for a, b in pairwise(words)]
        self.before, self.after = _runs(alike, odds), _runs(alike[::-1], odds[::-1])[::-1]
        self.main = main_part(odds, words)

    def _listen(self) -> None:
        """The words of the body, and the names among them."""
        self.bags: dict[int, tuple[set[str], set[str]]] = {}
        self.topic: Counter[str] = Counter()
        self.known_names: Counter[str] = Counter()
        for i in self.body:
            bag, names = self._words(i)
            self.topic.update(bag)
            self.known_names.update(names)
        self.story = "\n".join([self.lines[i] for i in self.body])[:_STORY]

    def _words(self, i: int) -> tuple[set[str], set[str]]:
        """The words of a line, and the names among them, in lower case."""
        if i not in self.bags:
            words = set(_WORD.findall(self.lines[i][:_READ]))
            self.bags[i] = set(map(str.lower, words)), {word.lower() for word in words if word[0].isupper()}
        return self.bags[i]

    def _compare(self) -> None:
        """Which lines are similar in form, start or end."""
        lines = self.lines
        self.times = Counter(lines)
        self.starts = Counter([line[:25] for line in lines])
        self.ends = Counter([line[-18:] for line in lines])
        self.leads = Counter([line.partition(" ")[0] for line in lines])
        self.forms = list(map(form, lines, self.words))
        self.kin: dict[Form, tuple[int, int]] = {}
        for each, odds in zip(self.forms, self.odds, strict=True):
            size, total = self.kin.get(each, (0, 0))
            self.kin[each] = size + 1, total + odds

    def flanked(self) -> list[int]:
        """The lines that read like an article although both neighbours look like boilerplate: perhaps teasers.

        Returns their indices in the text.
        """
        odds = [*self.odds, SURE_ODDS]
        return [
            line
            for line, i in self.at.items()
            if i and odds[i] <= DOUBT and odds[i - 1] > _SUSPECT and odds[i + 1] > _SUSPECT
        ]

    def row(self, line: int) -> list[int]:
        """The features of a line, in the order of ``SECOND_LOOK``; ``line`` is its index in the text."""
        i = self.at[line]
        return [*self._near(i), *self._windows(i), *self._subject(i), *self._place(i), *self._likes(i), *self._sizes(i)]

    def _near(self, i: int) -> list[int]:
        return [self.odds[i], *[self._odds(j) for j in (i - 1, i - 2, i - 3, i + 1, i + 2, i + 3)]]

    def _odds(self, i: int) -> int:
        return self.odds[i] if 0 <= i < self.count else NOBODY

    def _windows(self, i: int) -> list[int]:
        sums, suspects, own = self.sums, self.suspects, self.odds[i]
        row: list[int] = []
        for size in _WINDOWS:
            a, b = max(0, i - size), min(self.count, i + size + 1)
            row += (sums[b] - sums[a] - own) // max(1, b - a - 1), suspects[b] - suspects[a] - (own > _SUSPECT)
        a, b = max(0, i - 6), min(self.count, i + 7)
        row += (sums[i] - sums[a]) // max(1, i - a), (sums[b] - sums[i + 1]) // max(1, b - i - 1)
        return row

    def _subject(self, i: int) -> list[int]:
        (bag, names), own = self._words(i), int(self.inside[i])
        size = max(1, len(bag))
        shared = [count for word in bag if (count := self.topic[word] - own) > 0]
        known = sum([self.known_names[word] > own for word in names])
        return [
            100 * len(shared) // size if bag else -1,
            100 * known // len(names) if names else -1,
            len(names),
            len(names) - known,
            10 * sum([min(5, count) for count in shared]) // size,
            self._shared(i, -1),
            self._shared(i, 1),
        ]

    def _shared(self, i: int, step: int) -> int:
        """The percentage of its words that a line shares with the next line that is not boilerplate."""
        bag, _ = self._words(i)
        for j in range(i + step, i + step * _FAR, step):
            if not bag or not 0 <= j < self.count:
                break
            if self.odds[j] <= -_OPEN:
                return 100 * len(bag & self._words(j)[0]) // len(bag)
        return -1

    def _place(self, i: int) -> list[int]:
        total = max(1, self.mass[-1])
        first, last = (self.body[0], self.body[-1]) if self.body else (0, self.count)
        return [
            100 * self.mass[i] // total,
            100 * (self.mass[-1] - self.mass[i + 1]) // total,
            max(-40, min(40, i - first)),
            max(-40, min(40, last - i)),
            self.back[i],
            self.ahead[i],
            min(60, len(self.body)),
            self.bodies[i] - self.bodies[max(0, i - 8)],
            self.bodies[min(self.count, i + 9)] - self.bodies[i + 1],
        ]

    def _likes(self, i: int) -> list[int]:
        line = self.lines[i]
        size, total = self.kin[self.forms[i]]
        return [
            min(30, size),
            (total - self.odds[i]) // (size - 1) if size > 1 else NOBODY,
            min(_MOST, self.starts[line[:25]]),
            min(_MOST, self.ends[line[-18:]]),
            min(_MOST, self.leads[line.partition(" ")[0]]),
            min(_MOST, self.times[line]),
        ]

    def _sizes(self, i: int) -> list[int]:
        words, line = self.words, self.lines[i]
        near = [min(60, words[j]) if 0 <= j < self.count else -1 for j in (i - 3, i - 2, i - 1, i + 1, i + 2, i + 3)]
        quoted = self.story.count(line[:60]) - self.inside[i] if len(line) > 20 else 0
        return [self.before[i], self.after[i], *near, min(_MOST, quoted), *self._main(i)]

    def _main(self, i: int) -> tuple[int, int, int]:
        """The distances of a line from both ends of the main part, and the share of the body in that part."""
        start, end = self.main
        share = 100 * (self.mass[end] - self.mass[start]) // max(1, self.mass[-1])
        return max(-_FAR, min(_FAR, i - start)), max(-_FAR, min(_FAR, end - 1 - i)), share


Form = tuple[str, str, int, bool]


def form(line: str, words: int) -> Form:
    """The rough form of a line: its first and last character, its approximate length, whether it has bars.

    >>> form("(Lea Ott)", 2) == form("(Jo Roe)", 2), form("Lea Ott", 2)
    (True, ('A', 'a', 2, False))
    """
    return _class(line[:1]), _class(line[-1:]), words if words < 5 else 5 + words // 5, "|" in line or "/" in line


@cache
def _class(sign: str) -> str:
    return "A" if sign.isupper() else "a" if sign.isalpha() else "0" if sign.isdigit() else sign


def main_part(odds: Sequence[int], words: Sequence[int]) -> tuple[int, int]:
    """The run of lines with the most article and the least boilerplate, as a half-open range.

    >>> main_part([4000, -4000, 500, -4000, 4000, 4000, 4000, -3000], [2, 30, 2, 30, 2, 2, 2, 12])
    (1, 4)
    """
    best = total = start = 0
    found = (0, len(odds))
    for i, (odd, size) in enumerate(zip(odds, words, strict=True)):
        if total <= 0:
            total, start = 0, i
        total += -odd * min(size, 40) if odd < 0 else -6 * odd
        if total > best:
            best, found = total, (start, i + 1)
    return found


def _distances(inside: Sequence[bool]) -> list[int]:
    """The distance of each line from the nearest paragraph above, at most ``_FAR``."""
    found, far = [], _FAR
    for is_body in inside:
        found.append(far)
        far = 1 if is_body else min(_FAR, far + 1)
    return found


def _runs(alike: Sequence[bool], odds: Sequence[int]) -> list[int]:
    """For each line, the number of lines right above it that are of similar length and not surely article."""
    found, run = [], 0
    for i in range(len(odds)):
        run = min(_MOST, run + 1) if i and alike[i - 1] and odds[i - 1] > _OPEN else 0
        found.append(run)
    return found
