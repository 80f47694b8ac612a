"""Train the model of the line: ``python cleaner/data/build/train_lines.py DATA_FOLDER --weak weak.jsonl.gz``.

DATA_FOLDER holds ``boilerplate/lines.jsonl.gz``: text dumps whose lines are labelled from human gold bodies;
``weak.jsonl.gz`` is what ``weak_pages.py`` makes of the pages without one. Needs numpy, scipy and scikit-learn. Prints
the figures on publishers that the respective model and its bar have not seen, and writes
``cleaner/data/models/lines.json.gz``.
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
from cleaner.linemodel.context import CONTEXT, Surroundings, english_like, headline_of, page_like, slug_of
from cleaner.linemodel.judge import KNOWN, LOGS, PLAIN, reserve
from cleaner.linemodel.model import EARLY
from cleaner.linemodel.shape import names as shape_names
from cleaner.linemodel.shape import plain, shape, standing
from cleaner.linemodel.words import SCALE, ngrams
from cleaner.stages.boilerplate import by_rows
from cleaner.stages.boilerplate.lines import split
from cleaner.stages.boilerplate.structure import read

OUT = Path(__file__).parents[1] / "models" / "lines.json.gz"
PER_LOG_WORD = 600
TARGET, ZYTE = 0.7, 1.0
OUTER, INNER = 4, 3
FORESTS = ((0.1, 0.3, 80), (1.0, 0.6, 100))
TREES = {"learning_rate": 0.12, "max_leaf_nodes": 8, "min_samples_leaf": 30, "l2_regularization": 3.0}


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
        self.titles = [headline_of(lines) for lines in self.text]
        self.slugs = [slug_of(d["url"]) for d in docs]
        self.known = [known_lines(lines) for lines in self.text]
        flat = [(n, d, x) for n, d in enumerate(docs) for x in d["lines"]]
        self.doc = np.array([n for n, _, _ in flat])
        self.first = np.searchsorted(self.doc, np.arange(len(docs) + 1))
        self.sure = np.array([i in k for k, part in zip(self.known, self.text, strict=True) for i in range(len(part))])
        self.page = np.array([page_like(lines) for lines in self.text])[self.doc]
        self.foreign = np.array([not english_like(lines) for lines in self.text])[self.doc] & ~self.page
        self.plain = np.array([plain(x["text"]) for _, _, x in flat]) & ~self.page
        self.weak = np.array([d["set"] == "weak" for _, d, _ in flat])
        label = np.array([x["label"] for _, _, x in flat])
        label[self.weak & self.sure & (label == "body")] = "ambig"
        self.boiler = label == "boiler"
        self.scored = self.boiler | (label == "body")
        self.group = np.array([d["publisher"] for _, d, _ in flat])
        self.dump = np.array([{"article": "b", "fullpage": "a"}.get(d["dump_kind"], "c") for _, d, _ in flat])
        self.english = np.array([d["lang"] == "en" for _, d, _ in flat])
        self.zyte = np.array([d["set"] == "zyte" for _, d, _ in flat])
        self.shape = np.array([s.values for part in self.shapes for s in part])
        self.words = np.array([len(x["text"].split()) for _, _, x in flat])
        self.grams = [ngrams(s.tokens) for part in self.shapes for s in part]
        self.weight = self._weight([(d["publisher"], x["text"]) for _, d, x in flat])
        self.vocabulary, self.matrix = self._matrix()

    def _weight(self, keys):
        """Long lines count more, what one publisher repeats counts less."""
        times = Counter(k for k, s in zip(keys, self.scored, strict=True) if s)
        once = np.array([1 / max(1, times[k]) ** 0.5 for k in keys])
        sets = np.where(self.zyte, 1.5, 1) * np.where(self.weak, 0.5, 1)
        return once * np.sqrt(np.clip(self.words, 1, 40)) * sets

    def _matrix(self):
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


def words_model(lines, rows):
    weight = lines.weight * np.where(lines.dump == "a", 0.1, 1)
    model = SGDClassifier(loss="log_loss", alpha=2e-5, max_iter=12, tol=None, random_state=0, average=True)
    model.fit(lines.matrix[rows], lines.boiler[rows], sample_weight=weight[rows])
    return np.round(model.coef_[0] * 100).astype(int), round(float(model.intercept_[0]) * 100)


def words_score(lines, model, rows):
    weights, bias = model
    return np.clip(np.round(lines.matrix[rows] @ weights).astype(int) + bias, -1500, 1500)


def parts(groups, k, seed):
    names = sorted(set(groups))
    np.random.RandomState(seed).shuffle(names)
    at = {name: i % k for i, name in enumerate(names)}
    return np.array([at[g] for g in groups])


def contexts(lines, scores):
    """All features of every line; a line that rows cut is described as if they had not, for the model's education."""
    rows = []
    for n in range(len(lines.docs)):
        a, b = lines.first[n], lines.first[n + 1]
        own = [int(s) for s in scores[a:b]]
        known, easy = lines.known[n], lines.plain[a:b]
        seen = [KNOWN if i in known else PLAIN if easy[i] else own[i] for i in range(b - a)]
        shapes = [standing(len(t)) if p else s for s, p, t in zip(lines.shapes[n], easy, lines.text[n], strict=True)]
        around = Surroundings(lines.text[n], shapes, seen, lines.titles[n], lines.slugs[n], known)
        for i in range(b - a):
            row = around.row(i)
            row[0] = own[i]
            rows.append(row)
    return np.hstack([lines.shape, np.array(rows)])


