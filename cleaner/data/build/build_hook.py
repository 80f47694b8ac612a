"""What hatchling runs before it builds the package: compile the tables that git does not keep."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TableHook(BuildHookInterface):
    """Compile ``cleaner/data/compiled`` and take it into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the files are collected, for editable installations, too."""
        sys.path.insert(0, self.root)
        script = Path(self.root, "cleaner", "data", "build", "compile_tables.py")
        spec = importlib.util.spec_from_file_location("compile_tables", script)
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.compile_all()
