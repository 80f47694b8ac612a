"""Train the model of the line: ``python cleaner/data/build/train_lines.py LABELLED.jsonl.gz…``.

Each file holds text dumps whose lines are labelled; README.md in this folder says how they are made. Needs the extra
``train``. Writes ``cleaner/data/models/lines.json.gz``; the same files and the same package give the same bytes. With
``--folds`` it first trains models that leave out a third of the publishers each, and prints the figures on these.
"""

import argparse
import gzip
import json
from pathlib import Path

import lightgbm
import numpy as np
from line_data import load
from seen import FOLDS, fold_of
from sklearn.linear_model import SGDClassifier

from cleaner.models.line.context import CONTEXT
from cleaner.models.line.guards import MOST_SENTENCES, sentence
from cleaner.models.line.judge import LOGS, reserve
from cleaner.models.line.second_look import DOUBT, SECOND_LOOK
from cleaner.models.line.shape import names as shape_names

OUT = Path(__file__).parents[1] / "models" / "lines.json.gz"
PER_LOG_WORD = 450
BARS = (100, 1100)
"""The bars of articles and of whole pages, set where publishers that no model had seen lost fewer than one word in a
thousand (of pages: four) and every look-alike of the tests stayed."""
OUTER, INNER = FOLDS, 3
_TREES = {"objective": "binary", "max_bin": 63, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0}
_TREES |= {"verbose": -1, "seed": 0, "deterministic": True, "num_threads": 1, "force_row_wise": True}
FIRST = _TREES | {"num_leaves": 8, "learning_rate": 0.1, "feature_fraction": 0.5, "min_data_in_leaf": 30}
SECOND = _TREES | {"num_leaves": 12, "learning_rate": 0.08, "feature_fraction": 0.3, "min_data_in_leaf": 40}
SIZES = (70, 100)
WHOLE = {False: (0.1, 0.3), True: (1.0, 0.6)}  # what whole pages count, and the share of their boilerplate that is used


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


def scores_of(lines, train):
    """The words' model of the lines of ``train``, and scores by models that have not seen a line's publisher."""
    scores = np.zeros(len(lines.doc), int)
    fold = parts(lines.group, INNER, 7)
    for k in range(INNER):
        inside, outside = train & (fold != k) & lines.scored, train & (fold == k)
        scores[outside] = words_score(lines, words_model(lines, inside), outside)
    words = words_model(lines, train & lines.scored)
    scores[~train] = words_score(lines, words, ~train)
    return words, scores


def forest(lines, table, rows, whole, trees, size):
    """Trees for articles or for whole pages."""
    worth, share = WHOLE[whole]
    some = np.random.RandomState(1).rand(len(lines.doc)) < share
    rows = rows & lines.scored & ((lines.dump != "a") | ~lines.boiler | some)
    weight = lines.weight * np.where(lines.dump == "a", worth, 1)
    return lightgbm.train(trees, lightgbm.Dataset(table[rows], lines.boiler[rows], weight=weight[rows]), size)


def odds_of(trees, table):
    return trees.predict(table, raw_score=True) * 1000


def pair(lines, table, rows, trees, size):
    """A forest for articles and one for whole pages."""
    return [forest(lines, table, rows, whole, trees, size) for whole in (False, True)]


def chosen(lines, forests, table):
    """Each line's odds by the forest for its kind of text."""
    return np.where(lines.page, odds_of(forests[1], table), odds_of(forests[0], table))


def first_look(lines, train):
    """The words' model, the first forests, the table and the first odds, those of ``train`` by inner folds."""
    words, scores = scores_of(lines, train)
    table = lines.contexts(scores)
    open_ = train & ~lines.plain
    odds = np.zeros(len(lines.doc))
    fold = parts(lines.group, INNER, 11)
    for k in range(INNER):
        forests = pair(lines, table, open_ & (fold != k), FIRST, SIZES[0])
        mine = train & (fold == k)
        odds[mine] = chosen(lines, forests, table)[mine]
    forests = pair(lines, table, open_, FIRST, SIZES[0])
    odds[~train] = chosen(lines, forests, table)[~train]
    return words, forests, table, lines.taken(scores, odds)


