"""Train the model of the line: ``python cleaner/data/build/train_lines.py DATA_FOLDER``.

DATA_FOLDER holds ``boilerplate/lines.jsonl.gz``: text dumps whose lines are labelled from human gold bodies. Needs
numpy, scipy and scikit-learn. Writes ``cleaner/data/models/lines.json.gz`` and prints the figures on publishers that
the respective model has not seen.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import SGDClassifier

from cleaner.document import Document
from cleaner.linemodel.context import CONTEXT, context, headline_of, slug_of
from cleaner.linemodel.judge import LOGS
from cleaner.linemodel.shape import names as shape_names
from cleaner.linemodel.shape import shape
from cleaner.linemodel.words import SCALE, ngrams
from cleaner.stages.boilerplate import by_rows
from cleaner.stages.boilerplate.lines import split
from cleaner.stages.boilerplate.structure import read

OUT = Path(__file__).parents[1] / "models" / "lines.json.gz"
PER_LOG_WORD = 1000
TARGET = 0.6
OUTER, INNER = 5, 4
TREES = dict(max_iter=80, learning_rate=0.12, max_leaf_nodes=8, min_samples_leaf=30, l2_regularization=3.0)


def known_lines(texts):
    """The lines that structure and rows cut without the model, by index."""
    document = Document("\n".join(texts))
    starts, at = {}, 0
    for i, text in enumerate(texts):
        starts[at + len(text) - len(text.lstrip())] = i
        at += len(text) + 1
    lines = split(document)
    page = read(document, lines, by_rows(lines))
    return {starts[lines[k].start] for k in page.cuts if lines[k].start in starts}


class Lines:
    """All labelled lines as parallel arrays."""

    def __init__(self, docs):
        self.docs = docs
        self.text = [[x["text"] for x in d["lines"]] for d in docs]
        self.shapes = [[shape(t) for t in lines] for lines in self.text]
        flat = [(n, d, x) for n, d in enumerate(docs) for x in d["lines"]]
        self.doc = np.array([n for n, _, _ in flat])
        self.first = np.searchsorted(self.doc, np.arange(len(docs) + 1))
        self.label = np.array([x["label"] for _, _, x in flat])
        self.boiler = self.label == "boiler"
        self.scored = self.boiler | (self.label == "body")
        self.group = np.array([d["publisher"] for _, d, _ in flat])
        self.dump = np.array([{"article": "b", "fullpage": "a"}.get(d["dump_kind"], "c") for _, d, _ in flat])
        self.english = np.array([d["lang"] == "en" for _, d, _ in flat])
        self.zyte = np.array([d["set"] == "zyte" for _, d, _ in flat])
        self.shape = np.array([s.values for part in self.shapes for s in part])
        self.words = np.array([len(x["text"].split()) for _, _, x in flat])
        self.titles = [headline_of(lines) for lines in self.text]
        self.known = [known_lines(lines) for lines in self.text]
        self.row = np.array([i in k for k, lines in zip(self.known, self.text) for i in range(len(lines))])
        self.slugs = [slug_of(d["url"]) for d in docs]
        self.grams = [ngrams(s.tokens, s.edges) for part in self.shapes for s in part]
        keys = [(d["publisher"], x["text"]) for _, d, x in flat]
        times = Counter(k for k, s in zip(keys, self.scored) if s)
        once = np.array([1 / max(1, times[k]) ** 0.5 for k in keys])
        self.weight = once * np.sqrt(np.clip(self.words, 1, 40)) * np.where(self.zyte, 1.0, 1.0)
        self.vocabulary, self.matrix = self._matrix()

    def _matrix(self):
        users = defaultdict(set)
        for grams, group in zip(self.grams, self.group):
            for gram in grams:
                users[gram].add(group)
        words = sorted(g for g, who in users.items() if len(who) >= 3)
        column = {g: i for i, g in enumerate(words)}
        index, start, data = [], [0], []
        for grams in self.grams:
            found = [column[g] for g in grams if g in column]
            index += found
            data += [100 / SCALE[min(len(grams), 119)]] * len(found)
            start.append(len(index))
        return words, csr_matrix((data, index, start), shape=(len(self.grams), len(words)))


def words_model(lines, rows):
    weight = lines.weight * np.where(lines.dump == "a", 0.1, 1)
    model = SGDClassifier(loss="log_loss", alpha=2e-5, max_iter=12, tol=None, random_state=0, average=True)
    model.fit(lines.matrix[rows], lines.boiler[rows], sample_weight=weight[rows])
    return np.round(model.coef_[0] * 100).astype(int), int(round(model.intercept_[0] * 100))


def words_score(lines, model, rows):
    weights, bias = model
    return np.clip(np.round(lines.matrix[rows] @ weights).astype(int) + bias, -1500, 1500)


def parts(groups, k, seed):
    names = sorted(set(groups))
    np.random.RandomState(seed).shuffle(names)
    at = {name: i % k for i, name in enumerate(names)}
    return np.array([at[g] for g in groups])


def contexts(lines, scores):
    rows = []
    for n in range(len(lines.docs)):
        a, b = lines.first[n], lines.first[n + 1]
        rows += context(
            lines.text[n],
            lines.shapes[n],
            [int(s) for s in scores[a:b]],
            lines.titles[n],
            lines.slugs[n],
            lines.known[n],
        )
    return np.hstack([lines.shape, np.array(rows)])


def fit(lines, train):
    """Both steps on the lines of ``train`` (a mask); returns the words' model, trees, and all odds."""
    scores = np.zeros(len(lines.doc), int)
    fold = parts(lines.group, INNER, 7)
    for k in range(INNER):
        inside, outside = train & (fold != k) & lines.scored, train & (fold == k)
        scores[outside] = words_score(lines, words_model(lines, inside), outside)
    words = words_model(lines, train & lines.scored)
    scores[~train] = words_score(lines, words, ~train)
    table = contexts(lines, scores)
    some = np.random.RandomState(1).rand(len(lines.doc)) < 0.3
    rows = train & lines.scored & ((lines.dump != "a") | ~lines.boiler | some)
    weight = lines.weight * np.where(lines.dump == "a", 0.3, 1)
    trees = HistGradientBoostingClassifier(**TREES, max_bins=64, early_stopping=False, random_state=0)
    trees.fit(table[rows], lines.boiler[rows], sample_weight=weight[rows])
    return words, trees, np.round(trees.decision_function(table) * 1000)


