"""Titles: the headline and what the page's template put beside it.

A page's title is the headline plus a suffix: " - The Messenger", " | CNN Politics", " – BBC News". Cutting at the last
dash is the naive way, and it cuts real headlines: "Brexit – the end of the beginning". So a part is cut where it is
known to be a publisher (from the table, the page's own site name or host, or because the publisher's other titles end
in it), or where its structure leaves no doubt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.core import lazy_re as re
from cleaner.parties.publishers.table import find_publisher, fold, title_words

_BAR = re.compile(r"\s+[|｜ㅣ·•»«*⋆★]+\s+|\s*[|｜ㅣ]\s*|\s+::\s+|\s+//\s+")
_DASH = re.compile(r"\s+[-–—－]\s+|\s—(?=\S)")
_COLON = re.compile(r"\s:\s|：")
_FRONT_COLON = re.compile(r"([^:|]{3,50}):\s+")
_DOMAIN = re.compile(
    r"(?:[\w-]{1,40}\.){1,4}(?:com|org|net|gov|edu|de|at|ch|uk|in|fr|es|it|nl|be|eu|tv|info|news|ie|ca|pt|io|au|nz|za|us|me)",
    re.IGNORECASE,
)
_DATE = re.compile(r"[\d./-]{6,10}|\d{1,2}\.? \w{3,9}\.? \d{4}|\w{3,9}\.? \d{1,2}, \d{4}")
_BYLINE = re.compile(r"[Bb]y [^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}(?:, [^\W\d_a-z][\w .'’-]{1,40})?")
_TIGHT = re.compile(r"[-–—]{1,2}([^\W\d_a-zA-Z]{2,6})$")
"""A section behind a dash without blanks, as titles in other scripts than Latin have it."""
_END = re.compile(r"(?<=\w)\s[|｜•·»-]$")
_LONGEST = 1_000


def split_title(
    title: str, *, site: str | None = None, host: str | None = None, others: Sequence[str] = ()
) -> tuple[str, str | None]:
    """A page's title parted into the headline and the publisher's name; None where no publisher is sure.

    ``site`` is the page's own word for the site (``og:site_name``), ``host`` its host; ``others`` are titles of other
    pages of the publisher: what several end in is no headline. Sections between ("… | Politics | CNN") go with the
    publisher. A kicker in front ("Opinion | …") goes too: readers do not see it in the headline. A headline's own
    dash stays.

    >>> split_title("Kim Kardashian Urges Biden to 'Stop Another Armenian Genocide' - The Messenger")
    ("Kim Kardashian Urges Biden to 'Stop Another Armenian Genocide'", 'The Messenger')
    >>> split_title("Opinion | The Court Has Lost Its Way | CNN Politics")
    ('The Court Has Lost Its Way', 'CNN')
    >>> split_title("Brexit – the end of the beginning")
    ('Brexit – the end of the beginning', None)
    >>> split_title("Storm hits coast | Regional | Nordkap Tidende", others=["Fish prices fall | Nordkap Tidende"])
    ('Storm hits coast', 'Nordkap Tidende')
    >>> split_title("Kernel 6.9 is out - Phoronix", host="www.phoronix.com")
    ('Kernel 6.9 is out', 'Phoronix')
    """
    text = _END.sub("", " ".join(title[:_LONGEST].split()))
    parter = _Parter(site, host, frozenset(fold(_last_part(other[:_LONGEST]).tail) for other in others) - {""})
    text, publisher = parter.without_site(text)
    for _ in range(6):
        part = _last_part(text)
        name = parter.publisher(part)
        if not part.mark or not (name or parter.goes_along(part, publisher)) or not _leaves_a_headline(part):
            break
        publisher, text = publisher or name, part.head
    if publisher and (tight := _TIGHT.search(text)) and not text.isascii() and len(text) > 3 * len(tight[0]):
        text = text[: tight.start()].rstrip()
    text, front = parter.without_front(text)
    return text, publisher or front


@dataclass(frozen=True, slots=True)
class _Part:
    head: str
    mark: str
    tail: str


def _last_part(text: str) -> _Part:
    """The last part of a title and the kind of separator in front of it: "|", "-" or ":"."""
    last = max(
        (
            (m.start(), mark, m)
            for mark, sign in (("|", _BAR), ("-", _DASH), (":", _COLON))
            for m in sign.finditer(text)
        ),
        key=lambda found: found[0],
        default=None,
    )
    if last is None or last[0] == 0:
        return _Part(text, "", "")
    return _Part(text[: last[0]].rstrip(), last[1], text[last[2].end() :].strip())


def _leaves_a_headline(part: _Part) -> bool:
    return len(part.head) >= 4 and (len(part.head.split()) >= 2 or len(part.head) > len(part.tail))


class _Parter:
    def __init__(self, site: str | None, host: str | None, endings: frozenset[str]) -> None:
        self.site, self.endings = site, endings
        self.folded_site = fold(site or "")
        labels = (host or "").casefold().split(".")[-6:]
        self.labels = {form for label in labels[:-1] if len(label) > 3 for form in (label, _squeeze(label))}
        self.short = {label.upper() for label in labels[-2:-1] if label not in ("co", "com", "org", "net", "gov")}

    def without_site(self, text: str) -> tuple[str, str | None]:
        """A title without the site's whole name at its end, which may hold separators of its own."""
        site = " ".join((self.site or "").split())
        part = _last_part(text[: -len(site)] + "x") if site and text.casefold().endswith(site.casefold()) else None
        if part is None or part.tail != "x" or not _leaves_a_headline(part):
            return text, None
        return part.head, self.site

    def publisher(self, part: _Part) -> str | None:
        """The publisher's name that a part is; None where it may be part of the headline."""
        tail = part.tail
        folded = fold(tail)
        if not 0 < len(tail) <= 80:
            return None
        if row := find_publisher(name=tail):
            return row.name
        if self.folded_site and (folded == self.folded_site or folded.startswith(self.folded_site + " ")):
            return self.site
        if folded in self.endings or self.labels & {_squeeze(tail), _squeeze(tail, whole=True)}:
            return tail
        if self._is_short(tail) or self._is_from_site(folded) or self._is_from_host(tail):
            return tail
        return self._branch(tail) or (None if part.mark == ":" else _by_structure(part))

    def _is_short(self, tail: str) -> bool:
        """Capitals that the host spells or begins with: "EJW" of ejwue.de."""
        begins = len(tail) > 2 and tail.isupper() and tail.isalpha()
        return tail in self.short or (begins and any(short.startswith(tail) for short in self.short))

    def _is_from_site(self, folded: str) -> bool:
        """A part of the site's name: "SRF" of "Schweizer Radio und Fernsehen (SRF)"; some scripts part no words."""
        if len(folded) < 3 or is_section(folded):
            return False
        return f" {folded} " in f" {self.folded_site} " or (folded[0] > "\u2e7f" and folded in self.folded_site)

    def _is_from_host(self, tail: str) -> bool:
        """A name of which the host spells every word, or the first: "CBS Detroit" of detroit.cbslocal.com."""
        words = [w for word in tail.split() if (w := _squeeze(word))]
        if not 0 < len(words) <= 4 or not tail[:1].isupper():
            return False
        spelled = all(any(w in label for label in self.labels) for w in words) and len("".join(words)) > 5
        return spelled or (len(words[0]) > 4 and words[0] in self.labels)

    def _branch(self, tail: str) -> str | None:
        """ "CNN Politics", "Guardian Sport": a publisher and a section."""
        words = tail.split()
        for size in range(min(len(words) - 1, 5), 0, -1):
            row = find_publisher(name=" ".join(words[:size]))
            if row and len(row.name) > 2 and is_section(" ".join(words[size:])):
                return row.name
        return None

    def goes_along(self, part: _Part, publisher: str | None) -> bool:
        """Sections, dates and bylines beside a publisher; a section alone only behind a bar."""
        if _BYLINE.fullmatch(part.tail) or (part.mark == "|" and is_section(part.tail)):
            return True
        if publisher is None:
            return bool(_DATE.fullmatch(part.tail)) and self.publisher(_last_part(part.head)) is not None
        words = part.tail.split()
        return is_section(part.tail) or (len(words) <= 3 and words[-1:] != [] and words[-1] in ("News", "Nachrichten"))

    def without_front(self, text: str) -> tuple[str, str | None]:
        """A kicker or the publisher in front: "Opinion | …", "BBC News - …"."""
        m = _BAR.search(text) or _DASH.search(text) or _FRONT_COLON.match(text)
        front = "" if not m else m[1] if m.re is _FRONT_COLON else text[: m.start()]
        if not m or not front:
            return text, None
        rest = text[m.end() :]
        spelled = bool(self.labels & {_squeeze(front), _squeeze(front, whole=True)})
        row = find_publisher(name=front) if m.re is not _FRONT_COLON else None
        is_site = (bool(self.site) and fold(front) == self.folded_site) or spelled
        if len(rest.split()) < 3 or not (row or is_site or ("|" in m.group() and is_section(front))):
            return text, None
        return rest, row.name if row else (self.site or front) if is_site else None


