"""The list of what one run changed, for the programs that come after it: ``CLEAN/_changes/RUN.jsonl``."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any, TextIO

from cleaner.run.outcome import Entry, Outcome

FOLDER = "_changes"


class ChangeList:
    """A line for each document that was cleaned, rejected or failed: its name, the path of its result, its status.

    ``RUN`` is the time at which the run began, in UTC. A run that changes nothing leaves no list.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._out: TextIO | None = None
        self._name = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())

    def add(self, entry: Entry, outcome: Outcome) -> None:
        """Note one document."""
        told: dict[str, Any] = {
            "path": entry.name,
            "result": f"{entry.path}.json",
            "origin": entry.origin,
            "status": outcome.status,
        }
        if outcome.reasons:
            told["reasons"] = list(outcome.reasons)
        self.write(told)

    def write(self, told: dict[str, Any]) -> None:
        """Write one line."""
        if self._out is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._out = self._file().open("a", encoding="utf-8", errors="backslashreplace")
        self._out.write(json.dumps(told, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Close the list."""
        if self._out is not None:
            self._out.close()

    def _file(self) -> Path:
        """A new file, even for the second run within a second."""
        number, file = 1, self._folder / f"{self._name}.jsonl"
        while file.exists():
            number += 1
            file = self._folder / f"{self._name}-{number}.jsonl"
        return file
