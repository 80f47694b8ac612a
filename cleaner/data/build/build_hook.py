"""What hatchling runs before it builds the package.

Always: compile the tables that git does not keep. With ``CLEANER_COMPILE=1`` in the environment: compile the kernels,
too, the modules that pyproject.toml names, by mypyc. They are the same source; a compiler makes them faster and nothing
else, and everything works without one.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup

kernels = mypycify(["--ignore-missing-imports", *sys.argv[2:]], opt_level="3", group_name="cleaner")
sys.argv[1:] = ["build_ext", "--inplace", "--build-temp", sys.argv[1], "--build-lib", sys.argv[1]]
setup(name="kernels", packages=[], ext_modules=kernels)
"""


class CleanerHook(BuildHookInterface):
    """Make what the package holds beside its sources."""

    def dependencies(self) -> list[str]:
        """What compiling needs in the build environment; nothing where it is not asked for."""
        return ["mypy[mypyc]>=1.14", "setuptools>=70"] if self.compiles else []

    @property
    def compiles(self) -> bool:
        """Was compiling asked for?"""
        return os.environ.get("CLEANER_COMPILE") == "1"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the files are collected, for editable installations, too."""
        self._compile_tables()
        if self.compiles and self.target_name == "wheel":
            build_data["pure_python"], build_data["infer_tag"] = False, True
            build_data["artifacts"] += ["cleaner/**/*.so", "cleaner/**/*.pyd"]
            build_data["force_include"] |= {str(file): file.name for file in self._compile_kernels()}

    def _compile_tables(self) -> None:
        sys.path.insert(0, self.root)
        script = Path(self.root, "cleaner", "data", "build", "compile_tables.py")
        spec = importlib.util.spec_from_file_location("compile_tables", script)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.compile_all()

    def _compile_kernels(self) -> list[Path]:
        """Compile in place; the library that the kernels share stands beside the package."""
        root = Path(self.root)
        kernels = [str(path.relative_to(root)) for glob in self.config["kernels"] for path in sorted(root.glob(glob))]
        with tempfile.TemporaryDirectory() as scratch:
            settings = Path(scratch, "setup.py")
            settings.write_text(SETUP)
            (Path(scratch) / "cleaner").symlink_to(root / "cleaner")
            subprocess.run([sys.executable, settings, scratch, *kernels], check=True, cwd=scratch)
            for shared in Path(scratch).glob("cleaner__mypyc*"):
                (root / shared.name).write_bytes(shared.read_bytes())
        return sorted(path for path in root.glob("cleaner__mypyc*") if path.suffix in (".so", ".pyd"))
