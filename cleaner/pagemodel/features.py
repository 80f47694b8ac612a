"""A page's blocks in numbers: what a block is, where it stands, and what stands around it.

No single number settles a block. A caption is as well written as a paragraph, a paragraph of the next article as well
as one of this; a subheading is as short as a menu's entry. What helps is the page as a whole: the *main* container is
the element that directly holds most prose; each block is seen by its distance from there in the tree, by its
distance in reading order from the first and last prose, by what its neighbours look like, and by what the page says of
itself (title, description, the body as stated for search engines).

All numbers are whole, so that every machine gives the same verdict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleaner.document import Mark
from cleaner.pagemodel.clues import NEAR, far_clues, near_clues, text_clues
from cleaner.pagemodel.elements import FAR, claimed, hidden, path_kinds, trust

_words = str.split

SENTENCE_ENDS = frozenset(".!?…。！？।؟")
CLOSING = frozenset('"”»’)」')
OPENING = frozenset("\"“‘'«„「")
LABELS = {
    name: number
    for number, names in enumerate(
        (
            "p",
            "h1",
            "h2 h3 h4 h5 h6",
            "li dd dt",
            "div section article main center body",
            "figcaption caption figure",
            "td th",
            "tr",
            "blockquote",
            "button label legend summary",
            "footer nav header aside",
        )
    )
    for name in _words(names)
}
HOPELESS = -1400
"""Below this score of the elements around it, a block is settled as furniture."""
REACH = 12
_TERM = re.compile(r"[^\W\d_]{4,}")
_SPACELESS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block is by itself; ``links`` in percent."""

    words: int
    size: int
    ending: int
    start: int
    links: int
    label: int
    prose: bool


@dataclass(slots=True)
class Page:
    """The blocks of a page with what the numbers are made of."""

    texts: Sequence[str]
    marks: Sequence[Mark]
    paths: list[int]
    says: list[int]
    shapes: list[Shape]
    weights: Mapping[str, int]
    title: frozenset[str] = frozenset()
    description: frozenset[str] = frozenset()


def terms(text: str) -> frozenset[str]:
    """The words of four letters or more."""
    return frozenset(_TERM.findall(text[:600].lower()))


def shape(text: str, mark: Mark) -> Shape:
    """Measure a block by itself.

    >>> shape("It rained in Leeds on Friday.", Mark(0, 29, "p"))
    Shape(words=6, size=29, ending=3, start=0, links=0, label=0, prose=False)
    """
    size = len(text)
    words = text.count(" ") + 1
    if not text.isascii():
        words += len(_SPACELESS.findall(text[:400])) // 2
    last, first = text[-1:], text[:1]
    if last in CLOSING:
        ending = 2 if text[-2:-1] in SENTENCE_ENDS or text[-2:-1] == "," else 1
    else:
        ending = 3 if last in SENTENCE_ENDS else -1 if last == ":" else 0
    start = 0 if first.isupper() else 1 if first.islower() else 2 if first.isdigit() else 3 if first in OPENING else 4
    prose = mark.links < 0.5 and ((words >= 12 and ending > 0) or words >= 25)
    links = int(100 * mark.links)
    return Shape(min(words, 200), min(size, 1500), ending, start, links, LABELS.get(mark.label, 11), prose)


def _path_scores(marks: Sequence[Mark], weights: Mapping[str, int]) -> list[int]:
    """What the elements around each block speak for; blocks in the same place are scored once."""
    known: dict[tuple[str, tuple[str, ...]], int] = {}
    outer: dict[tuple[str, ...], int] = {}
    get = weights.get
    scores = []
    for mark in marks:
        key = (mark.label, mark.path)
        score = known.get(key)
        if score is None:
            far = mark.path[:-NEAR]
            if far not in outer:
                outer[far] = sum([get(clue, 0) for clue in far_clues(far)])
            near = sum([get(clue, 0) for clue in near_clues(mark.label, mark.path[-NEAR:])])
            score = known[key] = near + outer[far]
        scores.append(score)
    return scores


def read_page(
    texts: Sequence[str], marks: Sequence[Mark], weights: Mapping[str, int], title: str, description: str
) -> Page:
    """Score the elements around every block by ``weights`` and measure it by itself."""
    shapes = [shape(text, mark) for text, mark in zip(texts, marks, strict=True)]
    paths = _path_scores(marks, weights)
    return Page(texts, marks, paths, [0] * len(texts), shapes, weights, terms(title), terms(description))


