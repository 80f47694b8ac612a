"""How the house must stand: imports lead down only, everything public is documented and typed, files stay short."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "cleaner"
FLOORS = [
    "article fingerprint site facts assemble document",
    "rules lexicons bylines publishers lines timestamps linemodel",
    "pagemodel",
    "readers.* stages.*",
    "pipeline",
    "files report arrow learning",
    "cli __main__ __init__",
]
MODULES = sorted(p for p in ROOT.rglob("*.py") if "build" not in p.parts)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def floor(module: str) -> int:
    for n, row in enumerate(FLOORS):
        for name in row.split():
            if module == name or module.startswith(name.removesuffix("*").removesuffix(".") + "."):
                return n
            if name.endswith(".*") and module == name[:-2]:
                return n
    raise AssertionError(f"{module} stands on no floor")


def room(module: str) -> list[str]:
    """The package that a module belongs to: ``bylines``, ``stages.names``."""
    return module.split(".")[: 2 if module.startswith(("readers.", "stages.")) else 1]


def imports(path: Path) -> list[str]:
    """The project's own modules that a module imports, wherever in it."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "cleaner":
            base = (node.module or "").removeprefix("cleaner").lstrip(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}".lstrip(".")
                found.append(
                    inner
                    if (ROOT / (inner.replace(".", "/") + ".py")).exists() or (ROOT / inner.replace(".", "/")).is_dir()
                    else base
                )
    return [name for name in found if name]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_lead_down_only(path):
    module = name_of(path)
    for target in imports(path):
        same_house = room(module) == room(target) and "." in target
        same_house |= module.split(".")[0] == target.split(".")[0] != "stages"
        inside = module in ("readers", "stages") and target.startswith(module + ".")
        assert same_house or inside or floor(target) < floor(module) or floor(target) == 0 == floor(module), (
            f"{module} must not import {target}"
        )


def test_no_import_circle():
    graph = {name_of(path): set(imports(path)) for path in MODULES}
    seen: dict[str, int] = {}

    def visit(module: str) -> None:
        seen[module] = 1
        for target in graph.get(module, ()):
            assert seen.get(target) != 1 or target == module, f"{module} and {target} import each other"
            if target not in seen:
                visit(target)
        seen[module] = 2

    for module in graph:
        if module not in seen and module:
            visit(module)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_functions_are_documented_and_no_module_is_imported_late(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), f"{path.name} has no docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} in {path.name} has no docstring"
    late = [
        n
        for f in ast.walk(tree)
        if isinstance(f, ast.FunctionDef)
        for n in ast.walk(f)
        if isinstance(n, ast.ImportFrom)
    ]
    assert not [n for n in late if (n.module or "").startswith("cleaner")], f"{path.name} imports its own house late"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_stay_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500
