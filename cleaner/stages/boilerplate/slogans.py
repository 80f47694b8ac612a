"""The slogan of a newspaper near the top of its articles: "All the news of the harbour, The Courier's slogan"."""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.facts import claim
from cleaner.parties.publishers import is_slogan
from cleaner.stages.boilerplate.reading import Reading

_SLOGAN = re.compile(r"(?P<slogan>.{5,120}?[.!?])\s*(?P<name>[\w .&'’-]{2,40})['’]s? slogan", re.I)


def says_slogan(text: str) -> bool:
    """Is a line a known slogan, or one that says whose it is?"""
    return is_slogan(text) or _SLOGAN.fullmatch(text) is not None


def read_slogans(page: Reading) -> None:
    """Cut slogans near the top."""
    for i in page.left()[:6]:
        if i >= page.body[0]:
            break
        text = page.items[i].text
        named = _SLOGAN.fullmatch(text) if len(text) < 200 else None
        if named or (page.items[i].words <= 16 and is_slogan(text)):
            page.cut(i, "slogan.named" if named else "slogan.known", moved_to="publisher")
            page.facts.append(claim("slogan", named["slogan"] if named else text, "slogan line"))
