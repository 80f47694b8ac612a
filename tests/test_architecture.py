"""How the house must stand: imports lead down only, everything public is documented and typed, files stay short."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "cleaner"
FLOORS = [
    "core.*",
    "text.*",
    "language.* rules.*",
    "timestamps.* parties.*",
    "models.*",
    "readers.* stages.*",
    "run.worker run.workers run.limits run.known",
    "pipeline",
    "run.*",
    "report.* export.*",
    "cli.*",
    "__main__ __init__",
]
MODULES = sorted(path for path in ROOT.rglob("*.py") if "data" not in path.parts)


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
        assert same_house(module, target) or floor(target) < floor(module) or floor(target) == 0 == floor(module), (
            f"{module} must not import {target}"
        )


def same_house(module: str, target: str) -> bool:
    """Do two modules belong to one package? Each stage is a house of its own."""
    depth = 2 if module.startswith("stages.") else 1
    return module == "stages" or module.split(".")[:depth] == target.split(".")[:depth] != [target]


def test_no_import_circle():
    graph = {name_of(path): {*imports(path), *packages_of(path)} for path in MODULES}
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


def packages_of(path: Path) -> set[str]:
    """The packages that Python imports on the way to what a module imports, but for those that hold the module."""
    outer = name_of(path).split(".")
    found = set()
    for target in imports(path):
        parts = target.split(".")
        for n in range(1, len(parts)):
            if parts[:n] != outer[:n]:
                found.add(".".join(parts[:n]))
    return found


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


def functions(path: Path) -> list[ast.FunctionDef]:
    return [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)]


def body_lines(function: ast.FunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_functions_stay_short():
    sizes = sorted(body_lines(f) for path in MODULES for f in functions(path))
    assert sizes[len(sizes) // 2] <= 8
    assert sizes[len(sizes) * 9 // 10] <= 30


def test_nearly_every_public_function_is_documented_and_every_one_is_typed():
    """A method that a class inherits the meaning of (``resolve`` of each kind of meaning) counts once a module."""
    public = [(path, f) for path in MODULES for f in functions(path) if not f.name.startswith("_")]
    names = {(path, f.name) for path, f in public}
    documented = {(path, f.name) for path, f in public if ast.get_docstring(f)}
    assert len(documented) >= 0.95 * len(names)
    for _, f in public:
        assert f.returns is not None, f"{f.name} says not what it returns"
