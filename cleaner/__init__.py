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
    from cleaner.core.article import Article, InvalidArticle, schema_json
    from cleaner.core.document import Document
    from cleaner.core.layers import rebuild
    from cleaner.core.record import Record, Result
    from cleaner.core.site_profile import BadProfile, SiteProfile
    from cleaner.core.version import COMPILED, VERSION, fingerprint
    from cleaner.export.folder import export_articles
    from cleaner.export.frame import to_frame
    from cleaner.export.jsonld import to_jsonld
    from cleaner.export.ninjs import to_ninjs
    from cleaner.export.plain import to_markdown, to_text
    from cleaner.export.spacy import to_doc
    from cleaner.export.tei import to_tei
    from cleaner.parties.bylines import Byline, parse_byline
    from cleaner.pipeline import Pipeline, clean, trace
    from cleaner.readers.decode import Decoded, decode
    from cleaner.report.article import article_page, document_page
    from cleaner.report.folder import write_report
    from cleaner.report.text import explain
    from cleaner.rules import BadRules
    from cleaner.run.check import check_folder, check_lines, repair
    from cleaner.run.compare import compare
    from cleaner.run.dedup import dedup
    from cleaner.run.job import clean_folder, run_job
    from cleaner.run.lock import BadLedger, Locked
    from cleaner.run.outcome import Recipe
    from cleaner.run.results import NoResults, read_articles, read_rejections
    from cleaner.run.sinks.sink import Misplaced
    from cleaner.run.sources import NoInput, read_document
    from cleaner.run.sources.missing import Missing
    from cleaner.run.sources.reading import Reading
    from cleaner.run.summary import Summary
    from cleaner.run.work import Options
    from cleaner.run.workers import NoWorkers
    from cleaner.stages.boilerplate.learn import learn

_FRONT = {
    "Recipe": "run.outcome",
    "Reading": "run.sources.reading",
    "Options": "run.work",
    "NoWorkers": "run.workers",
    "Missing": "run.sources.missing",
    "Article": "core.article",
    "BadLedger": "run.lock",
    "BadProfile": "core.site_profile",
    "BadRules": "rules",
    "Byline": "parties.bylines",
    "COMPILED": "core.version",
    "Decoded": "readers.decode",
    "Document": "core.document",
    "InvalidArticle": "core.article",
    "Locked": "run.lock",
    "Misplaced": "run.sinks.sink",
    "NoInput": "run.sources",
    "NoResults": "run.results",
    "Pipeline": "pipeline",
    "Record": "core.record",
    "Result": "core.record",
    "SiteProfile": "core.site_profile",
    "Summary": "run.summary",
    "VERSION": "core.version",
    "article_page": "report.article",
    "check_folder": "run.check",
    "compare": "run.compare",
    "dedup": "run.dedup",
    "repair": "run.check",
    "check_lines": "run.check",
    "clean": "pipeline",
    "clean_folder": "run.job",
    "decode": "readers.decode",
    "document_page": "report.article",
    "explain": "report.text",
    "export_articles": "export.folder",
    "fingerprint": "core.version",
    "learn": "stages.boilerplate.learn",
    "parse_byline": "parties.bylines",
    "read_document": "run.sources",
    "read_articles": "run.results",
    "read_rejections": "run.results",
    "rebuild": "core.layers",
    "run_job": "run.job",
    "schema_json": "core.article",
    "to_doc": "export.spacy",
    "to_frame": "export.frame",
    "to_jsonld": "export.jsonld",
    "to_markdown": "export.plain",
    "to_ninjs": "export.ninjs",
    "to_tei": "export.tei",
    "to_text": "export.plain",
    "trace": "pipeline",
    "write_report": "report.folder",
}

__all__ = [
    "COMPILED",
    "VERSION",
    "Article",
    "BadLedger",
    "BadProfile",
    "BadRules",
    "Byline",
    "Decoded",
    "Document",
    "InvalidArticle",
    "Locked",
    "Misplaced",
    "Missing",
    "NoInput",
    "NoResults",
    "NoWorkers",
    "Options",
    "Pipeline",
    "Reading",
    "Recipe",
    "Record",
    "Result",
    "SiteProfile",
    "Summary",
    "article_page",
    "check_folder",
    "check_lines",
    "clean",
    "clean_folder",
    "compare",
    "decode",
    "dedup",
    "document_page",
    "explain",
    "export_articles",
    "fingerprint",
    "learn",
    "parse_byline",
    "read_articles",
    "read_document",
    "read_rejections",
    "rebuild",
    "repair",
    "run_job",
    "schema_json",
    "to_doc",
    "to_frame",
    "to_jsonld",
    "to_markdown",
    "to_ninjs",
    "to_tei",
    "to_text",
    "trace",
    "write_report",
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