def fit(lines, train):
    """Both steps on the lines of ``train`` (a mask): the words' model, two forests, and every line's odds by each."""
    scores = np.zeros(len(lines.doc), int)
    fold = parts(lines.group, INNER, 7)
    for k in range(INNER):
        inside, outside = train & (fold != k) & lines.scored, train & (fold == k)
        scores[outside] = words_score(lines, words_model(lines, inside), outside)
    words = words_model(lines, train & lines.scored)
    scores[~train] = words_score(lines, words, ~train)
    table = contexts(lines, scores)
    forests = [forest(lines, table, train, whole, share, size) for whole, share, size in FORESTS]
    odds = [np.round(f.decision_function(table) * 1000) for f in forests]
    size = lines.shape.shape[1]
    odds[0] -= [reserve(row[:size], row[size:]) for row in table.tolist()]
    return words, forests, odds


def forest(lines, table, train, whole, share, size):
    """Trees for articles (whole pages count little) or for pages; ``share`` of the pages' furniture is used."""
    some = np.random.RandomState(1).rand(len(lines.doc)) < share
    rows = train & lines.scored & ~lines.plain & ((lines.dump != "a") | ~lines.boiler | some)
    weight = lines.weight * np.where(lines.dump == "a", whole, 1)
    trees = HistGradientBoostingClassifier(max_iter=size, **TREES, max_bins=64, early_stopping=False, random_state=0)
    trees.fit(table[rows], lines.boiler[rows], sample_weight=weight[rows])
    stages = zip(trees.staged_decision_function(table), range(EARLY), strict=False)
    trees.early = [p.ravel() for p, _ in stages][-1] * 1000
    return trees


def margins(lines, odds):
    """How far each line lies beyond a bar of zero; rows' and structure's cuts are above all bars, paragraphs below."""
    chosen = np.where(lines.page, odds[1], odds[0])
    return np.where(lines.sure, 99_999, np.where(lines.plain, -99_999, chosen - rise(lines)))


def rise(lines):
    return PER_LOG_WORD * np.array(LOGS)[np.clip(lines.shape[:, 0], 0, 200)] // 1000


def bar(lines, margin, mask, target):
    """The lowest bar that loses no more than ``target`` body words in 1,000."""
    order = np.argsort(-margin[mask], kind="stable")
    lost = np.cumsum(np.where(lines.boiler[mask], 0, lines.words[mask])[order])
    total = lines.words[mask & ~lines.boiler].sum()
    k = min(np.searchsorted(lost, target * total / 1000, side="right"), len(order) - 1)
    return min(int(margin[mask][order[k]]), 20_000)


def bars(lines, margin, mask):
    """The bars for English articles, for foreign ones and for pages: the highest that any kind of dump asks for."""
    mask = mask & lines.scored & ~lines.weak
    news, rest = mask & lines.english & ~lines.zyte, mask & ~lines.english & ~lines.zyte
    other = mask & lines.zyte & lines.english & ~lines.sure  # what rows lose there is not the model's doing
    b, c, whole = lines.dump == "b", lines.dump == "c", lines.page
    asked = (
        bar(lines, margin, news & b & ~whole, TARGET),
        bar(lines, margin, news & c & ~whole, TARGET),
        bar(lines, margin, other & (b | c) & ~whole, ZYTE),
    )
    foreign = bar(lines, margin, rest & (b | c) & ~whole, 1.2)
    print("bars asked for by b, c, zyte; other languages:", asked, foreign)
    return max(asked), max(foreign, *asked), bar(lines, margin, news & (lines.dump == "a") & whole, 2.5)


