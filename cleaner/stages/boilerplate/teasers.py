"""Teasers: links to other stories, and calls, known by the form of the line.

A story's own line may have the same label ("Watch: the film that started it all"), so a label counts only before a
headline, not before a sentence, and never on the first line. Brackets around the whole line are surer: an editor's note
is in brackets, too, but does not begin with a call to the reader.
"""

from __future__ import annotations

from cleaner.core import lazy_re as re
from cleaner.stages.boilerplate.items import Item
from cleaner.stages.boilerplate.reading import Reading, headline_like

_LABEL = re.compile(
    r"(?:read|see|watch|listen|also|more|related|don['’]t miss|photos?|video|quick ?take|lire aussi|à lire"
    r"|a lire aussi|lesen sie|mehr|auch interessant|lea|leer|ver|leggi|leia)"
    r"(?: (?:more|also|read|see|watch|next|now|too|on|from|aussi|auch|dazu|tambi[ée]n|anche|mais|zum thema)"
    r"(?: [\w'’&.-]+){0,4})?"
    r" ?(?:[:»|]|>>?) ?(?=[^\s\d])",
    re.IGNORECASE,
)
_CALLS = (
    r"support|subscribe|join|sign up|read|watch|see|listen|click|download|follow|get|check out|also|more|related"
    r"|photos?|video|gallery|cartoons?|poll|quiz|vote|take (?:the|our)|for more|like|donate|register|try|discover"
    r"|explore|interactive|in (?:pictures|photos)|mehr|lesen|abonnieren|hier|lire|lisez|abonnez|voir|lea|leer"
    r"|vea|suscr[ií]bete|ver|leggi|guarda|iscriviti|leia|assine|veja"
)
_BRACKETED = re.compile(rf"[(\[]\s?(?:{_CALLS})\b(?=[^()\[\]]{{6,240}}[)\]]\.?$)", re.IGNORECASE)
_PLAYER = re.compile(
    r"(?:just watched|must watch|replay more videos|media playback is (?:not |un)supported|chat with us in facebook"
    r"|play video|video player is loading|embed as hd video|(?:hide|toggle) caption$|slideshow \(\d+ images?\)"
    r"|watch (?:the )?(?:full )?(?:video|clip|interview|segment)? ?(?:more )?(?:above|below)|archives select date)",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(r"archives? (?:select|choose) ", re.IGNORECASE)
_HEADLINES = 3
"""So many successive headlines after the story are links."""

_WORDS = 5


def read_teasers(page: Reading) -> None:
    """Cut labelled teasers, bracketed calls, the text of video players, and successive headlines after the story."""
    left = page.left()
    for i in left[1:] if not page.on_page else ():
        rule = teaser(page.items[i])
        if rule:
            page.cut(i, rule)
    _archives(page, left[:3])
    _run_behind(page)


def teaser(item: Item) -> str | None:
    """The rule by which a line is cut for its form, if any.

    >>> [teaser(Item(0, 0, text)) for text in ("MORE: Seven gains of a swim", "(WATCH: The mayor's speech)")]
    ['related.labelled', 'related.bracketed']
    >>> teaser(Item(0, 0, "WATCH | The mayor answers her critics on the quay:"))
    'related.labelled'
    >>> teaser(Item(0, 0, "More: it is the one word that Oliver said.")) is None
    True
    """
    text = item.text
    if item.words > 45:
        return None
    if text[0] in "([" and _BRACKETED.match(text):
        return "related.bracketed"
    found = _LABEL.match(text)
    barred = found and found.group().isupper() and found.group().rstrip().endswith("|")
    if found and len(text) - found.end() >= 10 and (barred or headline_like(item)):
        return "related.labelled"
    return "video.player" if _PLAYER.match(text) else None


def _archives(page: Reading, head: list[int]) -> None:
    """Cut a blog's menu of months above the story."""
    for i in head:
        if _ARCHIVE.search(page.items[i].text[:60]):
            page.cut(i, "navigation.archive")


def _run_behind(page: Reading) -> None:
    """Cut successive headlines after the last paragraph, unless a line before them announces a list."""
    _, last = page.body
    run: list[int] = []
    behind = [i for i in page.left() if i > last >= 0]
    for i in behind:
        if not _is_headline(page.items[i]):
            break
        run.append(i)
    before = page.items[last].text if last >= 0 else ""
    if len(run) >= _HEADLINES and not page.on_page and not before.endswith(":"):
        page.cut_all(run, "related.run")


def _is_headline(item: Item) -> bool:
    """Is a line in title case, and long enough for a headline?"""
    words = [word for word in item.text.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _WORDS and headline_like(item) and capitals * 10 >= len(words) * 7 and not item.text.isupper()
