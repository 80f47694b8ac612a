"""All labelled lines as parallel arrays, for train_lines.py."""

import gzip
import json
from collections import Counter, defaultdict

import numpy as np
from scipy.sparse import csr_matrix
from seen import Seen, registered

from cleaner.core.document import Document
from cleaner.models.line.context import Surroundings, headline_of, inserts_of, page_like, slug_of
from cleaner.models.line.guards import long_sentence, witnessed
from cleaner.models.line.judge import KNOWN, PLAIN, SETTLED, SETTLED_ODDS, steady
from cleaner.models.line.second_look import PLAIN_ODDS, SECOND_LOOK, SURE_ODDS, SecondLook
from cleaner.models.line.shape import plain, shape, standing
from cleaner.models.line.words import SCALE, ngrams
from cleaner.rules import using
from cleaner.stages.boilerplate import STRUCTURE, read

JUDGED = frozenset(["zyte", "fundus-test", "fundus-eval"])
"""The sets whose bodies people have marked: these decide how high the bars are, and these are reported."""

READ = JUDGED | {"read"}
"""The sets that those who wrote rows have read."""

TRUST = {"zyte": 1.5, "read": 0.8, "pages": 0.5, "collections": 0.8}


def load(*paths):
    """The lines of all dumps in some files."""
    docs = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            docs += map(json.loads, rows)
    return Lines(docs)


def known_lines(texts, rows):
    """The lines that structure and ``rows`` cut without the model, by index, with their rules."""
    document = Document("\n".join(texts))
    starts, at = {}, 0
    for i, text in enumerate(texts):
        starts[at + len(text) - len(text.lstrip())] = i
        at += len(text) + 1
    with using(rows):
        page = read(document, STRUCTURE)
    at = {k: starts.get(page.items[k].start) for k in page.cuts}
    return {at[k]: cut.rule for k, cut in page.cuts.items() if at[k] is not None}


class Lines:
    """The lines of all dumps, one after the other; ``first[n]`` is where those of dump ``n`` begin."""

    def __init__(self, docs):
        self.docs = docs
        self.text = [[x["text"] for x in d["lines"]] for d in docs]
        self.shapes = [[shape(t) for t in lines] for lines in self.text]
        self.known = self._known()
        flat = [(n, d, x) for n, d in enumerate(docs) for x in d["lines"]]
        self.doc = np.array([n for n, _, _ in flat])
        self.first = np.searchsorted(self.doc, np.arange(len(docs) + 1))
        self.sure = np.array([i in k for k, part in zip(self.known, self.text, strict=True) for i in range(len(part))])
        self.page = np.array([page_like(lines) for lines in self.text])[self.doc]
        self.plain = np.array([plain(x["text"]) for _, _, x in flat]) & ~self.page & ~self.sure
        label = np.array([x["label"] for _, _, x in flat])
        self.boiler = label == "boiler"
        self.scored = self.boiler | (label == "body")
        self._describe([d for _, d, _ in flat])
        self.unwitnessed = ~self.page & ~self.sure & np.array(list(self._unwitnessed()))
        self.shape = np.array([s.values for part in self.shapes for s in part])
        self.words = np.array([len(x["text"].split()) for _, _, x in flat])
        self.grams = [ngrams(s.tokens) for part in self.shapes for s in part]
        self.weight = self._weight([(d["publisher"], x["text"]) for _, d, x in flat])
        self.vocabulary, self.matrix = self._matrix()

    def _describe(self, docs):
        """What the dump of each line tells of it."""
        self.group = np.array([registered(d["publisher"]) for d in docs])
        self.dump = np.array([{"article": "b", "fullpage": "a"}.get(d["dump_kind"], "c") for d in docs])
        self.english = np.array([d["lang"] == "en" for d in docs])
        self.zyte = np.array([d["set"] == "zyte" for d in docs])
        self.trust = np.array([TRUST.get(d["set"], 1) for d in docs])
        self.judged = np.array([d["set"] in JUDGED for d in docs])

    def _known(self):
        """The lines of each dump that are known for boilerplate, by rows that were not written from its publisher."""
        read = [(d["publisher"], lines) for d, lines in zip(self.docs, self.text, strict=True) if d["set"] in READ]
        seen = Seen(read)
        rows = [seen.rows_without(registered(d["publisher"])) for d in self.docs]
        return [known_lines(lines, book) for lines, book in zip(self.text, rows, strict=True)]

    def _unwitnessed(self):
        """For each line: is it a long sentence without boilerplate beside it?"""
        for known, lines in zip(self.known, self.text, strict=True):
            yield from (long_sentence(text) and not witnessed(i, known) for i, text in enumerate(lines))

    def _weight(self, keys):
        """Long lines count more, what one publisher repeats counts less."""
        times = Counter(k for k, s in zip(keys, self.scored, strict=True) if s)
        once = np.array([1 / max(1, times[k]) ** 0.5 for k in keys])
        return once * np.sqrt(np.clip(self.words, 1, 40)) * self.trust

    def _matrix(self):
        """Which n-grams that at least three publishers use stand in which line."""
        users = defaultdict(set)
        for grams, group in zip(self.grams, self.group, strict=True):
            for gram in grams:
                users[gram].add(group)
        words = sorted(g for g, who in users.items() if len(who) >= 3)
        column = {g: i for i, g in enumerate(words)}
        index, start, data = [], [0], []
        for grams in self.grams:
            found = [column[g] for g in grams if g in column]
            index += found
            data += [100 / SCALE[len(grams)]] * len(found)
            start.append(len(index))
        return words, csr_matrix((data, index, start), shape=(len(self.grams), len(words)))

    def contexts(self, scores):
        """What a first sight of every line shows; a line that rows cut is described as if they had not."""
        rows = []
        for n, lines in enumerate(self.text):
            a, b = self.first[n], self.first[n + 1]
            own = [int(s) for s in scores[a:b]]
            known, easy = self.known[n], self.plain[a:b]
            seen = [KNOWN if i in known else PLAIN if easy[i] else own[i] for i in range(b - a)]
            shapes = [standing(len(t)) if p else s for s, p, t in zip(self.shapes[n], easy, lines, strict=True)]
            slug = slug_of(self.docs[n]["url"])
            around = Surroundings(lines, shapes, seen, headline_of(lines), slug, known, inserts_of(known))
            for i in range(b - a):
                row = around.row(i)
                row[0] = own[i]
                rows.append(row)
        return np.hstack([self.shape, np.array(rows)])

    def taken(self, scores, odds):
        """What each line was taken for at the first look, as the product sees it."""
        settled = (scores < SETTLED) & ~self.page
        seen = np.where(settled, SETTLED_ODDS, [steady(round(o)) for o in odds])
        return np.where(self.sure, SURE_ODDS, np.where(self.plain, PLAIN_ODDS, seen)).astype(int)

    def companies(self, taken):
        """the features of the second look at every line, and which lines are flanked by suspects."""
        rows, flanked = [], []
        for n, lines in enumerate(self.text):
            odds = taken[self.first[n] : self.first[n + 1]].tolist()
            second = SecondLook(lines, odds, inserts_of(self.known[n]))
            rows += [second.row(i) if i in second.at else [0] * len(SECOND_LOOK) for i in range(len(lines))]
            between = set(second.flanked())
            flanked += [i in between for i in range(len(lines))]
        return np.array(rows), np.array(flanked)
