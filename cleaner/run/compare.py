"""What changed between two results of the same corpus: after an upgrade, or with rules of your own.

Articles are paired by the name of their document. The comparison covers the fields that people use, and the text
sentence by sentence. A lost sentence is attributed to the rule that cut it in the new result, a gained one to the rule
that cut it in the old result.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.run.results import NoResults, read_json
from cleaner.text.sentences import sentences

_FIELDS = ("headline", "description", "date_published", "date_modified", "language", "url", "section", "is_truncated")
_LISTS = {
    "authors": "name",
    "captions": "text",
    "people": "name",
    "organizations": "name",
    "places": "name",
    "dates": "timex",
}
_ELSEWHERE = "(no rule names it)"
_EXAMPLES = 5

Json = Mapping[str, Any]


class Moved(NamedTuple):
    """A sentence that only one of two results has, with the rule that cut it in the other."""

    name: str
    rule: str
    sentence: str


@dataclass
class Comparison:
    """The differences between two results, counted, with a few examples of each."""

    same: int = 0
    changed: int = 0
    only_old: list[str] = field(default_factory=list)
    only_new: list[str] = field(default_factory=list)
    fields: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    gained: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, old: Json, new: Json) -> None:
        """Compare one article with its new form."""
        fields = [name for name, value in facts(old).items() if facts(new).get(name) != value]
        lost = list(moved(name, old, new))
        gained = list(moved(name, new, old))
        if not fields and not lost and not gained:
            self.same += 1
            return
        self.changed += 1
        self.fields.update(fields)
        for what in fields:
            self._example(f"field {what}", f"{name}: {facts(old)[what]!r} -> {facts(new)[what]!r}")
        for counter, word, found in ((self.lost, "lost", lost), (self.gained, "gained", gained)):
            counter.update(item.rule for item in found)
            for item in found:
                self._example(f"{word} {item.rule}", f"{name}: {item.sentence}")

    def _example(self, what: str, text: str) -> None:
        held = self.examples.setdefault(what, [])
        if len(held) < _EXAMPLES:
            held.append(text)

    def as_json(self) -> dict[str, Any]:
        """The comparison for machines."""
        counters = {name: dict(sorted(getattr(self, name).items())) for name in ("fields", "lost", "gained")}
        whole = {"same": self.same, "changed": self.changed, "only_old": self.only_old, "only_new": self.only_new}
        return {**whole, **counters, "examples": self.examples}

    def as_text(self) -> str:
        """The comparison for people."""
        lines = [
            f"{self.same:>8,} articles are the same",
            f"{self.changed:>8,} changed",
            f"{len(self.only_old):>8,} only in the old result",
            f"{len(self.only_new):>8,} only in the new result",
        ]
        for title, word, counter in (
            ("fields that changed", "field", self.fields),
            ("sentences lost, by the rule that takes them now", "lost", self.lost),
            ("sentences gained, by the rule that took them before", "gained", self.gained),
        ):
            lines += ["", f"{title}:"] if counter else []
            for what, count in sorted(counter.items(), key=lambda wc: (-wc[1], wc[0])):
                lines.append(f"{count:>8,} {what}")
                lines += [f"           {text[:200]}" for text in self.examples.get(f"{word} {what}", ())]
        for title, names in (("only in the old result", self.only_old), ("only in the new result", self.only_new)):
            lines += ["", f"{title}:", *(f"  {name}" for name in names[:_EXAMPLES])] if names else []
        return "\n".join(lines)


def compare(old: Path, new: Path) -> Comparison:
    """Compare two results of `cleaner run`. Articles of schema 1.0 are read, too.

    Raises :class:`cleaner.run.results.NoResults`.
    """
    comparison = Comparison()
    with closing(sqlite3.connect("")) as base:  # a temporary file, deleted with the connection
        base.execute("CREATE TABLE held (name TEXT PRIMARY KEY, article TEXT) WITHOUT ROWID")
        for name, article in _articles(new):
            base.execute("REPLACE INTO held VALUES (?, ?)", (name, json.dumps(article)))
        for name, article in _articles(old):
            row = base.execute("DELETE FROM held WHERE name = ? RETURNING article", (name,)).fetchone()
            if row is None:
                comparison.only_old.append(name)
            else:
                comparison.add(name, article, json.loads(row[0]))
        comparison.only_new = [name for (name,) in base.execute("SELECT name FROM held ORDER BY name")]
    return comparison


def facts(article: Json) -> dict[str, Any]:
    """The fields of an article to compare, each as one value."""
    plain = {name: article.get(name) for name in _FIELDS if article.get(name)}
    lists = {name: [item.get(key) for item in article.get(name) or ()] for name, key in _LISTS.items()}
    return (
        dict.fromkeys((*_FIELDS, *_LISTS, "publisher"))
        | plain
        | lists
        | {"publisher": (article.get("publisher") or {}).get("name")}
    )


def moved(name: str, here: Json, there: Json) -> Iterator[Moved]:
    """The sentences of one article that the other lacks, with the rule that cut them there.

    >>> cut = {"text": "Rain.", "changes": [{"old": "\\nRead more.", "rule": "related.read-more"}]}
    >>> [item.rule for item in moved("a", {"text": "Rain.\\nRead more.", "changes": []}, cut)]
    ['related.read-more']
    """
    left = Counter(_sentences(str(there.get("text") or "")))
    for sentence in _sentences(str(here.get("text") or "")):
        if left[sentence] > 0:
            left[sentence] -= 1
        else:
            yield Moved(name, _rule(sentence, there), sentence)


def _sentences(text: str) -> list[str]:
    return [line[start:end] for line in text.splitlines() for start, end in sentences(line)]


def _rule(sentence: str, article: Json) -> str:
    """The rule that cut a sentence from an article, without the measurements that version 1.0 wrote behind it."""
    words = " ".join(sentence.split())
    for change in article.get("changes") or ():
        if words in " ".join(str(change.get("old")).split()):
            return str(change.get("rule")).split(" ")[0].removesuffix(":")
    return _ELSEWHERE


def _articles(results: Path) -> Iterator[tuple[str, Json]]:
    """The articles of a result, of any schema version, with the names of their documents."""
    for name, place, data in read_json(results):
        article = _parsed(data, place)
        yield name or str((article.get("source") or {}).get("path") or article.get("id")), article


def _parsed(data: bytes | str, place: object) -> Json:
    try:
        article = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoResults(f"{place}: not an article: {error}") from error
    if not isinstance(article, dict):
        raise NoResults(f"{place}: not an article but a {type(article).__name__}")
    return article
