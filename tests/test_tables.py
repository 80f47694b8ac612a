"""Compiled tables: never stale, the same as their sources, and made with the standard library alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.core import tables

ROOT = Path(__file__).parents[1]


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "DATA", tmp_path)
    source = tmp_path / "birds.toml"
    source.write_text('birds = ["swift"]')
    return source


def test_a_compiled_table_is_read_instead_of_its_source(shelf, tmp_path):
    tables.write(tmp_path, "birds", [shelf])
    assert tables.load("birds", [shelf], lambda _: pytest.fail("built again")) == {"birds": ["swift"]}


def test_an_edited_source_is_read_again_without_compiling(shelf, tmp_path):
    tables.write(tmp_path, "birds", [shelf])
    shelf.write_text('birds = ["swift", "tern"]')
    assert tables.load("birds", [shelf]) == {"birds": ["swift", "tern"]}


def test_tables_compile_on_a_bare_python_to_what_their_sources_say():
    """The build environment of a wheel has no third-party package."""
    code = """
import sys, json, tempfile, pathlib
sys.path.insert(0, "cleaner/data/build")
import compile_tables
compile_tables.DATA = pathlib.Path(tempfile.mkdtemp())
print(json.dumps([p.name for p in compile_tables.compile_all()]))
assert not {"pydantic", "lxml", "bs4", "ftfy"} & sys.modules.keys()
"""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [
        "publishers.json",
        "bylines.json",
        "entities.json",
        "languages.json",
        "timestamps.json",
        "rows.json",
        *(f"dates-{code}.json" for code in ("de", "en", "es", "fr")),
    ]
