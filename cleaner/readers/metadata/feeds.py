"""The signature of a feed entry: "The post Rain floods Leeds appeared first on The Example."

The entry of a feed has no ``<title>`` and no meta tags, but blogs sign what they syndicate, and the signature names the
headline and the site, with links to both. It is searched only on pages without a title: elsewhere it belongs to a
syndicated article, or to another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.core import lazy_re as re
from cleaner.core.tree import Node, Text
from cleaner.language import active
from cleaner.readers.metadata.walk import Page, attribute

_TAIL = 1500


def signature(root: Node, page: Page) -> Iterator[tuple[str, str]]:
    """The headline, the site, and the addresses of both, from the last line of a fragment.

    >>> from cleaner.readers.metadata.walk import walk
    >>> from cleaner.readers.tree import read_page
    >>> root = read_page('<p>Rain.</p><p>The post <a href="https://x.example/r">Rain in Leeds</a> '
    ...                      'appeared first on <a href="https://x.example">The X</a>.</p>').root
    >>> for source, text in signature(root, walk(root)):
    ...     print(source, "|", text)
    feed title | Rain in Leeds
    feed site | The X
    feed url | https://x.example/r
    feed site_url | https://x.example
    """
    parted = None if page.title or page.headings else part(_tail(root))
    if parted is None:
        return
    title, site = parted
    yield "feed title", title
    yield "feed site", site
    for source, wanted in (("feed url", title), ("feed site_url", site)):
        for _, anchor in page.anchors[-4:]:
            href = attribute(anchor, "href")
            if " ".join(anchor.get_text().split()) == wanted and href.startswith(("http://", "https://")):
                yield source, href
                break


def part(text: str) -> tuple[str, str] | None:
    """Title and site of a signature at the end of a text.

    >>> part("Ende. Der Beitrag Regen in Ulm erschien zuerst auf Ulmer Bote.")
    ('Regen in Ulm', 'Ulmer Bote')
    >>> part("The post was vacant.") is None
    True
    """
    folded = text.replace("’", "'").lower()
    if len(folded) != len(text):
        return None
    for front, middle in (phrases for language in active() for phrases in language.signatures):
        behind = folded.rfind(middle)
        ahead = folded.rfind(f"{front} ", 0, behind) if behind > 0 else -1
        if ahead < 0 or (ahead and folded[ahead - 1].isalnum()):
            continue
        title = _QUOTES.sub("", text[ahead + len(front) : behind])
        site = _QUOTES.sub("", text[behind + len(middle) :]).rstrip(". ")
        if 3 < len(title) <= 300 and 1 < len(site) <= 80:
            return title, site
    return None


_QUOTES = re.compile(r"^[\s\"“„«]{1,5}|[\s\"”“»]{1,5}$")


def _tail(root: Node) -> str:
    """The last words of a page, with single spaces."""
    strings = [element for element in root.descendants if isinstance(element, Text)]
    parts: list[str] = []
    size = 0
    for string in reversed(strings):
        parts.append(string)
        size += len(string)
        if size > _TAIL:
            break
    return " ".join("".join(reversed(parts))[-_TAIL:].split())
