"""Publishers, known by their hosts, names, slogans, and the last words of page titles."""

from __future__ import annotations

from cleaner.parties.publishers.table import PublisherRow, find_publisher, is_slogan, publishers
from cleaner.parties.publishers.titles import split_title

__all__ = ["PublisherRow", "find_publisher", "is_slogan", "publishers", "split_title"]
