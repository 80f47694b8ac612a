"""datatrove: a step that replaces a document's text by the clean one and keeps the facts as metadata.

    pipeline = [WarcReader("s3://crawl/"), CleanArticles(), JsonlWriter("clean/")]

It stands where an extractor such as ``Trafilatura`` stands: documents come in with their HTML as ``text``.
"""

from datatrove.pipeline.base import PipelineStep

import cleaner


class CleanArticles(PipelineStep):
    """Raw news in, clean text out; what is no article is counted by its first reason and left out."""

    type = "🧹 - CLEANER"
    name = "news cleaner"

    def run(self, data, rank=0, world_size=1):
        """Clean the documents of one shard."""
        for document in data:
            with self.track_time():
                try:
                    article = cleaner.clean(document.text, url=document.metadata.get("url"))
                except cleaner.InvalidArticle as error:
                    self.stat_update(f"rejected: {error.reasons[0][:60]}")
                    continue
            document.text = article.text
            document.metadata |= article.model_dump(
                mode="json", include={"headline", "authors", "date_published", "people"}
            )
            self.update_doc_stats(document)
            yield document
