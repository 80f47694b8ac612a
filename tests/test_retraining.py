"""Both models are trained on a small sample: the same sample gives the same bytes. ``make models`` runs this."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.models.block.model import build as build_blocks
from cleaner.models.line.model import build as build_lines
from cleaner.models.line.words import score

pytest.importorskip("lightgbm", reason="the extra train is not installed")

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "cleaner" / "data" / "build"

TOWNS = ["Leeds", "Husum", "Porto", "Gdansk", "Turku", "Bergen", "Malmo", "Varna", "Split", "Braga", "Cadiz", "Narva"]
PITCHES = ("Sign up for our newsletter", "Read more: the ferry is late", "Share this story", "Photo: Ann Lee/Agency")


def story(town, n):
    """The paragraphs of one article."""
    return [
        f"The ferry to {town} was late for day {n} of the strike, and nobody could say when it would come.",
        f"It carried {n + 3} cars on Monday, half of what it carried last year, the skipper said.",
        f"In {town} the council wants to meet again before the spring, when the old boat has to go to the yard.",
        "She had seen worse winters than this one, and she did not think that the pier would have to close.",
    ]


def dumps(path):
    """Labelled dumps of a dozen publishers, as ``LINES`` has them."""
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for town in TOWNS:
            for n in range(6):
                body, boiler = [(text, "body") for text in story(town, n)], [(text, "boiler") for text in PITCHES]
                title = [(f"Ferry to {town} late again", "title")]
                either = [("The old pier of the town", "body" if n % 2 else "boiler"), (f"Winter in {town}", "body")]
                lines = title + body[:2] + either + boiler[n % 4 :] + body[2:] + boiler[: n % 4 + 1] + either[:1]
                row = {"doc_id": f"{town}{n}", "set": "zyte", "publisher": f"{town.lower()}.example", "lang": "en"}
                row |= {"url": f"https://{town.lower()}.example/{n}", "dump_kind": "article"}
                row |= {"lines": [{"text": text, "label": label} for text, label in lines]}
                out.write(json.dumps(row) + "\n")
    return [path]


def pages(folder):
    """Pages of a dozen hosts with their bodies, as ``DATA`` has them."""
    (folder / "html").mkdir()
    with gzip.open(folder / "html" / "pages.jsonl.gz", "wt", encoding="utf-8") as out:
        for town in TOWNS:
            for n in range(2):
                body = "".join(f"<p>{text}</p>" for text in story(town, n))
                links = "".join(f'<li><a href="/{k}">{text}</a></li>' for k, text in enumerate(PITCHES))
                page = f"<body><nav><ul>{links}</ul></nav><div class='story'><h1>Ferry late</h1>{body}</div>"
                page += f"<div class='related'><ul>{links}</ul></div><footer>{PITCHES[0]}</footer></body>"
                name = f"{town}{n}.html.gz"
                (folder / "html" / name).write_bytes(gzip.compress(page.encode()))
                row = {"id": name, "set": "zyte", "host": f"{town.lower()}.example", "html": name, "body": True}
                row |= {"url": f"https://{town.lower()}.example/{n}", "text": "\n".join(story(town, n))}
                out.write(json.dumps(row) + "\n")
    return [folder]


def trained(script, inputs, folder):
    """The bytes that two trainings give, each with its own order of sets."""
    made = []
    for seed in ("1", "2"):
        out = folder / f"model{seed}.json.gz"
        env = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{BUILD}", "PYTHONHASHSEED": seed}
        command = [sys.executable, BUILD / script, *inputs, "--out", out]
        subprocess.run(command, check=True, env=env, capture_output=True)
        made.append(out.read_bytes())
    return made


def test_two_trainings_of_the_line_model_give_the_same_bytes(tmp_path):
    first, second = trained("train_lines.py", dumps(tmp_path / "dumps.jsonl.gz"), tmp_path)
    assert first == second
    model = build_lines(json.loads(gzip.decompress(first)))
    assert score(["share", "this", "story"], model.weights, model.bias) > 0 and model.article.first


def test_two_trainings_of_the_block_model_give_the_same_bytes(tmp_path):
    first, second = trained("train_blocks.py", pages(tmp_path), tmp_path)
    assert first == second
    assert build_blocks(json.loads(gzip.decompress(first)))
