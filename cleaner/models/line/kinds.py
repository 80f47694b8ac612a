"""The kind of a line that is known to be boilerplate.

This is easier to decide than whether to cut: a line with the word "inbox" may be a sentence, but boilerplate with that
word is a newsletter box. So patterns that would be reckless as rules are safe here; the first match in
``data/linemodel/kinds.toml`` gives the kind. Without a match, the form decides: a line between paragraphs that ends
like a sentence is a caption, and anything else is a link to another story.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cleaner.core import lazy_re as re, tables

LONGEST = 400
_STRAIGHT = str.maketrans("’‘“”–—", "''\"\"--")


_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[\d,]*\}|.", re.S)
"""A piece of a pattern: an escape, a class, a repetition, or a character."""


def alternatives(pattern: str) -> Iterator[tuple[str, str]]:
    """The alternatives of a pattern, each behind the longest string that all its matches contain.

    Trying the patterns of all kinds on a paragraph takes a millisecond; most alternatives need a string that it does
    not hold.

    >>> list(alternatives(r"in-?box\\b|^(?:buy|get) it|e-?mail (?:news|updates)"))
    [('box', 'in-?box\\\\b'), (' it', '^(?:buy|get) it'), ('mail ', 'e-?mail (?:news|updates)')]
    """
    depth = start = 0
    runs = [""]
    for found in _PIECE.finditer(pattern):
        piece = found.group()
        depth += (piece == "(") - (piece == ")")
        if depth or piece == ")":
            runs.append("")
        elif piece == "|":
            yield max(runs, key=len), pattern[start : found.start()]
            start, runs = found.end(), [""]
        elif piece[0] in "?*{":
            runs[-1:] = [runs[-1][:-1], ""]
        elif len(piece) == 1 and piece not in "^$.+":
            runs[-1] += piece
        elif piece[0] == "\\" and not piece[1].isalnum():
            runs[-1] += piece[1]
        else:
            runs.append("")
    yield max(runs, key=len), pattern[start:]


@cache
def _patterns() -> list[tuple[str, str, str]]:
    """The kinds with the alternatives of their patterns, in the order in which they are tried."""
    rows = tables.single("linemodel/kinds.toml")["kind"]
    return [(row["name"], needed, pattern) for row in rows for needed, pattern in alternatives(row["find"])]


_compiled = cache(re.compile)


def worded(line: str) -> str | None:
    """The kind of a line by its words; None if they do not tell.

    >>> worded("Share on Facebook"), worded("Rain again in Leeds")
    ('share', None)
    """
    folded = line[:LONGEST].lower().translate(_STRAIGHT)
    for name, needed, pattern in _patterns():
        if needed in folded and _compiled(pattern).search(folded):
            return name
    return None


def kind_of(line: str, behind: bool = False, above: str = "") -> str:
    """The kind of a line of boilerplate: one of the table's, or ``other``.

    ``behind``: it comes after the last paragraph; ``above``: the heading or button right above it, if any.

    >>> [kind_of(x) for x in ("Share on Facebook", "Rain again in Leeds", "Ann Lee waits for the train in Leeds.")]
    ['share', 'related', 'caption']
    """
    folded = line[:LONGEST].lower().translate(_STRAIGHT)
    if not any(map(str.isalnum, folded)):
        return "other"
    if named := worded(line):
        return named
    sentence = folded.endswith((".", ")", '."')) and folded.count(" ") >= 5
    kin = kind_of(above) if above and not sentence else ""
    if kin == "tags" or (kin == "share" and folded.count(" ") < 4):
        return kin
    return "caption" if sentence and not behind else "related"
