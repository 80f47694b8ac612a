"""Compile the tables that are written as TOML into JSON, which loads 20 times faster; the rules with their triggers.

Run from the repository: ``PYTHONPATH=. python cleaner/data/build/compile_tables.py``. A test keeps both forms in step.
"""

import json
import tomllib
from pathlib import Path

from cleaner.rules import KINDS
from cleaner.rules.triggers import openings, triggers

DATA = Path(__file__).parents[1]


def compile_table(path: Path) -> str:
    """The JSON that stands for a TOML file. Publishers are agencies to a byline ("…, CNN Politics")."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if path.stem == "bylines":
        houses = table["agencies"]
        rows = tomllib.loads(path.with_name("publishers.toml").read_text(encoding="utf-8"))["rows"]
        known = {name.casefold() for group in houses.values() for name in group}
        names = [name for row in rows for name in (row["name"], *row.get("aliases", ())) if "(" not in name]
        houses["publishers"] = [name for name in dict.fromkeys(names) if name.casefold() not in known]
        houses["weak"] += [name for name in houses["publishers"] if name.istitle() and name.isalpha()]
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n"


def compile_rules() -> str:
    """One row a line: id, pattern, language, source, cuts, keeps, triggers, openings; in the order of the shelf."""
    rows = []
    for path in sorted((DATA / "rules").glob("*.toml"), key=lambda p: p.name):
        table, stem = tomllib.loads(path.read_text(encoding="utf-8")), path.stem
        kinds, lang = ({stem: table}, "en") if stem in KINDS else (table, stem)
        rows += [_row(kind, name, row, lang) for kind, named in kinds.items() for name, row in named.items()]
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def _row(kind: str, name: str, row: dict, lang: str) -> list:
    name = f"{kind}.{name}" if lang == "en" else f"{kind}.{lang}-{name}"
    words = (" ".join(sorted(find(row["match"]))) for find in (triggers, openings))
    return [name, row["match"], lang, row["source"], row["cuts"], row["keeps"], *words]


if __name__ == "__main__":
    for name in ("publishers", "bylines", "entities"):
        source = DATA / f"{name}.toml"
        if source.exists():
            source.with_suffix(".json").write_text(compile_table(source), encoding="utf-8")
            print(f"{name}.json")
    (DATA / "rules.json").write_text(compile_rules(), encoding="utf-8")
    print("rules.json")
