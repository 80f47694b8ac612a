"""BeautifulSoup at a quarter of its price: the soup of a page without what no reader of news looks at.

What BeautifulSoup costs follows the number of its objects, not the size of the page. Most of a page's objects are
of no use here: scripts, styles, icons, drawings, form controls, elements without a word in them, runs of blanks. Two
builders hear lxml's parse events, so that no tree of lxml's is ever built (its tree silently drops what is nested
deeper than a limit; its events do not), and make an element only when the first text inside it arrives. What is made is
an ordinary soup: ``find``, ``select``, ``get_text``, ``parents`` work as ever.

:mod:`.pruned` uses BeautifulSoup's public methods only. :mod:`.linked` hangs the elements into the tree itself, which
halves the cost, and reads the page's blocks as it goes.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from cleaner.readers.blocks import PageText, read_blocks
from cleaner.readers.linked import LinkedBuilder, linkable
from cleaner.readers.pruned import PrunedBuilder


def parse(markup: str, *, linked: bool = True) -> BeautifulSoup:
    """The soup of a page, a fragment of one, or of text with stray tags.

    >>> soup = parse('<nav><i class=icon></i></nav><p class="lead big">It <b>rained</b> &amp; <!-- x -->hailed')
    >>> soup.select_one("p.lead").get_text()
    'It rained & hailed'
    >>> soup.nav is None
    True
    """
    builder = (LinkedBuilder if linked and linkable() else PrunedBuilder)(_parsable(markup))
    return BeautifulSoup("", builder=builder)


def read_page(markup: str) -> tuple[BeautifulSoup, PageText]:
    """The soup of a page and its blocks, read as it is parsed where that can be done.

    >>> soup, page = read_page("<p class=lead>It <b>rained</b>.</p><p>It hailed.</p>")
    >>> [block.text for block in page.blocks], page == read_blocks(soup)
    (['It rained.', 'It hailed.'], True)
    """
    if not linkable():
        soup = parse(markup)
        return soup, read_blocks(soup)
    builder = LinkedBuilder(_parsable(markup))
    soup = BeautifulSoup("", builder=builder)
    return soup, builder.page(soup)


def dissolve(soup: BeautifulSoup) -> None:
    """Take a soup apart that nobody needs any more.

    Its elements refer to each other in circles, so they would stay until the garbage collector has gone through all
    that is young. Parted, they are freed at once, and what is read next finds their place.

    >>> soup = parse("<p>It <b>rained</b>.</p>")
    >>> dissolve(soup)
    >>> soup.contents
    []
    """
    element: PageElement | None = soup.contents[0] if soup.contents else None
    while element is not None:
        following = element.next_element
        element.parent = element.next_element = element.previous_element = None
        element.next_sibling = element.previous_sibling = None
        if isinstance(element, Tag):
            element.contents.clear()
        element = following
    soup.contents.clear()


def _parsable(markup: str) -> bytes:
    """A page in UTF-8; characters at which the parser would stop are replaced: NUL, halves of surrogate pairs."""
    if "\0" in markup:
        markup = markup.replace("\0", "\ufffd")
    return markup.removeprefix("\ufeff").encode("utf-8", "replace")
