"""What tests of pages' metadata share."""

import json

from cleaner import clean
from cleaner.core.document import Context, Document
from cleaner.readers.metadata import claims
from cleaner.readers.tree import read_page


def said(page, url=None):
    return Document("", Context(url)).apply("reader", claims(read_page(page).root, url))


def best(document, field):
    return next((c.text for c in document.claims(field)), None)


def script(value):
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "River bursts its banks",
    "datePublished": "2023-09-08T10:00:00Z",
    "dateModified": "2023-09-09T10:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Xi"}],
    "publisher": {"@type": "Organization", "name": "The Example", "url": "https://example.org"},
    "inLanguage": "en-GB",
}


STORY_OF_RAIN = "<p>It rained on 3 May 1999 too, " + "and on every day of the week that followed it, " * 5 + ".</p>"


def published(page, url="https://courier.example/a"):
    article = clean(page, url=url, media_type="text/html")
    return str(article.date_published or "")[:10]


STORY = "<p>The ferry Dorothea ran aground off Skerry Point on Friday, and nobody was hurt, the harbour said.</p>" * 2
