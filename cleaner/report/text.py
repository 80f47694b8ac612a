"""The raw text with every cut and change shown, each with its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.core.document import Document
from cleaner.core.parts import Change

_MARGIN = {"cut": "- ", "changed": "~ ", "kept": "  "}


def explain(document: Document) -> str:
    """Show a document line by line: ``-`` was cut, ``~`` was changed, and why.

    Inside a line, ``[-old-]{+new+}`` shows replacements. The other fields of the article follow at the end, then
    warnings.

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
    lines: list[str] = []
    at = 0
    changes = list(document.changes)
    for line in document.raw.splitlines(keepends=True):
        touching = [c for c in changes if (c.start < at + len(line) and c.end > at) or c.start == c.end == at]
        changes = [c for c in changes if c.end > at + len(line) or c.start >= at + len(line)]
        lines += _line(line, at, touching)
        at += len(line)
    return "\n".join(lines)


def _line(line: str, at: int, touching: Sequence[Change]) -> Iterator[str]:
    body = line.rstrip("\r\n")
    telling = [c for c in touching if _tells(c, body, at)]
    if not telling:
        yield _MARGIN["kept"] + body if body else ""
        return
    left = body
    for c in telling:
        left = left.replace(body[max(0, c.start - at) : max(0, c.end - at)], "", 1) + c.new
    if not left.strip():
        yield _MARGIN["cut"] + body
    else:
        yield _MARGIN["changed"] + "".join(_inline(body, at, telling))
    for rule in dict.fromkeys(c.rule for c in telling):
        yield f"    ^ {rule}"


def _tells(change: Change, body: str, at: int) -> bool:
    """Does a change do more to this line than change blank space at its ends?"""
    inside = change.start > at and change.end < at + len(body)
    return inside or bool(body[max(0, change.start - at) : max(0, change.end - at)].strip() or change.new.strip())


def _inline(body: str, at: int, touching: Sequence[Change]) -> Iterator[str]:
    done = 0
    for change in touching:
        start, end = max(change.start - at, done), min(change.end - at, len(body))
        yield body[done:start]
        yield f"[-{body[start:end]}-]" if start < end else ""
        yield f"{{+{change.new}+}}" if change.new else ""
        done = max(start, end)
    yield body[done:]