def _by_structure(part: _Part) -> str | None:
    """Behind a bar a short capitalized part; behind a dash only a domain or a word that papers bear."""
    words = part.tail.split()
    if len(words) > 5 or is_section(part.tail):
        return None
    if _DOMAIN.fullmatch(part.tail):
        return part.tail
    if not all(w[:1].isupper() or w[:1].isdigit() or w.casefold() in title_words("small") for w in words):
        return part.tail if part.mark == "|" and len(words) == 1 and not part.tail.islower() else None
    papers = len(words) > 1 and any(w.strip(".,").casefold() in title_words("press") for w in words)
    return part.tail if papers or (part.mark == "|" and len(words) <= 4) else None


def _squeeze(name: str, *, whole: bool = False) -> str:
    """A name as hosts spell it: no accents, no spaces, no article unless ``whole``.

    >>> _squeeze("der Freitag"), _squeeze("Seznam Zprávy")
    ('freitag', 'seznamzpravy')
    """
    words = name.casefold().split() if whole else fold(name).split()
    kept = words[1:] if not whole and len(words) > 1 and words[0] in title_words("article") else words
    return "".join(c for c in unicodedata.normalize("NFD", "".join(kept)) if c.isalnum())


def is_section(part: str) -> bool:
    """Whether a part is nothing but names of sections.

    >>> is_section("Politics"), is_section("World News"), is_section("Brexit")
    (True, True, False)
    """
    words = fold(part).split()
    return 0 < len(words) <= 4 and all(
        w in title_words("section") or w in ("and", "und", "et", "y", "e") for w in words
    )