def margins(lines, odds):
    return odds - PER_LOG_WORD / 1000 * np.array(LOGS)[np.clip(lines.shape[:, 0], 0, 200)]


def threshold(lines, margin, mask, target=TARGET):
    """The lowest bar that loses no more than ``target`` body words in 1,000."""
    order = np.argsort(-margin[mask], kind="stable")
    lost = np.cumsum(np.where(lines.boiler[mask], 0, lines.words[mask])[order])
    total = lines.words[mask & ~lines.boiler].sum()
    k = min(np.searchsorted(lost, target * total / 1000, side="right"), len(order) - 1)
    return margin[mask][order[k]]


def report(lines, cut):
    print("| dump | lines cut | words cut | lost per 1,000 | line F1 |\n|---|---|---|---|---|")
    for dump in "bca":
        for english, zyte in ((True, False), (True, True), (False, False), (False, True)):
            mask = lines.scored & (lines.dump == dump) & (lines.english == english) & (lines.zyte == zyte)
            bad, body = mask & lines.boiler, mask & ~lines.boiler
            kept, left = (body & ~cut).sum(), (bad & ~cut).sum()
            p, r = kept / max(1, kept + left), kept / max(1, body.sum())
            name = f"{dump} {'English' if english else 'other'} {'zyte' if zyte else 'news'}"
            w = lines.words
            print(
                f"| {name} | {(bad & cut).sum() / bad.sum():.3f} | {w[bad & cut].sum() / w[bad].sum():.3f} "
                f"| {1000 * w[body & cut].sum() / w[body].sum():.2f} | {2 * p * r / (p + r):.4f} |"
            )


def evaluate(lines):
    """Odds and cuts of every line by models that have not seen its publisher, nor has the bar."""
    outer = parts(lines.group, OUTER, 0)
    odds = np.zeros(len(lines.doc))
    for k in range(OUTER):
        _, _, found = fit(lines, outer != k)
        odds[outer == k] = found[outer == k]
    margin = margins(lines, odds)
    cut = np.zeros(len(lines.doc), bool)
    for k in range(OUTER):
        mask = lines.scored & (outer != k) & np.isin(lines.dump, ["b", "c"]) & ~lines.zyte
        cut[outer == k] = margin[outer == k] > threshold(lines, margin, mask)
    report(lines, cut)
    report(lines, cut | lines.row)
    return odds, margin, cut


def nested(nodes, at=0):
    node = nodes[at]
    if node["is_leaf"]:
        return int(round(node["value"] * 1000))
    return [
        int(node["feature_idx"]),
        int(np.floor(node["num_threshold"])),
        nested(nodes, node["left"]),
        nested(nodes, node["right"]),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    with gzip.open(args.data / "boilerplate" / "lines.jsonl.gz", "rt", encoding="utf-8") as rows:
        lines = Lines([json.loads(row) for row in rows])
    _odds, margin, _cut = evaluate(lines)
    bar = threshold(lines, margin, lines.scored & np.isin(lines.dump, ["b", "c"]) & ~lines.zyte)
    (weights, bias), trees, _ = fit(lines, np.ones(len(lines.doc), bool))
    model = {
        "weights": {g: int(w) for g, w in zip(lines.vocabulary, weights) if abs(w) >= 20},
        "bias": bias,
        "base": int(round(float(trees._baseline_prediction[0, 0]) * 1000)),
        "trees": [nested(t[0].nodes) for t in trees._predictors],
        "threshold": int(bar),
        "per_log_word": PER_LOG_WORD,
        "names": [*shape_names(), *CONTEXT],
    }
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{OUT.name}: {len(model['weights'])} n-grams, {len(model['trees'])} trees, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
