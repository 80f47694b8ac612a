"""Site profiles on disk: what a run knows of each publisher before it cleans the first article."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cleaner.files import RawFile
from cleaner.site import SiteProfile


class Sites:
    """The site profiles of a run."""

    @classmethod
    def refreshed(cls, raw: Path, clean: Path, paths: Iterable[str]) -> Sites:
        """The profiles as they stand after reading what is new."""
        return cls()

    def profile_of(self, file: RawFile) -> SiteProfile | None:
        """The profile of a document's publisher."""
        return None

    def digest_of(self, file: RawFile) -> str:
        """A hash of that profile."""
        return ""
