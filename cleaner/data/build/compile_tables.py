"""Compile the tables and lists into a form that loads at once: ``make tables``.

Building the package runs this, too (see pyproject.toml), so it needs the standard library alone; a test holds that.
"""

from importlib.resources.abc import Traversable
from pathlib import Path

from cleaner import rules
from cleaner.core import tables
from cleaner.language.shipped import build as build_languages, places, sources as language_files
from cleaner.parties import name_codes
from cleaner.parties.tables import BYLINES, PUBLISHERS, build_bylines
from cleaner.text import lexicon

DATA = Path(__file__).parents[1]
SINGLE = """
    entities.toml formats.toml placeholders.toml scenes.toml sources.toml timestamps.toml linemodel/cues.toml
    linemodel/kinds.toml names/cues.toml names/kinds.toml names/weights.toml pagemodel/elements.toml bios.toml
    names/signatures.toml signed.toml models/blocks.json.gz models/lines.json.gz
"""


def compile_all() -> list[Path]:
    """Write every compiled table; return the files."""
    levels, shelves = ("common", "names"), ("rare", "seen", "proper", "pairs", "misprints")
    given = [
        ("publishers", PUBLISHERS),
        ("bylines", BYLINES, build_bylines),
        ("languages", language_files(), build_languages),
        ("rows", rules.sources(), rules.build),
        ("names-tokens", [name_codes.TOKENS], name_codes.build),
        *((f"english-{name}", [lexicon.source(name)], lexicon.build_levels) for name in levels),
        *((f"english-{name}", [lexicon.source(name)], lexicon.build_shelves) for name in shelves),
        *((tables.name_of(path), [tables.DATA / path]) for path in SINGLE.split()),
        *((f"dates-{place.name}", [place / "dates.toml"]) for place in places() if _has_dates(place)),
    ]
    return [tables.write(DATA, *each) for each in given]


def _has_dates(place: Traversable) -> bool:
    return place.is_dir() and (place / "dates.toml").is_file()


if __name__ == "__main__":
    for file in compile_all():
        print(file)