def heights(lines, found):
    """The bar of each line."""
    article, foreign, page = found
    return np.where(lines.page, page, np.where(lines.foreign, foreign, article))


def report(lines, cut):
    print("| dump | lines cut | words cut | lost per 1,000 | line F1 |\n|---|---|---|---|---|")
    for dump in "bca":
        for english, zyte in ((True, False), (True, True), (False, False), (False, True)):
            mask = lines.scored & (lines.dump == dump) & (lines.english == english) & (lines.zyte == zyte) & ~lines.weak
            bad, body = mask & lines.boiler, mask & ~lines.boiler
            kept, left = (body & ~cut).sum(), (bad & ~cut).sum()
            p, r = kept / max(1, kept + left), kept / max(1, body.sum())
            name = f"{dump}, {'English' if english else 'other'}, {'zyte set' if zyte else 'news sites'}"
            w = lines.words
            print(
                f"| {name} | {(bad & cut).sum() / bad.sum():.3f} | {w[bad & cut].sum() / w[bad].sum():.3f} "
                f"| {1000 * w[body & cut].sum() / w[body].sum():.2f} | {2 * p * r / (p + r):.4f} |"
            )


def evaluate(lines):
    """Margins and cuts of every line by models that have not seen its publisher; nor have the bars."""
    outer = parts(lines.group, OUTER, 0)
    odds = np.zeros((2, len(lines.doc)))
    for k in range(OUTER):
        _, _, found = fit(lines, outer != k)
        for n in (0, 1):
            odds[n][outer == k] = found[n][outer == k]
    margin = margins(lines, odds)
    cut = np.zeros(len(lines.doc), bool)
    for k in range(OUTER):
        cut[outer == k] = (margin > heights(lines, bars(lines, margin, outer != k)))[outer == k]
    report(lines, cut)
    return margin, cut


def nested(nodes, at=0):
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]) * 1000)
    return [
        int(node["feature_idx"]),
        int(np.floor(node["num_threshold"])),
        nested(nodes, node["left"]),
        nested(nodes, node["right"]),
    ]


def packed(lines, trees, odds, height):
    """A forest as data; its gate lets through all but two in a thousand of the lines that would be cut."""
    over = (odds - rise(lines) > height) & lines.scored & ~lines.plain
    gate = int(np.quantile(trees.early[over], 0.002))
    base = round(float(trees._baseline_prediction[0, 0]) * 1000)
    return {"base": base, "trees": [nested(t[0].nodes) for t in trees._predictors], "bar": height, "gate": gate}


def load(folder, weak):
    with gzip.open(folder / "boilerplate" / "lines.jsonl.gz", "rt", encoding="utf-8") as rows:
        docs = [json.loads(row) for row in rows]
    if weak:
        with gzip.open(weak, "rt", encoding="utf-8") as rows:
            docs += [json.loads(row) for n, row in enumerate(rows) if n % 4 != 3]  # half of the whole pages suffices
    return Lines(docs)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weak", type=Path, help="lines labelled by weak_pages.py")
    parser.add_argument("--keep", type=Path, help="write all lines' margins on unseen publishers here (.npz)")
    args = parser.parse_args()
    lines = load(args.data, args.weak)
    margin, cut = evaluate(lines)
    if args.keep:
        np.savez_compressed(args.keep, margin=margin, cut=cut)
    every = np.ones(len(lines.doc), bool)
    article, foreign, page = bars(lines, margin, every)
    (weights, bias), forests, odds = fit(lines, every)
    model = {
        "weights": {g: int(w) for g, w in zip(lines.vocabulary, weights, strict=True) if abs(w) >= 15},
        "bias": bias,
        "article": packed(lines, forests[0], odds[0], article),
        "page": packed(lines, forests[1], odds[1], page),
        "foreign": foreign,
        "per_log_word": PER_LOG_WORD,
        "names": [*shape_names(), *CONTEXT],
    }
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(
        f"{OUT.name}: {len(model['weights'])} n-grams, bars {article}, {foreign} and {page}, {OUT.stat().st_size} bytes"
    )


if __name__ == "__main__":
    main()
