"""Train the model of a page's blocks: ``python cleaner/data/build/train_blocks.py DATA_FOLDER [--evaluate]``.

DATA_FOLDER holds html/pages.jsonl.gz (one page a line: html, host, set, text) and the pages themselves. Prints figures
on hosts that the model has not seen, with the rules of the boilerplate stage behind it, then trains on all pages and
writes ``cleaner/data/models/blocks.json.gz``. Needs the extra ``train``. The same pages and the same package give the
same bytes.
"""

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path

import lightgbm
import numpy as np
from block_data import WORD, load, shingles
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from cleaner.models.block.features import row
from cleaner.models.block.model import build
from cleaner.stages.boilerplate import propose

OUT = Path(__file__).parents[1] / "models" / "blocks.json.gz"
FOLDS, INNER = 5, 4
HOSTS = 3  # a clue has a weight if this many hosts show it
ALPHA = 1e-4
BAR = -300
SIZE = 200
TREES = {"objective": "binary", "num_leaves": 10, "learning_rate": 0.05, "min_data_in_leaf": 30, "lambda_l2": 5.0}
TREES |= {"feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "max_bin": 255}
TREES |= {"verbose": -1, "seed": 0, "deterministic": True, "num_threads": 1, "force_row_wise": True}


def parts(pages, k, seed):
    """Which of ``k`` parts each host belongs to."""
    hosts = sorted({p.host for p in pages})
    random.Random(seed).shuffle(hosts)
    return {host: i % k for i, host in enumerate(hosts)}


def known_clues(pages):
    """The clues that enough hosts show, numbered."""
    seen = defaultdict(set)
    for page in pages:
        for clue in {clue for clues in page.clues for clue in clues}:
            seen[clue].add(page.host)
    return {clue: i for i, clue in enumerate(sorted(c for c in seen if len(seen[c]) >= HOSTS))}


def learn_clues(pages):
    """Weights of clues, times 100, by logistic regression."""
    names = known_clues(pages)
    rows, columns, good, weight = [], [], [], []
    for page in pages:
        share = min(1, 150 / max(1, len(page.texts)))
        for clues, y, w in zip(page.clues, page.good, page.weight, strict=True):
            known = [names[clue] for clue in clues if clue in names]
            rows += [len(good)] * len(known)
            columns += known
            good.append(y)
            weight.append(w if y else min(w, 3) * share)
    matrix = csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(good), len(names)))
    model = SGDClassifier(loss="log_loss", alpha=ALPHA, max_iter=12, tol=None, average=True, random_state=0)
    model.fit(matrix, good, sample_weight=np.array(weight) / np.mean(weight))
    return {clue: w for clue, i in names.items() if (w := round(100 * model.coef_[0][i]))}


def learn_trees(views, pages):
    """Trees over the candidates' numbers."""
    rows, good, weight = [], [], []
    for view, page in zip(views, pages, strict=True):
        known = [i for i in view.chosen if page.weight[i]]
        rows += [row(view, i) for i in known]
        good += [page.good[i] for i in known]
        weight += [page.weight[i] for i in known]
    return lightgbm.train(TREES, lightgbm.Dataset(np.array(rows), np.array(good), weight=np.array(weight)), SIZE)


def train(pages):
    """The whole model; the trees see clue scores of pages whose hosts the clues were not learned from."""
    part = parts(pages, INNER, 1)
    views, seen = [], []
    for n in range(INNER):
        weights = learn_clues([p for p in pages if part[p.host] != n])
        mine = [p for p in pages if part[p.host] == n]
        views += [p.view(weights) for p in mine]
        seen += mine
    trees = learn_trees(views, seen).dump_model()["tree_info"]
    return {
        "weights": learn_clues(pages),
        "base": 0,
        "trees": [nested(tree["tree_structure"]) for tree in trees],
        "threshold": BAR,
    }


def nested(node):
    if "leaf_value" in node:
        return round(node["leaf_value"] * 1000)
    low, high = nested(node["left_child"]), nested(node["right_child"])
    return [node["split_feature"], int(np.floor(node["threshold"])), low, high]


def precision_recall(gold, text):
    a, b = shingles(WORD.findall(gold)), shingles(WORD.findall(text))
    common = sum((a & b).values())
    return (common / sum(b.values()) if b else None), (common / sum(a.values()) if a else None)


def token_f1(gold, text):
    a, b = Counter(WORD.findall(gold.lower())), Counter(WORD.findall(text.lower()))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def figures(pages, bodies):
    """For each set: shingle F1 as means of P and R, the share of exact pages, mean token F1."""
    found = {}
    for name in sorted({p.set for p in pages}):
        mine = [(p.gold, body) for p, body in zip(pages, bodies, strict=True) if p.set == name]
        scores = [precision_recall(*pair) for pair in mine]
        p = np.mean([x for x, _ in scores if x is not None])
        r = np.mean([x for _, x in scores if x is not None])
        exact = np.mean([pair == (1, 1) for pair in scores])
        tokens = np.mean([token_f1(*pair) for pair in mine])
        found[name] = tuple(round(float(x), 4) for x in (2 * p * r / (p + r), p, r, exact, tokens))
    return found


def body_of(page, model):
    """The text that the model and the passes behind it leave of a page."""
    import_module("cleaner.models.block.judge").load = lambda: model
    return page.document.apply("boilerplate", propose(page.document)).text


def evaluate(pages):
    """The body of every page by a model that has not seen its host."""
    part = parts(pages, FOLDS, 3)
    bodies = [None] * len(pages)
    for n in range(FOLDS):
        model = build(train([p for p in pages if part[p.host] != n]))
        for i, page in enumerate(pages):
            if part[page.host] == n:
                bodies[i] = body_of(page, model)
        print("fold", n, flush=True)
    return bodies


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--evaluate", action="store_true", help="figures on unseen hosts first")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    pages = load(args.data)
    if args.evaluate:
        print("set: shingle F1, P, R, exact, token F1", figures(pages, evaluate(pages)), flush=True)
    model = train(pages)
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    args.out.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{args.out}: {len(model['weights'])} clues, {len(model['trees'])} trees, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
