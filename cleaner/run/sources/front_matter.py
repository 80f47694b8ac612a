"""Front matter: the lines of ``key: value`` between two lines of dashes at the start of a Markdown file."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.core import lazy_re as re
from cleaner.run.sources.fields import NAMES

_LONGEST = 8192
_FRONT = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)\n---[ \t]*\r?\n", re.S)
_FIELD = re.compile(r"([A-Za-z][\w-]{0,40}):(?:[ \t]+(.*))?\Z")
_MORE = re.compile(r"(?:[ \t]+\S.*|-[ \t].*|#.*|\s*)\Z")


class FrontMatter(NamedTuple):
    """The fields that cleaner knows, the others as ``meta``, and the text below."""

    known: dict[str, str]
    meta: dict[str, str]
    body: bytes


def split_front_matter(data: bytes) -> FrontMatter | None:
    """The front matter of a document and its body; ``None`` if it has none.

    A dump may begin with a line of dashes, too. So every line up to the next such line must be a field or continue
    one, and the whole must be short. The title goes in front of the body, where dumps have it.

    >>> split_front_matter(b"---\\ntitle: 'Rain again'\\ndate: 2023-09-08\\ntags: [a]\\n---\\nIt rained.\\n").body
    b'Rain again\\n\\nIt rained.\\n'
    >>> split_front_matter(b"---\\nIt rained.\\n---\\nAll day.\\n") is None
    True
    """
    m = _FRONT.match(data[:_LONGEST])
    fields = _fields(m[1].decode("utf-8", "replace").splitlines()) if m else {}
    if m is None or not fields:
        return None
    rest = data[m.end() :]
    known = {field: value for field in ("url", "published") if (value := _first(fields, NAMES[field]))}
    title = _first(fields, NAMES["title"])
    is_there = not title or title.encode() in rest[:500]
    return FrontMatter(known, fields, rest if is_there else title.encode() + b"\n\n" + rest.lstrip(b"\r\n"))


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        if m := _FIELD.match(line):
            fields[m[1]] = (m[2] or "").strip().strip("\"'")
        elif not _MORE.match(line):
            return {}
    return fields


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    """Take the first of these names that has a value out of the fields; return the value."""
    return next((fields.pop(name) for name in names if fields.get(name)), "")
