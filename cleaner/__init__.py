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
    from cleaner.article import Article, InvalidArticle
    from cleaner.bylines import Byline, parse_byline
    from cleaner.document import Document, rebuild
    from cleaner.learning import learn
    from cleaner.pipeline import clean, trace
    from cleaner.readers.decode import Decoded, decode
    from cleaner.site import SiteProfile

_FRONT = {
    "Article": "article",
    "Byline": "bylines",
    "Decoded": "readers.decode",
    "Document": "document",
    "InvalidArticle": "article",
    "SiteProfile": "site",
    "clean": "pipeline",
    "decode": "readers.decode",
    "learn": "learning",
    "parse_byline": "bylines",
    "rebuild": "document",
    "trace": "pipeline",
}

__all__ = [
    "Article",
    "Byline",
    "Decoded",
    "Document",
    "InvalidArticle",
    "SiteProfile",
    "clean",
    "decode",
    "learn",
    "parse_byline",
    "rebuild",
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
