"""The page as a whole, the background for the features of each block.

The *main* container is the element that directly holds most prose. The *span* is the run of blocks with the most prose
and the least boilerplate. The *scope* is the innermost element around nearly all of the span.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from cleaner.core.tree import Kind, Place
from cleaner.models.block.places import FAR, about
from cleaner.models.block.shapes import Page, terms

HOPELESS = -1400
"""A block is settled as boilerplate if the elements around it score less."""
REACH = 12
_EDGE: list[tuple[int, int, int, int, Place | None]] = [(-999, -999, -1, -1, None)] * 2
"""What stands beside the first and the last two blocks."""


class View:
    """What is known about a page before its blocks are judged one by one.

    Blocks in the same place of the tree share everything about it; ``at`` holds the place of each block. ``chosen`` are
    the blocks to judge; the others are settled as boilerplate.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.at = page.places
        self.root = self.at[0].root
        self.count = len(page.blocks)
        self.h1 = next((i for i, block in enumerate(page.blocks) if block.label == "h1"), None)
        self.worth = self._worth()
        self.main = self._container(range(self.count))
        self.span = self._span()
        self.main = self._container(range(*self.span))
        self.scope = self._scope()
        self.inside = self._within(self.scope)
        self._weigh()
        self.chosen = self._candidates()
        self._listen()
        self._order()
        self._subject()
        self._state()
        self.repeats = Counter([block.text for block in page.blocks])
        self.trees: dict[Place, list[int]] = {}

    def _worth(self) -> list[int]:
        """The prose of each block in code points, reduced if the tree or the reading order makes it doubtful."""
        page, h1, at = self.page, self.h1, self.at
        worth = [0] * self.count
        for i, prose in enumerate(page.prose):
            if prose or (page.links[i] < 30 and about(at[i]).claimed < FAR):
                value = page.sizes[i] * about(at[i]).trust * (1 if prose else 0.25)
                if h1 is not None:
                    value *= 0.4 if i < h1 else 1.5 if i - h1 < 25 else 1.0
                if page.blocks[i].note == "stated":
                    value *= 3
                worth[i] = int(value)
        return worth

    def _container(self, where: range) -> Place:
        """The element with the most prose, directly or up to two levels down."""
        mass: dict[Place, int] = {}
        for i in where:
            if value := self.worth[i]:
                one = self.at[i].around
                two = one.around
                three = two.around
                mass[one] = mass.get(one, 0) + value
                mass[two] = mass.get(two, 0) + value * 5 // 8
                mass[three] = mass.get(three, 0) + value * 3 // 8
        return max(mass, key=lambda place: (mass[place], place.level), default=self.root)

    def _within(self, outer: Place) -> set[Place]:
        """The places of blocks inside an element, including itself."""
        return {place for place in set(self.at) if place.lies_in(outer)}

    def _candidates(self) -> list[int]:
        """The blocks to judge: in or near the span, in the scope, or beside other candidates.

        A paragraph of three words after a table is known by the paragraphs around it.
        """
        a, b = self.span[0] - REACH, self.span[1] + REACH
        inside, at, worth, blocks = self.inside, self.at, self.worth, self.page.blocks
        open_ = [i for i, score in enumerate(self.page.paths) if score > HOPELESS]
        chosen = {i for i in open_ if a <= i < b or worth[i] > 60 or at[i] in inside or blocks[i].note == "stated"}
        homes = {at[i].around for i in chosen if self.page.prose[i]}
        return [i for i in open_ if i in chosen or at[i].around in homes]

    def _listen(self) -> None:
        """Score the texts of the candidates."""
        weights, says, blocks = self.page.weights, self.page.says, self.page.blocks
        for i in self.chosen:
            says[i] = weights.said(blocks[i].text)
        self.scores = [p + s for p, s in zip(self.page.paths, says, strict=True)]
        self.sums = list(accumulate(self.scores, initial=0))
        beside = zip(self.page.paths, says, self.page.words, self.page.links, self.at, strict=True)
        self.beside = [*_EDGE, *beside, *_EDGE]

    def _scope(self) -> Place:
        """The innermost element with nine tenths of the prose in the span."""
        holds: Counter[Place] = Counter()
        for i in range(*self.span):
            if value := self.worth[i]:
                holds[self.at[i].around] += value
        total = sum(holds.values())
        for place, value in list(holds.items()):
            while place.level > 1:
                place = place.around
                holds[place] += value
        held = [place for place, value in holds.items() if place.level and value >= 0.9 * total]
        return max(held, key=lambda place: place.level, default=self.root)

    def _span(self) -> tuple[int, int]:
        """The run of blocks with the most prose and the least boilerplate, as a half-open range."""
        best = total = start = 0
        found = (0, 0)
        page = self.page
        within = self._within(self.main)
        for i, (place, worth, path, prose) in enumerate(zip(self.at, self.worth, page.paths, page.prose, strict=True)):
            if total <= 0:
                total, start = 0, i
            inside = place in within
            value = (worth if worth < 600 else 600) // (1 if inside else 3)
            path //= 4
            value += 60 if path > 60 else -60 if path < -60 else path
            if not prose:
                value -= 70 if page.links[i] > 50 else 40
            total += value // 4 if inside and value < 0 else value
            if total > best:
                best, found = total, (start, i + 1)
        return found

    def _weigh(self) -> None:
        """The amount of prose in each container and each kind of element."""
        a, b = self.span
        page = self.page
        self.mass: Counter[Place] = Counter()
        self.kin: Counter[tuple[Kind, Kind]] = Counter()
        self.group = Counter(self.at)
        self.group_size: dict[Place, int] = dict.fromkeys(self.group, 0)
        for i, (place, size, worth) in enumerate(zip(self.at, page.sizes, self.worth, strict=True)):
            self.group_size[place] += size
            if worth:
                self.mass[place.around] += worth
            if page.prose[i] and a <= i < b:
                self.kin[place.around.kind, place.kind] += size
        self.total = max(1, sum(self.mass.values()))
        self.kin_most = max(self.kin.values(), default=1)

    def _order(self) -> None:
        """The positions of prose in reading order."""
        a, b = self.span
        prose, labels, count = self.page.prose, self.page.labels, self.count
        inner = [i for i in range(a, b) if prose[i]]
        self.first, self.last = (inner[0], inner[-1]) if inner else (a, b)
        self.since, self.until, self.before, self.heading = [0] * count, [0] * count, [0] * count, [-1] * count
        at, seen, heading = -FAR, 0, -1
        for i in range(count):
            since = i - at
            self.since[i] = since if since < FAR else FAR
            self.before[i] = seen if seen < 40 else 40
            self.heading[i] = heading
            if prose[i]:
                at, seen = i, seen + 1
            if labels[i] == 2:
                heading = i
        at = count + FAR
        for i in range(count - 1, -1, -1):
            until = at - i
            self.until[i] = until if until < FAR else FAR
            if prose[i]:
                at = i

    def _subject(self) -> None:
        """The subject of the prose: its words."""
        self._terms: dict[int, frozenset[str]] = {}
        self.topic: Counter[str] = Counter()
        a, b = self.span
        for i in self.chosen:
            if a <= i < b and self.page.prose[i]:
                self.topic.update(self.terms(i))

    def terms(self, i: int) -> frozenset[str]:
        """The words of a block with at least four letters."""
        found = self._terms.get(i)
        if found is None:
            found = self._terms[i] = terms(self.page.blocks[i].text)
        return found

    def _state(self) -> None:
        """For each block, the number of blocks so far that the page states as its body."""
        self.stated = list(accumulate([block.note == "stated" for block in self.page.blocks], initial=0))
