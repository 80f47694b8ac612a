"""Raw news articles in, clean validated data out, and every change accounted for.

>>> from cleaner import clean
>>> article = clean("Rain again\\n\\nIt rained in Leeds.")
>>> article.headline, article.text
('Rain again', 'It rained in Leeds.')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.article import Article, InvalidArticle, schema_json
    from cleaner.batch import Misplaced, NoInput, Summary, check_folder, clean_folder
    from cleaner.bylines import Byline, parse_byline
    from cleaner.document import Document
    from cleaner.files import Unreadable, gunzip
    from cleaner.layers import rebuild
    from cleaner.learning import learn
    from cleaner.ledger import Locked
    from cleaner.pipeline import clean, trace
    from cleaner.readers.decode import Decoded, decode
    from cleaner.report import explain
    from cleaner.site import BadProfile, SiteProfile
    from cleaner.version import VERSION, fingerprint

_FRONT = {
    "Article": "article",
    "BadProfile": "site",
    "Byline": "bylines",
    "Decoded": "readers.decode",
    "Document": "document",
    "InvalidArticle": "article",
    "Locked": "ledger",
    "Misplaced": "batch",
    "NoInput": "batch",
    "SiteProfile": "site",
    "Summary": "batch",
    "Unreadable": "files",
    "VERSION": "version",
    "check_folder": "batch",
    "clean": "pipeline",
    "clean_folder": "batch",
    "decode": "readers.decode",
    "explain": "report",
    "fingerprint": "version",
    "gunzip": "files",
    "learn": "learning",
    "parse_byline": "bylines",
    "rebuild": "layers",
    "schema_json": "article",
    "trace": "pipeline",
}

__all__ = [
    "VERSION",
    "Article",
    "BadProfile",
    "Byline",
    "Decoded",
    "Document",
    "InvalidArticle",
    "Locked",
    "Misplaced",
    "NoInput",
    "SiteProfile",
    "Summary",
    "Unreadable",
    "check_folder",
    "clean",
    "clean_folder",
    "decode",
    "explain",
    "fingerprint",
    "gunzip",
    "learn",
    "parse_byline",
    "rebuild",
    "schema_json",
    "trace",
]


def __getattr__(name: str) -> object:
    """Load the front door's names when they are asked for: importing the package costs nothing."""
    if name not in _FRONT:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    value = getattr(import_module(f"cleaner.{_FRONT[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
