"""Removing the articles of documents that are no longer in the sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from cleaner.run.changes import ChangeList
from cleaner.run.files import article_paths
from cleaner.run.ledger import Ledger, row_id
from cleaner.run.names import written
from cleaner.run.seen import Seen
from cleaner.run.sinks import Folder, Sink
from cleaner.run.sinks.folder import REJECTED


def prune(sink: Sink, ledger: Ledger, seen: Seen, changes: ChangeList) -> int:
    """Move the articles of documents that no source holds any more to ``_gone``; return how many there were.

    The ledger forgets them, so that a document that comes back is cleaned again. Only folders can be pruned.
    """
    count = 0
    if not isinstance(sink, Folder):
        return count
    for path, name in _articles(sink.folder):
        if row_id(name) not in seen:
            sink.retire(path)
            ledger.forget(row_id(name))
            changes.write({"path": name, "result": f"_gone/{path}", "status": "gone"})
            count += 1
    for name, _, _ in list(ledger.rejections()):
        if row_id(name) not in seen:
            (sink.folder / REJECTED / f"{written(name)}.json").unlink(missing_ok=True)
            ledger.forget(row_id(name))
            count += 1
    return count


def _articles(folder: Path) -> Iterator[tuple[str, str]]:
    """The articles of a folder, and the names of their documents."""
    for path in article_paths(folder):
        try:
            yield path, str(json.loads((folder / path).read_bytes())["source"]["path"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
