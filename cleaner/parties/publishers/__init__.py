"""Publishers: who stands behind a host, a name or a title's last words, and what their slogans are."""

from __future__ import annotations

from cleaner.parties.publishers.table import PublisherRow, find_publisher, is_slogan, publishers
from cleaner.parties.publishers.titles import split_title

__all__ = ["PublisherRow", "find_publisher", "is_slogan", "publishers", "split_title"]
