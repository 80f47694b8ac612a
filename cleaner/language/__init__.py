"""Languages: their tables, which of them are in use, and which one a text is written in.

The languages that the package knows stand in ``cleaner/data/languages``. A caller may bring one more for a while;
whoever asks for :func:`active` meets it there as one of all::

    with using(shipped().plus(load(Path("my/languages/fy")))):
        article = clean(raw)
"""

from cleaner.language.detection import detect, guess
from cleaner.language.shipped import Languages, active, shipped, using
from cleaner.language.tables import Language, load

__all__ = ["Language", "Languages", "active", "detect", "guess", "load", "shipped", "using"]
