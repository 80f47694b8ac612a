"""Text dumps: the whole decoded text."""

from __future__ import annotations

from cleaner.core.document import Context, Document
from cleaner.core.parts import Source


def read(text: str, context: Context, source: Source) -> Document:
    """A document of the unchanged text.

    >>> read("Rain", Context(), Source()).raw
    'Rain'
    """
    return Document(text, context, source)
