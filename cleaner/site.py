"""What the articles of one publisher share: the lines that come back from page to page."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SiteProfile:
    """Repeated lines of one publisher.

    ``articles`` is how many articles were read; ``lines`` maps a line's normal form to the number of those articles
    in which it stands.
    """

    articles: int = 0
    lines: dict[str, int] = field(default_factory=dict)
