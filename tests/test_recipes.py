"""Recipes: as far as a machine allows, each is loaded or run by what it is written for."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest

from cleaner.cli import exits, parser

RECIPES = Path(__file__).parents[1] / "docs" / "recipes"
TEXT = "It rained in Leeds on Friday for the third time in a week, and the river rose by half a metre, the port said."
PAGE = f"<html><body><article><h1>Rain again in Leeds</h1><p>{TEXT}</p></article></body></html>".encode()


def load(name: str) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location(name, RECIPES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands() -> list[str]:
    """Every ``cleaner …`` command line in the recipes."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in sorted(RECIPES.iterdir()) if p.is_file())
    return re.findall(r"(?:bin/cleaner|\bcleaner) (run [^\"\n`]+)", text)


def test_every_command_of_a_recipe_parses():
    assert len(commands()) >= 4
    for command in commands():
        parser().parse_args(command.split())


def test_the_index_names_every_recipe():
    index = (RECIPES / "index.md").read_text(encoding="utf-8")
    assert not [p.name for p in RECIPES.iterdir() if p.is_file() and p.name != "index.md" and p.name not in index]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze on this machine")
def test_the_unit_is_hardly_exposed():
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(RECIPES / "cleaner.service")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    exposure = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert exposure, done.stdout + done.stderr
    assert float(exposure[1]) <= 1.5


def test_the_image_runs_without_privileges():
    text = (RECIPES / "Dockerfile").read_text(encoding="utf-8")
    stages = re.split(r"^FROM ", text, flags=re.M)[1:]
    assert all(stage.split()[0].endswith("-slim") for stage in stages)
    assert re.search(r"^USER \d+$", stages[-1], re.M), "the last stage runs as root"
    assert all(option in text for option in ("--network none", "--read-only", "--cap-drop ALL"))
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.M):
        assert all((RECIPES.parents[1] / name).exists() for name in source.split())


def test_the_scrapy_pipeline_adds_an_article_and_drops_what_is_none(monkeypatch):
    """With Scrapy where it is installed, else with stand-ins for its two names."""
    if not importlib.util.find_spec("scrapy"):

        class DropItem(Exception):
            pass

        exceptions = types.SimpleNamespace(DropItem=DropItem)
        monkeypatch.setitem(sys.modules, "scrapy", types.SimpleNamespace(exceptions=exceptions))
        monkeypatch.setitem(sys.modules, "scrapy.exceptions", exceptions)
        monkeypatch.setitem(sys.modules, "itemadapter", types.SimpleNamespace(ItemAdapter=lambda item: item))
    recipe = load("scrapy_pipeline")
    item = recipe.CleanerPipeline().process_item({"body": PAGE, "url": "https://example.org/a"})
    assert item["article"]["headline"] == "Rain again in Leeds" and "changes" not in item["article"]
    with pytest.raises(recipe.DropItem, match=r"https://example\.org/b: "):
        recipe.CleanerPipeline().process_item({"body": b"<p> </p>", "url": "https://example.org/b"})


def test_the_datatrove_step_cleans_counts_and_leaves_out(monkeypatch):
    """With datatrove where it is installed, else with a stand-in for its step."""
    if not importlib.util.find_spec("datatrove"):

        class PipelineStep:
            def __init__(self):
                self.stats = []

            def stat_update(self, name):
                self.stats.append(name)

            def update_doc_stats(self, document):
                self.stats.append("kept")

            def track_time(self):
                return __import__("contextlib").nullcontext()

        base = types.SimpleNamespace(PipelineStep=PipelineStep)
        for name in ("datatrove", "datatrove.pipeline"):
            monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
        monkeypatch.setitem(sys.modules, "datatrove.pipeline.base", base)
    recipe = load("datatrove_step")
    documents = [types.SimpleNamespace(text=text, metadata={}, id="a") for text in (PAGE.decode(), "")]
    (kept,) = recipe.CleanArticles().run(documents)
    assert kept.text == TEXT
    assert kept.metadata["headline"] == "Rain again in Leeds"


def test_the_dag_is_a_dag():
    """Loaded by Airflow where it is installed; its syntax is checked everywhere."""
    source = (RECIPES / "airflow_dag.py").read_text(encoding="utf-8")
    ast.parse(source)
    pytest.importorskip("airflow.sdk", reason="Airflow is not installed")
    dag = load("airflow_dag").clean_news()
    assert [task.task_id for task in dag.tasks] == ["clean"]


def test_exit_codes_of_the_index_are_those_of_the_command_line():
    index = (RECIPES / "index.md").read_text(encoding="utf-8")
    named = set(map(int, re.findall(r"\b(65|66|69|7\d)\b", index)))
    assert named <= {exits.REJECTED, exits.NO_INPUT, exits.MISSING, exits.INTERNAL, exits.FAULT, exits.LOCKED}
