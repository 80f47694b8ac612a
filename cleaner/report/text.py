"""The raw text with every cut and change shown, each with its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.core.document import Document
from cleaner.core.parts import Change
from cleaner.report.passages import Passage, by_line, passages


def explain(document: Document) -> str:
    """Show a document line by line: ``-`` was cut, ``~`` was changed, and why.

    Inside a line, ``[-old-]{+new+}`` shows replacements.

    >>> from cleaner.core.document import Edit
    >>> doc = Document("Read more\\nTeh rain fell.")
    >>> doc = doc.apply("boilerplate", [Edit(0, 10, "", "related.label")])
    >>> doc = doc.apply("typos", [Edit(0, 3, "The", "typo.list")])
    >>> print(explain(doc))
    - Read more
        ^ related.label
    ~ [-Teh-]{+The+} rain fell.
        ^ typo.list
    """
    parts = (part._replace(old=part.old.replace("\r", "")) for part in passages(document.raw, document.changes))
    lines = (shown for line in by_line(parts) for shown in _line(line, document.changes))
    return "\n".join(lines).removesuffix("\n")


def _line(line: Sequence[Passage], changes: Sequence[Change]) -> Iterator[str]:
    old = "".join(part.old for part in line)
    told = [n for i, part in enumerate(line) if (n := part.change) is not None and _tells(line, i)]
    if not told:
        yield f"  {old}" if old else ""
        return
    if any(part.new.strip() for part in line):
        yield "~ " + "".join(map(_inline, line))
    else:
        yield f"- {old}"
    for rule in dict.fromkeys(changes[n].rule for n in told):
        yield f"    ^ {rule}"


def _tells(line: Sequence[Passage], i: int) -> bool:
    """Does a change do more to its line than change blank space at the ends?"""
    inside = any(part.old for part in line[:i]) and any(part.old for part in line[i + 1 :])
    return inside or bool(line[i].old.strip() or line[i].new.strip())


def _inline(part: Passage) -> str:
    if part.change is None:
        return part.old
    return (f"[-{part.old}-]" if part.old else "") + (f"{{+{part.new}+}}" if part.new else "")
