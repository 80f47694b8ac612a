"""Train the model of a page's blocks (cleaner/data/models/blocks.json.gz).

    python cleaner/data/build/train_blocks.py DATA_FOLDER [--evaluate]

DATA_FOLDER holds html/pages.jsonl.gz (one page a line: html, host, set, text) and the pages themselves. A block is the
article's if its words are, as an alignment of all words of the page with the gold text says. Prints figures on hosts
that the model has not seen, then trains on all pages. Needs numpy, scipy and scikit-learn.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import SGDClassifier

from cleaner.article import Source
from cleaner.document import Context
from cleaner.pagemodel.clues import path_clues, text_clues
from cleaner.pagemodel.elements import element_name
from cleaner.pagemodel.features import View, read_page
from cleaner.pagemodel.judge import judge
from cleaner.pagemodel.model import build
from cleaner.readers import html
from cleaner.readers.decode import decode

OUT = Path(__file__).parents[1] / "models" / "blocks.json.gz"
FOLDS, INNER = 5, 4
HOSTS = 3  # a clue has a weight if this many hosts show it
ALPHA = 1e-4
TREES = {"max_iter": 90, "learning_rate": 0.12, "max_leaf_nodes": 10, "min_samples_leaf": 30, "l2_regularization": 3.0}
WORD = re.compile(r"\w+")
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Page:
    """One page: blocks, marks, which blocks are gold."""

    def __init__(self, row, folder):
        self.id, self.set = row["id"], row["set"]
        self.host = row["host"].removeprefix("www.")
        self.gold = re.sub(r"(?m)^\[(.*)\]$", r"\1", row["text"])
        data = gzip.decompress((folder / row["html"]).read_bytes())
        document = html.read(decode(data, media_type="text/html").text, Context(url=row["url"]), Source())
        self.marks = document.marks
        self.texts = [document.raw[m.start : m.end] for m in self.marks]
        claims = document.claims
        self.title = next((c.text for c in claims("headline")), "")
        self.description = next((c.text for c in claims("description")), "")
        self.clues = [path_clues(m.label, m.path) + text_clues(t) for t, m in zip(self.texts, self.marks, strict=False)]
        self.words = np.array([len(WORD.findall(t)) for t in self.texts])
        self.good = np.array(aligned(self.texts, self.gold), bool)
        self.weight = np.sqrt(np.minimum(62, self.words + 2)) * self.care()

    def care(self):
        """How far the gold is to be believed: rules per publisher take paragraphs and leave lists and quotes."""
        if self.set != "fundus-tests":
            return np.ones(len(self.texts))
        loose = [bool({"li", "tr", "blockquote"} & {element_name(e) for e in m.path[-4:]}) for m in self.marks]
        return np.where(np.array(loose, bool) & ~self.good, 0.3, 0.7)

    def view(self, weights):
        return View(read_page(self.texts, self.marks, weights, self.title, self.description))


def shingles(words, n=4):
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1))) if words else Counter()


def aligned(texts, gold):
    """For each block: do at least half of its words stand in the gold text, in order?"""
    wanted = [w.lower() for w in WORD.findall(gold)]
    known = shingles(wanted, 3)
    bare = re.sub(r"[\W_]+", "", gold).lower()
    lines = [[w.lower() for w in WORD.findall(t)] for t in texts]
    stream = [
        (w, i)
        for i, words in enumerate(lines)
        if len(words) < 3 or any(s in known for s in shingles(words, 3))
        for w in words
    ]
    hits = [0] * len(texts)
    matcher = SequenceMatcher(None, [w for w, _ in stream], wanted, autojunk=False)
    for a, _, size in matcher.get_matching_blocks():
        for _, i in stream[a : a + size]:
            hits[i] += 1
    good = [bool(words) and hit > 0.5 * len(words) for hit, words in zip(hits, lines, strict=False)]
    for i, text in enumerate(texts):
        squeezed = re.sub(r"[\W_]+", "", text).lower()
        if len(squeezed) > 20 and SPACELESS.search(text) and squeezed in bare:
            good[i] = True
    return good


def learn_clues(pages):
    """Weights of clues, times 100, by logistic regression."""
    seen = defaultdict(set)
    for page in pages:
        for clues in page.clues:
            for clue in clues:
                seen[clue].add(page.host)
    names = {clue: i for i, clue in enumerate(sorted(c for c in seen if len(seen[c]) >= HOSTS))}
    rows, columns, good, weight = [], [], [], []
    for page in pages:
        share = min(1, 150 / max(1, len(page.texts)))
        for clues, y, w in zip(page.clues, page.good, page.weight, strict=False):
            for clue in clues:
                if clue in names:
                    rows.append(len(good))
                    columns.append(names[clue])
            good.append(y)
            weight.append(w if y else min(w, 3) * share)
    matrix = csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(good), len(names)))
    model = SGDClassifier(loss="log_loss", alpha=ALPHA, max_iter=12, tol=None, average=True, random_state=0)
    model.fit(matrix, good, sample_weight=np.array(weight) / np.mean(weight))
    return {clue: w for clue, i in names.items() if (w := round(100 * model.coef_[0][i]))}


def learn_trees(views, pages):
    """Trees over the candidates' numbers."""
    rows, good, weight = [], [], []
    for view, page in zip(views, pages, strict=False):
        rows += [view.row(i) for i in view.chosen]
        good += [page.good[i] for i in view.chosen]
        weight += [page.weight[i] for i in view.chosen]
    model = HistGradientBoostingClassifier(random_state=0, early_stopping=False, **TREES)
    return model.fit(np.array(rows, np.float32), good, sample_weight=weight)


