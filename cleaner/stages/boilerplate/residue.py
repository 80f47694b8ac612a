"""Technical residue in a dump: share bars, lines of script and style, bare addresses, menus of countries, end marks.

None of these is a sentence, so none needs a row: a share bar has no words but the names of networks and "share"; code
has brackets and semicolons; an address is alone on its line; the end mark of a wire story is the last line. Only dumps
are searched, so code that an article shows (``<pre>`` on a page) stays.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.core.document import Edit
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading

_NETWORKS = """
facebook twitter whatsapp linkedin pinterest telegram reddit tumblr email e mail messenger flipboard instagram youtube
tiktok threads bluesky mastodon xing viber line wechat weibo vk skype snapchat pocket correo courriel google plus sms
"""
_AROUND = """
tweets pin pins post copy link url print this article story page on to via it by with like
likes save comment comments listen play embed more follow us x f in views view and or the minutes minute min bookmark
merken drucken kommentare comentarios commentaires
sur par copier lien auf per en por em via su invia copia op kopieer på skriv ut
na imprimir imprimer stampa afdrukken skriv artikel article artículo artigo articolo
"""
_SHARING = """
share shares sharing tweet compartir comparte compartilhar partager partagez envoyer teilen condividi delen deel dela
del jaa udostępnij sdílet
"""
_SHARES = frozenset(_SHARING.split())
_BAR = _SHARES | frozenset(_NETWORKS.split()) | frozenset(_AROUND.split())
_SITES = frozenset(_NETWORKS.split()) - {"e", "mail", "line", "google", "plus"}
_TOKEN = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-ZÀ-Þ]+(?![a-zà-ÿ])|\d+")
_LONGEST_BAR = 160
_CODE = re.compile(
    r"(?:var|let|const) [\w$]+ ?="
    r"|(?:window|document|googletag|_taboola|jQuery|dataLayer|adsbygoogle|gtag|fbq|ga)[.(\[= ]"
    r"|\(?function ?\w*\(|\$\(|if ?\([^)]{1,80}\) ?\{|<!--|//<!\[CDATA|//\]\]>|\]\]>|-->|@(?:media|import|font-face)\b"
    r"|[.#]?[\w-]+(?:[ ,.#:>]+[\w-]+){0,6} ?\{|\{\"[\w-]+\":"
    r"|[\w-]+: ?[^;{}]{1,60};\s*(?:[\w-]+: ?[^;{}]{1,60};|\}|$)"
    r"|</?(?:iframe|script|style|div|object|embed|blockquote|video|img)\b|\{\{[^{}]{1,60}\}\}$"
    r"|\[/?(?:gallery|embed|playlist)\b"
)
_SIGN = re.compile(r"[{};=<>\[\]()_]")
_ADDRESS = re.compile(r"(?:[\w ]{3,30}: ?)?https?://", re.IGNORECASE)
_ADDRESS_PARTS = 8
_COUNTRIES = re.compile(r"\bAfghanistan (?:[^\n.]{3,60} )?Albania Algeria [^\n.]{200,6000}? Zimbabwe\b")
_END = re.compile(
    r"[-–—#* ]{0,6}(?:-? ?30 ?-?|#{2,}|# # #|\(?(?:ends|end|more to come|more|fin)\)?|/?end/?"
    r"|(?:[a-z]{2,5}(?:-[a-z]{2,5})?/)+[a-z]{2,5}(?:-[a-z]{2,5})?)[-–—#* ]{0,6}$"
)
_MARKS = frozenset("-–—#(/")
_END_WORDS = frozenset(["ENDS", "END", "MORE TO COME", "(MORE TO COME)", "(MORE)", "(END)", "FIN"])
_LAST = 4
"""An end mark is among so many last lines."""


def read_residue(page: Reading) -> None:
    """Cut share bars, code, bare addresses, menus of countries and end marks."""
    if page.on_page:
        return
    left = page.left()
    tail = frozenset(left[-_LAST:])
    for i in left:
        item = page.items[i]
        if is_share_bar(item.text):
            page.cut(i, "share.bar")
        elif is_code(item):
            page.cut(i, "embed.code")
        elif i > left[0] and is_address(item.text):
            page.cut(i, "related.address")
        elif i in tail and is_end_mark(item.text):
            page.cut(i, "other.end-mark")
        elif menu := country_menu(item.text):
            page.edits.append(Edit(item.start + menu[0], item.start + menu[1], "", "navigation.countries"))


def is_share_bar(text: str) -> bool:
    """Does a line hold only counters, names of networks, and words that go with them?

    >>> is_share_bar("Partager sur Facebook"), is_share_bar("Del på Facebook")
    (True, True)
    >>> [is_share_bar(text) for text in ("2.1k SHARES Share Tweet", "FacebookCorreo", "Share this Tweet with Bo")]
    [True, True, False]
    """
    if len(text) > _LONGEST_BAR or text.endswith("."):
        return False
    words = [word.lower() for word in _TOKEN.findall(text)]
    letters = [word for word in words if word.isalpha() and word not in ("k", "m")]
    if not letters or any(word not in _BAR for word in letters):
        return False
    sites = len(_SITES.intersection(letters))
    shares = sum(word in _SHARES for word in letters)
    return sites >= 2 or shares >= 2 or (shares > 0 and (sites > 0 or len(letters) < len(words)))


def is_code(item: Item) -> bool:
    """Is a line script, style or markup?

    >>> is_code(Item(0, 0, "window._taboola = window._taboola || [];"))
    True
    >>> is_code(Item(0, 0, "If (as she says) it rained, go."))
    False
    """
    text = item.text
    if not _SIGN.search(text) or not _CODE.match(text):
        return False
    return len(_SIGN.findall(text, 0, 400)) * 25 >= min(len(text), 400)


def is_address(text: str) -> bool:
    """Is a line a bare address, whole or broken by spaces, perhaps after a label?

    >>> is_address("Source: https://example.org/a"), is_address("https://example.org/a has the full list of streets")
    (True, False)
    """
    found = _ADDRESS.match(text) if "://" in text else None
    parts = text[found.end() :].split() if found else []
    return 0 < len(parts) <= _ADDRESS_PARTS and all(any(sign in part for sign in "./?=&-") for part in parts)


def country_menu(text: str) -> tuple[int, int] | None:
    """Where a form's menu of countries stands: all of them in the order of the alphabet, without a comma between them.

    >>> country_menu("She has been to Afghanistan, Albania, Algeria and Zimbabwe.") is None
    True
    """
    found = _COUNTRIES.search(text) if "Albania Algeria" in text else None
    return found and found.span()


def is_end_mark(text: str) -> bool:
    """Is a line the end mark of a wire story: "-30-", "###", "ENDS", the initials of writer and editor?

    >>> [is_end_mark(text) for text in ("- 30 -", "ENDS", "lm-os/rb/tw", "Ends", "30", "and/or")]
    [True, True, True, False, False, False]
    """
    if len(text) > 30 or text == "and/or":
        return False
    if text in _END_WORDS:
        return True
    return _END.match(text.lower()) is not None and (text[0] in _MARKS or (text.islower() and "/" in text))
