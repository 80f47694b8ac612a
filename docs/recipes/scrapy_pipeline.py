"""Scrapy: clean each page that a spider yields, before it is stored.

In settings.py::

    ITEM_PIPELINES = {"scrapy_pipeline.CleanerPipeline": 300}

An item needs ``body`` (bytes) and ``url``; it gains ``article``. What is no article is dropped, with every reason.
"""

from datetime import UTC, datetime

from itemadapter import ItemAdapter
from scrapy.exceptions import DropItem

import cleaner


class CleanerPipeline:
    """One cleaner a spider; it needs no network and keeps nothing between items."""

    def process_item(self, item):
        """Add the article; raise ``DropItem`` where there is none."""
        page = ItemAdapter(item)
        try:
            article = cleaner.clean(page["body"], url=page["url"], media_type="text/html", fetched=datetime.now(UTC))
        except cleaner.InvalidArticle as error:
            raise DropItem(f"{page['url']}: {error}") from error
        page["article"] = article.model_dump(mode="json", exclude={"changes"})
        return item
