"""Compile the tables that are written as TOML into JSON, which loads 20 times faster: publishers, bylines, entities.

Run from the repository: ``python cleaner/data/build/compile_tables.py``. A test keeps both forms in step.
"""

import json
import tomllib
from pathlib import Path

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


if __name__ == "__main__":
    for name in ("publishers", "bylines", "entities"):
        source = DATA / f"{name}.toml"
        if source.exists():
            source.with_suffix(".json").write_text(compile_table(source), encoding="utf-8")
            print(f"{name}.json")
