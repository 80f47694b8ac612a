"""A line among its neighbours: where it stands, what surrounds it, and whether it speaks of the article's subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from cleaner.linemodel.shape import Shape

_CONTENT = re.compile(r"[^\W\d_]{4,}")
SURE = 250
NEAR = (-3, -2, -1, 1, 2, 3)

CONTEXT = [
    "score",
    "index",
    "from_end",
    "percent",
    "from_prose",
    "to_prose",
    "prose_before",
    "prose_after",
    "lines",
    "mean_words",
    "prose_share",
    "mean_score",
    "repeated",
    "title_line",
    "title_share",
    "slug_line",
    "topic",
    "topic_rare",
    "short_run_before",
    "short_run_after",
    "relative",
    "window5",
    "window11",
    "same_caps",
    "best_near",
    "heading_gap",
    "sure_before",
    "sure_after",
    "sure",
]
for _d in NEAR:
    CONTEXT += [f"score{_d:+d}", f"words{_d:+d}", f"ending{_d:+d}", f"caps{_d:+d}", f"stops{_d:+d}"]


def slug_of(url: str | None) -> str:
    """The words of an address behind the host: they tell the article's subject.

    >>> slug_of("https://example.org/news/rain-again-in-leeds-123")
    'news rain again in leeds 123'
    """
    path = (url or "").partition("://")[2].partition("/")[2].partition("?")[0][:300]
    return " ".join(re.findall(r"\w+", path.replace("_", " ")))


def headline_of(lines: Sequence[str]) -> str:
    """The first line, if it may be a headline: not long, no full stop.

    >>> headline_of(["Rain again in Leeds", "It rained."]), headline_of(["It rained."])
    ('Rain again in Leeds', '')
    """
    first = lines[0] if lines else ""
    return first if len(first) <= 160 and not first.endswith((".", ":", ";", ",", "…", ".”", '."')) else ""


def content(text: str) -> list[str]:
    """The words of four letters or more, in lower case."""
    return _CONTENT.findall(text.lower())


def context(
    lines: Sequence[str],
    shapes: Sequence[Shape],
    scores: Sequence[int],
    title: str,
    slug: str,
    known: Collection[int] = (),
) -> list[list[int]]:
    """Each line's numbers in the order of ``CONTEXT``; ``scores`` are the words' scores (boilerplate is positive)."""
    count = len(lines)
    topic: Counter[str] = Counter()
    bags = []
    for line in lines:
        bag = content(line[:600])
        bags.append(bag)
        topic.update(set(bag))
    title_words = set(content(title))
    slug_words = set(content(slug))
    prose = [
        s.values[0] >= 15 and s.values[8] >= 6 and s.values[3] >= 25 and score < 0 for s, score in zip(shapes, scores)
    ]
    total = sum(prose)
    keys = Counter(" ".join(b) or line.lower() for b, line in zip(bags, lines))
    words = [s.values[0] for s in shapes]
    mean = sum(words) // max(1, count)
    mean_score = sum(scores) // max(1, count)
    fold = [" ".join(b) or line.lower() for b, line in zip(bags, lines)]
    sure = [
        i in known or (score > SURE and w <= 12) or (keys[k] >= 3 and w <= 6 and not p)
        for i, (score, w, k, p) in enumerate(zip(scores, words, fold, prose, strict=True))
    ]
    rest = [i for i in range(count) if not sure[i]]
    place = 0
    before = 0
    last_prose = -99
    nexts = [0] * count
    upcoming = len(rest) + 99
    run_after = [0] * count
    run = 0
    at = len(rest)
    for i in range(count - 1, -1, -1):
        nexts[i] = upcoming - at
        run_after[i] = run
        if not sure[i]:
            at -= 1
            if prose[i]:
                upcoming = at
            run = run + 1 if words[i] < 12 else 0
    out = []
    run = 0
    heading = -99
    for i in range(count):
        v = shapes[i].values
        bag = set(bags[i])
        size = len(bag) or 1
        known = sum(topic[w] > 1 for w in bag)
        novel = [w for w in bag if w not in title_words]
        rare = sum(topic[w] > 1 for w in novel)
        row = [
            scores[i],
            min(i, 60),
            min(count - i - 1, 60),
            100 * i // max(1, count - 1),
            min(place - last_prose, 40),
            min(nexts[i], 40),
            min(before, 30),
            min(total - before - prose[i], 30),
            min(count, 200),
            mean,
            100 * total // max(1, count),
            mean_score,
            keys[fold[i]],
            100 * len(bag & title_words) // size,
            100 * len(bag & title_words) // max(1, len(title_words)),
            100 * len(bag & slug_words) // size,
            100 * known // size if bag else -1,
            100 * rare // len(novel) if novel else -1,
            min(run, 20),
            min(run_after[i], 20),
            10 * v[0] // max(1, mean),
        ]
        past = rest[max(0, place - 5) : place]
        coming = rest[place + (not sure[i]) : place + (not sure[i]) + 5]
        near5 = [scores[j] for j in past[-2:] + coming[:2]]
        near11 = [scores[j] for j in past + coming]
        row.append(sum(near5) // max(1, len(near5)))
        row.append(sum(near11) // max(1, len(near11)))
        same = 0
        for j in past[-2:] + coming[:2]:
            if abs(shapes[j].values[4] - v[4]) < 25 and abs(words[j] - words[i]) < 5:
                same += 1
        row.append(same)
        row.append(min(near5) if near5 else 0)
        row.append(min(i - heading, 20))
        row.append(sum(sure[max(0, i - 3) : i]))
        row.append(sum(sure[i + 1 : i + 4]))
        row.append(int(sure[i]))
        for d in NEAR:
            if d < 0:
                j = past[d] if -d <= len(past) else -1
            else:
                j = coming[d - 1] if d <= len(coming) else -1
            if j >= 0:
                s = shapes[j].values
                row += [scores[j], min(s[0], 60), s[8], s[4], s[3]]
            else:
                row += [0, -1, -1, -1, -1]
        out.append(row)
        if not sure[i]:
            if prose[i]:
                before += 1
                last_prose = place
            place += 1
            run = run + 1 if words[i] < 12 else 0
        if v[0] <= 5 and scores[i] > 100:
            heading = i
    return out
