"""The raw text of an article as HTML: every line with its fate, every change with its reason.

Each change links to its entry in the list of changes, so that the keyboard can reach it. Its note, with the rule, the
evidence and the pattern of the row that fired, appears on hover and on focus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter

from cleaner.core.parts import Change
from cleaner.report.marks import Mark, marked
from cleaner.report.page import count, element, excerpt, text
from cleaner.report.passages import Passage, by_line, fate, line_fate, passages
from cleaner.rules import rulebook

FOLDED = 6
"""So many successive cut lines, such as the menu of a page, are folded."""

_LONGEST_PATTERN = 300


def trail(raw: str, changes: Sequence[Change], found: Sequence[Mark]) -> str:
    """The raw text as HTML."""
    return _Trail(changes, found).render(raw)


class _Trail:
    """Renders line by line, and remembers the changes and marks that it has passed."""

    def __init__(self, changes: Sequence[Change], found: Sequence[Mark]) -> None:
        self.changes, self.found = changes, found
        self.next_mark = 0
        self.noted: set[int] = set()

    def render(self, raw: str) -> str:
        lines = ((line_fate(line), line) for line in by_line(passages(raw, self.changes)))
        shown = (pair for pair in lines if pair[0] != "blank")
        return "".join(self._run(state, [line for _, line in run]) for state, run in groupby(shown, itemgetter(0)))

    def _run(self, state: str, lines: list[list[Passage]]) -> str:
        shown = "".join(self._line(state, line) for line in lines)
        if state != "cut" or len(lines) < FOLDED:
            return shown
        opened = " ".join("".join(part.old for part in lines[0]).split())
        summary = element("b", text(count(len(lines), "line") + " cut")) + text(f" from “{excerpt(opened, 60)}” on")
        return element("details", element("summary", summary) + shown, class_="fold")

    def _line(self, state: str, line: list[Passage]) -> str:
        label = element("span", text(self._label(line)), class_="label") if state in ("cut", "moved") else ""
        return element("p", label + "".join(self._passages(line)), class_=f"l {state}")

    def _label(self, line: list[Passage]) -> str:
        """The first rule of a line taken as a whole, unless named before, and the field to which it moved."""
        told = [n for part in line if (n := part.change) is not None and part.fate != "kept" and n not in self.noted]
        if not told:
            return ""
        change = self.changes[told[0]]
        return f"{change.rule} → {change.moved_to}" if change.moved_to else change.rule

    def _passages(self, line: list[Passage]) -> Iterator[str]:
        for part in line:
            if part.change is None:
                shown, self.next_mark = marked(part.old, part.at, self.found, self.next_mark)
                yield shown
            elif part.fate == "kept":
                yield text(part.old)
            else:
                yield self._change(part, part.change)

    def _change(self, part: Passage, number: int) -> str:
        first = number not in self.noted
        self.noted.add(number)
        old = element("del", text(part.old)) if part.old else ""
        new = element("ins", text(part.new)) if part.new.strip() else ""
        if not first:
            return element("span", old + new, class_=f"c {part.fate}")
        note = element("span", reason(self.changes[number]), class_="note", role="tooltip", id=f"n{number}")
        link = element("a", old + new, class_=f"c {part.fate}", href=f"#c{number}", id=f"r{number}",
                       aria_describedby=f"n{number}")  # fmt: skip
        return link + note


def reason(change: Change) -> str:
    """The reason for a change, as HTML: verb, rule, evidence, and the row that fired with its source."""
    became = fate(change)
    verb = f"moved to {change.moved_to}" if change.moved_to else became
    parts = [element("b", text(verb), class_=f"verb {became}"), element("code", text(change.rule))]
    if change.evidence:
        parts.append(element("span", text(change.evidence), class_="why"))
    if row := _rows().get(change.rule):
        parts.append(element("span", "row: " + element("code", text(excerpt(row[0], _LONGEST_PATTERN))), class_="row"))
        parts.append(element("span", text(row[1]), class_="why"))
    else:
        parts.append(element("span", text(f"stage {change.stage}"), class_="why"))
    return " ".join(parts)


@cache
def _rows() -> dict[str, tuple[str, str]]:
    return {rule.id: (rule.match, rule.source) for rule in rulebook().rules}


def log(changes: Sequence[Change]) -> str:
    """The list of changes as HTML; changes of blank space are only counted, at the end."""
    told = [(number, change) for number, change in enumerate(changes) if fate(change) != "kept"]
    items = "".join(element("li", _entry(number, change), id=f"c{number}") for number, change in told)
    silent = len(changes) - len(told)
    rest = element("p", text(f"and {count(silent, 'change')} of blank space alone"), class_="dim") if silent else ""
    return (element("ol", items, class_="log") if items else "") + rest


def _entry(number: int, change: Change) -> str:
    became = fate(change)
    shown = excerpt(" ".join(change.old.split()), 60) or "nothing"
    if became == "repaired":
        shown += f" → {excerpt(' '.join(change.new.split()), 60)}"
    link = element("a", text(shown), href=f"#r{number}")
    tag = element("span", text(f"→ {change.moved_to}" if change.moved_to else became), class_=f"tag {became}")
    return tag + link + element("code", text(change.rule))
