"""What the articles of one publisher share: the lines that come back from page to page."""

from __future__ import annotations

import json
from dataclasses import dataclass, field


class BadProfile(ValueError):
    """A file that is not a site profile."""


@dataclass(frozen=True)
class SiteProfile:
    """Repeated lines of one publisher.

    ``articles`` is how many articles were read; ``lines`` maps a line's normal form to the number of those articles
    in which it stands. A profile is a readable file: take a line out and it is evidence no more.

    >>> profile = SiteProfile(7, {"sign up for our newsletter": 6})
    >>> SiteProfile.from_json(profile.to_json()) == profile
    True
    """

    articles: int = 0
    lines: dict[str, int] = field(default_factory=dict)

    def to_json(self) -> str:
        """The profile as a file: JSON, most repeated lines first."""
        lines = dict(sorted(self.lines.items(), key=lambda item: (-item[1], item[0])))
        return json.dumps({"articles": self.articles, "lines": lines}, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> SiteProfile:
        """Read what :meth:`to_json` wrote; raises :class:`BadProfile` for anything else."""
        try:
            said = json.loads(text)
            return cls(int(said["articles"]), {str(line): int(n) for line, n in said["lines"].items()})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadProfile(f"expected an object with 'articles' and 'lines' ({error})") from error
