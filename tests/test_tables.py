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


COMPILE = """
import sys, json, tempfile, pathlib
sys.path.insert(0, "cleaner/data/build")
import compile_tables
compile_tables.DATA = pathlib.Path(tempfile.mkdtemp())
made = [p.name for p in compile_tables.compile_all()]
"""


def said(code: str) -> object:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", COMPILE + code]
    return json.loads(subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout)


def test_tables_compile_on_a_bare_python():
    """The build environment of a wheel has no third-party package."""
    made = said('assert not {"pydantic", "lxml", "bs4", "ftfy"} & sys.modules.keys(); print(json.dumps(made))')
    assert {"rows.table", "bylines.table", "english-common.table", "names-tokens.table", "models-lines.table"} <= {
        *made
    }


def test_every_table_that_a_text_reads_is_compiled():
    built = said("""
from cleaner.core import tables
import cleaner
tables.COMPILED, built, real = compile_tables.DATA / "compiled", [], tables.load
def load(name, sources, build=tables._only):
    return real(name, sources, lambda files: built.append(name) or build(files))
tables.load = load
cleaner.clean("Rain again\\n\\nIt rained in Leeds on Friday, Ann Lee said. The poeple were wet.")
print(json.dumps(built))
""")
    assert built == [], "cleaner/data/build/compile_tables.py leaves a table out"