def fit(lines, train):
    """All steps on the lines of ``train`` (a mask), and every line's odds."""
    words, first, table, taken = first_look(lines, train)
    size = lines.shape.shape[1]
    kept = np.array([reserve(row[:size], row[size:]) for row in table.tolist()])
    companies, flanked = lines.companies(taken)
    table = np.hstack([table, companies])
    doubtful = ((taken > DOUBT) | flanked) & ~lines.sure
    second = pair(lines, table, train & doubtful, SECOND, SIZES[1])
    odds = chosen(lines, second, table) - np.where(lines.page, 0, kept)
    return words, first, second, np.where(lines.sure, 99_999, np.where(doubtful, odds, -99_999))


def rise(lines):
    """The bar of each line, which rises with its length in an article."""
    by_length = PER_LOG_WORD * np.array(LOGS)[np.clip(lines.shape[:, 0], 0, 200)] // 1000
    return np.where(lines.page, BARS[1], BARS[0] + by_length)


def guarded(lines, margin):
    """The margins once texts that would lose many sentences have got them back."""
    margin[lines.unwitnessed] = -99_999
    likely = margin > 0
    flat = np.array([sentence(t) for text in lines.text for t in text]) & ~lines.sure & ~lines.page
    for a, b in zip(lines.first, lines.first[1:], strict=False):
        taken = np.flatnonzero(likely[a:b] & flat[a:b]) + a
        kept = lines.words[a:b][~likely[a:b]].sum()
        if lines.words[taken].sum() * MOST_SENTENCES > kept:
            margin[taken] = -99_999
    return margin


def report(lines, cut):
    print("| dump | lines cut | words cut | lost per 1,000 | by rows | line F1 |\n|---|---|---|---|---|---|")
    for dump in "bca":
        for english, zyte in ((True, False), (True, True), (False, False), (False, True)):
            mask = (
                lines.scored & (lines.dump == dump) & (lines.english == english) & (lines.zyte == zyte) & lines.judged
            )
            bad, body = mask & lines.boiler, mask & ~lines.boiler
            kept, left = (body & ~cut).sum(), (bad & ~cut).sum()
            p, r = kept / max(1, kept + left), kept / max(1, body.sum())
            name = f"{dump}, {'English' if english else 'other'}, {'zyte set' if zyte else 'news sites'}"
            w = lines.words
            print(
                f"| {name} | {(bad & cut).sum() / bad.sum():.3f} | {w[bad & cut].sum() / w[bad].sum():.3f} "
                f"| {1000 * w[body & cut].sum() / w[body].sum():.2f} "
                f"| {1000 * w[body & lines.sure].sum() / w[body].sum():.2f} | {2 * p * r / (p + r):.4f} |"
            )


def evaluate(lines):
    """Models of all publishers but those of one fold each, and the cuts that they make in that fold."""
    outer = np.array([fold_of(group) for group in lines.group])
    margin = np.zeros(len(lines.doc))
    models = []
    for k in range(OUTER):
        *steps, odds = fit(lines, outer != k)
        models.append(packed(lines, steps))
        margin[outer == k] = (odds - np.where(lines.sure, 0, rise(lines)))[outer == k]
    margin = guarded(lines, margin)
    report(lines, margin > 0)
    return models


def nested(node):
    if "leaf_value" in node:
        return round(node["leaf_value"] * 1000)
    low, high = nested(node["left_child"]), nested(node["right_child"])
    return [node["split_feature"], int(np.floor(node["threshold"])), low, high]


def leaves(trees):
    return [nested(tree["tree_structure"]) for tree in trees.dump_model()["tree_info"]]


def packed(lines, steps):
    """A model as the package reads it."""
    (weights, bias), first, second = steps
    return {
        "weights": {g: int(w) for g, w in zip(lines.vocabulary, weights, strict=True) if abs(w) >= 15},
        "bias": bias,
        "first": [leaves(trees) for trees in first],
        "second": [leaves(trees) for trees in second],
        "bars": BARS,
        "per_log_word": PER_LOG_WORD,
        "names": [*shape_names(), *CONTEXT, *SECOND_LOOK],
    }


def write(model, path):
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{path}: {len(model['weights'])} n-grams, bars {model['bars']}, {path.stat().st_size} bytes", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dumps", type=Path, nargs="+", help="labelled dumps (.jsonl.gz)")
    parser.add_argument("--folds", type=Path, help="write the models that leave out one fold of publishers here, too")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    lines = load(*args.dumps)
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for k, model in enumerate(evaluate(lines)):
            write(model, args.folds / f"lines-{k}.json.gz")
    every = np.ones(len(lines.doc), bool)
    *steps, _ = fit(lines, every)
    write(packed(lines, steps), args.out)


if __name__ == "__main__":
    main()
