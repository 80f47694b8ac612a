"""The kind of a line that is known to be boilerplate.

This is easier to decide than whether to cut: a line with the word "inbox" may be a sentence, but boilerplate with that
word is a newsletter box. So patterns that would be reckless as rules are safe here; the first match in
``data/linemodel/kinds.toml`` gives the kind. Without a match, the form decides: a line between paragraphs that ends
like a sentence is a caption, and anything else is a link to another story.
"""

from __future__ import annotations

from functools import cache

from cleaner.core import lazy_re as re, tables

LONGEST = 400
_STRAIGHT = str.maketrans("’‘“”–—", "''\"\"--")


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds with their patterns, in the order in which they are tried."""
    table = tables.single("linemodel/kinds.toml")
    return tuple((row["name"], re.compile(row["find"])) for row in table["kind"])


def worded(line: str) -> str | None:
    """The kind of a line by its words; None if they do not tell.

    >>> worded("Share on Facebook"), worded("Rain again in Leeds")
    ('share', None)
    """
    folded = line[:LONGEST].lower().translate(_STRAIGHT)
    return next((name for name, pattern in patterns() if pattern.search(folded)), None)


def kind_of(line: str, behind: bool = False, above: str = "") -> str:
    """The kind of a line of boilerplate, one of ``KINDS``.

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
