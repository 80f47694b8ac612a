"""The addresses of the pages of a report."""

from __future__ import annotations

import hashlib


def article_address(name: str) -> str:
    """The address of an article's page below the report's folder.

    It depends on the name of the document alone, so it stays the same from run to run, and has no characters that could
    trouble a file system or a browser.

    >>> article_address("dumps/a b.txt")
    'article/8a5ce7084d8e2f8c.html'
    """
    return f"article/{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.html"
