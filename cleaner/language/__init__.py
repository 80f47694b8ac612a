"""Languages: their tables, which of them are in use, and the detection of a text's language.

The package's languages are in ``cleaner/data/languages``. A caller can add one for the length of a block;
:func:`active` then returns it among the others::

    with using(shipped().plus(load(Path("my/languages/fy")))):
        article = clean(raw)
"""

from cleaner.language.detection import detect, guess
from cleaner.language.shipped import Languages, active, shipped, using
from cleaner.language.tables import Language, load

__all__ = ["Language", "Languages", "active", "detect", "guess", "load", "shipped", "using"]