def train(pages):
    """The whole model; the trees see clue scores of pages whose hosts the clues were not learned from."""
    hosts = sorted({p.host for p in pages})
    random.Random(1).shuffle(hosts)
    part = {host: i % INNER for i, host in enumerate(hosts)}
    views, seen = [], []
    for n in range(INNER):
        weights = learn_clues([p for p in pages if part[p.host] != n])
        mine = [p for p in pages if part[p.host] == n]
        views += [p.view(weights) for p in mine]
        seen += mine
    trees = learn_trees(views, seen)
    return {
        "weights": learn_clues(pages),
        "base": round(1000 * float(trees._baseline_prediction.ravel()[0])),
        "trees": [nested(t[0].nodes) for t in trees._predictors],
        "threshold": 0,
    }


def nested(nodes, at=0):
    node = nodes[at]
    if node["is_leaf"]:
        return round(node["value"] * 1000)
    low, high = nested(nodes, node["left"]), nested(nodes, node["right"])
    return [int(node["feature_idx"]), int(np.floor(node["num_threshold"])), low, high]


def precision_recall(gold, text):
    a, b = shingles(WORD.findall(gold)), shingles(WORD.findall(text))
    common = sum((a & b).values())
    return (common / sum(b.values()) if b else None), (common / sum(a.values()) if a else None)


def figures(pages, odds, bar):
    """For each set: shingle F1 as means of P and R, the share of exact pages, mean token F1."""
    found = {}
    for name in sorted({p.set for p in pages}):
        scores, exact, tokens = [], [], []
        for page, values in zip(pages, odds, strict=False):
            if page.set == name:
                text = "\n".join(t for t, v in zip(page.texts, values, strict=False) if v > bar)
                p, r = precision_recall(page.gold, text)
                scores.append((p, r))
                exact.append(p == 1 and r == 1)
                a, b = Counter(WORD.findall(page.gold.lower())), Counter(WORD.findall(text.lower()))
                tokens.append(2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values())))
        p = np.mean([x for x, _ in scores if x is not None])
        r = np.mean([x for _, x in scores if x is not None])
        found[name] = tuple(round(float(x), 4) for x in (2 * p * r / (p + r), p, r, np.mean(exact), np.mean(tokens)))
    return found


def evaluate(pages):
    """Odds of every block by models that have not seen its host."""
    hosts = sorted({p.host for p in pages})
    random.Random(3).shuffle(hosts)
    part = {host: i % FOLDS for i, host in enumerate(hosts)}
    odds = [None] * len(pages)
    for n in range(FOLDS):
        model = build(train([p for p in pages if part[p.host] != n]))
        for i, page in enumerate(pages):
            if part[page.host] == n:
                odds[i] = [v.odds for v in judge(page.texts, page.marks, page.title, page.description, model)]
        print("fold", n, flush=True)
    return odds


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--evaluate", action="store_true", help="figures on unseen hosts first")
    parser.add_argument("--bar", type=int, default=-300, help="keep blocks whose odds, times 1000, are above")
    args = parser.parse_args()
    with gzip.open(args.data / "html" / "pages.jsonl.gz", "rt", encoding="utf-8") as rows:
        pages = [Page(row, args.data / "html") for line in rows if (row := json.loads(line))["body"]]
    pages = [p for p in pages if p.texts]
    if args.evaluate:
        odds = evaluate(pages)
        for bar in (-800, -400, 0, 400):
            print("bar", bar, "set: shingle F1, P, R, exact, token F1", figures(pages, odds, bar), flush=True)
    model = train(pages) | {"threshold": args.bar}
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{OUT.name}: {len(model['weights'])} clues, {len(model['trees'])} trees, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
