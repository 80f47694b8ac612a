"""Rows of a user: the same TOML, with the same proof.

A row can fail in two ways: it may miss the line that it was written for, and it may cut news. Trying it shows both:
against the lines that it must cut, and against the lines that *any* row, of the user or the package, must keep.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cleaner.core import lazy_re as re
from cleaner.rules.rows import KINDS, Rule, fold

_FIELDS = {"match": str, "cuts": list, "keeps": list, "source": str}
_OPTIONAL = frozenset(["seen"])
"""Optional keys of a row: the publishers on which it was seen."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_ANCHOR = re.compile(r"\^|(?:.*[^\\])?\$\Z", re.DOTALL)


class BadRules(ValueError):
    """Rows cannot be used; ``reasons`` names each file, row and fault."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = tuple(reasons)


def read_rules(path: Path, lang: str = "en") -> list[Rule]:
    """The rows of one TOML file or of every ``.toml`` file in a folder, named after their kind: ``newsletter.toml``.

    Raises :class:`BadRules` if a file is not TOML or not named after a kind, or if a row is incomplete.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "slogan.toml"
    ...     _ = file.write_text("[news]" + chr(10) + "match = 'news for all'" + chr(10) + "cuts = ['News for all!']"
    ...                         + chr(10) + "keeps = ['News for all of Leeds.']" + chr(10) + "source = 'own'")
    ...     read_rules(Path(folder))[0].id
    'slogan.news'
    """
    found = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not found:
        raise BadRules([f"{path}: no .toml file in this folder"])
    return [row for file in found for row in _rows(file, lang)]


def _rows(file: Path, lang: str) -> Iterator[Rule]:
    if file.stem not in KINDS:
        raise BadRules([f"{file}: name the file after a kind of boilerplate: {', '.join(sorted(KINDS))}"])
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadRules([f"{file}: {error}"]) from error
    yield from _checked(file.stem, table, lang, str(file))


def rules_of_language(code: str, table: Mapping[str, Any]) -> list[Rule]:
    """The rows of a user's language, from its ``rules.toml``: kind -> name -> row.

    >>> row = {"match": "deel dit", "cuts": ["Deel dit!"], "keeps": ["Deel dit met mij."], "source": "own"}
    >>> rules_of_language("nl", {"share": {"deel": row}})[0].id
    'share.nl-deel'
    """
    if unknown := sorted(table.keys() - KINDS):
        raise BadRules([f"{code}: {unknown[0]} is no kind of boilerplate; there are {', '.join(sorted(KINDS))}"])
    return [row for kind, rows in table.items() for row in _checked(kind, rows, code, code)]


def _checked(kind: str, table: Mapping[str, Any], lang: str, where: str) -> Iterator[Rule]:
    for name, row in table.items():
        if reason := _incomplete(name, row):
            raise BadRules([f"{where}: [{name}] {reason}"])
        cuts, keeps = tuple(row["cuts"]), tuple(row["keeps"])
        name = name if lang == "en" else f"{lang}-{name}"
        yield Rule(f"{kind}.{name}", row["match"], cuts, keeps, row["source"], lang)


def _incomplete(name: str, row: Any) -> str:
    """What a row lacks; empty if it is complete."""
    if not _NAME.fullmatch(name):
        return "is not a name: use a-z, 0-9 and hyphens"
    if not isinstance(row, dict):
        return "is not a table"
    for field, kind in _FIELDS.items():
        if not isinstance(row.get(field), kind) or not row[field]:
            return f"needs {field}, {'a text' if kind is str else 'a list of lines'}"
    if unknown := sorted(row.keys() - _FIELDS.keys() - _OPTIONAL):
        return f"has an unknown field {unknown[0]}; there are {', '.join(_FIELDS)}"
    if _ANCHOR.match(row["match"]):
        return "matches whole lines: leave out ^ and $"
    try:
        re.compile(row["match"])
    except re.error as error:
        return f"match is no regular expression: {error}"
    return ""


def faults(rows: Iterable[Rule], among: Iterable[Rule]) -> Iterator[str]:
    """The faults of ``rows`` ``among`` others (including themselves), one sentence each.

    >>> greedy = Rule("share.all", "share.*", ("Share this",), ("Share prices fell.",))
    >>> list(faults([greedy], [greedy]))
    ["share.all cuts 'Share prices fell.', which share.all keeps"]
    """
    rows, among = list(rows), list(among)
    times = Counter(row.id for row in among)
    own = {row.id for row in rows}
    yield from (f"{row.id} is the name of another row" for row in rows if times[row.id] > 1)
    for row in rows:
        missed = (line for line in row.cuts if not row.matches(fold(line)))
        yield from (f"{row.id} does not match {line!r}, which it says it cuts" for line in missed)
    for keeper in among:
        for line in keeper.keeps:
            folded = fold(line)
            suspects = among if keeper.id in own else rows
            yield from (f"{row.id} cuts {line!r}, which {keeper.id} keeps" for row in suspects if row.matches(folded))


def proved(rows: Sequence[Rule], package: Sequence[Rule]) -> tuple[Rule, ...]:
    """``rows`` in front of the package's; raises :class:`BadRules`, with every fault, if they fail their proof."""
    among = (*rows, *package)
    if found := list(faults(rows, among)):
        raise BadRules(found)
    return among
