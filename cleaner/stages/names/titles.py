"""What stands beside a name: honorifics, suffix, the role as the text says it."""

from __future__ import annotations

import re

_SUFFIX = re.compile(r",?\s(Jr\.?|Sr\.?|II|III|IV|MD|PhD|QC|KC)$")
_HONORIFIC = re.compile(r"\b((?:Mrs?|Ms|Mx|Miss|Drs?|Prof|Sir|Dame|Rev|Fr|Lord|Lady|Pope|Professor)\.?)\s$")


def beside(
    text: str, start: int, end: int, spans: list[tuple[int, int]]
) -> tuple[tuple[str, ...], str | None, str | None, str]:
    """Honorifics, role, suffix and the name without them."""
    name = text[start:end]
    suffix = _SUFFIX.search(name)
    honorifics = dict.fromkeys(m[1] for a, _ in spans if (m := _HONORIFIC.search(text, max(0, a - 12), a)))
    plain = name[: suffix.start()] if suffix else name
    return tuple(honorifics), None, suffix[1] if suffix else None, " ".join(plain.split())
