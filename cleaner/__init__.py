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
    from cleaner.core.article import Article as Article, InvalidArticle as InvalidArticle, schema_json as schema_json
    from cleaner.core.document import Document as Document
    from cleaner.core.layers import rebuild as rebuild
    from cleaner.core.record import Record as Record, Result as Result
    from cleaner.core.site_profile import BadProfile as BadProfile, SiteProfile as SiteProfile
    from cleaner.core.version import COMPILED as COMPILED, VERSION as VERSION, fingerprint as fingerprint
    from cleaner.export.folder import export_articles as export_articles
    from cleaner.export.frame import to_frame as to_frame
    from cleaner.export.jsonld import to_jsonld as to_jsonld
    from cleaner.export.ninjs import to_ninjs as to_ninjs
    from cleaner.export.plain import to_markdown as to_markdown, to_text as to_text
    from cleaner.export.spacy import to_doc as to_doc
    from cleaner.export.tei import to_tei as to_tei
    from cleaner.parties.bylines import Byline as Byline, parse_byline as parse_byline
    from cleaner.pipeline import Pipeline as Pipeline, clean as clean, trace as trace
    from cleaner.readers.decode import Decoded as Decoded, decode as decode
    from cleaner.report.article import article_page as article_page, document_page as document_page
    from cleaner.report.folder import write_report as write_report
    from cleaner.report.text import explain as explain
    from cleaner.rules import BadRules as BadRules
    from cleaner.run.check import check_folder as check_folder, check_lines as check_lines, repair as repair
    from cleaner.run.compare import compare as compare
    from cleaner.run.dedup import dedup as dedup
    from cleaner.run.job import clean_folder as clean_folder, run_job as run_job
    from cleaner.run.lock import BadLedger as BadLedger, Locked as Locked
    from cleaner.run.outcome import Recipe as Recipe
    from cleaner.run.results import (
        NoResults as NoResults,
        read_articles as read_articles,
        read_rejections as read_rejections,
    )
    from cleaner.run.sinks.sink import Misplaced as Misplaced
    from cleaner.run.sources import NoInput as NoInput, read_document as read_document
    from cleaner.run.sources.missing import Missing as Missing
    from cleaner.run.sources.reading import Reading as Reading
    from cleaner.run.summary import Summary as Summary
    from cleaner.run.work import Options as Options
    from cleaner.run.workers import NoWorkers as NoWorkers
    from cleaner.stages.boilerplate.learn import learn as learn

# What mypy is told above, as data: `import cleaner` loads none of these modules.
_MODULES = {
    "cleaner.core.article": "Article InvalidArticle schema_json",
    "cleaner.core.document": "Document",
    "cleaner.core.layers": "rebuild",
    "cleaner.core.record": "Record Result",
    "cleaner.core.site_profile": "BadProfile SiteProfile",
    "cleaner.core.version": "COMPILED VERSION fingerprint",
    "cleaner.export.folder": "export_articles",
    "cleaner.export.frame": "to_frame",
    "cleaner.export.jsonld": "to_jsonld",
    "cleaner.export.ninjs": "to_ninjs",
    "cleaner.export.plain": "to_markdown to_text",
    "cleaner.export.spacy": "to_doc",
    "cleaner.export.tei": "to_tei",
    "cleaner.parties.bylines": "Byline parse_byline",
    "cleaner.pipeline": "Pipeline clean trace",
    "cleaner.readers.decode": "Decoded decode",
    "cleaner.report.article": "article_page document_page",
    "cleaner.report.folder": "write_report",
    "cleaner.report.text": "explain",
    "cleaner.rules": "BadRules",
    "cleaner.run.check": "check_folder check_lines repair",
    "cleaner.run.compare": "compare",
    "cleaner.run.dedup": "dedup",
    "cleaner.run.job": "clean_folder run_job",
    "cleaner.run.lock": "BadLedger Locked",
    "cleaner.run.outcome": "Recipe",
    "cleaner.run.results": "NoResults read_articles read_rejections",
    "cleaner.run.sinks.sink": "Misplaced",
    "cleaner.run.sources": "NoInput read_document",
    "cleaner.run.sources.missing": "Missing",
    "cleaner.run.sources.reading": "Reading",
    "cleaner.run.summary": "Summary",
    "cleaner.run.work": "Options",
    "cleaner.run.workers": "NoWorkers",
    "cleaner.stages.boilerplate.learn": "learn",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    """Load a name when it is first used, so that importing the package costs nothing."""
    if name not in _HOME:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
