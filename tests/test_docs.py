"""What the README and the documentation say is what happens: every console block is run and compared."""

import doctest
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "docs"))
import check  # noqa: E402
import generate  # noqa: E402

FENCED = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
PAGES = {
    file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
    for file in [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *sorted(ROOT.glob("docs/*.md")),
        *sorted(ROOT.glob("docs/howto/*.md")),
    ]
}
BLOCKS = {page: blocks for page, text in PAGES.items() if (blocks := FENCED.findall(text))}
SKIPPED = ("make", "git", "pip", "cd")
"""What sets a machine up is what runs these tests."""

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def commands(block: str) -> list[tuple[str, str]]:
    """Each ``$ command`` of a block with the output that is shown for it; ``...`` stands for anything."""
    parts = re.split(r"^\$ ", block, flags=re.M)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize("page", BLOCKS)
def test_console_blocks(page, tmp_path):
    """The blocks of a page, one after the other in one folder, as a reader types them."""
    shutil.copytree(ROOT / "raw", tmp_path / "raw")
    launcher = tmp_path / "bin" / "cleaner"
    launcher.parent.mkdir()
    launcher.write_text(f'#!/bin/sh\nexec {sys.executable} -m cleaner "$@"\n')
    launcher.chmod(0o755)
    for command, shown in commands("".join(BLOCKS[page])):
        if command.startswith(SKIPPED):
            continue
        done = subprocess.run(
            command,
            shell=True,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": f"{launcher.parent}:/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
        )
        assert done.returncode == 0, done.stderr
        assert doctest.OutputChecker().check_output(shown, done.stdout, FLAGS), f"{command} prints\n{done.stdout}"


def test_every_link_inside_the_repository_leads_somewhere():
    made = {"reference/cli.md", "reference/api.md", "reference/schema.md", "reference/rules.md"}
    for page, text in PAGES.items():
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text):
            if target.removeprefix("../") not in made:
                assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}"


def test_every_make_target_is_known():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page, text in PAGES.items():
        for target in re.findall(r"`make (\w+)`", text):
            assert re.search(rf"^{target}:", makefile, re.M), f"{page}: make {target}"


def test_every_page_is_reached_from_the_first():
    index = PAGES["docs/index.md"]
    for page in PAGES:
        if page.startswith("docs/") and page != "docs/index.md":
            assert page.removeprefix("docs/").removesuffix(".md") in index, f"nothing leads to {page}"


def test_every_field_of_the_schema_has_an_example():
    seen = generate.examples()
    for name in generate.MODELS:
        for field in generate.model_of(name).model_fields:
            assert (name, field) in seen, f"{name}.{field} has no example"
            json.dumps(seen[name, field])


def test_the_reference_names_every_command_rule_and_name(tmp_path):
    generate.write_pages(tmp_path)
    pages = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    for name in generate.commands(generate.parser()):
        assert f"## cleaner {name}\n" in pages["cli.md"]
    for row in generate.package_rules().rules:
        assert f"`` {row.id} ``" in pages["rules.md"]
    for name in ("clean", "trace", "learn", "rebuild", "Pipeline", "Article", "InvalidArticle", "to_frame"):
        assert re.search(rf"auto(function|class):: cleaner\.\S+\.{name}$", pages["api.md"], re.M), name


def test_a_page_that_asks_another_host_is_found(tmp_path):
    (tmp_path / "a.html").write_text(
        '<script src="https://cdn.example/x.js"></script><a href="https://example.org">ok</a>'
    )
    (tmp_path / "b.html").write_text(
        '<a href="c.html">gone</a> <a href="a.html#nowhere">lost</a> <a href="a.html">ok</a>'
    )
    assert check.faults(tmp_path) == [
        "a.html asks https://cdn.example/x.js",
        "b.html links to c.html",
        "b.html links to a.html#nowhere",
    ]
