r"""A text that a program wrote out as a string and that was never read back: JSON, Python's ``b'…'``, quoted-printable.

In such a text, line breaks are the two characters ``\n``, so the article would look like one line to every later stage.
A single ``\n`` proves nothing (``C:\new``): the text must have several of them where lines begin, and hardly any real
line break. Texts that were tokenized for a parser (``-LRB- CNN -RRB- He did n't go .``) are restored, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit

_FEW = 2


def unescape(text: str) -> Iterator[Edit]:
    r"""Undo the escapes of a text that was written out as a JSON or Python string.

    >>> [e.new for e in unescape(r"Rain again\n\nIt was \"wet\", she said.\nThe end.")]
    ['\n', '\n', '"', '"', '\n']
    >>> list(unescape(r"He opened C:\new and C:\names.")), list(unescape("One line.\nAnother."))
    ([], [])
    """
    if "\\" not in text:
        return
    as_bytes = _BYTES.fullmatch(text)
    if as_bytes:
        for start, end in ((as_bytes.start(), as_bytes.start(2)), (as_bytes.end(2), as_bytes.end())):
            yield Edit(start, end, "", "escape.bytes")
    elif not _is_escaped(text):
        return
    for m in _ESCAPE.finditer(text):
        if (new := _meaning(m)) is not None:
            yield Edit(m.start(), m.end(), new, "escape.string")


_BYTES = re.compile(r"\s*b(['\"])((?s:.*))\1\s*")
_LINE_END = re.compile(r"(?<!\\)\\n")
_LINE_START = re.compile(r"(?<!\\)\\n(?=[A-Z\d\"'“‘\\\s]|[^\x00-\x7f]|\Z)")
_QUOTE = re.compile(r'\\"')
_ESCAPE = re.compile(r"\\(?:([nrt])|([\"'\\/])|u([0-9a-fA-F]{4})|(x[0-9a-fA-F]{2}(?:\\x[0-9a-fA-F]{2}){0,400}))")
_CONTROL = {"n": "\n", "r": "", "t": "\t"}


def _is_escaped(text: str) -> bool:
    r"""Are the line breaks of a text ``\n``, or all its quotation marks ``\"``?"""
    ends, starts = len(_LINE_END.findall(text)), len(_LINE_START.findall(text))
    if ends >= _FEW and (starts == ends or (2 * starts >= ends and text.count("\n") < ends)):
        return True
    quotes = len(_QUOTE.findall(text))
    return quotes >= _FEW and quotes == text.count('"')


def _meaning(m: re.Match[str]) -> str | None:
    """The meaning of an escape; ``None`` for half a character, which other fixers may join."""
    control, mark, unit, octets = m.groups()
    if control:
        return _CONTROL[control]
    if mark:
        return str(mark)
    if unit:
        char = chr(int(unit, 16))
        return char if "\x20" <= char < "\ud800" or char > "\udfff" else None
    data = bytes.fromhex(octets.replace("\\x", "").replace("x", ""))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


_SOFT = re.compile(r"=\r?\n")
_OCTETS = re.compile(r"=(?:[89A-F][0-9A-F]|20(?=\r?\n)|3D)")
_SPELLED = re.compile(r"=(?:20(?=\r?\n|\Z)|3D)")


def join_soft_breaks(text: str) -> Iterator[Edit]:
    r"""Join lines at a final ``=``, as quoted-printable breaks them, if the text has other traces of it.

    >>> [e.start for e in join_soft_breaks("in Octob=\ner, at =C2=A34 a head=\n, it said")]
    [8, 31]
    """
    soft = list(_SOFT.finditer(text)) if "=" in text else []
    if len(soft) < _FEW and not (soft and _OCTETS.search(text)):
        return
    for m in soft:
        yield Edit(m.start(), m.end(), "", "escape.quoted-printable")
    for m in _SPELLED.finditer(text):
        yield Edit(m.start(), m.end(), " " if m[0] == "=20" else "=", "escape.quoted-printable")


_BRACKETS = {"LRB": "(", "RRB": ")", "LSB": "[", "RSB": "]", "LCB": "{", "RCB": "}"}
_TOKENS = re.compile(
    r"(?:-L[RSC]B-(?: |(?=\W)|\Z))|(?: ?-R[RSC]B-)|(?:`` )|(?: '')"
    r"|(?: (?:n't|'(?:s|re|ve|ll|d|m))\b)"
    r"|(?: (?=[.,;:?!%](?: |\n|\Z)))|(?:(?<=\d) (?=,\d{3}\b))"
)


def untokenize(text: str) -> Iterator[Edit]:
    """Restore a text that was tokenized for a parser: ``did n't``, ``-LRB-``, ``said .``

    >>> from cleaner.core.layers import Layer
    >>> text = "-LRB- CNN -RRB- She did n't sleep . `` I was up , '' she said . It rained ."
    >>> Layer("encoding", text, list(untokenize(text))).text
    "(CNN) She didn't sleep. “I was up,” she said. It rained."
    """
    stops = text.count(" . ") + text.count(" .\n") + text.count(" , ")
    if stops < 3 or not ("-LRB-" in text or "`` " in text or " n't " in text):
        return
    for m in _TOKENS.finditer(text):
        token = m[0].strip()
        bracket = _BRACKETS.get(token.strip("-"))
        new = bracket or {"``": "“", "''": "”"}.get(token, token)
        yield Edit(m.start(), m.end(), new, "token.joined")
