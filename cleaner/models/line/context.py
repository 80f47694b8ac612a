"""A line in its context: its position, its neighbours, and whether it shares the subject of the article.

*Sure* boilerplate (a row has cut it, its words leave no doubt, or a short line occurs three times) is skipped: two
paragraphs with ``Advertisement`` between them are neighbours. But it is also evidence: between two newsletter boxes
there is no sub-heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate

from cleaner.core import lazy_re as re
from cleaner.models.line.shape import LONG, Shape, cues

SURE = 250
MENU = 6
"""A text with so many entries of a menu is a whole page."""
NEAR = (-2, -1, 1, 2)

_CONTENT = re.compile(r"[^\W\d_]{4,}")

_LINE = """
score index from_end percent from_prose to_prose prose_before prose_after lines mean_words prose_share
mean_score repeated title_line title_share slug_line run_before run_after relative near5 near11 same_caps
best_near heading_gap sure_before sure_after loud_before loud_after loud_near grid
"""
_NEIGHBOUR = ("score", "words", "ending", "caps", "stops")
CONTEXT = (*_LINE.split(), *(f"{name}{step:+d}" for step in NEAR for name in _NEIGHBOUR))


def slug_of(url: str | None) -> str:
    """The words of an address after the host: they tell the subject of the article.

    >>> slug_of("https://example.org/news/rain-again-in-leeds-123")
    'news rain again in leeds 123'
    """
    path = (url or "").partition("://")[2].partition("/")[2].partition("?")[0][:300]
    return " ".join(re.findall(r"\w+", path.replace("_", " ")))


def page_like(lines: Sequence[str]) -> bool:
    """Is this a whole page, not only its article: many short lines above and below, and a menu or a footer?

    Repeated lines count once, so that markers between paragraphs do not count as a menu.

    >>> page_like(["Home", "News", "Sport", *map(str, range(90)), "It rained in Leeds. " * 10, "Terms of use", "Help"])
    True
    """
    parts = list(dict.fromkeys(lines))
    long = [len(line) >= LONG for line in parts]
    if len(parts) < 45 or sum(long[:6]) > 1 or not 0 < 20 * sum(long) < 7 * len(parts):
        return False
    menu = cues().menu
    if sum([len(line) < 30 and line.strip().lower() in menu for line in parts]) >= MENU:
        return True
    foot = "\n".join([line[:200] for line in parts[-30:]]).lower()
    return len(parts) >= 60 and sum(long[-15:]) <= 2 and any(term in foot for term in cues().footer)


def headline_of(lines: Sequence[str]) -> str:
    """The first line, if it may be a headline: not long, without a full stop.

    >>> headline_of(["Rain again in Leeds", "It rained."]), headline_of(["It rained."])
    ('Rain again in Leeds', '')
    """
    first = lines[0] if lines else ""
    return first if len(first) <= 160 and not first.endswith((".", ":", ";", ",", "…", ".”", '."')) else ""


_INSERTS = ("ad.", "caption.", "credit.", "gallery.")


def inserts_of(known: Mapping[int, str]) -> set[int]:
    """The lines that are ads or belong to pictures, by the rules that cut them: they occur within stories.

    >>> inserts_of({3: "ad.label", 5: "newsletter.consent"})
    {3}
    """
    return {i for i, rule in known.items() if rule.startswith(_INSERTS)}


def content(text: str) -> list[str]:
    """The words of at least four letters, in lower case."""
    return _CONTENT.findall(text.lower())


class Surroundings:
    """The lines of a text, with what is counted once for the whole text.

    ``scores`` are the scores of the words of each line; ``known`` are lines that are surely boilerplate; ``inserts``
    are those of them that occur within stories, and so are no evidence against their neighbours.
    """

    def __init__(
        self,
        lines: Sequence[str],
        shapes: Sequence[Shape],
        scores: Sequence[int],
        title: str = "",
        slug: str = "",
        known: Collection[int] = (),
        inserts: Collection[int] = (),
    ) -> None:
        count = len(lines)
        self.shapes, self.scores, self.count = shapes, scores, count
        self.words = words = [s.values[0] for s in shapes]
        self.title, self.slug = set(content(title)), set(content(slug))
        self.times = Counter(lines)
        often = [self.times[line] >= 3 and n <= 6 for line, n in zip(lines, words, strict=True)]
        self.lines = lines
        self.sure = [
            i in known or again or (score > SURE and n <= 12)
            for i, (again, score, n) in enumerate(zip(often, scores, words, strict=True))
        ]
        self.loud = [
            sure and not again and i not in inserts
            for i, (sure, again) in enumerate(zip(self.sure, often, strict=True))
        ]
        self.rest = [i for i in range(count) if not self.sure[i]]
        self.prose = [self._prose(i) for i in range(count)]
        self.before = [0, *accumulate(self.prose)]
        size = max(1, len(self.rest))
        self.mean = sum(words[i] for i in self.rest) // size
        self.doc = [
            min(count, 200),
            self.mean,
            100 * self.before[-1] // size,
            sum(scores[i] for i in self.rest) // size,
        ]
        self._gaps()

    def _prose(self, i: int) -> bool:
        values = self.shapes[i].values
        return not self.sure[i] and values[0] >= 15 and values[8] >= 6 and values[3] >= 25 and self.scores[i] < 0

    def _gaps(self) -> None:
        """For each line: its position, the gaps to the nearest prose, the runs of short lines around it."""
        self._gaps_above()
        self._gaps_below()

    def _gaps_above(self) -> None:
        count = self.count
        self.place, self.back, self.run, self.gap = [0] * count, [0] * count, [0] * count, [0] * count
        place, last, run, heading = 0, -99, 0, -99
        for i in range(count):
            self.place[i], self.back[i], self.run[i], self.gap[i] = place, place - last, run, i - heading
            if not self.sure[i]:
                last = place if self.prose[i] else last
                place += 1
                run = run + 1 if self.words[i] < 12 else 0
            if self.words[i] <= 5 and self.scores[i] > 100:
                heading = i

    def _gaps_below(self) -> None:
        self.ahead, self.run_on = [0] * self.count, [0] * self.count
        place, coming, run = len(self.rest), len(self.rest) + 99, 0
        for i in range(self.count - 1, -1, -1):
            self.ahead[i], self.run_on[i] = coming - place, run
            if not self.sure[i]:
                place -= 1
                coming = place if self.prose[i] else coming
                run = run + 1 if self.words[i] < 12 else 0

    def row(self, i: int) -> list[int]:
        """The features of line ``i``, in the order of ``CONTEXT``."""
        after = self.place[i] + (not self.sure[i])
        past, coming = self.rest[max(0, self.place[i] - 5) : self.place[i]], self.rest[after : after + 5]
        return [
            self.scores[i],
            *self._position(i),
            *self.doc,
            self.times[self.lines[i]],
            *self._topic(i),
            min(self.run[i], 20),
            min(self.run_on[i], 20),
            10 * self.words[i] // max(1, self.mean),
            *self._near(i, past, coming),
            *self._loud(i),
            *self._neighbours(past, coming),
        ]

    def _position(self, i: int) -> tuple[int, ...]:
        done = self.before[i]
        return (
            min(i, 60),
            min(self.count - i - 1, 60),
            100 * i // max(1, self.count - 1),
            min(self.back[i], 40),
            min(self.ahead[i], 40),
            min(done, 30),
            min(self.before[-1] - self.before[i + 1], 30),
        )

    def _topic(self, i: int) -> tuple[int, ...]:
        if not self.title and not self.slug:
            return 0, 0, 0
        bag = {t for t in self.shapes[i].tokens if len(t) >= 4}
        size, shared = len(bag) or 1, len(bag & self.title)
        return 100 * shared // size, 100 * shared // max(1, len(self.title)), 100 * len(bag & self.slug) // size

    def _near(self, i: int, past: list[int], coming: list[int]) -> tuple[int, ...]:
        two = past[-2:] + coming[:2]
        near = [self.scores[j] for j in two]
        far = [self.scores[j] for j in past] + [self.scores[j] for j in coming]
        caps, words = self.shapes[i].values[4], self.words[i]
        same = [1 for j in two if abs(self.shapes[j].values[4] - caps) < 25 and abs(self.words[j] - words) < 5]
        return (
            sum(near) // max(1, len(near)),
            sum(far) // max(1, len(far)),
            len(same),
            min(near, default=0),
            min(self.gap[i], 20),
        )

    def _loud(self, i: int) -> tuple[int, ...]:
        loud = self.loud
        inside = self.before[i] > 0 and self.before[i + 1] < self.before[-1]
        return (
            sum(self.sure[max(0, i - 3) : i]),
            sum(self.sure[i + 1 : i + 4]),
            _distance(loud[max(0, i - 6) : i][::-1]),
            _distance(loud[i + 1 : i + 7]),
            sum(loud[max(0, i - 4) : i + 5]) - loud[i],
            min(self.run[i], 20) + min(self.run_on[i], 20) if inside else -1,
        )

    def _neighbours(self, past: list[int], coming: list[int]) -> list[int]:
        found: list[int] = []
        for step in NEAR:
            side, k = (past, step) if step < 0 else (coming, step - 1)
            if abs(step) <= len(side):
                v = self.shapes[side[k]].values
                found += self.scores[side[k]], min(v[0], 60), v[8], v[4], v[3]
            else:
                found += 0, -1, -1, -1, -1
        return found


def _distance(marks: Sequence[bool]) -> int:
    """The distance of the first mark; 7 if there is none."""
    return marks.index(True) + 1 if True in marks else 7
