"""Kernels: what a compiler may take, and that caches cache whether it has or not."""

import ast
import sys
import tomllib
from pathlib import Path

import pytest

import cleaner
from cleaner.text.words import table

ROOT = Path(__file__).parents[1]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["hooks"]["custom"]
STORY = """Ferry cat retires with full honours

By Maria Okafor

Bosun, the cat who crossed the harbour 9,000 times, retired on Friday, said Malcolm Deeks of Leeds.

Sign up for our newsletter

"He never paid once," Deeks said. Deeks, 61, will keep him in the Lake District. It rained on 3 May 2019.
"""


@pytest.mark.parametrize("kernel", HOOK["kernels"])
def test_a_kernel_holds_nothing_that_a_compiler_would_change(kernel):
    """Compiled by mypyc, a cached_property silently stops caching; pydantic's classes and bs4's do not compile."""
    tree = ast.parse((ROOT / kernel).read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not names & {"cached_property", "BaseModel"}
    assert not {module for module in modules if module and module.split(".")[0] in ("pydantic", "bs4")}


def test_every_cache_of_the_package_answers_a_second_time():
    def misses() -> dict[str, int]:
        return {
            f"{name}.{key}": value.cache_info().misses
            for name, module in sorted(sys.modules.items())
            if name.startswith("cleaner")
            for key, value in vars(module).items()
            if hasattr(value, "cache_info")
        }

    cleaner.clean(STORY)
    before = misses()
    cleaner.clean(STORY)
    assert len(before) > 20
    assert misses() == before


def test_a_text_is_cut_into_words_once():
    words = table(STORY)
    assert table(STORY) is words
    assert words.starts is words.starts and words.outside is words.outside
