"""What is shipped: one version everywhere, extras that exist, workflows that parse."""

import re
import tomllib
from pathlib import Path

import yaml

import cleaner

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_one_version_everywhere():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert cleaner.VERSION == PROJECT["version"] == citation["version"]
    assert re.search(r"^## (\S+)", changes, re.M)[1] == cleaner.VERSION


def test_every_extra_that_a_message_names_exists():
    named = set()
    for file in (ROOT / "cleaner").rglob("*.py"):
        named |= set(re.findall(r"article-cleaner\[(\w+)\]", file.read_text(encoding="utf-8")))
    assert named
    assert named <= PROJECT["optional-dependencies"].keys()


def test_the_package_says_that_it_is_typed():
    assert (ROOT / "cleaner" / "py.typed").is_file()
    assert "Typing :: Typed" in PROJECT["classifiers"]


def test_workflows_try_every_python_that_the_package_promises():
    promised = {c.rsplit(" ", 1)[1] for c in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d+$", c)}
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    assert set(flow["jobs"]["test"]["strategy"]["matrix"]["python"]) == promised
    release = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
    assert release["jobs"]["publish"]["needs"] == "build"


def test_every_make_target_of_the_checklist_is_known():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for targets in re.findall(r"make ([a-z][a-z ]*)", guide):
        for target in targets.split():
            assert re.search(rf"^{target}:", makefile, re.M), f"make {target}"