class View:
    """The page as a whole, from which each block is seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = len(page.texts)
        self.parents = [mark.path[:-1] for mark in page.marks]
        self.h1 = next((i for i, mark in enumerate(page.marks) if mark.label == "h1"), None)
        self.claimed = [claimed(mark.path) for mark in page.marks]
        self.worth = self._worth()
        self.main = self._container(range(self.count))
        self.span = self._span()
        self.main = self._container(range(*self.span))
        self.scope = self._scope()
        self._weigh()
        self.chosen = self._candidates()
        self._listen()
        self._order()
        self._subject()
        self.stated = sum(mark.note == "stated" for mark in page.marks)
        self.repeats = Counter(page.texts)

    def _worth(self) -> list[int]:
        """Prose in code points, less where the tree or the reading order makes it doubtful."""
        page = self.page
        worth = []
        for i, s in enumerate(page.shapes):
            value = 0.0
            path = page.marks[i].path
            if s.prose or (s.links < 30 and self.claimed[i] < FAR):
                value = s.size * trust(path) * (1 if s.prose else 0.25)
                if self.h1 is not None:
                    value *= 0.4 if i < self.h1 else 1.5 if i - self.h1 < 25 else 1.0
                if page.marks[i].note == "stated":
                    value *= 3
            worth.append(int(value))
        return worth

    def _container(self, where: range) -> tuple[str, ...]:
        """The element that holds most worth, directly or one or two levels down."""
        mass: Counter[tuple[str, ...]] = Counter()
        for i in where:
            if value := self.worth[i]:
                parent = self.parents[i]
                mass[parent] += value
                mass[parent[:-1]] += value * 5 // 8
                mass[parent[:-2]] += value * 3 // 8
        return max(mass, key=lambda k: (mass[k], len(k)), default=())

    def _candidates(self) -> list[int]:
        """The blocks that are worth a closer look; the others are settled as furniture."""
        a, b = self.span[0] - REACH, self.span[1] + REACH
        level = len(self.scope)
        return [
            i
            for i, mark in enumerate(self.page.marks)
            if self.page.paths[i] > HOPELESS
            and (a <= i < b or self.worth[i] > 60 or mark.note == "stated" or mark.path[:level] == self.scope)
        ]

    def _listen(self) -> None:
        """Score what the candidates' texts say."""
        get, says, texts = self.page.weights.get, self.page.says, self.page.texts
        for i in self.chosen:
            says[i] = sum([get(clue, 0) for clue in text_clues(texts[i])])
        self.scores = [p + s for p, s in zip(self.page.paths, says, strict=True)]

    def _scope(self) -> tuple[str, ...]:
        """The innermost element that holds nine tenths of the span's worth."""
        holds: Counter[tuple[str, ...]] = Counter()
        total = 0
        for i in range(*self.span):
            if value := self.worth[i]:
                path = self.parents[i]
                total += value
                for depth in range(len(path)):
                    holds[path[: depth + 1]] += value
        return max((path for path, value in holds.items() if value >= 0.9 * total), key=len, default=())

    def _span(self) -> tuple[int, int]:
        """The run of blocks that holds most worth for least furniture, as a half-open range."""
        best = total = start = 0
        found = (0, 0)
        level = len(self.main)
        for i, s in enumerate(self.page.shapes):
            if total <= 0:
                total, start = 0, i
            inside = self.page.marks[i].path[:level] == self.main
            value = min(self.worth[i], 600) // (1 if inside else 3)
            value += max(-60, min(60, self.page.paths[i] // 4)) - (0 if s.prose else 40 + 30 * (s.links > 50))
            total += value // 4 if inside and value < 0 else value
            if total > best:
                best, found = total, (start, i + 1)
        return found

    def _weigh(self) -> None:
        """How much prose each container and each kind of element holds."""
        a, b = self.span
        self.mass: Counter[tuple[str, ...]] = Counter()
        self.kin: Counter[tuple[str, ...]] = Counter()
        self.group: Counter[tuple[str, ...]] = Counter()
        self.group_size: Counter[tuple[str, ...]] = Counter()
        for i, s in enumerate(self.page.shapes):
            path = self.page.marks[i].path
            self.group[path] += 1
            self.group_size[path] += s.size
            self.mass[self.parents[i]] += self.worth[i]
            if s.prose and a <= i < b:
                self.kin[path[-2:]] += s.size
        self.total = max(1, sum(self.mass.values()))
        self.kin_most = max(self.kin.values(), default=1)

    def _order(self) -> None:
        """Where prose stands in reading order."""
        a, b = self.span
        shapes = self.page.shapes
        inner = [i for i in range(a, b) if shapes[i].prose]
        self.first, self.last = (inner[0], inner[-1]) if inner else (a, b)
        self.since, self.until, self.before = [FAR] * self.count, [FAR] * self.count, [0] * self.count
        at = -FAR
        seen = 0
        for i in range(self.count):
            self.since[i], self.before[i] = min(FAR, i - at), min(seen, 40)
            if shapes[i].prose:
                at, seen = i, seen + 1
        at = self.count + FAR
        for i in range(self.count - 1, -1, -1):
            self.until[i] = min(FAR, at - i)
            if shapes[i].prose:
                at = i
        self.heading: list[int | None] = []
        heading = None
        for i in range(self.count):
            self.heading.append(heading)
            if shapes[i].label == 2:
                heading = i

    def _subject(self) -> None:
        """What the prose speaks of."""
        a, b = self.span
        wanted = set(self.chosen)
        self.terms = {i: terms(self.page.texts[i]) for i in wanted}
        self.topic: Counter[str] = Counter()
        for i in range(a, b):
            if self.page.shapes[i].prose and i in wanted:
                self.topic.update(self.terms[i])

    def row(self, i: int) -> list[int]:
        """All numbers of a block, in the order of ``NAMES``."""
        kinds = path_kinds(self.page.marks[i].path)
        return [*self._own(i), *self._tree(i), *kinds, *self._place(i), *self._meaning(i), *self._neighbours(i)]

    def _own(self, i: int) -> list[int]:
        text, mark, s = self.page.texts[i], self.page.marks[i], self.page.shapes[i]
        words = text[:300].split()
        caps = sum(word[0].isupper() for word in words)
        digits = sum(map(str.isdigit, text[:200]))
        return [
            s.words,
            s.size,
            s.ending,
            s.links,
            s.label,
            100 * caps // len(words),
            100 * digits // min(200, s.size),
            min(text.count(". ") + text.count("? ") + text.count("! ") + text.count("。"), 9),
            text.count("|") + text.count("•") + text.count("·"),
            ("@" in text) + 2 * ("://" in text or ".com" in text) + 4 * ("#" in text),
            ("“" in text) + ('"' in text) + ("«" in text) + ("„" in text),
            mark.note == "stated",
            self.page.paths[i],
            self.page.says[i],
        ]

    def _tree(self, i: int) -> list[int]:
        path, parent = self.page.marks[i].path, self.parents[i]
        level, wide = _shared(self.main, path), _shared(self.scope, path)
        return [
            len(path),
            len(self.main) - level,
            len(path) - level,
            len(self.scope) - wide,
            len(path) - wide,
            100 * self.mass[parent] // max(1, self.mass[self.main], self.mass[parent]),
            100 * self.mass[parent] // self.total,
            int(100 * trust(path)),
            self.claimed[i],
            100 * self.kin[path[-2:]] // self.kin_most,
            min(self.group[path], 40),
            self.group_size[path] // self.group[path],
            100 * self.group_size[path] // self.total,
            hidden(path),
        ]

    def _place(self, i: int) -> list[int]:
        a, b = self.span
        h1, heading = self.h1, self.heading[i]
        return [
            max(-FAR, min(FAR, i - self.first)),
            max(-FAR, min(FAR, self.last - i)),
            a <= i < b,
            max(-FAR, min(FAR, i - a)),
            max(-FAR, min(FAR, b - i)),
            100 * i // self.count,
            self.since[i],
            self.until[i],
            self.before[i],
            -FAR if h1 is None else max(-FAR, min(FAR, i - h1)),
            FAR if heading is None else min(FAR, i - heading),
            0 if heading is None else self.scores[heading],
            self.repeats[self.page.texts[i]],
        ]

    def _meaning(self, i: int) -> list[int]:
        bag, page = self.terms[i], self.page
        size = max(1, len(bag))
        own = 1 if page.shapes[i].prose and self.span[0] <= i < self.span[1] else 0
        near = [j for j in range(max(0, i - 3), min(self.count, i + 4)) if j != i]
        return [
            100 * len(bag & page.title) // size,
            100 * len(bag & page.title) // max(1, len(page.title)),
            100 * len(bag & page.description) // size,
            100 * len(bag & page.description) // max(1, len(page.description)),
            100 * sum(self.topic[word] > own for word in bag) // size if bag else -1,
            min(self.stated, 30),
            sum(page.marks[j].note == "stated" for j in near),
        ]

    def _nearness(self, i: int, j: int) -> int:
        """How far up from block ``i`` the element stands that also holds block ``j``, as a negative number."""
        if not 0 <= j < self.count:
            return -30
        path = self.page.marks[i].path
        return _shared(path, self.page.marks[j].path) - len(path)

    def _neighbours(self, i: int) -> list[int]:
        row: list[int] = []
        page = self.page
        path = page.marks[i].path
        for j in (i - 2, i - 1, i + 1, i + 2):
            if 0 <= j < self.count:
                s = page.shapes[j]
                row += (page.paths[j], page.says[j], s.words, s.links, page.marks[j].path == path)
            else:
                row += _NOBODY
        row += (self._nearness(i, i - 1), self._nearness(i, i + 1))
        for window in (range(i - 6, i), range(i + 1, i + 7)):
            found = [self.scores[j] for j in window if 0 <= j < self.count]
            row.append(sum(found) // len(found) if found else -999)
        return row


_NOBODY = (-999, -999, -1, -1, 0)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many outer elements two paths have in common."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
