"""Looking whether what runs have written still holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from cleaner.core.article import Article
from cleaner.run.files import walk


class Checked(NamedTuple):
    """One article, and the reasons why it does not hold; none where it does."""

    path: str
    reasons: list[str]


def check_folder(clean: Path) -> Iterator[tuple[str, list[str]]]:
    """Validate every article below a folder: its path, and the reasons why it does not hold (none where it does)."""
    for path in walk(clean):
        if path.endswith(".json") and not path.startswith("_"):
            yield path, _faults((clean / path).read_bytes())


def _faults(data: bytes) -> list[str]:
    try:
        Article.model_validate_json(data)
        return []
    except ValidationError as error:
        return [f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors()]
