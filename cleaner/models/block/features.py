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

from cleaner.core.tree import Kind
from cleaner.models.block.places import FAR, Spot
from cleaner.models.block.shapes import Page, terms

HOPELESS = -1400
"""Below this score of the elements around it, a block is settled as boilerplate."""
REACH = 12


class View:
    """The page as a whole, from which each block is seen.

    Blocks in the same place of the tree share all that their place says; ``at`` holds the place of each block.
    ``main`` is the main container, ``span`` the range of blocks that holds most prose, ``scope`` the innermost element
    around nearly all of it.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.spots = page.spots
        self.at = page.spots.at
        self.count = len(page.blocks)
        self.h1 = next((i for i, block in enumerate(page.blocks) if block.label == "h1"), None)
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
        self._state()
        self.repeats = Counter([block.text for block in page.blocks])
        self._rows: dict[Spot, list[int]] = {}

    def _worth(self) -> list[int]:
        """Prose in code points, less where the tree or the reading order makes it doubtful."""
        page, h1 = self.page, self.h1
        worth = [0] * self.count
        for i, s in enumerate(page.shapes):
            if s.prose or (s.links < 30 and self.at[i].claimed < FAR):
                value = s.size * self.at[i].trust * (1 if s.prose else 0.25)
                if h1 is not None:
                    value *= 0.4 if i < h1 else 1.5 if i - h1 < 25 else 1.0
                if page.blocks[i].note == "stated":
                    value *= 3
                worth[i] = int(value)
        return worth

    def _container(self, where: range) -> Spot:
        """The element that holds most worth, directly or one or two levels down."""
        mass: Counter[Spot] = Counter()
        for i in where:
            if value := self.worth[i]:
                up = self.at[i].around
                mass[up] += value
                mass[up.around] += value * 5 // 8
                mass[up.around.around] += value * 3 // 8
        return max(mass, key=lambda place: (mass[place], place.level), default=self.spots.root)

    def _candidates(self) -> list[int]:
        """The blocks that are worth a closer look; the others are settled as boilerplate.

        They stand in or near the span, in the scope, or beside prose that is looked at: a paragraph of three words
        behind a table is told by the paragraphs around it.
        """
        a, b = self.span[0] - REACH, self.span[1] + REACH
        inside, at, worth, blocks = self.spots.within(self.scope), self.at, self.worth, self.page.blocks
        open_ = [i for i, score in enumerate(self.page.paths) if score > HOPELESS]
        chosen = {i for i in open_ if a <= i < b or worth[i] > 60 or at[i] in inside or blocks[i].note == "stated"}
        homes = {at[i].around for i in chosen if self.page.shapes[i].prose}
        return [i for i in open_ if i in chosen or at[i].around in homes]

    def _listen(self) -> None:
        """Score what the candidates' texts say."""
        weights, says, blocks = self.page.weights, self.page.says, self.page.blocks
        for i in self.chosen:
            says[i] = weights.said(blocks[i].text)
        self.scores = [p + s for p, s in zip(self.page.paths, says, strict=True)]
        self.sums = [0]
        for score in self.scores:
            self.sums.append(self.sums[-1] + score)

    def _scope(self) -> Spot:
        """The innermost element that holds nine tenths of the span's worth."""
        holds: Counter[Spot] = Counter()
        for i in range(*self.span):
            if value := self.worth[i]:
                holds[self.at[i].around] += value
        total = sum(holds.values())
        for place, value in list(holds.items()):
            while place.level > 1:
                place = place.around
                holds[place] += value
        held = [place for place, value in holds.items() if place.level and value >= 0.9 * total]
        return max(held, key=lambda place: place.level, default=self.spots.root)

    def _span(self) -> tuple[int, int]:
        """The run of blocks that holds most worth for least boilerplate, as a half-open range."""
        best = total = start = 0
        found = (0, 0)
        within, at, worth, paths = self.spots.within(self.main), self.at, self.worth, self.page.paths
        for i, s in enumerate(self.page.shapes):
            if total <= 0:
                total, start = 0, i
            inside = at[i] in within
            value = min(worth[i], 600) // (1 if inside else 3)
            value += max(-60, min(60, paths[i] // 4)) - (0 if s.prose else 40 + 30 * (s.links > 50))
            total += value // 4 if inside and value < 0 else value
            if total > best:
                best, found = total, (start, i + 1)
        return found

    def _weigh(self) -> None:
        """How much prose each container and each kind of element holds."""
        a, b = self.span
        self.mass: Counter[Spot] = Counter()
        self.kin: Counter[tuple[Kind, Kind]] = Counter()
        self.group = Counter(self.at)
        self.group_size: dict[Spot, int] = dict.fromkeys(self.group, 0)
        for i, s in enumerate(self.page.shapes):
            place = self.at[i]
            self.group_size[place] += s.size
            if self.worth[i]:
                self.mass[place.around] += self.worth[i]
            if s.prose and a <= i < b:
                self.kin[place.around.kind, place.kind] += s.size
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
        self._terms: dict[int, frozenset[str]] = {}
        self.topic: Counter[str] = Counter()
        wanted = set(self.chosen)
        for i in range(*self.span):
            if self.page.shapes[i].prose and i in wanted:
                self.topic.update(self.terms(i))

    def terms(self, i: int) -> frozenset[str]:
        """The words of a block of four letters or more."""
        found = self._terms.get(i)
        if found is None:
            found = self._terms[i] = terms(self.page.blocks[i].text)
        return found

    def _state(self) -> None:
        """How many blocks up to each one the page states as its body."""
        self.stated = [0]
        for block in self.page.blocks:
            self.stated.append(self.stated[-1] + (block.note == "stated"))

    def row(self, i: int) -> list[int]:
        """All numbers of a block, always in the same order."""
        place = self.at[i]
        there = self._rows.get(place)
        if there is None:
            there = self._rows[place] = [*self._tree(place), *place.kinds]
        return [*self._own(i), *there, *self._place(i), *self._meaning(i), *self._neighbours(i)]

    def _own(self, i: int) -> list[int]:
        block, s = self.page.blocks[i], self.page.shapes[i]
        text = block.text
        words = text[:300].split()
        return [
            s.words,
            s.size,
            s.ending,
            s.links,
            s.label,
            100 * sum([word[0].isupper() for word in words]) // len(words),
            100 * _digits(text[:200]) // min(200, s.size),
            min(text.count(". ") + text.count("? ") + text.count("! ") + text.count("。"), 9),
            text.count("|") + text.count("•") + text.count("·"),
            ("@" in text) + 2 * ("://" in text or ".com" in text) + 4 * ("#" in text),
            ("“" in text) + ('"' in text) + ("«" in text) + ("„" in text),
            block.note == "stated",
            self.page.paths[i],
            self.page.says[i],
        ]

    def _tree(self, place: Spot) -> list[int]:
        main, scope, depth = self.main, self.scope, place.level
        level, wide = place.common(main), place.common(scope)
        mass = self.mass[place.around]
        return [
            depth,
            main.level - level,
            depth - level,
            scope.level - wide,
            depth - wide,
            100 * mass // max(1, self.mass[main], mass),
            100 * mass // self.total,
            int(100 * place.trust),
            place.claimed,
            100 * self.kin[place.around.kind, place.kind] // self.kin_most,
            min(self.group[place], 40),
            self.group_size[place] // self.group[place],
            100 * self.group_size[place] // self.total,
            place.hidden,
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
            self.repeats[self.page.blocks[i].text],
        ]

    def _meaning(self, i: int) -> list[int]:
        bag, page, stated, topic = self.terms(i), self.page, self.stated, self.topic
        size = max(1, len(bag))
        own = 1 if page.shapes[i].prose and self.span[0] <= i < self.span[1] else 0
        titled, described = len(bag & page.title), len(bag & page.description)
        near = stated[min(self.count, i + 4)] - stated[max(0, i - 3)] - (stated[i + 1] - stated[i])
        return [
            100 * titled // size,
            100 * titled // max(1, len(page.title)),
            100 * described // size,
            100 * described // max(1, len(page.description)),
            100 * sum([topic[word] > own for word in bag if word in topic]) // size if bag else -1,
            min(stated[-1], 30),
            near,
        ]

    def _nearness(self, i: int, j: int) -> int:
        """How far up from block ``i`` the element stands that also holds block ``j``, as a negative number."""
        if not 0 <= j < self.count:
            return -30
        return self.at[i].common(self.at[j]) - self.at[i].level

    def _neighbours(self, i: int) -> list[int]:
        row: list[int] = []
        paths, says, shapes, at = self.page.paths, self.page.says, self.page.shapes, self.at
        for j in (i - 2, i - 1, i + 1, i + 2):
            if 0 <= j < self.count:
                s = shapes[j]
                row += (paths[j], says[j], s.words, s.links, at[j] is at[i])
            else:
                row += _NOBODY
        row += (self._nearness(i, i - 1), self._nearness(i, i + 1))
        for a, b in ((max(0, i - 6), i), (i + 1, min(self.count, i + 7))):
            row.append((self.sums[b] - self.sums[a]) // (b - a) if a < b else -999)
        return row


_NOBODY = (-999, -999, -1, -1, 0)
_ASCII_DIGIT, _BEYOND_ASCII = re.compile("[0-9]"), re.compile("[^\x00-\x7f]")


def _digits(text: str) -> int:
    """How many digits of any script a text holds.

    >>> _digits("3 of 12 m²")
    4
    """
    count = len(_ASCII_DIGIT.findall(text))
    return count if text.isascii() else count + sum(map(str.isdigit, _BEYOND_ASCII.findall(text)))
