"""Do two versions of the code give the same bytes? ``make same REV=main~1``

Cleans every article and page at hand with the working tree and with another revision (or a folder, such as a
compiled copy), and compares the JSON without version and fingerprint. Prints what differs, field by field; exit code 1
where anything does. What makes the code faster must change nothing; what makes it better comes as its own change.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from corpora import Corpus

ROOT = Path(__file__).parents[2]


def outcomes(folder: Path, bench: Path, limit: int, out: Path) -> list[dict]:
    """What the code in ``folder`` makes of each document: its fields, or the reasons why there is no article."""
    env = os.environ | {"PYTHONPATH": str(folder)}
    command = [sys.executable, __file__, "--child", out, "--bench", bench, "--limit", str(limit)]
    subprocess.run(command, check=True, env=env)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def child(out: Path, bench: Path, limit: int) -> None:
    """Write one line of JSON a document."""
    import cleaner

    at_hand = Corpus(bench, limit)
    with out.open("w", encoding="utf-8") as lines:
        for raw in [*at_hand.texts, *at_hand.pages]:
            try:
                fields = json.loads(cleaner.clean(raw).model_dump_json(exclude={"cleaner"}))
            except cleaner.InvalidArticle as error:
                fields = {"rejected": error.reasons}
            lines.write(json.dumps(fields, sort_keys=True) + "\n")


def compare(ours: list[dict], theirs: list[dict]) -> int:
    """Print the fields that differ and how often, with one example each; return how many documents differ."""
    differs, example = Counter(), {}
    changed = [n for n, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
    for n in changed:
        for field in sorted(ours[n].keys() | theirs[n].keys()):
            a, b = ours[n].get(field), theirs[n].get(field)
            if a != b:
                differs[field] += 1
                example.setdefault(field, (n, a, b))
    for field, count in differs.most_common():
        n, a, b = example[field]
        print(f"  {field}: {count} documents; in number {n}:\n    here   {str(a)[:300]}\n    there  {str(b)[:300]}")
    print(f"{len(ours) - len(changed)} of {len(ours)} documents are the same")
    return len(changed)


def main() -> int:
    """Compare the working tree with a revision or a folder."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("other", nargs="?", default="HEAD", help="a revision, or a folder that holds cleaner/")
    args.add_argument("--bench", type=Path, default=Path("no-such-folder"))
    args.add_argument("--limit", type=int, default=10_000)
    args.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = args.parse_args()
    if given.child:
        child(given.child, given.bench, given.limit)
        return 0
    limit = given.limit if (given.bench / "data").exists() else min(given.limit, 200)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(given.other)
        if not (folder / "cleaner").is_dir():
            folder = Path(scratch, "other")
            folder.mkdir()
            packed = subprocess.run(["git", "archive", given.other], cwd=ROOT, check=True, capture_output=True).stdout
            subprocess.run(["tar", "x", "-C", folder], input=packed, check=True)
        ours = outcomes(ROOT, given.bench.resolve(), limit, Path(scratch, "ours"))
        theirs = outcomes(folder.resolve(), given.bench.resolve(), limit, Path(scratch, "theirs"))
    return 1 if compare(ours, theirs) else 0


if __name__ == "__main__":
    sys.exit(main())
