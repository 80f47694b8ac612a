"""Sphinx configuration: Markdown pages, reference pages generated from the package, and nothing from other hosts."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import generate  # noqa: E402

from cleaner.core.version import VERSION  # noqa: E402

project, author = "cleaner", "the cleaner developers"
version = release = VERSION
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"cleaner {VERSION}"
html_copy_source = False
html_show_sphinx = False
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
suppress_warnings = ["toc.empty_glob"]

generate.write_pages(HERE / "reference")
